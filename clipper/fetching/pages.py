"""An address -> a Page: what may be a page, and where a page sends its reader on at once."""

from clipper.errors import FetchError
from clipper.fetching import heads
from clipper.fetching.kinds import is_blank, not_a_page
from clipper.fetching.watch import Watch
from clipper.fetching.web import Answer, Web, Wish
from clipper.model import Page

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"


def page(web: Web, url: str, watch: Watch, *, limit: int) -> Page:
    """Fetch a page. Raise FetchError, Cancelled."""
    wish = Wish(ACCEPT, limit, _look)
    answer = web.get(url, wish, watch)
    onward = heads.refresh_target(answer.url, answer.body)
    if onward is not None:
        # Followed once: a second small page that sends on is taken as the page that it is.
        answer = web.get(onward, wish, watch, before=answer.exchanges)
    return _page(answer)


def _page(answer: Answer) -> Page:
    last = answer.exchanges[-1]
    if is_blank(answer.body):
        raise FetchError("empty", url=answer.url)
    return Page(
        url=heads.with_fragment(last.url, answer.url),
        fetched=last.fetched,
        body=answer.body,
        charset=heads.charset(heads.header(last.headers, "content-type")),
        exchanges=answer.exchanges,
    )


def _look(head: bytes, content_type: str) -> None:
    kind = "" if is_blank(head) else not_a_page(head, content_type)
    if kind:
        raise FetchError("not_a_page", kind)
