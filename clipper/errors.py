"""The one tree of errors: facts as fields, never a sentence for the user."""

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a window that is starting pays for no model before it is painted
    from clipper.model import Fault


class ClipperError(Exception):
    """Anything that the user or the world caused. code: what happened; detail: the fact behind it."""

    def __init__(self, code: str, detail: str = "", *, path: str | None = None, url: str | None = None) -> None:
        super().__init__(code, detail, path, url)
        self.code = code
        self.detail = detail
        self.path = path
        self.url = url
        self.retry_after_s: int | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel from a worker process: pickle would hand the keyword-only facts over as positional ones."""
        return partial(type(self), path=self.path, url=self.url), (self.code, self.detail), self.__dict__

    def fault(self) -> "Fault":
        """Give the error as a value for a report."""
        from clipper.model import Fault  # as above

        return Fault(
            code=self.code, detail=self.detail or self.path or self.url or "", retry_after_s=self.retry_after_s
        )


class SourceError(ClipperError):
    """What was handed in is not something to clip. Codes: scheme, not_a_known_format, damaged, empty, not_found."""


class FetchError(ClipperError):
    """A page could not be fetched or read. Codes: those of the command line."""


class ExtractError(ClipperError):
    """A page could not be read by the extractor. Codes: too_slow, too_large, damaged."""


class LibraryError(ClipperError):
    """The library did not do it. Codes: read_only, full, no_folder, invalid (detail names the field)."""


class NotFoundError(LibraryError):
    """No clipping, tag or capture has that name or number."""


class TooNewError(LibraryError):
    """The library was written by a newer version; it was not touched. detail: its version."""


class BusyError(LibraryError):
    """Another process holds the library for longer than we wait."""


class DamagedError(LibraryError):
    """The database, a capture or a picture is not what was written."""


class SearchError(ClipperError):
    """The index cannot be used. Codes: damaged, missing, foreign, locked, unwritable (full or read only), unanswerable
    (it is whole, but a question broke the engine: a mistake of ours, detail says which)."""


class ExportError(ClipperError):
    """A file was not written; what was there is as it was. Codes: exists, read_only, full, no_folder,
    too_slow, failed."""


class Cancelled(Exception):  # noqa: N818 - the user's wish is no error
    """The user said stop. No fault."""
