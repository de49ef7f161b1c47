"""`inlay diff`, held against what is known of the two tables."""

import json

import every_type
import jsonschema
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from inlay_command import ROOT

EQUAL, FAILED, DIFFERENT = 0, 1, 2


@pytest.fixture
def diff(inlay):
    def run(*arguments) -> tuple[int, dict]:
        result = inlay.attempt("diff", *arguments, "--json")
        report = json.loads(result.stdout)
        form = json.loads((ROOT / "Schemas" / "diff-report.schema.json").read_text())
        jsonschema.validate(report, form, cls=jsonschema.Draft202012Validator)
        assert result.returncode == (EQUAL if report["equal"] else DIFFERENT)
        return report

    return run


@pytest.fixture
def pair(tmp_path):
    def write(left: pa.Table, right: pa.Table):
        pq.write_table(left, tmp_path / "left.parquet")
        pq.write_table(right, tmp_path / "right.parquet", row_group_size=37)
        return tmp_path / "left.parquet", tmp_path / "right.parquet"

    return write


@pytest.mark.parametrize("unordered", [[], ["--unordered"]])
def test_every_type_equals_itself(unordered, diff, pair):
    table = every_type.make_table(500)
    assert diff(*pair(table, table), *unordered)["equal"]


def test_text_equals_what_it_was_made_of(diff, inlay, converted, tmp_path):
    output, _ = converted(300)
    inlay("convert", output, "--to", tmp_path / "again.csv")
    assert diff(output, tmp_path / "again.csv")["equal"]
    assert diff(tmp_path / "again.csv", output, "--unordered")["equal"]


def test_each_changed_value_is_found(diff, pair):
    table = every_type.make_table(200)
    for name in [name for name in table.column_names if table[name].null_count < len(table)]:
        row = next(row for row, is_there in enumerate(table[name].is_valid().to_pylist()) if is_there)
        null = pa.nulls(1, table.schema.field(name).type)
        parts = [*table[name].slice(0, row).chunks, null, *table[name].slice(row + 1).chunks]
        changed = table.set_column(table.column_names.index(name), name, pa.chunked_array(parts))
        report = diff(*pair(table, changed))
        assert report["differingRowCount"] == 1, name
        ((found),) = report["rows"]
        assert found["row"] == row and [value["column"] for value in found["values"]] == [name]
        assert diff(*pair(table, changed), "--unordered")["differingRowCount"] == 2


def test_order_matters_unless_told_otherwise(diff, pair):
    table = pa.table({"x": list(range(100)), "y": [str(row % 7) for row in range(100)]})
    turned = table.take(list(range(99, -1, -1)))
    assert diff(*pair(table, turned))["differingRowCount"] == 100
    assert diff(*pair(table, turned), "--unordered")["equal"]


def test_columns_are_told(diff, pair):
    left = pa.table({"a": pa.array([1], pa.int32()), "b": ["x"]})
    right = pa.table({"a": pa.array([1], pa.int64()), "c": ["x"]})
    report = diff(*pair(left, right))
    found = {(each["column"], each["difference"]) for each in report["columns"]}
    assert found == {("a", "type"), ("b", "presence"), ("c", "presence")}
    assert report["differingRowCount"] == 0


def test_what_people_see(inlay, pair):
    table = pa.table({"x": [1, 2, 3]})
    left, right = pair(table, pa.table({"x": [1, 5]}))
    result = inlay.attempt("diff", left, right)
    assert result.returncode == DIFFERENT
    assert [line.split() for line in result.stdout.splitlines() if line.startswith("  1")] == [["1", "x", "2", "5"]]
    assert "differ in 2 rows, of 3 and 2" in result.stderr
    result = inlay.attempt("diff", left, left)
    assert (result.returncode, result.stdout) == (EQUAL, "")
    assert "are equal: 3 rows" in result.stderr


def test_a_missing_file_is_an_error(inlay, tmp_path):
    result = inlay.attempt("diff", tmp_path / "a.parquet", tmp_path / "b.parquet")
    assert (result.returncode, result.stdout) == (FAILED, "")
