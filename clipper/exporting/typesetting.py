"""The work of the typesetting child: sheets, and files made of them. The only file that knows typst.

It is imported in worker processes alone: typst holds the interpreter for the time it sets, and lxml reads foreign HTML.
"""

import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

import typst

from clipper import resources
from clipper.errors import ExportError
from clipper.exporting import faces, pictures, sheet
from clipper.exporting.orders import PagesOrder, PdfOrder, Printed, Sheet, SheetOrder
from clipper.exporting.wording import words

STANDARDS = ("a-3a", "ua-1")
MOST_KEYWORDS = 200


def work(order: SheetOrder | PdfOrder | PagesOrder) -> Sheet | Printed:
    """Do one order. Raise OSError (with the number of the system), ExportError(failed)."""
    if isinstance(order, SheetOrder):
        return sheet.make(order)
    if isinstance(order, PdfOrder):
        return _print_pdf(order)
    return _print_pages(order)


def _print_pdf(order: PdfOrder) -> Printed:
    setting = _Setting(order.sheets, Path(order.folder), order.options.paper, order.options.language)
    body = setting.pdf()
    with Path(order.output).open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    return Printed((order.output,), setting.remarks())


def _print_pages(order: PagesOrder) -> Printed:
    setting = _Setting(order.sheets, Path(order.folder), order.options.paper, order.options.language)
    setting.pdf()  # tells which fonts and pictures can be used; what is laid out here is not laid out again
    files = []
    for number, body in enumerate(setting.pages(order.ppi), 1):
        path = Path(order.output, f"page-{number:04}.png")
        path.write_bytes(body)
        files.append(str(path))
    return Printed(tuple(files), setting.remarks())


class _Setting:
    """Sets the sheets of a workshop, at first strictly with our own fonts, then with what turns out to be needed."""

    def __init__(self, sheets: Sequence[Sheet], folder: Path, paper: str, language: str) -> None:
        self._sheets = sheets
        self._folder = folder
        self._paper = paper
        self._language = faces.language(sheets[0].language if len(sheets) == 1 else language, language)
        self._system = False
        self._standards: Sequence[str] = STANDARDS
        self._gone: tuple[str, ...] = ()
        self._checked = False
        self._remarks: set[str] = {remark for each in sheets for remark in each.remarks}
        self._compiler: typst.Compiler | None = None

    def remarks(self) -> tuple[str, ...]:
        return tuple(sorted(self._remarks))

    def pdf(self) -> bytes:
        """Give the PDF; every way to fail costs one more attempt, and each is tried once."""
        while True:
            try:
                return self._compiled(format="pdf", pdf_standards=list(self._standards))[0]
            except typst.TypstError as error:
                if not self._eased(error):
                    raise ExportError("failed", error.message[:500]) from error

    def pages(self, ppi: int) -> list[bytes]:
        """Give the pages as PNG, after pdf has found out what can be used."""
        try:
            return self._compiled(format="png", ppi=float(ppi))
        except typst.TypstError as error:
            raise ExportError("failed", error.message[:500]) from error

    def _eased(self, error: typst.TypstError) -> bool:
        """Take away what the error is about; say whether another attempt is worth it."""
        self._compiler = None
        told = error.message.lower()
        if not self._checked and ("decode" in told or "image" in told or "svg" in told):
            self._checked = True
            self._gone = tuple(_damaged(self._folder))
            if self._gone:
                self._remarks.add("picture_left_out")
            return True
        if not self._standards:
            return False
        if not self._system:
            self._system = True
            return True
        self._standards = ()
        self._remarks.add("no_standard")
        if "font" in told or "glyph" in told:
            self._remarks.add("glyphs_missing")
        return True

    def _compiled(self, **options: Any) -> list[bytes]:
        if self._compiler is None:
            self._compiler = typst.Compiler(
                input=str(_template(self._folder)),
                root=str(self._folder),
                font_paths=_fonts(self._system),
                ignore_system_fonts=not self._system,
                sys_inputs={"data": json.dumps(self._data()), "tokens": _tokens()},
            )
        made = int(max(each.made for each in self._sheets).timestamp())
        result = self._compiler.compile(timestamp=made, **options)
        assert result is not None
        return result if isinstance(result, list) else [result]

    def _data(self) -> dict[str, Any]:
        """Give what main.typ needs: the file as a whole."""
        sheets, say = self._sheets, words(self._language)
        single = len(sheets) == 1
        made = max(each.made for each in sheets).astimezone(UTC)
        languages = {self._language, *(each.language for each in sheets)}
        return {
            "paper": self._paper,
            "language": self._language,
            "rtl": faces.is_rtl(self._language),
            "grown": faces.small_scale(self._language),
            "faces": {code: faces.fonts(code, system=self._system) for code in languages},
            "title": sheets[0].title if single else say.count(len(sheets)),
            "authors": list(_once(name for each in sheets for name in each.authors)),
            "keywords": list(_once(word for each in sheets for word in each.keywords))[:MOST_KEYWORDS],
            "description": sheets[0].description if single else " · ".join(_once(each.site for each in sheets))[:2000],
            "date": {part: getattr(made, part) for part in ("year", "month", "day", "hour", "minute", "second")},
            "contents": None if single else say.say("contents"),
            "count": say.count(len(sheets)),
            "articles": [each.file for each in sheets],
            "gone": list(self._gone),
        }


def _once(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word for word in words if word)


def _damaged(folder: Path) -> Iterable[str]:
    """Decode every picture of the workshop; give the names of those that cannot be."""
    return [path.name for path in sorted(folder.glob("picture-*")) if not pictures.remade(path)]


def _template(folder: Path) -> Path:
    """Copy the templates into the workshop, whose files alone the typesetter may read."""
    for name, text in _templates().items():
        (folder / name).write_bytes(text)
    return folder / "main.typ"


@cache
def _templates() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(resources.path("pdf").glob("*.typ"))}


@cache
def _tokens() -> str:
    return resources.path("styles", "tokens.json").read_text(encoding="utf-8")


@cache
def _fonts(system: bool) -> typst.Fonts:
    """Load fonts once a process: ours, and those of the machine only when a glyph is missing (0.1 to 1 s)."""
    return typst.Fonts(include_system_fonts=system, font_paths=[str(resources.path("fonts"))])


_fonts(False)  # warm: the fonts are there before the first order
