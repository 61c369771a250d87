"""The reading pane sets an article like a page of a book, and tells what the user does with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from documents import document, finding
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QTextBlock, QTextFormat, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from clipper.errors import DamagedError
from clipper.gui.reading.gallery import Gallery
from clipper.gui.reading.pane import ReadingPane
from clipper.gui.reading.pictures import Pixels
from clipper.gui.theme import Theme
from clipper.model import Document, KeptPicture

Show = Callable[[Document], None]
LONG = "".join(f"<p>Paragraph {number}. {'All the words of a long article. ' * 12}</p>" for number in range(60))


class Opener(QObject):
    """Takes what would go to the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def opener(qapp: QApplication) -> Iterator[Opener]:
    opener = Opener()
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.setUrlHandler(scheme, opener, "open")  # type: ignore[arg-type]
    yield opener
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)


def text(pane: ReadingPane) -> str:
    return pane.article.browser.toPlainText()


def test_an_article_shows_all_that_is_known_of_it(pane: ReadingPane, show: Show) -> None:
    show(document("<p>The text.</p>"))

    shown = text(pane)
    for piece in (
        "Harbour Times · Politics",
        "Bridge stays closed",
        "Works on both towers",
        "By Ada Sample and Ben Beispiel",
        "November 23, 2026",
        "2 min",
        "Open on example.org",
        "politics/local",
        "The text.",
        "Clipped on",
    ):
        assert piece in shown, piece


