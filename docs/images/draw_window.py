"""Draws window.png and window-dark.png: the real window over made-up news. Run: python docs/images/draw_window.py."""

import io
import math
import os
import random
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from PIL import Image, ImageColor, ImageDraw, ImageFilter  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from clipper.app import App  # noqa: E402
from clipper.gui.jobs import Runner  # noqa: E402
from clipper.gui.main import translate  # noqa: E402
from clipper.gui.session import Session  # noqa: E402
from clipper.gui.theme import Theme  # noqa: E402
from clipper.gui.window import MainWindow  # noqa: E402
from clipper.model import Article, Found, Illustration, Metadata, Picture  # noqa: E402
from clipper.settings import Settings  # noqa: E402
from clipper.store.clippings import Addition  # noqa: E402
from clipper.urls import canonical  # noqa: E402

SIZE = (1400, 880)
PICTURE = (1200, 720)
# Sky above, sky at the horizon, then the ranges from far to near.
SCENES = {
    "dawn": ("#7fa3c7", "#f6d9b8", "#a9b4bf", "#6f8796", "#45616f", "#263f4a"),
    "dusk": ("#3b4a74", "#f0a88a", "#a0738c", "#6d5578", "#463d61", "#27264a"),
    "meadow": ("#9cc7dd", "#eef3e2", "#b5c9a8", "#86a877", "#5c8457", "#385f40"),
    "desert": ("#e7b98b", "#fbe9cf", "#d99f74", "#bd7a55", "#8f553f", "#5f382f"),
    "night": ("#141d38", "#4a5f86", "#34466b", "#263556", "#1a2742", "#0f1830"),
    "mist": ("#c3d3d6", "#eef1ee", "#b9c7c6", "#93a8a7", "#6c8584", "#4a6463"),
}
FERRY = """
For a hundred and four years the little ferry has crossed the Wilme with a rattle that could be heard up in
the vineyards. Since Monday it can only be seen: an electric motor the size of a suitcase has taken the place
of the old diesel, and the ferryman has had to learn to ring a bell.

“At first people did not notice that we had cast off,” says Ida Brandt, who has stood at the wheel for
nineteen years. “They went on talking about the weather until the other bank was there.”

The batteries lie under the benches and are filled at night, when the mill upstream has more power than it can
sell. One charge is enough for sixty crossings; on an ordinary day there are forty.

Paid for in small coin

The town gave a third of the money. The rest came from a jar on the counter of the bakery, from a concert in
the boathouse and from the sale of the old engine, which now stands, polished, in a museum two valleys away.

What will be done with the quiet has not been decided. The council is thinking of a bench; the anglers are
thinking of nothing in particular, and say that this is the point.
"""


@dataclass(frozen=True, slots=True)
class Story:
    """One made-up article."""

    title: str
    site: str
    author: str
    days: int
    text: tuple[str, ...]
    tags: tuple[str, ...] = ()
    scene: str = ""
    read: bool = False
    starred: bool = False


STORIES = (
    Story(
        "A bookshop opens at night for those who cannot sleep",
        "The Lantern",
        "Tom Arkwright",
        0,
        ("Between eleven and four the lamps are low, the tea is free and nobody asks what you are looking for.",),
        ("Culture/Books",),
        "night",
    ),
    Story(
        "The quiet ferry: how a small town changed its oldest engine",
        "River Post",
        "Mary Longfield",
        1,
        tuple(" ".join(part.split()) for part in FERRY.strip().split("\n\n")),
        ("Energy", "Towns/River"),
        "dawn",
        starred=True,
    ),
    Story(
        "Why the last telephone box in the valley rings on Sundays",
        "The Gazette",
        "Ellen Marsh",
        2,
        ("A retired postman calls it from his kitchen, and somebody always answers.",),
        ("Towns",),
    ),
    Story(
        "Sand dunes sing, and a student has found out in which key",
        "Science Weekly",
        "Amadou Keita",
        3,
        ("Grains of one size slide in step; the slope does the rest. The desert, it turns out, hums a low F.",),
        ("Science",),
        "desert",
    ),
    Story(
        "Ein Garten für alle, und niemand hat den Schlüssel",
        "Der Talbote",
        "Käthe Böhm",
        4,
        ("Wo früher Züge wendeten, wachsen jetzt Bohnen. Wer vorbeikommt, gießt; wer Hunger hat, erntet.",),
        ("Towns/Gardens",),
        "meadow",
        read=True,
    ),
    Story(
        "The cartographer of fog draws what nobody can see",
        "Science Weekly",
        "Li Na",
        6,
        ("Her maps are valid for an afternoon. Pilots, shepherds and one painter have subscribed to them.",),
        ("Science/Weather", "Long reads"),
        "mist",
        read=True,
        starred=True,
    ),
    Story(
        "Choir of engineers rehearses inside an empty gas tank",
        "Harbour Echo",
        "Jürgen Weiß",
        8,
        ("One note lasts for twenty seconds there. They sing slowly.",),
        ("Culture/Music",),
        "dusk",
        read=True,
    ),
    Story(
        "A bridge that folds itself away when nobody crosses",
        "River Post",
        "Mary Longfield",
        11,
        ("It listens for footsteps, and it has learned to tell a dog from a stroller.",),
        ("Towns/River",),
        read=True,
    ),
)


