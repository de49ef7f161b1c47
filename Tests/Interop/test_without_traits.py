"""The command in a build without package traits: what is left out is an error that names the trait."""

import every_type
import pytest
from inlay_command import PLAIN_BUILD, ROOT, Inlay, build_plainly
from peers import arrow

TRAITS = {"zstd": "Zstd", "brotli": "Brotli"}


@pytest.fixture(scope="module")
def plain() -> Inlay:
    build_plainly(ROOT, "--product", "inlay")
    return Inlay(PLAIN_BUILD / "debug" / "inlay")


@pytest.mark.parametrize("codec, trait", TRAITS.items())
def test_refuses_to_write(codec, trait, plain, tmp_path):
    result = plain.attempt(
        *("convert", "Examples/spotify/lake/staging", "--to", tmp_path / "out/", "--compression", codec)
    )
    assert result.returncode != 0
    assert_names(trait, codec, result.stderr)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("codec, trait", TRAITS.items())
def test_refuses_to_read(codec, trait, plain, tmp_path):
    path = tmp_path / "peer.parquet"
    arrow.write(every_type.make_table(40), path, codec)
    assert plain("count", path).split()[0] == "40"
    result = plain.attempt("cat", path)
    assert result.returncode != 0
    assert_names(trait, codec, result.stderr)


@pytest.mark.parametrize("codec", ["snappy", "gzip", "lz4", "lz4-hadoop", "none"])
def test_has_the_others(codec, plain, tmp_path):
    table = every_type.make_table(40)
    arrow.write(table, tmp_path / "peer.parquet", "none")
    plain("convert", tmp_path / "peer.parquet", "--to", tmp_path / "again.parquet", "--compression", codec)
    assert arrow.read(tmp_path / "again.parquet").num_rows == table.num_rows


def assert_names(trait, codec, text):
    assert f"not built in; build Inlay with the package trait {trait}: {codec.upper()}" in text
