"""Names for files that leave the library. Pure but for the day."""

import re
from collections.abc import Sequence
from datetime import date

NAME_CHARS = 80
# What no file system of the three platforms takes in a name, and what would turn its reading direction.
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


def proposed(titles: Sequence[str]) -> str:
    """Propose a file's name without its ending: of the title, or of the day for several."""
    if len(titles) == 1:
        name = " ".join(_UNFIT.sub(" ", titles[0]).split())[:NAME_CHARS].strip(" .")
        return name or "Clipping"
    return f"Clippings {date.today().isoformat()}"
