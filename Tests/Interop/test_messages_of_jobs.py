"""What a check says of nodes that cannot do their work, each in a document that has no other fault."""

import json

import pytest
from job_documents import JobDocument, condition, mapping

CONSTANT = {"Type": "CONSTANT", "Value": ["x"]}
COLUMN = {"Type": "COLUMNEXTRACTED", "Value": ["text"]}


def filtered(operation: str, *values: dict):
    return lambda job, rows: job.filter(rows, {"Operation": operation, "Values": list(values), "Negated": False})


def mapped(*lines: dict):
    return lambda job, rows: job.node("ApplyMapping", rows, Mapping=list(lines))


def renamed(path: str, name: str):
    return lambda job, rows: job.node("RenameField", rows, SourcePath=path.split("."), TargetPath=name.split("."))


def dynamic(function: str, **parameters):
    return lambda job, rows: job.dynamic(rows, function, **parameters)


CASES = [
    (
        dynamic("gs_array_to_cols", colName="list", colList=["x", "y"], indexes=["1", "0"]),
        "The parameter `indexes` needs a whole number from 1 for each column. Found `1`, `0`.",
    ),
    (
        dynamic("gs_array_to_cols", colName="text", colList=["x"]),
        "The column must hold arrays, but it is string; a Split String makes them of texts. Found `text`.",
    ),
    (dynamic("gs_array_to_cols", colList=["x"]), "The parameter `colName` is missing."),
    (dynamic("gs_array_to_cols", colName="list"), "The parameter `colList` is missing."),
    (
        dynamic("gs_flatten", maxLevels="-1"),
        "The parameter `maxLevels` must be a whole number that is not negative. Found `-1`.",
    ),
    (
        dynamic("gs_null_rows", extended="true"),
        "This version does not tell empty arrays and maps apart; drop the column before, or set `extended` to false. "
        "Found the column",
    ),
    (
        dynamic("gs_to_timestamp", colName="text", colType="guess"),
        "; what the service guesses from values is not documented. Found",
    ),
    (mapped(mapping("pair.c", "x", "string")), " has no field of this name; "),
    (
        mapped(mapping("TEXT", "x", "string"), mapping("text", "x", "string")),
        "Another line makes a column of this name; ",
    ),
    (mapped(mapping("list", "x", "int")), ") cannot become int32. Found `list`."),
    (
        mapped(mapping("text", "x", [("a", "a", "string")])),
        "The line maps fields, but the value is string. Found `text`.",
    ),
    (
        lambda job, rows: job.node(
            "DropNullFields", rows, NullTextList=[{"Value": "x", "Datatype": {"Id": "int", "Label": "int"}}]
        ),
        "The value must be a whole number. Found `x`.",
    ),
    (
        lambda job, rows: job.node("DropNullFields", rows),
        "Which columns hold nothing is known when the rows are read; this check takes all of them to stay.",
    ),
    (
        lambda job, rows: job.node(
            "Merge", rows, job.json('{"text": "b"}\n'), Source="node-99", PrimaryKeys=[["text"]]
        ),
        "The id is not among the inputs of the node; name one of them. Found `node-99`.",
    ),
    (
        renamed("pair.a", "other.b"),
        "A field keeps its place and gets another name; write the same path but for the last",
    ),
    (renamed("text", "list"), "There is a column of this name already; choose another. Found `list`."),
    (filtered("EQ", COLUMN, {"Type": "CONSTANT", "Value": ["x", "y"]}), "A constant is one string; found 2."),
    (filtered("EQ", COLUMN, {"Type": "CONSTANT"}), "; it must be an array of one string."),
    (filtered("ISNULL", CONSTANT), "The condition looks at one column; found 0."),
    (filtered("REGEX", COLUMN, COLUMN), "The second value must be a regular expression."),
    (filtered("EQ", CONSTANT, COLUMN), "The first value must be a column."),
    (filtered("EQ", COLUMN), "The condition compares two values; found 1."),
    (lambda job, rows: job.node("Filter", rows, LogicalOperator="AND"), "; it must be an array of objects."),
    (lambda job, rows: job.node("Filter", rows, LogicalOperator="AND", Filters=[]), " needs at least one object."),
    (lambda job, rows: job.node("SelectFields", rows, Paths=[]), "The member `Paths` needs at least one column."),
    (
        lambda job, rows: job.node("SplitFields", rows, Paths=[["text"], ["list"], ["pair"]]),
        "The node names every column, so none is left for the second table; leave one out.",
    ),
    (
        lambda job, rows: job.node(
            "DynamicTransform", rows, TransformName="mine", FunctionName="mine", Path="s3://a/mine.py"
        ),
        "The transform is somebody's own Python code, which this version does not run. Give its result with --replace,",
    ),
    (
        lambda job, rows: job.node("Aggregate", rows, Groups=[], Aggs=[{"Column": ["list"], "AggFunc": "sum"}]),
        " Found the column `list`.",
    ),
]


