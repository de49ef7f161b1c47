#!/usr/bin/env python3
"""Writes `aggregates.json` beside itself: what Spark computes of the values of one group, for every function.

Values and results are texts, as Spark casts them without its ANSI mode; days and moments are numbers of days and
microseconds. Run it with the Python of the peers, `.build/peers/bin/python`.
"""

import decimal
import json
import math
from pathlib import Path

FILE = Path(__file__).with_name("aggregates.json")

ANY = ["count", "countDistinct", "first", "last"]
ORDERED = [*ANY, "max", "min"]
SUMS = [*ORDERED, "avg", "sum", "sumDistinct"]
MOMENTS = ["kurtosis", "skewness", "stddev_pop", "stddev_samp", "var_pop", "var_samp"]
NUMBERS = [*SUMS, *MOMENTS]

WAVES = [repr(math.sin(n) * 100) for n in range(50)]
FAR = [repr(1e3 + math.cos(n) * 3) for n in range(40)]
HALVES = ["0.05", "0.01", "0.02", "0.03"]

CASES = [
    ("double", NUMBERS, ["1.0"]),
    ("double", NUMBERS, ["1.0", "1.0", None]),
    ("double", NUMBERS, ["0.1"] * 7),
    ("double", NUMBERS, ["1.0", "NaN"]),
    ("double", NUMBERS, ["NaN"]),
    ("double", NUMBERS, ["1.0", "Infinity", "-2.5"]),
    ("double", NUMBERS, ["0.0", "-0.0", "2.0"]),
    ("double", NUMBERS, [None, None]),
    ("double", NUMBERS, []),
    ("double", NUMBERS, [*WAVES, None, *WAVES[:9]]),
    ("double", NUMBERS, FAR),
    ("float", NUMBERS, ["1.1", "2.2", None, "1.1", "NaN"]),
    ("float", NUMBERS, ["1.1", "2.2", None, "1.1", "-7.25"]),
    ("tinyint", NUMBERS, ["1", "2", "-128", "127", "2", None]),
    ("int", NUMBERS, ["2147483647", "2147483647", "-5", None]),
    ("bigint", NUMBERS, ["9223372036854775807", "1", "9223372036854775807"]),
    ("bigint", NUMBERS, ["3", "-3", "12", "0"]),
    ("decimal(5,3)", NUMBERS, ["1.005", "2.005", None, "-3.500", "1.005"]),
    ("decimal(12,2)", NUMBERS, [*HALVES, "-0.01", "1000000000.99"]),
    ("decimal(12,2)", NUMBERS, ["-0.01", "-0.02", "-0.02"]),
    ("decimal(20,6)", NUMBERS, ["12345678901234.567891", "-0.000001", "0.000002"]),
    ("decimal(28,0)", NUMBERS, ["9000000000000000000000000000", "9000000000000000000000000000"]),
    ("decimal(38,0)", SUMS, ["99999999999999999999999999999999999999", "1"]),
    ("decimal(38,36)", SUMS, ["1", "2"]),
    ("decimal(38,36)", SUMS, ["0.1", "0.2", "0.2"]),
    ("string", NUMBERS, ["7", "x", "2.5", None, " 3 ", "", "7"]),
    ("string", ORDERED, ["b", "a", "ä", "B", "", "a longer text than twelve bytes", None]),
    ("boolean", ORDERED, ["true", "false", None]),
    ("date", ORDERED, ["18262", "-1", None, "18262"]),
    ("timestamp", SUMS, ["1577836800500000", "-1", None]),
]

READING = {"date": "date_from_unix_date(cast(x as int))", "timestamp": "timestamp_micros(cast(x as bigint))"}
WRITING = {"date": "unix_date({})", "timestamp": "unix_micros({})"}
CALLS = {"countDistinct": "count(distinct {})", "sumDistinct": "sum(distinct {})"}

# What Spark refuses, by type.
REFUSED = [
    *[("boolean", function) for function in ["avg", "sum", "sumDistinct", *MOMENTS]],
    *[("date", function) for function in ["avg", "sum", "sumDistinct", *MOMENTS]],
    *[("timestamp", function) for function in MOMENTS],
    *[("binary", function) for function in ["avg", "sum", "sumDistinct", *MOMENTS]],
    *[("array<int>", function) for function in ["avg", "sum", *MOMENTS]],
    *[("map<int,int>", function) for function in ["avg", "sum", "max", "min", *MOMENTS]],
]


def call(function: str) -> str:
    return CALLS.get(function, function + "({})").format("v")


def text(value) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, decimal.Decimal) else str(value)


def results(session, type_name: str, functions: list[str], values: list) -> dict:
    """What Spark computes: for each function the type and the value."""
    rows = session.createDataFrame([(value,) for value in values], "x string").coalesce(1)
    typed = rows.selectExpr(READING.get(type_name, f"cast(x as {type_name})") + " as v")
    # Distinct functions apart: beside them Spark hands the rows to the others in another order.
    plain = [function for function in functions if function not in CALLS]
    distinct = [function for function in functions if function in CALLS]
    return {**computed(typed, plain), **computed(typed, distinct)}


def computed(typed, functions: list[str]) -> dict:
    answer = typed.selectExpr(*[f"{call(function)} as {function}" for function in functions])
    types = dict(answer.dtypes)
    written = [WRITING.get(types[function], "{}").format(function) + f" as {function}" for function in functions]
    row = answer.selectExpr(*written).collect()[0]
    return {function: [types[function], text(row[function])] for function in functions}


def is_refused(session, type_name: str, function: str) -> bool:
    from pyspark.errors import AnalysisException

    try:
        session.sql(f"select cast(null as {type_name}) as v").selectExpr(call(function))
    except AnalysisException:
        return True
    return False


def make(session) -> dict:
    """Everything that the file holds."""
    ansi = session.conf.get("spark.sql.ansi.enabled")
    session.conf.set("spark.sql.ansi.enabled", "false")
    try:
        cases = [
            {"type": type_name, "values": values, "results": results(session, type_name, functions, values)}
            for type_name, functions, values in CASES
        ]
        refused = [[type_name, function] for type_name, function in REFUSED if is_refused(session, type_name, function)]
        return {"cases": cases, "refused": refused}
    finally:
        session.conf.set("spark.sql.ansi.enabled", ansi)


def main() -> None:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2")
    session = builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    FILE.write_text(json.dumps(make(session), indent=1) + "\n", encoding="utf-8")
    session.stop()


if __name__ == "__main__":
    main()
