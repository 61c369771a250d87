"""The files that desktops and package indexes read say the same as the program."""

import configparser
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import clipper
from clipper import resources

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
METAINFO = ElementTree.parse(ROOT / "packaging" / "clipper.metainfo.xml").getroot()


def entry() -> configparser.SectionProxy:
    """Give the desktop entry."""
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ROOT / "packaging" / "clipper.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_one_version_stands_everywhere() -> None:
    newest = METAINFO.find("releases/release")

    assert newest is not None
    assert PROJECT["version"] == clipper.__version__ == newest.get("version")
    assert f"## {clipper.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_desktop_entry_starts_what_the_project_installs() -> None:
    command = entry()["Exec"].split()[0]

    assert command in PROJECT["scripts"]
    assert METAINFO.findtext("provides/binary") == command
    assert METAINFO.findtext("launchable") == "clipper.desktop"


def test_the_icon_is_one_of_the_resources() -> None:
    assert resources.path("icons", f"{entry()['Icon']}.svg").is_file()


def test_both_name_the_same_kinds_of_files() -> None:
    offered = {kind for kind in entry()["MimeType"].split(";") if kind}

    assert offered == {element.text for element in METAINFO.findall("provides/mediatype")}
