"""The manual pages of the command, held against those that were recorded: INLAY_RECORD_HELP=1 writes them anew."""

import os
import subprocess

import pytest
from inlay_command import PLAIN_BUILD, ROOT, build_plainly

RECORDED = ROOT / "Tests" / "InlayCLITests" / "Help" / "man"


@pytest.fixture(scope="module")
def pages(inlay, tmp_path_factory):
    """Lets the tool of the package's plugin make them; pages bear no date that changes."""
    build_plainly(ROOT, "--product", "generate-manual")
    folder = tmp_path_factory.mktemp("man")
    make = [PLAIN_BUILD / "debug" / "generate-manual", inlay.binary.resolve(), "--output-directory", folder]
    subprocess.run([*make, "--multi-page", "--date", "1970-01-01"], check=True, timeout=60)
    if "INLAY_RECORD_HELP" in os.environ:
        RECORDED.mkdir(exist_ok=True)
        for path in RECORDED.iterdir():
            path.unlink()
        for path in folder.iterdir():
            (RECORDED / path.name).write_bytes(path.read_bytes())
    return folder


def test_there_is_one_for_each_command(pages):
    assert {path.name for path in pages.iterdir()} == {path.name for path in RECORDED.iterdir()}


def test_they_say_what_was_recorded(pages):
    for path in sorted(RECORDED.iterdir()):
        assert (pages / path.name).read_text() == path.read_text(), path.name
