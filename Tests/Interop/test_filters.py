"""Inlay's filters find the rows of peers' files that DataFusion finds in memory, and pass over pages and row groups."""

import math
import re

import clustered
import datafusion
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from clustered import NOTHING, PREDICATES
from peers import duck, spark
from test_pruning import SELECTIVE, keys

GROUP = 40_000
PAGE = 2_000


def write_arrow(table, path):
    # Arrow ends a page by its bytes, which it looks at after every batch.
    options = {"write_page_index": True, "data_page_size": 8 * PAGE, "write_batch_size": PAGE, "store_schema": False}
    pq.write_table(table, path, row_group_size=GROUP, use_dictionary=False, **options)


def write_datafusion(table, path):
    options = datafusion.ParquetWriterOptions(
        max_row_group_size=GROUP, data_page_row_count_limit=PAGE, write_batch_size=PAGE, compression="snappy"
    )
    datafusion.SessionContext().from_arrow(table).write_parquet_with_options(str(path), options)


def write_spark(table, path):
    options = {"parquet.block.row.count.limit": str(GROUP), "parquet.page.row.count.limit": str(PAGE)}
    folder = path.with_suffix(".spark")
    frame = spark.session().createDataFrame(
        table.drop_columns([name for name in UNSIGNED if name in table.column_names])
    )
    frame.coalesce(1).write.options(**options).parquet(str(folder))
    (part,) = folder.glob("part-*.parquet")
    part.rename(path)


def write_duckdb(table, path):
    connection = duck.connect()
    connection.execute("SET threads = 1")
    connection.register("input", table)
    connection.execute(f"COPY input TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE {GROUP})")


UNSIGNED = ["unsigned", "huge"]
"""What Spark has no types for."""

WITH_PAGE_INDEX = {"pyarrow": write_arrow, "datafusion": write_datafusion, "spark": write_spark}
WRITERS = WITH_PAGE_INDEX | {"duckdb": write_duckdb}


@pytest.fixture(scope="module")
def table():
    return clustered.make_table()


@pytest.fixture(scope="module")
def whole(table):
    context = datafusion.SessionContext()
    context.register_record_batches("input", [table.to_batches()])
    return context


@pytest.fixture(scope="module", params=WRITERS)
def foreign(request, table, tmp_path_factory):
    path = tmp_path_factory.mktemp("foreign") / f"{request.param}.parquet"
    WRITERS[request.param](table, path)
    return request.param, path


def condition(what):
    """A condition in the form of Inlay's filters, which type constants by their columns."""
    text = re.sub(r"CAST\((\S+) AS DECIMAL\(\d+, \d+\)\)", r"\1", PREDICATES[what])
    return re.sub(r"(DATE|TIMESTAMP) '", "'", text)


@pytest.mark.parametrize("what", PREDICATES)
def test_inlay_finds_the_same_rows(what, foreign, whole, inlay):
    peer, path = foreign
    if peer == "spark" and any(name in PREDICATES[what] for name in UNSIGNED):
        pytest.skip("Spark has no unsigned integers")
    found = inlay("cat", path, "--columns", "key", "--where", condition(what)).split()
    assert found[0] == "key"
    expected = keys(whole, PREDICATES[what])
    assert [int(key) for key in found[1:]] == expected
    assert bool(expected) == (what not in NOTHING)


@pytest.mark.parametrize("what", SELECTIVE)
def test_inlay_leaves_out_pages(what, foreign, inlay, tmp_path):
    peer, path = foreign
    report = inlay.report("convert", path, "--where", condition(what), "--to", tmp_path / "kept.parquet")
    skipped = report["skipped"]
    groups = pq.ParquetFile(path).metadata.num_row_groups
    assert groups >= 3
    assert skipped["rowGroupsByStatistics"] == groups - 1
    if peer in WITH_PAGE_INDEX:
        assert skipped["pagesByIndex"] >= 4
        assert report["rowCount"] + skipped["rowsByFilter"] <= 8 * PAGE
    else:
        assert skipped["pagesByIndex"] == 0


# NaN, which no bound counts in


@pytest.fixture(scope="module")
def numbers():
    values = [math.nan if key % 1_000 == 7 else -0.0 if key < 100 else key / 8 for key in range(50_000)]
    return pa.table({"key": pa.array(range(50_000)), "ratio": values, "part": pa.array(values, pa.float32())})


@pytest.fixture(scope="module", params=WRITERS)
def with_nan(request, numbers, tmp_path_factory):
    path = tmp_path_factory.mktemp("nan") / f"{request.param}.parquet"
    WRITERS[request.param](numbers, path)
    return path


@pytest.mark.parametrize("column", ["ratio", "part"])
@pytest.mark.parametrize(
    "test", ["> 6000", "< 1", "= 0", ">= 100000", "= 'NaN'", "<> 'NaN'", "<= 'NaN'", "NOT IN (0, 1)"]
)
def test_nan_is_the_greatest_number(test, column, with_nan, numbers, inlay):
    # In memory: from files DuckDB leaves out row groups with NaN by bounds that do not count them.
    connection = duck.connect()
    connection.register("input", numbers)
    query = f"SELECT key FROM input WHERE {column} {test} ORDER BY key"
    expected = [row[0] for row in connection.sql(query).fetchall()]
    found = inlay("cat", with_nan, "--columns", "key", "--where", f"{column} {test}").split()
    assert [int(key) for key in found[1:]] == expected
