"""The real job on its real inputs. Its document is the example's, with other paths; see `DATA_SET` in conftest.py."""

import json

import pytest
import written_folder
from independent_join import join
from inlay_command import ROOT
from peers import arrow, duck, fusion, polar, spark
from same_rows import assert_same_rows

FILES = {
    "albums": "spotify-albums_data_2023.csv",
    "artists": "spotify_artist_data_2023.csv",
    "tracks": "spotify_tracks_data_2023.csv",
}


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """The example's document with the names of the real files."""
    text = (ROOT / "Examples/spotify/spotify-etl.json").read_text()
    for name, file in FILES.items():
        text = text.replace(f"staging/{name}.csv", f"staging/{file}")
    path = tmp_path_factory.mktemp("seed") / "seed.json"
    path.write_text(text)
    return path


@pytest.fixture(scope="module")
def run(inlay, document, spotify_data):
    def run(target, *arguments):
        maps = ["--map", f"s3://inlay-example/staging/={spotify_data}/"]
        maps += ["--map", f"s3://inlay-example/warehouse/={target}/"]
        return inlay("job", "run", document, *maps, *arguments)

    return run


@pytest.fixture(scope="module")
def warehouse(run, tmp_path_factory):
    target = tmp_path_factory.mktemp("seed") / "warehouse"
    run(target)
    return target


@pytest.fixture(scope="module")
def expected(spotify_data):
    return join(**{name: spotify_data / file for name, file in FILES.items()})


def test_writes_every_row_and_column(warehouse, expected):
    written = written_folder.rows(warehouse)
    assert (written.num_rows, written.num_columns) == (438_963, 39)
    assert written.column_names == expected.column_names
    written_folder.assert_all_optional_texts_without_nulls(warehouse)


def test_writes_the_rows_of_an_independent_join(warehouse, expected):
    assert_same_rows(written_folder.rows(warehouse), expected)


def test_keeps_the_order_of_the_album_file(warehouse, spotify_data):
    albums = duck.connect().sql(f"SELECT track_id, album_id FROM read_csv('{spotify_data / FILES['albums']}')")
    assert written_folder.rows(warehouse).select(["track_id", "album_id"]).equals(albums.to_arrow_table())


@pytest.mark.parametrize("peer", [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion, spark)])
def test_every_peer_reads_it(peer, warehouse, expected):
    assert_same_rows(peer.read(warehouse), expected)


def test_writes_the_same_rows_within_a_memory_budget(run, expected, tmp_path):
    report = json.loads(run(tmp_path / "warehouse", "--memory", "48MiB", "--spill", tmp_path, "--json"))
    assert report["peakMemoryBytes"] < 130 << 20, "without a limit it is about 155 MiB"
    assert_same_rows(written_folder.rows(tmp_path / "warehouse"), expected)


@pytest.mark.parametrize("threads", [1, 4, 8])
def test_writes_the_same_bytes_with_any_number_of_threads(threads, run, tmp_path):
    run(tmp_path / "two", "--threads", 2)
    run(tmp_path / "other", "--threads", threads)
    two, other = (written_folder.parts(tmp_path / name) for name in ("two", "other"))
    assert [part.read_bytes() for part in two] == [part.read_bytes() for part in other]


def test_reports_what_it_did(run, spotify_data, tmp_path):
    report = json.loads(run(tmp_path / "warehouse", "--json"))
    assert (report["rowCount"], report["rejectedRowCount"], report["rejections"]) == (438_963, 0, [])
    assert report["inputByteCount"] == sum((spotify_data / file).stat().st_size for file in FILES.values())
