"""The style sheet: what a palette cannot say (hairlines, radius, calm buttons and menus). Pure text from tokens."""

from clipper import resources
from clipper.gui.tokens import Tokens


def sheet(tokens: Tokens) -> str:
    """Give the application's style sheet."""
    return _SHEET.format(t=tokens, styles=resources.path("styles").as_posix())


_SHEET = """
QMainWindow, QDialog {{ background: {t.window}; }}
QMainWindow::separator, QSplitter::handle {{ background: {t.hairline}; }}
#sidebar {{ background: {t.sidebar}; border: none; padding-top: 8px; }}
#surface {{ background: {t.surface}; }}
#toolbar {{ background: {t.window}; border: none; border-bottom: 1px solid {t.hairline}; }}
#message {{ background: {t.surface}; border: 1px solid {t.faint}; border-radius: 8px; }}
#quiet {{ color: {t.secondary}; }}
QToolButton#tool-sidebar:checked, QToolButton#tool-activity:checked {{ background: transparent; }}
QToolButton#tool-sidebar:hover, QToolButton#tool-activity:hover {{ background: {t.hover}; }}
#search {{ border-radius: 8px; padding: 6px 4px; }}
#completion {{
  background: {t.surface}; border: 1px solid {t.faint}; border-radius: {t.radius}px; outline: none; padding: 4px;
}}
#completion::item {{ padding: 5px 8px; border-radius: 6px; }}
#completion::item:selected {{ background: {t.selection}; color: {t.on_selection}; }}
#tags {{ background: {t.surface}; border: 1px solid {t.hairline}; border-radius: 6px; padding: 4px; outline: none; }}
#tags::item {{ padding: 6px 8px; border-radius: 6px; }}
#tags::indicator {{
  width: 16px; height: 16px; border: 1px solid {t.faint}; border-radius: 4px; background: {t.surface};
}}
#tags::indicator:checked, #tags::indicator:indeterminate {{ background: {t.accent}; border-color: {t.accent}; }}
#tags::indicator:checked {{ image: url("{styles}/ticked-{t.scheme}.svg"); }}
#tags::indicator:indeterminate {{ image: url("{styles}/partly-{t.scheme}.svg"); }}
#tags::item:hover {{ background: {t.hover}; }}
#tags::item:selected {{ background: {t.selection}; color: {t.on_selection}; }}
QMenuBar {{ background: {t.window}; border: none; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.hairline}; border-radius: {t.radius}px; padding: 6px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.on_selection}; }}
QMenu::item:disabled {{ color: {t.faint}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.hairline}; margin: 6px 8px; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: none; padding: 4px 8px; }}
QToolButton {{ border: none; border-radius: 6px; padding: 5px; background: transparent; color: {t.secondary}; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {t.selection}; }}
QToolButton:focus {{ background: {t.hover}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton#suggestion {{ color: {t.accent}; padding: 2px 4px; text-decoration: underline; }}
QPushButton {{ border: 1px solid {t.hairline}; border-radius: 6px; padding: 6px 16px; background: {t.surface}; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.selection}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:default {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.faint}; background: {t.window}; border-color: {t.hairline}; }}
QPushButton[danger="true"] {{ background: {t.danger}; color: {t.surface}; border-color: {t.danger}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLineEdit, QPlainTextEdit {{
  border: 1px solid {t.hairline}; border-radius: 6px; padding: 5px 8px; background: {t.surface};
  selection-background-color: {t.selection}; selection-color: {t.on_selection};
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {t.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.hairline}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::handle:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
