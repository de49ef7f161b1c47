"""A table whose values rise with its rows, so that readers can leave out pages by their bounds.

Some columns rise for good, some fall, some have pages of nothing but nulls, and some have no order at all.
"""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pyarrow as pa

ROWS = 100_000
START = datetime(2020, 1, 1, tzinfo=UTC)
LONG = "a prefix that is longer than any bound which a writer would keep whole, "

SCHEMA = pa.schema(
    {
        "key": pa.int64(),
        "falling": pa.int32(),
        "tiny": pa.int8(),
        "unsigned": pa.uint32(),
        "huge": pa.uint64(),
        "ratio": pa.float64(),
        "zeros": pa.float32(),
        "name": pa.string(),
        "long_name": pa.string(),
        "hash": pa.string(),
        "half_null": pa.int32(),
        "flag": pa.bool_(),
        "price": pa.decimal128(9, 2),
        "amount": pa.decimal128(38, 10),
        "day": pa.date32(),
        "moment": pa.timestamp("us", "UTC"),
        "local": pa.timestamp("ms"),
    }
)
DECLARED = (
    "int64 int32 int8 uint32 uint64 double float string string string int32 boolean decimal(9,2) decimal(38,10) date "
    "timestamp(micros,UTC) timestamp(millis)"
).split()


def row(key: int) -> tuple:
    moment = START + timedelta(minutes=key)
    return (
        key,
        -key,
        key // 1_000,
        key * 42_949,
        key * 184_467_440_737_095,
        (key - 50_000) / 8,
        # Zeros of both signs in every page, and in the first two nothing else.
        (-0.0 if key % 2 else 0.0) if key < 40_000 else key / 2,
        f"name {key:06}",
        f"{LONG}{key:06}",
        f"{key * 2_654_435_761 % 2**32:08x}",
        None if key < ROWS // 2 else key,
        key >= ROWS // 2,
        Decimal(key - 50_000) / 100,
        Decimal(key - 50_000) * 10**12 + Decimal(key) / 10**10,
        moment.date(),
        moment,
        moment.replace(tzinfo=None),
    )


def make_table() -> pa.Table:
    columns = zip(*(row(key) for key in range(ROWS)), strict=True)
    return pa.table([pa.array(values, field.type) for values, field in zip(columns, SCHEMA, strict=True)], SCHEMA)


PREDICATES = {
    "an equal key": "key = 77777",
    "no such key": "key = 100000",
    "a range of keys": "key BETWEEN 39990 AND 40010",
    "one of some keys": "key IN (3, 20000, 60001, 99999)",
    "all but one key": "key <> 50000",
    "a falling column": "falling < -99000",
    "an integer of 8 bits": "tiny = 42",
    "above half of the unsigned integers": "unsigned > 4294000000",
    "a positive ratio": "ratio > 6200.5",
    "a negative ratio": "ratio < -6200.5",
    "zeros of both signs": "zeros = 0.0",
    "below zero, where only negative zeros are": "zeros < 0.0",
    "an equal name": "name = 'name 012345'",
    "names from one on": "name >= 'name 099000'",
    "names by their start": "name LIKE 'name 0801%'",
    "an equal long name": f"long_name = '{LONG}012345'",
    "the last long names": f"long_name > '{LONG}099990'",
    "above every long name's bound": f"long_name > '{LONG}099999'",
    "a column without order": "hash = '00000000'",
    "null": "half_null IS NULL",
    "not null": "half_null IS NOT NULL",
    "below where the nulls end": "half_null < 50100",
    "true": "flag = TRUE",
    "false and late": "flag = FALSE AND key > 49990",
    "a price": "price >= CAST(499.90 AS DECIMAL(9, 2))",
    "a price below zero": "price < CAST(-499.90 AS DECIMAL(9, 2))",
    "a long decimal below zero": "amount < CAST(-49990000000000000 AS DECIMAL(38, 10))",
    "a long decimal": "amount > CAST(49990000000000000 AS DECIMAL(38, 10))",
    "a day": "day = DATE '2020-02-03'",
    "the last moments": "moment >= TIMESTAMP '2020-03-10 10:00:00'",
    "a local time": "local < TIMESTAMP '2020-01-01 01:00:00'",
    "one of two ends": "key < 10 OR key > 99990",
}
"""Conditions in SQL that every engine here reads the same way, by what they ask for."""

NOTHING = {"no such key", "below zero, where only negative zeros are", "above every long name's bound"}
"""The conditions that no row meets."""
