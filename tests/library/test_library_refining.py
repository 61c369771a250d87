"""What a search can be refined by: counted among what was found, and each with the query that leaves these alone."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.answers import Refinement
from clipper.library.library import Library
from clipper.library.refining import refinements
from clipper.model import Article, Flag, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

KINDS = ("site", "author", "month", "language", "tag", "flag")
ROWS = (
    # site, authors, date, language, tags
    ("The Marsh Post", ("Ann Reed", "Bo Lee"), "2025-11-03", "en", ("birds/heron", "river")),
    ("The Marsh Post", ("Ann Reed",), "2026-01-05T10:00:00+01:00", "en", ("birds",)),
    ('The "Reed" Review', ("Jo O'Neil",), "2026-01-30", "en", ("birds/heron",)),
    ("Moorblatt", (), "2026-02-01", "de", ()),
    (None, (), None, None, ()),
)


def addition(row: tuple[str | None, tuple[str, ...], str | None, str | None, tuple[str, ...]], text: str) -> Addition:
    site, authors, date, language, tags = row
    metadata = Metadata(
        title=Found("News"),
        site=Found(site),
        section=Found("News" if site else None),
        authors=Found(authors),
        date=Found(date),
        language=Found(language),
    )
    flags: tuple[Flag, ...] = () if site else ("cut_short", "doubtful")
    article = Article(metadata=metadata, text=text, html=f"<p>{text}</p>", flags=flags, extractor="given")
    return Addition(None, article, None, None, tags=tags)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    opened.clippings.add([addition(row, f"A heron, number {number}.") for number, row in enumerate(ROWS)])
    opened.clippings.add([addition(ROWS[0], "A crane.")])
    opened.catch_up(Progress())
    yield opened
    opened.close()


def found(library: Library, query: str, **where: str) -> list[Refinement]:
    answer = library.find(query, typing=True, **where)  # type: ignore[arg-type]
    return list(library.refinements(query, answer.ids))


def counts(refined: list[Refinement], field: str) -> dict[str, int]:
    return {one.value: one.count for one in refined if one.field == field}


def test_values_are_counted_among_what_was_found(library: Library) -> None:
    refined = found(library, "heron")

    assert counts(refined, "site") == {"The Marsh Post": 2, "Moorblatt": 1}
    assert counts(refined, "author") == {"Ann Reed": 2, "Bo Lee": 1, "Jo O'Neil": 1}
    assert counts(refined, "year") == {"2026": 3, "2025": 1}
    assert counts(refined, "language") == {"en": 3, "de": 1}
    assert counts(refined, "tag") == {"birds": 3, "birds/heron": 2, "river": 1}
    assert counts(refined, "flag") == {"cut_short": 1, "doubtful": 1}


@pytest.mark.parametrize("query", ["heron", "her", "heron OR crane", "(heron OR crane) number", '"a heron', "", "(her"])
def test_each_leaves_what_it_says_and_turned_again_all(library: Library, query: str) -> None:
    total = library.find(query, typing=True).total

    for one in found(library, query):
        refined = library.find(one.query, typing=True)
        assert (one.query, refined.total) == (one.query, one.count)
        again = next(
            other
            for other in library.refinements(one.query, refined.ids)
            if (other.field, other.value) == (one.field, one.value)
        )
        assert again.taken
        assert library.find(again.query, typing=True).total == total


def test_months_are_offered_within_a_year(library: Library) -> None:
    assert counts(found(library, "heron"), "month") == {}

    refined = found(library, "date:2026 heron")

    assert counts(refined, "year") == {"2026": 3}
    assert [one.value for one in refined if one.taken] == ["2026"]
    assert list(counts(refined, "month").items()) == [("2026-02", 1), ("2026-01", 2)]


def test_the_most_frequent_come_first_and_no_more_than_asked_for(library: Library) -> None:
    answer = library.find("heron")

    few = library.refinements("heron", answer.ids, limit=1)

    values = [one.value for one in few]
    assert values == ["The Marsh Post", "News", "Ann Reed", "2026", "en", "birds", "cut_short", "unread"]


def test_nothing_found_is_nothing_to_refine(library: Library) -> None:
    assert library.refinements("owl", ()) == ()


def test_an_or_is_kept_together_and_let_go_again() -> None:
    of_site: Mapping[str, Mapping[str, int]] = {kind: {} for kind in KINDS} | {"site": {"Moorblatt": 1}}

    (taken,) = refinements("a OR (b c)", of_site, limit=5)
    (back,) = refinements("site:Moorblatt (a OR b)", of_site, limit=5)
    (second,) = refinements("tag:x (a OR b)", of_site, limit=5)

    assert taken.query == "site:Moorblatt (a OR (b c))"
    assert (back.taken, back.query) == (True, "a OR b")
    assert second.query == "site:Moorblatt tag:x (a OR b)"


@given(st.text(), st.text(min_size=1))
def test_any_query_and_any_value_can_be_asked_for(query: str, value: str) -> None:
    of_site: Mapping[str, Mapping[str, int]] = {kind: {} for kind in KINDS} | {"site": {value: 1}}

    for one in refinements(query, of_site, limit=5):
        assert one.query or one.taken


def test_sections_and_states_are_counted(library: Library) -> None:
    library.clippings.set_read([1, 2], True)
    library.clippings.set_note(3, "Ask again.")

    refined = found(library, "heron")

    assert counts(refined, "section") == {"News": 4}
    assert counts(refined, "state") == {"unread": 3, "untagged": 2, "note": 1}
    assert {one.value: one.query for one in refined if one.field == "state"} == {
        "unread": "is:unread heron",
        "untagged": "is:untagged heron",
        "note": "has:note heron",
    }
    assert [one.query for one in found(library, "is:unread heron") if one.taken] == ["heron"]