def scene(name: str) -> bytes:
    """Draw a landscape: a sky, a sun or moon, ranges of hills."""
    chance, colours = random.Random(name), SCENES[name]
    width, height = (2 * edge for edge in PICTURE)
    image = Image.new("RGB", (width, height), colours[1])
    draw = ImageDraw.Draw(image)
    for y in range(height):
        draw.line((0, y, width, y), fill=_mixed(colours[0], colours[1], min(1.0, y / (height * 0.62))))
    x, y, radius = width * chance.uniform(0.6, 0.8), height * chance.uniform(0.2, 0.34), height * 0.075
    glow = Image.new("L", (width, height), 0)
    ImageDraw.Draw(glow).ellipse((x - 3 * radius, y - 3 * radius, x + 3 * radius, y + 3 * radius), fill=110)
    light = Image.new("RGB", (width, height), "#fff4dc")
    image.paste(light, mask=glow.filter(ImageFilter.GaussianBlur(radius * 1.2)))
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill="#fff6e0")
    for number, colour in enumerate(colours[2:]):
        base = height * (0.52 + 0.125 * number)
        waves = [
            (chance.uniform(0.5, 1.2) * (0.5 * number + 1), chance.uniform(0, 7), 0.06 / (k + 1)) for k in range(3)
        ]
        ridge = [
            (at, base - height * sum(size * math.sin(turns * 6.3 * at / width + start) for turns, start, size in waves))
            for at in range(0, width + 8, 8)
        ]
        draw.polygon([(0, height), *ridge, (width, height)], fill=colour)
    out = io.BytesIO()
    image.resize(PICTURE, Image.Resampling.LANCZOS).save(out, "JPEG", quality=88)
    return out.getvalue()


def _mixed(first: str, second: str, share: float) -> tuple[int, ...]:
    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


def addition(story: Story, number: int) -> Addition:
    """Make a story a clipping."""
    host = f"{story.site.lower().replace(' ', '')}.example"
    url = f"https://{host}/{number}"
    pictures = ()
    if story.scene:
        pictures = (Picture(f"https://{host}/{story.scene}.jpg", scene(story.scene), "image/jpeg", *PICTURE),)
    html = "".join(f"<h2>{part}</h2>" if len(part) < 40 else f"<p>{part}</p>" for part in story.text)
    day = datetime(2026, 11, 23, 8, tzinfo=UTC) - timedelta(days=story.days)
    article = Article(
        metadata=Metadata(
            title=Found(story.title),
            authors=Found((story.author,)),
            date=Found(day.date().isoformat()),
            site=Found(story.site),
            language=Found("de" if "für" in story.title else "en"),
            image=Found(pictures[0].url if pictures else None),
        ),
        text="\n\n".join(story.text),
        html=html,
        illustrations=tuple(
            Illustration(one.url, caption="The landing below the vineyards, early on Monday.", credit="Own drawing")
            for one in pictures
        ),
        extractor="given",
    )
    return Addition(
        page=None,
        article=article,
        url=url,
        key=canonical(url),
        pictures=pictures,
        tags=story.tags,
        added=day.isoformat(),
    )


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Fill a library, open the window over it in both schemes, keep what it looks like."""
    qt = QApplication([])
    qt.setStyle("Fusion")
    translate(qt, "en")
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner()
        app = App(Path(folder) / "library", Settings())
        added, _changes = app.library.clippings.add([addition(story, at) for at, story in enumerate(STORIES)])
        ids = [one.id for one in added]
        app.library.clippings.set_read([id for id, story in zip(ids, STORIES, strict=True) if story.read], True)
        app.library.clippings.set_starred([id for id, story in zip(ids, STORIES, strict=True) if story.starred], True)
        theme = Theme(qt, "light")
        for scheme, name in (("light", "window.png"), ("dark", "window-dark.png")):
            theme.choose(scheme)
            window = MainWindow(
                replace(Settings(), scheme=scheme, mark_read=False), Session(selected=(ids[1],)), theme, runner
            )
            window.resize(*SIZE)
            window.show()
            window.take_app(app)
            window.panes.outer.setSizes([220, SIZE[0] - 220])
            window.panes.inner.setSizes([430, SIZE[0] - 650])
            window.panes.list.setFocus()
            wait(2500)
            window.grab().toImage().save(str(HERE / name))
            window.close()
        runner.close(10)
        app.close()


if __name__ == "__main__":
    main()
