"""German compounds: words that end in another word (Verteidigungsministerium in Ministerium). Pure.

Which they are is learned from the words of an index: the end must be one of its stems, and so must what stands before
it, less what joins the two (Verteidigung-s-ministerium), where the end alone is too short to tell.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence

from clipper.search.words import stem

LEARNED = 3000  # documents that know enough words to tell their compounds
SHORTEST = 3  # letters of a word that may end a compound
_SURE = 6  # letters of an end that needs no known word before it
_BEFORE = {3: 5, 4: 4, 5: 4}  # letters that must stand at least before an end of so many
_LONGEST = 40  # letters
_LEAST = 2  # documents in which a word must stand to be known
# Before a word these make a verb's noun or another word, no kind of it: Unterhaltung is no Haltung.
_PARTICLES = frozenset(
    b"ab an auf aus be bei durch ein emp ent er fehl ge gegen hin hinter los miss mit nach nieder uber ueber um un "
    b"unter ur ver vor weg wider wieder zer zu zurueck zuruck zusammen".split()
)


def is_compound(before: bytes, end: bytes, known: Callable[[bytes], bool]) -> bool:
    """Tell whether a stem that consists of these two is a compound. known: whether a stem is one of the index."""
    if len(end) < SHORTEST or len(before) < 3 or before in _PARTICLES or not before.isalpha():
        return False
    if len(end) >= _SURE and len(before) >= 4:
        return True
    return len(before) >= _BEFORE.get(len(end), 3) and known(
        stem(before.decode("utf-8", "replace"), "de").encode("utf-8", "surrogatepass")
    )


def ends_in(word: bytes, end: bytes) -> bool:
    """Tell whether a stem may be a compound with this end, whatever is known."""
    before = word[: -len(end)] if end else b""
    return bool(before) and word.endswith(end) and is_compound(before, end, lambda _: True)


def learned(stems: Sequence[bytes], sizes: Sequence[int], german: Iterable[int]) -> "array[int]":
    """Give, for stems with the number of their documents, pairs: the number of an end << 32 | that of its compound.

    german: the numbers of those that stand in German documents, and may be compounds.
    """
    number = {term: index for index, term in enumerate(stems)}

    def known(word: bytes) -> bool:
        return (place := number.get(word)) is not None and sizes[place] >= _LEAST

    found = array("Q")
    for index in german:
        term = stems[index]
        if not 2 * SHORTEST < len(term) <= _LONGEST or not term.isalpha():
            continue
        for cut in range(SHORTEST, len(term) - SHORTEST + 1):
            if (end := term[cut:]) in number and known(end) and is_compound(term[:cut], end, known):
                found.append(number[end] << 32 | index)
    return found
