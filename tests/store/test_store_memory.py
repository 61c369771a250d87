"""The memory of sites: learned as clippings are written, asked, shown, forgotten, recalled."""

import gzip
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import a_page, an_addition, an_article

from clipper.answers import RepeatedLine
from clipper.errors import NotFoundError
from clipper.lines import NOTHING_REPEATED, line_key, remembered
from clipper.progress import Progress
from clipper.store import check
from clipper.store.adding import Addition
from clipper.store.reextracting import Origin
from clipper.store.remembering import PAGES_A_SITE
from clipper.store.store import Store

FOLLOW = "Folgen Sie uns auf allen Kanälen."
ELSEWHERE = "https://www.example.org/a-page-that-is-in-hand"
AGENCY = "A paragraph that the agency wrote, and that the paper prints in many reports of the same story. " * 2


def clipped(number: int, *texts: str, url: str = "", text: str = "") -> Addition:
    """Make an addition whose article had these lines, and one of its own, before the filter."""
    lines = remembered([f"The first sentence of page {number}.", *texts])
    address = url or f"https://example.org/{number}"
    article = replace(an_article(f"Headline {number}", text or f"Text {number}."), lines=lines)
    return an_addition(
        number, page=a_page(address, f"<p>{number}</p>".encode()), article=article, url=address, key=address
    )


def add(store: Store, additions: Sequence[Addition]) -> tuple[int, ...]:
    return tuple(one.id for one in store.clippings.add(additions)[0])


def test_what_four_pages_repeat_is_known_for_the_fifth(store: Store) -> None:
    add(store, [clipped(number, FOLLOW) for number in range(1, 4)])
    assert store.memory.repeated(ELSEWHERE).always == frozenset()

    add(store, [clipped(4, FOLLOW)])

    assert store.memory.repeated(ELSEWHERE).always == {line_key(FOLLOW)}


def test_all_hosts_of_a_domain_are_one_site_and_others_are_not(store: Store) -> None:
    add(
        store,
        [clipped(n, FOLLOW, url=f"https://{host}/{n}") for n, host in enumerate(("news.bbc.co.uk", "m.bbc.co.uk") * 2)],
    )

    assert store.memory.repeated("https://www.bbc.co.uk/x").always == {line_key(FOLLOW)}
    assert store.memory.repeated("https://other.co.uk/x").always == frozenset()
    assert store.memory.repeated("no address").always == frozenset()


def test_agency_copy_in_two_of_five_pages_is_no_boilerplate(store: Store) -> None:
    add(store, [clipped(number, AGENCY) for number in (1, 2)])
    add(store, [clipped(number) for number in (3, 4, 5)])

    assert store.memory.repeated(ELSEWHERE).always == frozenset()


def test_one_other_page_is_enough_for_a_line_that_stands_apart(store: Store) -> None:
    add(store, [clipped(1, AGENCY), clipped(2), clipped(3)])
    assert store.memory.repeated(ELSEWHERE) == NOTHING_REPEATED

    add(store, [clipped(4)])

    known = store.memory.repeated(ELSEWHERE)
    assert line_key(AGENCY) in known.apart
    assert known.always == frozenset()


def test_a_line_on_one_page_of_many_says_nothing(store: Store) -> None:
    add(store, [clipped(number, *([AGENCY] if number in (1, 2) else [])) for number in range(1, 22)])

    assert store.memory.repeated(ELSEWHERE).apart == {line_key(AGENCY)}


def test_the_pages_own_clipping_does_not_testify_against_it(store: Store) -> None:
    add(store, [clipped(number, FOLLOW) for number in range(1, 5)])

    assert store.memory.repeated("https://example.org/1") == NOTHING_REPEATED


def test_two_captures_and_two_versions_of_an_address_count_once(store: Store) -> None:
    address = "https://example.org/1"
    add(store, [clipped(1, FOLLOW), clipped(1, FOLLOW, url=address, text="Another text."), clipped(2), clipped(3)])
    store.clippings.recapture(1, clipped(1, FOLLOW))
    add(store, [clipped(4)])

    assert store.memory.site("example.org").pages == 4
    assert store.memory.repeated(ELSEWHERE).always == frozenset()


def test_a_page_captured_anew_has_its_new_lines(store: Store) -> None:
    add(store, [clipped(number, FOLLOW) for number in range(1, 5)])

    for number in (1, 2, 3):
        store.clippings.recapture(number, clipped(number))

    assert store.memory.repeated(ELSEWHERE).always == frozenset()


def test_a_kept_page_read_anew_teaches_too(store: Store) -> None:
    ids = add(store, [clipped(number) for number in range(1, 5)])

    for id in ids:
        capture = store.clippings.document(id).captures[0].id
        store.clippings.reextract(Origin(id, capture), clipped(id, FOLLOW).article)

    assert store.memory.repeated(ELSEWHERE).always == {line_key(FOLLOW)}


def test_articles_given_as_they_stand_and_pages_of_no_site_teach_nothing(store: Store) -> None:
    add(store, [an_addition(number) for number in range(1, 5)])
    add(store, [replace(clipped(number, FOLLOW), url=None, key=None) for number in range(5, 10)])

    assert store.memory.sites() == ()
    with pytest.raises(NotFoundError):
        store.memory.site("example.org")


