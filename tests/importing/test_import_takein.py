"""What was handed in and could not be read, read again; what brings its own text; lists of thousands."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from clipper.answers import Outcome
from clipper.app import App
from clipper.progress import Progress
from clipper.settings import Settings

TEXT = "A grey heron stood in the river and waited for the morning to pass. " * 8
PAGE = f"<html lang=en><title>The heron</title><article><h1>The heron</h1><p>{TEXT}</p></article></html>"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = App(tmp_path / "library", Settings())
    yield opened
    opened.close()


def clip(app: App, given: Path | str) -> list[Outcome]:
    told: list[Outcome] = []
    app.clip([str(given)], Progress(), told.append)
    return told


def retry(app: App) -> list[Outcome]:
    told: list[Outcome] = []
    app.retry([row.id for row in app.library.intake.rows() if row.state == "failed"], Progress(), told.append)
    return told


def write_articles(path: Path, text: str) -> None:
    path.write_text(json.dumps({"url": "https://example.org/heron", "title": "Heron", "text": text}) + "\n")


def test_a_file_that_was_missing_is_clipped_at_the_next_try(app: App, tmp_path: Path) -> None:
    (failed,) = clip(app, tmp_path / "heron.html")
    (tmp_path / "heron.html").write_text(PAGE)

    (outcome,) = retry(app)

    assert failed.error is not None
    assert failed.error.code == "not_found"
    assert (outcome.outcome, outcome.title) == ("added", "The heron")
    assert app.library.intake.rows() == ()


def test_a_list_nobody_could_read_stays_with_its_reason_until_it_is_mended(app: App, tmp_path: Path) -> None:
    file = tmp_path / "articles.csv"
    file.write_text("no,column,of,addresses\n1,2,3,4\n")
    (first,) = clip(app, file)

    (second,) = retry(app)

    assert first.error is not None
    assert second.error == first.error
    assert second.intake == first.intake
    file.write_text("title,url\nHeron,ftp://example.org/heron\n")
    (third,) = retry(app)
    assert third.outcome == "failed"
    assert len(app.library.intake.rows()) == 1


def test_articles_that_were_missing_are_added_at_the_next_try(app: App, tmp_path: Path) -> None:
    clip(app, tmp_path / "articles.jsonl")
    write_articles(tmp_path / "articles.jsonl", TEXT)

    (outcome,) = retry(app)

    assert (outcome.outcome, outcome.title) == ("added", "Heron")
    assert app.library.intake.rows() == ()


def test_a_source_named_from_here_is_found_from_elsewhere(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text("no,column\n1,2\n")
    (failed,) = clip(app, "list.csv")
    monkeypatch.chdir("/")
    write_articles(tmp_path / "list.csv", TEXT)

    (again,) = retry(app)

    assert failed.given == "list.csv"
    assert again.error is not None
    assert again.error.code != "not_found"


def test_articles_in_a_folder_are_compared_with_what_is_there(app: App, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write_articles(folder / "a.jsonl", TEXT)
    clip(app, folder)
    write_articles(folder / "a.jsonl", TEXT + "And then it rained.")

    (other,) = clip(app, folder)
    (same,) = clip(app, folder)

    assert (other.outcome, other.differs) == ("added", True)
    assert (same.outcome, same.id) == ("known", other.id)


def test_only_failed_rows_are_looked_through_for_what_comes_again(app: App, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("".join(f"https://example.org/{number}\n" for number in range(1200)))

    taken = app.take_in([str(tmp_path / "list.txt"), str(tmp_path / "missing.html")])

    assert len(taken.waiting) == 1200
    failed = [row for row in app.library.intake.rows() if row.state == "failed"]
    assert [row.request.given for row in failed] == [str(tmp_path / "missing.html")]


def test_articles_of_a_file_are_committed_in_groups(app: App, tmp_path: Path) -> None:
    lines = [json.dumps({"title": f"Heron {number}", "text": f"{TEXT}{number}"}) for number in range(450)]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines))

    told = clip(app, tmp_path / "articles.jsonl")

    with closing(sqlite3.connect(tmp_path / "library" / "library.db")) as connection:
        (groups,) = connection.execute("SELECT count(DISTINCT time) FROM changes WHERE kind = 'added'").fetchone()
    assert len(told) == 450
    assert 3 <= groups < 90  # three, if nothing else runs on the machine
