"""Document -> the HTML around the article's body: kicker, headline, byline, flags, tags, lead picture, foot."""

import re
from datetime import datetime
from html import escape
from urllib.parse import quote, urlsplit

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from clipper.gui import sentences
from clipper.gui.counted import Counted
from clipper.model import Document, Illustration

WORDS_A_MINUTE = 220
TITLE_CHARS, SUBTITLE_CHARS, NAMES = 1_000, 2_000, 12
LONG_SUBTITLE = 160

ORIGINAL, SAVED, AGAIN, TAG = "clipper:original", "clipper:saved", "clipper:again", "clipper-tag:"
EXTRACTED, CHECKED = "clipper:extracted", "clipper:checked"

# What helps with a flag, the likeliest first.
DEEDS = {
    "consent": (ORIGINAL, AGAIN),
    "paywall": (ORIGINAL, AGAIN),
    "bot_check": (ORIGINAL, AGAIN),
    "login": (ORIGINAL, AGAIN),
    "error_page": (AGAIN, ORIGINAL),
    "media_only": (ORIGINAL,),
    "no_article": (SAVED, ORIGINAL),
    "cut_short": (SAVED, ORIGINAL, AGAIN),
    "live_blog": (AGAIN, ORIGINAL),
    "doubtful": (SAVED, ORIGINAL),
}

translate = QCoreApplication.translate
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


def paragraphs(document: Document, lead: Illustration | None) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Give what stands above the body: each paragraph, with the fields of the article that a search finds in it.

    The lead picture is marked as number 0 of the page's pictures.
    """
    clipping, metadata = document.clipping, document.article.metadata
    kicker = " · ".join(filter(None, (clipping.site, metadata.section.value)))
    parts: list[tuple[tuple[str, ...], str]] = [
        (("site", "section"), _paragraph("kicker", _escaped(kicker))),
        (
            ("title",) if clipping.title else (),
            _paragraph("headline", _escaped(clipping.title or untitled(), TITLE_CHARS)),
        ),
        (("text",), _subtitle(document)),
        (("author",), _paragraph("byline", _escaped(byline(document)))),
        ((), _paragraph("links", _links(document))),
        ((), _paragraph("tags", _tags(document.clipping.tags))),
        *(((), paragraph) for paragraph in _banner(document)),
    ]
    if lead is not None:
        parts.append(((), '<p class="picture">\x020\x03</p>'))
        parts.append((("text",), _paragraph("caption", caption(lead))))
    return tuple(part for part in parts if part[1])


def foot(document: Document, *, cut: bool) -> str:
    """Give what stands below the body."""
    locale = QLocale()
    added = document.clipping.added.astimezone()
    day = locale.toString(QDate(added.year, added.month, added.day), QLocale.FormatType.LongFormat)
    said = translate("ReadingPane", "Clipped on {day}").replace("{day}", day)
    address = document.clipping.url or ""
    rest = ""
    if cut:
        goes_on = translate("ReadingPane", "The text goes on. It is too long to be shown here as a whole.")
        rest = _paragraph("banner", _escaped(goes_on))
    return rest + _paragraph("foot", " · ".join(filter(None, (_escaped(said), _escaped(address, 300)))))


def byline(document: Document) -> str:
    """Give authors and agencies, date and reading time in one line."""
    clipping = document.clipping
    agencies = document.article.metadata.agencies.value or ()
    names = [sentences.plain(name, 80) for name in (*clipping.authors, *agencies)][:NAMES]
    said = (
        translate("ReadingPane", "By {names}").replace("{names}", QLocale().createSeparatedList(names)) if names else ""
    )
    minutes = round(clipping.words / WORDS_A_MINUTE)
    lasts = Counted().minutes_to_read(minutes).replace(" ", "\N{NO-BREAK SPACE}") if minutes else ""
    return " · ".join(filter(None, (said, date(clipping.date), lasts)))


def date(published: str | None) -> str:
    """Give a date of publication in the user's words: a day is a day, a time is the one that was published."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return sentences.plain(published, 40)
    locale = QLocale()
    day = locale.toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.LongFormat)
    if _DAY.match(published):
        return day
    return f"{day}, {locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)}"


