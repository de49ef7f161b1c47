"""Tables in folders `key=value/`: what Inlay partitions every engine reads, and what they partition Inlay reads."""

import datetime

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from peers import spark
from same_rows import assert_same_rows

TEXTS = ["plain", "a b", "a/b", "a=b", "50%", "%41", "x:y", "ü→", "..", "quote\"'", "{[^]}", None]
HIVE = ds.HivePartitioning(pa.schema([("text", pa.string()), ("day", pa.date32())]))


@pytest.fixture(scope="module")
def table() -> pa.Table:
    rows = range(2_000)
    days = [datetime.date(2020, 1, 1), datetime.date(1969, 12, 31), None]
    return pa.table(
        {
            "number": pa.array([row * 7 for row in rows], pa.int64()),
            "name": pa.array([None if row % 5 == 0 else f"name {row % 9}" for row in rows]),
            "text": pa.array([TEXTS[row * row % len(TEXTS)] for row in rows]),
            "day": pa.array([days[row % 3] for row in rows], pa.date32()),
        }
    )


@pytest.fixture(scope="module")
def partitioned(inlay, table, tmp_path_factory):
    folder = tmp_path_factory.mktemp("partitioned")
    pq.write_table(table, folder / "whole.parquet")
    by = ["--partition-by", "text", "--partition-by", "day"]
    inlay("convert", folder / "whole.parquet", *by, "--to", folder / "table")
    return folder / "table"


def in_order(table: pa.Table) -> pa.Table:
    return table.select(["number", "name", "text", "day"])


def test_pyarrow_reads_partitions(partitioned, table):
    assert_same_rows(in_order(ds.dataset(partitioned, partitioning=HIVE).to_table()), table)


def test_duckdb_reads_partitions(partitioned, table):
    rows = duckdb.sql(f"FROM read_parquet('{partitioned}/*/*/*.parquet', hive_partitioning = true)")
    assert_same_rows(in_order(rows.to_arrow_table()).cast(table.schema), table)


def test_spark_reads_partitions(partitioned, table):
    frame = spark.session().read.parquet(str(partitioned))
    assert_same_rows(in_order(frame.toArrow()).cast(table.schema), table)


def test_inlay_reads_its_own_partitions(inlay, partitioned, table, tmp_path):
    inlay("convert", partitioned, "--to", tmp_path / "again.parquet")
    assert_same_rows(in_order(pq.read_table(tmp_path / "again.parquet")), table)


def write_with_spark(table, folder):
    spark.session().createDataFrame(table).write.partitionBy("text", "day").parquet(str(folder))


def write_with_pyarrow(table, folder):
    pq.write_to_dataset(table, folder, partitioning=HIVE)


def write_with_duckdb(table, folder):
    connection = duckdb.connect()
    connection.register("input", table)
    connection.execute(f"COPY input TO '{folder}' (FORMAT parquet, PARTITION_BY (text, day))")


@pytest.mark.parametrize("write", [write_with_spark, write_with_pyarrow, write_with_duckdb])
def test_inlay_reads_partitions_of_peers(write, inlay, table, tmp_path):
    write(table, tmp_path / "theirs")
    inlay("convert", tmp_path / "theirs", "--to", tmp_path / "whole.parquet")
    assert_same_rows(in_order(pq.read_table(tmp_path / "whole.parquet")), table)


def test_a_pattern_is_a_table(inlay, partitioned, table):
    day = datetime.date(2020, 1, 1)
    expected = sum(each == day for each in table["day"].to_pylist())
    assert inlay("count", f"{partitioned}/*/day=2020-01-01").strip() == str(expected)


def test_a_table_is_partitioned_anew_and_added_to(inlay, partitioned, table, tmp_path):
    by = ["--partition-by", "name", "--to", tmp_path / "out"]
    inlay("convert", partitioned, *by)
    refused = inlay.attempt("convert", partitioned, *by)
    assert (refused.returncode, "holds files already" in refused.stderr) == (1, True)
    inlay("convert", partitioned, *by, "--mode", "append")
    assert inlay("count", tmp_path / "out").strip() == str(2 * table.num_rows)
    inlay("convert", partitioned, *by, "--mode", "overwrite")
    rows = pq.read_table(tmp_path / "out", partitioning=ds.HivePartitioning(pa.schema([("name", pa.string())])))
    assert_same_rows(in_order(rows), table)
