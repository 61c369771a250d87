"""What docs/search.md promises: every example is understood, and every name in it is known."""

import re
from pathlib import Path

import pytest

from clipper.search.nodes import Everything
from clipper.search.parsing import FIELDS
from clipper.search.query import parse

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "search.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| `(.+?)` \|", GUIDE, re.MULTILINE)


def test_the_guide_has_one_table_of_examples() -> None:
    assert len(EXAMPLES) > 25
    assert GUIDE.count("|---|") == 1


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_understood(example: str) -> None:
    parsed = parse(example)

    assert parsed.complaints == ()
    assert parsed.tree != Everything()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([^\W\d_]+):(?!//)", GUIDE))))
def test_a_field_of_the_guide_is_known(name: str) -> None:
    assert name in FIELDS


@pytest.mark.parametrize(
    ("field", "line"), re.findall(r"^- `(is|has):` (.+)$", GUIDE, re.MULTILINE), ids=lambda value: value[:5]
)
def test_a_value_of_the_guide_is_known(field: str, line: str) -> None:
    for value in line.split(", "):
        assert parse(f"{field}:{value} a").complaints == ()
