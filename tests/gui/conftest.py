"""What every test of the window gets: the theme, and the word of the offscreen platform that is no fault of ours."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from clipper.gui.theme import Theme

# The platform without a screen says this whenever a window is shown.
IGNORED = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform say it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(IGNORED, extend=True))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Give the light theme."""
    return Theme(qapp, "light")
