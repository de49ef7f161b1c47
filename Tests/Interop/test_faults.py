"""Real faults of a machine: full disks, files that change, places that cannot be read or written, closed pipes."""

import os
import resource
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from long_run import interrupt, leftovers, start, wait_for_area, write_lake

NOBODY = 65534


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    return write_lake(tmp_path_factory.mktemp("long") / "lake")


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 4 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("A small file system can be mounted by root only.")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fails(inlay, *arguments) -> str:
    result = inlay.attempt(*arguments)
    assert result.returncode == 1, (result.returncode, result.stderr)
    assert result.stderr.startswith("inlay: ") and result.stderr.count("\n") == 1
    return result.stderr


@pytest.mark.parametrize("words", [["merge"], ["split", "--by", "key"], ["split", "--rows", "100000"]], ids=str)
def test_a_full_disk_ends_the_run_and_leaves_what_was_there(inlay, lake, small_disk, words):
    verb, *rest = words
    target = small_disk / ("one.parquet" if verb == "merge" else "table")
    command = [verb, lake / "part-0.csv", "--to", target, *rest]
    inlay(*command)
    before = {path: path.read_bytes() for path in small_disk.rglob("*") if path.is_file()}
    command[1:2] = [lake / f"part-{number}.csv" for number in range(60)]
    assert "No space left on device" in fails(inlay, *command, "--mode", "overwrite")
    assert {path: path.read_bytes() for path in small_disk.rglob("*") if path.is_file()} == before
    assert leftovers(small_disk) == []


def test_a_target_that_is_a_mounted_disk_is_written_all_the_same(inlay, lake, small_disk):
    """It cannot swap places with another folder."""
    for number in range(2):
        inlay("split", lake / "part-0.csv", "--to", small_disk, "--rows", 20_000, "--mode", "overwrite")
        assert pq.read_table(small_disk).num_rows == 60_000
        assert len(list(small_disk.iterdir())) == 3, number


@pytest.mark.parametrize("size", [0, 1, 1_000_000])
@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_a_file_that_is_cut_off_while_it_is_read_is_an_error(inlay, tmp_path, form, size):
    """The file has many names, so that the run is in its midst when it is cut."""
    folder = write_lake(tmp_path / "lake", files=1, rows=300_000)
    first = folder / "part-0.csv"
    if form != "csv":
        other = folder / f"part-0.{form}"
        inlay("convert", first, "--to", other, *(["--compression", "none"] if form == "parquet" else []))
        first.unlink()
        first = other
    # Of JSON the types are found out first, which takes as long again.
    for number in range(1, 60 if form == "json" else 300):
        os.link(first, folder / f"part-{number}.{form}")
    target = tmp_path / "out" / "one.parquet"
    types = ["--types", "strings"] if form == "csv" else []
    process = start(inlay, "merge", folder, "--to", target, "--rewrite", *types)
    wait_for_area(tmp_path, process)
    os.truncate(first, min(size, first.stat().st_size - 1))
    _, said = process.communicate(timeout=120)
    # What is said depends on the moment: a file that is cut before it is opened again is as short as it is.
    assert process.returncode == 1, said.decode()
    assert said.startswith(f"inlay: {folder}/part-".encode())
    assert not target.parent.exists()


def test_a_file_that_is_replaced_while_it_is_read_is_read_as_it_was(inlay, lake, tmp_path):
    source = tmp_path / "in.csv"
    source.write_text((lake / "part-0.csv").read_text())
    new = tmp_path / "new.csv"
    stop = threading.Event()

    def replace():
        while not stop.is_set():
            new.write_text("id,key,name,price\n1,1,a,1.5\n")
            new.replace(source)

    thread = threading.Thread(target=replace)
    thread.start()
    try:
        for number in range(20):
            inlay("count", source)
            inlay("convert", source, "--to", tmp_path / f"{number}.parquet", "--types", "strings")
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("command", ["count", "schema", "head", "stats", "inspect", "check"])
def test_what_is_no_file_is_refused(inlay, tmp_path, command):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    expected = "is not a regular file; copy it to one first" if command not in ("inspect", "check") else ""
    for path in (pipe, "/dev/zero"):
        said = inlay.attempt(command, path)
        assert said.returncode in (1, 2), said
        assert str(path) in said.stderr + said.stdout
        if path is pipe:
            assert expected in said.stderr


@pytest.mark.parametrize("target", ["/dev/null", "{pipe}"])
def test_a_target_that_is_no_file_is_refused(inlay, lake, tmp_path, target):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    path = target.format(pipe=pipe)
    said = fails(inlay, "merge", lake / "part-0.csv", "--to", path, "--mode", "overwrite")
    assert "is not a regular file; give another name" in said


@pytest.fixture
def open_folder():
    """A folder that everybody may enter, which the folders of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def as_nobody(inlay, *arguments):
    drop = (lambda: os.setuid(NOBODY)) if os.geteuid() == 0 else None
    command = [str(inlay.binary), *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, preexec_fn=drop)


def test_places_that_may_not_be_read_or_written_are_named(inlay, open_folder):
    source = open_folder / "in.csv"
    source.write_text("a\n1\n")
    locked = open_folder / "locked"
    locked.mkdir(mode=0o500)
    result = as_nobody(inlay, "count", source)
    if result.returncode != 0:
        pytest.skip("The command lies where others may not run it.")
    for target in (locked / "out.parquet", locked / "table/"):
        result = as_nobody(inlay, "convert", source, "--to", f"{target}")
        assert result.returncode == 1 and "Permission denied" in result.stderr, result.stderr
        assert str(locked) in result.stderr
    source.chmod(0)
    result = as_nobody(inlay, "count", source)
    assert (result.returncode, result.stderr) == (1, f"inlay: {source}: cannot be opened: Permission denied\n")


def test_a_reader_that_goes_away_ends_the_run_quietly(inlay, lake):
    process = start(inlay, "cat", lake, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"id,key,name,price\n"
    process.stdout.close()
    assert process.wait(timeout=60) == -signal.SIGPIPE
    assert process.stderr.read() == b""
    process.stderr.close()


def test_too_few_descriptors_are_an_error(inlay, lake, tmp_path):
    many = tmp_path / "many.csv"
    many.write_text("key,value\n" + "".join(f"{row},{row}\n" for row in range(200)))
    few = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))}
    process = start(inlay, "split", many, "--to", tmp_path / "table", "--by", "key", **few)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and b"Too many open files" in said, said
    assert not (tmp_path / "table").exists()


def test_two_runs_into_one_target(inlay, lake, tmp_path):
    """The second one fails and says who the first one is; readers see what was there."""
    for target, command in (
        (tmp_path / "table", ["split", "--types", "strings", "--rows", "100000"]),
        (tmp_path / "one.parquet", ["merge", "--types", "strings"]),
    ):
        inlay(command[0], lake / "part-0.csv", "--to", target, *command[1:])
        process = start(inlay, command[0], lake, "--to", target, *command[1:], "--mode", "overwrite")
        wait_for_area(tmp_path, process)
        said = fails(inlay, command[0], lake / "part-0.csv", "--to", target, *command[1:], "--mode", "overwrite")
        assert "another run writes to this target; wait until it ends, or give another target." in said
        assert f"It is process {process.pid} on {os.uname().nodename} since 2" in said
        assert inlay("count", target) == "60000\n"
        assert pq.read_table(target).num_rows == 60_000
        assert interrupt(process, signal.SIGINT)[0] == 130
        inlay(command[0], lake / "part-0.csv", "--to", target, *command[1:], "--mode", "overwrite")
        assert leftovers(tmp_path) == []
