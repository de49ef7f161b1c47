"""The example job on the small inputs with all the traps."""

import subprocess
import sys

import pytest
import written_folder
from equality import assert_same
from independent_join import join
from inlay_command import ROOT
from peers import arrow, duck, fusion, polar, spark
from same_rows import assert_same_rows

EXAMPLE = ROOT / "Examples" / "spotify"
STAGING = EXAMPLE / "lake" / "staging"


@pytest.fixture(scope="module")
def expected():
    return join(**{name: STAGING / f"{name}.csv" for name in ("albums", "artists", "tracks")})


@pytest.fixture(scope="module")
def warehouse(inlay, tmp_path_factory):
    target = tmp_path_factory.mktemp("example") / "warehouse"
    inlay.run_example(target)
    return target


def test_inputs_are_what_the_generator_writes(tmp_path):
    subprocess.run([sys.executable, EXAMPLE / "generate", tmp_path], check=True)
    for path in STAGING.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


def test_writes_the_rows_of_an_independent_join(warehouse, expected):
    assert_same_rows(written_folder.rows(warehouse), expected)
    written_folder.assert_all_optional_texts_without_nulls(warehouse)


@pytest.mark.parametrize("peer", [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion, spark)])
def test_every_peer_reads_it(peer, warehouse, expected):
    assert_same_rows(peer.read(warehouse), expected)


@pytest.mark.parametrize("threads", [1, 2, 4, 8])
def test_writes_the_same_bytes_with_any_number_of_threads(threads, warehouse, inlay, tmp_path):
    inlay.run_example(tmp_path / "warehouse", "--threads", threads)
    expected, actual = written_folder.parts(warehouse), written_folder.parts(tmp_path / "warehouse")
    assert [part.read_bytes() for part in actual] == [part.read_bytes() for part in expected]


def test_cuts_files_by_rows(warehouse, inlay, tmp_path):
    inlay.run_example(tmp_path / "warehouse", "--rows-per-file", 700)
    parts = written_folder.parts(tmp_path / "warehouse")
    whole = written_folder.rows(warehouse)
    sizes = [arrow.read(part).num_rows for part in parts]
    assert sizes == [700] * (whole.num_rows // 700) + [whole.num_rows % 700]
    assert_same(written_folder.rows(tmp_path / "warehouse"), whole)
