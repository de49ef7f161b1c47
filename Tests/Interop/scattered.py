"""A table whose values are scattered over all row groups, so that only bloom filters tell where one is not.

Every column holds the even numbers in its own way, so that what an odd one makes is absent and within all bounds.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pyarrow as pa

ROWS = 20_000
KEYS_FROM = 1 << 40

SCHEMA = pa.schema(
    {
        "key": pa.int64(),
        "number": pa.int32(),
        "name": pa.string(),
        "ratio": pa.float64(),
        "part": pa.float32(),
        "day": pa.date32(),
        "moment": pa.timestamp("us", "UTC"),
        "price": pa.decimal128(9, 2),
    }
)
DECLARED = "int64 int32 string double float date timestamp(micros,UTC) decimal(9,2)".split()

PRESENT = 7_776
ABSENT = 7_777


def row(value: int) -> tuple:
    return (
        KEYS_FROM + value,
        value,
        f"name {value:07}",
        value / 2,
        value / 4,
        date(1970, 1, 1) + timedelta(days=value),
        datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=value),
        Decimal(value) / 100,
    )


def make_table() -> pa.Table:
    # The factor has no divisor in common with the number of rows, so each value occurs once.
    columns = zip(*(row(2 * (place * 7_919 % ROWS)) for place in range(ROWS)), strict=True)
    return pa.table([pa.array(values, field.type) for values, field in zip(columns, SCHEMA, strict=True)], SCHEMA)


def texts(value: int) -> dict[str, str]:
    """What a row holds as constants of SQL and of Inlay's filters, by column."""
    key, number, name, ratio, part, day, moment, price = row(value)
    return {
        "key": str(key),
        "number": str(number),
        "name": f"'{name}'",
        "ratio": str(ratio),
        "part": str(part),
        "day": f"'{day}'",
        "moment": f"'{moment:%Y-%m-%d %H:%M:%S}'",
        "price": str(price),
    }
