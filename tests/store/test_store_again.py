"""A page fetched again: what is better takes the place of what was there, what was lost does not."""

from dataclasses import replace

import pytest
from store_samples import a_picture, an_addition, an_article, with_picture

from clipper.model import Flag
from clipper.store.store import Store

WHOLE = an_article("The flood", "The river rose.\n\nThen it fell.")


def test_a_newer_text_takes_the_place_of_the_old_one(store: Store) -> None:
    store.clippings.add([an_addition(1, article=WHOLE)])

    store.clippings.recapture(1, an_addition(1, article=an_article("The flood", "The river fell.")))

    assert store.clippings.document(1).article.text == "The river fell."


@pytest.mark.parametrize("flag", ["consent", "paywall", "bot_check", "login", "error_page", "no_article", "cut_short"])
def test_a_page_behind_a_wall_is_kept_and_takes_no_text_away(store: Store, flag: Flag) -> None:
    store.clippings.add([an_addition(1, article=WHOLE)])

    store.clippings.recapture(1, an_addition(1, article=replace(an_article("Subscribe", "Pay."), flags=(flag,))))

    document = store.clippings.document(1)
    assert (document.article.text, document.clipping.title) == (WHOLE.text, "The flood")
    assert len(document.captures) == 2


def test_a_page_that_is_empty_by_now_takes_neither_text_nor_picture_away(store: Store) -> None:
    store.clippings.add([with_picture(1, a_picture())])
    before = store.clippings.document(1)

    store.clippings.recapture(1, an_addition(1, article=an_article("Gone", "")))

    after = store.clippings.document(1)
    assert after.article == before.article
    assert after.clipping == before.clipping
    assert after.pictures == before.pictures


def test_a_page_that_was_behind_a_wall_gives_way_to_any_other(store: Store) -> None:
    store.clippings.add([an_addition(1, article=replace(an_article("Subscribe", "Pay."), flags=("paywall",)))])

    store.clippings.recapture(1, an_addition(1, article=replace(an_article("Log in", "Name?"), flags=("login",))))

    assert store.clippings.document(1).article.text == "Name?"
