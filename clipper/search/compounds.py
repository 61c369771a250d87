"""German compounds: words that end in another word (Verteidigungsministerium in Ministerium). Pure.

Which they are is learned from the words of an index, in their exact forms: a stem is cut from a long word otherwise
than from a short one (lokalzeit, but zeitung). The end must be one of its words, and so must what stands before it,
less what joins the two (Verteidigung-s-ministerium), where the end alone is too short to tell. Of several ends the
longest counts, and those that it ends in itself: a Hauptstraße is a Straße, and no Trasse.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from clipper.search.words import stem

LEARNED = 3000  # documents that know enough words to tell their compounds
SHORTEST = 3  # letters of a word that may end a compound, and of what stands before it
_SURE = 6  # letters of an end, less its ending, that needs no known word before it
_LONGEST = 40  # letters
# Before a word these make a verb's noun or another word, no kind of it: Unterhaltung is no Haltung, Programm no Gramm.
_PARTICLES = frozenset(
    b"ab ad an auf aus be bei dar des dis durch ein emp ent er fehl ge gegen hin hinter inter kom kon kor "
    b"her los miss mit nach nieder per prae pro sub sup tran trans ueber um un unter ur ver vor weg wider "
    b"wieder zer zu zurueck zusammen".split()
)
# Words that are more often the ending of another: mitarbeiterin-nen, unfass-bar, laeuf-er-innen.
_ENDINGS = frozenset(
    b"age alle allen aller alles als and ann auer aus bar bare baren barer bares bei ben chen cher das dem den der "
    b"des die ehen ein eine einen einer eines elle ellen end endem ender ens eren erer eres erin erinnen ern erte "
    b"est este esten ester estes gen ger ges hafte hafter hat heit heiten her hin ich ien ieren iert ierte ierten "
    b"ierung ige igen iger iges ihm ihn ihr ing inger ings innen ion ionen isch ische ischen ischer isches ist "
    b"isten keit keiten lein ler lich liche lichen licher liches los lose losen loser loses man mit nde nden nder "
    b"nen nes nie nur res rin rinnen rung rungen sam same samen samer sch schaft sche schen scher sches sei sen "
    b"ses sie ste sten ster stes ten ter tern tes tet tete teten tum ums und ung ungen uns von vor war wie zum "
    b"zur".split()
)
# What is so short before a word is more often no word itself: Radweg, Rathaus, but Kar-tell, Fak-tor.
_SHORT = frozenset(
    b"akt alt arm art bau bus eis elf fan gas gel gen hof hut kuh kur mut neu not oel ohr ort ost rad rat "
    b"rot see tag tal tat tee ton top tor tot typ uhr wal web weg zoo zug".split()
)
_ENDS = frozenset((b"ende", b"enden", b"endes"))
_VOWELS = frozenset(b"aeiouy")
_JOINS = ord("s")

_End = tuple[bytes, tuple[int, ...]]
"""A word with its letters turned round, and the numbers of its stem and of its own ends' stems."""


def is_compound(before: bytes, end: bytes, known: Callable[[bytes], object]) -> bool:
    """Tell whether an exact form that consists of these two is a compound. known: whether a form is a word."""
    if _sure(end) and len(before) > SHORTEST:
        if end[:1] == b"e" and before[-1:] in b"aou":  # ue is one letter
            return False
    elif not _stands(before, known) or not _apart(before, end):
        return False
    return (
        before.isalpha()
        and before not in _PARTICLES
        and before.removesuffix(b"s") not in _PARTICLES
        and end not in _ENDINGS
        and not _VOWELS.isdisjoint(before)
        and not (end in _ENDS and known(before + b"en"))  # Jahresende, but laufende
    )


def ends_in(word: bytes, at: int, known: Callable[[bytes], object]) -> bool:
    """Tell whether an exact form is a compound of what stands before a place and after it, or of more than these two.

    It may be one end of several; unlike learned, of the longer ones that rule it out it knows only that with an s.
    """
    before, end = word[:at], word[at:]
    if is_compound(before, end, known):
        return before[-1:] != b"s" or bool(known(before)) or not known(b"s" + end)
    return any(
        known(word[cut:]) and is_compound(word[cut:at], word[at:], known) for cut in range(SHORTEST, at - SHORTEST + 1)
    )


