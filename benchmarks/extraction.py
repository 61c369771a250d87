#!/usr/bin/env python3
"""How well and how fast articles are read, beside plain trafilatura.

    python benchmarks/extraction.py [--sets zyte news80 news wcxb] [--rounds 3] [--models FOLDER]

Quality: ../shared/evaluation/extraction.py on each set, all extractors in one run: F1 of the body (four-word
shingles), share of pages that are exactly right, and title, authors and date where the set knows them. Each page is
read with a model that has seen no page of its site: those of FOLDER, made there by extraction_training.py --folds
where they are missing. Peers that are not installed are left out (pip install ".[peers]"). The authors and dates of
zyte are in zyte_bylines.json: read off its pages for this purpose, without a look at any extractor's answers; half of
them twice, and the two lists agreed but for three names of accounts. The date is the day that readers see, which may
be another than that of the moment in UTC. Speed: the first 150 pages of zyte and news in name order, from bytes to
the finished article; each page is read by both in turn, in one process; then the same pages through the pool of
worker processes. Medians of ROUNDS rounds.
"""

import argparse
import gzip
import importlib.util
import json
import shlex
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EVALUATION = SHARED / "evaluation" / "extraction.py"
IN_MANY_LANGUAGES = ("news", "news80")
TRAFILATURA = {"precision": {"favor_precision": True}, "default": {}, "fast": {"fast": True}}
OTHERS = {"readability": "readability", "newspaper": "newspaper", "resiliparse": "resiliparse"}  # with their modules
PEERS = ("clipper", *TRAFILATURA, *OTHERS)

