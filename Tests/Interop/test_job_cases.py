"""The cases of jobs, run by Spark from the exported script: the rows that Inlay gives, whatever their order."""

import math

import pyarrow.parquet as pq
import pytest
import spark_script
from inlay_command import ROOT

JOBS = ROOT / "Tests" / "InlayJobsTests" / "Jobs"
CASES = sorted(path.name for path in JOBS.iterdir() if not (path / "expected" / "error.txt").exists())


@pytest.mark.parametrize("name", CASES)
def test_spark_gives_the_rows_of_a_case(name, inlay, tmp_path):
    document = JOBS / name / "job.json"
    places = f"s3://in/={JOBS / name}/"
    spark_script.export_and_run(inlay, document, tmp_path, places, f"s3://out/={tmp_path}/spark/")
    inlay("job", "run", document, "--map", places, "--map", f"s3://out/={tmp_path}/inlay/")
    for expected in (JOBS / name / "expected").glob("*.csv"):
        theirs = pq.read_table(tmp_path / "spark" / expected.stem)
        ours = pq.read_table(tmp_path / "inlay" / expected.stem)
        assert types(ours) == types(theirs)
        assert rows(ours) == rows(theirs)


def types(table) -> list:
    """Returns names and types. Spark writes down where a value that it makes is never null; here all may be."""
    return [(field.name, str(field.type).replace(" not null", "")) for field in table.schema]


def rows(table) -> list:
    """Returns the rows in an order of their own, floats by twelve digits: sums depend on their order."""
    return sorted(tuple(cell(value) for value in row.values()) for row in table.to_pylist())


def cell(value) -> str:
    if isinstance(value, float):
        return "NaN" if math.isnan(value) else f"{value:.12g}"
    return repr(value)
