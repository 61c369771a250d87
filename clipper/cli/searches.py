"""searches: the saved searches of the library, shown with what is new; saved and deleted."""

from argparse import Namespace

from clipper.app import App
from clipper.cli import describe, looking, sentences
from clipper.cli.output import Output
from clipper.errors import LibraryError, NotFoundError
from clipper.progress import Progress


def searches(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Show saved searches; save or delete one before, where that is asked. 1 where that cannot be."""
    code = _change(app, values, out)
    looking.open_index(app, out, progress)
    found = app.library.count_new(progress)
    if out.as_json:
        out.value(describe.searches(found))
    else:
        for search in found:
            out.line(search.name, search.new, search.query)
    return code


def _change(app: App, values: Namespace, out: Output) -> int:
    try:
        if values.save is not None:
            app.library.saved.save(values.save, " ".join(values.words))
        elif values.delete is not None:
            app.library.saved.delete(values.delete)
    except NotFoundError as error:
        out.message(f"There is no saved search of that name: {error.detail}.")
        return 1
    except LibraryError as error:
        if error.code != "invalid":
            raise
        out.message(sentences.error(error))
        return 1
    return 0
