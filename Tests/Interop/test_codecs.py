"""Every codec goes both ways: each peer reads what Inlay compressed, and Inlay what each peer did."""

import every_type
import pytest
from equality import assert_same
from peers import arrow, duck, fusion, polar, spark

ROWS = 20_001
PEERS = [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion)]
# Under the command's names; Snappy, gzip and none stand beside every other question.
CODECS = ["lz4", "lz4-hadoop", "zstd", "brotli"]
LEVELS = {"gzip": (1, 9), "zstd": (1, 22), "brotli": (0, 11)}


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_reads_every_codec(peer, codec, converted):
    path, table = converted(ROWS, codec)
    assert_same(peer.read(path), table)


# What stands behind Brotli in parquet-java is not a part of Spark.
@pytest.mark.parametrize("codec", [codec for codec in CODECS if codec != "brotli"])
def test_spark_reads_every_codec_it_has(codec, converted):
    path, table = converted(ROWS, codec, without=tuple(spark.CANNOT_READ))
    assert_same(spark.read(path), table)


@pytest.mark.parametrize("codec", ["lz4", "zstd", "brotli"])
@pytest.mark.parametrize("peer", PEERS)
def test_reads_every_codec_of_a_peer(peer, codec, inlay, tmp_path):
    path = tmp_path / "peer.parquet"
    peer.write(every_type.make_table(ROWS), path, codec)
    assert_reads(inlay, path, tmp_path)


@pytest.mark.parametrize("codec", ["lz4", "lz4_raw", "zstd"])
def test_reads_every_codec_of_spark(codec, inlay, tmp_path):
    """Under lz4, Spark writes the deprecated codec in Hadoop's framing, of several blocks where a page is large."""
    path = tmp_path / "peer.parquet"
    spark.write(every_type.make_table(ROWS), path, codec)
    assert_reads(inlay, path, tmp_path)


@pytest.mark.parametrize("codec", ["lz4", "zstd", "brotli"])
@pytest.mark.parametrize("pages", ["1.0", "2.0"])
def test_reads_each_page_version(pages, codec, inlay, tmp_path):
    path = tmp_path / "peer.parquet"
    options = {"data_page_version": pages, "data_page_size": 4_096, "row_group_size": 2_500}
    arrow.write(every_type.make_table(9_000), path, codec, **options)
    assert_reads(inlay, path, tmp_path)


@pytest.mark.parametrize("codec", LEVELS)
def test_levels_change_the_size_and_nothing_else(codec, inlay, converted, tmp_path):
    path, table = converted(ROWS)
    sizes = []
    for level in LEVELS[codec]:
        output = tmp_path / f"{level}.parquet"
        inlay("convert", path, "--compression", codec, "--compression-level", level, "--to", output)
        assert_same(arrow.read(output), table)
        sizes.append(output.stat().st_size)
    lowest, highest = sizes
    assert highest < lowest


def test_refuses_a_level_before_it_reads(inlay, tmp_path):
    result = inlay.attempt(
        *("convert", "Examples/spotify/lake/staging", "--to", tmp_path / "out/"),
        *("--compression", "zstd", "--compression-level", "23"),
    )
    assert result.returncode != 0
    assert "ZSTD has the levels 1 to 22, not this one: 23" in result.stderr
    assert not (tmp_path / "out").exists()


def assert_reads(inlay, path, folder):
    expected = arrow.read(path)
    inlay("convert", path, "--to", folder / "again.parquet")
    assert_same(arrow.read(folder / "again.parquet"), expected)