def parts(word: bytes, known: Callable[[bytes], object]) -> tuple[bytes, ...]:
    """Give the two words that an exact form consists of, without what joins them; () where it is no compound."""
    for at in range(SHORTEST, len(word) - SHORTEST + 1):
        before, end = word[:at], word[at:]
        if known(end) and is_compound(before, end, known):
            if not known(before):
                before = before[:-1] if before.endswith(b"s") else before + b"e" if known(before + b"e") else before
            return end, before
    return ()


def may_end_in(word: bytes, end: str) -> bool:
    """Tell whether an exact form may be a compound that ends in a word with this stem, whatever is known."""
    return any(
        _is(word[at:], end) and is_compound(word[:at], word[at:], _anything)
        for at in range(SHORTEST, len(word) - SHORTEST + 1)
    )


def learned(stems: Mapping[bytes, int], heads: frozenset[bytes]) -> "array[int]":
    """Give pairs: the number of an end's stem << 32 | that of its compound's.

    stems: exact forms of German texts, each with the number of its stem. heads: those of them that are known.
    """
    found = array("Q")
    by_last = defaultdict(list)  # what ends alike ends in the same letter: memory for one of them at a time
    for form in stems:
        if len(form) <= _LONGEST and form.isalpha():
            by_last[form[-1]].append(form)
    for forms in by_last.values():
        # By the letters from the last to the first: the words that a word ends in stand before it, the longest last.
        ends: list[_End] = [(b"", ())]
        for turned in sorted([form[::-1] for form in forms]):
            while not turned.startswith(ends[-1][0]):
                ends.pop()
            form = turned[::-1]
            number = stems[form]
            inside = _inside(turned, ends, heads) if len(ends) > 1 else ()
            if inside:
                found.extend([end << 32 | number for end in inside])
            if form in heads and len(form) >= SHORTEST and form not in _ENDINGS:
                ends.append((turned, (number, *inside)))
    return found


def _inside(turned: bytes, ends: Sequence[_End], known: frozenset[bytes]) -> tuple[int, ...]:
    """Give the numbers of the ends of a turned form: of the longest, and of its own ends. ends: what it may end in."""
    for at in range(len(ends) - 1, 0, -1):
        end, numbers = ends[at]
        before = turned[: len(end) - 1 : -1]
        if before in _PARTICLES:
            return ()
        if len(before) >= SHORTEST and is_compound(before, end[::-1], known.__contains__):
            if end[-1] == _JOINS and ends[at - 1][0] == end[:-1] and before + b"s" in known:
                # The s may begin the word, or join (Leben-sende, Lebens-ende).
                return (*numbers, *ends[at - 1][1])
            return numbers
    return ()


def _sure(end: bytes) -> bool:
    return len(end) >= _SURE + 2 or (len(end) >= _SURE and len(end) - _ending(end) >= _SURE)


def _ending(word: bytes) -> int:
    return 2 if word.endswith((b"em", b"en", b"er", b"es")) else int(word.endswith((b"e", b"n", b"s")))


def _stands(before: bytes, known: Callable[[bytes], object]) -> bool:
    return bool(known(before) or (before[-1:] == b"s" and known(before[:-1])) or known(before + b"e"))


def _apart(before: bytes, end: bytes) -> bool:
    """Tell whether a known word stands as one before a short end."""
    if len(end) < SHORTEST or (len(before) <= SHORTEST and before not in _SHORT):
        return False
    if end.startswith(b"haft"):
        return before.endswith(b"s")  # Untersuchungshaft, but ekelhaft
    if end in _ENDS:
        return before[-1:] in b"ens"  # Jahresende, but Vorsitzende
    return end[1:5] != b"isch" or before[-1] not in _VOWELS  # Stammtisch, but asiatisch


def _is(form: bytes, end: str) -> bool:
    return stem(form.decode("utf-8", "replace"), "de") == end


def _anything(_: bytes) -> bool:
    return True
