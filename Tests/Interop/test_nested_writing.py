"""Every peer reads the nested columns that Inlay writes, and leaves out of them what their indexes allow."""

import re

import datafusion
import nested
import pyarrow as pa
import pytest
from page_checks import CHECKS, nested_chunks
from parquet_file import ParquetFile
from peers import arrow, duck, fusion, polar, spark
from test_pruning import left_out

PEERS = [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion, spark)]
VARIANTS = {
    "v1": (),
    "v2": ("--data-page-version", "2"),
    "automatic": ("--encoding", "automatic"),
    "automatic-v2": ("--encoding", "automatic", "--data-page-version", "2"),
}


@pytest.fixture(scope="module", params=[(name, seed) for name in VARIANTS for seed in range(3)], ids=str)
def written(request, inlay, tmp_path_factory):
    """A table with a key, since readers with several threads may give the row groups in another order."""
    name, seed = request.param
    folder = tmp_path_factory.mktemp("nested")
    number = 2_000 + 10 * seed + list(VARIANTS).index(name)
    table = nested.random_table(number, rows=3_000, depth=2 + seed)
    table = table.add_column(0, pa.field("key", pa.int64(), nullable=False), pa.array(range(3_000), pa.int64()))
    arrow.write(table, folder / "input.parquet", "snappy", data_page_version="2.0")
    options = ("--row-group-rows", "1300", *VARIANTS[name])
    inlay("convert", folder / "input.parquet", *options, "--to", folder / "nested.parquet")
    return folder / "nested.parquet", table


@pytest.mark.parametrize("peer", PEERS)
def test_reads_random_tables(peer, written):
    path, table = written
    assert_same_values(peer.read(path).sort_by("key"), table)


def test_pyarrow_finds_its_columns_valid(written):
    path, table = written
    read = arrow.read(path)
    read.validate(full=True)
    assert read.schema.names == table.schema.names
    assert [field.type for field in read.schema] == [compliant(field.type) for field in table.schema]
    assert [field.nullable for field in read.schema] == [field.nullable for field in table.schema]


def test_inlay_finds_nothing(inlay, written):
    path, _ = written
    inlay("check", path)


@pytest.fixture(scope="module")
def leaves(written):
    path, table = written
    file = ParquetFile(path)
    assert file.row_counts == [1_300, 1_300, 400]
    return nested_chunks(file, table)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_pages_hold(check, leaves):
    for parts in leaves:
        check(parts)


def compliant(kind):
    """A type with the names that the format gives to the parts of lists and maps."""
    if pa.types.is_list(kind):
        field = kind.value_field
        return pa.list_(pa.field("element", compliant(field.type), field.nullable))
    if pa.types.is_map(kind):
        return pa.map_(compliant(kind.key_type), compliant(kind.item_type))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, compliant(field.type), field.nullable) for field in kind])
    return kind


def assert_same_values(actual, expected):
    assert actual.column_names == expected.column_names
    assert actual.num_rows == expected.num_rows
    for field in expected.schema:
        wanted = nested.values(expected[field.name], field.type)
        for row, (left, right) in enumerate(zip(nested.values(actual[field.name], field.type), wanted, strict=True)):
            assert left == right, f"{field.name}, row {row}"


ROWS = 60_000


@pytest.fixture(scope="module", params=["1", "2"], ids=["v1", "v2"])
def clustered(request, inlay, tmp_path_factory):
    """Many pages in one row group, whose values rise with the rows; pages of lists end at other rows than the key's."""
    folder = tmp_path_factory.mktemp("clustered")
    keys = range(ROWS)
    lists = [None if key % 7 == 3 else [key * 5 + place for place in range(key % 40)] for key in keys]
    structures = [None if key % 11 == 5 else {"a": key, "b": [f"text {key}"] * (key % 3)} for key in keys]
    maps = [[(f"key {place}", key + place) for place in range(key % 4)] for key in keys]
    table = pa.table(
        [
            pa.array(keys, pa.int64()),
            pa.array(lists, pa.list_(pa.int64())),
            pa.array(structures, pa.struct([("a", pa.int64()), ("b", pa.list_(pa.string()))])),
            pa.array(maps, pa.map_(pa.string(), pa.int64())),
        ],
        ["key", "lists", "structures", "maps"],
    )
    arrow.write(table, folder / "input.parquet", "snappy")
    options = ("--encoding", "PLAIN", "--data-page-version", request.param)
    inlay("convert", folder / "input.parquet", *options, "--to", folder / "clustered.parquet")
    return folder / "clustered.parquet", table


CONDITIONS = {
    "the first rows": ("key < 7", lambda row: row["key"] < 7),
    "rows of the middle": ("key BETWEEN 29990 AND 30010", lambda row: 29_990 <= row["key"] <= 30_010),
    "rows of several pages": ("key IN (3, 25000, 59999)", lambda row: row["key"] in (3, 25_000, 59_999)),
    "a field of a structure": (
        "structures['a'] > 59980",
        lambda row: row["structures"] is not None and row["structures"]["a"] > 59_980,
    ),
}


def expected_rows(table, what):
    rows = [
        index for index, row in enumerate(table.select(["key", "structures"]).to_pylist()) if CONDITIONS[what][1](row)
    ]
    assert rows
    return table.take(rows)


@pytest.fixture(scope="module")
def context(clustered):
    settings = {"pruning": "true", "enable_page_index": "true", "pushdown_filters": "true"}
    configuration = datafusion.SessionConfig(
        {f"datafusion.execution.parquet.{key}": on for key, on in settings.items()}
    )
    context = datafusion.SessionContext(configuration)
    context.register_parquet("input", str(clustered[0]))
    return context


@pytest.mark.parametrize("what", CONDITIONS)
def test_datafusion_finds_the_same_rows(what, clustered, context):
    found = context.sql(f"SELECT * FROM input WHERE {CONDITIONS[what][0]} ORDER BY key").to_arrow_table()
    assert_same_values(found, expected_rows(clustered[1], what))


@pytest.mark.parametrize("what", ["the first rows", "rows of the middle"])
def test_datafusion_leaves_out_pages(what, context):
    query = f"EXPLAIN ANALYZE SELECT * FROM input WHERE {CONDITIONS[what][0]}"
    plan = context.sql(query).to_pydict()["plan"][0]
    assert left_out("page_index_pages_pruned", plan) >= 1, plan


@pytest.mark.parametrize("what", CONDITIONS)
def test_spark_finds_the_same_rows(what, clustered):
    path, table = clustered
    condition = re.sub(r"\['(\w+)'\]", r".\1", CONDITIONS[what][0])
    found = spark.session().read.parquet(str(path)).where(condition).toArrow().sort_by("key")
    assert_same_values(found, expected_rows(table, what))


def test_spark_reads_by_columns(clustered):
    """By its vectorised reader, which has code of its own for nested columns."""
    frame = spark.session().read.parquet(str(clustered[0]))
    plan = frame._jdf.queryExecution().executedPlan().toString()
    assert "ColumnarToRow" in plan, plan


def test_inlay_finds_nothing_in_many_pages(inlay, clustered):
    inlay("check", clustered[0])
