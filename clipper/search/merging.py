"""Several segments become one, in pieces: memory is bounded, however large they are. Reads segments, writes a file."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import numpy as np

from clipper.search.columns import Array, Terms, kind_for, ranges
from clipper.search.compounds import LEARNED
from clipper.search.inverting import by_number, numbered, owned, parted
from clipper.search.postings import Columns
from clipper.search.rows import TEXT_FIELDS, chained, kept, labelled
from clipper.search.segments import Segment, SegmentFile
from clipper.search.spooling import Spool, TermSpool
from clipper.search.within import GONE, NOTHING, Within, Words, joined, within

_PLACES = 300_000  # of words, that are sorted at a time; the places of one term in one segment stay together
_TERMS = 16_384  # that are compared at a time
_LEARNED_ANEW = 20_000  # documents; memory for all their words at once would not be bounded

Part = tuple[Segment, Array]
"""A segment, and which of its documents are live."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A field of a segment. documents: their new numbers (-1: gone). stems: the new numbers of stems, once known."""

    columns: Columns
    documents: Array
    stems: Array


@dataclass(frozen=True, slots=True)
class _Slice:
    """Neighbouring stems of a source, from first to last. places: their places among the terms of a run, ascending."""

    source: _Source
    first: int
    last: int
    places: Array


def merge(parts: Sequence[Part], file: BinaryIO, name: str, folder: Path, heard: Callable[[], None]) -> int:
    """Write the live documents of parts as one segment, in the order of the parts; give how many they are.

    name: what the file will be called for good. folder takes files without names meanwhile. heard is called between
    pieces; what it raises goes through. What is said of forms is added up: where documents have gone, a form may seem
    to stand in a few more. Raise SearchError(damaged), OSError.
    """
    rows = chained([kept(segment.rows, live) for segment, live in parts])
    count = len(rows.id)
    german = labelled(rows, "de")
    written = SegmentFile(file, name)

    def between() -> None:
        heard()
        for segment, _ in parts:
            segment.let_go()

    for field in TEXT_FIELDS:
        sources, first = [], 0
        for segment, live in parts:
            documents = np.full(len(live), -1, dtype=np.int32)
            more = int(np.count_nonzero(live))
            documents[live] = np.arange(first, first + more)
            first += more
            columns = segment.columns[field]
            sources.append(_Source(columns, documents, np.full(len(columns.stems), GONE, dtype=np.uint32)))

        with ExitStack() as stack:
            _Field(sources, count, folder, stack).write(field, written, german, between)
    written.finish(rows)
    return count


