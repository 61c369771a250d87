"""One rotating log file in one format."""

import logging
import logging.handlers
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"


def start(folder: Path) -> Path:
    """Write the log of this process to folder/clipper.log (1 MB, three kept) and give its path.

    A folder that cannot be written is no reason not to start: then nothing is logged to a file.
    """
    target = folder / "clipper.log"
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for noisy in ("httpx", "httpcore", "trafilatura", "htmldate", "charset_normalizer", "courlan", "PIL", "fontTools"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL if noisy == "trafilatura" else logging.WARNING)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            target, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
        target.touch()
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    return target
