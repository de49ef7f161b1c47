"""CSV between Inlay and others: what it writes they read, and compressed or untyped text it takes as they do."""

import gzip

import every_type
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from equality import assert_same
from every_type import NULL
from peers import arrow, duck

TEXTS = ["text", "few_texts", "required_text", "null_text"]
NUMBERS = [f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)]


def test_duckdb_reads_csv_that_inlay_wrote(inlay, tmp_path):
    table = every_type.make_table(5_000).select(TEXTS + NUMBERS)
    arrow.write(table, tmp_path / "in.parquet", "snappy")
    inlay("convert", tmp_path / "in.parquet", "--null", NULL, "--to", tmp_path / "out.csv")
    query = f"""FROM read_csv('{tmp_path / "out.csv"}', all_varchar = true, header = true, auto_detect = false,
      columns = {{{", ".join(f"'{name}': 'VARCHAR'" for name in table.column_names)}}},
      delim = ',', quote = '"', escape = '"', nullstr = '{NULL}')"""
    assert_same(duck.connect().sql(query).to_arrow_table(), table)


def test_compressed_text_is_the_same_text(inlay, texts, tmp_path):
    text, declaration, _ = texts(20_001)
    (tmp_path / "every_type.csv.gz").write_bytes(gzip.compress(text.read_bytes()))
    declared = ["--schema", declaration, "--null", NULL]
    inlay("convert", text, *declared, "--to", tmp_path / "plain.parquet")
    inlay("convert", tmp_path / "every_type.csv.gz", *declared, "--to", tmp_path / "compressed.parquet")
    assert (tmp_path / "compressed.parquet").read_bytes() == (tmp_path / "plain.parquet").read_bytes()


@pytest.mark.parametrize(
    "values, last, kind",
    [
        ("true", "false", pa.bool_()),
        ("1", "-9223372036854775808", pa.int64()),
        ("1", "0.5", pa.float64()),
        ("1", "x", pa.string()),
        ("1", "9223372036854775808", pa.string()),  # A double would not hold it exactly.
        ("007", "1", pa.string()),
        ("2020-09-25", "1969-12-31", pa.date32()),
        ("2020-09-25", "2020-09-25 x", pa.string()),
        ("2020-09-25 00:00:00 UTC", "", pa.timestamp("us", "UTC")),
        ("", "", pa.string()),
    ],
)
def test_types_are_inferred_from_the_last_row_too(values, last, kind, inlay, tmp_path):
    rows = [*[values] * 50_000, last]
    (tmp_path / "in.csv").write_text("row,value\n" + "".join(f"{row},{value}\n" for row, value in enumerate(rows)))
    inlay("convert", tmp_path / "in.csv", "--to", tmp_path / "out.parquet")
    assert pq.read_schema(tmp_path / "out.parquet").field("value").type == kind


def test_many_inputs_become_a_file_each(inlay, texts, tmp_path):
    text, declaration, table = texts(40)
    for name in "one", "two":
        (tmp_path / f"{name}.csv").write_bytes(text.read_bytes())
    inputs = [tmp_path / "one.csv", tmp_path / "two.csv"]
    inlay("convert", *inputs, "--schema", declaration, "--null", NULL, "--to", f"{tmp_path / 'warehouse'}/")
    assert sorted(path.name for path in (tmp_path / "warehouse").iterdir()) == ["one.parquet", "two.parquet"]
    for path in (tmp_path / "warehouse").iterdir():
        assert_same(arrow.read(path), table)


@pytest.mark.parametrize("threads", [1, 2, 4, 8])
def test_writes_the_same_bytes_with_any_number_of_threads(threads, inlay, texts, converted, tmp_path):
    text, declaration, _ = texts(50_000)
    expected, _ = converted(50_000)
    declared = ["--schema", declaration, "--null", NULL]
    inlay("convert", text, *declared, "--threads", threads, "--to", tmp_path / "out.parquet")
    assert (tmp_path / "out.parquet").read_bytes() == expected.read_bytes()


def test_bad_rows_are_counted_when_they_are_skipped(inlay, tmp_path):
    (tmp_path / "in.csv").write_text('a,b\n1,2\n3\n4,5,6\n7,"8"x\n9,10\n')
    report = inlay.report("convert", tmp_path / "in.csv", "--on-bad-row", "skip", "--to", tmp_path / "out.parquet")
    assert (report["rowCount"], report["rejectedRowCount"], len(report["rejections"])) == (2, 3, 3)
    assert arrow.read(tmp_path / "out.parquet").to_pylist() == [{"a": 1, "b": 2}, {"a": 9, "b": 10}]