Answer = dict[str, Any]
Reader = Callable[[bytes, str | None], Answer]


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="*", default=["zyte", "news80", "news", "wcxb"])
    parser.add_argument("--peers", nargs="*", default=PEERS, choices=PEERS)
    parser.add_argument("--models", type=Path, default=Path(tempfile.gettempdir(), "clipper-models"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--serve", choices=PEERS, help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.serve:
        serve(reader(words.serve, words.models))
        return
    peers = [peer for peer in words.peers if peer not in OTHERS or importlib.util.find_spec(OTHERS[peer])]
    if "clipper" in peers and words.sets and not (words.models / "folds.json").exists():
        command = [sys.executable, str(ROOT / "benchmarks" / "extraction_training.py"), "--folds", str(words.models)]
        subprocess.run(command, check=True)
    for name in words.sets:
        print_quality(name, peers, words.models)
    if not words.no_speed:
        print_speed(words.rounds)


def reader(name: str, models: Path | None = None) -> Reader:
    """Give the function that reads a page as this extractor does. Imports only what it needs."""
    if name == "clipper":
        return read_with_clipper(models)
    if name in OTHERS:
        return read_with_other(name)
    from trafilatura import bare_extraction

    options = TRAFILATURA[name]

    def read(body: bytes, url: str | None) -> Answer:
        found = bare_extraction(body, url=url, with_metadata=True, **options)
        if found is None:
            return {"articleBody": ""}
        fields = {"title": found.title, "author": found.author, "date": found.date, "site": found.sitename}
        return {"articleBody": found.text, **fields}

    return read


def read_with_clipper(models: Path | None) -> Reader:
    """Read with the model that comes with the program, or each site with the one of models that has not seen it."""
    sys.path.insert(0, str(ROOT))
    from clipper.extraction.article import extract
    from clipper.extraction.job import Job
    from clipper.extraction.weighing import read_model, shipped
    from clipper.urls import registrable_domain

    folds = json.loads((models / "folds.json").read_text("utf-8")) if models else {}
    read_models = [read_model(models / f"{fold}.npz") for fold in sorted(set(folds.values()))] if models else []

    def read(body: bytes, url: str | None) -> Answer:
        site = registrable_domain(url) if url else ""
        model = read_models[folds.get(site, 0)] if read_models else shipped()
        article = extract(Job(body=body, url=url, charset=None), model=model)
        found = article.metadata
        fields = {"title": found.title.value, "authors": found.authors.value or (), "date": found.date.value}
        return {"articleBody": article.text, "site": found.site.value, "language": found.language.value, **fields}

    return read


def read_with_other(name: str) -> Reader:
    """Read with a peer that is no trafilatura."""
    if name == "readability":
        import readability
        from lxml import html

        def read(body: bytes, _url: str | None) -> Answer:
            document = readability.Document(body)
            tree = html.fromstring(document.summary(html_partial=True))
            return {"articleBody": "\n\n".join(tree.itertext()), "title": document.short_title()}

    elif name == "newspaper":
        import newspaper

        def read(body: bytes, url: str | None) -> Answer:
            found = newspaper.Article(url or "https://example.org/a", fetch_images=False)
            found.download(input_html=body.decode("utf-8", "replace"))
            found.parse()
            date = found.publish_date.date().isoformat() if found.publish_date else None
            return {"articleBody": found.text, "title": found.title, "authors": found.authors, "date": date}

    else:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding

        def read(body: bytes, _url: str | None) -> Answer:
            page = bytes_to_str(body, detect_encoding(body))
            return {"articleBody": extract_plain_text(page, main_content=True, comments=False)}

    return lambda body, url: tried(read, body, url)


def tried(read: Reader, body: bytes, url: str | None) -> Answer:
    """A page that a peer cannot read counts as empty: each has exceptions of its own."""
    try:
        return read(body, url)
    except Exception as error:  # noqa: BLE001 - whatever a peer raises
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return {"articleBody": ""}


def serve(read: Reader) -> None:
    """Answer the evaluation's questions, one JSON line a page."""
    for line in sys.stdin:
        asked = json.loads(line)
        answer = read(Path(asked["path"]).read_bytes(), asked.get("url"))
        print(json.dumps({"id": asked["id"], **answer}), flush=True)


def print_quality(name: str, peers: list[str], models: Path) -> None:
    """Run the evaluation of one set and print its table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = with_bylines(SHARED / "pages" / name, Path(scratch))
        command = [sys.executable, str(EVALUATION), "--set", str(folder), "--json", "--bootstrap", "0"]
        command += ["--cjk"] if name in IN_MANY_LANGUAGES else []
        for peer in peers:
            command += ["--pred", shlex.join([sys.executable, __file__, "--serve", peer, "--models", str(models)])]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    print(f"{name:<14}{'F1':>8}{'exact':>8}{'title':>8}{'authors':>9}{'invented':>10}{'date':>7}{'wrong':>7}{'ms':>7}")
    for peer, line in zip(peers, done.stdout.splitlines(), strict=False):
        found = json.loads(line)
        print(
            f"  {peer:<12}{found['f1']:>8.4f}{found['accuracy']:>8.3f}" + fields(found) + f"{found['ms_median']:>7.1f}"
        )
    print(flush=True)


def with_bylines(pages: Path, scratch: Path) -> Path:
    """Give the folder of a set, or one like it whose truth has the authors and dates that we know."""
    known = ROOT / "benchmarks" / f"{pages.name}_bylines.json"
    if not known.exists():
        return pages
    truth, bylines = (json.loads(file.read_text("utf-8")) for file in (pages / "ground-truth.json", known))
    merged = {page: {**told, **bylines.get(page, {})} for page, told in truth.items()}
    (scratch / "ground-truth.json").write_text(json.dumps(merged), "utf-8")
    (scratch / "html").symlink_to(pages / "html")
    return scratch


def fields(found: Answer) -> str:
    """Give the columns of title, authors and date; "-" where the set does not know them."""
    title, authors, date = (found["metadata"].get(field) or {} for field in ("title", "authors", "date"))
    columns = (
        (f"{title['exact'] / title['n']:.2f}" if title else "-", 8),
        (f"{authors['f1_sum'] / authors['n']:.2f}" if authors else "-", 9),
        (f"{authors.get('invented', 0)}/{authors['n_none']}" if authors.get("n_none") else "-", 10),
        (f"{date['exact']}" if date else "-", 7),
        (f"{date.get('wrong', 0)}" if date else "-", 7),
    )
    return "".join(f"{text:>{width}}" for text, width in columns)


def print_speed(rounds: int) -> None:
    """Read the same pages with both in turn, then through the pool."""
    pages = [body for name in ("zyte", "news") for body in read_pages(SHARED / "pages" / name)][:150]
    ours, plain = reader("clipper"), reader("precision")
    for body in pages[:5]:
        ours(body, None)
        plain(body, None)
    times: dict[str, list[float]] = {"clipper": [], "precision": [], "pool": []}
    cpu: dict[str, list[float]] = {"clipper": [], "precision": []}
    for _ in range(rounds):
        spent = {"clipper": [0.0, 0.0], "precision": [0.0, 0.0]}
        for body in pages:
            for name, read in (("clipper", ours), ("precision", plain)):
                wall, own = time.perf_counter(), time.process_time()
                read(body, "https://news.example/town/page")
                spent[name][0] += time.perf_counter() - wall
                spent[name][1] += time.process_time() - own
        for name, (wall, own) in spent.items():
            times[name].append(wall)
            cpu[name].append(own)
        times["pool"].append(through_pool(pages))
    print(f"{len(pages)} pages, median of {rounds} rounds{'wall s':>12}{'cpu ms/page':>14}")
    for name, label in (("precision", "trafilatura precision + metadata"), ("clipper", "clipper, one process")):
        milliseconds = 1000 * statistics.median(cpu[name]) / len(pages)
        print(f"  {label:<32}{statistics.median(times[name]):>10.2f}{milliseconds:>14.1f}")
    pool, base = statistics.median(times["pool"]), statistics.median(times["precision"])
    print(f"  {'clipper, two worker processes':<32}{pool:>10.2f}{'':>14}  ({pool / base:.2f} of trafilatura's time)")


def read_pages(folder: Path) -> list[bytes]:
    """Give the pages of a set in name order."""
    files = sorted((folder / "html").iterdir())
    return [gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes() for file in files]


def through_pool(pages: list[bytes]) -> float:
    """Give the seconds that two warm worker processes take for all pages."""
    from clipper.extraction.pool import Extraction
    from clipper.model import Page

    extraction = Extraction(size=2)
    made = [Page(None, datetime.now(UTC), body, None, ()) for body in pages]
    rest = iter(made)

    def work() -> None:
        for page in rest:
            extraction.extract(page)

    together([threading.Thread(target=extraction.extract, args=(made[0],)) for _ in range(2)])
    start = time.perf_counter()
    together([threading.Thread(target=work) for _ in range(2)])
    spent = time.perf_counter() - start
    extraction.close()
    return spent


def together(threads: list[threading.Thread]) -> None:
    """Run threads at the same time."""
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
