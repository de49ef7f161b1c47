"""Inlay reads what every peer wrote, equal value for value.

A file of a peer goes through Inlay twice: `convert` writes it anew as Parquet, which keeps every bit and null, and
`cat` prints it as CSV.
"""

import every_type
import pytest
from csv_output import table_of, with_empty_texts
from equality import assert_same
from peers import arrow, duck, fusion, polar, spark

PEERS = [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion, spark)]
CODECS = ["snappy", "gzip", "none"]
NANOS = tuple(name for name in every_type.NAMES if name.endswith("_nanos"))


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("rows", [0, 1, 20_001])
@pytest.mark.parametrize("peer", PEERS)
def test_reads_what_a_peer_wrote(peer, rows, codec, inlay, tmp_path):
    path = tmp_path / "peer.parquet"
    peer.write(every_type.make_table(rows), path, codec)
    assert_reads(inlay, path, tmp_path)


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("dictionary", [True, False], ids=["dictionary", "plain"])
@pytest.mark.parametrize("pages", ["1.0", "2.0"])
def test_reads_each_page_version(pages, dictionary, codec, inlay, tmp_path):
    path = tmp_path / "peer.parquet"
    options = {"data_page_version": pages, "use_dictionary": dictionary}
    # Small pages and row groups, so that there are many of both.
    arrow.write(every_type.make_table(9_000), path, codec, **options, data_page_size=4_096, row_group_size=2_500)
    assert_reads(inlay, path, tmp_path)


def test_reads_the_dictionary_encoding_of_format_version_1(inlay, tmp_path):
    """PLAIN_DICTIONARY, which later versions renamed. Version 1 knows no nanoseconds."""
    path = tmp_path / "peer.parquet"
    arrow.write(every_type.make_table(5_000).drop_columns(list(NANOS)), path, "snappy", version="1.0")
    assert_reads(inlay, path, tmp_path)


def test_reads_dictionaries_that_gave_up_halfway(inlay, tmp_path):
    """A chunk whose dictionary grew too large goes on with plain pages."""
    path = tmp_path / "peer.parquet"
    arrow.write(every_type.make_table(9_000), path, "snappy", dictionary_pagesize_limit=2_000, data_page_size=1_000)
    assert_reads(inlay, path, tmp_path)


def assert_reads(inlay, path, folder):
    expected = arrow.read(path)
    inlay("convert", path, "--to", folder / "again.parquet")
    assert_same(arrow.read(folder / "again.parquet"), expected)
    assert_same(table_of(inlay("cat", path), expected.schema), with_empty_texts(expected))
