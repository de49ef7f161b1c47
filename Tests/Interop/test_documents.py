"""The blocks of code in the README, on the pages of the documentation, and in comments: all are compiled and run."""

import os
import re
import shutil
import subprocess

import document_blocks
import pytest
from inlay_command import PLAIN_BUILD, ROOT, build_plainly

PACKAGE = ROOT / ".build" / "documents"
DOCUMENTS = [*document_blocks.documents(), *document_blocks.programs()]
MOST_LEFT_OUT = 6


def _name(document):
    return str(document.relative_to(ROOT))


@pytest.fixture(scope="module")
def program():
    document_blocks.write_package(PACKAGE)
    build_plainly(PACKAGE)
    return PLAIN_BUILD / "debug" / "Documents"


@pytest.fixture
def folder(inlay, tmp_path, monkeypatch):
    """What the documents speak of: the example's document and files, schemas, and the command on the path."""
    shutil.copytree(ROOT / "Examples" / "spotify", tmp_path / "work")
    shutil.copytree(ROOT / "Examples" / "spotify" / "lake" / "staging", tmp_path / "work" / "staging")
    shutil.rmtree(tmp_path / "work" / "lake" / "warehouse", ignore_errors=True)
    shutil.copytree(ROOT / "Schemas", tmp_path / "work" / "Schemas")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "inlay").symlink_to(inlay.binary.resolve())
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "work"


def _run(command, folder, place):
    result = subprocess.run(command, cwd=folder, capture_output=True, timeout=120)
    output = (result.stdout + result.stderr).decode()
    assert result.returncode == 0, f"{place} ended with {result.returncode}:\n{output}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_runs(document, program, folder):
    # Swift runs where its first block stands, the lines of the shell in between where they stand.
    scopes = document_blocks.scopes(document)
    waiting = [scope.name for scope in scopes]
    for block in document_blocks.blocks(document):
        if block.language == "sh" and block.is_run:
            _run(["bash", "-euo", "pipefail", "-c", block.code], folder, block.place)
        elif block.language == "swift" and block.is_run and ("fresh" in block.remarks or len(waiting) == len(scopes)):
            _run([program, waiting.pop(0)], folder, block.place)
    if document in document_blocks.programs():
        _run([program, *waiting], folder, document)
    else:
        assert not waiting


@pytest.mark.parametrize("document", document_blocks.documents(), ids=_name)
def test_names_languages_and_indents_no_code(document):
    assert {block.language for block in document_blocks.blocks(document)} <= document_blocks.LANGUAGES
    if document.suffix == ".md":
        prose = re.sub(r"^```.*?^```$", "", document.read_text(), flags=re.DOTALL | re.MULTILINE)
        assert not re.findall(r"^    \S.*$", prose, re.MULTILINE)


def test_leaves_few_blocks_out_and_says_why():
    every = [block for document in document_blocks.documents() for block in document_blocks.blocks(document)]
    left_out = [block for block in every if not block.is_run]
    assert len(left_out) <= MOST_LEFT_OUT
    for block in left_out:
        assert all(reason for reason in block.remarks.values()), block.place


def test_finds_lines_where_they_are_said_to_be():
    for document in document_blocks.documents():
        for block in document_blocks.blocks(document):
            if "found in" in block.remarks:
                path = ROOT / block.remarks["found in"].split(":")[0]
                # A checkout beside the reader's package lies elsewhere than the one beside the example.
                line = block.code.strip().rstrip(",").replace('"../inlay"', '"../.."')
                assert line in path.read_text(), block.place
