"""All that the window says is there in English and German, and the compiled catalogues are those of the sources."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from clipper import resources
from clipper.app import App
from clipper.gui import sentences
from clipper.gui.counted import Counted
from clipper.gui.editing import Editing
from clipper.gui.jobs import Runner
from clipper.model import Fault
from tests.gui.conftest import addition

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(str(path) for path in (ROOT / "clipper" / "gui").rglob("*.py"))
# What lupdate cannot see: words inside an f-string.
HIDDEN = re.compile(r"""f(["'])(?:(?!\1).)*\{[^{}]*\b(?:tr|translate)\(""")
# A call whose text is no literal is not translated either.
LITERAL = re.compile(r"""\bself\.tr\(\s*[^"'\s]""")


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"needs {name} of PySide6")
    return found


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    root = ET.parse(path).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.findall("context")
        for message in context.findall("message")
    }


def texts(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


@pytest.mark.parametrize(("language", "options"), [("de", ()), ("en", ("-pluralonly",))])
def test_every_string_of_the_window_is_translated(tmp_path: Path, language: str, options: tuple[str, ...]) -> None:
    kept = resources.path("translations", f"clipper_{language}.ts")
    fresh = tmp_path / kept.name
    shutil.copy(kept, fresh)
    subprocess.run(
        [tool("pyside6-lupdate"), *SOURCES, "-no-obsolete", "-locations", "none", *options, "-ts", str(fresh)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )

    wanted = messages(fresh)
    unfinished = [
        key
        for key, message in wanted.items()
        if (message.find("translation").attrib.get("type") == "unfinished") or not all(texts(message))  # type: ignore[union-attr]
    ]
    assert unfinished == []
    assert wanted.keys() == messages(kept).keys()


def test_places_and_keys_stand_in_the_translation_too() -> None:
    for (context, source), message in messages(resources.path("translations", "clipper_de.ts")).items():
        for text in texts(message):
            places = re.findall(r"\{\w+\}", source)
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(places), (context, source)
            assert (source.count("&") == 1) == (text.count("&") == 1), (context, source)
            assert source.endswith("…") == text.endswith("…"), (context, source)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_compiled_catalogue_is_that_of_its_source(tmp_path: Path, language: str) -> None:
    source = resources.path("translations", f"clipper_{language}.ts")
    made = tmp_path / "made.qm"
    subprocess.run([tool("pyside6-lrelease"), str(source), "-qm", str(made)], check=True, capture_output=True)

    assert made.read_bytes() == source.with_suffix(".qm").read_bytes()


def test_no_words_hide_from_the_translators() -> None:
    for path in map(Path, SOURCES):
        text = path.read_text(encoding="utf-8")
        assert not HIDDEN.search(text), path
        assert not LITERAL.search(text), path


def test_a_sentence_and_a_plural_come_out_in_german(qapp: QCoreApplication) -> None:
    german = QTranslator()
    assert german.load(str(resources.path("translations", "clipper_de.qm")))
    qapp.installTranslator(german)
    try:
        assert sentences.fault(Fault("status", "404")).startswith("Die Seite gibt es nicht (Status 404)")
        assert Counted().addresses(1) == "1 Adresse aufnehmen"
        assert Counted().addresses(3) == "3 Adressen aufnehmen"
    finally:
        qapp.removeTranslator(german)


@pytest.mark.parametrize(("language", "number"), [("en", "1,001"), ("de", "1.001")])
def test_what_was_done_to_many_clippings_is_said_with_the_separators_of_the_language(
    qtbot: QtBot, app: App, runner: Runner, language: str, number: str
) -> None:
    added, _ = app.library.clippings.add(
        [addition(f"Story {n}", f"Text {n}.", (), f"https://a.example/{n}") for n in range(1001)]
    )
    ids = [one.id for one in added]
    before, translator, owner = QLocale(), QTranslator(), QObject()
    editing = Editing(app, runner, QUndoStack(owner), owner)
    assert translator.load(str(resources.path("translations", f"clipper_{language}.qm")))
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(language))
    said = []
    editing.done.connect(said.append)
    try:
        for deed in (
            lambda: editing.trash(ids),
            lambda: editing.restore(ids),
            lambda: editing.trash(ids),
            editing.empty_trash,
        ):
            with qtbot.waitSignal(editing.done):
                deed()
    finally:
        QLocale.setDefault(before)
        QCoreApplication.removeTranslator(translator)

    assert [text.split()[0] for text in said] == [number] * 4


def test_numbers_that_may_be_large_are_written_as_the_language_does() -> None:
    for language in ("de", "en"):
        counted = [
            source for _, source in messages(resources.path("translations", f"clipper_{language}.ts")) if "%" in source
        ]
        assert [source for source in counted if "%Ln" not in source and "%n min" not in source] == []
