"""The proxy that the system names for an address, and whether a target may be asked for through it."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from clipper.errors import FetchError
from clipper.fetching.names import resolved
from clipper.fetching.watch import Watch

_LOCAL_ENDINGS = (".local", ".localhost", ".internal", ".lan", ".home", ".corp", ".home.arpa", ".intranet")


class Proxy(NamedTuple):
    """A proxy: url without user and password, credentials apart."""

    url: str
    user: str = ""
    password: str = ""


def proxy_for(scheme: str, host: str, port: int) -> Proxy | None:
    """Give the proxy of the environment or the system's settings; None: speak directly.

    This machine itself is never asked for through a proxy, as in browsers. Raise FetchError(refused) for a kind of
    proxy that we cannot speak to (SOCKS).
    """
    if host in ("localhost", "[::1]") or host.startswith("127."):
        return None
    proxies = getproxies()
    named = proxies.get(scheme) or proxies.get("all")
    if not named or proxy_bypass(f"{host}:{port}") or proxy_bypass(host):
        return None
    parts = urlsplit(named if "://" in named else f"http://{named}")
    try:
        place = f"{parts.hostname or ''}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
    except ValueError as error:
        raise FetchError("refused", "proxy") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("refused", f"{parts.scheme}://{place}")
    if ":" in parts.hostname:
        place = place.replace(parts.hostname, f"[{parts.hostname}]")
    return Proxy(f"{parts.scheme}://{place}", unquote(parts.username or ""), unquote(parts.password or ""))


def check_target(host: str, port: int, refused: Callable[[str], bool], watch: Watch) -> None:
    """Raise FetchError(private_address) where a name leads to an address that is refused.

    A name that only the proxy can look up passes, if it does not look like one of the local network: behind many
    proxies no public name can be looked up at all.
    """
    try:
        places = [address.ip for address in resolved(host, port, watch)]
    except FetchError as error:
        if error.code != "no_host":
            raise
        if "." in host and not host.endswith(_LOCAL_ENDINGS):
            return
        raise FetchError("private_address", host) from error
    if any(refused(ip) for ip in places):
        raise FetchError("private_address", host)
