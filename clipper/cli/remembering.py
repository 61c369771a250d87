"""memory: what the sites of the library repeat, shown and forgotten."""

from argparse import Namespace
from collections.abc import Sequence

from clipper.answers import RepeatingSite
from clipper.app import App
from clipper.cli import describe
from clipper.cli.output import Output
from clipper.errors import NotFoundError
from clipper.urls import is_web, registrable_domain


def memory(app: App, values: Namespace, out: Output) -> int:
    """Show what all sites repeat, or one; forget it before, where that is asked. 1 where site or line is not known."""
    if values.site is None:
        sites = app.library.memory.sites()
        if not sites:
            out.message("No site is known to repeat anything. It takes five pages of one.")
        return _show(sites, out, all_sites=True)
    site = registrable_domain(values.site) if is_web(values.site) else values.site.strip().lower().removeprefix("www.")
    try:
        if values.recall is not None:
            app.library.memory.recall_line(site, values.recall)
        elif values.forget:
            app.library.memory.forget_line(site, values.forget)
        elif values.forget is not None:
            app.library.memory.forget_site(site)
            return _show((), out)
        return _show([app.library.memory.site(site)], out)
    except NotFoundError as error:
        out.message(f"The memory has nothing of that: {error.detail}.")
        _show((), out)
        return 1


def _show(sites: Sequence[RepeatingSite], out: Output, *, all_sites: bool = False) -> int:
    if out.as_json:
        out.value(describe.memory(sites))
        return 0
    for site in sites:
        if all_sites:
            out.line(site.site, site.pages, len(site.lines))
            continue
        for line in site.lines:
            where = "spared" if line.spared else "always" if line.always else "apart"
            out.line(line.line, f"{line.pages}/{site.pages}", where, line.text)
    return 0
