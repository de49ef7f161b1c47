"""What the command says of arguments that make no sense, in full."""

import os
import pty
import subprocess

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from inlay_command import ROOT

FAILED, USAGE = 1, 64


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"a": [1, 2, 3]}), path)
    return path


def words(text: str) -> str:
    """A text on one line: what is printed for people is folded."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["diff", "a.csv", "b.csv", "--limit=-1"], "--limit cannot be negative."),
        (["head", "a.csv", "-n", str(-(2**63))], "-n takes a number of rows."),
        (["job", "run", "job.json", "--rows-per-file", "0"], "--rows-per-file takes a number of at least 1."),
        (["split", "a.csv", "--to", "b", "--rows", "0"], "A table is split by a number of at least 1."),
        (["split", "a.csv", "--to", "b"], "Give one of --rows, --bytes, --parts and --by."),
        (["cat", "a.csv", "--skip-lines=-1"], "--skip-lines cannot be negative."),
        (["job", "run", "job.json", "--memory", "15MiB"], "--memory takes a size of at least 16MiB."),
        (["job", "run", "job.json", "--threads", "0"], "--threads takes a number from 1 to 1024."),
        (["cat", "a.csv", "--json-path", "$.a b["], "one has a ] for each [, such as $.records[*]; found $.a b["),
        (["job", "run", "job.json", "--map", "s3://a/"], "A location is mapped by --map PREFIX=PATH; found `s3://a/`."),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_usage(arguments, message, inlay):
    result = inlay.attempt(*arguments)
    assert result.returncode == USAGE
    assert message in words(result.stderr)


@pytest.mark.parametrize(
    "options, message",
    [
        (["--row-group", "1"], "has 1 row groups, counted from 0; there is no row group 1"),
        (["--column", "b"], "has no column of this name; `inlay inspect` lists them: b"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_inspected_parts_that_are_not_there(options, message, inlay, table):
    result = inlay.attempt("inspect", table, "--pages", *options)
    assert result.returncode == FAILED
    assert f"{table}: {message}" in result.stderr


@pytest.mark.parametrize(
    "arguments, message",
    [
        ([], "A job needs a file; give one with --csv NAME=PATH."),
        (["--csv", "a"], "A file is given by --csv NAME=PATH; found `a`."),
        (["--csv", "a.b=LICENSE"], "The name of a file must have no dot, which ends it in --join; found `a.b`."),
        (["--csv", "a=LICENSE", "--csv", "a=LICENSE"], "Two files have one name; give each its own. Found `a`."),
    ],
    ids=["no file", "no path", "a dot", "one name"],
)
def test_new_jobs(arguments, message, inlay, tmp_path):
    result = inlay.attempt("job", "new", tmp_path / "job.json", "--target", "s3://a/", *arguments)
    assert result.returncode in (FAILED, USAGE)
    assert message in words(result.stderr)


def test_the_standard_input_is_read_once(inlay, tmp_path):
    result = inlay.attempt("cat", "-", "-")
    assert result.returncode == FAILED
    assert "the standard input, -, can be read once only; name it once" in result.stderr


def on_a_terminal(inlay, *arguments) -> str:
    """Runs the command with a terminal as all of its files; returns what it shows."""
    control, terminal = pty.openpty()
    command = [str(inlay.binary), *(str(argument) for argument in arguments)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=terminal, stdout=terminal, stderr=terminal)
    os.close(terminal)
    shown = b""
    while True:
        try:
            part = os.read(control, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(control)
    assert process.wait() == FAILED
    return words(shown.decode())


def test_terminals_are_no_files(inlay, table):
    assert "the standard input, -, is a terminal; give it a file with < or a pipe" in on_a_terminal(inlay, "cat", "-")
    said = on_a_terminal(inlay, "cat", table, "--format", "parquet")
    assert "Parquet is not for a terminal; send the output to a file with > or to another command" in said


def test_rows_that_cannot_be_copied_whole(inlay, table, tmp_path):
    other = tmp_path / "other.parquet"
    pq.write_table(
        pa.table({"a": pa.array([7], pa.int64())}, schema=pa.schema([pa.field("a", pa.int64(), False)])), other
    )
    result = inlay.attempt("merge", table, other, "--to", tmp_path / "merged.parquet")
    assert result.returncode == 0, result.stderr
    assert "rows are written anew: " in result.stderr


def test_columns_for_which_a_terminal_is_too_narrow(inlay, tmp_path):
    text = tmp_path / "wide.csv"
    names = [f"a column with a long name {number}" for number in range(20)]
    text.write_text(",".join(names) + "\n" + ",".join("x" for _ in names) + "\n")
    control, terminal = pty.openpty()
    result = subprocess.run([inlay.binary, "head", text], stdout=terminal, stderr=subprocess.PIPE)
    os.close(terminal)
    shown = os.read(control, 1 << 16).decode() + result.stderr.decode()
    os.close(control)
    assert " of 20 columns are not shown" in shown
