"""What each command does: from its name to the part that does it, with the questions that come before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from clipper.gui.actions import ON_ONE, ON_SOME, Actions
from clipper.gui.browsing import Browsing
from clipper.gui.editing import Editing
from clipper.gui.intake import Intake
from clipper.gui.jobs import Job
from clipper.gui.outgoing import Outgoing
from clipper.gui.panes import Panes
from clipper.gui.showing import Showing
from clipper.gui.theme import Theme
from clipper.model import Clipping

if TYPE_CHECKING:  # dialogs are imported when they are asked for
    from clipper.gui.tagging import TagDialog

# A menu longer than the screen helps nobody; renaming onto the other tag, or a drag, joins any two.
MOST_IN_MENU = 40


class Deeds(QObject):
    """Does what concerns clippings and tags; the window does the rest."""

    def __init__(
        self,
        panes: Panes,
        actions: Actions,
        browsing: Browsing,
        editing: Editing,
        intake: Intake,
        outgoing: Outgoing,
        showing: Showing,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._panes, self._actions, self._window, self._theme = panes, actions, parent, theme
        self._browsing, self._editing, self._intake, self._outgoing = browsing, editing, intake, outgoing
        self._showing = showing
        self.dialog: TagDialog | None = None
        self.by_name: dict[str, Callable[[], object]] = {
            "add": self.add,
            "open_files": self.open_files,
            "read": self.read,
            "star": self.star,
            "note": panes.reading.edit_note,
            "title": panes.reading.edit_title,
            "tags": self.tag,
            "trash": lambda: editing.trash(self.ids()),
            "restore": lambda: editing.restore(self.ids()),
            "empty_trash": self.empty_trash,
            "fetch_again": lambda: intake.fetch_again(self.ids()),
            "open_original": self.open_original,
            "open_saved": lambda: outgoing.open_saved(self.ids()[0]),
            "copy": panes.reading.copy_with_source,
            "copy_address": self.copy_address,
            "select_all": panes.list.selectAll,
        }
        panes.sidebar.tag_menu_asked.connect(self.show_tag_menu)
        panes.sidebar.trash_menu_asked.connect(self.show_trash_menu)
        panes.sidebar.rename_asked.connect(self.ask_rename)
        panes.sidebar.delete_asked.connect(editing.delete_tag)
        panes.list.menu_asked.connect(self.show_menu)
        panes.side_model.tag_dropped.connect(self.ask_merge)
        panes.side_model.clippings_dropped.connect(self.take_dropped)
        browsing.selected.connect(self.follow_selection)
        showing.loaded.connect(self.take_rows)

    def ids(self) -> tuple[int, ...]:
        """Give the selected clippings."""
        return self._panes.list.selected_ids()

    def clippings(self) -> tuple[Clipping, ...]:
        """Give the selected clippings."""
        return self._showing.clippings()

    def follow_selection(self, ids: Sequence[int]) -> None:
        """Let commands be asked for that make sense for what is selected, and name them so."""
        trash = self._browsing.place.view == "trash"
        self._actions.enable(ON_ONE, len(ids) == 1)
        self._actions.enable(ON_SOME, bool(ids))
        if len(ids) != 1:
            self._actions.enable(("leave_out",), False)  # the pane tells when text is selected
        self._actions.enable(("trash",), bool(ids) and not trash)
        self._actions.enable(("restore",), bool(ids) and trash)
        self.name_toggles()

    def name_toggles(self) -> None:
        """Name what Read and Star would do."""
        clippings = self.clippings()
        unread = not clippings or any(not clipping.read for clipping in clippings)
        plain = not clippings or any(not clipping.starred for clipping in clippings)
        self._actions.rename("read", self.tr("Mark as &Read") if unread else self.tr("Mark as Un&read"))
        self._actions.rename("star", self.tr("&Star") if plain else self.tr("Take &Star Away"))
        self._actions.draw("read", "read" if unread else "unread")
        self._actions.draw("star", "star" if plain else "star-filled")
        self._actions.enable(("open_saved",), len(self.ids()) == 1 and self._showing.has_page())
        self._actions.enable(("as_extracted",), self._showing.has_own_text())
        self._actions.enable(("checked",), self._showing.is_doubtful())

    def take_rows(self) -> None:
        """See all that is selected, as it is after a change."""
        self.name_toggles()
        self.fill_dialog()

    # -- deeds

    def read(self) -> None:
        """Mark read what is not, else unread."""
        self._editing.set_read(self.ids(), any(not clipping.read for clipping in self.clippings()))

    def star(self) -> None:
        """Star what is not, else take the stars away."""
        self._editing.set_starred(self.ids(), any(not clipping.starred for clipping in self.clippings()))

    def open_original(self) -> None:
        """Open the address in the browser."""
        for clipping in self.clippings()[:1]:
            if clipping.url:
                QDesktopServices.openUrl(QUrl(clipping.url))

    def copy_address(self) -> None:
        """Put the addresses on the clipboard."""
        urls = [clipping.url for clipping in self.clippings() if clipping.url]
        QGuiApplication.clipboard().setText("\n".join(urls))

    def add(self) -> None:
        """Ask for addresses."""
        from clipper.gui.asking import LineAsked  # saves its import at start

        text = QGuiApplication.clipboard().text().strip()
        words = self.tr("Of one page, or of several with a space between.")
        asked = LineAsked(
            self.tr("Add an Address"),
            words,
            self.tr("Clip"),
            self._theme,
            self._window,
            text=text if text.startswith(("http://", "https://")) and len(text) < 2000 else "",
        )
        asked.given.connect(lambda line: self._intake.clip(tuple(line.split())))
        asked.show()

    def open_files(self) -> None:
        """Ask for saved pages and link files."""
        dialog = QFileDialog(self._window, self.tr("Add Files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            (
                self.tr("Pages and links (*.html *.htm *.xhtml *.mht *.mhtml *.webarchive *.url *.webloc *.desktop)"),
                self.tr("Lists (*.jsonl *.csv *.txt)"),
                self.tr("All files (*)"),
            )
        )
        dialog.filesSelected.connect(lambda paths: self._intake.clip(tuple(paths)))
        dialog.open()

    def tag(self) -> None:
        """Show the tag dialog for what is selected."""
        from clipper.gui.tagging import TagDialog  # saves its import at start

        ids = self.ids()
        if not ids:
            return
        dialog = TagDialog(len(ids), self._theme, self._window)
        dialog.tag_added.connect(lambda name: self._editing.add_tags(ids, (name,)))
        dialog.tag_removed.connect(lambda name: self._editing.remove_tags(ids, (name,)))
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        self.fill_dialog()
        dialog.show()

    def fill_dialog(self) -> None:
        """Show the tags in the open dialog as they are."""
        overview = self._browsing.overview
        if self.dialog is not None and overview is not None:
            self.dialog.set_tags([clipping.tags for clipping in self.clippings()], overview.tags)

    def empty_trash(self) -> None:
        """Ask, then delete."""
        from clipper.gui.asking import Question  # saves its import at start

        overview = self._browsing.overview
        number = overview.trash if overview is not None else 0
        if not number:
            return
        question = Question(
            self.tr("Empty the Trash?"),
            self.tr("%Ln clipping(s) will be deleted for good. This cannot be undone.", "", number),
            self.tr("Delete %Ln Clipping(s)", "", number),
            self._theme,
            self._window,
        )
        question.accepted.connect(self._editing.empty_trash)
        question.show()

    def ask_merge(self, tag: str, onto: str) -> None:
        """Join a tag into the one it was dropped on. It can be undone, so nothing is asked."""
        self._follow(self._editing.merge_tags((tag,), onto), tag, onto)

    def _follow(self, job: Job, tag: str, onto: str) -> None:
        """Stay with the clippings of a tag that is shown when it gets another name."""
        place = self._browsing.place
        if place.tag == tag:
            job.finished.connect(lambda _changes: self._browsing.go(replace(place, tag=onto)))

    def ask_rename(self, tag: str) -> None:
        """Ask for a tag's new name."""
        from clipper.gui.asking import LineAsked  # saves its import at start

        words = self.tr("The name of another tag joins the two. A / makes a level.")
        asked = LineAsked(
            self.tr("Rename “{tag}”").format(tag=tag), words, self.tr("Rename"), self._theme, self._window, text=tag
        )
        asked.field.setMaxLength(200)
        asked.given.connect(lambda name: self._renamed(tag, name))
        asked.show()

    def take_dropped(self, ids: tuple[int, ...], tag: str, view: str) -> None:
        """Take clippings that were let go over the side pane."""
        if tag:
            self._editing.add_tags(ids, (tag,))
        elif view == "trash":
            self._editing.trash(ids)
        elif view == "starred":
            self._editing.set_starred(ids, True)

    # -- menus

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the selected clippings."""
        menu = self._menu()
        last = "restore" if self._browsing.place.view == "trash" else "trash"
        first = ("read", "star", "tags", "note", "details", "edit_text", "", "similar", "")
        names = (
            *first,
            "open_original",
            "open_saved",
            "copy_address",
            "",
            "export",
            "print",
            "",
            "fetch_again",
            "extract_again",
            "",
            last,
        )
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(place)

    def show_tag_menu(self, tag: str, place: QPoint) -> None:
        """Show the menu of a tag."""
        menu = self._menu()
        menu.addAction(self.tr("Rename …")).triggered.connect(lambda: self.ask_rename(tag))
        into = menu.addMenu(self.tr("Merge Into"))
        overview = self._browsing.overview
        for other in overview.tags[:MOST_IN_MENU] if overview is not None else ():
            if other.name != tag:
                action = into.addAction(other.name.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, onto=other.name: self.ask_merge(tag, onto))
        menu.addSeparator()
        menu.addAction(self.tr("Delete Tag")).triggered.connect(lambda: self._editing.delete_tag(tag))
        menu.popup(place)

    def show_trash_menu(self, place: QPoint) -> None:
        """Show the menu of the trash."""
        menu = self._menu()
        menu.addAction(self._actions["empty_trash"])
        menu.popup(place)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _renamed(self, tag: str, name: str) -> None:
        if name != tag:
            self._follow(self._editing.rename_tag(tag, name), tag, name)

    def _forget_dialog(self) -> None:
        self.dialog = None
