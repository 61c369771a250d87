"""File names of documents."""

from export_documents import document
from hypothesis import given
from hypothesis import strategies as st

from clipper.exporting import names


def test_a_name_is_the_day_and_the_title() -> None:
    made = names.file_name(document(title="Was nun?", date="2026-11-23T23:50:00-08:00"), ".pdf", set())

    assert made == "2026-11-23 Was nun.pdf"


def test_a_document_without_a_date_is_named_by_the_day_of_clipping() -> None:
    assert names.file_name(document(title="Titel", date=None), ".pdf", set()) == "2026-11-24 Titel.pdf"


def test_a_name_that_is_taken_in_another_case_gets_a_number() -> None:
    taken: set[str] = set()
    made = []
    for title in ("Bär", "BÄR", "Ba\u0308r"):
        made.append(names.file_name(document(title=title), ".pdf", taken))
        taken.add(names.key(made[-1]))

    assert made == ["2026-11-23 Bär.pdf", "2026-11-23 BÄR (2).pdf", "2026-11-23 Bär (3).pdf"]


@given(st.text(max_size=400), st.sampled_from([None, "2026-01-02", "x"]))
def test_any_title_gives_a_name_that_all_systems_take(title: str, date: str | None) -> None:
    first = names.file_name(document(title=title, date=date), ".pdf", set())
    second = names.file_name(document(title=title, date=date), ".pdf", {names.key(first)})

    for name in (first, second):
        assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
        assert len(name.encode()) <= 140
        assert name.endswith(".pdf")
        assert name[:-4].strip(" .") == name[:-4]
    assert names.key(first) != names.key(second)
