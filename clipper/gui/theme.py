"""The scheme on the screen: palette, fonts and style sheet drawn from the tokens; follows the system live."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from clipper import resources
from clipper.gui import stylesheet
from clipper.gui.tokens import Scheme, Tokens, load

Choice = Literal["system", "light", "dark"]
FontRole = Literal["small", "body", "strong", "title"]

UI_FONTS = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
READING_FONTS = (
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-Italic.ttf",
    "SourceSerif4-SemiBold.ttf",
    "SourceSerif4-Bold.ttf",
    "SourceSerif4-BoldItalic.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoNaskhArabic-Bold.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoSerifHebrew-Bold.ttf",
)


class Theme(QObject):
    """Gives tokens and fonts to all that paints. changed(Tokens): the scheme is another; paint anew."""

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "system"
        self._loaded: set[str] = set()
        self.tokens: Tokens = load("light")
        self._load_fonts(UI_FONTS)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Take "light" or "dark", or follow the system ("system")."""
        self._choice = choice if choice in ("light", "dark") else "system"  # type: ignore[assignment]
        hints = self._app.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            dark = self._choice == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._follow()

    def font(self, role: FontRole) -> QFont:
        """Give a font of the window: "small", "body", "strong" (semibold) or "title"."""
        sizes = {"small": self.tokens.small_pt, "title": self.tokens.title_pt}
        font = QFont(self.tokens.ui_family)
        font.setPointSizeF(sizes.get(role, self.tokens.body_pt))
        if role in ("strong", "title"):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def load_reading_fonts(self) -> None:
        """Load the reading pane's fonts; not at start, since no article is on the screen then."""
        self._load_fonts(READING_FONTS)

    def colour(self, role: str) -> QColor:
        """Give a token's colour, as colour("accent")."""
        return QColor(getattr(self.tokens, role))

    def _load_fonts(self, names: tuple[str, ...]) -> None:
        for name in names:
            if name not in self._loaded:
                self._loaded.add(name)
                QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))

    def _follow(self, _scheme: object = None) -> None:
        tokens = load(self._scheme())
        self.tokens = tokens
        self._app.setPalette(palette(tokens))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(stylesheet.sheet(tokens))
        self.changed.emit(tokens)

    def _scheme(self) -> Scheme:
        if self._choice != "system":
            return self._choice
        return "dark" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def palette(tokens: Tokens) -> QPalette:
    """Draw a palette from the tokens."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.Button: tokens.window,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.on_selection,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.PlaceholderText: tokens.faint,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.hairline,
        role.Dark: tokens.hairline,
        role.Shadow: tokens.hairline,
    }
    drawn = QPalette()
    for which, colour in colours.items():
        drawn.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        drawn.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    return drawn
