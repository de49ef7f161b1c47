"""What is said of records that are none, of paths to them, and of columns that JSON cannot have."""

import json

import pytest
from test_messages_of_options import words

FAILED, USAGE = 1, 64
ANOTHER = ", or leave records like it out with --on-bad-row skip"


def said(inlay, tmp_path, text: str | bytes, *options) -> str:
    """What is said of a file, which must be refused at a place in it."""
    path = tmp_path / "records.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    result = inlay.attempt("cat", path, *options)
    assert result.returncode == FAILED
    assert str(path) in result.stderr
    return words(result.stderr)


@pytest.mark.parametrize(
    "text, message",
    [
        ('{"a": 1', "complete it; records over several lines need the layout of values"),
        ('{"a": }', "a JSON value is expected here; correct the record"),
        ("{a: 1}", "a member's name in double quotes is expected here; correct the record"),
        ('{"a" 1}', "a colon is expected after a member's name; correct the record"),
        ('{"a": 1 "b": 2}', "a comma or } is expected after a member; correct the record"),
        ('{"a": [1 2]}', "a comma or ] is expected after an element; correct the record"),
        (
            '{"a": "\t"}',
            "a control character stands in this string without an escape; escape it as \\u and four digits",
        ),
        ('{"a": "\\q"}', "the escape is none that JSON has; escape it as \\u and four digits"),
        ('{"a": 01}', "the number has not the form of one; correct the record"),
        (b'{"a": "\xff"}', "the bytes of this record are not UTF-8; convert the file to UTF-8"),
        ("7", "the record is no object; give the path to the records"),
    ],
)
def test_records(text, message, inlay, tmp_path):
    good = b'{"a": 1}\n'
    text = text.encode() if isinstance(text, str) else text
    assert message in said(inlay, tmp_path, good + text + b"\n" + good, "--json-layout", "lines")


def test_records_that_may_be_left_out(inlay, tmp_path):
    text = '{"a": 1}\n{"a": }\n{"a": 3}\n'
    assert "correct the record" + ANOTHER in said(inlay, tmp_path, text, "--json-layout", "lines")
    path = tmp_path / "records.json"
    assert inlay("cat", path, "--json-layout", "lines", "--on-bad-row", "skip", "--format", "csv") == "a\n1\n3\n"


def nested(depth: int) -> str:
    return '{"a": ' + "[" * (depth - 1) + "]" * (depth - 1) + "}"


@pytest.mark.parametrize(
    "limit, fits, is_too_much, message",
    [
        (
            "maxDepth=3",
            nested(3),
            nested(4),
            "arrays and objects nest deeper than maxDepth allows, which is 3; raise it if",
        ),
        (
            "maxRecordBytes=20",
            json.dumps({"a": "x" * 11}),
            json.dumps({"a": "x" * 12}),
            "the record has more bytes than maxRecordBytes allows, which are 20; raise it if the file is to be trusted",
        ),
        (
            "maxInferredColumns=2",
            '{"a": 1, "b": 2}',
            '{"a": 1, "b": 2, "c": 3}',
            "the records have more members than maxInferredColumns allows, which is 2; raise it, or declare the",
        ),
    ],
    ids=lambda value: value.split("=")[0] if "=" in str(value) else "",
)
def test_limits(limit, fits, is_too_much, message, inlay, tmp_path):
    path = tmp_path / "fits.json"
    path.write_text(fits + "\n")
    assert inlay.attempt("cat", path, "--read-limit", limit).returncode == 0
    assert message in said(inlay, tmp_path, is_too_much + "\n", "--read-limit", limit)


@pytest.mark.parametrize(
    "limit, message",
    [
        ("maxDepth=1001", "maxDepth must be from 1 to 1000: 1001"),
        ("maxInferredColumns=0", "maxInferredColumns must be at least 1: 0"),
        ("maxRecordBytes=256MiB", "maxRecordBytes must be from 1 to 268435455: 268435456"),
    ],
)
def test_limits_that_are_none(limit, message, inlay, tmp_path):
    path = tmp_path / "records.json"
    path.write_text('{"a": 1}\n')
    result = inlay.attempt("cat", path, "--read-limit", limit)
    assert result.returncode in (FAILED, USAGE)
    assert message in words(result.stderr)


@pytest.mark.parametrize(
    "path, rule",
    [
        ("records", "begins with $"),
        ("$a", "goes on with .name or with [ after each step"),
        ("$.a.", "has a name after each point"),
        ("$[x]", "has a number, * or a name in quotes between [ and ]"),
        ("$['a'x", "has a ] after a name in quotes"),
        ("$['a", "has a quote at the end of each name in quotes"),
        ("$[0", "has a ] for each ["),
    ],
)
def test_paths_that_are_none(path, rule, inlay):
    result = inlay.attempt("cat", "records.json", "--json-path", path)
    assert result.returncode == USAGE
    assert f"no path to records: one {rule}, such as $.records[*]; found {path}" in words(result.stderr)


@pytest.mark.parametrize(
    "path, what",
    [("$['a','b']", "several names (['a','b'])"), ("$[0,1]", "several elements ([a,b])")],
)
def test_paths_that_are_not_followed(path, what, inlay):
    result = inlay.attempt("cat", "records.json", "--json-path", path)
    assert f"a path to records has no {what}; write it with .name, ['name'], [0] and [*]" in words(result.stderr)


def declared(tmp_path, *columns: tuple[str, str, bool]):
    path = tmp_path / "table.json"
    fields = [{"name": name, "type": kind, "nullable": nullable} for name, kind, nullable in columns]
    path.write_text(json.dumps({"columns": fields}))
    return path


def test_declared_columns(inlay, tmp_path):
    schema = declared(tmp_path, ("a", "int32", False))
    message = "the member is declared to have a value in every record: a; give one, or declare it nullable"
    assert message in said(inlay, tmp_path, '{"b": 1}\n', "--schema", schema)
    found = said(inlay, tmp_path, '{"a": [1]}\n', "--schema", schema)
    assert 'the value is none of the type int32: "[1]"; correct it, or declare another type' in found
    schema = declared(tmp_path, ("a", "interval", True))
    result = inlay.attempt("cat", tmp_path / "records.json", "--schema", schema)
    assert "column a" in result.stderr
    assert "JSON has no values of the type interval; declare another one" in result.stderr


def test_columns_that_text_cannot_have(inlay, tmp_path):
    text = tmp_path / "rows.csv"
    text.write_text("a\n1\n")
    result = inlay.attempt("cat", text, "--schema", declared(tmp_path, ("a", "list(int32)", True)))
    assert "values of this type cannot be read from text; declare another type: list(int32)" in result.stderr


def test_names_that_look_alike(inlay, tmp_path):
    text = '{"\u00e9": 1, "e\u0301": 2}\n'
    message = (
        "two members have names that look alike and differ in their bytes; declare the columns, with one of them: "
    )
    assert message in said(inlay, tmp_path, text)
