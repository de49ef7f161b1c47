"""Every file of apache/parquet-testing holds the values that pyarrow finds in it, or is refused as decided.

The files are in the folder that PARQUET_TEST_DATA names. What is refused stands in `conformance.tsv` beside the Swift
tests, which hold the encrypted files too, and the shredded variants against the expectations beside those.
"""

import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from equality import assert_same_nested
from inlay_command import ROOT
from peers import duck, spark

FOLDER = os.environ.get("PARQUET_TEST_DATA")
LIST = ROOT / "Tests" / "InlayParquetTests" / "Fixtures" / "conformance.tsv"
VARIANTS = "shredded_variant"
"""Inlay puts variants together, pyarrow gives their parts."""

FILES = sorted(str(path.relative_to(FOLDER)) for path in Path(FOLDER).rglob("*.parquet")) if FOLDER else []
PLAIN_FILES = [name for name in FILES if not name.startswith(VARIANTS)]

pytestmark = pytest.mark.skipif(not FILES, reason="set PARQUET_TEST_DATA to a checkout of apache/parquet-testing")


READ_OTHERWISE = {
    "data/incorrect_map_schema.parquet": (duck.read, "pyarrow refuses keys that may be null"),
    "data/int96_from_spark.parquet": (spark.read, "pyarrow counts nanoseconds, beyond which some days lie"),
}
"""The files that pyarrow does not read as it reads the others, and why."""


def decisions() -> dict[str, list[str]]:
    """The messages of what is refused of each file."""
    lines = [line.split("\t") for line in LIST.read_text().splitlines()]
    return {name: messages for name, _, *messages in lines}


def test_somebody_decided_on_every_file():
    assert len(FILES) > 50
    assert set(FILES) <= set(decisions())


@pytest.mark.parametrize("name", PLAIN_FILES)
def test_values_or_refusal(name, inlay, tmp_path):
    path, copy = Path(FOLDER) / name, tmp_path / "copy.parquet"
    result = inlay.attempt("convert", path, "--to", copy)
    refusals = decisions()[name]
    if refusals:
        assert result.returncode == 1
        assert any(message in result.stderr for message in refusals), result.stderr
        return
    assert result.returncode == 0, result.stderr
    read = READ_OTHERWISE[name][0] if name in READ_OTHERWISE else lambda path: pq.ParquetFile(path).read()
    actual, expected = pq.ParquetFile(copy).read(), read(path)
    assert actual.column_names == expected.column_names
    assert actual.num_rows == expected.num_rows
    for position, column in enumerate(expected.column_names):
        assert_same_nested(column, actual.column(position), expected.column(position))
