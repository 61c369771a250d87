"""The side pane's model: the views with their counts, the saved searches, then the tags as a tree by their levels."""

from __future__ import annotations  # types only: the model is not imported before the first paint

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from clipper.gui.models.clippings import IDS_FORMAT

if TYPE_CHECKING:
    from clipper.answers import Overview, SavedSearch, TagCount
    from clipper.model import View

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
TAG_FORMAT = "application/x-clipper-tag"
VIEWS: tuple[View, ...] = ("all", "unread", "starred", "untagged", "doubtful", "trash")
# Shown where there is something in it, or while the user is there: most libraries have nothing doubtful.
AT_NEED: tuple[View, ...] = ("doubtful",)


class SideRole(IntEnum):
    """Named roles beside Qt's own."""

    VIEW = Qt.ItemDataRole.UserRole + 1
    TAG = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    HEADING = Qt.ItemDataRole.UserRole + 4
    SEARCH = Qt.ItemDataRole.UserRole + 5


@dataclass(eq=False, slots=True)
class Node:
    """One row. view, tag or search says what it filters by; a heading has none. hint: more about it, in a tool tip."""

    name: str
    count: int | None = None
    view: View | None = None
    tag: str | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    search: str | None = None
    hint: str | None = None

    @property
    def is_heading(self) -> bool:
        return self.view is None and self.tag is None and self.search is None


def tree(tags: Sequence[TagCount]) -> list[Node]:
    """Order tags into a tree by "/". A level that is no tag of its own has no count of its own: None."""
    top: list[Node] = []
    known: dict[str, Node] = {}
    for tag in sorted(tags, key=lambda tag: tag.name.casefold()):
        parent: Node | None = None
        path = ""
        for part in tag.name.split("/"):
            path = f"{path}/{part}" if path else part
            node = known.get(path.casefold())
            if node is None:
                node = Node(part, tag=path, parent=parent)
                known[path.casefold()] = node
                (parent.children if parent is not None else top).append(node)
            parent = node
        if parent is not None:
            parent.count, parent.tag = tag.count, tag.name
    return top


