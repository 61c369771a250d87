"""What every search engine must do: one contract, run on each of them over the same documents."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from clipper.errors import Cancelled
from clipper.model import Sort
from clipper.progress import Progress
from clipper.search.nodes import And, Everything, Ids, Not, SetTerm
from clipper.search.protocol import IndexDocument, SearchIndex
from clipper.search.query import half_typed, parse
from clipper.search.sql_engine import SqlIndex
from clipper.search.whoosh_engine import create_index, open_index


class Bench:
    """An engine with the documents that it is to hold, as the library would keep them."""

    def __init__(self, make: "Callable[[Bench], SearchIndex]") -> None:
        self.documents: dict[int, IndexDocument] = {}
        self.position = 0
        self.engine = make(self)

    def put(self, *documents: IndexDocument) -> None:
        self.documents.update({document.id: document for document in documents})
        self.engine.add(documents)
        self._commit()

    def drop(self, *ids: int) -> None:
        for id in ids:
            self.documents.pop(id, None)
        self.engine.remove(ids)
        self._commit()

    def _commit(self) -> None:
        self.position += 1
        self.engine.commit(self.position)

    def find(self, text: str, *, sort: Sort = "relevance", limit: int | None = None) -> list[int]:
        return list(self.engine.search(parse(text).tree, limit=limit, sort=sort).ids)

    def found(self, text: str) -> set[int]:
        return set(self.find(text))


@pytest.fixture(params=["whoosh", "sql"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    def make(bench: Bench) -> SearchIndex:
        if request.param == "whoosh":
            return create_index(tmp_path / "index", "library")
        return SqlIndex(
            lambda ids: [d for d in list(bench.documents.values()) if ids is None or d.id in ids],
            position=lambda: bench.position,
        )

    bench = Bench(make)
    yield bench
    bench.engine.close()


def document(id: int, text: str = "", *, title: str = "", language: str = "de", **more: object) -> IndexDocument:
    date = str(more.pop("date", ""))
    day = str(more.pop("sort_day", date or "2020-01-01"))
    return IndexDocument(id=id, title=title, text=text, language=language, date=date, sort_day=day, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("Haus", "Die Häuser stehen leer.", "de"),
        ("Häuser", "Ein Haus steht leer.", "de"),
        ("Haeuser", "Viele Häuser.", "de"),
        ("Häuser", "Viele Haeuser.", "de"),
        ("Haus", "Viele Haeuser.", "de"),
        ("Strasse", "An der Straße.", "de"),
        ("Straße", "An der Strasse.", "de"),
        ("STRASSE", "An der Straße.", "de"),
        ("Universitaet", "Die Universität Wien.", "de"),
        ("Universität", "Die Universitaet Wien.", "de"),
        ("Müller", "Herr Mueller kommt.", "en"),
        ("Mueller", "Mr Müller comes.", "en"),
        ("Regierungen", "Die Regierung tagt.", "de"),
        ("running", "She runs fast.", "en"),
        ("happiness", "A happy end.", "en"),
        ("cafe", "Au café du coin.", "fr"),
        ("étudiante", "Les étudiants du lycée.", "fr"),
        ("Verteidigung", "Die Ver\u00adteidi\u00adgung steht.", "de"),
        ("Häuser", "Die Ha\u0308user.", "de"),
        ("U-Boot", "Das U-Boot taucht.", "de"),
        ("max@example.org", "Schreiben Sie an max@example.org bitte.", "de"),
        ("東京", "昨日東京都で会議があった。", "ja"),
        ("東京都", "昨日東京都で会議があった。", "ja"),
        ("京", "昨日東京都で会議があった。", "ja"),
        ("会議", "昨日東京都で会議があった。", ""),
        ("กรุงเทพ", "เขาอยู่ที่กรุงเทพมหานคร", "th"),
        ("서울", "서울에서 회의가 열렸다", "ko"),
        ("выборы", "Итоги выборов в России", "ru"),
        ("שלום", "שָׁלוֹם עולם", "he"),
        ("السلام", "السَّلام عليكم", "ar"),
        ("हिन्दी", "यह हिन्दी है", "hi"),
        ("1989", "Im Jahr 1989 fiel die Mauer.", "de"),
        ("Ⅷ ﬁn", "VIII fin", "en"),
    ],
)
def test_a_word_meets_its_forms(bench: Bench, query: str, text: str, language: str) -> None:
    bench.put(document(1, text, language=language), document(2, "Nichts davon. Nothing of it.", language="de"))

    assert bench.find(query) == [1]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Haus", "Die Hausse an der Börse."),
        ("pot", "A poet wrote it."),
        ("oh", "Ohr"),
    ],
)
def test_a_word_does_not_meet_another(bench: Bench, query: str, text: str) -> None:
    bench.put(document(1, text, language="en" if "poet" in text else "de"))

    assert bench.find(query) == []


def test_all_words_must_stand_there_in_any_field(bench: Bench) -> None:
    bench.put(
        document(1, "Der Krieg dauert an.", title="Ukraine"),
        document(2, "Der Krieg dauert an."),
        document(3, "Krieg", authors=("Ukraine Müller",)),
    )

    assert bench.found("krieg ukraine") == {1, 3}


def test_or_and_not_and_brackets(bench: Bench) -> None:
    bench.put(document(1, "rot blau"), document(2, "rot grün"), document(3, "gelb"), document(4, "blau gelb"))

    assert bench.found("rot OR gelb") == {1, 2, 3, 4}
    assert bench.found("(rot OR gelb) blau") == {1, 4}
    assert bench.found("rot OR gelb blau") == {1, 2, 4}
    assert bench.found("rot -blau") == {2}
    assert bench.found("NOT rot") == {3, 4}
    assert bench.found("-rot -gelb") == set()
    assert bench.found("rot ODER gelb NICHT blau") == {1, 2, 3}
    assert bench.found("-(rot OR blau)") == {3}


def test_a_phrase_finds_exactly_these_words_in_a_row(bench: Bench) -> None:
    bench.put(
        document(1, "Sein oder nicht sein, das ist die Frage."),
        document(2, "Nicht oder sein."),
        document(3, "Der Häuser der Stadt wegen."),
        document(4, "Die Haeuser der Stadt."),
        document(5, "Das Haus der Stadt."),
        document(6, "Haus", title="der Stadt"),
    )

    assert bench.found('"oder nicht sein"') == {1}
    assert bench.found('"sein oder"') == {1}
    assert bench.found('"Häuser der Stadt"') == {3, 4}
    assert bench.found('"Haus"') == {5, 6}
    assert bench.found('"haus der stadt"') == {5}
    assert bench.found('-"haus der stadt" Haus') == {3, 4, 6}


def test_a_phrase_of_signs_that_stand_in_a_row(bench: Bench) -> None:
    bench.put(document(1, "東京都庁に行く", language="ja"), document(2, "京都の東", language="ja"))

    assert bench.find('"東京都"') == [1]
    assert bench.found("京都") == {1, 2}


def test_a_beginning_finds_words_that_go_on(bench: Bench) -> None:
    bench.put(
        document(1, "Die Regierung"),
        document(2, "Regierungschefin"),
        document(3, "Der Regen"),
        document(4, "Kein Wort"),
        document(5, "Häuserzeile"),
    )

    assert bench.found("regierung*") == {1, 2}
    assert bench.found("Reg*") == {1, 2, 3}
    assert bench.found("re* -regen") == {1, 2}
    assert bench.found("häus*") == {5}
    assert bench.found("title:reg*") == set()
    assert bench.found("xyz*") == set()


def test_wildcards_stand_anywhere_in_a_word(bench: Bench) -> None:
    bench.put(
        document(1, "Der Verteidigungsminister sprach."),
        document(2, "Das Ministerium schwieg."),
        document(3, "Häuser und ein Haus", title="Rathaus"),
        document(4, "Hosen, Herr Müller"),
        document(5, "Leser*innen fragen"),
        document(6, "Leserinnen fragen"),
        document(7, "the mansion house", language="en"),
    )

    assert bench.found("*minister") == {1}
    assert bench.found("*minister*") == {1, 2}
    assert bench.found("*ung*min*er") == {1}
    assert bench.found("m?nist*") == {2}
    assert bench.found("*haus") == {3}
    assert bench.found("h?us") == {3}
    assert bench.found("ho?se") == {7}
    assert bench.found("h*s?") == {7}
    assert bench.found("*ous") == set()
    assert bench.found("M?ller") == {4}
    assert bench.found("*üller") == {4}
    assert bench.found("title:*haus") == {3}
    assert bench.found("text:r*thaus") == set()
    assert bench.found("Leser*innen") == {5, 6}
    assert bench.found("-*minister*") == {3, 4, 5, 6, 7}
    assert bench.found("*xyz*") == set()
    assert bench.found("Ministerium?") == {2}
    assert bench.found("Ministeriu?") == set()


def test_a_wildcard_stands_for_whole_words_only(bench: Bench) -> None:
    bench.put(document(1, "Hand aufs Haus", title="Wald"), document(2, "Handhaus"))

    assert bench.found("ha*us") == {1, 2}
    assert bench.found("hand*haus") == {2}
    assert bench.found("w*haus") == set()


def test_a_fuzzy_word_finds_what_is_mistyped(bench: Bench) -> None:
    bench.put(
        document(1, "Die Regierung tagt."),
        document(2, "Die Regirung tagt."),
        document(3, "Die Regierungen"),
        document(4, "Die Reigerung"),
        document(5, "Die Begierung"),
        document(6, "Die Begierde"),
        document(7, "Maus und Laus"),
        document(8, "Mausi Kraus"),
    )

    assert bench.found("Regierung~1") == {1, 2, 3, 4, 5}
    assert bench.found("Regirung~") == {1, 2, 4, 5}
    assert bench.found("haus~") == {7}
    assert bench.found("haus~2") == {7, 8}
    assert bench.found("title:haus~") == set()
    assert bench.found("Regierung~ -Regierung") == {2, 4, 5}


def test_the_word_itself_comes_before_what_it_may_have_been(bench: Bench) -> None:
    bench.put(document(3, "Regirung"), document(1, "Regierung"), document(2, "Regirung"))

    assert bench.find("Regierung~")[0] == 1 or "rough_order" in bench.engine.search(
        parse("Regierung~").tree, limit=1, sort="relevance"
    ).complaints  # fmt: skip


def test_words_near_each_other_stand_in_any_order(bench: Bench) -> None:
    bench.put(
        document(1, "Der Kanzler und seine Minister traten zurück."),
        document(2, "Minister sprach der Kanzler an."),
        document(3, "Der Kanzler kam gestern wieder einmal sehr spät, die Minister warteten."),
        document(4, "Minister", title="Kanzler"),
        document(5, "Der Kanzler sprach, der alte Kanzler."),
        document(6, "Kanzlers Minister"),
    )

    assert bench.found("kanzler NEAR/3 minister") == {1, 2, 6}
    assert bench.found('"minister kanzler"~3') == {1, 2, 6}
    assert bench.found("kanzler NEAR/1 minister") == {6}
    assert bench.found("kanzler NEAR minister") == {1, 2, 3, 6}
    assert bench.found("kanzler NEAR/2 minister") == {6}
    assert bench.found("kanzler NEAR/4 kanzler") == {5}
    assert bench.found("kanzler NEAR/3 kanzler") == set()
    assert bench.found("title:(kanzler NEAR minister)") == set()
    assert bench.found("kanzler -(kanzler NEAR/3 minister)") == {3, 4, 5}
    assert bench.found("kanzler NEAR/3 nichts") == set()


def test_phrases_and_words_of_several_parts_stand_near_too(bench: Bench) -> None:
    bench.put(
        document(1, "Die Vereinten Nationen warnen vor dem Hunger im Sudan."),
        document(2, "Im Sudan, sagen die Vereinten Nationen."),
        document(3, "Die Nationen, vereinten sich im Sudan."),
        document(4, "Ein U-Boot lag lange im Hafen."),
        document(5, "東京都で会議があった。", language="ja"),
    )

    assert bench.found('"vereinten nationen" NEAR/3 sudan') == {2}
    assert bench.found('sudan NEAR/7 "vereinten nationen"') == {1, 2}
    assert bench.found("u-boot NEAR/4 hafen") == {4}
    assert bench.found("u-boot NEAR/3 hafen") == set()
    assert bench.found('"sudan hunger nationen"~5') == {1}
    assert bench.found('"sudan hunger nationen"~4') == set()
    assert bench.found("東京都 NEAR/3 会議") == {5}


def test_what_is_half_typed_finds_the_word_first_and_longer_ones_too(bench: Bench) -> None:
    bench.put(document(1, "Hausboote auf dem Fluss"), document(2, "Haus"), document(3, "Maus"))
    tree = half_typed("haus", parse("haus").tree)

    found = bench.engine.search(tree, limit=None, sort="relevance")

    assert found.ids == (2, 1)


def test_fields(bench: Bench) -> None:
    bench.put(
        document(1, "Text", title="Krieg", site="Der Spiegel", host="www.spiegel.de", authors=("Ann-Kathrin Büüsker",)),
        document(2, "Krieg", title="Text", site="taz", host="taz.de", section="Politik"),
        document(3, "Spiegel", language="en", authors=("Peter Müller", "Eva Roth")),
    )

    assert bench.found("title:krieg") == {1}
    assert bench.found("titel:krieg") == {1}
    assert bench.found("text:krieg") == {2}
    assert bench.found("site:spiegel") == {1}
    assert bench.found("site:spiegel.de") == {1}
    assert bench.found("site:taz.de") == {2}
    assert bench.found('author:"peter müller"') == {3}
    assert bench.found("autor:mueller") == {3}
    assert bench.found("author:ann-kathrin") == {1}
    assert bench.found("section:politik") == {2}
    assert bench.found("lang:en") == {3}
    assert bench.found("title:(krieg OR text)") == {1, 2}
    assert bench.found("-site:spiegel krieg") == {2}


def test_dates(bench: Bench) -> None:
    bench.put(
        document(1, date="2026-11-01"),
        document(2, date="2026-11-24"),
        document(3, date="2026-12-01"),
        document(4, date="2025-12-31"),
        document(5, sort_day="2026-11-10"),
    )

    assert bench.found("date:2026") == {1, 2, 3}
    assert bench.found("date:2026-11") == {1, 2}
    assert bench.found("date:2026-11-01..2026-11-24") == {1, 2}
    assert bench.found("date:24.11.2026") == {2}
    assert bench.found("after:2026-11-24") == {2, 3}
    assert bench.found("before:2026-11-24") == {1, 4}
    assert bench.found("date:>2026-11") == {3}
    assert bench.found("date:..2025") == {4}
    assert bench.found("-date:2026") == {4, 5}


def test_sets_of_ids_combine_with_everything(bench: Bench) -> None:
    bench.put(*(document(id, "rot" if id % 2 else "blau") for id in range(1, 9)))
    rot = parse("rot").tree

    def search(tree: object) -> set[int]:
        return set(bench.engine.search(tree, limit=None, sort="newest").ids)  # type: ignore[arg-type]

    assert search(Ids(frozenset({1, 2, 99}))) == {1, 2}
    assert search(And((rot, Ids(frozenset({1, 2, 3}))))) == {1, 3}
    assert search(And((rot, Not(Ids(frozenset({1, 3})))))) == {5, 7}
    assert search(Ids(frozenset())) == set()
    assert search(And(())) == set(range(1, 9))


def test_a_set_that_was_not_resolved_is_a_mistake_of_the_caller(bench: Bench) -> None:
    bench.put(document(1, "rot"))

    with pytest.raises(AssertionError):
        bench.engine.search(SetTerm("tag", "a"), limit=None, sort="newest")


def test_words_of_a_note_that_were_not_resolved_are_a_mistake_of_the_caller(tmp_path: Path) -> None:
    engine = create_index(tmp_path / "index", "x")
    engine.add([document(1, "rot")])
    engine.commit(1)

    with pytest.raises(AssertionError):
        engine.search(parse("note:rot").tree, limit=None, sort="newest")


def test_everything_sorted_by_day_then_id(bench: Bench) -> None:
    bench.put(
        document(3, sort_day="2026-01-01"),
        document(1, sort_day="2026-01-01"),
        document(2, sort_day="2026-05-01"),
        document(4, sort_day="2025-01-01"),
    )

    newest = bench.engine.search(Everything(), limit=None, sort="newest")
    oldest = bench.engine.search(Everything(), limit=None, sort="oldest")

    assert newest.ids == (2, 3, 1, 4)
    assert oldest.ids == (4, 1, 3, 2)


def test_a_limit_keeps_the_total(bench: Bench) -> None:
    bench.put(*(document(id, "rot", sort_day=f"2026-01-{id:02}") for id in range(1, 21)))

    for sort in ("newest", "relevance"):
        found = bench.engine.search(parse("rot").tree, limit=3, sort=sort)  # type: ignore[arg-type]

        assert found.total == 20
        assert found.ids == (20, 19, 18)
    assert bench.engine.search(parse("rot").tree, limit=0, sort="newest").ids == ()


def test_a_word_in_the_title_comes_first(bench: Bench) -> None:
    bench.put(
        document(1, "Vieles, auch Klima, und anderes."), document(2, "Worte", title="Klima"), document(3, "Anderes")
    )

    assert bench.find("klima") == [2, 1]


def test_a_document_added_again_replaces_the_old_one(bench: Bench) -> None:
    bench.put(document(1, "rot"), document(2, "rot"))
    bench.put(document(1, "blau"))

    assert bench.found("rot") == {2}
    assert bench.found("blau") == {1}
    assert bench.engine.search(Everything(), limit=None, sort="newest").total == 2


def test_a_document_twice_in_one_batch_counts_once(bench: Bench) -> None:
    bench.put(document(1, "rot"), document(1, "blau"))

    assert bench.found("rot") == set()
    assert bench.found("blau") == {1}


def test_a_document_removed_is_gone(bench: Bench) -> None:
    bench.put(document(1, "rot"), document(2, "rot"))
    bench.drop(1, 77)

    assert bench.found("rot") == {2}
    assert bench.found("-blau") == {2}


def test_the_position_is_that_of_the_last_commit(bench: Bench) -> None:
    assert bench.engine.position() == 0

    bench.put(document(1, "rot"))
    bench.drop()

    assert bench.engine.position() == 2


def test_facets_count_what_matches(bench: Bench) -> None:
    bench.put(
        document(1, "rot", site="taz", date="2026-01-01", section="Politik"),
        document(2, "rot", site="taz", date="2025-01-01", language="en"),
        document(3, "rot", host="faz.net"),
        document(4, "blau", site="taz"),
    )
    tree = parse("rot").tree

    assert bench.engine.facets(tree, "site") == {"taz": 2, "faz.net": 1}
    assert bench.engine.facets(tree, "year") == {"": 1, "2025": 1, "2026": 1}
    assert bench.engine.facets(tree, "language") == {"de": 2, "en": 1}
    assert bench.engine.facets(tree, "section") == {"": 2, "Politik": 1}
    assert list(bench.engine.facets(tree, "site")) == ["taz", "faz.net"]


def test_marks_are_places_of_the_words_as_they_stand(bench: Bench) -> None:
    text = "Die Häuser der Straße."

    marks = bench.engine.marks(parse("haus strasse").tree, text, language="de")

    assert [text[start:end] for start, end in marks] == ["Häuser", "Straße"]


def test_completion_gives_words_as_they_are_written(bench: Bench) -> None:
    bench.put(document(1, "Häuser und Regen"), document(2, "Häuser, Regierung"), document(3, "Regierungen Regierung"))

    assert bench.engine.complete("häu", limit=5) == ("häuser",)
    assert bench.engine.complete("Reg", limit=2) == ("regierung", "regen")
    assert bench.engine.complete("", limit=5) == ()
    assert bench.engine.complete("!", limit=5) == ()


def test_an_empty_engine_finds_nothing(bench: Bench) -> None:
    assert bench.find("rot") == []
    assert bench.find("rot*") == []
    assert bench.find('"rot blau"') == []
    assert bench.find("*rot* OR rot~ OR rot NEAR blau") == []
    assert bench.engine.facets(Everything(), "year") == {}
    assert bench.engine.complete("r", limit=3) == ()
    assert bench.engine.suggest("rot", limit=3) == ()
    assert bench.engine.similar(1, limit=3) == ()
    assert bench.engine.check([]) == ()


def test_a_search_that_was_stopped_ends_and_the_next_is_answered(bench: Bench) -> None:
    bench.put(document(1, "rot"))
    stopped = Progress()
    stopped.stop()

    with pytest.raises(Cancelled):
        bench.engine.search(parse("rot").tree, limit=None, sort="relevance", progress=stopped)

    assert bench.engine.search(parse("rot").tree, limit=None, sort="relevance", progress=Progress()).ids == (1,)


def test_a_stop_during_a_scan_leaves_the_other_documents_unread() -> None:
    progress, read = Progress(), list[int]()

    def documents(_ids: Collection[int] | None) -> Iterator[IndexDocument]:
        for id in range(1, 5001):
            read.append(id)
            if id == 1000:
                progress.stop()
            yield document(id, "rot")

    engine = SqlIndex(documents, position=lambda: 0)
    with pytest.raises(Cancelled):
        engine.search(parse("rot").tree, limit=None, sort="newest", progress=progress)

    assert read == list(range(1, 1001))


@pytest.mark.parametrize(
    "text",
    ["", "\0\0", "\ud800 lone", "🎈" * 50, "a " * 3000, "x" * 5000, "=haus", "= \0 =", "\u202e\u200d", "_ __ _a_"],
)
def test_odd_texts_are_taken_in(bench: Bench, text: str) -> None:
    bench.put(document(1, text, title=text, authors=(text,), site=text))

    assert bench.engine.search(Everything(), limit=None, sort="newest").ids == (1,)


def test_a_text_changed_behind_an_unchanged_id_is_found_anew(bench: Bench) -> None:
    for number, text in enumerate(["Häuser", "Gärten", "Häuser und Gärten"]):
        bench.put(document(1, text))

        assert bench.found("haus") == ({1} if "Häuser" in text else set()), number
        assert bench.found("garten") == ({1} if "Gärten" in text else set()), number


def test_relevance_is_the_same_however_documents_came_in(tmp_path: Path) -> None:
    documents = [document(id, "rot " * (id % 5) + "blau grün " * (id % 3), title=f"T{id % 4}") for id in range(1, 40)]
    whole, parts = create_index(tmp_path / "a", "x"), create_index(tmp_path / "b", "x")

    whole.add(documents)
    whole.commit(1)
    for number, one in enumerate(documents):
        parts.add([one])
        parts.commit(number)

    for query in ("rot", "rot blau", "t1 OR rot", "r*", '"blau grün"', "*ot*", "grun~", "rot NEAR/3 blau"):
        tree = parse(query).tree
        assert whole.search(tree, limit=None, sort="relevance") == parts.search(tree, limit=None, sort="relevance")
    parts.close()
    assert open_index(tmp_path / "b", "x").position() == 38


def test_check_says_what_differs_and_suggestions_are_of_what_is_there(bench: Bench) -> None:
    texts = ["Die Regierung tagt heute", "Regierung und Opposition", "Regierung ohne Opposition", "Der Regen fällt"]
    bench.put(*(document(id, text) for id, text in enumerate(texts, start=1)))
    bench.drop(4)

    assert bench.engine.check([1, 2, 3]) == ()
    assert set(bench.engine.suggest("Regirung", limit=3)) <= {"regierung"}
    assert set(bench.engine.suggest("Regan", limit=3)) <= {"regen"}
    assert bench.engine.suggest("Regirung", limit=0) == ()
    assert set(bench.engine.similar(2, limit=5)) <= {1, 3}
    assert len(bench.engine.similar(2, limit=1)) <= 1
    assert bench.engine.similar(99, limit=5) == ()
    assert "regierung" in bench.engine.complete("Reg", limit=5)


def test_merging_changes_no_answer(bench: Bench) -> None:
    for id in range(1, 20):
        bench.put(document(id, f"rot zahl{id}", site=f"Blatt {id % 3}", date=f"20{id + 9}-01-01"))
    bench.drop(3, 5)
    bench.put(document(7, "blau"))
    asked = ("rot", "-rot", "zahl1*", "date:2015..2020", '"rot zahl9"', "zahl3", "rot NEAR zahl12")
    before = [(bench.find(text, sort="newest"), bench.find(text, sort="oldest", limit=2)) for text in asked]
    facets = bench.engine.facets(Everything(), "site")

    bench.engine.merge(Progress())

    assert [(bench.find(text, sort="newest"), bench.find(text, sort="oldest", limit=2)) for text in asked] == before
    assert bench.engine.facets(Everything(), "site") == facets
    assert bench.engine.position() == bench.position
    bench.put(document(7, "rot zahl7"))
    assert bench.found("zahl7") == {7}


def test_a_facet_that_no_engine_knows_is_a_mistake_of_the_caller(bench: Bench) -> None:
    bench.put(document(1, "rot"))

    with pytest.raises(AssertionError):
        bench.engine.facets(Everything(), "author")
