"""The options of each command, as argparse takes them, and what a word of theirs may be."""

import argparse
from pathlib import Path

CAN_BE_UNKNOWN = ("subtitle", "authors", "date", "site", "language", "image")
SORTS = ("relevance", "newest", "oldest", "added")
GUARD = "\0"
"""Stands before a word after "--" that begins with a dash: argparse forgets "--" where options and words are mixed."""


def word(text: str) -> str:
    return text.removeprefix(GUARD)


def folder(text: str) -> Path:
    if not text:  # Path("") is the folder we are in: an unset variable must not make a library there
        raise argparse.ArgumentTypeError("a folder is needed")
    return Path(text)


def _target(text: str) -> str:
    folder(text)
    return text


def _path(text: str) -> Path:
    return folder(word(text))


def count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise argparse.ArgumentTypeError(f"a number is needed: {text[:40]}")
    return int(text)


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise argparse.ArgumentTypeError(f"yes or no is needed: {text[:40]}")
    return text == "yes"


def _ids(parser: argparse.ArgumentParser, nargs: str) -> None:
    parser.add_argument("ids", nargs=nargs, type=int, metavar="ID")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="+", type=word)
    parser.add_argument("--tag", action="append", default=[])


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag")
    parser.add_argument("--trashed", action="store_true")
    parser.add_argument("--limit", type=count)
    parser.add_argument("--sort", choices=SORTS)


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=int)
    parser.add_argument("--text", action="store_true")


def _tag(parser: argparse.ArgumentParser) -> None:
    _ids(parser, "+")
    parser.add_argument("--add", action="append", default=[])
    parser.add_argument("--remove", action="append", default=[])


def _edit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=int)
    for name in ("title", "subtitle", "date", "site", "language", "note"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--author", action="append", default=[])
    parser.add_argument("--unknown", action="append", default=[], choices=CAN_BE_UNKNOWN, metavar="FIELD")
    parser.add_argument("--body", type=_target, metavar="FILE")
    parser.add_argument("--as-extracted", action="store_true")
    parser.add_argument("--starred", type=_yes)
    parser.add_argument("--read", type=_yes)
    parser.add_argument("--checked", type=_yes)


def _export(parser: argparse.ArgumentParser) -> None:
    _ids(parser, "*")
    parser.add_argument("--query")
    parser.add_argument("--format", required=True)
    parser.add_argument("--to", required=True, type=_target)
    parser.add_argument("--overwrite", action="store_true")


def _extract(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="+", type=word)


def _reextract(parser: argparse.ArgumentParser) -> None:
    _ids(parser, "*")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--no-pictures", action="store_true")


def _memory(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", nargs="?", type=word, metavar="SITE")
    parser.add_argument("--forget", nargs="?", const="", metavar="LINE")
    parser.add_argument("--recall", metavar="LINE")


def _searches(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", type=word, metavar="QUERY")
    parser.add_argument("--save", metavar="NAME")
    parser.add_argument("--delete", metavar="NAME")


def _similar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=int)
    parser.add_argument("--limit", type=count)


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=_path)


def _nothing(parser: argparse.ArgumentParser) -> None:
    return


OPTIONS = {
    "add": _add,
    "list": _list,
    "show": _show,
    "similar": _similar,
    "tag": _tag,
    "edit": _edit,
    "trash": lambda parser: _ids(parser, "+"),
    "restore": lambda parser: _ids(parser, "+"),
    "export": _export,
    "extract": _extract,
    "reextract": _reextract,
    "memory": _memory,
    "searches": _searches,
    "check": _nothing,
    "rebuild": _nothing,
    "backup": _backup,
}
