"""A safe copy of a page as it was saved, to be opened in the browser: nothing in it runs, nothing is fetched."""

from collections.abc import Mapping
from pathlib import Path

from clipper.model import KeptPicture, Page


def write_copy(page: Page, pictures: Mapping[str, KeptPicture], folder: Path, *, notice: str) -> Path:
    """Write the copy into folder and give its path. Blocks: call it from a job.

    pictures: those kept, by absolute URL (Document.pictures); they stand in the copy itself. notice: a line on top
    of the page, plain text in the user's language. Raises OSError.
    """
    raise NotImplementedError
