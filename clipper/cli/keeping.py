"""export, check, rebuild and backup: what makes files, or looks whether they are right."""

import os
from argparse import Namespace
from pathlib import Path

from clipper.answers import Exported, ExportOptions
from clipper.app import App
from clipper.cli import describe, sentences
from clipper.cli.arguments import WrongUsage
from clipper.cli.output import Output
from clipper.errors import SearchError
from clipper.progress import Progress


def export(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Export clippings; 1 where one failed or a number is unknown."""
    if values.format not in app.formats():
        raise WrongUsage(f"no such format: {values.format} (there are: {', '.join(app.formats())})")
    ids = list(values.ids) if values.query is None else _found(app, values.query, progress)
    known = {row.id for row in app.library.clippings.rows(ids)}
    unknown = [id for id in ids if id not in known]
    for id in unknown:
        out.message(f"There is no clipping {id}.")
    ids = [id for id in ids if id in known]
    if not ids:
        if out.as_json:
            out.value(describe.exported(Exported()))
        out.message("There is nothing to export.")
        return 1
    options = ExportOptions(
        pictures=app.settings.pdf_pictures,
        paper="us-letter" if app.settings.paper == "us-letter" else "a4",
        language=app.settings.language or "en",
        overwrite=values.overwrite,
    )
    folder = values.to.endswith(("/", os.sep)) or os.path.isdir(values.to)  # noqa: PTH112 - one too long for a name is none
    exported = app.export(ids, values.format, Path(values.to), options, progress, apart=folder)
    if out.as_json:
        out.value(describe.exported(exported))
    else:
        for file in exported.files:
            out.line(file)
    for id, fault in exported.failed:
        out.message(f"{id}: {sentences.fault(fault)}")
    return 1 if exported.failed or unknown else 0


def check(app: App, out: Output, progress: Progress) -> int:
    """Look whether all is well; 1 where it is not."""
    problems = app.library.check(progress)
    if any(problem.kind == "index_behind" for problem in problems) and not _caught_up(app, progress):
        # That of a backup is made when it is first needed.
        problems = tuple(problem for problem in problems if problem.kind != "index_behind")
    if out.as_json:
        out.value(describe.problems(problems))
    else:
        for problem in problems:
            out.line(problem.kind, problem.id, problem.path)
        out.message("All is well." if not problems else f"{len(problems)} problems.")
    return 1 if problems else 0


def rebuild(app: App, out: Output, progress: Progress) -> int:
    """Make the index anew."""
    app.library.rebuild(progress)
    if out.as_json:
        out.value({"ok": True, "position": app.library.log.position()})
    return 0


def backup(app: App, values: Namespace, out: Output, progress: Progress) -> int:
    """Copy the library into a new folder; 1 where files are missing, in the library and so in the copy."""
    missing = app.library.back_up(values.path.absolute(), progress)
    if out.as_json:
        out.value({"path": str(values.path.absolute())})
    else:
        out.line(values.path.absolute())
    for problem in missing:
        out.message(f"A file is missing in the library and in its copy: {problem.path}.")
    return 1 if missing else 0


def _caught_up(app: App, progress: Progress) -> int:
    """Let the index take in what it lacks; give what is left."""
    try:
        return app.library.catch_up_wholly(progress)
    except SearchError:
        return 1


def _found(app: App, query: str, progress: Progress) -> list[int]:
    _caught_up(app, progress)  # where that fails, the library itself is searched
    return list(app.library.find(query, limit=0).ids)
