"""The words on the command line -> what to do. Pure: no library, no output but argparse's own."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from clipper import __version__
from clipper.urls import is_web

COMMANDS = (
    "add",
    "find",
    "list",
    "show",
    "tag",
    "edit",
    "trash",
    "restore",
    "export",
    "extract",
    "check",
    "rebuild",
    "backup",
)
SORTS = ("relevance", "newest", "oldest", "added")
USAGE = """clipper [WHAT...]                        open the window; WHAT (addresses, files) is clipped
clipper add WHAT... | -  [--tag T]...    clip addresses, files, folders, reading lists; -: one a line on standard input
clipper find WORDS... | -  [--limit N] [--sort relevance|newest|oldest|added]
clipper list [--tag T] [--trashed] [--limit N] [--sort newest|oldest|added]
clipper show ID [--text]
clipper tag ID... [--add T]... [--remove T]...
clipper edit ID [--title T] [--starred yes|no] [--read yes|no] [--note T]
clipper trash ID...  ·  clipper restore ID...
clipper export ID... | --query Q  --format pdf --to PATH [--overwrite]
clipper extract PATH|URL... | -          the article of a page; no library is touched
clipper check  ·  clipper rebuild  ·  clipper backup PATH

options of all commands: --library DIR  --json  --allow-private  --version  --help"""


class WrongUsage(Exception):  # noqa: N818
    """The words are off; the message says which."""


@dataclass(frozen=True, slots=True)
class Words:
    """A command line understood. command "window" opens the window; values: the command's own options."""

    command: str
    library: Path | None
    json: bool
    allow_private: bool
    values: argparse.Namespace


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message)


def parse(argv: Sequence[str]) -> Words:
    """Understand a command line. Raise WrongUsage; SystemExit(0) after --help and --version."""
    position = _first_word(argv)
    word = argv[position] if position is not None else None
    if position is None or word not in COMMANDS:
        return _window(argv)
    rest = [*argv[:position], *argv[position + 1 :]]
    return _find(rest) if word == "find" else _command(word, rest)


def _first_word(argv: Sequence[str]) -> int | None:
    """Give the place of the first word that is no option of all commands."""
    position = 0
    while position < len(argv):
        if argv[position] == "--library":
            position += 2
        elif argv[position].startswith("--") and len(argv[position]) > 2:
            position += 1
        else:
            return position
    return None


def _common(name: str) -> _Parser:
    parser = _Parser(prog="clipper", usage=USAGE, add_help=True, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"clipper {__version__}")
    parser.add_argument("--library", type=_folder, metavar="FOLDER")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--allow-private", action="store_true")
    parser.set_defaults(command=name)
    return parser


def _words(values: argparse.Namespace) -> Words:
    return Words(values.command, values.library, values.json, values.allow_private, values)


def _window(argv: Sequence[str]) -> Words:
    parser = _common("window")
    parser.add_argument("what", nargs="*", type=_word)
    values = parser.parse_intermixed_args(_guarded(argv))
    for what in values.what:
        # Path.exists() raises where a text is too long for a name.
        if not is_web(what) and ("://" in what or not os.path.exists(what)):  # noqa: PTH110
            raise WrongUsage(f"no command, address or file: {what}")
    return _words(values)


def _command(name: str, argv: Sequence[str]) -> Words:
    parser = _common(name)
    _OPTIONS[name](parser)
    values = parser.parse_intermixed_args(_guarded(argv))
    _check(name, values)
    return _words(values)


def _check(name: str, values: argparse.Namespace) -> None:
    if name == "tag" and not (values.add or values.remove):
        raise WrongUsage("tag needs --add or --remove")
    if name == "edit" and all(getattr(values, key) is None for key in ("title", "starred", "read", "note")):
        raise WrongUsage("edit needs --title, --starred, --read or --note")
    if name == "export" and bool(values.ids) == (values.query is not None):
        raise WrongUsage("export needs either ids or --query")
    if name in ("add", "extract") and "-" in values.what and len(values.what) > 1:
        raise WrongUsage("- stands alone")