def test_a_line_holds_sixty_to_seventy_five_characters(pane: ReadingPane, show: Show) -> None:
    pane.resize(1400, 900)
    show(document(LONG))

    block = pane.article.browser.document().findBlockByNumber(10)
    layout = block.layout()
    lengths = [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
    assert 60 <= sum(lengths) / len(lengths) <= 75


def test_the_column_stays_in_the_middle_of_a_wide_pane(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document(LONG))
    pane.resize(1500, 700)

    browser = pane.article.browser
    shape = browser.document().rootFrame().frameFormat()
    qtbot.waitUntil(lambda: abs(shape_width(browser) - browser.viewport().width()) < 2)
    assert shape.leftMargin() == shape.rightMargin()


def shape_width(browser: object) -> float:
    shape = browser.document().rootFrame().frameFormat()  # type: ignore[attr-defined]
    return float(shape.leftMargin() + shape.rightMargin() + browser.column)  # type: ignore[attr-defined]


def test_lines_are_one_and_a_half_times_the_size_of_the_text(pane: ReadingPane, show: Show) -> None:
    show(document(LONG))

    layout = pane.article.browser.document().findBlockByNumber(10).layout()
    step = layout.lineAt(1).y() - layout.lineAt(0).y()
    assert step == pytest.approx(1.5 * 18, abs=1)


def test_a_kept_picture_is_shown_at_the_width_of_the_column(
    pane: ReadingPane, show: Show, picture: KeptPicture, qtbot: QtBot
) -> None:
    show(document("<p>Text.</p>", pictures={picture.url: picture}, lead=picture.url, picture=picture.sha256))
    browser = pane.article.browser

    qtbot.waitUntil(lambda: browser.gallery.get(0) is not None)

    image = browser.gallery.get(0)
    assert image is not None
    assert image.width() == browser.column
    assert image.pixelColor(5, 5).red() > 150
    assert "Photo: Ada" in text(pane)


def test_a_flag_says_in_plain_words_what_to_do(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document("<p>Teaser.</p>", flags=("paywall",)))

    assert "Only the free part" in text(pane)
    assert "paywall" not in text(pane)
    with qtbot.waitSignal(pane.fetch_again_asked) as again:
        pane.article.browser.followed.emit("clipper:again")
    assert again.args == [1]


def test_a_web_link_opens_in_the_browser_and_nothing_else_does(pane: ReadingPane, show: Show, opener: Opener) -> None:
    show(document())

    for link in (
        "https://example.org/x",
        "mailto:a@example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "clipper:odd",
        "relative.html",
    ):
        pane.article.browser.anchorClicked.emit(QUrl(link))

    assert opener.opened == ["https://example.org/x", "mailto:a@example.org"]


def test_the_original_opens(pane: ReadingPane, show: Show, opener: Opener) -> None:
    show(document())

    pane.open_original()

    assert opener.opened == ["https://example.org/politics/bridge"]


def test_an_original_that_is_no_web_address_does_not_open(pane: ReadingPane, show: Show, opener: Opener) -> None:
    show(document(url="file:///etc/passwd"))

    pane.open_original()

    assert opener.opened == []
    assert "Open on" not in text(pane)


def test_a_tag_is_told_as_it_is_spelled(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    odd = 'a/"b" 100% & ü'
    show(document(tags=(odd,)))
    href = next(
        piece.fragment().charFormat().anchorHref()
        for block in blocks(pane)
        for piece in block
        if piece.fragment().charFormat().anchorHref().startswith("clipper-tag:")
    )

    with qtbot.waitSignal(pane.tag_clicked) as clicked:
        pane.article.browser.anchorClicked.emit(QUrl(href))

    assert clicked.args == [odd]


def blocks(pane: ReadingPane) -> Iterator[QTextBlock]:
    block = pane.article.browser.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def test_hits_are_marked_and_gone_through(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(
        document(
            "<p>A bridge, one bridge.</p>" + LONG + "<p>The last bridge.</p>", title="Title", url="https://example.org/"
        )
    )

    with qtbot.waitSignal(pane.hits_changed, check_params_cb=lambda current, total: total == 3):
        pane.set_search("bridge", finding("bridge"))
    top = pane.article.browser.verticalScrollBar().value()
    pane.previous_hit()

    marked = pane.article.browser.extraSelections()
    assert [mark.cursor.selectedText() for mark in marked] == ["bridge"] * 3
    assert pane.article.browser.verticalScrollBar().value() > top
    with qtbot.waitSignal(pane.hits_left) as left:
        pane.next_hit()
    assert left.args == [1]
    with qtbot.waitSignal(pane.hits_changed) as changed:
        pane.previous_hit()
    assert changed.args == [2, 3]


def test_the_current_hit_stands_out(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document("<p>A bridge, one bridge.</p>"))
    with qtbot.waitSignal(pane.hits_changed, check_params_cb=lambda current, total: total == 2):
        pane.set_search("bridge", finding("bridge"))

    pane.next_hit()

    first, second = (mark.format.background().color() for mark in pane.article.browser.extraSelections())
    assert first != second


def test_what_stands_around_the_article_is_no_hit(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    shown = document("<p>One Open house.</p>", title="Open", url="https://example.org/Open")
    shown = replace(shown, clipping=replace(shown.clipping, tags=("Open",)))
    show(shown)

    with qtbot.waitSignal(pane.hits_changed) as changed:
        pane.set_search("Open", finding("Open"))

    assert changed.args == [0, 1]


def test_hits_are_right_below_notices_and_a_lead_picture(
    pane: ReadingPane, show: Show, picture: KeptPicture, qtbot: QtBot
) -> None:
    show(
        document(
            "<p>A page, a <i>page</i>.</p><ul><li>One page</li></ul>",
            title="A page",
            flags=("paywall", "cut_short"),
            pictures={picture.url: picture},
            lead=picture.url,
        )
    )

    with qtbot.waitSignal(pane.hits_changed) as changed:
        pane.set_search("page", finding("page"))

    assert changed.args == [0, 3]
    assert [mark.cursor.selectedText() for mark in pane.article.browser.extraSelections()] == ["page"] * 3


def test_a_page_that_is_entered_begins_at_its_first_hit_or_its_last(
    pane: ReadingPane, show: Show, qtbot: QtBot
) -> None:
    pane.set_search("bridge", finding("bridge"))
    for by, current in ((1, 1), (-1, 3)):
        shown = document("<p>A bridge, one bridge.</p>" + LONG + "<p>The last bridge.</p>")
        shown = replace(shown, clipping=replace(shown.clipping, id=10 + current))
        pane.enter(10 + current, by)
        with qtbot.waitSignal(pane.hits_changed, check_params_cb=lambda _current, total: total == 3) as changed:
            show(shown)
        assert changed.args == [current, 3]


def test_space_reads_on_and_asks_for_the_next_at_the_end(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document(LONG))
    bar = pane.article.browser.verticalScrollBar()

    qtbot.keyClick(pane.article.browser, Qt.Key.Key_Space)
    assert 0 < bar.value() < bar.maximum()
    qtbot.keyClick(pane.article.browser, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(pane.next_unread_asked):
        qtbot.keyClick(pane.article.browser, Qt.Key.Key_Space)


def test_another_size_of_text_keeps_the_place(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document(LONG))
    browser = pane.article.browser
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum() // 2)
    before = browser.place()[0]

    with qtbot.waitSignals([pane.text_percent_changed, browser.completed]):
        pane.enlarge()

    assert abs(browser.place()[0] - before) <= 1
    size = (
        browser.document()
        .findBlockByNumber(10)
        .begin()
        .fragment()
        .charFormat()
        .property(QTextFormat.Property.FontPixelSize)
    )
    assert size == 20


def test_the_dark_scheme_is_taken_live(pane: ReadingPane, show: Show, theme: Theme, qtbot: QtBot) -> None:
    show(document(LONG))

    with qtbot.waitSignal(pane.article.browser.completed):
        theme.choose("dark")

    colour = pane.article.browser.document().findBlockByNumber(10).begin().fragment().charFormat().foreground().color()
    assert colour.name().upper() == theme.tokens.text
    theme.choose("light")


def test_a_tag_put_on_keeps_the_place_in_the_article(pane: ReadingPane, show: Show) -> None:
    show(document(LONG))
    bar = pane.article.browser.verticalScrollBar()
    bar.setValue(900)

    show(document(LONG, tags=("bridges", "politics/local", "third")))
    assert abs(bar.value() - 900) < 40

    show(document(LONG, id=2))
    assert bar.value() == 0


def test_a_note_is_told_when_another_clipping_is_shown(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document())
    pane.edit_note()
    for char in "Grüße":
        QApplication.sendEvent(
            pane.article.note._edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
        )

    with qtbot.waitSignal(pane.note_changed) as noted:
        show(document(id=2))

    assert noted.args == [1, "Grüße"]
    assert pane.article.note._edit.toPlainText() == ""


def test_what_is_being_typed_in_a_note_survives_the_same_clipping_shown_anew(
    pane: ReadingPane, show: Show, qtbot: QtBot
) -> None:
    show(document())
    pane.edit_note()
    pane.article.note._edit.insertPlainText("half a th")

    show(document(starred=True))

    assert pane.article.note._edit.toPlainText() == "half a th"


def test_a_title_is_set_right_with_return(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document())
    pane.edit_title()
    pane.article.title._line.setText("  Another title ")

    with qtbot.waitSignal(pane.title_changed) as changed:
        qtbot.keyClick(pane.article.title._line, Qt.Key.Key_Return)

    assert changed.args == [1, "Another title"]
    assert not pane.article.title.isVisible()


def test_a_quote_is_copied_with_its_source(pane: ReadingPane, show: Show) -> None:
    show(document("<p>Only this.</p>"))
    browser = pane.article.browser
    cursor = browser.document().find("Only this.")
    browser.setTextCursor(cursor)

    pane.copy_with_source()

    data = QGuiApplication.clipboard().mimeData()
    assert "Only this." in data.text()
    assert "Ada Sample" in data.text()
    assert "https://example.org/politics/bridge" in data.text()
    assert "<blockquote>" in data.html()
    QGuiApplication.clipboard().clear()  # what Python holds of it must not outlive the application


def test_several_and_none_and_a_fault_have_views_of_their_own(pane: ReadingPane, show: Show) -> None:
    show(document())
    clipping = document().clipping

    pane.show_several([clipping, replace(clipping, id=2)], [])
    assert "2" in pane._several._count.text()
    assert pane.document is None
    pane.show_nothing()
    pane.show_error(DamagedError("digest", path="captures/x"))
    assert "damaged" in pane._fault._text.text()


def test_a_click_in_the_empty_margin_does_nothing(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document(LONG))

    qtbot.mouseClick(pane.article.browser.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 300))

    assert pane.document is not None


def test_ctrl_and_the_wheel_set_the_size_of_the_text(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    show(document(LONG))
    browser = pane.article.browser
    wheel = QWheelEvent(
        QPointF(300, 300),
        browser.viewport().mapToGlobal(QPointF(300, 300)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    with qtbot.waitSignal(pane.text_percent_changed) as changed:
        QApplication.sendEvent(browser.viewport(), wheel)

    assert changed.args == [110]


@pytest.mark.parametrize(("href", "offered"), [("https://example.org/x", 6), ("javascript:alert(1)", 4)])
def test_the_menu_offers_to_copy_web_links_only(
    pane: ReadingPane, show: Show, qtbot: QtBot, href: str, offered: int
) -> None:
    show(document())

    pane.article.browser.menu_asked.emit(QPoint(10, 10), href)

    menu = pane.article.findChild(QMenu)
    assert menu is not None
    assert len([action for action in menu.actions() if not action.isSeparator()]) == offered
    menu.close()


def test_an_article_from_right_to_left_is_set_so(pane: ReadingPane, show: Show) -> None:
    show(document("<blockquote><p>لن نفتح الجسر غدا</p></blockquote>", language="ar", site="الجزيرة"))

    block = next(block for block in blocks(pane) if block.text().startswith("لن"))
    assert block.textDirection() is Qt.LayoutDirection.RightToLeft
    assert not block.begin().fragment().charFormat().fontItalic()


def test_of_many_pictures_only_those_near_the_screen_are_loaded(
    pane: ReadingPane, show: Show, picture: KeptPicture, qtbot: QtBot
) -> None:
    kept = {f"https://example.org/{number}.png": picture for number in range(40)}
    show(document("".join(f'<p>Text</p><img src="{url}">' for url in kept), pictures=kept))
    browser = pane.article.browser

    qtbot.waitUntil(lambda: browser.gallery.get(1) is not None)
    assert browser.gallery.get(40) is None
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: browser.gallery.get(40) is not None)


def test_pictures_not_seen_for_long_leave_the_memory_and_come_again() -> None:
    gallery = Gallery(limit_bytes=100)
    for number in range(3):
        assert gallery.look_at([number]) == (number,)
        gallery.put(Pixels(number, 3, 3, bytes(36)), 1.0)
    gallery.look_at([0])

    assert gallery.spare() == (1,)
    assert gallery.look_at([0, 1, 2]) == (1,)


def test_a_narrow_pane_has_a_smaller_headline(pane: ReadingPane, show: Show, qtbot: QtBot) -> None:
    def size() -> object:
        block = next(block for block in blocks(pane) if block.text() == "Bridge stays closed")
        return block.begin().fragment().charFormat().property(QTextFormat.Property.FontPixelSize)

    show(document())
    assert size() == 32
    pane.resize(360, 700)

    qtbot.waitUntil(lambda: size() == 25)
