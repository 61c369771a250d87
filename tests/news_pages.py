"""A small news site of our own, in German and English: pages with pictures, for every test that needs a real page."""

import struct
import zlib

ENGLISH = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Harbour bridge opens a month early - The Ferry Post</title>
<link rel="canonical" href="{base}/news/harbour-bridge-opens-early.html">
<meta property="og:site_name" content="The Ferry Post">
<meta property="og:title" content="Harbour bridge opens a month early">
<meta property="og:image" content="{base}/pictures/bridge.png">
<meta name="author" content="Mary Longfield">
<meta property="article:published_time" content="2026-03-14T08:30:00+00:00">
</head><body>
<nav><a href="/">Home</a> <a href="/news/">News</a></nav>
<article>
<h1>Harbour bridge opens a month early</h1>
<p class="byline">By Mary Longfield</p>
<figure><img src="/pictures/bridge.png" alt="A bridge over water">
<figcaption>The bridge on its first morning. Photo: Ferry Post</figcaption></figure>
<p>The new harbour bridge was opened to walkers and cyclists on Saturday morning, four weeks before the date that the
city had promised when the work began two years ago.</p>
<p>Several hundred people waited behind the barriers before seven o'clock, many of them with children on their
shoulders. “I have crossed this water by ferry for thirty years,” said Ellen Marsh, who keeps a bakery on the east
bank. “This morning I came on foot, and it took me nine minutes.”</p>
<p>The bridge is 640 metres long and rests on five piers. According to the city's engineer it cost 84 million, three
million less than planned, because the piers of an older railway crossing could be used again.</p>
<p>The ferry will go on sailing until the end of September. After that the council wants to decide, on the numbers of
one summer, whether it is still needed at the weekend.</p>
<p>Buses are to follow in May. Cars will not be let onto the bridge at all, which had been the subject of a long quarrel
in the council and of two petitions.</p>
</article>
<footer>About us · Imprint</footer>
</body></html>
"""

GERMAN = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8">
<title>Bücherei zieht in die alte Mühle - Der Talbote</title>
<link rel="canonical" href="{base}/nachrichten/buecherei-zieht-in-die-muehle.html">
<meta property="og:site_name" content="Der Talbote">
<meta property="og:title" content="Bücherei zieht in die alte Mühle">
<meta property="og:image" content="{base}/pictures/muehle.png">
<meta name="author" content="Jürgen Weiß">
<meta property="article:published_time" content="2026-02-03T06:00:00+01:00">
</head><body>
<nav><a href="/">Start</a> <a href="/nachrichten/">Nachrichten</a></nav>
<article>
<h1>Bücherei zieht in die alte Mühle</h1>
<p class="byline">Von Jürgen Weiß</p>
<figure><img src="/pictures/muehle.png" alt="Eine Mühle am Bach">
<figcaption>Die Mühle am Bach stand zwölf Jahre leer. Foto: Talbote</figcaption></figure>
<p>Nach langem Streit ist es entschieden: Die Stadtbücherei verlässt im Herbst ihre engen Räume über der Sparkasse und
zieht in die alte Mühle am Bach. Der Gemeinderat stimmte am Dienstagabend mit großer Mehrheit dafür.</p>
<p>„Wir haben auf diesen Tag gewartet“, sagte Büchereileiterin Käthe Böhm. In den neuen Räumen gebe es Platz für 40.000
Bücher, doppelt so viele wie bisher, und endlich eine Ecke, in der Jugendliche nicht flüstern müssten.</p>
<p>Der Umbau kostet nach Angaben der Stadtverwaltung 3,2 Millionen Euro. Die Hälfte davon übernimmt das Land, weil das
Gebäude aus dem Jahr 1786 unter Denkmalschutz steht. Das Mühlrad soll sich wieder drehen und Strom für die Lampen
liefern.</p>
<p>Gegen den Umzug stimmten zwei Räte, die sich Parkplätze vor der Tür gewünscht hätten. Die nächste Haltestelle liegt
vier Minuten entfernt; von dort fährt der Bus künftig alle zehn Minuten.</p>
<p>Wer beim Tragen der Bücher helfen möchte, kann sich bis Ende August melden. Geplant ist eine Menschenkette vom
Marktplatz bis zur Mühle, wie vor vierzig Jahren beim letzten Umzug.</p>
</article>
<footer>Über uns · Impressum</footer>
</body></html>
"""

PAPER = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The Ferry Post</title></head><body>
<h1>The Ferry Post</h1>
<ul><li><a href="{base}/news/harbour-bridge-opens-early.html">Harbour bridge opens a month early</a></li>
<li><a href="{base}/nachrichten/buecherei-zieht-in-die-muehle.html">Bücherei zieht in die alte Mühle</a></li></ul>
</body></html>
"""


def png(width: int = 640, height: int = 400, *, colour: tuple[int, int, int] = (60, 110, 160)) -> bytes:
    """Draw a picture of one colour with a lighter lower third."""
    light = tuple(min(255, part + 60) for part in colour)
    rows = b"".join(b"\0" + bytes(light if y > height * 2 // 3 else colour) * width for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def article(number: int, *, picture: bool = False) -> str:
    """Write an article of its own for a number: no two are alike, so that none counts as known."""
    words = ("river", "market", "library", "station", "garden", "theatre", "council", "school", "museum", "harbour")
    place, other = words[number % 10], words[(number // 10 + 3) % 10]
    shown = (
        '<figure><img src="/pictures/bridge.png" alt=""><figcaption>Seen today.</figcaption></figure>'
        if picture
        else ""
    )
    paragraphs = "".join(
        f"<p>Report {number}, part {part}: the {place} near the {other} was measured again in turn {number * 7 + part}"
        f" and {number * 13 + part * 5} people came to see it. The mayor said that the work at the {place} would go on"
        f" through winter number {number}, whatever the weather brings to the {other}.</p>"
        for part in range(1, 6)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report {number} from the {place}</title>'
        f"</head><body><article><h1>Report {number} from the {place}</h1>{shown}{paragraphs}</article></body></html>"
    )
