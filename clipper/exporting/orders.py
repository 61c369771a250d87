"""What the parent asks of the typesetting child and what it gets back: frozen values, light enough for any process."""

from dataclasses import dataclass
from datetime import datetime

from clipper.answers import ExportOptions
from clipper.model import Document


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one file is made: a folder that outlives it, and a name that all of its own files begin with.

    The folder stays the same for all jobs, since the typesetter then knows its templates already (2 ms of 10 a file).
    """

    folder: str
    job: str


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """Make the sheet of one document; its pictures are written into the workshop.

    number: its place in the file, from 1.
    """

    document: Document
    number: int
    bench: Bench
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document ready to be set. data: JSON for the template; remarks: codes; the rest is for the file as a whole."""

    data: str
    title: str
    authors: tuple[str, ...]
    site: str
    keywords: tuple[str, ...]
    description: str
    language: str
    made: datetime
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PdfOrder:
    """Set sheets as one PDF and write it to output, flushed to the disk."""

    sheets: tuple[Sheet, ...]
    bench: Bench
    options: ExportOptions
    output: str


@dataclass(frozen=True, slots=True)
class PagesOrder:
    """Set sheets and write every page as PNG into the folder output."""

    sheets: tuple[Sheet, ...]
    bench: Bench
    options: ExportOptions
    output: str
    ppi: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written: the paths of the files in page order. remarks: codes."""

    files: tuple[str, ...]
    remarks: tuple[str, ...]
