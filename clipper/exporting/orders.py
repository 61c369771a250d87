"""What the parent asks of the typesetting child and what it gets back: frozen values, light enough for any process."""

from dataclasses import dataclass
from datetime import datetime

from clipper.answers import ExportOptions
from clipper.model import Document


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """Make the sheet of one document: its data and pictures, written into the workshop folder.

    number: its place in the file, from 1; sheets of one file share a folder.
    """

    document: Document
    number: int
    folder: str
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document ready to be set. file: its data in the workshop; remarks: codes; the rest is for the whole file."""

    file: str
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
    folder: str
    options: ExportOptions
    output: str


@dataclass(frozen=True, slots=True)
class PagesOrder:
    """Set sheets and write every page as PNG into the folder output."""

    sheets: tuple[Sheet, ...]
    folder: str
    options: ExportOptions
    output: str
    ppi: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written: the paths of the files in page order. remarks: codes."""

    files: tuple[str, ...]
    remarks: tuple[str, ...]
