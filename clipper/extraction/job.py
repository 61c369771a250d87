"""What a worker process of extraction gets. Apart from article.py, so that the parent need not import trafilatura."""

from dataclasses import dataclass

from clipper.lines import NOTHING_REPEATED, Repeated


@dataclass(frozen=True, slots=True)
class Job:
    """The decoded bytes of a page, its address (None: unknown) and the header's charset.

    repeated: lines that the page's site is known to repeat.
    """

    body: bytes
    url: str | None
    charset: str | None
    repeated: Repeated = NOTHING_REPEATED
