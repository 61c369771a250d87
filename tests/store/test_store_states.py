"""Random runs of tagging, marking and undoing, against a plain model of what should come out."""

import shutil
import tempfile
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from store_samples import an_addition

from clipper.errors import LibraryError, NotFoundError
from clipper.model import Changes, Clipping
from clipper.progress import Progress
from clipper.store.check import check
from clipper.store.store import Store

IDS = st.lists(st.integers(1, 5), min_size=1, max_size=3, unique=True)
# Few names, that meet in spelling, in levels and in Unicode form.
NAMES = st.sampled_from(["a", "A", "a/b", "a/B/c", "ä", "a\u0308", "ß", "SS", "b", "b/c"])
SPELLINGS = st.lists(NAMES, min_size=1, max_size=2)


def key(name: str) -> str:
    """Give what makes two names one tag."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


class Library(RuleBasedStateMachine):
    """A library of four clippings (a fifth id is unknown) beside a model: tag keys of each, and a stack of undo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="clipper-test-"))
        self.store = Store(self.folder / "library")
        self.store.clippings.add([an_addition(number, page=None) for number in range(1, 5)])
        self.tags: dict[int, set[str]] = {number: set() for number in range(1, 5)}
        self.stack: list[tuple[Changes, Any, dict[int, set[str]]]] = []

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(ids=IDS, names=SPELLINGS)
    def add(self, ids: list[int], names: list[str]) -> None:
        before = self.seen()
        self.remember(self.store.tags.add(ids, names), before)
        self.change(lambda kept: kept | {key(name) for name in names}, ids)

    @rule(ids=IDS, names=SPELLINGS)
    def remove(self, ids: list[int], names: list[str]) -> None:
        before = self.seen()
        self.remember(self.store.tags.remove(ids, names), before)
        self.change(lambda kept: kept - {key(name) for name in names}, ids)

    @rule(old=NAMES, new=NAMES)
    def rename(self, old: str, new: str) -> None:
        before = self.seen()
        start, target = key(old), key(new)
        try:
            changes = self.store.tags.rename(old, new)
        except NotFoundError:
            assert not any(is_below(one, start) for kept in self.tags.values() for one in kept)
            return
        self.remember(changes, before)
        self.change(lambda kept: {target + one[len(start) :] if is_below(one, start) else one for one in kept})

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        before = self.seen()
        try:
            changes = self.store.tags.delete(name)
        except NotFoundError:
            return
        self.remember(changes, before)
        self.change(lambda kept: {one for one in kept if not is_below(one, key(name))})

    @rule(ids=IDS, field=st.sampled_from(["read", "starred", "trash"]), on=st.booleans())
    def mark(self, ids: list[int], field: str, on: bool) -> None:
        clippings = self.store.clippings
        before = self.seen()
        if field == "trash":
            changes = clippings.trash(ids) if on else clippings.restore(ids)
        else:
            changes = clippings.set_read(ids, on) if field == "read" else clippings.set_starred(ids, on)
        self.remember(changes, before)

    @rule(id=st.integers(1, 4), note=st.sampled_from(["", "x", "longer"]))
    def note(self, id: int, note: str) -> None:
        before = self.seen()
        self.remember(self.store.clippings.set_note(id, note), before)

    @rule(
        id=st.integers(1, 4),
        field=st.sampled_from(["title", "text", "site"]),
        value=st.sampled_from([None, "", "b", "ccc"]),
    )
    def correct(self, id: int, field: str, value: str | None) -> None:
        before = self.seen()
        if (field, value) == ("title", ""):
            with pytest.raises(LibraryError):  # a title cannot be unknown
                self.store.corrections.set(id, field, value)
            return
        self.remember(self.store.corrections.set(id, field, value), before)

    @rule()
    def undo(self) -> None:
        if not self.stack:
            return
        changes, seen, tags = self.stack.pop()
        back = [replace(edit, before=edit.after, after=edit.before) for edit in reversed(changes.edits)]

        self.store.clippings.apply(back)

        assert self.seen() == seen
        self.tags = tags

    @invariant()
    def the_rows_bear_what_the_model_says(self) -> None:
        rows = self.store.clippings.rows([1, 2, 3, 4])
        assert {row.id: {key(name) for name in row.tags} for row in rows} == self.tags
        overview = self.store.clippings.overview()
        assert overview.untagged == sum(not row.tags and not row.trashed for row in rows)
        assert overview.trash == sum(row.trashed for row in rows)
        for count in overview.tags:
            bearing = {row.id for row in rows if any(is_below(key(name), key(count.name)) for name in row.tags)}
            assert count.count == len([row for row in rows if row.id in bearing and not row.trashed])
            assert self.store.tags.ids(count.name) == bearing

    @invariant()
    def nothing_is_wrong(self) -> None:
        assert check(self.store.database, Progress()) == ()

    def seen(self) -> tuple[Clipping, ...]:
        return self.store.clippings.rows([1, 2, 3, 4])

    def remember(self, changes: Changes, before: Any) -> None:
        touched = {row.id for row, was in zip(self.seen(), before, strict=True) if row != was}
        assert touched <= changes.clippings
        self.stack.append((changes, before, {id: set(kept) for id, kept in self.tags.items()}))

    def change(self, how: Any, ids: list[int] | None = None) -> None:
        for id in self.tags if ids is None else set(ids) & self.tags.keys():
            self.tags[id] = how(self.tags[id])


def is_below(name: str, above: str) -> bool:
    """Say whether a key is that of a tag or of one below it."""
    return name == above or name.startswith(above + "/")


Library.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestLibrary = Library.TestCase
