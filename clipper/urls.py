"""Addresses: which are for us, what they are called in one way, whose they are. Pure, on top of courlan and tld."""


def is_web(text: str) -> bool:
    """Say whether text is an http or https address with a host."""
    raise NotImplementedError


def canonical(url: str) -> str:
    """Give the key by which two addresses of one page are equal.

    https for http, host in lower case, default port, fragment and known tracking parameters dropped, the other
    parameters sorted, trailing slash dropped, AMP forms undone. Fragments "#!..." and "#/..." stay. Never raises: what
    cannot be parsed is given back stripped.
    """
    raise NotImplementedError


def trusted_canonical(page_url: str, declared: str | None) -> str | None:
    """Give the canonical link that a page declares, absolute, where it may be believed, else None.

    Believed: http(s), the same registrable domain, not a root or section page.
    """
    raise NotImplementedError


def host(url: str) -> str:
    """Give the host in lower case without "www.", "" where there is none."""
    raise NotImplementedError


def registrable_domain(url: str) -> str:
    """Give the registrable domain ("bbc.co.uk"), the host where there is none."""
    raise NotImplementedError
