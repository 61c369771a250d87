"""The work of the typesetting child: sheets, and files made of them. The only file that knows typst.

It is imported in worker processes alone: typst holds the interpreter for the time it sets, and lxml reads foreign HTML.
"""

import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import typst

from clipper import resources
from clipper.answers import ExportOptions
from clipper.errors import ExportError
from clipper.exporting import faces, pictures, sheet
from clipper.exporting.orders import Bench, PagesOrder, PdfOrder, Printed, Sheet, SheetOrder
from clipper.exporting.wording import words

STANDARDS = ("a-3a", "ua-1")
MAIN = "main.typ"
TEMPLATES = ("look", "blocks", "article", "main")
MOST_KEYWORDS = 200
MANY = 20
MOST_THREADS = 8


def work(order: SheetOrder | PdfOrder | PagesOrder) -> Sheet | Printed:
    """Do one order. Raise OSError (with the number of the system), ExportError(failed)."""
    if isinstance(order, SheetOrder):
        return sheet.make(order)
    if isinstance(order, PdfOrder):
        return _print_pdf(order)
    return _print_pages(order)


def typeset(sheets: Sequence[Sheet], bench: Bench, options: ExportOptions) -> tuple[bytes, tuple[str, ...]]:
    """Set sheets as one PDF; give its bytes and remarks. Raise ExportError(failed)."""
    setting = _Setting(sheets, bench, options)
    return setting.pdf(), setting.remarks()


def _print_pdf(order: PdfOrder) -> Printed:
    body, remarks = typeset(order.sheets, order.bench, order.options)
    with Path(order.output).open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    if len(order.sheets) > MANY:
        _forget(order.bench)
    return Printed((order.output,), remarks)


def _forget(bench: Bench) -> None:
    """Let go of what typst keeps of a large file: it does so after ten more runs (0.5 GB after 100 articles)."""
    empty = typst.Compiler(root=bench.folder, ignore_system_fonts=True)
    for _ in range(11):
        empty.compile(input=b" ", format="pdf")


def _print_pages(order: PagesOrder) -> Printed:
    setting = _Setting(order.sheets, order.bench, order.options)
    setting.pdf()  # tells which fonts and pictures can be used; what is laid out here is not laid out again
    files = []
    for number, body in enumerate(setting.pages(order.ppi), 1):
        path = Path(order.output, f"page-{number:04}.png")
        path.write_bytes(body)
        files.append(str(path))
    return Printed(tuple(files), setting.remarks())


class _Setting:
    """Sets the sheets of a workshop, at first strictly with our own fonts, then with what turns out to be needed."""

    def __init__(self, sheets: Sequence[Sheet], bench: Bench, options: ExportOptions) -> None:
        self._sheets = sheets
        self._bench = bench
        self._paper = options.paper
        own = sheets[0].language if len(sheets) == 1 else options.language
        self._language = faces.language(own, options.language)
        self._system = False
        self._standards: Sequence[str] = STANDARDS
        self._gone: tuple[str, ...] = ()
        self._checked = False
        self._remarks: set[str] = {remark for each in sheets for remark in each.remarks}

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
        told = error.message.lower()
        if not self._checked and ("decode" in told or "image" in told or "svg" in told):
            self._checked = True
            self._gone = tuple(_damaged(self._bench))
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
        inputs = {
            "data": json.dumps(self._data()),
            "articles": f"[{','.join(each.data for each in self._sheets)}]",
            "tokens": _tokens(),
        }
        made = int(max(each.made for each in self._sheets).timestamp())
        result = _compiler(self._bench.folder, self._system).compile(sys_inputs=inputs, timestamp=made, **options)
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
            "gone": list(self._gone),
        }


def _once(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word for word in words if word)


def _damaged(bench: Bench) -> Iterable[str]:
    """Decode every picture of the job; give the names, and those of the frames, of what cannot be."""
    pictured = sorted(Path(bench.folder).glob(f"{bench.job}-*"))
    gone = [path.name for path in pictured if path.suffix != pictures.FRAME and not pictures.remade(path)]
    return gone + [name + pictures.FRAME for name in gone]


def _compiler(folder: str, system: bool) -> typst.Compiler:
    """Give the compiler of a workshop folder; only files of that folder may be read."""
    main = Path(folder, MAIN)
    if not main.exists():  # a tidy system may have emptied the folder
        main.write_bytes(_source())
    return _made_compiler(folder, system)


@lru_cache(maxsize=4)
def _made_compiler(folder: str, system: bool) -> typst.Compiler:
    return typst.Compiler(
        input=str(Path(folder, MAIN)), root=folder, font_paths=_fonts(system), ignore_system_fonts=not system
    )


def _source() -> bytes:
    """Give the templates as one source: a file of the checkout could not be imported from the workshop."""
    parts = [resources.path("pdf", f"{name}.typ").read_text(encoding="utf-8") for name in TEMPLATES]
    lines = "".join(parts).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#import ")).encode()


@cache
def _tokens() -> str:
    return resources.path("styles", "tokens.json").read_text(encoding="utf-8")


@cache
def _fonts(system: bool) -> typst.Fonts:
    """Load fonts once a process: ours, and the machine's only when a glyph is missing (up to 1 s)."""
    return typst.Fonts(include_system_fonts=system, font_paths=[str(resources.path("fonts"))])


# A thread for each of 64 cores would reserve more address space than the child may have, and one file fills few cores.
os.environ.setdefault("RAYON_NUM_THREADS", str(min(os.cpu_count() or 1, MOST_THREADS)))
_fonts(False)  # warm: the fonts are there before the first order
