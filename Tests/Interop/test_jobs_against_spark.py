"""Jobs run by Inlay and by Spark, which runs the script that Inlay makes of them: both write the same rows.

`job_cases` has a job for every node type and variant, with random tables. What cannot be the same is left out there or
is compared by what it means, with the reason beside it; docs/SEMANTICS.md lists it.
"""

import pytest
import spark_script
import target_rows
from inlay_command import ROOT
from job_cases import CASES
from job_documents import LAKE, WAREHOUSE, JobDocument
from peers import spark
from test_seed_job import FILES

PUSHDOWN = "spark.sql.parquet.filterPushdown"


@pytest.fixture(scope="module", autouse=True)
def every_nan():
    """Spark asks the bounds of a column for NaN, in which it never is, and so loses the rows that have it."""
    configuration = spark.session().conf
    before = configuration.get(PUSHDOWN)
    configuration.set(PUSHDOWN, "false")
    yield
    configuration.set(PUSHDOWN, before)


@pytest.mark.parametrize("name", CASES)
def test_spark_writes_the_same_rows(name, inlay, tmp_path):
    job = JobDocument(tmp_path)
    CASES[name](job)
    document, lake = job.save(), f"{LAKE}={tmp_path}/lake/"
    inlay("job", "run", document, "--map", lake, "--map", f"{WAREHOUSE}={tmp_path}/inlay/")
    spark_script.export_and_run(inlay, document, tmp_path, lake, f"{WAREHOUSE}={tmp_path}/spark/")
    assert job.targets
    for target in job.targets:
        target_rows.assert_same(tmp_path / "inlay" / target.name, tmp_path / "spark" / target.name, target)


def assert_same_example(inlay, document, staging, folder):
    maps = [f"s3://inlay-example/staging/={staging}/"]
    inlay("job", "run", document, "--map", *maps, "--map", f"s3://inlay-example/warehouse/={folder}/inlay/")
    spark_script.export_and_run(inlay, document, folder, *maps, f"s3://inlay-example/warehouse/={folder}/spark/")
    inlay("diff", "--unordered", folder / "inlay", folder / "spark")


def test_spark_writes_the_rows_of_the_example(inlay, tmp_path):
    example = ROOT / "Examples" / "spotify"
    assert_same_example(inlay, example / "spotify-etl.json", example / "lake" / "staging", tmp_path)


def test_spark_writes_the_rows_of_the_real_job(inlay, spotify_data, tmp_path):
    text = (ROOT / "Examples/spotify/spotify-etl.json").read_text()
    for name, file in FILES.items():
        text = text.replace(f"staging/{name}.csv", f"staging/{file}")
    document = tmp_path / "seed.json"
    document.write_text(text)
    assert_same_example(inlay, document, spotify_data, tmp_path)
