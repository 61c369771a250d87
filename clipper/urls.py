"""Addresses: which are for us, what they are called in one way, whose they are. Pure.

The tracking parameters are a list of our own: courlan's also drops source=, keyword=, uid=, session= and cid=, which
tell pages apart on many sites, and importing it costs 120 ms (measured November 2026) in every start of the window.
"""

import re
import unicodedata
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import SplitResult, urljoin, urlsplit

MAX_CHARS = 8_192
"""A longer address is taken as it stands: nobody writes one by hand, and each rule stays cheap."""

_TRACKERS = frozenset(
    """
    fbclid fb_action_ids fb_action_types fb_source fb_ref mibextid gclid gclsrc dclid gbraid wbraid gad_source
    gad_campaignid srsltid msclkid yclid ysclid _openstat twclid ttclid igshid igsh li_fat_id epik rdt_cid scclid
    mc_cid mc_eid _ga _gl _hsenc _hsmi __hstc __hssc __hsfp hsctatracking mkt_tok vero_id vero_conv oly_anon_id
    oly_enc_id ml_subscriber ml_subscriber_hash rb_clickid s_cid s_kwcid ef_id wickedid irclickid tduid dicbo obOrigUrl
    xtor wt_mc wt.mc_id wt_zmc wtmc ns_mchannel ns_source ns_campaign ns_linkname ns_fee ito cmpid ocid smid smtyp ncid
    ref_src ref_url guccounter guce_referrer guce_referrer_sig soc_src soc_trk sr_share __twitter_impression
    nr_email_referer _branch_match_id _branch_referrer trkcampaign usqp amp_js_v amp_gsa __cf_chl_tk echobox xing_share
    """.lower().split()
)
_TRACKER_FAMILIES = (
    *("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "itm_", "ga_", "sara_", "__cf_chl_"),
    *("at_medium", "at_campaign", "at_custom", "at_link", "at_bbc", "at_ptr"),
)
_TELLS_PAGES_APART = frozenset(
    {
        *("id", "p", "a", "aid", "pid", "nid", "cid", "sid", "v", "doc", "docid", "page_id", "newsid"),
        *("story", "storyid", "article", "articleid", "article_id", "artikel"),
    }
)

_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_IN_HOST = re.compile(r"[\s\x00-\x20\x7f<>\"\\^`{|}%/?#@]")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_AMP_CACHE = re.compile(r".+\.cdn\.ampproject\.org|google\.[a-z.]{2,6}|bing\.com")
_CACHED = re.compile(r"^/(?:[a-z]|amp)/(?:s/)?(?=[^/.]+\.[^/]+)")
_AMP_END = re.compile(r"(?<=[^/])(?:/amp)+/*$|[.~!]amp(?=\.html?$|$)|(?<=-a-[0-9a-f-]{36})-amp$")
_AMP_START = re.compile(r"^(/news)?(?:/amp)+(?=/[^/])")
_SESSION = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)
_SECTION_WORD = re.compile(r"[a-z]{1,24}(-[a-z]{1,24})?")
_PAGE_ENDING = re.compile(r"([.~!]amp)?\.(x?html?|php|aspx?|jsp)$")


def is_web(text: str) -> bool:
    """Say whether text is an http or https address with a host. Space around it does not count."""
    parts = _split(text.strip())
    return parts is not None and _host(parts) != ""


def encoded(url: str) -> str:
    """Give a web address as it goes over the wire: host in IDNA, all else percent-encoded, user and fragment dropped.

    What is escaped already stays as it is. Gives "" where url is no web address.
    """
    parts = _split(url.strip())
    if parts is None or not (name := _host(parts)):
        return ""
    path = _escaped(parts.path.replace("\\", "/")) or "/"
    query = f"?{_escaped(parts.query, also='?')}" if parts.query else ""
    port = f":{parts.port}" if parts.port is not None else ""
    return f"{parts.scheme}://{name}{port}{path}{query}"


def canonical(url: str) -> str:
    """Give the key by which two addresses of one page are equal. A key to compare, not an address to open.

    https for http, host in lower case without "www.", default port, fragment and known tracking parameters dropped, the
    other parameters sorted, trailing slash dropped, AMP forms undone. Fragments "#!..." and "#/..." stay. Never raises:
    what is no web address is given back stripped.
    """
    key = url.strip()
    # Undoing an AMP form can bring another to light; each round shortens the address.
    while len(key) <= MAX_CHARS and (shorter := _canonical_once(key)) != key:
        key = shorter
    return key


def trusted_canonical(page_url: str, declared: str | None) -> str | None:
    """Give the canonical link that a page declares, absolute, where it may be believed, else None.

    Believed: http(s), the same registrable domain, not a root or section page, and no address that would make one page
    of many (the same path without the parameter that tells the pages apart).
    """
    if not declared or not is_web(page_url):
        return None
    try:
        target = urljoin(page_url.strip(), declared.strip())
    except ValueError:
        return None
    if not is_web(target) or len(target) > MAX_CHARS:
        return None
    if canonical(target) == canonical(page_url):
        return target
    if registrable_domain(target) != registrable_domain(page_url) or _is_too_wide(page_url, target):
        return None
    return target


