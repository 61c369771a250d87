"""What paints rows: texts of any kind, both schemes, pictures, and the words of an empty list."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipper.answers import Answer, Hit
from clipper.gui.clippinglist import ClippingList
from clipper.gui.jobs import Runner
from clipper.gui.measures import EDGE, ROW_HEIGHT
from clipper.gui.models.clippings import ClippingListModel
from clipper.gui.rowtext import RowText, begin_at, clean, leads, units
from clipper.gui.theme import Theme
from clipper.gui.thumbnails import Thumbnails
from clipper.gui.tokens import load
from tests.gui.test_list_models import answer, clipping, waiting

ODD = (
    "",
    "word " * 2000,
    "x" * 5000,
    "\u202eturned round\u202c and back",
    "العربية والعبرية עברית mixed with Latin",
    "👩‍👩‍👧‍👦 families 🇦🇹 of signs 🧵" * 30,
    "line\nbreak\ttab\rreturn",
    "Ünïcödé ﷽ \u0000 \ufffe",
)


def shown(qtbot: QtBot, theme: Theme, runner: Runner, found: Answer) -> ClippingList:
    model = ClippingListModel()
    view = ClippingList(model, theme)
    thumbnails = Thumbnails(runner, edge=EDGE, radius=8, parent=view)
    model.setParent(view)
    view.finish(thumbnails)
    qtbot.addWidget(view)
    view.resize(QSize(420, 600))
    model.set_answer(found, same_query=False)
    view.show()
    return view


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_row_of_any_text_is_painted(qtbot: QtBot, qapp: QApplication, runner: Runner, text: str, scheme: str) -> None:
    row = clipping(1, title=text, site=text[:300], tags=(text[:200],), authors=(text[:300],), starred=True, note="n")
    marks = ((0, min(4, len(text))),) if text else ()
    hit = Hit(row, text[:300], marks, marks)
    found = replace(answer(1), hits=(hit,))
    view = shown(qtbot, Theme(qapp, scheme), runner, found)

    picture = view.grab().toImage()

    assert len({picture.pixelColor(x, 20).name() for x in range(0, 400, 2)}) >= 1
    assert not picture.isNull()


def test_an_unread_row_has_a_dot_and_a_read_one_none(qtbot: QtBot, theme: Theme, runner: Runner) -> None:
    hits = (Hit(clipping(1), "Once"), Hit(clipping(2, read=True), "Once"))
    view = shown(qtbot, theme, runner, replace(answer(1, 2), hits=hits))

    picture = view.grab().toImage()
    accent = QColor(theme.tokens.accent)

    first, second = (
        sum(picture.pixelColor(x, y) == accent for x in range(28) for y in range(top, top + 40)) for top in (0, 124)
    )
    assert first > 20
    assert second == 0


def test_hits_in_a_headline_are_marked(qtbot: QtBot, theme: Theme, runner: Runner) -> None:
    hit = Hit(clipping(1, title="Story of a harbour"), "Once", (), ((11, 18),))
    view = shown(qtbot, theme, runner, replace(answer(1), hits=(hit,)))

    picture = view.grab().toImage()
    mark = QColor(theme.tokens.mark)

    assert sum(picture.pixelColor(x, y) == mark for x in range(400) for y in range(30)) > 100


def test_a_picture_is_loaded_by_a_job_and_painted(qtbot: QtBot, theme: Theme, runner: Runner) -> None:
    out = io.BytesIO()
    Image.new("RGB", (EDGE, EDGE), "#ff0000").save(out, "PNG")
    view = shown(qtbot, theme, runner, replace(answer(1), hits=(Hit(clipping(1, picture="a" * 64), "Once"),)))
    thumbnails = view.findChild(Thumbnails)
    thumbnails.set_load(lambda sha256, edge: out.getvalue())

    with qtbot.waitSignal(thumbnails.arrived):
        view.grab()
    picture = view.grab().toImage()
    assert any(picture.pixelColor(x, 50) == QColor("#ff0000") for x in range(300, 420))


def test_a_picture_that_is_none_is_asked_for_once(qtbot: QtBot, theme: Theme, runner: Runner) -> None:
    asked: list[str] = []
    thumbnails = Thumbnails(runner, edge=EDGE, radius=8)
    thumbnails.set_load(lambda sha256, edge: asked.append(sha256))  # type: ignore[func-returns-value]

    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.get("b" * 64, 1.0)
    thumbnails.get("b" * 64, 1.0)
    QApplication.processEvents()

    assert asked == ["b" * 64]


def test_waiting_rows_are_painted(qtbot: QtBot, theme: Theme, runner: Runner) -> None:
    view = shown(qtbot, theme, runner, answer(1, loaded=0))
    view.model().set_waiting([waiting(1)])

    assert not view.grab().isNull()


def test_a_headline_is_cut_after_its_last_line_with_an_ellipsis(qapp: QApplication) -> None:
    layout = RowText().layout(
        "A headline that goes on and on, " * 10, (), font=QFont("Inter", 10), width=200, lines=2, tokens=load("light")
    )

    assert layout.lineCount() == 2
    assert layout.text().endswith("…")


TALE = "…the ferry left the old harbour before dawn and came back with the post at night, as the 🧵 lighthouse said"


def marked(layout: QTextLayout) -> list[str]:
    data = layout.text().encode("utf-16-le")
    return [data[one.start * 2 : (one.start + one.length) * 2].decode("utf-16-le") for one in layout.formats()]  # type: ignore[attr-defined]


def snippet(text: str, *words: str, width: float = 240, lines: int = 1) -> QTextLayout:
    marks = [(text.index(word), text.index(word) + len(word)) for word in words]
    return RowText().snippet(text, marks, font=QFont("Inter", 10), width=width, lines=lines, tokens=load("light"))


def test_a_snippet_whose_first_mark_is_in_sight_begins_as_it_does(qapp: QApplication) -> None:
    layout = snippet(TALE, "ferry", "post")

    assert layout.text().startswith("…the ferry left")
    assert layout.lineCount() == 1
    assert marked(layout)[0] == "ferry"


@pytest.mark.parametrize("lines", [1, 2])
def test_a_snippet_begins_some_words_before_a_mark_that_would_be_cut_off(qapp: QApplication, lines: int) -> None:
    layout = snippet(TALE, "lighthouse", "said", lines=lines)

    assert layout.text().startswith("…as the 🧵 lighthouse")
    assert layout.lineCount() <= lines
    assert marked(layout)[0] == "lighthouse"


def test_in_a_narrow_list_fewer_words_stand_before_the_mark(qapp: QApplication) -> None:
    room = QFontMetricsF(QFont("Inter", 10)).horizontalAdvance("…🧵 lighthouse…") + 8

    layout = snippet(TALE, "lighthouse", width=room)

    assert layout.text().startswith(("…🧵 lighthouse", "…the 🧵 lighthouse"))
    assert layout.lineCount() == 1


@pytest.mark.parametrize("text", ["x" * 250 + "harbour" + "x" * 50, "港" * 250 + "灯台" + "港" * 20])
def test_a_mark_in_a_text_without_spaces_is_in_sight(qapp: QApplication, text: str) -> None:
    word = "harbour" if "harbour" in text else "灯台"

    assert snippet(text, word).text().startswith("…" + word)


def test_a_mark_wider_than_the_line_is_shown_from_its_beginning(qapp: QApplication) -> None:
    layout = snippet("One two three four five six seven " + "long" * 40, "long" * 40, width=120)

    assert layout.text().startswith("…long")
    assert layout.lineCount() == 1


def test_a_passage_begins_at_words(qapp: QApplication) -> None:
    assert [TALE[start:][:4] for start in leads(TALE, TALE.index("post"))] == ["back", "with", "the ", "post", "post"]
    assert leads("(harbour", 1) == (0, 1)
    assert leads("a (harbour", 3) == (0, 2, 3)


def test_an_empty_mark_and_one_behind_the_end_are_no_harm(qapp: QApplication) -> None:
    for mark in ((90, 90), (90, 9000), (9000, 9001)):
        layout = RowText().snippet(TALE * 9, (mark,), font=QFont("Inter", 10), width=90, lines=1, tokens=load("light"))
        assert layout.lineCount() == 1


def test_marks_move_along_with_the_beginning() -> None:
    text, marks = begin_at(4, "one two three", ((0, 3), (4, 7), (8, 13)))

    assert text == "…two three"
    assert [text[start:end] for start, end in marks] == ["two", "three"]


def test_of_a_row_with_tags_the_first_hit_of_the_snippet_is_seen(qtbot: QtBot, theme: Theme, runner: Runner) -> None:
    at = TALE.index("said")
    row = clipping(1, title="A headline that goes on for more than a line of this list, surely", tags=("harbour",))
    view = shown(qtbot, theme, runner, replace(answer(1), hits=(Hit(row, TALE, ((at, at + 4),)),)))

    picture = view.grab().toImage()
    mark = QColor(theme.tokens.mark)

    assert sum(picture.pixelColor(x, y) == mark for x in range(400) for y in range(ROW_HEIGHT)) > 100


def test_marks_count_in_code_points_where_qt_counts_in_utf_16() -> None:
    assert units("🧵🧵ab", 2) == 4
    assert units("ab", 1) == 1


def test_marks_of_direction_are_not_shown_and_places_stay() -> None:
    text = "a\u202eb\u2066c"

    assert clean(text) == "a b c"
    assert len(clean(text)) == len(text)


def test_what_is_looked_at_stays_in_place_while_rows_come_and_go_above(
    qtbot: QtBot, theme: Theme, runner: Runner
) -> None:
    view = shown(qtbot, theme, runner, answer(*range(100, 200)))
    model = view.model()
    assert isinstance(model, ClippingListModel)
    view.verticalScrollBar().setValue(20 * ROW_HEIGHT + 30)
    before = view.visualRect(model.index(20)).top()

    model.set_waiting([waiting(1), waiting(2)])
    model.set_answer(answer(*range(95, 110), *range(112, 200)), same_query=True)

    row = model.row_of(120)
    assert row == 25
    qtbot.waitUntil(lambda: view.visualRect(model.index(row)).top() == before)
    model.set_waiting([])
    qtbot.waitUntil(lambda: view.visualRect(model.index(row - 2)).top() == before)


def test_at_the_top_of_the_list_what_comes_is_seen(qtbot: QtBot, theme: Theme, runner: Runner) -> None:
    view = shown(qtbot, theme, runner, answer(*range(100, 200)))
    model = view.model()
    assert isinstance(model, ClippingListModel)

    model.set_waiting([waiting(1)])
    qtbot.waitUntil(lambda: view.visualRect(model.index(1)).top() == ROW_HEIGHT)

    assert view.verticalScrollBar().value() == 0
