"""Page -> Article. The only file that knows trafilatura; it is imported in worker processes alone."""

from dataclasses import dataclass

from clipper.model import Article


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker process gets: the decoded bytes of a page, its address (None: unknown) and the header's charset."""

    body: bytes
    url: str | None
    charset: str | None


def extract(job: Job) -> Article:
    """Read the article of a page. A page without one gives text "" and a flag. Raise ExtractError(damaged)."""
    raise NotImplementedError