def findings(inlay, job: JobDocument) -> list[str]:
    maps = ["--map", f"s3://lake/={job.folder}/lake/", "--map", f"s3://warehouse/={job.folder}/warehouse/"]
    result = inlay.attempt("job", "check", job.save(), *maps, "--json")
    return [finding["message"] for finding in json.loads(result.stdout)]


@pytest.mark.parametrize("case", range(len(CASES)))
def test_nodes(case, inlay, tmp_path):
    build, message = CASES[case]
    job = JobDocument(tmp_path)
    rows = job.json('{"text": "a", "list": ["b"], "pair": {"a": 1}}\n')
    job.write(build(job, rows))
    assert any(message in found for found in findings(inlay, job)), findings(inlay, job)


def test_columns_of_one_name(inlay, tmp_path):
    job = JobDocument(tmp_path)
    rows = job.json('{"name": "a", "Name": "b", "NAME": 7}\n')
    job.write(job.map(rows, ("naME", "x", "string")))
    twice = job.join("left", rows, job.json('{"name": "a", "b": 1}\n'), ("name", "name"))
    job.write(job.filter(twice, condition("EQ", "name", "a")))
    said = " ".join(findings(inlay, job))
    assert (
        " has several columns of this name but for letter case, `name`, `Name`, `NAME`; write it as one of them is. "
        in said
    )
    assert " columns of this name; rename or drop some of them before. Found" in said


def test_targets(inlay, tmp_path):
    job = JobDocument(tmp_path)
    rows = job.json('{"name": "a"}\n')
    job.write(rows, form="json", Compression="rar")
    assert "This version compresses text by gzip or not at all; found `rar`." in " ".join(findings(inlay, job))


def checked(inlay, tmp_path, document: dict) -> str:
    path = tmp_path / "job.json"
    path.write_text(json.dumps(document))
    return inlay.attempt("job", "check", path).stderr


def test_documents_of_the_console(inlay, tmp_path):
    source = {
        "name": "S",
        "type": "S3",
        "classification": "DataSource",
        "format": "csv",
        "paths": ["a.csv"],
        "inputs": [],
    }
    target = {"name": "T", "type": "S3", "classification": "DataSink", "inputs": ["s"], "path": "b"}
    said = checked(inlay, tmp_path, {"dag": {"s": {**source, "format": "nothing"}, "t": {**target, "format": "csv"}}})
    assert "AWS Glue has no node of this format here; choose one of " in said
    said = checked(inlay, tmp_path, {"dag": {"s": source, "t": {**target, "format": "orc"}}})
    assert "This version writes glueparquet, parquet, json or csv here; choose one of these. Found `orc`." in said


def test_nodes_that_are_none(inlay, tmp_path):
    said = checked(inlay, tmp_path, {"CodeGenConfigurationNodes": {"a": {"Join": 7}}})
    assert "its name is its type and whose value is an object; the value is a number." in said.replace(
        "whose name", "its name"
    )


def test_arguments_that_are_not_known(inlay):
    result = inlay.attempt("job", "run", "Examples/spotify/spotify-etl.json", "--no-such-name", "7")
    said = result.stderr
    assert "The command has no option, and the document no parameter, of this name; take it out." in said
