"""How each type stands in the schema of a file that Inlay wrote, field by field of `SchemaElement`."""

import pytest
from every_type import COLUMNS, NAMES
from parquet_file import ParquetFile

BOOLEAN, INT32, INT64, FLOAT, DOUBLE, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY = 0, 1, 2, 4, 5, 6, 7
PHYSICAL, LENGTH, REPETITION, NAME, CONVERTED, SCALE, PRECISION, LOGICAL = 1, 2, 3, 4, 6, 7, 8, 10
REQUIRED, OPTIONAL = 0, 1

MILLIS, MICROS, NANOS = {1: {}}, {2: {}}, {3: {}}


def integer(bits, signed):
    converted = {8: 15, 16: 16, 32: 17, 64: 18} if signed else {8: 11, 16: 12, 32: 13, 64: 14}
    return {PHYSICAL: INT64 if bits == 64 else INT32, CONVERTED: converted[bits], LOGICAL: {10: {1: bits, 2: signed}}}


def timestamp(unit, utc, **converted):
    """An old annotation stands beside local times too, for readers that know no other; nanoseconds never had one."""
    return {PHYSICAL: INT64, LOGICAL: {8: {1: utc, 2: unit}}} | annotated(**converted)


def time(physical, unit, **converted):
    return {PHYSICAL: physical, LOGICAL: {7: {1: False, 2: unit}}} | annotated(**converted)


def decimal(physical, precision, scale, length=None):
    element = {
        PHYSICAL: physical,
        CONVERTED: 5,
        SCALE: scale,
        PRECISION: precision,
        LOGICAL: {5: {1: scale, 2: precision}},
    }
    return element | ({LENGTH: length} if length else {})


def annotated(converted=None):
    return {} if converted is None else {CONVERTED: converted}


ELEMENTS = {
    "boolean": {PHYSICAL: BOOLEAN},
    **{f"int{bits}": integer(bits, True) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": integer(bits, False) for bits in (8, 16, 32, 64)},
    "float": {PHYSICAL: FLOAT},
    "double": {PHYSICAL: DOUBLE},
    "string": {PHYSICAL: BYTE_ARRAY, CONVERTED: 0, LOGICAL: {1: {}}},
    "binary": {PHYSICAL: BYTE_ARRAY},
    "date": {PHYSICAL: INT32, CONVERTED: 6, LOGICAL: {6: {}}},
    "timestamp(millis)": timestamp(MILLIS, False, converted=9),
    "timestamp(millis, UTC)": timestamp(MILLIS, True, converted=9),
    "timestamp(micros)": timestamp(MICROS, False, converted=10),
    "timestamp(micros, UTC)": timestamp(MICROS, True, converted=10),
    "timestamp(nanos)": timestamp(NANOS, False),
    "timestamp(nanos, UTC)": timestamp(NANOS, True),
    "time(millis)": time(INT32, MILLIS, converted=7),
    "time(micros)": time(INT64, MICROS, converted=8),
    "time(nanos)": time(INT64, NANOS),
    "decimal(1, 0)": decimal(INT32, 1, 0),
    "decimal(9, 2)": decimal(INT32, 9, 2),
    "decimal(10, 10)": decimal(INT64, 10, 10),
    "decimal(18, 6)": decimal(INT64, 18, 6),
    "decimal(19, 0)": decimal(FIXED_LEN_BYTE_ARRAY, 19, 0, length=9),
    "decimal(38, 10)": decimal(FIXED_LEN_BYTE_ARRAY, 38, 10, length=16),
}


@pytest.fixture(scope="module")
def leaves(converted):
    path, _ = converted(40)
    return ParquetFile(path).leaves


def test_has_a_leaf_for_each_column(leaves):
    assert [leaf[NAME].decode() for leaf in leaves] == NAMES


@pytest.mark.parametrize("position", range(len(COLUMNS)), ids=NAMES)
def test_states_its_type(position, leaves):
    column = COLUMNS[position]
    repetition = OPTIONAL if column.nullable else REQUIRED
    expected = {NAME: column.name.encode(), REPETITION: repetition} | ELEMENTS[column.declared]
    assert leaves[position] == expected
