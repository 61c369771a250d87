"""What was handed in -> Requests: addresses, saved pages, link files, reading lists, folders, articles as JSON lines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clipper.model import Request


def requests(given: str, *, tags: Sequence[str] = (), ignored: Counter[str] | None = None) -> Iterator[Request]:
    """Read one thing handed in: an http(s) address, or a path (made absolute by the caller or relative to here).

    A folder gives its files in name order, depth first. A .jsonl gives articles. Lists are read as they are asked for,
    never whole. tags go onto every Request, before those that a list names. ignored: the unknown keys of articles are
    counted into it while they are read.
    Raises SourceError (codes: scheme, not_a_known_format, damaged, empty, not_found) before the first Request or, for a
    damaged list or a folder with something else in it, after the good ones; detail then names the lines.
    """
    raise NotImplementedError
