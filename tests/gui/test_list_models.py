"""The models of the list and the side pane, and the difference between two lists."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clipper.answers import Answer, Hit, Overview, TagCount
from clipper.gui.models.clippings import IDS_FORMAT, ClippingListModel, Role, label
from clipper.gui.models.difference import Insert, difference, runs, staying
from clipper.gui.models.sidebar import TAG_FORMAT, SidebarModel, SideRole, tree
from clipper.model import Changes, Clipping, IntakeRow, Request

ids = st.lists(st.integers(0, 40), unique=True)

HEADINGS = ("Tags", "Saved Searches")
NAMES = ("All", "Unread", "Starred", "Untagged", "Doubtful", "Trash")


def clipping(id: int, **changes: object) -> Clipping:
    made = Clipping(
        id=id, uuid=str(id), url=f"https://news.example/{id}", title=f"Story {id}", site="The Ferry Post",
        authors=("Mary Longfield",), date="2026-03-14", language="en", added=datetime(2026, 3, 15, tzinfo=UTC),
        tags=("city",), flags=(), read=False, starred=False, note="", excerpt="Once", words=3, picture=None,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def answer(*ids: int, loaded: int = 100) -> Answer:
    hits = tuple(Hit(clipping(id), f"Snippet {id}") for id in ids[:loaded])
    return Answer(query="", total=len(ids), took_ms=1, behind=0, ids=ids, hits=hits)


def waiting(id: int) -> IntakeRow:
    request = Request(given=f"https://news.example/w{id}", url=f"https://news.example/w{id}")
    return IntakeRow(id, request, "waiting", None, datetime(2026, 3, 15, tzinfo=UTC), 1)


def apply(old: list[int], new: list[int]) -> list[int] | None:
    changes = difference(old, new)
    if changes is None:
        return None
    made = list(old)
    for change in changes:
        if isinstance(change, Insert):
            made[change.at : change.at] = change.ids
        else:
            del made[change.first : change.last + 1]
    return made


@given(st.lists(st.integers(0, 40), unique=True), st.lists(st.integers(0, 40), unique=True))
def test_a_difference_makes_the_new_list_or_says_it_cannot(old: list[int], new: list[int]) -> None:
    made = apply(old, new)

    common_old = [id for id in old if id in new]
    assert made == new if common_old == [id for id in new if id in old] else made is None


@given(st.sets(st.integers(0, 60)))
def test_runs_hold_all_places_once(places: set[int]) -> None:
    found = runs(sorted(places))

    assert [place for first, last in found for place in range(first, last + 1)] == sorted(places)


@given(ids, ids, ids)
def test_what_stays_stands_behind_what_it_stood_behind(old: list[int], new: list[int], kept: list[int]) -> None:
    merged = staying(old, new, set(kept))

    assert [id for id in merged if id in new] == new
    assert set(merged) == set(new) | (set(kept) & set(old))
    assert len(merged) == len(set(merged))
    for id in set(merged) - set(new):
        above = [other for other in old[: old.index(id)] if other in new]
        behind = merged[: merged.index(id)]
        assert not above or above[-1] in behind


def test_a_row_says_what_its_sign_of_doubt_stands_for() -> None:
    model = ClippingListModel()
    doubtful = clipping(1, flags=("paywall", "live_blog"))
    model.set_answer(Answer("", 2, 1, 0, (1, 2), (Hit(doubtful, ""), Hit(clipping(2), ""))), same_query=False)

    said = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)

    assert "Only the free part" in said
    assert "live blog" in said
    assert "Only the free part" in model.data(model.index(0), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert model.data(model.index(1), Qt.ItemDataRole.ToolTipRole) is None


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = ClippingListModel()
    model.set_answer(answer(3, 2, 1), same_query=False)
    model.set_waiting([waiting(1), waiting(2)])

    qtmodeltester.check(model, force_py=True)


def test_a_selection_survives_what_comes_and_goes(qapp: object) -> None:
    model = ClippingListModel()
    model.set_answer(answer(5, 3, 1), same_query=False)
    kept = QPersistentModelIndex(model.index(1))

    in_place = model.set_answer(answer(6, 3, 2, 1), same_query=True)
    model.set_waiting([waiting(1)])

    assert in_place
    assert kept.isValid()
    assert kept.data(Role.ID) == 3
    assert kept.row() == 2


def test_another_order_is_a_new_list(qapp: object) -> None:
    model = ClippingListModel()
    model.set_answer(answer(1, 2, 3), same_query=False)

    in_place = model.set_answer(answer(3, 2, 1), same_query=True)

    assert not in_place
    assert model.ids() == (3, 2, 1)


def test_rows_are_asked_for_when_they_are_looked_at(qtbot: QtBot) -> None:
    model = ClippingListModel()
    model.set_answer(answer(*range(1, 501), loaded=10), same_query=False)

    with qtbot.waitSignal(model.rows_wanted) as wanted:
        assert model.index(300).data(Role.HIT) is None
    model.set_hits([Hit(clipping(301), "Found")])

    assert 301 in wanted.args[0]
    assert len(wanted.args[0]) <= 60
    assert model.index(300).data(Role.HIT).snippet == "Found"


def test_a_row_is_asked_for_once(qtbot: QtBot) -> None:
    model = ClippingListModel()
    asked: list[tuple[int, ...]] = []
    model.rows_wanted.connect(asked.append)
    model.set_answer(answer(1, 2, 3, loaded=0), same_query=False)

    for _ in range(3):
        model.index(0).data(Role.HIT)
        QApplication.processEvents()

    assert asked == [(1, 2, 3)]


def test_a_changed_row_stands_until_its_new_one_is_there(qtbot: QtBot) -> None:
    model = ClippingListModel()
    model.set_answer(answer(1, 2), same_query=False)

    model.touch(Changes(clippings=frozenset({2, 99})))
    with qtbot.waitSignal(model.rows_wanted) as wanted:
        old = model.index(1).data(Role.HIT)

    assert old.clipping.id == 2
    assert wanted.args[0] == (2,)


def test_what_waits_stands_on_top_and_cannot_be_selected(qapp: object) -> None:
    model = ClippingListModel()
    model.set_answer(answer(1), same_query=False)

    model.set_waiting([waiting(7)])

    assert model.index(0).data(Role.INTAKE).id == 7
    assert model.index(0).data() == "news.example/w7"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.row_of(1) == 1
    assert model.ids_between(0, 1) == (1,)


def test_a_saved_page_that_waits_goes_by_its_file_name(qapp: object) -> None:
    row = replace(waiting(1), request=Request(given="x", path="/home/me/pages/Bücher 1.html"))

    assert label(row) == "Bücher 1.html"


def test_a_drag_gives_addresses_to_other_programs(qapp: object) -> None:
    model = ClippingListModel()
    model.set_answer(answer(1, 2), same_query=False)

    mime = model.mimeData([model.index(0), model.index(1)])

    assert [url.toString() for url in mime.urls()] == ["https://news.example/1", "https://news.example/2"]
    assert bytes(mime.data(IDS_FORMAT).data()) == b"1 2"


def test_a_row_says_itself_to_a_screen_reader(qapp: object) -> None:
    model = ClippingListModel()
    model.set_answer(answer(1), same_query=False)

    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Story 1"
    description = model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert description == "The Ferry Post · 2026-03-14 · Mary Longfield · city"


def overview(*tags: tuple[str, int], doubtful: int = 0) -> Overview:
    counts = tuple(TagCount(name, count) for name, count in tags)
    return Overview(all=9, unread=4, starred=1, untagged=2, trash=0, tags=counts, doubtful=doubtful)


def test_the_side_pane_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = SidebarModel(NAMES, HEADINGS)
    model.set_overview(overview(("city", 3), ("city/traffic", 1), ("energy/wind", 2)))

    qtmodeltester.check(model, force_py=True)


def test_levels_of_a_tag_make_a_tree(qapp: object) -> None:
    model = SidebarModel(NAMES, HEADINGS)

    model.set_overview(overview(("city", 3), ("city/traffic", 1), ("energy/wind", 2)))

    wind = model.index_of(tag="energy/wind")
    assert wind.data() == "wind"
    assert wind.parent().data(SideRole.TAG) == "energy"
    assert model.rowCount(model.index_of(tag="city")) == 1
    assert model.index_of(view="unread").data(SideRole.COUNT) == 4


def test_new_counts_leave_the_tree_as_it_stands(qapp: object) -> None:
    model = SidebarModel(NAMES, HEADINGS)
    model.set_overview(overview(("city", 3), ("city/traffic", 1)))
    kept = QPersistentModelIndex(model.index_of(tag="city/traffic"))

    model.set_overview(overview(("city", 4), ("city/traffic", 2)))

    assert kept.isValid()
    assert model.index_of(tag="city/traffic").data(SideRole.COUNT) == 2


def views(model: SidebarModel) -> list[str]:
    """Give the views that have a row."""
    return [name for row in range(model.rowCount()) if (name := model.index(row, 0).data(SideRole.VIEW))]


def test_the_doubtful_have_a_row_where_there_are_some(qapp: object) -> None:
    model = SidebarModel(NAMES, HEADINGS)
    model.set_overview(overview(("city", 3)))
    assert "doubtful" not in views(model)

    model.set_overview(overview(("city", 3), doubtful=2))

    assert views(model) == ["all", "unread", "starred", "untagged", "doubtful", "trash"]
    assert model.index_of(view="doubtful").data(SideRole.COUNT) == 2
    assert model.index_of(tag="city").row() == 7


def test_the_row_of_the_doubtful_stays_while_one_is_there(qapp: object, qtmodeltester: ModelTester) -> None:
    model = SidebarModel(NAMES, HEADINGS)
    qtmodeltester.check(model, force_py=True)
    model.set_overview(overview(("city", 3), doubtful=1))
    trash = QPersistentModelIndex(model.index_of(view="trash"))

    model.stay_at("doubtful")
    model.set_overview(overview(("city", 3)))
    assert "doubtful" in views(model)

    model.stay_at("all")
    assert "doubtful" not in views(model)
    assert trash.data(SideRole.VIEW) == "trash"


def test_tags_with_odd_levels_have_a_place(qapp: object) -> None:
    found = tree([TagCount("a//b", 1), TagCount("/", 1), TagCount("A", 2)])

    assert {node.name for node in found}


def test_a_tag_dropped_on_another_asks_to_join(qapp: object, qtbot: QtBot) -> None:
    model = SidebarModel(NAMES, HEADINGS)
    model.set_overview(overview(("city", 3), ("town", 1)))
    mime = model.mimeData([model.index_of(tag="town")])
    onto = model.index_of(tag="city")

    with qtbot.waitSignal(model.tag_dropped) as dropped:
        accepted = model.dropMimeData(mime, Qt.DropAction.CopyAction, -1, -1, onto)

    assert accepted
    assert bytes(mime.data(TAG_FORMAT).data()) == b"town"
    assert dropped.args == ["town", "city"]
    assert not model.canDropMimeData(mime, Qt.DropAction.CopyAction, -1, -1, model.index_of(tag="town"))
    assert not model.canDropMimeData(mime, Qt.DropAction.CopyAction, -1, -1, QModelIndex())


@pytest.mark.parametrize(("place", "tag", "view"), [({"tag": "city"}, "city", ""), ({"view": "trash"}, "", "trash")])
def test_clippings_dropped_say_where(qapp: object, qtbot: QtBot, place: dict[str, str], tag: str, view: str) -> None:
    model = SidebarModel(NAMES, HEADINGS)
    model.set_overview(overview(("city", 3)))
    rows = ClippingListModel()
    rows.set_answer(answer(4, 5), same_query=False)

    with qtbot.waitSignal(model.clippings_dropped) as dropped:
        mime = rows.mimeData([rows.index(0), rows.index(1)])
        model.dropMimeData(mime, Qt.DropAction.CopyAction, -1, -1, model.index_of(**place))  # type: ignore[arg-type]

    assert dropped.args == [(4, 5), tag, view]
