"""Every peer reads every encoding that Inlay writes, of every type, in both page versions, with nulls and without."""

import every_type
import pyarrow.parquet as pq
import pytest
from equality import assert_same
from peers import arrow, duck, fusion, polar, spark
from registry import ALLOWED, DICTIONARIES
from test_written_types import ELEMENTS, PHYSICAL

ROWS = 9_000
LEGAL = {physical: sorted(encodings) for physical, encodings in ALLOWED.items()}
ROUNDS = range(max(len(encodings) for encodings in LEGAL.values()))
"""In each, every column has the next one of its encodings."""

PEERS = [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion, spark)]


def encodings_of_round(number: int) -> dict[str, str]:
    """The encoding of each column."""
    legal = {column.name: LEGAL[ELEMENTS[column.declared][PHYSICAL]] for column in every_type.COLUMNS}
    return {name: encodings[number % len(encodings)] for name, encodings in legal.items()}


def write(inlay, texts, path, without, *options):
    text, declaration, table = texts(ROWS, without)
    declared = ["--schema", declaration, "--null", every_type.NULL]
    inlay("convert", text, *declared, "--to", path, *options)
    return table


def asked_for(encodings) -> list[str]:
    return [part for name, encoding in encodings.items() for part in ("--column-encoding", f"{name}={encoding}")]


def unread(peer) -> set[str]:
    return set(getattr(peer, "CANNOT_READ", {}))


def unread_encoded(peer) -> dict[tuple[str, str], str]:
    return getattr(peer, "CANNOT_READ_ENCODED", {})


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("number", ROUNDS)
@pytest.mark.parametrize("peer", PEERS)
def test_reads_each_encoding(peer, number, version, inlay, texts, tmp_path):
    encodings = encodings_of_round(number)
    left_out = {name for name, encoding in encodings.items() if (name, encoding) in unread_encoded(peer)}
    without = tuple(sorted(left_out | unread(peer)))
    kept = {name: encoding for name, encoding in encodings.items() if name not in without}
    path = tmp_path / "encoded.parquet"
    table = write(inlay, texts, path, without, "--data-page-version", version, *asked_for(kept))
    assert_written_in(kept, path)
    assert_same(peer.read(path), table)


def assert_written_in(encodings, path):
    group = pq.read_metadata(path).row_group(0)
    for position in range(group.num_columns):
        column = group.column(position)
        encoding = encodings[column.path_in_schema]
        # A dictionary without entries is not written.
        if column.path_in_schema.startswith("null_") and encoding in DICTIONARIES:
            encoding = "PLAIN"
        assert encoding in column.encodings, column.path_in_schema


@pytest.mark.parametrize(
    "peer, column, encoding",
    [
        pytest.param(peer, *cell, id=f"{peer.NAME}-{cell[0]}-{cell[1]}")
        for peer in (duck, polar, spark)
        for cell in peer.CANNOT_READ_ENCODED
    ],
)
def test_still_cannot_read(peer, column, encoding, inlay, texts, tmp_path):
    """These cells are left out for a reason; when it is gone, they come back in."""
    without = tuple(name for name in every_type.NAMES if name != column)
    path = tmp_path / "encoded.parquet"
    write(inlay, texts, path, without, "--encoding", encoding)
    with pytest.raises(Exception, match=peer.CANNOT_READ_ENCODED[column, encoding]):
        peer.read(path)


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("peer", PEERS)
def test_reads_what_is_smallest(peer, version, inlay, texts, tmp_path):
    path = tmp_path / "automatic.parquet"
    options = ["--encoding", "automatic", "--data-page-version", version]
    table = write(inlay, texts, path, tuple(unread(peer)), *options)
    assert_same(peer.read(path), table)


def test_the_smallest_is_the_same_with_any_number_of_threads(inlay, texts, tmp_path):
    files = []
    for threads in 1, 2, 5:
        path = tmp_path / f"{threads}.parquet"
        write(inlay, texts, path, (), "--encoding", "automatic", "--threads", threads)
        files.append(path.read_bytes())
    assert files[0] == files[1] == files[2]


def test_an_encoding_that_a_type_does_not_have_is_refused(inlay, texts, tmp_path):
    text, declaration, _ = texts(1, ())
    declared = ["--schema", declaration, "--null", every_type.NULL, "--to", tmp_path / "none.parquet"]
    result = inlay.attempt("convert", text, *declared, "--column-encoding", "text=BYTE_STREAM_SPLIT")
    assert result.returncode != 0
    assert "choose from PLAIN, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY" in result.stderr
    assert not (tmp_path / "none.parquet").exists()
