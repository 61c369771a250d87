"""The view of doubtful clippings: there when it helps, counted, searched like the others."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from clipper.app import App
from clipper.gui import emptiness
from clipper.gui.models.sidebar import SideRole
from clipper.gui.session import Session
from clipper.gui.window import MainWindow
from clipper.model import Article, Flag, Found, Metadata
from clipper.store.clippings import Addition

Show = Callable[..., MainWindow]


def add(app: App, title: str, *flags: Flag) -> int:
    text = f"{title}, told at length."
    article = Article(Metadata(title=Found(title)), text, f"<p>{text}</p>", flags)
    added, _changes = app.library.clippings.add([Addition(None, article, None, None)])
    return added[0].id


def test_the_doubtful_are_listed_counted_and_searched(qtbot: QtBot, app: App, window: Show) -> None:
    add(app, "Clear")
    walled, torn = add(app, "Walled", "paywall"), add(app, "Torn", "cut_short")
    shown = window()
    row = shown.panes.side_model.index_of(view="doubtful")
    assert (row.data(), row.data(SideRole.COUNT)) == ("Doubtful", 2)

    shown.panes.sidebar.setCurrentIndex(row)
    qtbot.waitUntil(lambda: shown.panes.model.ids() == (torn, walled))
    shown.panes.search.query_changed.emit("walled")

    qtbot.waitUntil(lambda: shown.panes.model.ids() == (walled,))


def test_an_empty_list_says_why_it_is_empty(qapp: object) -> None:
    assert emptiness.nothing("doubtful", searched=False)[0] == "Nothing doubtful"
    assert emptiness.nothing("doubtful", searched=True)[0] == "Nothing found"
    assert emptiness.nothing("trash", searched=False)[1] == "The trash is empty."


def test_what_was_checked_leaves_the_doubtful_when_one_goes_on(qtbot: QtBot, app: App, window: Show) -> None:
    first, second = add(app, "Walled", "paywall"), add(app, "Torn", "cut_short")
    shown = window(Session(view="doubtful", selected=(second,)))
    qtbot.waitUntil(shown.commands["checked"].isEnabled)

    shown.panes.reading.article.browser.followed.emit("clipper:checked")

    qtbot.waitUntil(lambda: app.library.clippings.overview().doubtful == 1)
    qtbot.waitUntil(lambda: not shown.commands["checked"].isEnabled())
    assert "no longer marked" in shown.panes.message.text()
    qtbot.waitUntil(shown.commands["as_extracted"].isEnabled)
    shown.commands["as_extracted"].trigger()
    qtbot.waitUntil(lambda: app.library.clippings.ids("doubtful") == (second, first))
    qtbot.waitUntil(shown.commands["checked"].isEnabled)
    shown.commands["checked"].trigger()
    qtbot.waitUntil(lambda: app.library.clippings.ids("doubtful") == (first,))
    qtbot.waitUntil(lambda: shown.undo_stack.undoText() == "Mark as Checked")  # it comes a moment after the write
    shown.commands["undo"].trigger()
    qtbot.waitUntil(lambda: app.library.clippings.ids("doubtful") == (second, first))


def test_a_library_without_doubt_has_no_row_for_it(app: App, window: Show) -> None:
    add(app, "Clear")

    shown = window()

    assert not shown.panes.side_model.index_of(view="doubtful").isValid()


def test_the_last_doubtful_one_trashed_leaves_plain_words(qtbot: QtBot, app: App, window: Show) -> None:
    id = add(app, "Walled", "paywall")
    shown = window(Session(view="doubtful", selected=(id,)))
    qtbot.waitUntil(lambda: shown.panes.list.selected_ids() == (id,))

    shown.do("trash")

    qtbot.waitUntil(lambda: shown.panes.model.rowCount() == 0)
    side = shown.panes.side_model
    qtbot.waitUntil(lambda: not side.index_of(view="doubtful").data(SideRole.COUNT))
    assert side.index_of(view="doubtful").isValid()
    shown.panes.sidebar.view_chosen.emit("all")
    qtbot.waitUntil(lambda: not side.index_of(view="doubtful").isValid())