def test_counts_go_down_with_what_is_deleted_for_good(store: Store) -> None:
    ids = add(store, [clipped(number, FOLLOW) for number in range(1, 6)])

    store.clippings.trash(ids[:2])
    assert [line.pages for line in store.memory.site("example.org").lines] == [5]
    store.clippings.empty_trash()

    assert store.memory.site("example.org").pages == 3
    assert store.memory.repeated(ELSEWHERE).always == frozenset()
    assert check.check(store.database, Progress()) == ()


def test_sites_are_shown_with_their_lines_the_most_repeated_first(store: Store) -> None:
    other, third = "Melden Sie sich für den Rundbrief an.", "Ein Kasten auf zwei Seiten."
    more = {1: [other, third], 2: [other, third], 3: [other]}
    add(store, [clipped(number, FOLLOW, *more.get(number, [])) for number in range(1, 7)])
    add(store, [clipped(number, FOLLOW, url=f"https://small.example/{number}") for number in range(1, 4)])

    (site,) = store.memory.sites()

    assert (site.site, site.pages) == ("example.org", 6)
    assert [(line.text, line.pages, line.always) for line in site.lines] == [
        (FOLLOW, 6, True),
        (other, 3, True),
        (third, 2, False),
    ]


def test_a_line_forgotten_stays_in_the_articles_however_often_it_comes(store: Store) -> None:
    add(store, [clipped(number, FOLLOW) for number in range(1, 5)])
    (line,) = store.memory.site("example.org").lines

    forgotten = store.memory.forget_line("example.org", line.line)
    add(store, [clipped(number, FOLLOW) for number in range(5, 9)])

    assert store.memory.repeated(ELSEWHERE).always == frozenset()
    assert store.memory.site("example.org").lines == (RepeatedLine(line.line, FOLLOW, 8, spared=True),)
    store.memory.recall(forgotten)
    assert store.memory.repeated(ELSEWHERE).always == {line_key(FOLLOW)}


@pytest.mark.parametrize("line", ["no key", "00", "0011223344556677"])
def test_a_line_that_is_not_known_cannot_be_forgotten(store: Store, line: str) -> None:
    with pytest.raises(NotFoundError):
        store.memory.forget_line("example.org", line)


def test_a_site_forgotten_is_learned_anew_from_the_next_pages(store: Store) -> None:
    add(store, [clipped(number, FOLLOW) for number in range(1, 5)])

    store.memory.forget_site("example.org")

    assert store.memory.sites() == ()
    add(store, [clipped(number, FOLLOW) for number in range(5, 8)])
    assert store.memory.repeated(ELSEWHERE).always == frozenset()
    add(store, [clipped(8, FOLLOW)])
    assert store.memory.repeated(ELSEWHERE).always == {line_key(FOLLOW)}
    with pytest.raises(NotFoundError):
        store.memory.forget_site("nowhere.example")


def test_a_site_forgotten_can_be_recalled_with_all_that_was_spared(store: Store) -> None:
    spared = "Noch eine Zeile auf jeder Seite."
    ids = add(store, [clipped(number, FOLLOW, spared) for number in range(1, 6)])
    store.memory.forget_line("example.org", (line_key(spared) or b"").hex())
    before = store.memory.site("example.org")

    forgotten = store.memory.forget_site("example.org")
    store.clippings.trash(ids[:1])
    store.clippings.empty_trash()
    add(store, [clipped(6, FOLLOW, spared)])
    store.memory.recall(forgotten)

    after = store.memory.site("example.org")
    assert after.pages == 5
    assert [(one.line, one.spared) for one in after.lines] == [(one.line, one.spared) for one in before.lines]


def test_of_a_site_only_the_newest_pages_are_kept(store: Store) -> None:
    add(store, [clipped(number, "A line of the old days") for number in range(1, 31)])
    add(store, [clipped(number, FOLLOW) for number in range(31, PAGES_A_SITE + 31)])

    site = store.memory.site("example.org")

    assert (site.pages, [line.text for line in site.lines]) == (PAGES_A_SITE, [FOLLOW])
    with store.database.read() as connection:
        assert connection.execute("SELECT sample FROM site_lines").fetchall() == [(FOLLOW,)]


def test_what_stands_on_one_page_has_no_words_in_the_memory(store: Store) -> None:
    add(store, [clipped(number, FOLLOW) for number in range(1, 3)])

    with store.database.read() as connection:
        assert connection.execute("SELECT sample FROM site_lines").fetchall() == [(FOLLOW,)]


def test_a_library_of_version_1_opens_with_all_that_is_in_it_and_learns(folder: Path) -> None:
    folder.mkdir(parents=True)
    packed = Path(__file__).with_name("library-version-1.db.gz").read_bytes()  # written by the program of version 1
    (folder / "library.db").write_bytes(gzip.decompress(packed))

    store = Store(folder)

    rows = store.clippings.rows([1, 2, 3])
    assert [(row.title, row.tags, row.starred, row.note, row.trashed) for row in rows] == [
        ("A corrected title", ("politics",), True, "", False),
        ("Headline 2", (), False, "A note", False),
        ("Headline 3", (), False, "", True),
    ]
    assert check.check(store.database, Progress()) == ()
    add(store, [clipped(number, FOLLOW) for number in range(11, 15)])
    assert store.memory.repeated(ELSEWHERE).always == {line_key(FOLLOW)}
    store.close()
    (aside,) = (folder / "copies").glob("before-version-2-*.db")
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
        assert old.execute("SELECT count(*) FROM clippings").fetchone() == (3,)
