"""What Clipper is, which version, under which licence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipper import __version__
from clipper.gui import icons
from clipper.gui.theme import Theme


class About(QDialog):
    """A small window with the icon."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Clipper"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel(self)
        picture.setPixmap(icons.app_icon().pixmap(96, 96))
        title = QLabel(self.tr("Clipper {version}").format(version=__version__), self)
        title.setFont(theme.font("title"))
        words = QLabel(
            self.tr("Keeps news articles: drag in a link, read it, find it, tag it, export it to PDF."), self
        )
        words.setWordWrap(True)
        licence = QLabel(self.tr("Free software under the Apache License 2.0."), self)
        licence.setObjectName("quiet")
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        text = QVBoxLayout()
        for label in (title, words, licence):
            text.addWidget(label)
        text.addStretch(1)
        text.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 16)
        row.setSpacing(24)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        self.setMinimumWidth(440)
