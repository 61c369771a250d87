"""Names -> network addresses, without waiting for a dead name server longer than the watch allows."""

import socket
import threading
from typing import NamedTuple

from clipper.errors import FetchError
from clipper.fetching.watch import SLICE_S, Watch


class Address(NamedTuple):
    """What a socket is made of and where it goes. ip: the address as a socket names it."""

    family: int
    kind: int
    protocol: int
    target: tuple[str, int] | tuple[str, int, int, int]

    @property
    def ip(self) -> str:
        return self.target[0]


def resolved(host: str, port: int, watch: Watch) -> list[Address]:
    """Look a name up (also an IP address in any form). Raise FetchError(no_host, timeout), Cancelled.

    getaddrinfo cannot be interrupted and waits up to half a minute for a dead name server. So a thread of its own
    waits for it, which holds nothing and ends with the process.
    """
    answer: list[list[Address] | OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            answer.append(error)
        else:
            # A Python built without IPv6 gives targets of another shape, which lead nowhere.
            answer.append([Address(int(a), int(b), c, t) for a, b, c, _, t in found if isinstance(t[0], str)])

    thread = threading.Thread(target=look_up, name="look-up", daemon=True)
    thread.start()
    while not answer:
        watch.tick()
        thread.join(SLICE_S)
    outcome = answer[0]
    if isinstance(outcome, OSError | UnicodeError):
        raise FetchError("no_host", host) from outcome
    if not outcome:
        raise FetchError("no_host", host)
    return outcome
