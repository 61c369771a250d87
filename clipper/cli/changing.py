"""tag, edit, trash and restore: they return when their change can be found."""

from argparse import Namespace

from clipper.app import App
from clipper.cli import describe
from clipper.cli.output import Output
from clipper.model import Changes
from clipper.progress import Progress


def tag(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Put tags on clippings and take others off."""
    added = app.library.tags.add(values.ids, values.add) if values.add else Changes()
    removed = app.library.tags.remove(values.ids, values.remove) if values.remove else Changes()
    return _told(app, (added, removed), out, progress)


def edit(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Set title, star, read and note of a clipping."""
    library, id = app.library, values.id
    if not library.clippings.rows([id]):
        return _told(app, (Changes(unknown=(id,)),), out, progress)
    done = []
    if values.title is not None:
        done.append(library.corrections.set(id, "title", values.title if values.title.strip() else None))
    if values.starred is not None:
        done.append(library.clippings.set_starred([id], values.starred))
    if values.read is not None:
        done.append(library.clippings.set_read([id], values.read))
    if values.note is not None:
        done.append(library.clippings.set_note(id, values.note))
    return _told(app, tuple(done), out, progress)


def trash(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Move clippings to the trash."""
    return _told(app, (app.library.clippings.trash(values.ids),), out, progress)


def restore(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Take clippings out of the trash."""
    return _told(app, (app.library.clippings.restore(values.ids),), out, progress)


def _told(app: App, done: tuple[Changes, ...], out: Output, progress: Progress) -> int:
    """Let the index catch up, say what changed; 1 where a number is unknown."""
    changed = frozenset(id for changes in done for id in changes.clippings)
    unknown = tuple(sorted({id for changes in done for id in changes.unknown}))
    app.library.catch_up_wholly(progress)
    if out.as_json:
        out.value(describe.changes(Changes(clippings=changed, unknown=unknown)))
    else:
        out.line("changed", *sorted(changed))
    for id in unknown:
        out.message(f"There is no clipping {id}.")
    return 1 if unknown else 0
