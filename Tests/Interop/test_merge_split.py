"""`inlay merge` and `inlay split`: row groups that are copied, and rows that are spread over files."""

import duckdb
import every_type
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from peers import arrow, duck, fusion, polar, spark
from same_rows import assert_same_rows

FAILED, USAGE = 1, 64


@pytest.fixture
def parts(tmp_path):
    """Three files of pyarrow with page index, and their rows."""
    table = every_type.make_table(3_000)
    files = [tmp_path / f"{number}.parquet" for number in range(3)]
    for number, file in enumerate(files):
        rows = table.slice(number * 1_000, 1_000)
        pq.write_table(
            rows, file, row_group_size=400, data_page_size=2_000, write_page_index=True, write_page_checksum=True
        )
    return files, table


def check(inlay, file, *arguments):
    assert inlay("check", file, *arguments)


@pytest.mark.parametrize("peer", [arrow, duck, fusion, polar, spark], ids=lambda peer: peer.NAME)
def test_copied_row_groups_are_read(peer, inlay, parts, tmp_path):
    files, table = parts
    inlay("merge", *files, "--to", tmp_path / "whole.parquet")
    assert pq.ParquetFile(tmp_path / "whole.parquet").num_row_groups == 9
    without = [name for name in getattr(peer, "CANNOT_READ", {}) if name in table.column_names]
    if without:
        for number, file in enumerate(files):
            pq.write_table(table.slice(number * 1_000, 1_000).drop_columns(without), file, row_group_size=400)
        inlay("merge", *files, "--to", tmp_path / "whole.parquet", "--mode", "overwrite")
    assert peer.read(tmp_path / "whole.parquet").num_rows == 3_000


def test_copied_rows_are_the_same(inlay, parts, tmp_path):
    files, table = parts
    inlay("merge", *files, "--to", tmp_path / "whole.parquet")
    assert_same_rows(pq.read_table(tmp_path / "whole.parquet", page_checksum_verification=True), table)
    check(inlay, tmp_path / "whole.parquet")
    # Files that were merged before are merged again.
    inlay("merge", tmp_path / "whole.parquet", files[0], "--to", tmp_path / "more.parquet")
    assert pq.read_table(tmp_path / "more.parquet").num_rows == 4_000
    check(inlay, tmp_path / "more.parquet")


def test_the_page_index_still_leads_to_pages(inlay, tmp_path):
    files = []
    for start in range(0, 3_000, 1_000):
        files.append(tmp_path / f"{start}.parquet")
        numbers = pa.table({"n": range(start, start + 1_000), "t": [f"text {n}" for n in range(start, start + 1_000)]})
        pq.write_table(numbers, files[-1], write_page_index=True, max_rows_per_page=100, use_dictionary=False)
    inlay("merge", *files, "--to", tmp_path / "whole.parquet")
    check(inlay, tmp_path / "whole.parquet")
    context = fusion.datafusion.SessionContext()
    context.register_parquet("whole", str(tmp_path / "whole.parquet"))
    for wanted in (5, 999, 1_000, 2_345):
        rows = context.sql(f"SELECT t FROM whole WHERE n = {wanted}").to_arrow_table()
        assert rows.to_pylist() == [{"t": f"text {wanted}"}]
        found = spark.session().read.parquet(str(tmp_path / "whole.parquet")).where(f"n = {wanted}").toArrow()
        assert found.to_pylist() == [{"n": wanted, "t": f"text {wanted}"}]


def test_bloom_filters_come_along(inlay, tmp_path):
    for number in range(2):
        duckdb.execute(
            f"COPY (SELECT 'value ' || (range % 50 + {number * 1000}) AS t FROM range(5000)) "
            f"TO '{tmp_path}/{number}.parquet' (FORMAT parquet)"
        )
    inlay("merge", tmp_path / "0.parquet", tmp_path / "1.parquet", "--to", tmp_path / "whole.parquet")
    # DuckDB's footers do not name the encoding of their dictionary pages.
    check(inlay, tmp_path / "whole.parquet", "--except", "encodings")
    footer = duckdb.sql(f"SELECT bloom_filter_offset FROM parquet_metadata('{tmp_path}/whole.parquet')").fetchall()
    assert len(footer) == 2 and all(offset is not None for (offset,) in footer)

    def excluded(value):
        probe = f"SELECT bloom_filter_excludes FROM parquet_bloom_probe('{tmp_path}/whole.parquet', 't', '{value}')"
        return [excludes for (excludes,) in duckdb.sql(probe).fetchall()]

    assert excluded("value 7") == [False, True]
    assert excluded("value 1007") == [True, False]