def _find(argv: Sequence[str]) -> Words:
    """Read find's options wherever they stand; all other words are the query, also those with a dash before them."""
    parser = _common("find")
    parser.add_argument("--limit", type=_count)
    parser.add_argument("--sort", choices=SORTS)
    options, words, position = list[str](), list[str](), 0
    while position < len(argv):
        word = argv[position]
        name = word.partition("=")[0]
        if word == "--":
            words += argv[position + 1 :]
            break
        if name in ("--library", "--limit", "--sort"):
            options += argv[position : position + (1 if "=" in word else 2)]
            position += 1 if "=" in word else 2
        elif word in ("--json", "--allow-private", "--help", "--version"):
            options.append(word)
            position += 1
        else:
            words.append(word)
            position += 1
    values = parser.parse_args(options)
    if not words:
        raise WrongUsage("find needs words")
    values.words = words
    return _words(values)


_GUARD = "\0"
"""Stands before a word after "--" that begins with a dash: argparse forgets "--" where options and words are mixed."""


def _guarded(argv: Sequence[str]) -> list[str]:
    """Take "--" away and mark the words behind it that would pass for options."""
    if "--" not in argv:
        return list(argv)
    end = argv.index("--")
    return [*argv[:end], *(_GUARD + word if word.startswith("-") else word for word in argv[end + 1 :])]


def _word(text: str) -> str:
    return text.removeprefix(_GUARD)


def _folder(text: str) -> Path:
    if not text:  # Path("") is the folder we are in: an unset variable must not make a library there
        raise argparse.ArgumentTypeError("a folder is needed")
    return Path(text)


def _target(text: str) -> str:
    _folder(text)
    return text


def _path(text: str) -> Path:
    return _folder(_word(text))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise argparse.ArgumentTypeError(f"a number is needed: {text[:40]}")
    return int(text)


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise argparse.ArgumentTypeError(f"yes or no is needed: {text[:40]}")
    return text == "yes"


def _ids(parser: _Parser, nargs: str) -> None:
    parser.add_argument("ids", nargs=nargs, type=int, metavar="ID")


def _add(parser: _Parser) -> None:
    parser.add_argument("what", nargs="+", type=_word)
    parser.add_argument("--tag", action="append", default=[])


def _list(parser: _Parser) -> None:
    parser.add_argument("--tag")
    parser.add_argument("--trashed", action="store_true")
    parser.add_argument("--limit", type=_count)
    parser.add_argument("--sort", choices=SORTS)


def _show(parser: _Parser) -> None:
    parser.add_argument("id", type=int)
    parser.add_argument("--text", action="store_true")


def _tag(parser: _Parser) -> None:
    _ids(parser, "+")
    parser.add_argument("--add", action="append", default=[])
    parser.add_argument("--remove", action="append", default=[])


def _edit(parser: _Parser) -> None:
    parser.add_argument("id", type=int)
    parser.add_argument("--title")
    parser.add_argument("--starred", type=_yes)
    parser.add_argument("--read", type=_yes)
    parser.add_argument("--note")


def _export(parser: _Parser) -> None:
    _ids(parser, "*")
    parser.add_argument("--query")
    parser.add_argument("--format", required=True)
    parser.add_argument("--to", required=True, type=_target)
    parser.add_argument("--overwrite", action="store_true")


def _extract(parser: _Parser) -> None:
    parser.add_argument("what", nargs="+", type=_word)


def _backup(parser: _Parser) -> None:
    parser.add_argument("path", type=_path)


def _nothing(parser: _Parser) -> None:
    return


_OPTIONS = {
    "add": _add,
    "list": _list,
    "show": _show,
    "tag": _tag,
    "edit": _edit,
    "trash": lambda parser: _ids(parser, "+"),
    "restore": lambda parser: _ids(parser, "+"),
    "export": _export,
    "extract": _extract,
    "check": _nothing,
    "rebuild": _nothing,
    "backup": _backup,
}
