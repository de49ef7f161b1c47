"""Readers that leave out row groups and pages by what Inlay says of them find the same rows as readers that do not."""

import json
import re

import clustered
import datafusion
import pyarrow.csv
import pytest
from clustered import NOTHING, PREDICATES
from peers import spark


@pytest.fixture(scope="module")
def table():
    return clustered.make_table()


@pytest.fixture(scope="module")
def path(table, inlay, tmp_path_factory):
    folder = tmp_path_factory.mktemp("clustered")
    columns = [{"name": name, "type": kind} for name, kind in zip(table.column_names, clustered.DECLARED, strict=True)]
    (folder / "clustered.json").write_text(json.dumps({"columns": columns}))
    pyarrow.csv.write_csv(table, folder / "clustered.csv")
    inlay(
        "convert", folder / "clustered.csv", "--schema", folder / "clustered.json", "--to", folder / "clustered.parquet"
    )
    return folder / "clustered.parquet"


@pytest.fixture(scope="module")
def pruned(path):
    settings = {"pruning": "true", "enable_page_index": "true", "pushdown_filters": "true"}
    configuration = datafusion.SessionConfig(
        {f"datafusion.execution.parquet.{key}": on for key, on in settings.items()}
    )
    context = datafusion.SessionContext(configuration)
    context.register_parquet("input", str(path))
    return context


@pytest.fixture(scope="module")
def whole(table):
    """The same rows in memory, where there is nothing to leave out by."""
    context = datafusion.SessionContext()
    context.register_record_batches("input", [table.to_batches()])
    return context


@pytest.fixture(scope="module")
def frame(path):
    return spark.session().read.parquet(str(path))


def keys(context, condition):
    result = context.sql(f"SELECT key FROM input WHERE {condition} ORDER BY key").to_arrow_table()
    return result["key"].to_pylist()


@pytest.mark.parametrize("what", PREDICATES)
def test_datafusion_finds_the_same_rows(what, pruned, whole):
    expected = keys(whole, PREDICATES[what])
    assert bool(expected) == (what not in NOTHING)
    assert keys(pruned, PREDICATES[what]) == expected


@pytest.mark.parametrize("what", PREDICATES)
def test_spark_finds_the_same_rows(what, frame, whole):
    found = frame.where(PREDICATES[what]).select("key").toArrow()["key"].to_pylist()
    assert sorted(found) == keys(whole, PREDICATES[what])


# Not by the long names: their bounds are cut to what all of them begin with.
SELECTIVE = [
    "an equal key",
    "a falling column",
    "an equal name",
    "a price",
    "a day",
    "the last moments",
]


@pytest.mark.parametrize("what", SELECTIVE)
def test_datafusion_leaves_out_pages(what, pruned):
    plan = pruned.sql(f"EXPLAIN ANALYZE SELECT key FROM input WHERE {PREDICATES[what]}").to_pydict()["plan"][0]
    assert left_out("row_groups_pruned_statistics", plan) + left_out("page_index_pages_pruned", plan) >= 3, plan


def left_out(metric, plan):
    total, matched = re.search(rf"{metric}=(\d+) total → (\d+) matched", plan).groups()
    return int(total) - int(matched)
