"""An index in which single bits have flipped: right answers, from it or from the store, never wrong ones in silence."""

import random
import shutil
from pathlib import Path

import pytest

from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

ASKED = (
    "heron", '"grey heron"', "her*", "river OR barn", "stand", "title:crane", "-owl", "date:2026", "~~",
    "rive~", "*arn",
)  # fmt: skip
TEXTS = (
    ("The heron", "A grey heron stood in the river. Ein Krankenhaus und Häuser."),
    ("The crane", "A crane crossed the river at dawn; herons follow it."),
    ("The owl", "An owl slept in the barn and stands still."),
    *((f"Number {number}", f"The grey sky over place number {number} of the marsh") for number in range(30)),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flipped") / "library"
    library = Library(folder, "mine")
    for title, text in TEXTS:
        date = Found("2026-03-01", "meta", 1.0)
        metadata = Metadata(title=Found(title, "text", 1.0), language=Found("en", "detected", 1.0), date=date)
        article = Article(metadata=metadata, text=text, html=f"<p>{text}</p>", extractor="given")
        library.clippings.add([Addition(None, article, None, None)])
        library.catch_up(Progress())
    library.close()
    return folder


def answers(library: Library) -> list[tuple[int, frozenset[int]]]:
    return [(found.total, frozenset(found.ids)) for found in map(library.find, ASKED)]


@pytest.mark.parametrize("seed", range(4))
def test_a_flipped_bit_gives_right_answers_and_is_mended(made: Path, tmp_path: Path, seed: int) -> None:
    whole = Library(made, "mine")
    right = answers(whole)
    whole.close()
    chance = random.Random(seed)
    for number in range(50):
        folder = tmp_path / str(number)
        shutil.copytree(made, folder)
        file = chance.choice(sorted(path for path in (folder / "index").iterdir() if path.suffix in (".seg", ".toc")))
        data = bytearray(file.read_bytes())
        at = chance.randrange(len(data))
        data[at] ^= 1 << chance.randrange(8)
        file.write_bytes(data)

        library = Library(folder, "mine")
        found = answers(library)
        library.catch_up(Progress())
        later = answers(library)
        library.close()

        assert found == right, (file.name, at)
        assert later == right, (file.name, at)
        shutil.rmtree(folder)