def test_rewritten_rows_are_in_full_row_groups(inlay, parts, tmp_path):
    files, table = parts
    inlay("merge", *files, "--rewrite", "--compression", "gzip", "--to", tmp_path / "whole.parquet")
    assert pq.ParquetFile(tmp_path / "whole.parquet").num_row_groups == 1
    assert_same_rows(pq.read_table(tmp_path / "whole.parquet"), table)
    check(inlay, tmp_path / "whole.parquet")


def test_nulls_are_united_and_other_differences_are_errors(inlay, tmp_path):
    required = pa.schema([pa.field("x", pa.int64(), nullable=False)])
    pq.write_table(pa.table({"x": [1, 2]}, required), tmp_path / "a.parquet")
    pq.write_table(pa.table({"x": pa.array([3, None], pa.int64())}), tmp_path / "b.parquet")
    pq.write_table(pa.table({"x": ["text"]}), tmp_path / "c.parquet")
    inlay("merge", tmp_path / "a.parquet", tmp_path / "b.parquet", "--to", tmp_path / "ab.parquet")
    assert pq.read_table(tmp_path / "ab.parquet")["x"].to_pylist() == [1, 2, 3, None]
    result = inlay.attempt("merge", tmp_path / "a.parquet", tmp_path / "c.parquet", "--to", tmp_path / "ac.parquet")
    assert result.returncode == FAILED
    assert f"{tmp_path / 'c.parquet'}, column x" in result.stderr
    assert not (tmp_path / "ac.parquet").exists()


def test_text_is_merged_too(inlay, tmp_path):
    (tmp_path / "a.csv").write_text("x,y\n1,a\n")
    (tmp_path / "b.csv").write_text("x,y\n2.5,b\n")
    inlay("merge", tmp_path / "a.csv", tmp_path / "b.csv", "--to", tmp_path / "ab.parquet")
    assert pq.read_table(tmp_path / "ab.parquet").to_pylist() == [{"x": 1.0, "y": "a"}, {"x": 2.5, "y": "b"}]


@pytest.fixture
def numbers(tmp_path):
    table = pa.table({"n": range(1_000), "k": [f"k{n % 3}" for n in range(1_000)]})
    pq.write_table(table, tmp_path / "numbers.parquet")
    return tmp_path / "numbers.parquet", table


@pytest.mark.parametrize(
    ("measure", "sizes"),
    [
        (["--rows", 400], [400, 400, 200]),
        (["--parts", 3], [334, 333, 333]),
        (["--parts", 1], [1_000]),
        (["--parts", 2_000], [1] * 1_000),
    ],
    ids=str,
)
def test_a_table_is_split(measure, sizes, inlay, numbers, tmp_path):
    file, table = numbers
    inlay("split", file, "--to", tmp_path / "out", *measure)
    files = sorted((tmp_path / "out").iterdir())
    assert [pq.read_metadata(each).num_rows for each in files] == sizes
    assert pa.concat_tables(pq.read_table(each) for each in files).equals(table)


def test_a_table_is_split_by_bytes(inlay, numbers, tmp_path):
    file, _ = numbers
    inlay("split", file, "--to", tmp_path / "out", "--bytes", file.stat().st_size // 4)
    assert len(list((tmp_path / "out").iterdir())) in (4, 5)


def test_a_table_is_split_by_values(inlay, numbers, tmp_path):
    file, table = numbers
    inlay("split", file, "--to", tmp_path / "out", "--by", "k")
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["k=k0", "k=k1", "k=k2"]
    inlay("merge", tmp_path / "out", "--to", tmp_path / "again.parquet")
    assert pq.read_table(tmp_path / "again.parquet").sort_by("n").equals(table)


@pytest.mark.parametrize("measure", [[], ["--rows", 0], ["--rows", 3, "--parts", 2]], ids=str)
def test_one_measure_is_given(measure, inlay, numbers, tmp_path):
    result = inlay.attempt("split", numbers[0], "--to", tmp_path / "out", *measure)
    assert (result.returncode, result.stdout) == (USAGE, "")
