"""`inlay stats`, held against what pyarrow and DuckDB find."""

import json
import math

import every_type
import jsonschema
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from inlay_command import ROOT
from peers import duck


@pytest.fixture(scope="module")
def stats(inlay):
    def run(*arguments) -> dict:
        report = json.loads(inlay("stats", *arguments, "--json"))
        form = json.loads((ROOT / "Schemas" / "statistics.schema.json").read_text())
        jsonschema.validate(report, form, cls=jsonschema.Draft202012Validator)
        return {column["name"]: column for column in report["columns"]}

    return run


@pytest.fixture(scope="module")
def everything(stats, tmp_path_factory):
    table = every_type.make_table(5_000)
    file = tmp_path_factory.mktemp("stats") / "every_type.parquet"
    pq.write_table(table, file, row_group_size=1_700)
    return table, file, stats(file)


def test_nulls_and_distinct_values_are_pyarrows(everything):
    table, _, found = everything
    for name in table.column_names:
        column = table[name]
        assert found[name]["nullCount"] == column.null_count, name
        if pa.types.is_floating(column.type):
            assert found[name]["nanCount"] == (pc.sum(pc.is_nan(column)).as_py() or 0), name
        else:
            assert found[name]["distinctCount"] == pc.count_distinct(column, mode="only_valid").as_py(), name
        assert found[name]["distinctCountIsExact"]


def test_bounds_and_means_are_pyarrows(everything):
    table, _, found = everything
    for name in table.column_names:
        column = table[name].drop_null()
        if len(column) == 0:
            assert found[name]["min"] is None and found[name]["max"] is None and found[name]["mean"] is None
            continue
        if pa.types.is_integer(column.type):
            bounds = pc.min_max(column).as_py()
            assert (int(found[name]["min"]), int(found[name]["max"])) == (bounds["min"], bounds["max"]), name
            assert math.isclose(float(found[name]["mean"]), pc.mean(column).as_py(), rel_tol=1e-12), name
        if pa.types.is_floating(column.type):
            numbers = column.filter(pc.invert(pc.is_nan(column)))
            bounds = pc.min_max(numbers).as_py()
            least, greatest = float(found[name]["min"]), float(found[name]["max"])
            assert (least, greatest) == (pytest.approx(bounds["min"]), pytest.approx(bounds["max"])), name
        if pa.types.is_string(column.type):
            texts = sorted(column.to_pylist(), key=str.encode)
            assert (found[name]["min"], found[name]["max"]) == (texts[0], texts[-1]), name


def test_sizes_are_those_of_the_footer(everything):
    table, file, found = everything
    metadata = pq.read_metadata(file)
    for position, name in enumerate(table.column_names):
        chunks = [metadata.row_group(group).column(position) for group in range(metadata.num_row_groups)]
        assert found[name]["compressedByteCount"] == sum(chunk.total_compressed_size for chunk in chunks)
        assert found[name]["uncompressedByteCount"] == sum(chunk.total_uncompressed_size for chunk in chunks)


def test_summaries_are_duckdbs(stats, tmp_path):
    (tmp_path / "numbers.csv").write_text(
        "n,price,day,word\n"
        + "".join(f"{n},{n % 100 / 4},2020-01-{n % 28 + 1:02},w{n * n % 11}\n" for n in range(3_000))
    )
    found = stats(tmp_path / "numbers.csv")
    summary = duck.connect().sql(f"SUMMARIZE SELECT * FROM read_csv('{tmp_path}/numbers.csv')").to_arrow_table()
    for row in summary.to_pylist():
        column = found[row["column_name"]]
        if row["column_name"] in ("n", "price"):
            assert (float(column["min"]), float(column["max"])) == (float(row["min"]), float(row["max"]))
            assert math.isclose(float(column["mean"]), float(row["avg"]))
        else:
            assert (column["min"], column["max"]) == (row["min"], row["max"])
        assert column["compressedByteCount"] is None
    assert [found[name]["distinctCount"] for name in ("n", "price", "day", "word")] == [3_000, 100, 28, 6]
    counts = duck.connect().sql(
        f"SELECT count(*) FROM read_csv('{tmp_path}/numbers.csv') GROUP BY word ORDER BY 1 DESC LIMIT 1"
    )
    assert found["word"]["mostFrequent"][0]["count"] == counts.fetchall()[0][0]


def test_many_distinct_values_are_estimated(inlay, stats, tmp_path):
    count = 400_000
    table = pa.table({"id": range(count), "often": [7 if n % 3 else n for n in range(count)]})
    pq.write_table(table, tmp_path / "many.parquet")
    found = stats(tmp_path / "many.parquet")
    assert not found["id"]["distinctCountIsExact"]
    assert abs(found["id"]["distinctCount"] - count) < count * 0.03
    assert found["often"]["distinctCountIsExact"]
    assert found["often"]["mostFrequent"][0]["value"] == "7"
    text = inlay("stats", tmp_path / "many.parquet")
    assert next(line for line in text.splitlines() if line.startswith("id ")).count("~") == 1


def test_threads_change_nothing(everything, stats):
    _, file, found = everything
    assert stats(file, "--threads", 1) == stats(file, "--threads", 5) == found
