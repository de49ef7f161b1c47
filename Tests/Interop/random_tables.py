"""Random tables from a seed, full of what tells engines apart.

Every column has nulls and repeated values beside the edges of its type; a column of keys has one value that half of the
rows share.
"""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import edges
import pyarrow as pa

# Another text here makes other tables.
SEED = os.environ.get("INLAY_SEED", "")

WORDS = [
    "", " ", "a", "A", "ä", "a\u0308", "夜", "🎸", "שלום", "\u202eright", "null", "None", "NaN", "x" * 300, "é" * 40,
    "tab\there", "quote \"' mark", "back\\slash", "comma, comma",
]  # fmt: skip

# Digits of other scripts are left out, which Spark reads in decimals.
NUMBER_TEXTS = [
    "0", "-0", "+7", " 12 ", "\t3\n", "1.5", "-1.5", ".5", "5.", "1e3", "1E-3", "1e400", "127", "128", "-129", "32768",
    "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "12345678.905",
    "99999999.995", "0x10", "1_000", "1,000", "1L", "1d", "NaN", "nan", "Infinity", "-inf", "+Infinity", "--1", "",
    " ", "abc", "true", "FALSE", "t", "no", "Y", "1.0", "12345678901234567890123456789012345678",
]  # fmt: skip

# Times without a day, which are of the current one, and zones by the names of regions are left out: Spark reads them.
TIME_TEXTS = [
    "2020-02-29", "2019-02-29", "2020-2-9", "2020-02", "2020", "0001-01-01", "9999-12-31", "10000-01-01", "-0001-01-01",
    " 2020-01-02 ", "2020-01-02 03:04:05", "2020-01-02T03:04:05", "2020-01-02T03:04:05Z", "2020-01-02 3:4:5",
    "2020-01-02 03:04:05.123456", "2020-01-02 03:04:05.123456789", "2020-01-02 03:04:05+01:30", "2020-01-02T",
    "2020-01-02 24:00:00", "2020-01-02 03:04", "2020-09-25 00:00:00 UTC", "2020/01/02",
    "1969-12-31 23:59:59.999999", "1582-10-10", "now", "", "x",
]  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A type with values at its edges and a way to draw others."""

    arrow: pa.DataType
    known: list
    draw: Callable

    def value(self, rng: random.Random):
        return rng.choice(self.known) if rng.random() < 0.4 else self.draw(rng)


def kind(arrow: pa.DataType, values: tuple[list, Callable]) -> Kind:
    return Kind(arrow, *values)


def small_floats() -> tuple[list, Callable]:
    return [0.0, -0.0, float("nan"), 1.5, -2.25], lambda rng: round(rng.uniform(-100, 100), 3)


def whole(low: int, high: int) -> tuple[list, Callable]:
    return [low, high, 0], lambda rng: rng.randint(low, high)


def wild_floats() -> tuple[list, Callable]:
    """Of every size but the largest, of which sums are infinite or not by the order of rows."""
    return [0.0, float("nan"), float("inf"), float("-inf"), 1e30, 1e-30], lambda rng: rng.uniform(-1, 1) * 1e9


def decimals() -> tuple[list, Callable]:
    """Decimals of 38 digits whose sums have room, in whichever order they are added."""
    return [Decimal("0E-10"), Decimal("-1.0000000001")], lambda rng: Decimal(rng.randint(-(10**30), 10**30)).scaleb(-10)


def words() -> tuple[list, Callable]:
    return WORDS, lambda rng: rng.choice(["red", "green", "blue", "violet"]) + str(rng.randint(0, 9))


# Spark counts microseconds in 64 bits from the year 1 on, so the edges of other engines are left out.
MOMENTS = ([0, -1, 1, -62_135_596_800_000_000, 253_402_300_799_999_999], lambda rng: rng.randint(-(10**16), 10**16))

KINDS = {
    "word": kind(pa.string(), words()),
    "text": kind(pa.string(), ([t for t in edges.TEXTS if "\0" not in t], edges.texts()[1])),
    "number_text": kind(pa.string(), (NUMBER_TEXTS, lambda rng: str(rng.randint(-300, 300)))),
    "time_text": kind(pa.string(), (TIME_TEXTS, lambda rng: f"{rng.randint(1, 9999):04}-{rng.randint(1, 12):02}-28")),
    "digit": kind(pa.int64(), whole(0, 9)),
    "digit_text": kind(pa.string(), (["1", " 2", "3.0", "x", "", "04"], lambda rng: str(rng.randint(0, 9)))),
    "byte": kind(pa.int8(), edges.integers(8, signed=True)),
    "short": kind(pa.int16(), edges.integers(16, signed=True)),
    "int": kind(pa.int32(), edges.integers(32, signed=True)),
    "small_int": kind(pa.int32(), whole(-9, 9)),
    "long": kind(pa.int64(), edges.integers(64, signed=True)),
    "float": kind(pa.float32(), edges.floats(32)),
    "double": kind(pa.float64(), edges.floats(64)),
    "small_double": kind(pa.float64(), small_floats()),
    "wild_double": kind(pa.float64(), wild_floats()),
    "boolean": kind(pa.bool_(), edges.booleans()),
    "date": kind(pa.date32(), edges.dates()),
    "timestamp": kind(pa.timestamp("us", "UTC"), MOMENTS),
    "decimal": kind(pa.decimal128(12, 3), edges.decimals(12, 3)),
    "wide_decimal": kind(pa.decimal128(38, 10), edges.decimals(38, 10)),
    "long_decimal": kind(pa.decimal128(38, 10), decimals()),
    "bytes": kind(pa.binary(), ([b"", b"\xff\xfe", b"a", "é".encode()], lambda rng: rng.randbytes(rng.randint(0, 9)))),
}


def column(seed: str, rows: int, name: str, skewed: bool = False) -> pa.Array:
    rng = random.Random(SEED + seed)
    made = KINDS[name]
    common = made.value(rng)
    values: list = []
    for _ in range(rows):
        choice = rng.random()
        if choice < 0.12:
            values.append(None)
        elif choice < 0.3 and values:
            values.append(rng.choice(values))
        elif skewed and choice < 0.6:
            values.append(common)
        else:
            values.append(made.value(rng))
    return pa.array(values, made.arrow)


def table(seed: int, rows: int, skewed: str | None = None, **kinds: str) -> pa.Table:
    """Makes a table; `kinds` names its columns and their kinds, and `skewed` the column with a value that is common."""
    columns = [column(f"{seed} {name}", rows, kind, name == skewed) for name, kind in kinds.items()]
    return pa.table(columns, names=list(kinds))


def numbered(made: pa.Table) -> pa.Table:
    """The table with a column `n` before the others that tells rows apart."""
    return made.add_column(0, "n", pa.array(range(made.num_rows), pa.int64()))


def people(seed: int, rows: int) -> pa.Table:
    """A table with structures in structures, arrays and nulls at every level."""
    rng = random.Random(f"{SEED}{seed}")
    place = pa.struct([("town", pa.string()), ("zip", pa.int32())])
    person = pa.struct([("name", pa.string()), ("place", place)])

    def maybe(value):
        return None if rng.random() < 0.2 else value

    def somebody():
        where = {"town": maybe(KINDS["word"].value(rng)), "zip": maybe(rng.randint(0, 99))}
        return {"name": maybe(KINDS["word"].value(rng)), "place": maybe(where)}

    columns = {
        "n": pa.array(range(rows), pa.int64()),
        "person": pa.array([maybe(somebody()) for _ in range(rows)], person),
        "tags": pa.array(
            [maybe([maybe(rng.choice(WORDS)) for _ in range(rng.randint(0, 4))]) for _ in range(rows)],
            pa.list_(pa.string()),
        ),
    }
    return pa.table(columns)
