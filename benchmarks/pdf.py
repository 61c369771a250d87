"""PDF beside WeasyPrint: 20 different articles with one picture each, 50 in one file, and the cold first export.

    python benchmarks/pdf.py [--rounds N]

Both are warm processes with the bundled fonts alone; the text is made up, the pictures are drawn. Ours is measured
inside the child: reading the article and setting it, to bytes. WeasyPrint sets the same parts in the same look, as
tagged PDF/A-3a with the article attached, to bytes. The cold export is measured from outside.
WeasyPrint is used as its documentation shows (a FontConfiguration a document), and once more with fonts kept.
Figures of a busy machine are worth little: typst uses all cores, WeasyPrint one.
"""

import argparse
import hashlib
import html
import logging
import random
import secrets
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from clipper.answers import ExportOptions  # noqa: E402 - the checkout is not installed
from clipper.exporting import sheet, typesetting  # noqa: E402
from clipper.exporting.exporter import Exporter  # noqa: E402
from clipper.exporting.orders import Bench, SheetOrder  # noqa: E402
from clipper.model import Article, Clipping, Document, Found, Illustration, KeptPicture, Metadata  # noqa: E402
from clipper.progress import Progress  # noqa: E402
from clipper.workers import Pool  # noqa: E402

# Words of about the mean length of German news (6 letters), long compounds among them.
_WORDS = (
    "der die das und ein eine in auf mit von zu für über nach bei gestern heute am im den dem des es sie er wir ist war"
    " wird hat nicht auch noch nur so als wie aber doch wenn dann man kann muss soll Gemeinde Stadt Wasser Jahr Leute"
    " Arbeit Haus Plan Geld Zeit Straße Verein Landesregierung Verkehrsbetriebe Haushaltsentwurf Wissenschaftlerinnen"
    " sagte meldete beschloss untersucht erwartet neue alte lange schwierige Entscheidung Universität Prozent Millionen"
)
WORDS = _WORDS.split()
SINGLES, SEVERAL = 20, 50


def drawn(folder: Path, number: int) -> KeptPicture:
    """Draw a picture of 1200 x 800 pixels that is like no other."""
    rng = random.Random(number)
    picture = Image.effect_noise((300, 200), 40).resize((1200, 800)).convert("RGB")
    pen = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y, size = rng.randrange(1200), rng.randrange(800), rng.randrange(20, 300)
        pen.ellipse((x, y, x + size, y + size), fill=tuple(rng.randrange(256) for _ in range(3)))
    path = folder / f"{number}.jpg"
    picture.filter(ImageFilter.GaussianBlur(2)).save(path, quality=85)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return KeptPicture(f"https://example.org/{number}.jpg", digest, str(path), "image/jpeg", 1200, 800)


def written(number: int, picture: KeptPicture) -> Document:
    """Make up an article of about 700 words that is like no other: headings, links, a quote, a list, stressed words."""
    rng = random.Random(number)

    def some(count: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(count))

    def sentence() -> str:
        return some(rng.randrange(8, 18)).capitalize() + "."

    parts = []
    for place in range(9):
        if place in (3, 6):
            parts.append(f"<h2>{some(4).capitalize()}</h2>")
        link = f'<a href="https://example.org/{number}/{place}">{some(3)}</a> <em>{some(2)}</em> <b>{some(2)}</b>'
        parts.append(f"<p>{' '.join(sentence() for _ in range(5))} {link if place % 3 == 0 else some(5)}.</p>")
    parts.insert(5, f"<blockquote><p>{sentence()}</p></blockquote>")
    parts.insert(8, "<ul>" + "".join(f"<li>{some(8)}</li>" for _ in range(3)) + "</ul>")
    title = " ".join(rng.choice(WORDS) for _ in range(7)).capitalize()
    metadata = Metadata(
        title=Found(title),
        authors=Found(("Anna Beispiel",)),
        date=Found(f"2026-10-{number % 28 + 1:02}"),
        site=Found("Beispielblatt"),
        language=Found("de"),
        image=Found(picture.url),
    )
    article = Article(
        metadata, "", "".join(parts), illustrations=(Illustration(picture.url, "Ein gemaltes Bild", "Redaktion"),)
    )
    added = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=number)
    clipping = Clipping(
        number, f"{number}", f"https://example.org/{number}", title, "Beispielblatt", ("Anna Beispiel",), None, "de",
        added, ("Probe", "Maß"), (), False, False, "", "", 500, None,
    )  # fmt: skip
    return Document(clipping, article, (), {picture.url: picture})


def as_html(documents: list[Document]) -> str:
    """Give the same articles as a page for WeasyPrint: the same parts, in the same order."""
    parts = []
    for document in documents:
        picture, clipping = next(iter(document.pictures.values())), document.clipping
        title, url = html.escape(clipping.title), html.escape(clipping.url or "")
        parts.append(
            f"<article><p class=kicker>{clipping.site}</p><h1>{title}</h1><p class=by>Von Anna Beispiel</p>"
            f"<p class=small>{document.article.metadata.date.value}</p><p class=small><a href='{url}'>{url}</a></p><hr>"
            f"<figure><img alt='Ein gemaltes Bild' src='{Path(picture.path).as_uri()}'>"
            f"<figcaption>Ein gemaltes Bild Redaktion</figcaption></figure>{document.article.html}"
            f"<p class=tags>{' '.join(f'<span>{tag}</span>' for tag in clipping.tags)}</p></article>"
        )
    head = "<title>Probe</title><meta name=author content='Anna Beispiel'><meta name=keywords content='Probe, Maß'>"
    return f"<!DOCTYPE html><html lang=de>{head}{''.join(parts)}</html>"


