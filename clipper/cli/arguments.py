"""The words on the command line -> what to do. Pure: no library, no output but argparse's own."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from clipper import __version__
from clipper.cli.options import GUARD, OPTIONS, SORTS, count, folder, word
from clipper.urls import is_web

COMMANDS = (
    "add",
    "find",
    "list",
    "show",
    "similar",
    "tag",
    "edit",
    "trash",
    "restore",
    "export",
    "extract",
    "reextract",
    "memory",
    "searches",
    "check",
    "rebuild",
    "backup",
)
KNOWN_AS = {"authors": "author"}
EDITED = (
    "title",
    "subtitle",
    "author",
    "date",
    "site",
    "language",
    "unknown",
    "body",
    "starred",
    "read",
    "note",
    "checked",
)
USAGE = """clipper [WHAT...]                        open the window; WHAT (addresses, files) is clipped
clipper add WHAT... | -  [--tag T]...    clip addresses, files, folders, reading lists; -: one a line on standard input
clipper find WORDS... | -  [--limit N] [--sort relevance|newest|oldest|added]
clipper list [--tag T] [--trashed] [--limit N] [--sort newest|oldest|added]
clipper show ID [--text]
clipper similar ID [--limit N]           the clippings most like one, the best first
clipper tag ID... [--add T]... [--remove T]...
clipper edit ID [--title T] [--subtitle T] [--author A]... [--date D] [--site T] [--language L] [--unknown FIELD]...
                [--body FILE|-] [--as-extracted] [--checked yes|no] [--starred yes|no] [--read yes|no] [--note T]
clipper trash ID...  ·  clipper restore ID...
clipper export ID... | --query Q  --format pdf --to PATH [--overwrite]
clipper extract PATH|URL... | -          the article of a page; no library is touched
clipper reextract ID... | --all [--no-pictures] [--dry-run]   read the kept pages with today's extractor
clipper memory [SITE] [--forget [LINE] | --recall LINE]   what sites repeat, and so is left out of their articles
clipper searches [--save NAME QUERY... | --delete NAME]   saved searches, with how many are new
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
    parser.add_argument("--library", type=folder, metavar="FOLDER")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--allow-private", action="store_true")
    parser.set_defaults(command=name)
    return parser


def _words(values: argparse.Namespace) -> Words:
    return Words(values.command, values.library, values.json, values.allow_private, values)


def _window(argv: Sequence[str]) -> Words:
    parser = _common("window")
    parser.add_argument("what", nargs="*", type=word)
    values = parser.parse_intermixed_args(_guarded(argv))
    for what in values.what:
        # Path.exists() raises where a text is too long for a name.
        if not is_web(what) and ("://" in what or not os.path.exists(what)):  # noqa: PTH110
            raise WrongUsage(f"no command, address or file: {what}")
    return _words(values)


def _command(name: str, argv: Sequence[str]) -> Words:
    parser = _common(name)
    OPTIONS[name](parser)
    values = parser.parse_intermixed_args(_guarded(argv))
    _check(name, values)
    return _words(values)


def _check(name: str, values: argparse.Namespace) -> None:
    if name == "tag" and not (values.add or values.remove):
        raise WrongUsage("tag needs --add or --remove")
    if name == "edit":
        _check_edit(values)
    if name == "reextract" and bool(values.ids) == values.all:
        raise WrongUsage("reextract needs either ids or --all")
    if name == "export" and bool(values.ids) == (values.query is not None):
        raise WrongUsage("export needs either ids or --query")
    if name == "memory" and values.site is None and (values.forget is not None or values.recall is not None):
        raise WrongUsage("--forget and --recall need a SITE")
    if name == "memory" and values.forget is not None and values.recall is not None:
        raise WrongUsage("memory takes either --forget or --recall")
    if name == "searches" and (values.save is None) is bool(values.words):
        raise WrongUsage("searches takes a query with --save NAME, and needs one there")
    if name == "searches" and values.save is not None and values.delete is not None:
        raise WrongUsage("searches takes either --save or --delete")
    if name in ("add", "extract") and "-" in values.what and len(values.what) > 1:
        raise WrongUsage("- stands alone")


def _check_edit(values: argparse.Namespace) -> None:
    named = [getattr(values, key) for key in EDITED]
    if not values.as_extracted and all(value is None or value == [] for value in named):
        raise WrongUsage("edit needs something to change, as --title or --note")
    if values.body is not None and values.as_extracted:
        raise WrongUsage("edit takes either --body or --as-extracted")
    if clash := [
        field for field in values.unknown if getattr(values, KNOWN_AS.get(field, field), None) not in (None, [])
    ]:
        raise WrongUsage(f"edit cannot set what is unknown: {clash[0]}")


def _find(argv: Sequence[str]) -> Words:
    """Read find's options wherever they stand; all other words are the query, also those with a dash before them."""
    parser = _common("find")
    parser.add_argument("--limit", type=count)
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


def _guarded(argv: Sequence[str]) -> list[str]:
    """Take "--" away and mark the words behind it that would pass for options."""
    if "--" not in argv:
        return list(argv)
    end = argv.index("--")
    return [*argv[:end], *(GUARD + word if word.startswith("-") else word for word in argv[end + 1 :])]
