"""`kill -9` at any moment: a target holds the old rows or the new ones, and the next run clears away the rest."""

import os
import random
import subprocess
import time

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from long_run import leftovers, start

# The time for each way to write, in seconds: some dozens of kills, and hundreds with INLAY_KILL_SECONDS=120.
TIME = float(os.environ.get("INLAY_KILL_SECONDS", "3"))
ROWS = 3_000

WAYS = {
    "files of a folder": ["--rows", "500"],
    "partitions": ["--by", "key"],
}


def write_version(path, number):
    with path.open("w") as text:
        text.write("version,key,value\n")
        text.writelines(f"{number},{row % 5},{row}\n" for row in range(ROWS))


def version(path) -> int:
    """The one version that all rows are of; the rows are complete."""
    if path.is_dir():
        table = ds.dataset(path, format="parquet", partitioning="hive").to_table(columns=["version"])
    else:
        table = pq.read_table(path, columns=["version"])
    versions = set(table["version"].to_pylist())
    assert table.num_rows == ROWS and len(versions) == 1, (table.num_rows, versions)
    return int(versions.pop())


def duration(inlay, *arguments) -> float:
    begin = time.monotonic()
    inlay(*arguments)
    return time.monotonic() - begin


def kill_often(inlay, tmp_path, target, command):
    source = tmp_path / "in.csv"
    write_version(source, 0)
    wait = min(duration(inlay, *command(source)) for _ in range(3))
    (held, kills, changes, number) = (0, 0, 0, 0)
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    end = time.monotonic() + TIME
    while time.monotonic() < end:
        number += 1
        write_version(source, number)
        process = start(inlay, *command(source), stderr=subprocess.DEVNULL)
        time.sleep(wait * (chance.uniform(0, 1.3) if number % 4 == 0 else chance.gauss(1, 0.03)))
        process.kill()
        kills += process.wait() == -9
        found = version(target)
        assert found in (held, number), f"seed {seed}"
        # Most moments of a run are uneventful: this comes back to the one at which files take their places.
        wait *= 0.95 if found == number else 1.05
        changes += found == number
        held = found
    assert kills > 0 and changes > 0, (kills, changes, number)
    inlay(*command(source))
    assert version(target) == number
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_folder_holds_the_old_rows_or_the_new(inlay, tmp_path, way):
    target = tmp_path / "lake" / "table"
    target.parent.mkdir()
    kill_often(
        inlay, tmp_path, target, lambda source: ["split", source, "--to", target, "--mode", "overwrite", *WAYS[way]]
    )
    files = [path for path in target.rglob("*") if path.is_file()]
    assert len(files) == (6 if way == "files of a folder" else 5)


def test_a_file_holds_the_old_rows_or_the_new(inlay, tmp_path):
    target = tmp_path / "table.parquet"
    kill_often(inlay, tmp_path, target, lambda source: ["convert", source, "--to", target, "--mode", "overwrite"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "table.parquet"]
