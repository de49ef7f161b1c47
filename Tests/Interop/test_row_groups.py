"""A file that is large enough for several row groups."""

import datafusion
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pytest
from equality import assert_same
from page_checks import CHECKS, chunks_with_rows
from parquet_file import ParquetFile
from peers import arrow, duck, fusion, polar, spark
from test_pruning import left_out

ROWS = 600_000
COLUMNS = ["key", "sometimes", "name", "colour"]


@pytest.fixture(scope="module")
def table():
    key = pa.array(range(ROWS), pa.int64())
    sevenths = pc.subtract(key, pc.multiply(pc.divide(key, 7), 7))
    sometimes = pc.if_else(pc.equal(sevenths, 3), pa.scalar(None, pa.int64()), pc.negate(key))
    name = pc.binary_join_element_wise("name", pc.utf8_lpad(pc.cast(key, pa.string()), 7, "0"), " ")
    colour = pc.if_else(pc.less(sevenths, 4), "red", "")
    return pa.table([key, sometimes, name, colour], COLUMNS)


@pytest.fixture(scope="module")
def path(table, inlay, tmp_path_factory):
    folder = tmp_path_factory.mktemp("row-groups")
    pyarrow.csv.write_csv(table, folder / "rows.csv")
    inlay("convert", folder / "rows.csv", "--to", folder / "rows.parquet")
    return folder / "rows.parquet"


def test_there_are_several(path):
    groups = ParquetFile(path).metadata[4]
    assert len(groups) > 2
    assert sum(group[3] for group in groups) == ROWS


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("position", range(len(COLUMNS)), ids=COLUMNS)
def test_holds(check, position, path, table):
    check(chunks_with_rows(ParquetFile(path), table, position))


@pytest.mark.parametrize("peer", [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion, spark)])
def test_every_peer_reads_them(peer, path, table):
    # Readers with several threads may give the groups in another order.
    assert_same(peer.read(path).cast(table.schema).sort_by("key"), table)


def test_inlay_reads_them(path, table, inlay, tmp_path):
    inlay("convert", path, "--to", tmp_path / "again.parquet")
    assert (tmp_path / "again.parquet").read_bytes() == path.read_bytes()


def test_bytes_bound_them(path, inlay, tmp_path):
    """A row has 8 bytes of each number, 16 of its name with the length, and 4 to 7 of its colour."""
    outputs = []
    for threads in (1, 3):
        output = tmp_path / f"{threads}.parquet"
        inlay("convert", path, "--row-group-bytes", "4MB", "--threads", threads, "--to", output)
        outputs.append(output.read_bytes())
    assert outputs[0] == outputs[1]
    *full, last = ParquetFile(output).row_counts
    assert sum(full) + last == ROWS
    assert all(4_000_000 / 39 <= rows <= 4_000_000 / 28 for rows in full) and last <= 4_000_000 / 28


@pytest.mark.parametrize("size", ["0", "4 parsecs", "-1", "99999999999GB"])
def test_bytes_that_bound_nothing(size, path, inlay, tmp_path):
    output = tmp_path / "none.parquet"
    assert inlay.attempt("convert", path, f"--row-group-bytes={size}", "--to", output).returncode != 0
    assert not output.exists()


@pytest.mark.parametrize("condition", ["key = 599999", "sometimes > -10", "name < 'name 0000100'"])
def test_datafusion_leaves_out_groups(condition, path):
    context = datafusion.SessionContext()
    context.register_parquet("input", str(path))
    plan = context.sql(f"EXPLAIN ANALYZE SELECT key FROM input WHERE {condition}").to_pydict()["plan"][0]
    assert left_out("row_groups_pruned_statistics", plan) >= 2, plan
