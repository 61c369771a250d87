"""Kept pictures -> pixels of the size they are shown at. Runs in a job: no Qt inside.

Pillow and not Qt: its decoders are asked for by name, so a picture can never make it open another file (SVG can).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clipper.model import KeptPicture
from clipper.progress import Progress

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF", "TIFF")
# A camera's largest; what is larger is a bomb.
LIMIT_PIXELS = 120_000_000
HEIGHT_OF_WIDTH = 1.25


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture decoded: rgba rows without padding. number: as the page counts its pictures."""

    number: int
    width: int
    height: int
    rgba: bytes


def shown_size(width: int, height: int, column: int) -> tuple[int, int]:
    """Give the size that a picture is shown at in a column of that width: never enlarged, never endlessly tall."""
    if width < 1 or height < 1:
        return 1, 1
    scale = min(1.0, column / width, column * HEIGHT_OF_WIDTH / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def load(
    wanted: Sequence[tuple[int, KeptPicture | None]],
    progress: Progress,
    tell: Callable[[Pixels], None],
    *,
    column: int,
    ratio: float,
) -> int:
    """Decode pictures, each told as soon as it is there; give how many. One that cannot be read is left out.

    wanted: numbers and files. column: width in logical pixels; ratio: device pixels in a logical one.
    """
    told = 0
    for done, (number, kept) in enumerate(wanted):
        progress.step(done, len(wanted))
        pixels = None if kept is None else _decode(number, kept, column=column, ratio=ratio)
        if pixels is not None:
            tell(pixels)
            told += 1
    return told


def _decode(number: int, kept: KeptPicture, *, column: int, ratio: float) -> Pixels | None:
    # Saves 30 ms at start.
    from PIL import Image, ImageOps

    width, height = shown_size(kept.width, kept.height, column)
    box = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    try:
        with Image.open(kept.path, formats=FORMATS) as picture:
            if picture.width * picture.height > LIMIT_PIXELS:
                return None
            picture.draft("RGB", box)
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail(box, Image.Resampling.LANCZOS)
            rgba = upright.convert("RGBA")
            return Pixels(number, rgba.width, rgba.height, rgba.tobytes())
    # What Pillow's decoders raise on damaged files, as its documentation and its tests have it.
    except (OSError, SyntaxError, ValueError, EOFError, ArithmeticError, IndexError, KeyError, TypeError, MemoryError):
        return None
    except Image.DecompressionBombError:
        return None
