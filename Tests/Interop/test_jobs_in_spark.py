"""The jobs that are written down as tests, exported as scripts and run by Spark: the rows are those of a run here."""

import pyarrow as pa
import pytest
import spark_script
from inlay_command import ROOT
from peers import arrow
from same_rows import assert_same_rows

JOBS = ROOT / "Tests" / "InlayJobsTests" / "Jobs"
NAMES = sorted(folder.name for folder in JOBS.iterdir() if not (folder / "expected" / "error.txt").exists())

# Spark knows that a structure which it makes is never null, and writes that down; the columns here may be null.
MADE_STRUCTURES = {"nested-fields"}

# Spark sums in the order in which its shuffles bring the rows, so digits at the end differ, and first and last are any.
ORDER_MATTERS = {"aggregate"}


def assert_about_same(actual: pa.Table, expected: pa.Table) -> None:
    names = [name for name in expected.column_names if not name.startswith(("first(", "last("))]
    assert actual.column_names == expected.column_names

    def rows(table):
        return sorted(zip(*(table[name].to_pylist() for name in names), strict=True), key=repr)

    for one, other in zip(rows(actual), rows(expected), strict=True):
        floats = [pytest.approx(cell, rel=1e-12) if isinstance(cell, float) else cell for cell in other]
        assert list(one) == floats


@pytest.mark.parametrize("name", NAMES)
def test_spark_gives_the_same_rows(name, inlay, tmp_path):
    document, places = JOBS / name / "job.json", f"s3://in/={JOBS / name}/"
    spark_script.export_and_run(inlay, document, tmp_path, places, f"s3://out/={tmp_path}/spark/")
    inlay("job", "run", document, "--map", places, "--map", f"s3://out/={tmp_path}/inlay/")
    targets = sorted(folder.name for folder in (tmp_path / "inlay").iterdir())
    assert targets == sorted(folder.name for folder in (tmp_path / "spark").iterdir())
    for target in targets:
        ours, theirs = tmp_path / "inlay" / target, tmp_path / "spark" / target
        if name in ORDER_MATTERS:
            assert_about_same(arrow.read(theirs), arrow.read(ours))
        elif name in MADE_STRUCTURES:
            assert_same_rows(arrow.read(theirs), arrow.read(ours))
        else:
            inlay("diff", "--unordered", theirs, ours)
