"""Types that no CSV text has pass through Inlay from Parquet to Parquet, and every peer reads the same afterwards."""

import uuid

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from equality import assert_same
from peers import arrow, duck, fusion, spark

HALVES = [0.0, -0.0, 1.5, -2.0, 65504.0, 6e-8, float("inf"), float("-inf"), float("nan"), None, 0.333]


def rows_of(values: list, rows: int) -> list:
    return [values[row % len(values)] for row in range(rows)]


def make_table(rows: int) -> pa.Table:
    identifiers = [uuid.UUID(int=number * 0x1234567890ABCDEF1234567890).bytes for number in range(7)] + [None]
    return pa.table(
        {
            "id": pa.array(range(rows), pa.int64()),
            "one": pa.array(rows_of([b"\x00", b"\xff", None], rows), pa.binary(1)),
            "wide": pa.array([None if row % 5 == 3 else row.to_bytes(21, "big") for row in range(rows)], pa.binary(21)),
            "half": pa.array(rows_of(HALVES, rows), pa.float32()).cast(pa.float16()),
            "identifier": pa.array(rows_of(identifiers, rows), pa.binary(16)).cast(pa.uuid()),
            "document": pa.array(rows_of(['{"a": 1}', "[]", None], rows), pa.string()).cast(pa.json_()),
            "nothing": pa.nulls(rows, pa.null()),
        }
    )


@pytest.fixture(scope="module")
def converted(inlay, tmp_path_factory):
    folder = tmp_path_factory.mktemp("further")
    table = make_table(30_000)
    pq.write_table(table, folder / "in.parquet", row_group_size=9_000)
    inlay("convert", folder / "in.parquet", "--to", folder / "out.parquet")
    return folder / "out.parquet", table


def test_types_and_values_stay(converted):
    path, table = converted
    assert pq.read_schema(path).remove_metadata().equals(table.schema.remove_metadata())
    assert pq.read_table(path).drop_columns(["half"]).equals(table.drop_columns(["half"]))
    assert bits(pq.read_table(path)["half"]) == bits(table["half"])


def bits(halves: pa.ChunkedArray) -> list:
    return halves.combine_chunks().view(pa.uint16()).to_pylist()


@pytest.mark.parametrize("peer", [pytest.param(peer, id=peer.NAME) for peer in (arrow, fusion)])
def test_peers_read_bytes_of_fixed_length(peer, converted):
    path, table = converted
    kept = ["id", "one", "wide"]
    assert_same(peer.read(path).select(kept), table.select(kept))


def test_duckdb_reads_its_types(converted):
    path, table = converted
    read = duckdb.sql(f"SELECT id, identifier::VARCHAR AS identifier, half::DOUBLE AS half FROM '{path}' ORDER BY id")
    identifiers = [None if value is None else str(value) for value in table["identifier"].to_pylist()]
    assert [row[1] for row in read.fetchall()] == identifiers


def test_spark_reads_bytes_of_fixed_length(inlay, tmp_path):
    """In a file of their own: Spark refuses one with a half-precision number whole."""
    table = make_table(1_000).select(["id", "one", "wide"])
    pq.write_table(table, tmp_path / "in.parquet")
    inlay("convert", tmp_path / "in.parquet", "--to", tmp_path / "out.parquet")
    assert_same(spark.read(tmp_path / "out.parquet"), table)


def test_intervals_of_duckdb_stay(inlay, tmp_path):
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    duckdb.sql(
        "COPY (SELECT range AS id, CASE WHEN range % 3 > 0"
        " THEN to_months(range::INT) + to_days(5) + to_milliseconds(range) END AS span"
        f" FROM range(5000)) TO '{source}'"
    )
    inlay("convert", source, "--to", target)
    query = "SELECT id, span FROM '{}' ORDER BY id"
    assert duckdb.sql(query.format(target)).fetchall() == duckdb.sql(query.format(source)).fetchall()
    assert pq.ParquetFile(target).schema.column(1).converted_type == "INTERVAL"
    assert duck.read(target).num_rows == 5000
