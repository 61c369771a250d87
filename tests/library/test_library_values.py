"""Completion whose answers find, marks that are true to the query, and a library whose index went away while open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition
from clipper.urls import canonical


def article(title: str, text: str) -> Article:
    metadata = Metadata(title=Found(title, "text", 1.0), language=Found("en", "detected", 1.0))
    return Article(metadata=metadata, text=text, html="", extractor="given")


def add(library: Library, one: Article) -> int:
    (added,), _ = library.clippings.add([Addition(None, one, None, None)])
    return added.id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", "mine")
    yield opened
    opened.close()


@pytest.mark.parametrize("tag", ["birds(rare)", "-old", "AND", "title:heron", "http://x", "a*", "bald: eagles", "🦅/ä"])
def test_a_completed_tag_finds_what_bears_it(library: Library, tag: str) -> None:
    id = add(library, article("The heron", "It stood there."))
    add(library, article("The crane", "It flew."))
    library.tags.add([id], [tag])

    (completed,) = library.complete(f"tag:{tag[:1] if tag[0].isalpha() else ''}")

    assert library.find(completed.query).ids == (id,)


def test_only_what_was_asked_for_is_marked(library: Library) -> None:
    add(library, article("The heron", "The riverbed is dry, but the river is near."))
    library.catch_up(Progress())

    (asked,) = library.find("river").hits
    (typed,) = library.find("river", typing=True).hits

    assert [asked.snippet[start:end] for start, end in asked.marks] == ["river"]
    assert [typed.snippet[start:end] for start, end in typed.marks] == ["riverbed", "river"]


def test_sets_combine_without_words(library: Library) -> None:
    heron, crane, owl = (add(library, article(name, name)) for name in ("Heron", "Crane", "Owl"))
    library.tags.add([heron, crane], ["water"])
    library.clippings.set_starred([crane, owl], True)

    assert library.find("tag:water is:starred").ids == (crane,)
    assert set(library.find("tag:water OR is:starred").ids) == {heron, crane, owl}
    assert library.find("-tag:water").ids == (owl,)
    assert library.find("-(tag:water OR is:starred)").ids == ()
    assert library.find("tag:nobody").ids == ()


def test_an_index_that_goes_away_while_the_library_is_open_is_missed_by_nobody(
    library: Library, tmp_path: Path
) -> None:
    id = add(library, article("The heron", "It stood there."))
    library.catch_up(Progress())
    shutil.rmtree(tmp_path / "library" / "index")

    everything, sets = library.find(""), library.find("is:unread")
    words = library.find("heron")

    assert (everything.ids, sets.ids, words.ids) == ((id,), (id,), (id,))
    assert words.engine == "sql"
    assert library.catch_up(Progress()) == 0
    assert library.find("heron").engine == "index"


def test_a_check_says_that_the_index_is_broken_and_leaves_it_as_it_is(library: Library, tmp_path: Path) -> None:
    add(library, article("The heron", "It stood there."))
    library.catch_up(Progress())
    library.close()
    marker = tmp_path / "library" / "index" / "clipper-index.json"
    marker.write_text("{}")
    again = Library(tmp_path / "library", "mine")

    problems = again.check(Progress())

    assert [problem.kind for problem in problems] == ["index_broken"]
    assert marker.read_text() == "{}"
    assert not (tmp_path / "library" / "index.broken").exists()
    again.close()


def test_a_check_of_a_library_without_an_index_makes_none(library: Library, tmp_path: Path) -> None:
    add(library, article("The heron", "It stood there."))

    problems = library.check(Progress())

    assert [problem.kind for problem in problems] == ["index_behind"]
    assert not (tmp_path / "library" / "index").exists()


def test_the_trash_is_found_where_it_is_asked_for(library: Library) -> None:
    kept, gone = (add(library, article(title, "A heron.")) for title in ("Kept", "Gone"))
    library.clippings.trash([gone])
    library.catch_up(Progress())

    assert library.find("is:trashed").ids == (gone,)
    assert library.find("is:trashed heron").ids == (gone,)
    assert library.find("heron is:trashed", sort="added").ids == (gone,)
    assert library.find("-is:trashed heron").ids == (kept,)
    assert library.find("heron").ids == (kept,)


def test_a_whole_word_after_near_is_near_while_one_types(library: Library) -> None:
    close = add(library, article("One", "The heron left the river."))
    far = add(library, article("Two", f"The heron. {'No bird is here. ' * 20} The river."))
    library.catch_up(Progress())

    assert set(library.find("heron NEAR/5 riv", typing=True).ids) == {close, far}
    assert library.find("heron NEAR/5 river", typing=True).ids == (close,)
    text = f"The heron left the river. {'No bird is here. ' * 5} A heron came."
    assert library.marks("heron NEAR/5 river", text, language="en") == ((4, 9), (19, 24))


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.news.example/a-story",
        "www.news.example/a-story",
        "https://www.news.example/a-story?utm_source=x",
        "https://www.news.example/a-story#top",
    ],
)
def test_a_pasted_address_finds_its_clipping(library: Library, pasted: str) -> None:
    url = "https://www.news.example/a-story"
    added, _changes = library.clippings.add([Addition(None, article("The heron", "It stood."), url, canonical(url))])
    library.catch_up(Progress())

    assert library.find(pasted, typing=True).ids == (added[0].id,)
    assert library.find(f"{pasted} crane").ids == ()
