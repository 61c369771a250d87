"""One window per library: a second start hands what it was given to the open one, over a local socket.

A message is one line of JSON; the window answers "ok". Only this user may connect.
"""

import getpass
import hashlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LIMIT_BYTES = 32_000_000
ANSWER = b"ok\n"
CONNECT_MS, LOCK_MS = 500, 3000
# The path of a Unix socket has room for 107 bytes; Qt adds a little to it while listening.
PATH_CHARS = 90

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def server_name(folder: Path) -> str:
    """Give the socket's name for a library and this user: short, the same for every spelling of the path.

    In the user's own runtime folder where there is one, so that nobody else can listen in our place.
    """
    same = os.path.normcase(os.path.realpath(folder))
    digest = hashlib.sha256(f"{getpass.getuser()}\0{same}".encode("utf-8", "surrogateescape")).hexdigest()[:24]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    path = str(Path(runtime) / f"clipper-{digest}")
    usable = sys.platform != "win32" and Path(runtime).is_absolute() and os.access(runtime, os.W_OK | os.X_OK)
    return path if usable and len(os.fsencode(path)) <= PATH_CHARS else f"clipper-{digest}"


def absolute(given: Sequence[str], base: Path) -> tuple[str, ...]:
    """Make paths absolute against base; addresses (anything with a scheme of two letters or more) stay as they are."""
    # Not resolve(): a link to a page stays the link that was named.
    return tuple(one if _SCHEME.match(one) else os.path.abspath(base / one) for one in given)  # noqa: PTH100


def hand_over(folder: Path, given: Sequence[str], *, timeout_ms: int = 2000) -> bool:
    """Hand what was given (paths absolute) to the window of this library; True where one took it.

    An empty list only raises the window. Needs no event loop: call it before any window is made.
    """
    socket = _connected(server_name(folder))
    if socket is None:
        return False
    socket.write(json.dumps(list(given)).encode() + b"\n")
    while socket.bytesToWrite():
        if not socket.waitForBytesWritten(timeout_ms):
            return False
    answered = bytes(socket.readAll().data())
    while not answered and socket.waitForReadyRead(timeout_ms):
        answered = bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answered.startswith(ANSWER.strip())


def _connected(name: str) -> QLocalSocket | None:
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket if socket.waitForConnected(CONNECT_MS) else None


class SingleWindow(QObject):
    """The open window's end of the socket."""

    handed_over = Signal(tuple)  # strings; empty: only raise the window

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._came: dict[QLocalSocket, bytearray] = {}

    def listen(self) -> bool:
        """Wait for second starts. A stale socket of a killed window is cleared first; False where it cannot be had."""
        lock = QLockFile(f"{self._lock_place()}.lock")
        if not lock.tryLock(LOCK_MS):
            return False
        try:
            if _connected(self._name) is not None:
                return False
            QLocalServer.removeServer(self._name)
            return self._server.listen(self._name)
        finally:
            lock.unlock()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _lock_place(self) -> str:
        if Path(self._name).is_absolute():
            return self._name
        return str(Path(tempfile.gettempdir()) / self._name)

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._came[socket] = bytearray()
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._forget)
            self._take_in(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take_in(socket)

    def _forget(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._came.pop(socket, None)
            socket.deleteLater()

    def _take_in(self, socket: QLocalSocket) -> None:
        came = self._came.get(socket)
        if came is None:
            return
        came += bytes(socket.readAll().data())
        line, end, _ = bytes(came).partition(b"\n")
        if len(came) > LIMIT_BYTES:
            socket.abort()
        elif end:
            came.clear()
            given = _understood(line)
            if given is None:
                socket.abort()
                return
            socket.write(ANSWER)
            socket.flush()
            self.handed_over.emit(given)


def _understood(line: bytes) -> tuple[str, ...] | None:
    try:
        given = json.loads(line)
    except ValueError:
        return None
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        return None
    return tuple(given)
