"""Joins within a memory budget: the same rows as without one, by way of temporary files, of which nothing stays."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from job_documents import JobDocument
from peers import duck

ROWS = 1_000_000
MIB = 1 << 20
KINDS = {"equijoin": "JOIN", "left": "LEFT JOIN", "right": "RIGHT JOIN", "outer": "FULL JOIN"}


@pytest.fixture(scope="module")
def sides(tmp_path_factory):
    """Two tables with keys that each have in part; a key of the first has 50,000 rows, as many as fit into no part."""
    folder = tmp_path_factory.mktemp("sides")
    number = pa.array(range(ROWS), pa.int64())
    text = pc.binary_join_element_wise("a value that is longer than a view ", pc.cast(number, pa.string()), "")
    spread = pc.if_else(pc.less(number, 50_000), 7, pc.add(number, 300_000))
    pq.write_table(pa.table({"k": spread, "a": text}), folder / "left.parquet")
    pq.write_table(pa.table({"m": number, "b": text}).slice(0, ROWS - 100), folder / "right.parquet")
    return folder


def document(folder, sides, kind):
    job = JobDocument(folder)
    left, right = (job.node("S3ParquetSource", Paths=[f"s3://lake/{name}.parquet"]) for name in ("left", "right"))
    job.write(job.join(kind, left, right, ("k", "m")))
    return job.save()


@pytest.mark.parametrize("kind", KINDS)
def test_joins_within_a_budget(kind, sides, inlay, tmp_path):
    spill = tmp_path / "spill"
    spill.mkdir()
    target = tmp_path / "warehouse"
    maps = ["--map", f"s3://lake/={sides}/", "--map", f"s3://warehouse/={target}/"]
    limits = ["--memory", "96MiB", "--spill", spill]
    report = inlay.report("job", "run", document(tmp_path, sides, kind), *maps, *limits)
    assert list(spill.iterdir()) == []
    assert report["peakMemoryBytes"] < 128 * MIB, "without a limit it is about 200 MiB"
    assert fingerprint(f"SELECT * FROM '{target}/0/*.parquet'") == fingerprint(
        f"SELECT * FROM '{sides}/left.parquet' {KINDS[kind]} '{sides}/right.parquet' ON k = m"
    )


def fingerprint(rows: str) -> tuple:
    """The number of rows, and sums that any other rows would change."""
    return duck.connect().sql(f"SELECT count(*), sum(hash(t)::HUGEINT) FROM ({rows}) t").fetchall()


def test_few_rows_that_make_many_pairs(inlay, tmp_path):
    job = JobDocument(tmp_path)
    (tmp_path / "lake").mkdir()
    few = job.parquet(pa.table({"k": [7] * 200}))
    many = job.parquet(pa.table({"m": pa.array([7] * ROWS, pa.int64()), "b": pa.array(range(ROWS))}))
    job.write(job.aggregate(job.join("equijoin", few, many, ("k", "m")), ["k"], ("count", "b"), ("sum", "b")))
    maps = ["--map", f"s3://lake/={tmp_path}/lake/", "--map", f"s3://warehouse/={tmp_path}/warehouse/"]
    report = inlay.report("job", "run", job.save(), *maps, "--memory", "512MiB")
    assert report["peakMemoryBytes"] < 256 * MIB, "as one batch they are about 600 MiB"
    (row,) = pq.read_table(tmp_path / "warehouse" / "0").to_pylist()
    assert list(row.values()) == [7, 200 * ROWS, 200 * sum(range(ROWS))]
