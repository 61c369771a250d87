"""The pictures that a browser writes into a folder beside a page that it saves ("name_files", "name-Dateien")."""

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

MAX_FILE_BYTES = 10_000_000
FOLDER_ENDINGS = (
    *("_files", "-Dateien", "_Dateien", "-Datei", "_fichiers", "_archivos", "_bestanden", "_file", "_ficheiros"),
    *("_arquivos", "_soubory", "_pliki", "-filer", "_filer", ".files"),
)
"""Endings that browsers give that folder, in the user's language."""

_ATTRIBUTE = re.compile(
    r"\b(?:src|srcset|data-src|data-srcset|poster|content|href)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.I
)

_BASE = re.compile(r"<base\b[^>]{0,2000}?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)


def pictures_beside(path: Path, raw: bytes, url: str | None) -> Iterator[tuple[str, bytes]]:
    """Give (address as the page's reader sees it, bytes) of each file that the page names in its folder, each once.

    The address is what the page writes, made absolute by url where that is known.
    """
    beside = {name: path.parent / name for name in _names(path)}
    # Path.is_dir() raises where the longer name is too long for a name.
    folders = {name: folder for name, folder in beside.items() if os.path.isdir(folder)}  # noqa: PTH112
    if not folders:
        return
    seen = set()
    text = raw.decode("utf-8", "replace")
    base = _base(text, url or "")
    for written in _ATTRIBUTE.findall(text):
        if not any(name in written or quote(name) in written for name in folders):
            continue
        for reference in _references(html.unescape(written.strip("\"'"))):
            address = _joined(base, reference)
            file = _file(reference, folders)
            if file is not None and address not in seen:
                seen.add(address)
                yield address, file.read_bytes()


def _base(text: str, url: str) -> str:
    """Give what relative addresses of the page are relative to."""
    match = _BASE.search(text)
    return _joined(url, html.unescape(match.group(1))) if match else url


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:  # brackets that are no IPv6 address
        return reference


def _names(path: Path) -> list[str]:
    return [path.stem + ending for ending in FOLDER_ENDINGS]


def _references(value: str) -> Iterator[str]:
    """Give the addresses of an attribute, which may be a srcset."""
    yield value
    for candidate in value.split(", "):
        address = candidate.strip().partition(" ")[0]
        if address and address != value:
            yield address


def _file(reference: str, folders: dict[str, Path]) -> Path | None:
    """Give the file that a reference names, if it lies in the page's own folder and is of a picture's size."""
    parts = unquote(reference.partition("?")[0].partition("#")[0]).removeprefix("./").split("/")
    folder = folders.get(parts[0])
    if folder is None or len(parts) < 2 or ".." in parts or "" in parts:
        return None
    file = folder.joinpath(*parts[1:])
    try:
        inside = file.resolve().is_relative_to(folder.resolve())
        fits = inside and file.is_file() and file.stat().st_size <= MAX_FILE_BYTES
    except (OSError, ValueError):
        return None
    return file if fits else None