class _Field:
    """One field on its way from several segments into one."""

    def __init__(self, sources: Sequence[_Source], count: int, folder: Path, stack: ExitStack) -> None:
        def spool(most: int) -> Spool:
            return stack.enter_context(Spool(kind_for(most), folder))

        def terms() -> TermSpool:
            own = TermSpool(folder)
            stack.enter_context(own.offsets)
            stack.enter_context(own.blob)
            return own

        def total(name: str) -> int:
            return sum(len(getattr(source.columns, name)) for source in sources)

        self.sources, self.count = sources, count
        self.stems, self.forms = terms(), terms()
        self.starts, self.places = spool(total("ids")), spool(total("codes"))
        most = max((source.columns.counts.kind.itemsize for source in sources), default=1)
        self.ids, self.counts = spool(max(count - 1, 0)), spool((1 << 8 * most) - 1)
        self.codes, self.owners, self.spread = spool(GONE), spool(GONE), spool(count)
        self.stem_sums, self.form_sums, self.itself = spool(0xFFFF), spool(0xFFFF), spool(1)

    def write(self, field: str, written: SegmentFile, german: Array, between: Callable[[], None]) -> None:
        """Merge, and write what comes out."""
        zero = np.zeros(1, dtype=np.uint8)
        self.starts.append(zero)
        self.places.append(zero)
        for run in _runs([source.columns.stems for source in self.sources]):
            self._stems(run)
            between()
        for run in _runs([source.columns.forms for source in self.sources]):
            self._forms(run)
            between()
        for name in ("stems", "forms"):
            spool: TermSpool = getattr(self, name)
            written.put_spool(f"{field}.{name}.offsets", spool.offsets)
            written.put_spool(f"{field}.{name}.blob", spool.blob)
            written.put_marks(f"{field}.{name}", spool.marks())
        for name in (
            "starts",
            "ids",
            "counts",
            "places",
            "codes",
            "stem_sums",
            "itself",
            "owners",
            "spread",
            "form_sums",
        ):
            written.put_spool(f"{field}.{name}", getattr(self, name))
        written.put_within(field, self._within(german) if self.count >= LEARNED else NOTHING)

    def _within(self, german: Array) -> Within:
        """Learn what stands within compounds; in a very large segment its parts know it well enough."""
        if self.count > _LEARNED_ANEW:
            return joined([(source.columns.within, source.stems, source.documents) for source in self.sources])
        words = Words(self.stems.whole(), self.itself.whole(), self.forms.whole(), self.owners.whole())
        return within(words, self.starts.whole(), self.ids.whole(), self.counts.whole(), german)

    def _stems(self, run: Sequence[tuple[int, int]]) -> None:
        """Take in the stems of a run, with their postings."""
        read = [source.columns.stems.between(*part) for source, part in zip(self.sources, run, strict=True)]
        terms, ranks = _ranked(read)
        slices = [_Slice(source, *part, rank) for source, part, rank in zip(self.sources, run, ranks, strict=True)]
        postings, places, sums, itself = (np.zeros(len(terms), dtype=np.int64) for _ in range(4))
        for start, stop in _cuts(slices, len(terms)):
            self._postings(slices, start, stop, postings, places)
        used = postings > 0
        numbers = np.where(used, np.cumsum(used) - 1 + len(self.stems), GONE).astype(np.uint32)
        for one in slices:
            one.source.stems[one.first : one.last] = numbers[one.places]
            sums[one.places] = one.source.columns.stem_sums.part(one.first, one.last)
            itself[one.places] |= one.source.columns.itself.part(one.first, one.last)
        self.stems.extend([terms[number] for number in np.flatnonzero(used).tolist()])
        self.starts.append(len(self.ids) - int(postings.sum()) + np.cumsum(postings[used]))
        self.places.append(len(self.codes) - int(places.sum()) + np.cumsum(places[used]))
        self.stem_sums.append(sums[used])
        self.itself.append(itself[used])

    def _postings(self, slices: Sequence[_Slice], start: int, stop: int, postings: Array, places: Array) -> None:
        """Take in the postings of terms from start to stop of a run; note how many each has, and how many places."""
        found = [piece for one in slices if (piece := _piece(one, start, stop)) is not None]
        if not found:
            return
        for number, _, counts, _ in found:
            postings[start:stop] += np.bincount(number - start, minlength=stop - start)
            places[start:stop] += np.bincount(number - start, weights=counts, minlength=stop - start).astype(np.int64)
        if stop - start == 1:
            for _, ids, counts, codes in found:
                self._append(ids, counts, codes)
            return
        number, ids, counts, codes = (np.concatenate(columns) for columns in zip(*found, strict=True))
        order = by_number(number)
        begins = (np.cumsum(counts, dtype=np.int64) - counts)[order]
        self._append(ids[order], counts[order], codes[ranges(begins, counts[order])])

    def _append(self, ids: Array, counts: Array, codes: Array) -> None:
        self.ids.append(ids)
        self.counts.append(counts)
        self.codes.append(codes)

    def _forms(self, run: Sequence[tuple[int, int]]) -> None:
        """Take in the forms of a run."""
        read, spread, sums = [], [], []
        for source, (first, last) in zip(self.sources, run, strict=True):
            columns = source.columns
            owners = source.stems[columns.owners.part(first, last)]
            left = owners != GONE
            forms = columns.forms.between(first, last)
            pairs = zip(forms, owners.tolist(), strict=True)
            read.append([owned(form, owner) for form, owner in pairs if owner != GONE])
            spread.append(columns.spread.part(first, last)[left])
            sums.append(columns.form_sums.part(first, last)[left])
        keys, ranks = _ranked(read)
        places = np.concatenate(ranks)
        sums_ = np.zeros(len(keys), dtype=np.uint16)
        sums_[places] = np.concatenate(sums)
        forms, owners = parted(keys)
        self.forms.extend(forms)
        self.owners.append(owners)
        self.form_sums.append(sums_)
        often = np.bincount(places, weights=np.concatenate(spread), minlength=len(keys))
        self.spread.append(np.minimum(often, self.count).astype(np.uint32))


def _runs(lists: Sequence[Terms]) -> Iterator[list[tuple[int, int]]]:
    """Cut lists of terms at the same terms; give where each run begins and ends in every list."""
    longest = max(lists, key=len)
    first = [0] * len(lists)
    for at in range(_TERMS, len(longest), _TERMS):
        bound = longest[at]
        last = [terms.lower(bound) for terms in lists]
        yield list(zip(first, last, strict=True))
        first = last
    last = list(map(len, lists))
    if first != last:
        yield list(zip(first, last, strict=True))


def _ranked(lists: Sequence[Sequence[bytes]]) -> tuple[list[bytes], list[Array]]:
    """Give the different terms in order, and for each list the places of its own among them."""
    terms, places = numbered(list(chain.from_iterable(lists)))
    return terms, np.split(places, np.cumsum([len(own) for own in lists])[:-1])


def _cuts(slices: Sequence[_Slice], count: int) -> list[tuple[int, int]]:
    """Cut the terms of a run into pieces of about as many places as are sorted at a time."""
    size = np.zeros(count, dtype=np.int64)
    for one in slices:
        bounds = one.source.columns.places.part(one.first, one.last + 1).astype(np.int64)
        size[one.places] += bounds[1:] - bounds[:-1]
    many = size > _PLACES
    run = (np.cumsum(size) // _PLACES) * 2 + np.cumsum(many) * 4 - many
    begins = np.flatnonzero(np.diff(run, prepend=-1))
    return list(zip(begins.tolist(), [*begins[1:].tolist(), count], strict=True))


def _piece(one: _Slice, start: int, stop: int) -> tuple[Array, Array, Array, Array] | None:
    """Give the postings of a segment for the terms from start to stop of a run, without documents that are gone.

    Term, document and count of each, and the codes of all.
    """
    columns = one.source.columns
    first, last = (one.first + int(at) for at in np.searchsorted(one.places, (start, stop)))
    if first == last:
        return None
    starts = columns.starts.part(first, last + 1).astype(np.int64)
    begin, end = int(starts[0]), int(starts[-1])
    ids = one.source.documents[columns.ids.part(begin, end)]
    counts = columns.counts.part(begin, end)
    codes = columns.codes.part(columns.places[first], columns.places[last])
    number = np.repeat(one.places[first - one.first : last - one.first], np.diff(starts))
    left = ids >= 0
    if not left.all():
        codes = codes[np.repeat(left, counts)]
        number, ids, counts = number[left], ids[left], counts[left]
    return number, ids, counts, codes
