import functools
import os
from pathlib import Path

import every_type
import pyarrow as pa
import pytest
from inlay_command import ROOT, Inlay
from peers import spark

DATA_SET = (
    "INLAY_SPOTIFY_DATA is not set. It names a folder with spotify-albums_data_2023.csv, spotify_artist_data_2023.csv "
    "and spotify_tracks_data_2023.csv of the Kaggle data set tonygordonjr/spotify-dataset-2023."
)


# What takes longest comes first, so that no worker is left with it at the end. The builds share what they make: the one
# that makes most begins, and those that take it over come when it has ended.
FIRST = ["test_without_traits", "test_jobs_against_spark", "test_faults", "test_job_cases", "test_arrow"]
FIRST += ["test_aggregates", "test_kills", "test_quick_start", "test_documents", "test_semantics", "test_seed_job"]
FIRST += ["test_interrupts"]


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: FIRST.index(item.path.stem) if item.path.stem in FIRST else len(FIRST))


@pytest.fixture(scope="session")
def inlay() -> Inlay:
    binary = Path(os.environ.get("INLAY_BINARY", ROOT / ".build" / "release" / "inlay"))
    assert binary.exists(), f"{binary} is missing. Run `make test`, or name the command in INLAY_BINARY."
    return Inlay(binary)


@pytest.fixture(scope="session")
def spotify_data() -> Path:
    folder = os.environ.get("INLAY_SPOTIFY_DATA")
    if folder is None:
        pytest.skip(DATA_SET)
    return Path(folder)


@pytest.fixture(scope="session")
def texts(tmp_path_factory):
    """Gives a function that writes the table of every type as CSV with its declaration, once for the same arguments."""

    @functools.cache
    def write(rows: int, without: tuple[str, ...] = ()) -> tuple[Path, Path, pa.Table]:
        folder = tmp_path_factory.mktemp("texts")
        table = every_type.make_table(rows).drop_columns(list(without))
        text = every_type.write_csv(table, folder / "every_type.csv")
        return text, every_type.write_declaration(table, folder / "every_type.json"), table

    return write


@pytest.fixture(scope="session")
def converted(inlay, texts, tmp_path_factory):
    """Gives a function that lets Inlay make Parquet of the table of every type, once for the same arguments."""

    @functools.cache
    def convert(rows: int, codec: str = "snappy", without: tuple[str, ...] = ()) -> tuple[Path, pa.Table]:
        text, declaration, table = texts(rows, without)
        output = tmp_path_factory.mktemp("converted") / f"{rows}.{codec}.parquet"
        declared = ["--schema", declaration, "--null", every_type.NULL]
        inlay("convert", text, *declared, "--compression", codec, "--to", output)
        return output, table

    return convert


@pytest.fixture(scope="session", autouse=True)
def stop_spark():
    yield
    spark.stop()