class SidebarModel(QAbstractItemModel):
    """Views, saved searches and tags. names: how the views are called, headings: over the tags and the searches.

    clippings_dropped(ids, tag or view): rows of the list were let go over a row; tag_dropped(tag, onto): a tag over
    another.
    """

    clippings_dropped = Signal(tuple, str, str)  # ids, tag, view
    tag_dropped = Signal(str, str)

    def __init__(self, names: Sequence[str], headings: tuple[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all_views = [Node(name, view=view) for view, name in zip(VIEWS, names, strict=True)]
        self._views = [node for node in self._all_views if node.view not in AT_NEED]
        self._stay: View | None = None
        self._heading, self._searches_heading = (Node(heading) for heading in headings)
        self._tags: list[Node] = []
        self._searches: list[Node] = []
        self._counts: tuple[TagCount, ...] = ()

    # -- Qt's questions

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        nodes = self._children(parent)
        if column != 0 or not 0 <= row < len(nodes):
            return QModelIndex()
        return self.createIndex(row, 0, nodes[row])

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self.node(index).parent
        if above is None:
            return QModelIndex()
        siblings = above.parent.children if above.parent is not None else self._top()
        return self.createIndex(siblings.index(above), 0, above)

    def rowCount(self, parent: Index = ROOT) -> int:
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.tag or node.hint
        values = {
            SideRole.VIEW: node.view,
            SideRole.TAG: node.tag,
            SideRole.COUNT: node.count,
            SideRole.HEADING: node.is_heading,
            SideRole.SEARCH: node.search,
        }
        return values.get(cast(SideRole, role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.node(index).is_heading:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        node = self.node(index)
        if node.tag is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        elif node.view in ("trash", "starred"):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return [TAG_FORMAT, IDS_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        tags = [tag for index in indexes if (tag := index.data(SideRole.TAG))]
        mime.setData(TAG_FORMAT, (tags[0] if tags else "").encode())
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        if not parent.isValid():
            return False
        node = self.node(parent)
        if data.hasFormat(TAG_FORMAT):
            return node.tag is not None and node.tag != _text(data, TAG_FORMAT)
        return data.hasFormat(IDS_FORMAT) and (node.tag is not None or node.view in ("trash", "starred"))

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        node = self.node(parent)
        if data.hasFormat(TAG_FORMAT):
            self.tag_dropped.emit(_text(data, TAG_FORMAT), node.tag)
        else:
            ids = tuple(int(id) for id in _text(data, IDS_FORMAT).split())
            self.clippings_dropped.emit(ids, node.tag or "", node.view or "")
        return True

    # -- what the window asks and sets

    def node(self, index: Index) -> Node:
        """Give the row behind an index."""
        return cast(Node, index.internalPointer())

    def index_of(self, *, view: View | None = None, tag: str | None = None, search: str | None = None) -> QModelIndex:
        """Give the index of a view, or of a tag or a saved search where one is given; invalid where it is not there."""
        if search is not None:
            rows = (row for row, node in enumerate(self._top()) if node.search == search)
            return next((self.index(row, 0) for row in rows), QModelIndex())
        if tag is None:
            return next((self.index(at, 0) for at, node in enumerate(self._views) if node.view == view), QModelIndex())
        found = self._find(self._tags, tag.casefold())
        if found is None:
            return QModelIndex()
        siblings = found.parent.children if found.parent is not None else self._top()
        return self.createIndex(siblings.index(found), 0, found)

    def set_overview(self, overview: Overview) -> None:
        """Show counts. The tree is built anew only where a tag came or went."""
        for node in self._all_views:
            node.count = getattr(overview, node.view or "all")
        self._show_needed()
        if tuple(tag.name for tag in overview.tags) != tuple(tag.name for tag in self._counts):
            self.beginResetModel()
            self._tags = tree(overview.tags)
            self.endResetModel()
        else:
            for tag in overview.tags:
                found = self._find(self._tags, tag.name.casefold())
                if found is not None:
                    found.count = tag.count
            self._changed(QModelIndex())
        self._counts = overview.tags

    def set_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show saved searches with what is new in them. Rows are made anew only where one came, went or was renamed."""
        if [search.name for search in searches] != [node.search for node in self._searches]:
            self.beginResetModel()
            self._searches = [Node(search.name, search=search.name) for search in searches]
            self.endResetModel()
        for node, search in zip(self._searches, searches, strict=True):
            node.count, node.hint = search.new, search.query
        if searches:
            first = self._top().index(self._searches[0])
            self.dataChanged.emit(self.index(first, 0), self.index(first + len(searches) - 1, 0))

    def stay_at(self, view: View) -> None:
        """Keep the row of a view, whatever its count: the user is there."""
        self._stay = view
        self._show_needed()

    def _show_needed(self) -> None:
        for at, node in enumerate(self._all_views):
            shown = next((row for row, one in enumerate(self._views) if one is node), None)
            needed = node.view not in AT_NEED or bool(node.count) or node.view == self._stay
            if needed and shown is None:
                row = sum(one in self._views for one in self._all_views[:at])
                self.beginInsertRows(QModelIndex(), row, row)
                self._views.insert(row, node)
                self.endInsertRows()
            elif not needed and shown is not None:
                self.beginRemoveRows(QModelIndex(), shown, shown)
                del self._views[shown]
                self.endRemoveRows()

    def _top(self) -> list[Node]:
        searches = [self._searches_heading, *self._searches] if self._searches else []
        tags = [self._heading, *self._tags] if self._tags else []
        return [*self._views, *searches, *tags]

    def _spoken(self, node: Node) -> str:
        if node.search is not None and node.count:
            return self.tr("{name}, {new}").format(name=node.name, new=self.tr("%Ln new", "", node.count))
        return node.name if node.count is None or node.search is not None else f"{node.name} ({node.count})"

    def _children(self, parent: Index) -> list[Node]:
        return self.node(parent).children if parent.isValid() else self._top()

    def _find(self, nodes: Sequence[Node], tag: str) -> Node | None:
        for node in nodes:
            name = (node.tag or "").casefold()
            if name == tag:
                return node
            if tag.startswith(f"{name}/"):
                return self._find(node.children, tag)
        return None

    def _changed(self, parent: QModelIndex) -> None:
        rows = self.rowCount(parent)
        if rows:
            self.dataChanged.emit(self.index(0, 0, parent), self.index(rows - 1, 0, parent))
        for row in range(rows):
            self._changed(self.index(row, 0, parent))


def _text(data: QMimeData, name: str) -> str:
    return bytes(data.data(name).data()).decode()
