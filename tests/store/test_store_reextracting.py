"""A kept page read anew: what differs takes its place, all of the user's stays, and it can be taken back."""

from dataclasses import replace

import pytest
from store_samples import a_picture, an_addition, an_article, with_picture

from clipper.errors import NotFoundError
from clipper.model import Article, Changes, Edit, Found, Illustration
from clipper.progress import Progress
from clipper.store.check import check
from clipper.store.reextracting import Origin
from clipper.store.store import Store

FORMER = an_article("The flood", "The river rose.\n\nRead also: the drought.")
BETTER = an_article("The flood", "The river rose.")


@pytest.fixture
def flood(store: Store) -> Store:
    store.clippings.add([an_addition(1, article=FORMER)])
    return store


def origin(store: Store) -> Origin:
    return store.clippings.origins([1])[0]


def undo(store: Store, changes: Changes) -> Changes:
    back = [replace(edit, before=edit.after, after=edit.before) for edit in reversed(changes.edits)]
    return store.clippings.apply(back)


def articles(store: Store) -> list[tuple[int, str]]:
    return store.database.connection().execute("SELECT id, text FROM articles ORDER BY id").fetchall()


def test_what_came_out_otherwise_is_the_current_article_beside_the_former_one(flood: Store) -> None:
    verdict, changes = flood.clippings.reextract(origin(flood), BETTER)

    document = flood.clippings.document(1)
    assert (verdict, changes.clippings, changes.edits) == ("changed", {1}, (Edit(1, "article", "1", "2"),))
    assert document.article == BETTER
    assert (document.clipping.excerpt, document.clipping.words) == ("The river rose.", 3)
    assert articles(flood) == [(1, FORMER.text), (2, BETTER.text)]
    assert origin(flood) == Origin(1, 1)
    assert check(flood.database, Progress()) == ()


def test_the_index_hears_of_it(flood: Store) -> None:
    before = flood.log.position()

    flood.clippings.reextract(origin(flood), BETTER)

    assert [(row.clipping, row.kind) for row in flood.log.to_index(before).rows] == [(1, "text")]


def test_what_came_out_the_same_writes_nothing(flood: Store) -> None:
    before = flood.log.position()

    verdict, changes = flood.clippings.reextract(origin(flood), replace(FORMER, extractor="sample 2"))

    assert (verdict, changes.clippings, changes.edits) == ("unchanged", frozenset(), ())
    assert len(articles(flood)) == 1
    assert flood.log.position() == before


@pytest.mark.parametrize(
    "other",
    [
        replace(FORMER, flags=("live_blog",)),
        replace(FORMER, html="<h2>The river rose.</h2>"),
        replace(FORMER, illustrations=(Illustration("https://example.org/a.png"),)),
        replace(FORMER, metadata=replace(FORMER.metadata, title=Found("The flood", "meta", 0.9))),
        replace(FORMER, metadata=replace(FORMER.metadata, authors=Found(("Ann",), "meta", 0.9))),
    ],
)
def test_flags_html_pictures_and_sources_count_as_much_as_text(flood: Store, other: Article) -> None:
    verdict, _changes = flood.clippings.reextract(origin(flood), other)

    assert verdict == "changed"
    assert flood.clippings.extracted(1) == other


def test_a_page_that_gives_nothing_takes_no_article_away(flood: Store) -> None:
    empty = replace(an_article("The flood", ""), flags=("no_article",))

    verdict, changes = flood.clippings.reextract(origin(flood), empty)

    assert (verdict, changes.edits) == ("kept", ())
    assert flood.clippings.document(1).article == FORMER


def test_a_doubt_about_the_same_page_is_taken_in(flood: Store) -> None:
    verdict, _changes = flood.clippings.reextract(origin(flood), replace(FORMER, flags=("paywall",)))

    assert verdict == "changed"
    assert flood.clippings.rows([1])[0].flags == ("paywall",)


