"""tag, edit, trash and restore: they return when their change can be found."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from clipper.app import App
from clipper.cli import describe
from clipper.cli.output import Output
from clipper.errors import SourceError
from clipper.model import Changes
from clipper.progress import Progress

# Of a body. A longer one is refused by what cleans it, or cut: no article has so many.
MOST_CHARS = 20_000_001
HTML_NAMES = (".html", ".htm", ".xhtml")


def tag(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Put tags on clippings and take others off."""
    added = app.library.tags.add(values.ids, values.add) if values.add else Changes()
    removed = app.library.tags.remove(values.ids, values.remove) if values.remove else Changes()
    return _told(app, (added, removed), out, progress)


def edit(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Correct a clipping; set star, read and note."""
    library, id = app.library, values.id
    if not library.clippings.rows([id]):
        return _told(app, (Changes(unknown=(id,)),), out, progress)
    done = []
    if fields := _corrections(app, values):
        done.append(library.corrections.set_several(id, fields))
    if values.starred is not None:
        done.append(library.clippings.set_starred([id], values.starred))
    if values.read is not None:
        done.append(library.clippings.set_read([id], values.read))
    if values.note is not None:
        done.append(library.clippings.set_note(id, values.note))
    return _told(app, tuple(done), out, progress)


def _corrections(app: App, values: Namespace) -> dict[str, str | Sequence[str] | None]:
    """Give the corrections that are asked for, by field; None takes one away."""
    fields: dict[str, str | Sequence[str] | None] = {
        name: text if text.strip() else None
        for name in ("title", "subtitle", "date", "site", "language")
        if (text := getattr(values, name)) is not None
    }
    if values.author:
        fields["authors"] = [name for name in values.author if name.strip()] or None
    fields |= {name: [] if name == "authors" else "" for name in values.unknown}
    if values.as_extracted:
        fields |= {"text": None, "html": None, "image": None, "flags": None}
    elif values.body is not None:
        text = _read(values.body)
        is_html = values.body.lower().endswith(HTML_NAMES) or text.lstrip("\ufeff \r\n\t").startswith("<")
        fields |= app.correcting.of_html(values.id, text) if is_html else app.correcting.of_text(text)
    if values.checked is not None:
        fields["flags"] = () if values.checked else None
    return fields


def _read(name: str) -> str:
    """Read a text in UTF-8 from a file or standard input. Raise SourceError."""
    if name == "-":
        return sys.stdin.read(MOST_CHARS)
    try:
        with Path(name).open(encoding="utf-8", newline="") as file:
            return file.read(MOST_CHARS)
    except UnicodeDecodeError as error:
        raise SourceError("damaged", name, path=name) from error
    except (OSError, ValueError) as error:
        raise SourceError("not_found", name, path=name) from error


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
