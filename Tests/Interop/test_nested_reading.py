"""Inlay reads nested columns of every peer as their writer meant them."""

import csv
import io

import nested
import pyarrow as pa
import pytest
from peers import arrow, duck, polar, spark

PEERS = [
    pytest.param(arrow, (), id="pyarrow"),
    pytest.param(duck, (), id="duckdb"),
    pytest.param(polar, ("map",), id="polars"),
    pytest.param(spark, (), id="spark"),
]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("dictionary", [True, False], ids=["dictionary", "plain"])
@pytest.mark.parametrize("pages", ["1.0", "2.0"])
def test_random_schemas(pages, dictionary, seed, inlay, tmp_path):
    """Small pages and row groups, so that there are many of both, and rows that go on in the next page."""
    path = tmp_path / "nested.parquet"
    table = nested.random_table(seed * 100 + len(pages) + dictionary, rows=1_500, depth=1 + seed % 5)
    options = {"data_page_version": pages, "use_dictionary": dictionary, "write_page_index": seed % 2 == 0}
    arrow.write(table, path, "snappy", **options, data_page_size=400, write_batch_size=11, row_group_size=600)
    assert_prints(inlay, path, table)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("peer, without", PEERS)
def test_every_writer(peer, without, seed, inlay, tmp_path):
    path = tmp_path / "nested.parquet"
    table = nested.random_table(1_000 + seed, rows=500, depth=4, without=without)
    peer.write(table, path, "snappy")
    assert_prints(inlay, path, table)


@pytest.mark.parametrize("pages", ["1.0", "2.0"])
def test_row_groups_that_are_read_in_parts(pages, inlay, tmp_path):
    """More rows than a batch has, so that somebody must know in which page a row begins."""
    path = tmp_path / "nested.parquet"
    rows = 220_000
    lists = [None if row % 7 == 3 else list(range(row % 5)) for row in range(rows)]
    structures = [None if row % 3 == 2 else {"a": row, "b": f"text {row % 50}"} for row in range(rows)]
    types = {"lists": pa.list_(pa.int64()), "structures": pa.struct([("a", pa.int32()), ("b", pa.string())])}
    table = pa.table([pa.array(lists, types["lists"]), pa.array(structures, types["structures"])], list(types))
    arrow.write(table, path, "snappy", data_page_version=pages, data_page_size=20_000)
    assert inlay("count", path).strip() == str(rows)
    assert_prints(inlay, path, table)


@pytest.mark.parametrize("compliant", [True, False])
def test_names_of_elements_do_not_matter(compliant, inlay, tmp_path):
    path = tmp_path / "nested.parquet"
    table = pa.table({"a": pa.array([[1, 2], None, []], pa.list_(pa.int32()))})
    arrow.write(table, path, "none", use_compliant_nested_type=compliant)
    assert inlay("schema", path).split() == ["a", "list(int32)", "nullable"]
    assert_prints(inlay, path, table)


def assert_prints(inlay, path, table):
    head, *rows = list(csv.reader(io.StringIO(inlay("cat", path))))
    assert head == table.column_names
    expected = nested.printed(table)
    assert len(rows) == len(expected)
    for number, (actual, wanted) in enumerate(zip(rows, expected, strict=True)):
        assert actual == wanted, f"row {number}"
