"""Whether two tables hold the same values, to the bit."""

import pyarrow as pa
import pyarrow.compute as pc


def assert_same(actual: pa.Table, expected: pa.Table) -> None:
    """Fails unless both have the same columns in the same order with the same values in the same rows.

    A reader may use another type for the same values (large strings, string views, dictionaries, a wider integer), so
    each column is first brought to the expected type by a cast that must lose nothing.
    """
    assert actual.column_names == expected.column_names
    assert actual.num_rows == expected.num_rows
    for name in expected.column_names:
        assert_same_column(name, actual[name], expected[name])


def assert_same_column(name: str, actual: pa.ChunkedArray, expected: pa.ChunkedArray) -> None:
    actual = comparable(actual.cast(expected.type, safe=True))
    expected = comparable(expected)
    if not actual.equals(expected):
        # As texts, since Python's own types have no nanoseconds.
        pairs = zip(as_texts(actual), as_texts(expected), strict=True)
        differences = [(row, left, right) for row, (left, right) in enumerate(pairs) if left != right]
        raise AssertionError(f"{name}: {len(differences)} differ; row, actual, expected: {differences[:5]}")


def comparable(column: pa.ChunkedArray) -> pa.Array:
    """One array; floating point as its bits, so that zeros keep their sign, with one NaN for all."""
    array = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)
    if pa.types.is_floating(array.type):
        nan = pa.scalar(float("nan"), array.type)
        array = pc.if_else(pc.is_nan(array), nan, array)
        return array.view({16: pa.int16(), 32: pa.int32(), 64: pa.int64()}[array.type.bit_width])
    return array


def as_texts(array: pa.Array) -> list:
    return array.to_pylist() if pa.types.is_binary(array.type) else pc.cast(array, pa.string()).to_pylist()


def assert_same_nested(name: str, actual: pa.ChunkedArray, expected: pa.ChunkedArray) -> None:
    """Compares lists by their lengths and their elements, structures field by field, and all else as columns are."""
    if isinstance(expected.type, pa.BaseExtensionType):
        assert_same_nested(name, stored(actual), stored(expected))
    elif pa.types.is_list(expected.type):
        assert pc.list_value_length(actual).to_pylist() == pc.list_value_length(expected).to_pylist(), name
        assert_same_nested(name, pc.list_flatten(actual), pc.list_flatten(expected))
    elif pa.types.is_struct(expected.type):
        assert pc.is_null(actual).equals(pc.is_null(expected)), name
        assert actual.type.names == expected.type.names, name
        for position, field in enumerate(expected.type):
            parts = (pc.struct_field(column, [position]) for column in (actual, expected))
            assert_same_nested(f"{name}.{field.name}", *parts)
    elif pa.types.is_map(expected.type):
        assert actual.to_pylist() == expected.to_pylist(), name
    elif pa.types.is_null(expected.type):
        assert actual.null_count == len(actual) == len(expected), name
    else:
        assert_same_column(name, stored(actual), expected)


def stored(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not isinstance(column.type, pa.BaseExtensionType):
        return column
    return pa.chunked_array([chunk.storage for chunk in column.chunks], column.type.storage_type)
