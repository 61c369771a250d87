"""What is in a PDF: its text, its structure, its metadata."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from export_documents import document, drawn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.answers import ExportOptions
from clipper.exporting.exporter import Exporter
from clipper.model import Found, Illustration
from clipper.progress import Progress

Read = Callable[[Path], str]
Write = Callable[..., Any]

GERMAN = (
    "Die Donaudampfschifffahrtsgesellschaft hat Einspruch erhoben, das Landesverwaltungsgericht prüft, und der"
    " Naturschutzbeirat verlangt ein weiteres Gutachten über die Hochwassersicherheit der angrenzenden Siedlungen."
    " Effiziente Pläne pfiffiger Fachleute fließen öfter, als man hofft. "
)


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Give the structure elements of a PDF in reading order."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            if "/K" in node:
                waiting.append(node.K)


def roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S)[1:] for element in elements(pdf)]


def standards(pdf: pikepdf.Pdf) -> tuple[str | None, str | None, str | None]:
    with pdf.open_metadata() as xmp:
        return xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance"), xmp.get("pdfuaid:part")


def test_one_article_is_tagged_pdf_a_and_pdf_ua_with_its_metadata(write: Write, tmp_path: Path) -> None:
    picture = drawn(tmp_path)
    article = document(
        '<p>Eins <a href="https://example.org/x">zwei</a>.</p><h2>Drei</h2><ul><li>vier</li></ul>'
        "<table><tr><th>a<th>b<tr><td>1<td>2</table><blockquote>fünf</blockquote>",
        authors=("Karla Brandt", "Jonas Öztürk"),
        tags=("Wasser", "Umwelt/Fluss"),
        lead=picture,
        illustrations=(Illustration(picture.url, caption="Der Fluss", credit="Foto: M. Muster"),),
    )

    exported = write(article)

    assert exported.remarks == ()
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert standards(pdf) == ("3", "A", "1")
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("de", True)
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "Ein Tal holt sich seinen Fluss zurück"
            assert "Karla Brandt" in str(xmp["dc:creator"])
            assert "Jonas Öztürk" in str(xmp["dc:creator"])
            assert xmp["pdf:Keywords"] == "Wasser, Umwelt/Fluss"
            assert xmp["xmp:CreateDate"] == "2026-11-24T09:30:00Z"
        assert {"H1", "H2", "P", "Link", "Figure", "Caption", "L", "LI", "Table", "TH", "TD", "Quote"} <= set(
            roles(pdf)
        )
        (figure,) = (element for element in elements(pdf) if str(element.S) == "/Figure")
        assert str(figure.Alt) == "Der Fluss"
        with pdf.open_outline() as outline:
            assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
                ("Ein Tal holt sich seinen Fluss zurück", ["Drei"])
            ]


def test_the_article_is_attached_as_its_source(write: Write, tmp_path: Path) -> None:
    write(document("<p>Über <b>allem</b></p>"))

    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        attached = pdf.attachments["article.html"]
        assert attached.relationship == pikepdf.Name.Source
        assert attached.get_file().mime_type == "text/html"
        page = attached.get_file().read_bytes().decode()
    assert "<p>Über <b>allem</b></p>" in page
    assert '<link rel="canonical" href="https://www.example.org/umwelt/fluss">' in page


def test_text_is_copied_out_as_it_went_in(write: Write, tmp_path: Path, text_of: Read) -> None:
    write(document(f"<p>{GERMAN * 4}</p>"))

    assert GERMAN * 3 in text_of(tmp_path / "out.pdf")


def test_head_and_foot_say_where_the_article_is_from(write: Write, tmp_path: Path, text_of: Read) -> None:
    write(
        document(
            f"<p>{GERMAN * 30}</p>",
            section="Umwelt",
            subtitle="Sechzig Jahre unter Beton",
            authors=("Karla Brandt", "Jonas Öztürk"),
            date="2026-11-23T14:05:00+01:00",
            tags=("für später",),
        )
    )

    said = text_of(tmp_path / "out.pdf")
    for part in (
        "Talbote · Umwelt",
        "Sechzig Jahre unter Beton",
        "Von Karla Brandt und Jonas Öztürk",
        "23. November 2026, 14:05 Uhr",
        "https://www.example.org/umwelt/fluss",
        "für später",
        "Gespeichert am 24. November 2026",
    ):
        assert part in said
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        pages = len(pdf.pages)
        links = [str(mark.A.URI) for mark in pdf.pages[0].Annots if "/A" in mark]
    assert pages > 1
    assert links == ["https://www.example.org/umwelt/fluss"]
    for number in range(1, pages + 1):
        assert f"{number} / {pages}" in said or f"{number}/{pages}" in said


@pytest.mark.parametrize(
    ("language", "title", "html"),
    [
        ("ar", "السوق القديمة", "<p>في الصباح الباكر تفتح السوق القديمة أبوابها وتختلط رائحة الخبز بصوت الباعة</p>"),
        ("he", "הספרייה העירונית", "<p>בשעות הבוקר המוקדמות נפתחות דלתות הספרייה העירונית</p>"),
    ],
)
def test_scripts_from_right_to_left_need_no_font_of_the_system(
    write: Write, tmp_path: Path, text_of: Read, language: str, title: str, html: str
) -> None:
    exported = write(document(html, language=language, title=title))

    assert exported.remarks == ()
    said = text_of(tmp_path / "out.pdf").translate({ord(mark): None for mark in "\u202a\u202b\u202c"})
    assert " ".join(html[3:-4].split()) in said
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert (str(pdf.Root.Lang), str(pdf.Root.ViewerPreferences.Direction)) == (language, "/R2L")
        assert {str(font.FontDescriptor.FontName).split("+")[-1] for font in fonts(pdf)} <= BUNDLED


BUNDLED = {
    f"{family}-{style}"
    for family in ("Inter", "SourceSerif4", "NotoNaskhArabic", "NotoSerifHebrew")
    for style in ("Regular", "Italic", "Medium", "SemiBold", "Bold", "BoldItalic")
}


def fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            yield from font.get("/DescendantFonts", [])


def test_characters_without_a_bundled_font_are_asked_of_the_system(write: Write, tmp_path: Path, text_of: Read) -> None:
    exported = write(document("<p>港町の朝は早い。</p>", language="ja", title="港町の朝"))

    if exported.remarks:
        pytest.skip("this machine has no Japanese font")
    assert "港町の朝は早い。" in text_of(tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert standards(pdf) == ("3", "A", "1")


def test_characters_that_no_font_has_cost_the_standard_and_it_says_so(
    write: Write, tmp_path: Path, text_of: Read
) -> None:
    exported = write(document("<p>Keilschrift: \U00012000\U00012001 und mehr.</p>"))

    assert exported.remarks == ("glyphs_missing", "no_standard")
    assert "und mehr." in text_of(tmp_path / "out.pdf")


def test_several_articles_have_a_contents_page_and_bookmarks(write: Write, tmp_path: Path, text_of: Read) -> None:
    several = [
        document(f"<p>{GERMAN * 20}</p>", id=1, title="Das Erste", site="Blatt A"),
        document("<p>Two.</p>", id=2, title="The Second", site="Paper B", language="en"),
        document("<p>واحد</p>", id=3, title="الثالث", site="C", language="ar"),
    ]

    exported = write(several, language="en")

    assert exported.remarks == ()
    said = text_of(tmp_path / "out.pdf")
    assert said.startswith("3 clippings Contents Das Erste")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert (standards(pdf), str(pdf.Root.Lang)) == (("3", "A", "1"), "en")
        assert sorted(pdf.attachments) == ["article-2.html", "article-3.html", "article.html"]
        assert {"TOC", "TOCI"} <= set(roles(pdf))
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Das Erste", "The Second", "الثالث"]
        titles = [number_of_h1(pdf, number) for number in range(len(pdf.pages))]
    # The contents page and the first pages of the three articles; the first article is longer than a page.
    assert (titles[:3], titles[-2:], sum(titles)) == ([1, 1, 0], [1, 1], 4)


def number_of_h1(pdf: pikepdf.Pdf, page: int) -> int:
    """Count the titles on a page."""
    there = pdf.pages[page].obj.objgen
    return sum(1 for element in elements(pdf) if str(element.S) == "/H1" and pages_of(element) == {there})


def pages_of(element: Any) -> set[Any]:
    found = set()
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/Pg" in node:
                found.add(node.Pg.objgen)
            if "/K" in node:
                waiting.append(node.K)
    return found


def test_the_same_document_gives_the_same_bytes(write: Write, tmp_path: Path) -> None:
    article = document("<p>Gleich.</p>", lead=drawn(tmp_path), tags=("a",))

    write(article)
    first = (tmp_path / "out.pdf").read_bytes()
    write(document("<p>Dazwischen.</p>"))
    write(article)

    assert (tmp_path / "out.pdf").read_bytes() == first


def test_markup_of_the_typesetter_in_an_article_is_text(write: Write, tmp_path: Path, text_of: Read) -> None:
    text = '#import "x" $x^2$ *a* _b_ @c // d /* e */ = f #read("/etc/passwd")'

    exported = write(document(f"<p>{text}</p><h2>#panic()</h2>", title='#pagebreak() "$', tags=("#tag[",)))

    assert exported.remarks == ()
    said = text_of(tmp_path / "out.pdf")
    assert text in said
    assert "#pagebreak()" in said


@pytest.mark.parametrize("title", ["", "x" * 10_000, "Wort " * 2_000, "\u202egnitrevid\u202c ein", "a\ud800b\x00c"])
def test_any_title_is_set(write: Write, tmp_path: Path, title: str) -> None:
    exported = write(document(title=title))

    assert exported.remarks == ()
    with pikepdf.open(tmp_path / "out.pdf") as pdf, pdf.open_metadata() as xmp:
        assert 0 < len(xmp["dc:title"]) <= 600
        assert "\u202e" not in xmp["dc:title"]


def test_an_article_without_html_is_set_from_its_text(write: Write, tmp_path: Path, text_of: Read) -> None:
    write(document("", text="Erster Absatz.\n\nZweiter Absatz."))

    assert "Erster Absatz. Zweiter Absatz." in text_of(tmp_path / "out.pdf")


def test_a_subtitle_that_begins_as_the_text_does_is_not_said_twice(write: Write, tmp_path: Path, text_of: Read) -> None:
    write(document(f"<p>{GERMAN}</p><p>Zweitens.</p>", subtitle=GERMAN[:150] + "..."))

    assert text_of(tmp_path / "out.pdf").count("Die Donaudampfschifffahrtsgesellschaft") == 1


def test_headings_in_any_order_and_place_keep_the_standard(write: Write, tmp_path: Path) -> None:
    page = "<h1>Titel</h1><h5>a</h5><blockquote><h6>b</h6><p>c</p></blockquote><ul><li><h2>d</h2></li></ul><h4>e</h4>"

    exported = write(document(page, title="Titel"))

    assert exported.remarks == ()
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert standards(pdf) == ("3", "A", "1")
        assert [role for role in roles(pdf) if role in ("H1", "H2", "H3", "H4")] == ["H1", "H2", "H3", "H2", "H3"]


_TAGS = (
    "p div b i a ul ol li blockquote h1 h2 h3 h5 table thead tr td th caption figure figcaption br hr pre code sup dl"
)
TAGS = _TAGS.split()
TREES = st.recursive(
    st.text("ab ä#$*_@\\ \n\u00a0", max_size=8),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner)),
    max_leaves=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=TREES)
def test_any_html_is_set_within_the_standard(write: Write, made: object) -> None:
    def html(node: object) -> str:
        if isinstance(node, str):
            return node
        tag, inner = node  # type: ignore[misc]
        return f"<{tag}>" + "".join(map(html, inner)) + f"</{tag}>"

    assert write(document(html(made))).remarks == ()


def test_corrections_lead_over_the_row(write: Write, tmp_path: Path, text_of: Read) -> None:
    article = document(title="Alt")
    corrected = replace(article.article, metadata=replace(article.article.metadata, title=Found("Neu", "given", 1.0)))

    write(replace(article, article=corrected))

    assert "Neu" in text_of(tmp_path / "out.pdf")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_the_paper_is_the_one_asked_for(write: Write, tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    write(document(), paper=paper)

    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert tuple(round(float(edge)) for edge in pdf.pages[0].MediaBox[2:]) == size


def test_pages_are_given_as_pictures_for_preview_and_print(exporter: Exporter, tmp_path: Path) -> None:
    article = document(f"<p>{GERMAN * 30}</p>")
    options = ExportOptions()

    shown = exporter.preview([article], options=options, ppi=72)
    printed = exporter.pages([article], tmp_path, options=options, progress=Progress(), ppi=150)

    assert len(shown) == len(printed) > 1
    assert all(page.startswith(b"\x89PNG") for page in shown)
    assert {int.from_bytes(page[16:20], "big") for page in shown} == {595}
    assert [Path(path).name for path in printed[:2]] == ["page-0001.png", "page-0002.png"]
    assert int.from_bytes(Path(printed[0]).read_bytes()[16:20], "big") == 1240
