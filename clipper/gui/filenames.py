"""Names and folders for files that leave the library."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

NAME_CHARS = 80
# What no file system of the three platforms takes in a name, and what would turn its reading direction.
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


def proposed(titles: Sequence[str]) -> str:
    """Propose a file's name without its ending: of the title, or of the day for several."""
    if len(titles) == 1:
        name = " ".join(_UNFIT.sub(" ", titles[0]).split())[:NAME_CHARS].strip(" .")
        return name or "Clipping"
    return f"Clippings {date.today().isoformat()}"


def folder_there(last: str = "") -> str:
    """Give a folder to write to: the last one, else the documents, else the home, whichever is there."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((place for place in (last, documents) if place and Path(place).is_dir()), str(Path.home()))
