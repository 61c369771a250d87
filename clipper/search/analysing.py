"""Words as an index keeps them: of each its stem, its form where that is another, and the form's check sum. Pure."""

from collections.abc import Iterator, Sequence

from clipper.search.postings import code_of
from clipper.search.words import encoded, exact_forms, stems, surface

_AT_ONCE = 8192  # words

Analysed = tuple[bytes, bytes | None, int]
"""Stem; exact form, and after a zero byte the surface where that is another (None: the form is the stem); check sum."""


def analysed(words: Sequence[str], language: str) -> Iterator[Analysed]:
    """Analyse words of a text in a language; those that differ in case alone once, where they stand near each other."""
    for start in range(0, len(words), _AT_ONCE):
        folded = [word.lower() if word.isascii() else word for word in words[start : start + _AT_ONCE]]
        different = list(dict.fromkeys(folded))
        found = map(_analysed, different, stems(different, language), exact_forms(different))
        known = dict(zip(different, found, strict=True))
        yield from map(known.__getitem__, folded)


def _analysed(word: str, stem: str, form: str) -> Analysed:
    written = encoded(form)
    code = code_of(written)
    if form == stem:
        return written, None, code
    if not word.isascii() and (seen := surface(word)) != form:
        written = encoded(f"{form}\0{seen}")
    return encoded(stem), written, code
