"""Every code that the floors below can give has a sentence of its own."""

import pytest

from clipper import errors
from clipper.answers import Outcome, Problem
from clipper.gui import sentences, wording
from clipper.model import FLAGS, Fault
from clipper.progress import Step

# The command line's contract.
CODES = [
    "no_host",
    "refused",
    "tls",
    "timeout",
    "status",
    "too_large",
    "private_address",
    "scheme",
    "redirects",
    "not_a_page",
    "empty",
    "damaged",
    "too_slow",
    "not_a_known_format",
]


@pytest.mark.parametrize("code", [*CODES, "not_found", "unexpected"])
def test_every_error_code_has_a_sentence(code: str) -> None:
    said = sentences.fault(Fault(code, "404" if code == "status" else "example.org"))

    assert said.endswith((".", "!"))
    assert "{" not in said
    assert said != sentences.fault(Fault("something_else", "example.org"))


@pytest.mark.parametrize(
    ("detail", "piece"),
    [("404", "not there"), ("403", "refuses"), ("429", "fewer"), ("500", "of its own"), ("418", "refuses"), ("", "")],
)
def test_a_status_says_what_to_do(detail: str, piece: str) -> None:
    assert piece in sentences.fault(Fault("status", detail))


def test_a_site_that_names_a_time_is_quoted_in_minutes() -> None:
    said = sentences.fault(Fault("status", "429", retry_after_s=90))

    assert "2" in said
    assert "%n" not in said


@pytest.mark.parametrize("code", FLAGS)
def test_every_flag_says_what_to_do(code: str) -> None:
    says, advice = sentences.flag(code)

    assert says.endswith(".")
    assert advice.endswith(".")


def test_every_kind_of_error_has_its_own_sentence() -> None:
    kinds = [
        errors.TooNewError("too_new", "9"),
        errors.BusyError("busy"),
        errors.DamagedError("damaged", path="/x/library.db"),
        errors.DamagedError("damaged", "missing", path="/x/library.db"),
        errors.NotFoundError("not_found", "7"),
        errors.SearchError("foreign"),
        errors.ExportError("exists", path="/x/a.pdf"),
        errors.ExportError("full"),
        errors.LibraryError("read_only"),
        errors.LibraryError("invalid", "tag"),
        errors.FetchError("no_host", "example.org"),
    ]

    said = [sentences.error(error) for error in kinds]

    assert len(set(said)) == len(kinds)
    assert not any("{" in sentence for sentence in said)


@pytest.mark.parametrize(
    "code",
    [
        "open_quote",
        "unknown_field:autor",
        "bad_date:2026-99",
        "unknown_value:is:odd",
        "bad_id:x",
        "no_near",
        "short_wildcard:*a*",
        "short_fuzzy:in",
        "wide_fuzzy:haus",
        "scheme",
        "file",
        "odd",
    ],
)
def test_a_complaint_quotes_what_was_odd(code: str) -> None:
    said = sentences.complaint(code)

    assert "{" not in said
    assert code.partition(":")[2] in said


@pytest.mark.parametrize("kind", [*wording.PROBLEMS, "unheard_of"])
def test_a_problem_has_words(kind: str) -> None:
    assert "{" not in sentences.problem(Problem(kind, id=7, path="/x"))


def test_a_detail_cannot_turn_the_reading_direction_or_fill_the_screen() -> None:
    said = sentences.fault(Fault("no_host", "\u202eevil\n" + "x" * 10_000 + "{detail}"))

    assert "\u202e" not in said
    assert "\n" not in said
    assert len(said) < 500


def test_an_outcome_that_is_kept_twice_says_so() -> None:
    assert "both" in sentences.outcome(Outcome("x", "added", 1, differs=True))
    assert sentences.outcome(Outcome("x", "known", 1)) != sentences.outcome(Outcome("x", "added", 1))


def test_a_step_that_is_a_name_is_shown_as_it_is() -> None:
    assert sentences.step(Step(1, 2, "An article")) == "An article"
    assert sentences.step(Step(1, 2, "fetch")) != "fetch"


def test_a_code_never_shows_in_a_sentence_about_the_library() -> None:
    said = [
        sentences.error(errors.DamagedError("damaged", "capture_digest")),
        sentences.error(errors.NotFoundError("no_capture", "7")),
        sentences.error(errors.LibraryError("no_folder", "replaced")),
        sentences.error(errors.ExportError("failed", "child")),
    ]

    for sentence in said:
        assert not any(code in sentence for code in ("digest", "capture", "7", "replaced", "child", "(", "_"))
