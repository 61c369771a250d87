"""Which network addresses lie on this machine or its network. Pure."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_private(address: str) -> bool:
    """Say whether an IP address (as a socket names it) is anything but a public one.

    Loopback, private, link-local, shared, unspecified, multicast and reserved ranges count as private, and so do IPv6
    forms that lead to such an IPv4 address (mapped, compatible, Teredo, NAT64, ISATAP), all of 6to4, and what is no
    address.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(parsed, IPv4Address):
        return _is_private_v4(parsed)
    if parsed.sixtofour is not None:
        # The relays of 6to4 are gone (RFC 7526), and Pythons differ on whether its range is global.
        return True
    inner = _carried(parsed)
    if inner and any(_is_private_v4(one) for one in inner):
        return True
    if parsed.ipv4_mapped is not None or parsed in _NAT64[0]:
        return False
    return not parsed.is_global or parsed.is_multicast or parsed.is_site_local or parsed.is_reserved


def nothing(address: str) -> bool:
    """Count no address as private: where the user allows them all, and for a proxy that he set up."""
    return False


def _is_private_v4(address: IPv4Address) -> bool:
    return not address.is_global or address.is_multicast or address.is_reserved


def _carried(address: IPv6Address) -> list[IPv4Address]:
    """Give the IPv4 addresses that an IPv6 address carries in itself."""
    found = [] if address.ipv4_mapped is None else [address.ipv4_mapped]
    if address.teredo is not None:
        found += address.teredo
    low = int(address) & 0xFFFFFFFF
    if any(address in network for network in _NAT64) or int(address) >> 32 == 0:
        found.append(IPv4Address(low))
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        found.append(IPv4Address(low))
    return found
