"""Where icons, fonts, templates and translations lie: in a wheel, a frozen app or a checkout."""

import sys
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """Give the folder of resources. In a wheel it is clipper/_resources, in a checkout resources/ beside clipper/."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "clipper" / "_resources"] if frozen else []
    candidates += [here / "_resources", here.parent / "resources"]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(candidates[-1])


def path(*parts: str) -> Path:
    """Give the path of one resource, as path("icons", "tag.svg")."""
    return folder().joinpath(*parts)
