"""Inlay reads values in every encoding that pyarrow writes, in both page versions, with nulls and without."""

import every_type
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from peers import arrow
from test_inlay_reads_peers import assert_reads

FAMILIES = {
    "differences": {
        "integer": "DELTA_BINARY_PACKED",
        "bytes": "DELTA_LENGTH_BYTE_ARRAY",
        "fixed": "DELTA_BYTE_ARRAY",
        "floating": "PLAIN",
        "boolean": "PLAIN",
    },
    "shared_beginnings": {
        "integer": "DELTA_BINARY_PACKED",
        "bytes": "DELTA_BYTE_ARRAY",
        "fixed": "DELTA_BYTE_ARRAY",
        "floating": "BYTE_STREAM_SPLIT",
        "boolean": "RLE",
    },
    "split_streams": {
        "integer": "BYTE_STREAM_SPLIT",
        "bytes": "DELTA_LENGTH_BYTE_ARRAY",
        "fixed": "BYTE_STREAM_SPLIT",
        "floating": "BYTE_STREAM_SPLIT",
        "boolean": "RLE",
    },
}
"""The encoding of each kind of column."""


def kind_of(type: pa.DataType, decimals_as_integers: bool) -> str:
    if pa.types.is_boolean(type):
        return "boolean"
    if pa.types.is_floating(type):
        return "floating"
    if pa.types.is_string(type) or pa.types.is_binary(type):
        return "bytes"
    if pa.types.is_decimal(type) and not (decimals_as_integers and type.precision <= 18):
        return "fixed"
    return "integer"


@pytest.mark.parametrize("rows", [1, 9_000])
@pytest.mark.parametrize("decimals_as_integers", [False, True], ids=["decimals_as_bytes", "decimals_as_integers"])
@pytest.mark.parametrize("pages", ["1.0", "2.0"])
@pytest.mark.parametrize("family", FAMILIES)
def test_reads_each_encoding(family, pages, decimals_as_integers, rows, inlay, tmp_path):
    table = every_type.make_table(rows)
    encodings = {field.name: FAMILIES[family][kind_of(field.type, decimals_as_integers)] for field in table.schema}
    options = {"use_dictionary": False, "column_encoding": encodings, "data_page_version": pages}
    options["store_decimal_as_integer"] = decimals_as_integers
    path = tmp_path / "peer.parquet"
    arrow.write(table, path, "snappy", **options, data_page_size=4_096, row_group_size=2_500)
    assert_written_in(encodings, path)
    assert_reads(inlay, path, tmp_path)


def assert_written_in(encodings, path):
    """Fails if pyarrow chose other encodings than it was asked for."""
    group = pq.read_metadata(path).row_group(0)
    for position in range(group.num_columns):
        column = group.column(position)
        assert encodings[column.path_in_schema] in column.encodings
