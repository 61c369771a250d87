"""What the PDF of an export must be: readable by people, programs and archives."""

import re
import subprocess
from pathlib import Path

import pikepdf


def text(file: Path) -> str:
    """Give the text that a reader can copy out, with line ends and hyphens at them undone."""
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)
    joined = re.sub(r"[-\u00ad\u2010]\n(?=\w)", "", done.stdout)
    return re.sub(r"\s+", " ", joined.replace("\u00ad", ""))


def is_sound(file: Path) -> bool:
    """Say whether qpdf finds nothing wrong with its structure."""
    return subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False).returncode == 0


def facts(file: Path) -> dict[str, str]:
    """Give what the document says of itself: marked, standards, language, title, author, number of pictures."""
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        pictures = sum(len(page.get_images()) for page in pdf.pages)
        with pdf.open_metadata() as xmp:
            return {
                "marked": str(bool(root.get("/MarkInfo", {}).get("/Marked", False))),
                "structure": str("/StructTreeRoot" in root),
                "pdf/a": f"{xmp.get('pdfaid:part', '')}{str(xmp.get('pdfaid:conformance', '')).lower()}",
                "pdf/ua": str(xmp.get("pdfuaid:part", "")),
                "language": str(root.get("/Lang", "")),
                "title": str(xmp.get("dc:title", "")),
                "author": ", ".join(str(name) for name in xmp.get("dc:creator", []) or []),
                "pictures": str(pictures),
            }
