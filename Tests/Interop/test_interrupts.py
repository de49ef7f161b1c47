"""Ctrl-C and SIGTERM: each command ends soon, with the code that shells have for it, and leaves nothing behind."""

import os
import signal
import subprocess
import time

import pytest
from long_run import interrupt, leftovers, start, wait_for_area, write_lake

SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}

# A second is what is promised; a machine that has other work to do may take longer to say so.
PATIENCE = 5

WRITING = {
    "convert": ["convert", "{lake}", "--to", "{target}/table", "--partition-by", "key", "--types", "strings"],
    "convert, inferring types": ["convert", "{lake}", "--to", "{target}/table", "--partition-by", "key"],
    "merge": ["merge", "{lake}", "--to", "{target}/one.parquet", "--types", "strings"],
    "merge copying": ["merge", "{copies}", "--to", "{target}/one.parquet"],
    "split": ["split", "{lake}", "--to", "{target}/table", "--rows", "100000", "--types", "strings"],
}
READING = {
    "count": ["count", "{lake}"],
    "cat": ["cat", "{lake}"],
    "stats": ["stats", "{lake}"],
    "schema": ["schema", "{lake}"],
    "diff": ["diff", "{lake}", "{lake}"],
    "diff --unordered": ["diff", "{lake}", "{lake}", "--unordered"],
    "check": ["check", "{copies}"],
    "head behind a filter": ["head", "{lake}", "--where", "id = '-1'"],
}


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    return write_lake(tmp_path_factory.mktemp("long") / "lake")


@pytest.fixture(scope="module")
def copies(inlay, lake, tmp_path_factory):
    """A Parquet file of some size under many names."""
    folder = tmp_path_factory.mktemp("long") / "copies"
    folder.mkdir()
    inlay("convert", lake / "part-0.csv", "--to", folder / "part-0.parquet", "--compression", "none")
    for number in range(1, 2_000):
        os.link(folder / "part-0.parquet", folder / f"part-{number}.parquet")
    return folder


def arguments(words, lake, copies, target):
    return [word.format(lake=lake, copies=copies, target=target) for word in words]


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("name", WRITING)
def test_a_run_that_writes_stops_and_leaves_nothing(inlay, lake, copies, tmp_path, name, number):
    target = tmp_path / "new" / "deep"
    process = start(inlay, *arguments(WRITING[name], lake, copies, target))
    # Types are inferred before anything is begun.
    time.sleep(0.3) if "inferring" in name else wait_for_area(tmp_path, process)
    code, said, seconds = interrupt(process, number)
    assert (code, said) == (SIGNALS[number], "inlay: the run was stopped\n")
    assert list(tmp_path.rglob("*")) == []
    assert seconds < PATIENCE


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("name", READING)
def test_a_run_that_reads_stops(inlay, lake, copies, tmp_path, name, number):
    process = start(inlay, *arguments(READING[name], lake, copies, tmp_path))
    time.sleep(0.3)
    code, said, seconds = interrupt(process, number)
    assert code == SIGNALS[number], said
    assert seconds < PATIENCE


def test_a_job_that_is_stopped_leaves_its_targets_as_they_were(inlay, tmp_path, lake):
    document = tmp_path / "job.json"
    document.write_text(
        """{"Name": "long", "CodeGenConfigurationNodes": {
          "node-1": {"S3CsvSource": {"Name": "in", "Paths": ["s3://lake/"], "Separator": "comma",
            "QuoteChar": "quote", "WithHeader": true, "OutputSchemas": []}},
          "node-2": {"S3GlueParquetTarget": {"Name": "out", "Inputs": ["node-1"], "Path": "s3://out/one/"}},
          "node-3": {"S3GlueParquetTarget": {"Name": "too", "Inputs": ["node-1"], "Path": "s3://out/two/"}}}}"""
    )
    target = tmp_path / "out"
    (target / "two").mkdir(parents=True)
    (target / "two" / "old.parquet").write_bytes(b"old")
    maps = ["--map", f"s3://lake/={lake}/", "--map", f"s3://out/={target}/"]
    process = start(inlay, "job", "run", document, *maps, "--mode", "overwrite")
    wait_for_area(target, process)
    code, said, _ = interrupt(process, signal.SIGTERM)
    assert (code, said) == (143, "inlay: the run was stopped\n")
    assert list(target.rglob("*")) == [target / "two", target / "two" / "old.parquet"]


def test_a_second_interrupt_ends_at_once_and_leaves_nothing(inlay, lake, tmp_path):
    process = start(inlay, *arguments(WRITING["merge"], lake, lake, tmp_path))
    wait_for_area(tmp_path, process)
    process.send_signal(signal.SIGINT)
    code, _, _ = interrupt(process, signal.SIGINT)
    assert code == 130
    assert leftovers(tmp_path) == []


def test_a_run_that_cannot_go_on_ends_all_the_same(inlay, lake):
    """Nobody reads what `cat` writes, so that it waits in a call that asks for nothing."""
    process = start(inlay, "cat", lake, stdout=subprocess.PIPE)
    time.sleep(0.5)
    begin = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 143
    assert time.monotonic() - begin < PATIENCE
    process.stdout.close()
    process.stderr.close()


def test_a_signal_that_is_ignored_stays_ignored(inlay, lake, tmp_path):
    """As `nohup` has it, and shells for what runs in the background."""
    ignoring = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)}
    process = start(inlay, *arguments(WRITING["merge"], lake, lake, tmp_path), **ignoring)
    wait_for_area(tmp_path, process)
    process.send_signal(signal.SIGINT)
    time.sleep(1.5)
    assert process.poll() is None
    code, _, _ = interrupt(process, signal.SIGTERM)
    assert code == 143
    assert leftovers(tmp_path) == []
