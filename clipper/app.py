"""The App: opens the library and picks the concrete parts. All that a face may see."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from clipper.answers import Exported, ExportOptions, Extracted, Outcome, Report
from clipper.library.library import Library
from clipper.model import IntakeRow
from clipper.progress import Progress
from clipper.settings import Settings


class App:
    """One library opened, with all that works on it. Methods block: call them from a job, never on the GUI thread."""

    library: Library
    settings: Settings

    def __init__(self, folder: Path, settings: Settings, *, allow_private: bool = False) -> None:
        """Open the library in folder (made where it is not there). Cheap: nothing heavy is imported.

        Raise LibraryError and its branches as Store does.
        """
        raise NotImplementedError

    def warm(self) -> None:
        """Start the extraction processes and open the index in the background."""
        raise NotImplementedError

    def take_in(self, given: Sequence[str], *, tags: Sequence[str] = ()) -> Report:
        """Write what was handed in to the library's intake, before anything is fetched.

        Report.outcomes holds what is known already and what is no source ("failed"; it stands in the intake, too);
        the rest is in library.intake.rows() as "waiting".
        """
        raise NotImplementedError

    def work_off(self, intake: Sequence[int], progress: Progress, tell: Callable[[Outcome], None]) -> Report:
        """Fetch, extract and add rows of the intake; tell each outcome after its commit. Raise Cancelled, LibraryError.

        Rows not reached stay "waiting". At the end the index has taken everything in.
        """
        raise NotImplementedError

    def clip(
        self,
        given: Iterable[str],
        progress: Progress,
        tell: Callable[[Outcome], None],
        *,
        tags: Sequence[str] = (),
    ) -> Report:
        """Take in and work off; given may be endless: an outcome is told before the next input is needed."""
        raise NotImplementedError

    def retry(self, intake: Sequence[int], progress: Progress, tell: Callable[[Outcome], None]) -> Report:
        """Try failed or waiting rows of the intake again."""
        raise NotImplementedError

    def fetch_again(self, ids: Sequence[int], progress: Progress, tell: Callable[[Outcome], None]) -> Report:
        """Fetch the pages of clippings anew: each gets a new capture, the old ones stay."""
        raise NotImplementedError

    def extract(self, inputs: Iterable[str], progress: Progress) -> Iterator[Extracted]:
        """Extract without the library: paths, addresses, or JSON lines {"path", "url", "id"}; in input order."""
        raise NotImplementedError

    def export(
        self, ids: Sequence[int], format: str, target: Path, options: ExportOptions, progress: Progress
    ) -> Exported:
        """Export clippings: an existing folder (or a target that ends in a separator) gets a file each, else one file.

        Raise ExportError, Cancelled, NotFoundError.
        """
        raise NotImplementedError

    def close(self) -> None:
        """End the processes, close the library."""
        raise NotImplementedError
