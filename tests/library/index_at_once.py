"""What a process does that starts with a library: told apart by its number. Run by test_library_processes.py."""

import sys
import time
from pathlib import Path

import clipper.search.whoosh_engine  # noqa: F401 - what is slow comes before the moment of the start
from clipper.library.library import Library
from clipper.model import Article, Found, Metadata
from clipper.progress import Progress
from clipper.store.clippings import Addition

folder, number, start = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
time.sleep(max(0.0, start - time.time()))
library = Library(folder, "mine")
article = Article(metadata=Metadata(title=Found(f"heron{number}")), text="A bird.", html="")
(added,), _changes = library.clippings.add([Addition(None, article, None, None)])
left = library.catch_up_wholly(Progress())
answer = library.find(f"heron{number}")
library.close()
sys.stdout.write(f"{left} {answer.engine} {answer.ids == (added.id,)}\n")
