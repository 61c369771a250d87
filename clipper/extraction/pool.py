"""The warm pool of extraction processes. Imports nothing heavy."""

from clipper.model import Article, Page

DEADLINE_S = 10.0
MEMORY_BYTES = 1_610_612_736


class Extraction:
    """Reads pages in worker processes, one a core, 10 s and 1.5 GiB each. Thread-safe."""

    def __init__(self, *, size: int | None = None) -> None:
        raise NotImplementedError

    def warm(self) -> None:
        """Start the processes in the background."""
        raise NotImplementedError

    def extract(self, page: Page) -> Article:
        """Read the article of a page. Raise ExtractError(too_slow, too_large, damaged)."""
        raise NotImplementedError

    def close(self) -> None:
        """End the processes."""
        raise NotImplementedError
