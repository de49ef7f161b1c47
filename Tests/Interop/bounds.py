"""Lower and upper bounds: how the format writes them, and which ones a column has."""

import math
import struct

import pyarrow as pa
import pyarrow.compute as pc
from edges import WIDE

FORMS = {pa.float32(): "<f", pa.float64(): "<d", pa.uint64(): "<Q", pa.bool_(): "<?"}
FORMS |= dict.fromkeys((pa.uint8(), pa.uint16(), pa.uint32()), "<I")
FORMS |= dict.fromkeys((pa.int8(), pa.int16(), pa.int32(), pa.date32(), pa.time32("ms")), "<i")


def decode(bound: bytes, kind: pa.DataType):
    """The value of a bound: a number, its unscaled integer for a decimal, or bytes."""
    if is_bytes(kind):
        return bound
    if pa.types.is_decimal(kind):
        order = "little" if kind.precision <= 18 else "big"
        return int.from_bytes(bound, order, signed=True)
    (value,) = struct.unpack(FORMS.get(kind, "<q"), bound)
    return value


def values_of(column: pa.Array) -> list:
    """What is bounded, in the form that `decode` gives: no nulls, no NaN."""
    column, kind = column.drop_null(), column.type
    if pa.types.is_decimal(kind):
        return [int(value.scaleb(kind.scale, context=WIDE)) for value in column.to_pylist()]
    if is_bytes(kind):
        return column.cast(pa.binary()).to_pylist()
    if pa.types.is_temporal(kind):
        return column.view(pa.int32() if kind.bit_width == 32 else pa.int64()).to_pylist()
    if pa.types.is_floating(kind):
        column = column.filter(pc.invert(pc.is_nan(column)))
    return column.to_pylist()


def assert_bound(low: bytes, high: bytes, values: list, kind: pa.DataType) -> tuple[bool, bool]:
    """Fails unless the bounds hold for the values; returns whether each of them is a value itself."""
    lower, upper, least, greatest = decode(low, kind), decode(high, kind), min(values), max(values)
    if is_bytes(kind):
        # A long bound may be cut: the lower one to a prefix, the upper one to a text above all values.
        assert least.startswith(lower) and upper >= greatest
        if kind == pa.string():
            lower.decode(), upper.decode()
    else:
        assert (lower, upper) == (least, greatest)
    if pa.types.is_floating(kind):
        # A bound of zero takes the sign that lets it hold for both zeros.
        assert least != 0 or math.copysign(1, lower) == -1
        assert greatest != 0 or math.copysign(1, upper) == 1
    return lower == least, upper == greatest


def is_bytes(kind: pa.DataType) -> bool:
    return kind in (pa.string(), pa.binary())
