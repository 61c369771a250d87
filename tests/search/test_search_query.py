"""The query language: what is read, and that everything is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.search.nodes import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Ids,
    Near,
    Node,
    Not,
    Or,
    Parsed,
    Phrase,
    Prefix,
    SetTerm,
    Wildcard,
    Word,
)
from clipper.search.parsing import FIELDS, MAX_TERMS
from clipper.search.query import LastWord, half_typed, last_word, parse, positive, quoted, resolve

PASTED = "https://example.org/a?b=c"

TODAY = date(2026, 11, 24)

pieces = st.sampled_from(
    ["haus", "NEAR", "NEAR/", "NEAR/3", "~", "~2", '"~5', "?", "h?us", "*aus*", "note:", "url:", "sort:", "sort:newest",
     "~99999999999", "NEAR/99999999999", "x" * 99 + "~", '"',
     "„", "“", "(", ")", "-", "*", ":", " ", "OR", "AND", "NOT", "date:", "tag:", "id:", "is:unread", "..",
     "2026-11", ">", "<=", "\0", "\ud800", "東京", "🎈", "ſ", "٣", "²", "added:", "title:(", "a" * 300]
)  # fmt: skip
queries = st.one_of(st.text(), st.lists(pieces, max_size=40).map("".join), st.lists(pieces, max_size=40).map(" ".join))


@given(queries)
@settings(max_examples=500, deadline=None)
def test_any_text_is_a_query(text: str) -> None:
    parsed = parse(text, today=TODAY)

    assert isinstance(parsed, Parsed)
    assert len(set(parsed.complaints)) == len(parsed.complaints)
    resolve(parsed.tree, lambda term: frozenset({1}))
    positive(parsed.tree)
    half_typed(text, parsed.tree)
    last = last_word(text)
    assert last is None or text[last.start :] in (
        last.text,
        text[last.start : last.start + 1] + last.text,
    )  # or with its open quote


@given(st.sampled_from(["date:", "after:", "before:", "added:"]), st.text(max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_text_can_stand_for_a_date(field: str, text: str) -> None:
    parse(field + text, today=TODAY)
    parse(f'{field}"{text}"', today=TODAY)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("   ", Everything()),
        ("haus", Word("haus")),
        ("haus garten", And((Word("haus"), Word("garten")))),
        ("haus AND garten", And((Word("haus"), Word("garten")))),
        ("haus and garten", And((Word("haus"), Word("and"), Word("garten")))),
        ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("(a OR b) c", And((Or((Word("a"), Word("b"))), Word("c")))),
        ("a ODER b UND c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("a -b", And((Word("a"), Not(Word("b"))))),
        ("a NOT b", And((Word("a"), Not(Word("b"))))),
        ("NOT -a", Word("a")),
        ("-(a b)", Not(And((Word("a"), Word("b"))))),
        ("well-known", Word("well-known")),
        ("a - b", And((Word("a"), Word("b")))),
        ('"Die Häuser"', Phrase(("Die", "Häuser"))),
        ("„Die Häuser“", Phrase(("Die", "Häuser"))),
        ("»Die Häuser«", Phrase(("Die", "Häuser"))),
        ('-"a b"', Not(Phrase(("a", "b")))),
        ("haus*", Prefix("haus")),
        ("u-boo*", And((Word("u"), Prefix("boo")))),
        ("title:haus", Word("haus", "title")),
        ("TITEL:haus", Word("haus", "title")),
        ('author:"Peter Müller"', Phrase(("Peter", "Müller"), "author")),
        ("title:ha*", Prefix("ha", "title")),
        ("-site:spiegel.de", Not(Word("spiegel.de", "site"))),
        ("title:(a OR b)", Or((Word("a", "title"), Word("b", "title")))),
        ("lang:DE", Word("de", "language")),
        ("tag:a/b", SetTerm("tag", "a/b")),
        ('tag:"zwei Worte"', SetTerm("tag", "zwei Worte")),
        ("tag:(a OR b)", Or((SetTerm("tag", "a"), SetTerm("tag", "b")))),
        ("is:ungelesen", SetTerm("is", "unread")),
        ("ist:zweifelhaft", SetTerm("is", "doubtful")),
        ("has:note", SetTerm("has", "note")),
        ("note:wichtig", Word("wichtig", "note")),
        ('note:("sehr wichtig" OR drin*)', Or((Phrase(("sehr", "wichtig"), "note"), Prefix("drin", "note")))),
        ("flag:paywall", SetTerm("flag", "paywall")),
        ("id:7,3", SetTerm("id", "7,3")),
        (PASTED, Or((Word(PASTED), SetTerm("url", PASTED)))),
        ("12:30", Word("12:30")),
        ("Schwarz & Weiß", And((Word("Schwarz"), Word("Weiß")))),
        ("date:2026", DateRange("2026-01-01", "2026-12-31")),
        ("added:2026-11", SetTerm("added", "2026-11-01..2026-11-30")),
        ("added:>2025", SetTerm("added", "2026-01-01..")),
        ("h*us", Wildcard("h*us")),
        ("*haus", Wildcard("*haus")),
        ("**haus**", Wildcard("**haus**")),
        ("*wild?card*", Wildcard("*wild?card*")),
        ("h?us", Wildcard("h?us")),
        ("?aus", Wildcard("?aus")),
        ("ha?s?*", Wildcard("ha?s?*")),
        ("title:*haus", Wildcard("*haus", "title")),
        ("u-b*t", And((Word("u"), Wildcard("b*t")))),
        ("*eu-boo*", And((Wildcard("*eu"), Prefix("boo")))),
        ("Leser*innen", Or((Wildcard("Leser*innen"), Word("Leser*innen")))),
        ("Wer ist da?", And((Word("Wer"), Word("ist"), Word("da?")))),
        ("Was?? Wo?!", And((Word("Was??"), Word("Wo?!")))),
        (
            "https://example.org/a?b=c*",
            Or(
                (
                    And((Word("https"), Word("example"), Word("org"), Word("a"), Word("b"), Prefix("c"))),
                    SetTerm("url", PASTED),
                )
            ),
        ),
        ("*東京*", Word("東京")),
        ("東京*会議", And((Word("東京"), Word("会議")))),
        ("haus~", Fuzzy("haus", 1)),
        ("Häuser~", Fuzzy("Häuser", 2)),
        ("regierung~1", Fuzzy("regierung", 1)),
        ("regierung~0", Word("regierung")),
        ("title:haus~2", Fuzzy("haus", 2, "title")),
        ("~haus", Word("~haus")),
        ("ann-katrin~", And((Fuzzy("ann", 1), Fuzzy("katrin", 2)))),
        ('"vor allem"~5', Near((Word("vor"), Word("allem")), 5)),
        ('"vor allem"~', Near((Word("vor"), Word("allem")), 10)),
        ('"vor allem"~0', Phrase(("vor", "allem"))),
        ('"vor"~5', Phrase(("vor",))),
        ('"U-Boot im Hafen"~7', Near((Word("U-Boot"), Word("im"), Word("Hafen")), 7)),
        ('title:"vor allem"~5', Near((Word("vor"), Word("allem")), 5, "title")),
        ("a NEAR/5 b", Near((Word("a"), Word("b")), 5)),
        ("a NEAR b", Near((Word("a"), Word("b")), 10)),
        ("a NAHE/3 b", Near((Word("a"), Word("b")), 3)),
        ("a NEAR/0 b", Near((Word("a"), Word("b")), 1)),
        ("a near b", And((Word("a"), Word("near"), Word("b")))),
        ('"a b" NEAR/2 c d', And((Near((Phrase(("a", "b")), Word("c")), 2), Word("d")))),
        ("a NEAR/2 b NEAR/3 c", And((Near((Word("a"), Word("b")), 2), Near((Word("b"), Word("c")), 3)))),
        ("-a NEAR b", Not(Near((Word("a"), Word("b")), 10))),
        ("title:(a NEAR b)", Near((Word("a"), Word("b")), 10, "title")),
        ("title:a NEAR b", Near((Word("a"), Word("b")), 10, "title")),
        ("a NEAR", Word("a")),
        ("NEAR a", Word("a")),
        ("a NEAR/ OR b", Or((Word("a"), Word("b")))),
        ("a NEAR NEAR b", Near((Word("a"), Word("b")), 10)),
        ("a NEAR -b", And((Word("a"), Not(Word("b"))))),
        ("url:example.org/politik", SetTerm("url", "example.org/politik")),
        ("url:https://example.org/a?b=c", SetTerm("url", "https://example.org/a?b=c")),
        ("url:*politik*2024*", And((SetTerm("url", "politik"), SetTerm("url", "2024")))),
        ("url:(a OR b)", Or((SetTerm("url", "a"), SetTerm("url", "b")))),
        ("a OR", Word("a")),
        ("OR a", Word("a")),
        ("a OR OR b", Or((Word("a"), Word("b")))),
        ("a NOT", Word("a")),
        ("title:", Everything()),
        ("a) b", And((Word("a"), Word("b")))),
    ],
)
def test_a_query_is_read(text: str, tree: Node) -> None:
    assert parse(text, today=TODAY).tree == tree


@pytest.mark.parametrize(
    ("text", "tree", "complaint"),
    [
        ('"offen gelassen', Phrase(("offen", "gelassen")), "open_quote"),
        ("(a b", And((Word("a"), Word("b"))), "open_bracket"),
        ("foo:bar", Word("foo:bar"), "unknown_field:foo"),
        ("is:blau a", Word("a"), "unknown_value:is:blau"),
        ("flag:blau a", Word("a"), "unknown_value:flag:blau"),
        ("date:gestern2 a", Word("a"), "bad_date:gestern2"),
        ("date:2026-13", Everything(), "bad_date:2026-13"),
        ("id:x", Everything(), "bad_id:x"),
        ("*a* b", Word("b"), "short_wildcard:*a*"),
        ("*a\u0301 b", Word("b"), "short_wildcard:*a\u0301"),
        ("?a?b c", Word("c"), "short_wildcard:?a?b"),
        ("*ab" * 50 + " c", Word("c"), "too_long"),
        ("in~ b", And((Word("in"), Word("b"))), "short_fuzzy:in"),
        ("haus~9", Fuzzy("haus", 2), "wide_fuzzy:haus"),
        ('"die minist*"', Phrase(("die", "minist")), "no_wildcard"),
        ("a NEAR b*", And((Word("a"), Prefix("b"))), "no_near"),
        ("title:a NEAR site:b", And((Word("a", "title"), Word("b", "site"))), "no_near"),
        ("a NEAR (b OR c)", And((Word("a"), Or((Word("b"), Word("c"))))), "no_near"),
        ("a sort:größe", Word("a"), "unknown_value:sort:größe"),
        ("!!!", Everything(), "no_words"),
        ("(" * 100 + "a", Word("a"), "too_deep"),
        ("a " * (MAX_TERMS + 1), And((Word("a"),) * MAX_TERMS), "too_long"),
    ],
)
def test_what_is_odd_is_a_complaint_and_the_rest_is_read(text: str, tree: Node, complaint: str) -> None:
    parsed = parse(text, today=TODAY)

    assert complaint in parsed.complaints
    assert parsed.tree == tree


def test_a_query_that_is_in_order_has_no_complaints() -> None:
    assert parse('a "b c" -d (e OR f*) title:g date:2026 tag:x').complaints == ()
    assert parse('*ab c~ "d e"~5 f NEAR/3 g url:h:i note:j sort:oldest'.replace("c~", "ccc~")).complaints == ()


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("a", None),
        ("a sort:newest", "newest"),
        ("sort:älteste a", "oldest"),
        ("SORT:Relevance", "relevance"),
        ("sortierung:hinzugefügt", "added"),
        ("sort:newest a sort:oldest", "oldest"),
        ("sort:newest a sort:", "newest"),
        ("sort:new", None),
    ],
)
def test_an_order_is_read(text: str, sort: str | None) -> None:
    parsed = parse(text)

    assert parsed.sort == sort
    assert parsed.tree == (Word("a") if "a" in text.split() else Everything())
    assert "no_words" not in parsed.complaints


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2026-11-24", ("2026-11-24", "2026-11-24")),
        ("2026/11/24", ("2026-11-24", "2026-11-24")),
        ("24.11.2026", ("2026-11-24", "2026-11-24")),
        ("11.2026", ("2026-11-01", "2026-11-30")),
        ("12/2026", ("2026-12-01", "2026-12-31")),
        ("november-2026", ("2026-11-01", "2026-11-30")),
        ("märz-2026", ("2026-03-01", "2026-03-31")),
        ('"24. November 2026"', ("2026-11-24", "2026-11-24")),
        ('"24th november 2026"', ("2026-11-24", "2026-11-24")),
        ("dez", ("2026-12-01", "2026-12-31")),
        ("heute", ("2026-11-24", "2026-11-24")),
        ("yesterday", ("2026-11-23", "2026-11-23")),
        ("7d", ("2026-11-17", "2026-11-24")),
        ("2w", ("2026-11-10", "2026-11-24")),
        ("2026-11-01..2026-11-24", ("2026-11-01", "2026-11-24")),
        ("2026-11..", ("2026-11-01", None)),
        ("..2025", (None, "2025-12-31")),
        ("2026-12..2026-11", ("2026-11-01", "2026-12-31")),
        (">2026-11", ("2026-12-01", None)),
        (">=2026-11", ("2026-11-01", None)),
        ("<2026-11", (None, "2026-10-31")),
        ("<=2026-11", (None, "2026-11-30")),
    ],
)
def test_dates_are_read_in_many_forms(text: str, days: tuple[str | None, str | None]) -> None:
    assert parse(f"date:{text}", today=TODAY) == Parsed(DateRange(*days))


@pytest.mark.parametrize(
    "text", ["", "x", "0000", "2026-02-30", "31.2.2026", "..", "a..b", "9999y", ">", "99999-1", "1y2"]
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert parse(f'date:"{text}" a', today=TODAY).tree == Word("a")


def test_after_and_before_part_all_days() -> None:
    assert parse("after:2026-11").tree == DateRange("2026-11-01", None)
    assert parse("before:2026-11").tree == DateRange(None, "2026-10-31")


def test_sets_are_asked_for_once_and_ids_not_at_all() -> None:
    asked: list[SetTerm] = []

    def sets(term: SetTerm) -> frozenset[int]:
        asked.append(term)
        return frozenset({4})

    tree = resolve(parse("a (tag:x OR -tag:x) id:1,2").tree, sets)

    assert asked == [SetTerm("tag", "x")]
    four = Ids(frozenset({4}))
    assert tree == And((Word("a"), Or((four, Not(four))), Ids(frozenset({1, 2}))))


def test_what_is_asked_of_notes_is_answered_as_a_set() -> None:
    asked: list[Node] = []

    def sets(term: Node) -> frozenset[int]:
        asked.append(term)
        return frozenset({4})

    tree = resolve(parse('note:a* -note:"b c"~3 a').tree, sets)

    assert asked == [Prefix("a", "note"), Near((Word("b"), Word("c")), 3, "note")]
    assert tree == And((Ids(frozenset({4})), Not(Ids(frozenset({4}))), Word("a")))


def test_terms_to_mark_stand_under_no_not() -> None:
    tree = parse('a -b (c* OR "d e") title:f -(g h) tag:x a').tree

    assert positive(tree) == (Word("a"), Prefix("c"), Phrase(("d", "e")), Word("f", "title"))
    assert positive(parse("*ab cde~ f NEAR g").tree) == (
        Wildcard("*ab"), Fuzzy("cde", 1), Near((Word("f"), Word("g")), 10)
    )  # fmt: skip


def test_only_the_last_word_is_half_typed() -> None:
    def half(text: str) -> Node:
        return half_typed(text, parse(text).tree)

    assert half("a ha") == And((Word("a"), Or((Word("ha"), Prefix("ha")))))
    assert half("a OR ha") == Or((Word("a"), Or((Word("ha"), Prefix("ha")))))
    assert half("title:ha") == Or((Word("ha", "title"), Prefix("ha", "title")))
    assert half("u-boo") == Or((Word("u-boo"), And((Word("u"), Prefix("boo")))))
    assert half("*minis") == Or((Wildcard("*minis"), Wildcard("*minis*")))
    assert half("a u-b*t") == And((Word("a"), And((Word("u"), Or((Wildcard("b*t"), Wildcard("b*t*")))))))
    assert half("a NEAR ha") == Or((Near((Word("a"), Word("ha")), 10), And((Word("a"), Prefix("ha")))))
    assert half("note:ha") == Or((Word("ha", "note"), Prefix("ha", "note")))
    for done in ("*ha*", "haus~", "haus~1", "a NEAR", '"a b"~5', "a NEAR/", "*haus b~", "sort:new", "url:a"):
        assert half(done) == parse(done).tree
    for done in ("ha ", '"ha"', "(ha)", "a -ha", "tag:ha", "lang:de", "date:2026", ""):
        assert half(done) == parse(done).tree


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("", None),
        ("haus ", None),
        ("haus", LastWord(0, "", "haus")),
        ("a -ha", LastWord(3, "", "ha")),
        ("tag:po", LastWord(4, "tag", "po")),
        ("a tag:", LastWord(6, "tag", "")),
        ("SEITE:sp", LastWord(6, "site", "sp")),
        ('"a ha', LastWord(3, "", "ha")),
        ('"a ', None),
        ('a "b" ha', LastWord(6, "", "ha")),
        ('title:"a ha', LastWord(9, "", "ha")),
        ('a tag:"two wo', LastWord(6, "tag", "two wo")),
        ('-author:"', LastWord(8, "author", "")),
        ("ha*", None),
        ("*ha", None),
        ("h?a", None),
        ("haus~", None),
        ("haus~1", None),
        ("a NEAR", None),
        ("ha?", LastWord(0, "", "ha?")),
        ("sort:", LastWord(5, "sort", "")),
        ("a OR", None),
        ("(ha", LastWord(1, "", "ha")),
    ],
)
def test_the_word_being_typed(text: str, last: LastWord | None) -> None:
    assert last_word(text) == last


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("taz", "taz"),
        ("was?", "was?"),
        ("a b", '"a b"'),
        ("a*", '"a*"'),
        ("a?b", '"a?b"'),
        ("a~1", '"a~1"'),
        ("NEAR", '"NEAR"'),
    ],
)
def test_a_value_is_quoted_where_it_would_mean_something_else(value: str, written: str) -> None:
    assert quoted(value) == written
    assert parse(f"tag:{written}").tree == SetTerm("tag", value)


def test_every_field_name_leads_to_a_tree() -> None:
    for name in FIELDS:
        assert parse(f"{name}:2026").tree is not None


@pytest.mark.parametrize("written", ["de", "DE", "german", "Deutsch"])
def test_a_language_is_known_by_its_code_and_its_name(written: str) -> None:
    assert parse(f"lang:{written}").tree == Word("de", "language")
