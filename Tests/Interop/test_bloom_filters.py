"""Bloom filters: peers leave out row groups by those of Inlay, and Inlay by those of peers."""

import json

import datafusion
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
import scattered
from peers import duck, spark
from scattered import ABSENT, DECLARED, PRESENT, SCHEMA
from test_pruning import left_out

COLUMNS = SCHEMA.names
GROUP = 5_000
BITSET = 52_640
"""The bytes that hold as many values at the rate that Inlay is asked for: about 21 bits each."""


@pytest.fixture(scope="module")
def table():
    return scattered.make_table()


@pytest.fixture(scope="module")
def written(table, inlay, tmp_path_factory):
    """What Inlay writes."""
    folder = tmp_path_factory.mktemp("scattered")
    columns = [{"name": name, "type": kind} for name, kind in zip(COLUMNS, DECLARED, strict=True)]
    (folder / "rows.json").write_text(json.dumps({"columns": columns}))
    pyarrow.csv.write_csv(table, folder / "rows.csv")
    filters = [argument for column in COLUMNS for argument in ("--bloom-filter", f"{column}:0.0001")]
    inlay("convert", folder / "rows.csv", "--schema", folder / "rows.json", "--to", folder / "rows.parquet", *filters)
    return folder / "rows.parquet"


# What Inlay writes


def test_arrow_finds_the_offsets(written):
    group = pq.ParquetFile(written).metadata.row_group(0)
    for position in range(len(COLUMNS)):
        chunk = group.column(position)
        assert chunk.bloom_filter_length - BITSET in range(8, 40), "the header and the bits"
        assert chunk.bloom_filter_offset > chunk.data_page_offset


# DuckDB knows no filters of these.
@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in ("price", "moment", "day")])
def test_duckdb_reads_them(column, written):
    def excludes(value):
        constant = scattered.texts(value)[column]
        query = f"SELECT bloom_filter_excludes FROM parquet_bloom_probe('{written}', '{column}', {constant})"
        return duck.connect().sql(query).fetchall()

    assert excludes(PRESENT) == [(False,)]
    assert excludes(ABSENT) == [(True,)]


# DataFusion looks up neither days nor moments.
@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in ("day", "moment")])
def test_datafusion_leaves_out_row_groups(column, written):
    context = datafusion.SessionContext()
    context.register_parquet("input", str(written))

    def plan(value):
        condition = f"{column} = arrow_cast({scattered.texts(value)[column]}, '{ARROW_TYPES.get(column, 'Utf8View')}')"
        return context.sql(f"EXPLAIN ANALYZE SELECT key FROM input WHERE {condition}").to_pydict()["plan"][0]

    assert left_out("row_groups_pruned_bloom_filter", plan(ABSENT)) == 1
    assert left_out("row_groups_pruned_bloom_filter", plan(PRESENT)) == 0
    assert context.sql(f"SELECT key FROM input WHERE number = {PRESENT}").to_arrow_table().num_rows == 1


ARROW_TYPES = {
    "key": "Int64", "number": "Int32", "ratio": "Float64", "part": "Float32", "price": "Decimal128(9, 2)",
}  # fmt: skip


@pytest.mark.parametrize("column", ["key", "number", "name", "ratio"])
def test_parquet_java_reads_them(column, written):
    java = spark.session()._jvm
    hadoop = java.org.apache.parquet.hadoop
    path = java.org.apache.hadoop.fs.Path(str(written))
    file = hadoop.util.HadoopInputFile.fromPath(path, java.org.apache.hadoop.conf.Configuration())
    reader = hadoop.ParquetFileReader.open(file)
    try:
        chunk = reader.getFooter().getBlocks().get(0).getColumns().get(COLUMNS.index(column))
        bloom = reader.readBloomFilter(chunk)
        assert bloom.getBitsetSize() == BITSET

        def holds(value):
            value = scattered.row(value)[COLUMNS.index(column)]
            if isinstance(value, str):
                value = java.org.apache.parquet.io.api.Binary.fromString(value)
            return bloom.findHash(bloom.hash(value))

        assert all(holds(value) for value in range(0, 2 * scattered.ROWS, 40))
        # A filter fails once in 10,000 times.
        assert sum(holds(value) for value in range(1, 2 * scattered.ROWS, 40)) <= 3
    finally:
        reader.close()


@pytest.mark.parametrize("column", COLUMNS)
def test_spark_finds_the_same_rows(column, written):
    frame = spark.session().read.parquet(str(written))
    for value, count in [(PRESENT, 1), (ABSENT, 0)]:
        assert frame.where(f"{column} = {scattered.texts(value)[column]}").count() == count


# What peers write


def write_arrow(table, path):
    options = {name: {"ndv": GROUP, "fpp": 0.001} for name in COLUMNS}
    pq.write_table(table, path, row_group_size=GROUP, bloom_filter_options=options, store_schema=False)


def write_duckdb(table, path):
    connection = duck.connect()
    connection.execute("SET threads = 1")
    connection.register("input", table)
    # DuckDB makes filters from dictionaries only.
    options = f"ROW_GROUP_SIZE {GROUP}, DICTIONARY_SIZE_LIMIT 100000, BLOOM_FILTER_FALSE_POSITIVE_RATIO 0.001"
    connection.execute(f"COPY input TO '{path}' (FORMAT parquet, {options})")


def write_datafusion(table, path):
    options = datafusion.ParquetWriterOptions(
        bloom_filter_on_write=True,
        bloom_filter_fpp=0.001,
        bloom_filter_ndv=GROUP,
        max_row_group_size=GROUP,
        compression="snappy",
    )
    datafusion.SessionContext().from_arrow(table).write_parquet_with_options(str(path), options)


def write_spark(table, path):
    options = {"parquet.bloom.filter.enabled": "true", "parquet.enable.dictionary": "false"}
    options |= {"parquet.bloom.filter.expected.ndv#" + name: str(GROUP) for name in COLUMNS}
    options |= {"parquet.block.row.count.limit": str(GROUP)}
    folder = path.with_suffix(".spark")
    frame = spark.session().createDataFrame(table)
    frame.coalesce(1).write.options(**options).parquet(str(folder))
    (part,) = folder.glob("part-*.parquet")
    part.rename(path)


WRITERS = {"pyarrow": write_arrow, "duckdb": write_duckdb, "datafusion": write_datafusion, "spark": write_spark}


@pytest.fixture(scope="module", params=WRITERS)
def foreign(request, table, tmp_path_factory):
    """What a peer writes, and its number of row groups."""
    path = tmp_path_factory.mktemp("foreign") / f"{request.param}.parquet"
    WRITERS[request.param](table, path)
    return request.param, path, pq.ParquetFile(path).metadata.num_row_groups


@pytest.mark.parametrize("column", COLUMNS)
def test_inlay_leaves_out_row_groups(column, foreign, inlay, tmp_path):
    peer, path, groups = foreign
    assert groups >= 3
    for value in (PRESENT, ABSENT):
        condition = f"{column} = {scattered.texts(value)[column]}"
        target = tmp_path / f"{value}.parquet"
        report = inlay.report("convert", path, "--where", condition, "--to", target)
        expected = duck.connect().sql(f"FROM '{path}' WHERE {condition}").to_arrow_table()
        assert pq.read_table(target).to_pylist() == expected.to_pylist()
        assert len(expected) == (value == PRESENT)
        skipped = report["skipped"]
        assert skipped["rowGroupsByStatistics"] == 0
        if (peer, column) not in WITHOUT_FILTERS:
            assert skipped["rowGroupsByBloomFilter"] == groups - len(expected)


WITHOUT_FILTERS = set()
