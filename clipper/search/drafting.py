"""A segment that is being made of documents, in memory. Pure."""

import numpy as np

from clipper.search.columns import narrow
from clipper.search.inverting import Stream
from clipper.search.protocol import IndexDocument
from clipper.search.rows import FACETS, TEXT_FIELDS, Rows, labelled, labels_of, number_of_day
from clipper.search.segments import Segment


class Draft:
    """Documents as they come in. count: how many they are."""

    def __init__(self) -> None:
        self.count = 0
        self._streams = {field: Stream() for field in TEXT_FIELDS}
        self._lengths: dict[str, list[int]] = {field: [] for field in TEXT_FIELDS}
        self._documents: list[tuple[int, int, int]] = []
        self._labels: dict[str, list[str]] = {facet: [] for facet in FACETS}

    def add(self, document: IndexDocument) -> None:
        """Take in a document."""
        texts = {
            "title": (f"{document.title}\n{document.subtitle}", document.language),
            "text": (document.text, document.language),
            "site": (f"{document.site}\n{document.host}", ""),
            "author": ("\n".join(document.authors), ""),
            "section": (document.section, document.language),
        }
        for field, (text, language) in texts.items():
            self._lengths[field].append(self._streams[field].add(self.count, text, language))
        day = number_of_day(document.sort_day)
        self._documents.append((document.id, number_of_day(document.date), day))
        for facet, value in (
            ("site", document.site or document.host),
            ("language", document.language),
            ("section", document.section),
        ):
            self._labels[facet].append(value)
        self.count += 1

    def segment(self) -> Segment:
        """Give what came in."""
        table = np.array(self._documents, dtype=np.int64).reshape(len(self._documents), 3)
        rows = Rows(
            id=table[:, 0],
            date=table[:, 1].astype(np.int32),
            day=table[:, 2].astype(np.int32),
            lengths={field: narrow(np.array(values, dtype=np.uint32)) for field, values in self._lengths.items()},
            labels={facet: labels_of(values) for facet, values in self._labels.items()},
        )
        german = labelled(rows, "de")
        return Segment(rows, {field: stream.columns(german) for field, stream in self._streams.items()})
