"""Pictures in a PDF: every kind that the web has, and the broken ones."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from export_documents import document, drawn, kept
from PIL import Image, ImageCms, features

from clipper.exporting import pictures
from clipper.model import Illustration

Write = Callable[..., Any]


def images(path: Path) -> list[Any]:
    with pikepdf.open(path) as pdf:
        found = {}
        for page in pdf.pages:
            for image in page.get_images().values():
                found[image.objgen] = (int(image.Width), int(image.Height), str(image.get("/Filter")))
        return list(found.values())


def saved(path: Path, image: Image.Image, kind: str, **options: object) -> Path:
    image.save(path, kind, **options)
    return path


def gradient(mode: str = "RGB", size: tuple[int, int] = (300, 200)) -> Image.Image:
    return Image.radial_gradient("L").resize(size).convert("RGB").convert(mode)


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
KINDS: dict[str, Callable[[Path], Path]] = {
    "jpeg": lambda path: saved(path, gradient(), "JPEG"),
    "progressive": lambda path: saved(path, gradient(), "JPEG", progressive=True),
    "grey": lambda path: saved(path, gradient("L"), "JPEG"),
    "cmyk": lambda path: saved(path, gradient("CMYK"), "JPEG"),
    "cmyk with a foreign profile": lambda path: saved(path, gradient("CMYK"), "JPEG", icc_profile=SRGB),
    "cmyk with a broken profile": lambda path: saved(path, gradient("CMYK"), "JPEG", icc_profile=b"x" * 200),
    "png": lambda path: saved(path, gradient("RGBA"), "PNG"),
    "png16": lambda path: saved(path, gradient("L").convert("I;16"), "PNG"),
    "palette": lambda path: saved(path, gradient("P"), "PNG"),
    "gif": lambda path: saved(path, gradient("P"), "GIF"),
    "animated": lambda path: saved(path, gradient("P"), "GIF", save_all=True, append_images=[gradient("L")]),
    "webp": lambda path: saved(path, gradient(), "WEBP"),
    "bmp": lambda path: saved(path, gradient(), "BMP"),
    "tiff": lambda path: saved(path, gradient("CMYK"), "TIFF", compression="tiff_lzw"),
    "avif": lambda path: saved(path, gradient(), "AVIF"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_any_kind_is_shown(write: Write, tmp_path: Path, kind: str) -> None:
    if kind == "avif" and not features.check("avif"):
        pytest.skip("this Pillow knows no AVIF")
    picture = kept(KINDS[kind](tmp_path / "picture"), "picture", media_type="image/x")

    exported = write(document(lead=picture))

    assert exported.remarks == ()
    shown = [image for image in images(tmp_path / "out.pdf") if image[:2] == (300, 200)]
    assert shown


def test_a_jpeg_is_kept_byte_for_byte(write: Write, tmp_path: Path) -> None:
    picture = drawn(tmp_path)

    write(document(lead=picture))

    assert Path(picture.path).read_bytes() in (tmp_path / "out.pdf").read_bytes()


def test_an_svg_is_drawn(write: Write, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="9" height="9"/></svg>')

    exported = write(document(lead=kept(path, "a.svg", size=(30, 20))))

    assert exported.remarks == ()


def test_an_svg_that_is_none_costs_itself_alone(write: Write, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"')
    html = '<p>a</p><p>b</p><img src="https://example.org/a.svg">'

    exported = write(document(html, lead=drawn(tmp_path), pictures=[kept(path, "a.svg", size=(30, 20))]))

    assert exported.remarks == ("picture_left_out",)
    assert [image[:2] for image in images(tmp_path / "out.pdf")] == [(600, 400)]


def test_a_picture_larger_than_memory_is_left_out(write: Write, tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    head = struct.pack(">II5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk + zlib.compress(b"\0" * 100_000))

    exported = write(document(lead=kept(path, "bomb.png", size=(60_000, 60_000))))

    assert exported.remarks == ("picture_left_out",)


def test_a_picture_far_larger_than_print_needs_is_made_smaller(write: Write, tmp_path: Path) -> None:
    write(document(lead=drawn(tmp_path, size=(6000, 3000))))

    assert [image[:2] for image in images(tmp_path / "out.pdf")] == [(1200, 600)]


def test_a_picture_that_was_taken_upright_stands_upright(write: Write, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    write(document(lead=kept(saved(tmp_path / "a.jpg", gradient(), "JPEG", exif=exif), "a.jpg")))

    assert [image[:2] for image in images(tmp_path / "out.pdf")] == [(200, 300)]


def cut(body: bytes) -> bytes:
    return body[: len(body) // 2]


def test_a_jpeg_without_its_end_gets_no_frame(tmp_path: Path) -> None:
    whole, torn = saved(tmp_path / "whole", gradient(), "JPEG"), saved(tmp_path / "torn", gradient(), "JPEG")
    torn.write_bytes(cut(torn.read_bytes()))

    files = [pictures.plate(kept(path, path.name), tmp_path, f"job-{path.name}") for path in (whole, torn)]

    assert [plate and plate.file for plate in files] == ["job-whole.svg", "job-torn"]


@pytest.mark.parametrize("kind", ["jpeg", "png", "gif", "webp"])
@pytest.mark.parametrize("damage", [cut, lambda body: body[:40], lambda body: b"", lambda body: b"<html>Not found"])
def test_a_damaged_picture_is_left_out_or_shown_in_part(
    write: Write, tmp_path: Path, kind: str, damage: Callable[[bytes], bytes]
) -> None:
    path = KINDS[kind](tmp_path / "bad")
    path.write_bytes(damage(path.read_bytes()))
    good = drawn(tmp_path, "good.jpg")
    html = '<p>Eins.</p><p>Zwei.</p><figure><img src="https://example.org/bad"><figcaption>Fehlt</figcaption></figure><p>Mehr.</p>'

    exported = write(document(html, lead=good, pictures=[kept(path, "bad")]))

    assert exported.remarks in ((), ("picture_left_out",))
    assert (600, 400) in [image[:2] for image in images(tmp_path / "out.pdf")]


def test_a_png_with_a_flipped_byte_costs_itself_alone(write: Write, tmp_path: Path) -> None:
    path = KINDS["png"](tmp_path / "bad")
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 0xFF
    path.write_bytes(body)
    bad, good = kept(path, "bad", media_type="image/png"), drawn(tmp_path, "good.jpg")

    exported = write([document(lead=bad), document(id=2, lead=good)])

    assert exported.remarks == ("picture_left_out",)
    assert [image[:2] for image in images(tmp_path / "out.pdf")] == [(600, 400)]


def test_a_gallery_is_set_within_the_standard_with_all_its_pictures(write: Write, tmp_path: Path) -> None:
    several = [drawn(tmp_path, f"{number}.jpg", shade=number) for number in range(7)]
    html = "<p>a</p><p>b</p>" + "".join(
        f'<figure><img src="{picture.url}"><figcaption>Bild</figcaption></figure>' for picture in several
    )

    exported = write(document(html, pictures=several))

    assert exported.remarks == ()
    assert [image[:2] for image in images(tmp_path / "out.pdf")] == [(600, 400)] * 7


def test_a_picture_whose_file_is_gone_is_left_out(write: Write, tmp_path: Path) -> None:
    picture = drawn(tmp_path)
    Path(picture.path).unlink()

    exported = write(document(lead=picture))

    assert exported.remarks == ("picture_left_out",)
    assert images(tmp_path / "out.pdf") == []


def test_without_pictures_none_is_shown_and_nothing_is_missed(write: Write, tmp_path: Path) -> None:
    exported = write(document('<p>a</p><img src="https://example.org/a.jpg">', lead=drawn(tmp_path)), pictures=False)

    assert exported.remarks == ()
    assert images(tmp_path / "out.pdf") == []


def test_the_lead_picture_is_not_shown_twice(write: Write, tmp_path: Path) -> None:
    lead = drawn(tmp_path)
    html = f'<p>a</p><p>b</p><p>c</p><figure><img src="{lead.url}"><figcaption>Legende</figcaption></figure>'

    write(document(html, lead=lead, illustrations=(Illustration(lead.url, credit="Foto: M."),)))

    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert content.count(b" Do") == 1


def test_a_picture_without_words_is_called_by_the_title(write: Write, tmp_path: Path) -> None:
    write(document(lead=drawn(tmp_path)))

    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        told = [str(found.Alt) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/Alt" in found]
    assert told == ["Bild aus „Ein Tal holt sich seinen Fluss zurück“"]


def test_a_data_address_is_found_like_any_other(write: Write, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    gradient().save(buffer, "PNG")
    path = tmp_path / "inline.png"
    path.write_bytes(buffer.getvalue())
    inline = kept(path, "x")
    data = type(inline)("data:image/png;base64,AAAA", inline.sha256, inline.path, "image/png", 300, 200)

    exported = write(document('<p>a</p><p>b</p><img src="data:image/png;base64,AAAA">', pictures=[data]))

    assert exported.remarks == ()
    assert [image[:2] for image in images(tmp_path / "out.pdf")] == [(300, 200)]