def host(url: str) -> str:
    """Give the host in lower case without "www.", "" where there is none. IDNA names in their ASCII form."""
    parts = _split(url.strip())
    return "" if parts is None else _without_www(_host(parts))


def registrable_domain(url: str) -> str:
    """Give the registrable domain ("bbc.co.uk", "name.github.io"), the host where there is none."""
    name = host(url)
    if not name or name.startswith("[") or "." not in name:
        return name
    # tld reads the list of public suffixes: 35 ms that a start of the window need not pay.
    from tld import get_fld

    return get_fld(f"https://{name}", fail_silently=True, search_private=True) or name


def _split(text: str) -> SplitResult | None:
    """Take a web address apart; None where it is none."""
    try:
        parts = urlsplit(text)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port
    except ValueError:
        return None
    return parts


def _host(parts: SplitResult) -> str:
    """Give the host in lower case, as IDNA, IPv6 in brackets; "" where it can be none."""
    name = (parts.hostname or "").rstrip(".")
    if ":" in name:
        if "%" in name:  # a zone of this machine names no page
            return ""
        try:
            return f"[{IPv6Address(name).compressed}]"
        except AddressValueError:
            return ""
    if not name.isascii():
        name = _idna(name)
    return "" if _NOT_IN_HOST.search(name) or len(name) > 253 else name


def _idna(name: str) -> str:
    # Most names are ASCII: the tables of idna (20 ms) are read for the first that is not.
    import idna

    try:
        return idna.encode(name, uts46=True).decode("ascii").lower().rstrip(".")
    except (idna.IDNAError, UnicodeError):
        return _plain_punycode(name)


def _plain_punycode(name: str) -> str:
    """Encode a name that the standard does not allow, but browsers do (an emoji, an underscore)."""
    labels = unicodedata.normalize("NFKC", name).lower().split(".")
    try:
        packed = (label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in labels)
        return ".".join(packed).lower()
    except UnicodeError:
        return ""


def _without_www(name: str) -> str:
    while name.startswith("www.") and "." in name[4:]:
        name = name[4:]
    return name


def _escaped(text: str, *, also: str = "") -> str:
    def escape(match: re.Match[str]) -> str:
        char = match.group()
        if char in also:
            return char
        return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))

    return _UNSAFE.sub(escape, _LONE_PERCENT.sub("%25", text))


def _normal(text: str, *, also: str = "") -> str:
    """Escape what must be, and nothing that need not be (RFC 3986, section 6.2.2.2)."""

    def unescape(match: re.Match[str]) -> str:
        char = chr(int(match.group(1), 16))
        return char if char in _UNRESERVED else match.group().upper()

    return _ESCAPE.sub(unescape, _escaped(text, also=also))


def _canonical_once(url: str) -> str:
    parts = _split(url)
    if parts is None or not (name := _host(parts)):
        return url
    name = _without_www(name)
    if name.startswith("amp.") and "." in name[4:]:
        name = _without_www(name[4:])
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query = f"?{kept}" if (kept := _query(parts.query)) else ""
    fragment = f"#{_normal(parts.fragment, also='?#')}" if parts.fragment.startswith(("!", "/")) else ""
    if _AMP_CACHE.fullmatch(name) and (match := _CACHED.match(parts.path)):
        return f"https://{parts.path[match.end() :]}{query}{fragment}"
    return f"https://{name}{port}{_path(parts.path)}{query}{fragment}"


def _path(path: str) -> str:
    path = _SESSION.sub("", _normal(path.replace("\\", "/")))
    path = _without_dots(path).rstrip("/")
    return _AMP_START.sub(lambda match: match.group(1) or "", _AMP_END.sub("", path)).rstrip("/")


def _without_dots(path: str) -> str:
    """Resolve "." and ".." (RFC 3986, section 5.2.4)."""
    if "/." not in path:
        return path
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if len(kept) > 1:
                kept.pop()
        elif part != ".":
            kept.append(part)
    return "/".join(kept)


def _query(query: str) -> str:
    kept = []
    for piece in query.split("&"):
        name, _, value = piece.partition("=")
        low = name.lower()
        if not piece or low in _TRACKERS or low.startswith(_TRACKER_FAMILIES):
            continue
        if low == "amp" or (low in ("outputtype", "output") and value.lower() == "amp"):
            continue
        kept.append(_normal(piece, also="?").replace("%20", "+"))
    return "&".join(sorted(kept, key=lambda piece: piece.partition("=")[0]))


def _is_too_wide(page_url: str, target: str) -> bool:
    """Say whether target looks like a home or section page, or like the address of many pages."""
    page, wide = urlsplit(canonical(page_url)), urlsplit(canonical(target))
    names = {piece.partition("=")[0].lower() for piece in page.query.split("&")}
    if page.path == wide.path and not wide.query and names & _TELLS_PAGES_APART:
        return True
    segments = [part for part in wide.path.split("/") if part]
    if wide.query or wide.fragment:
        return False
    if not segments:
        return True
    if page.path.startswith(wide.path + "/"):
        return True
    last = _PAGE_ENDING.sub("", page.path.rsplit("/", 1)[-1])
    if last and last == _PAGE_ENDING.sub("", segments[-1]):
        return False
    return all(_SECTION_WORD.fullmatch(part) for part in segments)
