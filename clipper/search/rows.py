"""What is known of each document of a segment: id, days, lengths, labels. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from clipper.search.columns import Array, narrow

TEXT_FIELDS = ("title", "text", "site", "author", "section")
FACETS = ("site", "language", "section")


@dataclass(frozen=True, slots=True)
class Labels:
    """A value of each document, kept as numbers into the different values."""

    numbers: Array
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What is known of each document. Days as numbers YYYYMMDD, 0: unknown. lengths: words of each text field."""

    id: Array
    date: Array
    day: Array
    lengths: Mapping[str, Array]
    labels: Mapping[str, Labels]

    @property
    def first(self) -> int:
        """The lowest id."""
        return int(self.id.min())

    @property
    def last(self) -> int:
        """The highest id."""
        return int(self.id.max())


def number_of_day(day: str) -> int:
    """Give "YYYY-MM-DD" as a number, 0 where it is no day."""
    digits = day[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdecimal() else 0


def labelled(rows: Rows, language: str) -> Array:
    """Tell which documents are in a language."""
    labels = rows.labels["language"]
    wanted = np.array([value.lower() == language for value in labels.values], dtype=bool)
    return wanted[labels.numbers] if len(wanted) else np.zeros(len(labels.numbers), dtype=bool)


def labels_of(values: Sequence[str]) -> Labels:
    """Give the values of documents as labels."""
    different = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return Labels(narrow(np.array([different[value] for value in values], dtype=np.uint32)), tuple(different))


def kept(rows: Rows, live: Array) -> Rows:
    """Give the rows of those documents that are live (a mask)."""
    return Rows(
        id=rows.id[live],
        date=rows.date[live],
        day=rows.day[live],
        lengths={field: lengths[live] for field, lengths in rows.lengths.items()},
        labels={facet: Labels(labels.numbers[live], labels.values) for facet, labels in rows.labels.items()},
    )


def chained(parts: Sequence[Rows]) -> Rows:
    """Give the rows of several segments as those of one."""
    return Rows(
        id=np.concatenate([rows.id for rows in parts]),
        date=np.concatenate([rows.date for rows in parts]),
        day=np.concatenate([rows.day for rows in parts]),
        lengths={field: np.concatenate([rows.lengths[field] for rows in parts]) for field in TEXT_FIELDS},
        labels={facet: _one_list([rows.labels[facet] for rows in parts]) for facet in FACETS},
    )


def _one_list(lists: Sequence[Labels]) -> Labels:
    number = {value: index for index, value in enumerate(dict.fromkeys(v for labels in lists for v in labels.values))}
    maps = [np.array([number[value] for value in labels.values], dtype=np.uint32) for labels in lists]
    return Labels(
        narrow(np.concatenate([way[labels.numbers] for way, labels in zip(maps, lists, strict=True)])),
        tuple(number),
    )
