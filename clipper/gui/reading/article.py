"""One article on the pane: page, hits, title and note. What is slow about it runs in jobs of its own."""

from dataclasses import replace
from urllib.parse import unquote

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clipper.gui.jobs import Runner
from clipper.gui.reading import head, page, pictures, quote, selection
from clipper.gui.reading.browser import PICTURE, ArticleBrowser
from clipper.gui.reading.hitwalk import HitWalk
from clipper.gui.reading.note import NoteEditor
from clipper.gui.reading.page import Prepared
from clipper.gui.reading.pictures import Pixels
from clipper.gui.reading.selection import Selected
from clipper.gui.reading.style import Style
from clipper.gui.reading.titleedit import TitleEdit
from clipper.gui.reading.writer import LINK_SCHEMES
from clipper.gui.theme import Theme
from clipper.model import Document

REFLOW_MS = 120
NARROW = 400


class ArticleView(QWidget):
    """Shows a document; see ReadingPane for its signals."""

    note_changed = Signal(int, str)
    title_changed = Signal(int, str)
    next_unread_asked = Signal()
    saved_page_asked = Signal(int)
    fetch_again_asked = Signal(int)
    as_extracted_asked = Signal(int)
    checked_asked = Signal(int)
    leave_out_asked = Signal()
    edit_text_asked = Signal(int)
    text_selected = Signal(bool)
    tag_clicked = Signal(str)
    document_shown = Signal(int)
    link_hovered = Signal(str)

    def __init__(self, theme: Theme, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._runner = theme, runner
        self._percent = 100
        self._document: Document | None = None
        self._prepared: Prepared | None = None
        self._same = False
        self.browser = ArticleBrowser(Style(theme.tokens), self)
        self.browser.setAccessibleName(self.tr("Article"))
        self.title = TitleEdit(theme, self)
        self.note = NoteEditor(theme, self)
        self.hits = HitWalk(theme, runner, self.browser, self)
        self._reflow = QTimer(self, singleShot=True, interval=REFLOW_MS)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part, stretch in ((self.title, 0), (self.browser, 1), (self.note, 0)):
            box.addWidget(part, stretch)
        self.setFocusProxy(self.browser)
        self._wire()

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._document

    def show_document(self, document: Document) -> None:
        """Show a document, in a moment: it is prepared in a job."""
        self._theme.load_reading_fonts()
        before = self._document
        self._same = before is not None and before.clipping.id == document.clipping.id
        self._document = document
        self.note.show_note(document.clipping.id, document.clipping.note)
        if not self._same:
            self.title.leave()
        job = self._runner.start(lambda progress: page.prepare(document, progress), latest="reading")
        job.finished.connect(self._take)

    def set_percent(self, percent: int) -> None:
        """Set the size of the text."""
        if percent != self._percent:
            self._percent = percent
            self.show_anew()

    def show_anew(self) -> None:
        """Set the page again, at the same place: the size or the scheme is another."""
        place = self.browser.place()
        self.browser.restyle(self._style())
        self._render(place)

    def scroll_on(self, back: bool = False) -> None:
        """Scroll a screen on (or back); at the end ask for the next unread clipping."""
        bar = self.browser.verticalScrollBar()
        if not back and bar.value() >= bar.maximum():
            self.next_unread_asked.emit()
            return
        overlap = 2 * self.browser.style_.text_px
        bar.setValue(bar.value() + (-1 if back else 1) * max(1, bar.pageStep() - overlap))

    def selected(self) -> Selected:
        """Give what is selected of the article that is shown."""
        prepared = self._prepared
        if prepared is None or prepared.document is not self._document:
            return Selected()
        addresses = [kept.url if kept is not None else None for kept in prepared.pictures]
        return selection.selected(self.browser.document(), self.browser.textCursor(), addresses, PICTURE)

    def copy_with_source(self) -> None:
        """Copy the selection with its source."""
        if self._document is not None:
            plain, html = quote.quoted(self.browser.textCursor().selectedText(), self._document)
            data = QMimeData()
            data.setText(plain)
            data.setHtml(html)
            QGuiApplication.clipboard().setMimeData(data)

    def open_original(self) -> None:
        """Open the article's address in the browser."""
        if self._document is not None:
            self._open(self._document.clipping.url or "")

    def edit_title(self) -> None:
        """Let the title be corrected."""
        if self._document is not None:
            self.title.edit(self._document.clipping.id, self._document.clipping.title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar in its corner."""
        super().resizeEvent(event)
        self.hits.settle()

    def _wire(self) -> None:
        self._reflow.timeout.connect(self._reflowed)
        self._theme.changed.connect(self.show_anew)
        self.title.corrected.connect(self.title_changed)
        self.title.left.connect(self.browser.setFocus)
        self.note.changed.connect(self.note_changed)
        self.browser.followed.connect(self._follow)
        self.browser.space_pressed.connect(self.scroll_on)
        self.browser.pictures_wanted.connect(self._load_pictures, Qt.ConnectionType.QueuedConnection)
        self.browser.column_changed.connect(self._column_changed)
        self.browser.menu_asked.connect(self._offer)
        self.browser.highlighted.connect(self._hovered)
        self.browser.copyAvailable.connect(self.text_selected)

    def _take(self, prepared: Prepared) -> None:
        if prepared.document is not self._document:
            return
        before = self._prepared
        if self._same and before is not None and before.pictures == prepared.pictures:
            prepared = replace(prepared, pictures=before.pictures)  # what is on its way for those fits these
        else:
            self.browser.gallery.clear()
        self._prepared = prepared
        place = self.browser.place() if self._same else None
        self.browser.restyle(self._style())
        self._render(place)
        self.document_shown.emit(prepared.document.clipping.id)

    def _render(self, place: tuple[int, float] | None) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        clipping, above = prepared.document.clipping, head.paragraphs(prepared.document, prepared.lead)
        foot = head.foot(prepared.document, cut=prepared.body.cut)
        top = "".join(html for _fields, html in above)
        made = page.pieces(prepared, top, foot, column=self.browser.column, source=PICTURE)
        self.hits.begin(
            clipping.id, clipping.language or "", [fields for fields, _html in above], below=foot.count("<p ")
        )
        self.browser.show_pieces(made, place=place)

    def _style(self) -> Style:
        language = self._document.clipping.language if self._document is not None else None
        narrow = self.browser.column * 100 < NARROW * self._percent
        return Style(self._theme.tokens, self._percent, language or "", narrow)

    def _load_pictures(self, numbers: tuple[int, ...]) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        wanted = [(number, prepared.pictures[number]) for number in numbers if number < len(prepared.pictures)]
        column, ratio = self.browser.column, self.browser.devicePixelRatioF()
        job = self._runner.start_telling(
            lambda progress, tell: pictures.load(wanted, progress, tell, column=column, ratio=ratio), lane="read"
        )
        job.told.connect(lambda pixels: self._put_picture(prepared, pixels))

    def _put_picture(self, prepared: Prepared, pixels: Pixels) -> None:
        if self._prepared is not None and self._prepared.pictures is prepared.pictures:
            self.browser.put_picture(pixels)

    def _column_changed(self) -> None:
        if self._prepared is None:
            return
        if any(self._prepared.pictures) or self._style() != self.browser.style_:
            self._reflow.start()

    def _reflowed(self) -> None:
        self.browser.gallery.ask_anew()
        self.show_anew()

    def _hovered(self, url: QUrl) -> None:
        link = url.toDisplayString()
        self.link_hovered.emit(link if link.startswith(LINK_SCHEMES) else "")

    def _offer(self, place: QPoint, link: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("&Copy"), self.browser.copy)
        copy.setEnabled(self.browser.textCursor().hasSelection())
        menu.addAction(self.tr("Copy &Quote with Source"), self.copy_with_source)
        if copy.isEnabled():
            menu.addAction(self.tr("&Leave Out Selected Paragraphs"), self.leave_out_asked.emit)
        if (document := self._document) is not None:
            menu.addAction(self.tr("Edit Te&xt …"), lambda: self.edit_text_asked.emit(document.clipping.id))
        if link.lower().startswith(LINK_SCHEMES):
            menu.addSeparator()
            menu.addAction(self.tr("&Open Link"), lambda: self._open(link))
            menu.addAction(self.tr("Copy Link &Address"), lambda: QGuiApplication.clipboard().setText(link))
        menu.addSeparator()
        menu.addAction(self.tr("Select &All"), self.browser.selectAll)
        menu.popup(place)

    def _follow(self, link: str) -> None:
        if self._document is None:
            return
        if link.startswith(head.TAG):
            self.tag_clicked.emit(unquote(link.removeprefix(head.TAG)))
        elif link == head.ORIGINAL:
            self.open_original()
        elif link == head.SAVED:
            self.saved_page_asked.emit(self._document.clipping.id)
        elif link == head.EXTRACTED:
            self.as_extracted_asked.emit(self._document.clipping.id)
        elif link == head.CHECKED:
            self.checked_asked.emit(self._document.clipping.id)
        elif link == head.AGAIN:
            self.fetch_again_asked.emit(self._document.clipping.id)
        else:
            self._open(link)

    def _open(self, link: str) -> None:
        if link.lower().startswith(LINK_SCHEMES):
            QDesktopServices.openUrl(QUrl(link))