def caption(picture: Illustration) -> str:
    """Give a picture's caption and credit as HTML; "" where it has neither."""
    said, credit = picture.caption or "", picture.credit or ""
    if credit and credit in said:
        credit = ""
    html = _escaped(said, 1_000)
    return f'{html} <span class="credit">{_escaped(credit, 200)}</span>'.strip() if credit else html


def untitled() -> str:
    """Give the name of what has none."""
    return translate("ReadingPane", "Without a title")


def _subtitle(document: Document) -> str:
    """Give the subtitle, unless the text begins with it."""
    subtitle = " ".join((document.article.metadata.subtitle.value or "").split())
    if subtitle and subtitle in " ".join(document.article.text[: 2 * len(subtitle) + 1_000].split()):
        return ""
    return _paragraph(
        "subtitle" if len(subtitle) <= LONG_SUBTITLE else "standfirst", _escaped(subtitle, SUBTITLE_CHARS)
    )


def _links(document: Document) -> str:
    links = []
    site = host(document.clipping.url)
    if site:
        shown = translate("ReadingPane", "Open on {site}").replace("{site}", sentences.plain(site, 60))
        links.append(f'<a href="{ORIGINAL}">{_escaped(shown)}</a>')
    if document.captures:
        saved = translate("ReadingPane", "Page as it was saved")
        links.append(f'<a href="{SAVED}">{_escaped(saved)}</a>')
    if document.corrected & {"text", "html", "image", "flags"}:
        extracted = translate("ReadingPane", "Back to what was extracted")
        links.append(f'<a href="{EXTRACTED}">{_escaped(extracted)}</a>')
    return " &nbsp;·&nbsp; ".join(links)


def _tags(tags: tuple[str, ...]) -> str:
    # Spaces that do not break hold a pill together; the ground is painted around them.
    pills = (
        f'<a class="tag" href="{TAG}{quote(tag, safe="")}">&nbsp;&nbsp;{_escaped(tag).replace(" ", "&nbsp;")}'
        "&nbsp;&nbsp;</a>"
        for tag in tags
    )
    return " &#8201; ".join(pills)


def _banner(document: Document) -> tuple[str, str]:
    """Give what is doubtful about the article in plain words, and what can be done about it, to be clicked."""
    flags = document.article.flags or document.clipping.flags
    said = []
    for code in flags:
        says, advice = sentences.flag(code)
        said.append(f"<b>{_escaped(says)}</b> {_escaped(advice)}")
    deeds = dict.fromkeys([deed for code in flags for deed in DEEDS.get(code, ())] + [CHECKED] * bool(flags))
    buttons = " &#8194; ".join(filter(None, (_button(deed, document) for deed in deeds)))
    return _paragraph("notice" if buttons else "banner", "<br>".join(said)), _paragraph("deeds", buttons)


def _button(deed: str, document: Document) -> str:
    """Give what a click does; "" where it cannot be done: without an address, without a saved page."""
    possible = deed == CHECKED or (bool(document.captures) if deed == SAVED else _is_web(document.clipping.url))
    shown = {
        ORIGINAL: translate("ReadingPane", "Open original"),
        SAVED: translate("ReadingPane", "Open saved page"),
        AGAIN: translate("ReadingPane", "Fetch again"),
        CHECKED: translate("ReadingPane", "Nothing is wrong"),
    }[deed]
    words = "&nbsp;&nbsp;&nbsp;" + _escaped(shown).replace(" ", "&nbsp;") + "&nbsp;&nbsp;&nbsp;"
    return f'<a class="deed" href="{deed}">{words}</a>' if possible else ""


def host(url: str | None) -> str:
    """Give the host of a web address, without "www."; "" where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") if _is_web(url) else ""
    except ValueError:
        return ""


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).lower().startswith(("http://", "https://"))


def _paragraph(kind: str, html: str) -> str:
    return f'<p class="{kind}">{html}</p>' if html else ""


def _escaped(text: str, limit: int = 200) -> str:
    return escape(sentences.plain(text, limit), quote=True)
