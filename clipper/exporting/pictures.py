"""Kept pictures -> files that the typesetter can take. Runs in a child process alone: it decodes what the web sent."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from clipper.model import KeptPicture

MOST_PIXELS_WIDE = 1200  # the column is 125 mm wide: 244 dots an inch
MOST_PIXELS_HIGH = 1700
SCALE_FROM = 1.4  # less is not worth a second loss of quality
MOST_PIXELS = 120_000_000  # decoded 480 MB
JPEG_QUALITY = 86
FRAME = ".svg"
_JPEG_END = b"\xff\xd9"
_CANNOT_DECODE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError)
"""What Pillow raises on damaged files (seen: SyntaxError from PNG chunks, ValueError from TIFF)."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture written for the typesetter. file: its name in the workshop; pixels as they will be shown."""

    file: str
    width: int
    height: int


def plate(picture: KeptPicture, folder: Path, name: str) -> Plate | None:
    """Write a picture into the workshop as name; None where it cannot be read.

    The name has no suffix: the typesetter tells the kind by the first bytes, and so do we.

    What the typesetter knows is passed on byte for byte and only its head is looked at; a file that turns out to be
    damaged is met by remade. A JPEG is passed on in a frame, which spares its decoding (2 ms for 1200 x 800 pixels).
    """
    try:
        body = Path(picture.path).read_bytes()
    except OSError:
        return None
    kind = _kind(body)
    if kind == "svg":
        return _written(body, folder / name, max(picture.width, 1), max(picture.height, 1))
    try:
        with Image.open(io.BytesIO(body)) as image:
            turned = image.getexif().get(0x0112, 1) != 1
            fits = image.width <= MOST_PIXELS_WIDE * SCALE_FROM and image.height <= MOST_PIXELS_HIGH * SCALE_FROM
            still = getattr(image, "n_frames", 1) == 1
            plain = image.mode not in ("CMYK", "YCCK", "LAB")
            if kind and fits and still and plain and not turned:
                known = _written(body, folder / name, image.width, image.height)
                return _framed(known, folder) if kind == "jpg" and body.endswith(_JPEG_END) else known
            return _redrawn(image, folder, name)
    except _CANNOT_DECODE:
        return None


def _framed(known: Plate, folder: Path) -> Plate:
    """Write an SVG that shows one picture of the workshop: of what it links to, the typesetter reads only the head."""
    size = f'width="{known.width}" height="{known.height}"'
    file = known.file + FRAME
    (folder / file).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image href="{known.file}" {size}/></svg>'
    )
    return Plate(file, known.width, known.height)


def remade(path: Path) -> bool:
    """Decode a picture of the workshop in full and write it anew, under its name; False (and gone) where damaged."""
    try:
        with Image.open(path) as image:
            image.load()
            _saved(_drawable(image), path, "JPEG" if image.format == "JPEG" else "PNG")
    except _CANNOT_DECODE:
        path.unlink(missing_ok=True)
        return False
    return True


def _kind(body: bytes) -> str | None:
    """Give the format by the first bytes, None where the typesetter does not know it."""
    if body.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if body.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "webp"
    start = body[:1000].lstrip().lower()
    return (
        "svg" if start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in body[:5000] else None
    )


def _written(body: bytes, path: Path, width: int, height: int) -> Plate:
    path.write_bytes(body)
    return Plate(path.name, width, height)


def _redrawn(image: Image.Image, folder: Path, name: str) -> Plate:
    image.draft("RGB", (MOST_PIXELS_WIDE, MOST_PIXELS_HIGH))  # a JPEG is decoded at a fraction of its size
    drawn = _drawable(image)
    drawn.thumbnail((MOST_PIXELS_WIDE, MOST_PIXELS_HIGH), Image.Resampling.LANCZOS, reducing_gap=3.0)
    flat = drawn.mode in ("RGB", "L") and image.format not in ("PNG", "GIF")
    _saved(drawn, folder / name, "JPEG" if flat else "PNG")
    return Plate(name, drawn.width, drawn.height)


def _drawable(image: Image.Image) -> Image.Image:
    """Give the first frame upright, in a colour space of the screen."""
    image.seek(0)
    upright = ImageOps.exif_transpose(image)
    if upright.mode == "CMYK":
        return _to_screen(upright)
    if upright.mode in ("RGB", "L", "RGBA", "LA"):
        return upright
    if upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
        return upright.convert("L")
    return upright.convert("RGBA" if upright.has_transparency_data else "RGB")


def _to_screen(image: Image.Image) -> Image.Image:
    """Turn CMYK into RGB by the profile in the picture, where it has a sound one."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            turned = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):  # not a profile, or one of another colour space
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


def _saved(image: Image.Image, path: Path, kind: str) -> None:
    options = {"quality": JPEG_QUALITY, "optimize": True} if kind == "JPEG" else {}
    image.convert("RGB" if kind == "JPEG" and image.mode not in ("RGB", "L") else image.mode).save(
        path, kind, **options
    )
