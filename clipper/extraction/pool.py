"""The warm pool of extraction processes. Imports nothing heavy."""

import os

from clipper.errors import Cancelled, ExtractError
from clipper.extraction.job import Job
from clipper.lines import NOTHING_REPEATED, Repeated
from clipper.model import Article, Page
from clipper.workers import Pool, PoolClosed, WorkerDied, WorkerTooSlow

DEADLINE_S = 10.0
MEMORY_BYTES = 1_610_612_736
_WORK = "clipper.extraction.article:extract"


class Extraction:
    """Reads pages in worker processes, one a core, 10 s and 1.5 GiB each. Thread-safe.

    size: processes at most, None: one a core. deadline_s: for one page. memory_bytes: of one process.
    """

    def __init__(
        self, *, size: int | None = None, deadline_s: float = DEADLINE_S, memory_bytes: int = MEMORY_BYTES
    ) -> None:
        self._pool = Pool(_WORK, size=size or os.cpu_count() or 1, deadline_s=deadline_s, memory_bytes=memory_bytes)

    def warm(self) -> None:
        """Start the processes in the background."""
        self._pool.warm()

    def extract(self, page: Page, *, repeated: Repeated = NOTHING_REPEATED) -> Article:
        """Read the article of a page. repeated: lines that its site is known to repeat.

        Raise ExtractError(too_slow, too_large, damaged); Cancelled once closed.
        """
        try:
            article = self._pool.run(Job(body=page.body, url=page.url, charset=page.charset, repeated=repeated))
        except WorkerTooSlow as error:
            raise ExtractError("too_slow", str(self._pool.deadline_s), url=page.url) from error
        except PoolClosed as error:
            raise Cancelled from error
        except WorkerDied as error:
            # What ends a worker is its memory limit, or a page that breaks a parser.
            raise ExtractError("too_large", url=page.url) from error
        assert isinstance(article, Article)
        return article

    def close(self) -> None:
        """End the processes."""
        self._pool.close()
