"""What importing search costs: the window needs the query language before it needs an index."""

import subprocess
import sys

CHEAP = "clipper.search.query, clipper.search.protocol, clipper.search.snippets, clipper.search.sql_engine"


def test_query_snippets_and_protocol_import_no_engine() -> None:
    code = f"import sys, {CHEAP}; print([m for m in ('whoosh', 'numpy', 'PySide6') if m in sys.modules])"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"
