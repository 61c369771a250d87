"""What was handed in -> Requests: addresses, saved pages, link files, reading lists, folders, articles as JSON lines."""

from collections.abc import Iterator, Sequence

from clipper.model import Request


def requests(given: str, *, tags: Sequence[str] = ()) -> Iterator[Request]:
    """Read one thing handed in: an http(s) address, or a path (made absolute by the caller or relative to here).

    A folder gives its files in name order, depth first. A .jsonl gives articles. Raises SourceError (codes: scheme,
    not_a_known_format, damaged, empty, not_found) before the first Request or, for a damaged list, after the good ones.
    """
    raise NotImplementedError
