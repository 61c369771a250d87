"""A small newspaper on loopback for the end-to-end tests: a front page to drag from, articles, a picture."""

import io
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from PIL import Image

FOLDER = Path(__file__).with_name("pages")
PAGES = {
    "/": "front.html",
    "/ort/leise-faehre-auf-der-wilme": "ferry.html",
    "/ort/ein-garten-fuer-alle": "garden.html",
    "/ort/die-turmuhr-schlaegt": "clock.html",
}
FERRY = "/ort/leise-faehre-auf-der-wilme"
FERRY_TITLE = "Die kleine Fähre bekommt einen leisen Motor"
GARDEN = "/ort/ein-garten-fuer-alle"
CLOCK = "/ort/die-turmuhr-schlaegt"
GARDEN_TITLE = "Am Stadtrand wächst ein Garten für alle"


class Newspaper:
    """The newspaper's web server. told: what the front page's script and the fetches have said so far."""

    def __init__(self) -> None:
        self.told: list[str] = []
        newspaper = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                newspaper.told.append(self.path.removeprefix("/told/"))
                body, media_type = newspaper.answer(self.path)
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Type", media_type)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self._server.server_port}"
        self._picture = picture()

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str) -> tuple[bytes | None, str]:
        """Give body and media type of a page; None for what is not there."""
        if path in PAGES:
            text = FOLDER.joinpath(PAGES[path]).read_text(encoding="utf-8")
            return text.replace("{root}", self.root).encode(), "text/html; charset=utf-8"
        if path == "/bild.jpg":
            return self._picture, "image/jpeg"
        return (b"", "text/plain") if path.startswith("/told/") else (None, "text/plain")


def picture() -> bytes:
    """Draw a shore at dawn, the same each time."""
    chance = random.Random(7)
    image = Image.new("RGB", (640, 360))
    for y in range(360):
        shade = (250 - y // 3, 190 - y // 4, 150 + y // 5) if y < 200 else (60, 90 + y // 6, 120 + y // 8)
        for x in range(640):
            ripple = chance.randrange(12) if y >= 200 else 0
            image.putpixel((x, y), tuple(part + ripple for part in shade))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()
