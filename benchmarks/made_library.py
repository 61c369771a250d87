"""A library of made-up articles, the same for the same count: for benchmarks and for looking at the window."""

import io
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw

from clipper.library.library import Library
from clipper.model import Article, Found, Illustration, Metadata, Picture
from clipper.progress import Progress
from clipper.store.clippings import Addition
from clipper.urls import canonical

GROUP = 200
PLACES = (
    "harbour", "old mill", "town hall", "river", "north station", "market square", "university", "dike", "airport",
    "concert hall", "vineyard", "lighthouse", "library", "power plant", "tram line", "forest", "hospital", "bakery",
)  # fmt: skip
DEEDS = (
    "opens a month early", "closes for two years", "is to be sold", "finds a new owner", "splits the council",
    "draws record crowds", "runs on sun and wind", "is saved at the last minute", "wins a European prize",
    "gets a second chance", "floods again", "waits for a decision", "moves to the outskirts", "turns a hundred",
)  # fmt: skip
TAILS = (
    "", "", "", ", and neighbours are divided about what comes next", ": what the engineers had not expected",
    " after a long quarrel over money", " – and a bakery pays for it", ", says the mayor, “whatever it costs”",
)  # fmt: skip
SITES = (
    ("The Ferry Post", "ferrypost.example"), ("Der Talbote", "talbote.example"), ("The Gazette", "gazette.example"),
    ("Morgenblatt", "morgenblatt.example"), ("Lamplighter", "lamp.example"), ("Science Weekly", "sciweek.example"),
)  # fmt: skip
AUTHORS = ("Mary Longfield", "Jürgen Weiß", "Ellen Marsh", "Amadou Keita", "Käthe Böhm", "Tom Arkwright", "Li Na")
TAGS = (
    "city", "city/traffic", "city/housing", "energy", "energy/wind", "energy/solar", "culture", "culture/music",
    "health", "economy", "economy/labour",
    "science", "climate", "to check", "interview", "long read", "Portrait", "Verkehr",
)  # fmt: skip
SENTENCES = (
    "The work began two years ago and was to end in spring.",
    "“I have waited thirty years for this morning,” said a woman who keeps a bakery on the east bank.",
    "According to the city's engineer it cost three million less than planned.",
    "The council wants to decide on the numbers of one summer, whether it is still needed.",
    "Several hundred people stood behind the barriers before seven o'clock.",
    "A petition against the plan found eleven thousand names in a week.",
    "What happens to the old building is open; a museum and a school are being discussed.",
    "The state pays half of it, because the house from 1786 is a protected monument.",
    "Experts doubt the figures and ask for a second opinion before autumn.",
    "Nobody wanted to say on Tuesday when the first train will run.",
)
COLOURS = ("#32536b", "#7a5c3e", "#3f6b4f", "#6b3f55", "#4d4a7c", "#86693a", "#2f6f73", "#8a4b38")


def make(folder: Path, count: int) -> Library:
    """Make a library of count clippings with tags, pictures, some read and some starred; the index has them all."""
    library = Library(folder, "benchmark")
    chance = random.Random(count)
    pictures = [_picture(number) for number in range(24)]
    numbers = list(range(count))
    for first in range(0, count, GROUP):
        group = [_addition(number, chance, pictures) for number in numbers[first : first + GROUP]]
        added, _changes = library.clippings.add(group)
        ids = [one.id for one in added]
        library.clippings.set_read([id for id in ids if chance.random() < 0.6], True)
        library.clippings.set_starred([id for id in ids if chance.random() < 0.05], True)
    return library


def index(library: Library) -> None:
    """Let the index take all in."""
    library.open_index()
    library.catch_up_wholly(Progress())


def _addition(number: int, chance: random.Random, pictures: list[Picture]) -> Addition:
    site, host = chance.choice(SITES)
    title = f"{chance.choice(PLACES).capitalize()} {chance.choice(DEEDS)}{chance.choice(TAILS)}"
    paragraphs = list(_paragraphs(chance))
    day = date(2026, 11, 20) - timedelta(days=int(chance.expovariate(1 / 400)))
    picture = chance.choice(pictures) if chance.random() < 0.5 else None
    url = f"https://{host}/news/{number}"
    article = Article(
        metadata=Metadata(
            title=Found(title, "json-ld", 0.9),
            authors=Found((chance.choice(AUTHORS),) if chance.random() < 0.7 else None),
            date=Found(day.isoformat()),
            site=Found(site),
            language=Found("en"),
            image=Found(picture.url if picture else None),
        ),
        text="\n\n".join(paragraphs),
        html="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        illustrations=(Illustration(picture.url, caption="The scene on Tuesday.", credit="Made up"),)
        if picture
        else (),
        extractor="given",
    )
    tags = tuple(chance.sample(TAGS, chance.choice((0, 0, 1, 1, 2, 3))))
    added = datetime(2026, 11, 20, tzinfo=UTC) - timedelta(minutes=number)
    return Addition(
        page=None,
        article=article,
        url=url,
        key=canonical(url),
        pictures=(picture,) if picture else (),
        tags=tags,
        added=added.isoformat(),
    )


def _paragraphs(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randint(4, 9)):
        yield " ".join(chance.sample(SENTENCES, chance.randint(2, 5)))


def _picture(number: int) -> Picture:
    image = Image.new("RGB", (640, 420), COLOURS[number % len(COLOURS)])
    draw = ImageDraw.Draw(image)
    chance = random.Random(number)
    for _ in range(14):
        x, y, size = chance.randint(0, 640), chance.randint(120, 420), chance.randint(20, 160)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=chance.choice(COLOURS))
    draw.ellipse((480, 40, 560, 120), fill="#f3d9a0")
    out = io.BytesIO()
    image.save(out, "PNG")
    return Picture(f"https://pictures.example/{number}.png", out.getvalue(), "image/png", 640, 420)
