"""What every test gets: no screen, folders of its own, and a fail where something unexpected was logged."""

import logging
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

# Before anything imports Qt: without a display its default platform aborts the process. The end-to-end tests start
# their windows as processes of their own, on a screen of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

ExpectLog = Callable[[str], None]


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test, and the processes it starts, an empty home: nobody's library or settings are touched."""
    home = tmp_path_factory.mktemp("home")
    places = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
        "CLIPPER_CONFIG": home / "settings",
        "USERPROFILE": home,
        "APPDATA": home / "config",
        "LOCALAPPDATA": home / "data",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    (home / "run").mkdir(mode=0o700)
    monkeypatch.delenv("CLIPPER_LIBRARY", raising=False)
    return home


class Listener(logging.Handler):
    """Keeps what is logged at WARNING and above, and the patterns of what a test says it expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record; the judgement comes at the end of the test, where no code under test can catch it."""
        self.records.append(record)

    def unexpected(self) -> list[str]:
        """Give what was logged and not announced."""
        return [
            f"{record.levelname} {record.name}: {record.getMessage()}"
            for record in self.records
            if not any(re.search(pattern, record.getMessage()) for pattern in self.expected)
        ]

    def missing(self) -> list[str]:
        """Give what was announced and not logged."""
        return [
            pattern
            for pattern in self.expected
            if not any(re.search(pattern, record.getMessage()) for record in self.records)
        ]


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[ExpectLog]:
    """Fail a test in which a warning or an error was logged that it did not announce.

    expect_log("regular expression") announces one, and must come true. (The idea is qutebrowser's.)
    """
    listener = Listener()
    # What clipper.logs silences in the program is silent here too: trafilatura reports each odd page as an error.
    extractor = logging.getLogger("trafilatura")
    level = extractor.level
    extractor.setLevel(logging.CRITICAL)
    logging.getLogger().addHandler(listener)
    yield listener.expected.append
    logging.getLogger().removeHandler(listener)
    extractor.setLevel(level)
    unexpected, missing = listener.unexpected(), listener.missing()
    assert not unexpected, "logged unexpectedly:\n" + "\n".join(unexpected)
    assert not missing, f"announced but not logged: {missing}"
