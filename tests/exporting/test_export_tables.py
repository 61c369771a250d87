"""Tables of HTML -> grids without overlaps."""

from hypothesis import given
from hypothesis import strategies as st

from clipper.exporting import tables, tree
from clipper.exporting.runs import Block, words


def read(html: str) -> list[Block]:
    return tree.blocks(html, lambda url, alt, caption: {"kind": "figure", "file": url} if url else None)


def test_a_table_keeps_head_caption_and_cells() -> None:
    (block,) = read(
        "<table><caption>Kosten</caption><thead><tr><th>Abschnitt<th>Euro</thead>"
        "<tr><td>Nord<td>2,9<tr><td>Süd<td>–</table>"
    )

    assert (block["columns"], block["rows"], block["head"], block["numeric"]) == (2, 3, 1, [1])
    assert words(block["caption"]) == "Kosten"
    assert [words(cell["runs"]) for cell in block["cells"]] == ["Abschnitt", "Euro", "Nord", "2,9", "Süd", "–"]


def test_a_table_of_one_column_is_set_as_its_contents() -> None:
    assert [block["kind"] for block in read("<table><tr><td><p>a<p>b<tr><td>c</table>")] == ["paragraph"] * 3


def test_tables_in_tables_are_set_as_their_contents_and_in_no_time() -> None:
    blocks = read("<table><tr><td>" * 25 + "innen" + "</td></tr></table>" * 25)

    assert [words(block["runs"]) for block in blocks] == ["innen"]


def test_a_table_wider_than_paper_loses_no_cell() -> None:
    row = "".join(f"<td>z{number}</td>" for number in range(60))
    blocks = read(f"<table><tr>{row}</tr><tr>{row}</tr></table>")

    assert len(blocks) == 120


def test_pictures_in_cells_follow_the_table() -> None:
    blocks = read('<table><tr><td>a<td>b<tr><td><img src="x.jpg"><td>d</table>')

    assert [block["kind"] for block in blocks] == ["table", "figure"]


span = st.sampled_from(["1", "2", "3", "0", "99999", "x", ""])


@given(st.lists(st.lists(st.tuples(st.sampled_from(["td", "th"]), span, span), max_size=6), max_size=6))
def test_no_cell_overlaps_another_or_leaves_the_table(rows: list[list[tuple[str, str, str]]]) -> None:
    html = "".join(
        "<tr>" + "".join(f'<{tag} colspan="{wide}" rowspan="{high}">a</{tag}>' for tag, wide, high in row) + "</tr>"
        for row in rows
    )

    for block in read(f"<table>{html}</table>"):
        if block["kind"] != "table":
            continue
        covered = [
            (cell["x"] + right, cell["y"] + down)
            for cell in block["cells"]
            for right in range(cell["w"])
            for down in range(cell["h"])
        ]
        assert len(covered) == len(set(covered))
        assert all(x < block["columns"] <= tables.MOST_COLUMNS and y < block["rows"] for x, y in covered)
        assert all(cell["y"] + cell["h"] <= block["head"] for cell in block["cells"] if cell["y"] < block["head"])