def test_a_page_without_a_title_keeps_the_one_that_was_handed_in(flood: Store) -> None:
    nameless = replace(BETTER, metadata=replace(BETTER.metadata, title=Found()))

    flood.clippings.reextract(origin(flood), nameless)

    assert flood.clippings.extracted(1).metadata.title == FORMER.metadata.title


def test_tags_note_star_and_corrections_stay(flood: Store) -> None:
    flood.tags.add([1], ["water"])
    flood.clippings.set_note(1, "Ask Ellen.")
    flood.clippings.set_starred([1], True)
    flood.corrections.set_several(1, {"title": "My flood", "text": "My text."})

    flood.clippings.reextract(origin(flood), BETTER)

    document = flood.clippings.document(1)
    row = document.clipping
    assert (row.title, row.tags, row.note, row.starred) == ("My flood", ("water",), "Ask Ellen.", True)
    assert (document.article.text, row.excerpt) == ("My text.", "My text.")
    assert document.corrected == {"title", "text"}
    assert flood.clippings.extracted(1).text == BETTER.text


def test_it_can_be_taken_back_and_done_again(flood: Store) -> None:
    before = flood.clippings.document(1)
    _verdict, changes = flood.clippings.reextract(origin(flood), BETTER)
    after = flood.clippings.document(1)

    undone = undo(flood, changes)

    assert flood.clippings.document(1) == before
    assert undone.clippings == {1}
    undo(flood, undone)
    assert flood.clippings.document(1) == after
    assert check(flood.database, Progress()) == ()


def test_it_is_not_taken_back_over_an_article_that_came_later(flood: Store) -> None:
    _verdict, changes = flood.clippings.reextract(origin(flood), BETTER)
    flood.clippings.recapture(1, an_addition(1, article=an_article("The flood", "It fell.")))

    assert undo(flood, changes).edits == ()
    assert flood.clippings.document(1).article.text == "It fell."


def test_the_number_of_another_clippings_article_is_never_made_current(flood: Store) -> None:
    flood.clippings.add([an_addition(2)])

    changes = flood.clippings.apply([Edit(1, "article", "1", "2")])

    assert changes.edits == ()
    assert flood.clippings.document(1).article == FORMER


def test_the_lead_picture_follows_the_article_both_ways(store: Store) -> None:
    store.clippings.add([with_picture(1, a_picture())])
    before = store.clippings.rows([1])[0].picture

    _verdict, changes = store.clippings.reextract(origin(store), BETTER)

    assert before is not None
    assert store.clippings.rows([1])[0].picture is None
    undo(store, changes)
    assert store.clippings.rows([1])[0].picture == before


def test_a_picture_that_is_kept_is_found_by_an_article_read_anew(store: Store) -> None:
    store.clippings.add([with_picture(1, a_picture())])
    kept = store.clippings.extracted(1)

    store.clippings.reextract(origin(store), replace(kept, text="Other words."))

    document = store.clippings.document(1)
    assert document.clipping.picture is not None
    assert set(document.pictures) == {a_picture().url}


def test_a_page_fetched_again_meanwhile_is_not_written_over(flood: Store) -> None:
    stale = origin(flood)
    flood.clippings.recapture(1, an_addition(1, article=an_article("The flood", "It fell.")))

    verdict, changes = flood.clippings.reextract(stale, BETTER)

    assert (verdict, changes.clippings) == ("unchanged", frozenset())
    assert flood.clippings.document(1).article.text == "It fell."


def test_a_clipping_that_is_gone_is_unknown(flood: Store) -> None:
    stale = origin(flood)
    flood.clippings.trash([1])
    flood.clippings.empty_trash()

    assert flood.clippings.reextract(stale, BETTER)[1].unknown == (1,)
    with pytest.raises(NotFoundError):
        flood.clippings.extracted(1)


def test_an_article_given_as_it_stands_has_no_page(store: Store) -> None:
    store.clippings.add([an_addition(1, page=None), an_addition(2)])

    assert store.clippings.origins([2, 9, 1]) == (Origin(2, 1), Origin(1, None))
