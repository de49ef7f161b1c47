"""For each family of types: the values at its edges, and a way to draw any other value.

Values are what pyarrow takes for the type: plain integers stand for dates, times and timestamps, counted in their unit.
"""

import decimal
import math
import struct
from datetime import date, datetime

TICKS_A_SECOND = {"millis": 1_000, "micros": 1_000_000, "nanos": 1_000_000_000}
EPOCH = datetime(1970, 1, 1)
WIDE = decimal.Context(prec=60)

TEXTS = [
    "", " ", "a", "twelve bytes", "thirteen byte", "None", "true", "0", 'a "quoted" word', '"', "comma, comma",
    "back\\slash", "line\nend", "carriage\r\nreturn", "é", "夜", "🎸", "e\u0301", "nul \u0000 inside", "\ufeff",
    "\U0010ffff", "x" * 300, "prefix " * 12 + "a", "prefix " * 12 + "b", "é" * 40, "\U0010ffff" * 20,
]  # fmt: skip


def booleans():
    return [True, False], lambda rng: rng.random() < 0.5


def integers(bits, signed):
    low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
    edges = [low, high, 0, 1, low + 1, high - 1] + ([-1] if signed else [])
    return edges, lambda rng: rng.randint(low, high)


def floats(bits):
    if bits == 32:
        form, huge, normal, least = "<f", 3.4028234663852886e38, 2.0**-126, 2.0**-149
    else:
        form, huge, normal, least = "<d", 1.7976931348623157e308, 2.0**-1022, 5e-324

    def rounded(value):
        return struct.unpack(form, struct.pack(form, value))[0]

    edges = [0.0, -0.0, math.nan, math.inf, -math.inf, huge, -huge, normal, -normal, least, -least, rounded(0.1), -1.5]
    return edges, lambda rng: rounded(rng.uniform(-1, 1) * 10.0 ** rng.randint(-30, 30))


def texts():
    return TEXTS, lambda rng: "".join(chr(rng.randint(0x20, 0x24F)) for _ in range(rng.randint(0, 24)))


def few_texts():
    return ["", "red", "green", "blue, or so"], lambda rng: rng.choice(["red", "green", "a longer name of a colour"])


def dates():
    low, high = ((day - EPOCH.date()).days for day in (date(1, 1, 1), date(9999, 12, 31)))
    return [0, -1, 1, low, high, 18_530], lambda rng: rng.randint(low, high)


def timestamps(unit):
    second = TICKS_A_SECOND[unit]
    if unit == "nanos":
        low, high = -(2**63) + 1, 2**63 - 1
    else:
        low, high = (int((day - EPOCH).total_seconds()) * second for day in (datetime(1, 1, 1), datetime(9999, 12, 31)))
    return [0, -1, 1, low, high, -second, 1_600_992_000 * second], lambda rng: rng.randint(low, high)


def times(unit):
    last = 86_400 * TICKS_A_SECOND[unit] - 1
    return [0, 1, last, last - 1, last // 2], lambda rng: rng.randint(0, last)


def decimals(precision, scale):
    greatest = 10**precision - 1

    def exact(unscaled):
        return decimal.Decimal(unscaled).scaleb(-scale, WIDE)

    edges = [exact(unscaled) for unscaled in (0, 1, -1, greatest, -greatest, greatest // 7, -(greatest // 9))]
    return edges, lambda rng: exact(rng.randint(-greatest, greatest) // 10 ** rng.randint(0, precision - 1))
