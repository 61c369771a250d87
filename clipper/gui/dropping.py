"""Mime data -> list of strings: addresses and absolute paths. The clipboard goes the same way as a drop."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData


def offers(mime: QMimeData) -> bool:
    """Say whether mime data may hold something to clip, by its formats alone (at drag enter; nothing is read)."""
    raise NotImplementedError


def given(mime: QMimeData) -> tuple[str, ...]:
    """Give the addresses and absolute paths in mime data, in order, each once. All of it is read at once.

    Call it first thing in dropEvent: Wayland frees the data as soon as a dialog or nested loop runs.
    """
    return strings(read(mime))


def read(mime: QMimeData) -> Mapping[str, bytes]:
    """Copy all formats that we understand out of mime data."""
    raise NotImplementedError


def strings(offer: Mapping[str, bytes]) -> tuple[str, ...]:
    """Decide what an offer means. Pure; never raises, whatever the bytes."""
    raise NotImplementedError