def style(fonts: FontConfiguration) -> CSS:
    """Give a style sheet of the same look, with the bundled fonts."""
    faces = "".join(
        f"@font-face {{ font-family: '{family}'; src: url('{(ROOT / 'resources/fonts' / file).as_uri()}');"
        f" font-weight: {weight}; font-style: {slope} }}"
        for family, file, weight, slope in (
            ("Source Serif 4", "SourceSerif4-Regular.ttf", 400, "normal"),
            ("Source Serif 4", "SourceSerif4-Italic.ttf", 400, "italic"),
            ("Source Serif 4", "SourceSerif4-SemiBold.ttf", 600, "normal"),
            ("Inter", "Inter-Regular.ttf", 400, "normal"),
            ("Inter", "Inter-Medium.ttf", 500, "normal"),
            ("Inter", "Inter-SemiBold.ttf", 600, "normal"),
        )
    )
    rules = """
    @page { size: A4; margin: 27mm 42.5mm 26mm;
      @top-left { content: string(site); font: 7.5pt Inter } @top-right { content: string(title); font: 7.5pt Inter }
      @bottom-left { content: "Gespeichert am 1. November 2026"; font: 7.5pt Inter }
      @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Inter } }
    body { font: 11.16pt/1.5 'Source Serif 4'; text-align: justify; hyphens: auto; color: #1F1D1A }
    article { break-before: page } h1, h2 { font-weight: 600; text-align: left; hyphens: none; break-after: avoid }
    h1 { font-size: 24pt; line-height: 1.14; string-set: title content() } h2 { font-size: 13.8pt }
    img { width: 100% } figure { margin: 1.5em 0 } hr { border: 0; border-top: 0.6pt solid #DDD8CC }
    figcaption, .by, .small, .kicker { font: 8.3pt/1.4 Inter; color: #625D54; text-align: left; hyphens: none }
    .kicker { font-weight: 600; color: #1F55A5; string-set: site content() } .by { font-weight: 500 }
    .tags span { font: 7.5pt Inter; background: #E9E5DB; border-radius: 1em; padding: 0.2em 0.75em }"""
    return CSS(string=faces + rules, font_config=fonts)


def row(name: str, ours: list[float], theirs: list[float], wanted: str) -> float:
    """Print a line of the table; give the ratio of the medians."""
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"{name:<38}{one:>9.3f} s{other:>12.3f} s{other / one:>9.1f} x   {wanted}")
    return other / one


def timed(work: tuple[list[Document], str]) -> float:
    """Export documents in the child that this runs in; give the seconds it took."""
    documents, folder = work
    bench = Bench(folder, secrets.token_hex(8))
    options = ExportOptions(language="de")
    begun = time.perf_counter()
    orders = (SheetOrder(document, number, bench, options) for number, document in enumerate(documents, 1))
    typesetting.typeset([sheet.make(order) for order in orders], bench, options)
    return time.perf_counter() - begun


def main() -> int:
    """Measure and print; 1 where a figure is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3, help="of the file with 50 articles")
    rounds = parser.parse_args().rounds
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = [written(number, drawn(folder, number)) for number in range(SEVERAL + 1)]

        def export(some: list[Document]) -> float:
            return float(pool.run((some, name)))

        def weasy(some: list[Document], kept: tuple[FontConfiguration, CSS] | None = None) -> float:
            begun = time.perf_counter()
            fonts = kept[0] if kept else FontConfiguration()
            looks = kept[1] if kept else style(fonts)
            sources = [Attachment(string=document.article.html, name="article.html") for document in some]
            HTML(string=as_html(some)).write_pdf(
                stylesheets=[looks], font_config=fonts, pdf_variant="pdf/a-3a", attachments=sources
            )
            return time.perf_counter() - begun

        begun = time.perf_counter()
        exporter = Exporter()
        exporter.export(documents[-1:], folder / "cold.pdf", format="pdf", options=ExportOptions(), progress=Progress())
        cold = time.perf_counter() - begun
        exporter.close()
        pool = Pool(f"{Path(__file__).stem}:timed", size=1, deadline_s=120)
        export(documents[-1:])
        weasy(documents[-1:])
        shared = FontConfiguration()
        kept = (shared, style(shared))
        ours, theirs, kept_theirs = [], [], []
        for document in documents[:SINGLES]:
            ours.append(export([document]))
            theirs.append(weasy([document]))
            kept_theirs.append(weasy([document], kept))
        print(f"{'':<38}{'Clipper':>11}{'WeasyPrint':>14}{'ratio':>11}   wanted")
        good = row(f"one article, median of {SINGLES}", ours, theirs, "at least 5 x") >= 5
        row("the same, fonts kept by WeasyPrint", ours, kept_theirs, "")
        some = documents[:SEVERAL]
        many = [(export(some[turn:] + some[:turn]), weasy(some[turn:] + some[:turn])) for turn in range(rounds)]
        name = f"{SEVERAL} in one file, median of {rounds}"
        good = row(name, [one for one, _ in many], [other for _, other in many], "at least 8 x") >= 8 and good
        print(f"{'cold first export':<38}{cold:>9.3f} s{'':>26}   at most 1.5 s")
        pool.close()
    return 0 if good and cold <= 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())
