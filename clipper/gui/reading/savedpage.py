"""A safe copy of a page as it was saved, to be opened in the browser: nothing in it runs, nothing is fetched.

The page stands as srcdoc in a frame with an empty sandbox (no scripts, no forms, no refresh, no navigation of the top)
under a Content-Security-Policy that allows styles and pictures inside the file and nothing else. Elements that a policy
does not reach (link: prefetch and preconnect; meta; base) lose their names. The kept pictures stand in it as data.
"""

import base64
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin

from clipper.model import KeptPicture, Page

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; media-src 'none'; "
    "object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'"
)
PICTURES_BYTES = 40_000_000

_DEAD = re.compile(r"<(/?)(link|meta|base|object|embed|applet|iframe|frame|frameset|portal|fencedframe|source)\b", re.I)
_IMG = re.compile(r"<img\b[^<>]{0,20000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|data-src|srcset|sizes|loading)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


def write_copy(page: Page, pictures: Mapping[str, KeptPicture], folder: Path, *, notice: str) -> Path:
    """Write the copy into folder and give its path. Blocks: call it from a job.

    pictures: those kept, by absolute URL (Document.pictures); they stand in the copy itself. notice: a line on top
    of the page, plain text in the user's language. Raises OSError.
    """
    shown = safe(decoded(page), page.url, pictures)
    target = folder / "page.html"
    beside = folder / "page.html.new"
    beside.write_text(framed(shown, notice), encoding="utf-8", errors="replace")
    beside.replace(target)
    return target


def decoded(page: Page) -> str:
    """Decode a page: by its mark, its header, its own word, else as UTF-8 or Windows-1252. Never raises."""
    for mark, charset in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if page.body.startswith(mark):
            return page.body[len(mark) :].decode(charset, "replace")
    own = _CHARSET.search(page.body[:4096])
    named = (page.charset, own[1].decode("ascii") if own else None, "utf-8")
    for charset in filter(None, named):
        try:
            return page.body.decode(charset)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return page.body.decode("windows-1252", "replace")


def safe(html: str, base: str | None, pictures: Mapping[str, KeptPicture]) -> str:
    """Take away what a policy and a sandbox cannot, and put the kept pictures in."""
    room = [PICTURES_BYTES]
    html = _IMG.sub(lambda found: _picture(found[0], base, pictures, room), html)
    return _DEAD.sub(r"<\1x-\2", html)


def framed(html: str, notice: str) -> str:
    """Put a page into its frame."""
    return f"""<!doctype html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<meta http-equiv="x-dns-prefetch-control" content="off"><meta name="referrer" content="no-referrer">
<title>{escape(notice)}</title>
<style>html, body {{ margin: 0; height: 100%; }} body {{ display: flex; flex-direction: column; }}
p {{ margin: 0; padding: 8px 16px; font: 14px/1.4 system-ui, sans-serif; background: #eceae4; color: #1f1d1a; }}
iframe {{ flex: 1; border: 0; width: 100%; background: #fff; }}</style></head>
<body><p>{escape(notice)}</p>
<iframe sandbox="" referrerpolicy="no-referrer" title="{escape(notice)}" srcdoc="{escape(html)}"></iframe>
</body></html>
"""


def _picture(tag: str, base: str | None, pictures: Mapping[str, KeptPicture], room: list[int]) -> str:
    """Give an img tag with its kept picture as data, and without what would be asked for instead of it."""
    kept = None
    for name, value in _ATTRIBUTE.findall(tag):
        if name.lower() in ("src", "data-src") and kept is None:
            kept = pictures.get(_absolute(unescape(value.strip("\"'")).strip(), base))
    tag = _ATTRIBUTE.sub("", tag)
    if kept is None:
        return tag
    try:
        body = Path(kept.path).read_bytes()
    except OSError:
        return tag
    room[0] -= len(body)
    if room[0] < 0:
        return tag
    data = base64.b64encode(body).decode("ascii")
    return f'{tag[:4]} src="data:{escape(kept.media_type)};base64,{data}"{tag[4:]}'


def _absolute(url: str, base: str | None) -> str:
    try:
        return urljoin(base or "", url)
    except ValueError:
        return url
