"""All commands of the window, once: name, words, keys, icon. Menus, toolbar and shortcut list are made from them."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from clipper.gui import icons
from clipper.gui.theme import Theme

Keys = Sequence[str | QKeySequence.StandardKey]
_Standard = QKeySequence.StandardKey


ON_ONE = ("note", "title", "details", "edit_text", "similar", "open_original", "open_saved")
ON_SOME = ("read", "star", "tags", "export", "print", "fetch_again", "extract_again", "copy_address", "copy")
ON_CLIPPINGS = (*ON_ONE, *ON_SOME, "leave_out", "checked", "as_extracted", "trash", "restore")


class Command(NamedTuple):  # made in a third of a dataclass's time, before the first paint
    """One command. keys: the first is shown. plain: keys without a modifier, for the list and the reading pane only."""

    name: str
    text: str
    keys: Keys = ()
    icon: str = ""
    checkable: bool = False
    plain: bool = False


class Actions(QObject):
    """The commands as QActions. asked(name): the user wants one done."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        self.plain: tuple[str, ...] = ()
        self.on_clippings = ON_CLIPPINGS
        # Title and commands, None for a line between.
        self.menus = self._menus()
        for _title, menu in self.menus:
            for command in menu:
                if command is not None:
                    self._actions[command.name] = self._make(command, theme)
                    self.plain += (command.name,) if command.plain else ()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Give all actions in the order of the menus."""
        return tuple(self._actions.values())

    def enable(self, names: Sequence[str], on: bool) -> None:
        """Let commands be asked for, or not."""
        for name in names:
            self._actions[name].setEnabled(on)

    def rename(self, name: str, text: str) -> None:
        """Call a command by what it would do at this moment."""
        action = self._actions[name]
        if action.text() != text:
            action.setText(text)
            action.setToolTip(_tip(text, action.shortcuts()))

    def draw(self, name: str, icon: str) -> None:
        """Give a command another icon."""
        self._actions[name].setIcon(icons.icon(self._theme, icon))

    def _make(self, command: Command, theme: Theme) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.name)
        if command.icon:
            action.setIcon(icons.icon(theme, command.icon))
            action.setIconVisibleInMenu(False)
        action.setCheckable(command.checkable)
        shortcuts = _shortcuts(command.keys)
        action.setShortcuts(shortcuts)
        # Keys without a modifier would be eaten while somebody types: they belong to the panes they act on.
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut if command.plain else Qt.ShortcutContext.WindowShortcut
        )
        action.setToolTip(_tip(command.text, shortcuts))
        action.triggered.connect(lambda _checked=False, name=command.name: self.asked.emit(name))
        return action

    def _menus(self) -> tuple[tuple[str, tuple[Command | None, ...]], ...]:
        return (
            (self.tr("&File"), self._file()),
            (self.tr("&Edit"), self._edit()),
            (self.tr("&View"), self._view()),
            (self.tr("&Clipping"), self._clipping()),
            (self.tr("&Help"), self._help()),
        )

    def _file(self) -> tuple[Command | None, ...]:
        return (
            Command("add", self.tr("&Add Address …"), ("Ctrl+N", "Ctrl+L"), "add"),
            Command("paste", self.tr("&Clip Addresses from Clipboard"), (_Standard.Paste,), "paste"),
            Command("open_files", self.tr("Add &Files …"), (_Standard.Open,), "file"),
            None,
            Command("export", self.tr("&Export …"), ("Ctrl+E",), "export"),
            Command("print", self.tr("&Print …"), (_Standard.Print,), "print"),
            None,
            Command("memory", self.tr("Lines That Sites &Repeat …")),
            Command("settings", self.tr("&Settings …"), ("Ctrl+,",), "settings"),
            Command("quit", self.tr("&Quit"), (_Standard.Quit, "Ctrl+Q")),
        )

    def _edit(self) -> tuple[Command | None, ...]:
        return (
            Command("undo", self.tr("&Undo"), (_Standard.Undo,), "undo"),
            Command("redo", self.tr("&Redo"), (_Standard.Redo, "Ctrl+Shift+Z"), "redo"),
            None,
            Command("copy", self.tr("&Copy Quote with Source"), ("Ctrl+Shift+C",), "quote"),
            Command("copy_address", self.tr("Copy &Address"), ("Ctrl+Alt+C",), "link"),
            Command("select_all", self.tr("Select &All Clippings"), (), ""),
            None,
            Command("find", self.tr("&Search"), (_Standard.Find,), "search"),
            Command("refine", self.tr("&Refine Search …"), ("Ctrl+Shift+F",), "filter"),
            Command("save_search", self.tr("Sa&ve Search …"), ("Ctrl+Shift+S",), "bookmark"),
            Command("find_next", self.tr("&Next Hit"), ("F3", "Ctrl+G"), "next"),
            Command("find_previous", self.tr("&Previous Hit"), ("Shift+F3", "Ctrl+Shift+G"), "previous"),
        )

    def _view(self) -> tuple[Command | None, ...]:
        return (
            Command("sidebar", self.tr("&Side Pane"), ("F9",), "sidebar", checkable=True),
            Command("activity", self.tr("&Activity"), ("Ctrl+Shift+A",), "activity", checkable=True),
            None,
            Command("larger", self.tr("&Larger Text"), (_Standard.ZoomIn, "Ctrl+="), "text-size"),
            Command("smaller", self.tr("&Smaller Text"), (_Standard.ZoomOut,)),
            Command("normal_size", self.tr("&Normal Text Size"), ("Ctrl+0",)),
            None,
            Command("back", self.tr("&Back from Similar Clippings"), (_Standard.Back,), "back"),
            Command("next_pane", self.tr("Next &Pane"), ("F6",)),
            Command("previous_pane", self.tr("P&revious Pane"), ("Shift+F6",)),
            Command("full_screen", self.tr("&Full Screen"), ("F11",), checkable=True),
        )

    def _clipping(self) -> tuple[Command | None, ...]:
        return (
            Command("read", self.tr("Mark as &Read"), ("M", "R"), "read", plain=True),
            Command("star", self.tr("&Star"), ("S",), "star", plain=True),
            Command("note", self.tr("&Note …"), ("N",), "note", plain=True),
            Command("tags", self.tr("&Tags …"), ("Ctrl+T",), "tag"),
            Command("title", self.tr("Correct T&itle …"), ("F2",), "edit", plain=True),
            Command("details", self.tr("&Details …"), ("Ctrl+I",), "info"),
            Command("similar", self.tr("More &Like This"), ("L",), "similar", plain=True),
            None,
            Command("edit_text", self.tr("Edit Te&xt …"), ("E",), "edit", plain=True),
            Command("leave_out", self.tr("&Leave Out Selected Paragraphs"), ("Ctrl+Backspace",), "clear", plain=True),
            Command("checked", self.tr("Mark as Chec&ked"), (), "check"),
            Command("as_extracted", self.tr("&Back to What Was Extracted"), (), "restore"),
            None,
            Command("open_original", self.tr("Open &Original"), ("B", "Ctrl+Return"), "globe", plain=True),
            Command("open_saved", self.tr("Open the Page as It Was &Saved"), ("Ctrl+Shift+O",), "file"),
            Command("fetch_again", self.tr("&Fetch Again"), (), "refresh"),
            Command("extract_again", self.tr("Extr&act Again"), (), "retry"),
            None,
            Command("trash", self.tr("Move to &Trash"), (_Standard.Delete,), "trash", plain=True),
            Command("restore", self.tr("R&estore from Trash"), ("Shift+Del",), "restore"),
            Command("empty_trash", self.tr("E&mpty Trash …"), ("Ctrl+Shift+Del",)),
        )

    def _help(self) -> tuple[Command | None, ...]:
        return (
            Command("shortcuts", self.tr("&Keyboard Shortcuts"), ("F1",), "info"),
            Command("search_help", self.tr("How to &Search"), ("Shift+F1",), "help"),
            Command("check", self.tr("&Check the Library"), (), "check"),
            Command("about", self.tr("&About Clipper")),
        )


def _shortcuts(keys: Keys) -> list[QKeySequence]:
    found: list[QKeySequence] = []
    for key in keys:
        sequences = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)[:1]
        found += [sequence for sequence in sequences if sequence not in found]
    return found


def _tip(text: str, keys: Sequence[QKeySequence]) -> str:
    plain = text.replace("&", "").rstrip(" …")
    if not keys:
        return plain
    return f"{plain} ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})"
