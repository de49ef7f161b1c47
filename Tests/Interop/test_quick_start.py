"""The package in Examples/QuickStart, which depends on Inlay as anybody's would."""

import re
import shutil
import subprocess

import written_folder
from inlay_command import PLAIN_BUILD, ROOT, build_plainly
from same_rows import assert_same_rows

PACKAGE = ROOT / "Examples" / "QuickStart"


def test_is_the_program_that_the_readme_shows():
    first_block = re.search(r"```swift\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert (PACKAGE / "Sources" / "QuickStart" / "main.swift").read_text() == first_block.group(1)


def test_builds_and_gives_what_the_job_gives(inlay, tmp_path):
    build_plainly(PACKAGE)
    shutil.copytree(ROOT / "Examples" / "spotify" / "lake" / "staging", tmp_path / "staging")
    subprocess.run([PLAIN_BUILD / "debug" / "QuickStart"], cwd=tmp_path, check=True, timeout=60)
    inlay.run_example(tmp_path / "job")
    assert_same_rows(written_folder.rows(tmp_path / "datawarehouse"), written_folder.rows(tmp_path / "job"))
