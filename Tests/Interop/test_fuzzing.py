"""What Arrow's fuzzing found ends in rows or a typed error, in time, and takes memory in proportion to the file.

The files are those of arrow-testing's `data/parquet/fuzzing`, in the folder that ARROW_FUZZ_DATA names.
"""

import json
import os
from pathlib import Path

import pytest
from bounded_run import run_bounded

FOLDER = os.environ.get("ARROW_FUZZ_DATA")
FILES = sorted(path for path in Path(FOLDER).rglob("*") if path.is_file()) if FOLDER else []

DONE, FAILED, FINDINGS = 0, 1, 2
EXTRA = 64 << 20
"""The bytes of memory that any file may take, and how many more for each of its own."""
TIMES = 20

pytestmark = pytest.mark.skipif(not FILES, reason="set ARROW_FUZZ_DATA to a folder of arrow-testing's Parquet files")


@pytest.fixture(scope="module")
def idle(inlay) -> int:
    """The memory of a run that reads nothing."""
    return run_bounded(inlay.binary, "--version").peak


def test_there_are_files():
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_ends_within_bounds(path, inlay, idle):
    bound = idle + EXTRA + TIMES * path.stat().st_size

    def ends(*arguments) -> int:
        run = run_bounded(inlay.binary, *arguments)
        assert run.code in (DONE, FAILED, FINDINGS), f"{arguments} ended with {run.code}: {run.errors[-500:]}"
        assert run.code != FAILED or run.errors.startswith("inlay: "), f"{arguments}: {run.errors[-500:]}"
        assert run.peak <= bound, f"{arguments} took {run.peak >> 20} MiB; {bound >> 20} are within bounds"
        return run.code

    ends("check", path)
    described = ends("inspect", path) == DONE
    if ends("cat", path) == FAILED and described:
        # A column that is refused hides those behind it.
        for name in columns(inlay, path):
            ends("cat", path, "--columns", name)


def columns(inlay, path) -> list[str]:
    """The names of the columns that the command can be asked for."""
    (file,) = json.loads(inlay("inspect", path, "--json"))["files"]
    names = [child["name"] for child in file["schema"].get("children", [])]
    return [name for name in names if name and "," not in name]
