"""Jobs written as scripts: Python whatever the names in a document are, and in Spark the rows that Inlay gives."""

import ast
import gzip
import json

import pyarrow.parquet as pq
import pytest
import spark_script
from inlay_command import ROOT

SCRIPTS = ROOT / "Tests" / "InlayJobsTests" / "Scripts"
DOCUMENTS = sorted(path.stem for path in SCRIPTS.glob("*.json"))
EXAMPLE = ROOT / "Examples" / "spotify" / "spotify-etl.json"


@pytest.mark.parametrize("language", ["pyspark", "glue"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_scripts_are_python(name, language, inlay):
    script = inlay("job", "export", SCRIPTS / f"{name}.json", "--to", language)
    assert script == (SCRIPTS / f"{name}.{language}").read_text()
    compile(script, name, "exec")


@pytest.mark.parametrize("language", ["pyspark", "glue"])
def test_no_name_becomes_code(language, inlay):
    tree = ast.parse(inlay("job", "export", SCRIPTS / "hostile-names.json", "--to", language))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    modules = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert "hacked" not in calls
    assert modules <= {"argparse", "operator", "re", "sys"}
    # The names are there, as texts, exactly as the document has them.
    nodes = json.loads((SCRIPTS / "hostile-names.json").read_text())["CodeGenConfigurationNodes"]
    query = nodes["node-a"]["SparkSQL"]["SqlQuery"]
    assert query in texts
    assert nodes["node-b"]["S3DirectTarget"]["Compression"] in texts


def test_spark_gives_the_rows_of_the_example_job(inlay, tmp_path):
    lake = f"s3://inlay-example/={EXAMPLE.parent}/lake/"
    spark_script.export_and_run(inlay, EXAMPLE, tmp_path, lake, f"s3://inlay-example/warehouse/={tmp_path}/spark/")
    inlay.run_example(tmp_path / "inlay")
    inlay("diff", "--unordered", tmp_path / "spark", tmp_path / "inlay")


@pytest.mark.parametrize("dialect", ["console", "api", "git"])
def test_a_document_runs_the_same_in_every_dialect(dialect, inlay, tmp_path):
    document = tmp_path / "job.json"
    inlay("job", "export", EXAMPLE, "--to", dialect, "-o", document)
    maps = ["--map", f"s3://inlay-example/={EXAMPLE.parent}/lake/"]
    inlay("job", "run", document, *maps, "--map", f"s3://inlay-example/warehouse/={tmp_path}/written/")
    inlay.run_example(tmp_path / "inlay")
    inlay("diff", tmp_path / "written", tmp_path / "inlay")
    assert inlay.attempt("job", "export", EXAMPLE, "--to", dialect, "-o", document).returncode == 1


def test_csv_means_in_spark_what_it_means_here(inlay, tmp_path):
    lake = tmp_path / "lake" / "deep"
    lake.mkdir(parents=True)
    (lake / "a.csv").write_text('id;na.me;x\n1;"a ""q"" \\ b";\n2;;None\n3;"two\nlines\r\nhere"; sp \n')
    (lake / "b.csv.gz").write_bytes(gzip.compress(b"id;na.me;x\n4;\"\";'q'\n"))
    (lake / "c.tmp").write_text("no;rows")
    (lake / "_hidden.csv").write_text("no;rows")
    source = {"Name": "S", "Paths": ["s3a://b/in/"], "Separator": "semicolon", "QuoteChar": "quote"}
    source |= {"WithHeader": True, "Recurse": True, "Exclusions": ["**.tmp"]}
    target = {"Name": "T", "Inputs": ["s"], "Path": "s3://b/out/", "Compression": "snappy"}
    nodes = {"s": {"S3CsvSource": source}, "t": {"S3GlueParquetTarget": target}}
    document = tmp_path / "job.json"
    document.write_text(json.dumps({"Name": "J", "CodeGenConfigurationNodes": nodes}))
    places = f"s3://b/in={tmp_path}/lake"
    spark_script.export_and_run(inlay, document, tmp_path, places, f"s3://b/out={tmp_path}/spark")
    inlay("job", "run", document, "--map", places, "--map", f"s3://b/out={tmp_path}/inlay")
    inlay("diff", "--unordered", tmp_path / "spark", tmp_path / "inlay")
    rows = sorted(pq.read_table(tmp_path / "spark").to_pylist(), key=lambda row: row["id"])
    assert [row["na.me"] for row in rows] == ['a "q" \\ b', "", "two\nlines\r\nhere", ""]
    assert [row["x"] for row in rows] == ["", "None", " sp ", "'q'"]
