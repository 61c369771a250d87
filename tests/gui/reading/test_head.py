"""What stands above an article: dates as published, names, captions, and nothing where nothing is known."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from documents import document

from clipper.gui.reading import head, quote
from clipper.model import FLAGS, Capture, Document, Illustration


def top(shown: Document) -> str:
    """Give what stands above the body, as it is put on the pane."""
    return "".join(html for _fields, html in head.paragraphs(shown, None))


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2026-11-23", "Monday, November 23, 2026"),
        ("2026-11-23T23:30:00-08:00", "Monday, November 23, 2026, 11:30\u202fPM"),
        ("2026-01-01T00:10:00+14:00", "Thursday, January 1, 2026, 12:10\u202fAM"),
        ("last week", "last week"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_date_is_the_one_that_was_published_in_no_other_zone(published: str | None, said: str) -> None:
    assert head.date(published) == said


def test_what_is_unknown_takes_no_line() -> None:
    bare = document(site=None, authors=(), date=None, tags=(), words=0, url=None, title="")

    html = top(bare)

    assert "byline" not in html
    assert "tags" not in html
    assert head.ORIGINAL not in html
    assert "Without a title" in html


def test_many_names_are_a_list_in_the_readers_language() -> None:
    assert head.byline(document(authors=("A", "B", "C"), date=None, words=0)) == "By A, B, and C"


@pytest.mark.parametrize(
    ("picture", "html"),
    [
        (Illustration("u", "The bridge", "Photo: Ada"), 'The bridge <span class="credit">Photo: Ada</span>'),
        (Illustration("u", "The bridge. Photo: Ada", "Photo: Ada"), "The bridge. Photo: Ada"),
        (Illustration("u", "<b>bold</b>", None), "&lt;b&gt;bold&lt;/b&gt;"),
        (Illustration("u"), ""),
    ],
)
def test_a_credit_is_said_once(picture: Illustration, html: str) -> None:
    assert head.caption(picture) == html


def test_a_subtitle_that_the_text_begins_with_is_not_said_twice() -> None:
    assert "Works on both towers" in top(document(text="Another beginning."))
    assert "Works on both towers" not in top(document(text="Works on both\ntowers\n\nAnd so on."))


def test_a_text_that_goes_on_says_so() -> None:
    assert "goes on" in head.foot(document(), cut=True)
    assert "goes on" not in head.foot(document(), cut=False)


@pytest.mark.parametrize("url", ["http://[broken", "ftp://example.org/", "", None, "javascript:x"])
def test_an_address_that_is_none_has_no_host(url: str | None) -> None:
    assert head.host(url) == ""


def test_a_source_without_a_selection_is_a_line_of_its_own() -> None:
    plain, html = quote.quoted("", document())

    assert plain == (
        "Ada Sample and Ben Beispiel: Bridge stays closed. Harbour Times, Monday, November 23, 2026. "
        "https://example.org/politics/bridge"
    )
    assert '<a href="https://example.org/politics/bridge">' in html


def test_a_quote_of_two_paragraphs_keeps_them_and_its_markup_is_text() -> None:
    plain, html = quote.quoted("One <b>\u2029Two\ufffc", document())

    assert plain.startswith("“One <b>\nTwo”\n— Ada Sample")
    assert "<p>One &lt;b&gt;</p><p>Two</p>" in html


FETCHED = Capture(
    1, datetime(2026, 11, 24, tzinfo=UTC), "https://example.org/politics/bridge", "0" * 64, 9, "a.warc.gz"
)


def buttons(**facts: object) -> list[str]:
    captures = facts.pop("captures", (FETCHED,))
    html = top(replace(document(**facts), captures=captures))
    return re.findall(r'<a class="deed" href="([^"]+)">', html)


@pytest.mark.parametrize("flag", FLAGS)
def test_every_flag_has_a_button_for_what_helps(flag: str) -> None:
    assert buttons(flags=(flag,))


def test_the_buttons_of_several_flags_stand_there_once() -> None:
    assert buttons(flags=("paywall", "cut_short")) == [head.ORIGINAL, head.AGAIN, head.SAVED, head.CHECKED]


def test_what_cannot_be_done_has_no_button() -> None:
    assert buttons(flags=("cut_short",), captures=()) == [head.ORIGINAL, head.AGAIN, head.CHECKED]
    assert buttons(flags=("cut_short",), url=None) == [head.SAVED, head.CHECKED]
    assert buttons(flags=("paywall",), url=None, captures=()) == [head.CHECKED]


def test_a_good_article_has_no_notice() -> None:
    html = top(document(flags=()))

    assert "notice" not in html
    assert "banner" not in html
