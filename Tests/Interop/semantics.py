"""What Spark makes of expressions: the cases that Inlay's expressions are held against.

Run as a script, this writes the fixtures of Swift's tests again. A fixture is a file of frames: the types of some
columns, expressions over them (the columns are `a`, `b` and so on) with the types that Spark gives them, and rows of
values and results.
"""

import dataclasses
import datetime
import decimal
import math
import re
from pathlib import Path
from string import ascii_lowercase

from peers import spark
from pyspark.errors import AnalysisException
from pyspark.sql import types as t

FIXTURES = Path(__file__).parent.parent / "InlayEngineTests" / "Expressions" / "Fixtures"
NULL = "\\N"


@dataclasses.dataclass
class Frame:
    """Some columns, by their types in Spark's words; expressions over them; rows of values as fixtures have them."""

    columns: list[str]
    expressions: list[str]
    rows: list[tuple]


def session():
    session = spark.session()
    session.conf.set("spark.sql.ansi.enabled", "false")
    return session


# A date is its day's number, a timestamp its microseconds and a decimal its text, both ways.
STORED = {"date": "int", "timestamp": "bigint", "timestamp_ntz": "bigint"}
LOAD = {
    "date": "date_from_unix_date({})",
    "timestamp": "timestamp_micros({})",
    "timestamp_ntz": "cast(timestamp_micros({}) AS timestamp_ntz)",
}


def stored(kind: str) -> str:
    return STORED.get(kind, "string" if kind.startswith("decimal") else kind)


def load(kind: str, name: str) -> str:
    pattern = LOAD.get(kind, "cast({} AS " + kind + ")" if kind.startswith("decimal") else "{}")
    return pattern.format(f"{name}_") + f" AS {name}"


def inlay_type(kind: t.DataType) -> str:
    """Names a type of Spark's in Inlay's words."""
    match kind:
        case t.DecimalType():
            return f"decimal({kind.precision}, {kind.scale})"
        case t.ArrayType():
            return f"list({inlay_type(kind.elementType)})"
        case t.StructType():
            return "struct(" + ", ".join(f"{field.name}: {inlay_type(field.dataType)}" for field in kind.fields) + ")"
        case t.MapType():
            return f"map({inlay_type(kind.keyType)}, {inlay_type(kind.valueType)})"
        case _:
            names = {
                "tinyint": "int8", "smallint": "int16", "int": "int32", "bigint": "int64", "void": "null",
                "timestamp": "timestamp(micros, UTC)", "timestamp_ntz": "timestamp(micros)",
            }  # fmt: skip
            return names.get(kind.simpleString(), kind.simpleString())


def spark_type(name: str) -> t.DataType:
    return session().sql(f"SELECT cast(NULL AS {name}) AS x").schema["x"].dataType


def readable(kind: t.DataType, name: str) -> str:
    """The expression that gives a value of a column in a form that fixtures have."""
    match kind:
        case t.DateType():
            return f"unix_date({name})"
        case t.TimestampType():
            return f"unix_micros({name})"
        case t.TimestampNTZType():
            return f"unix_micros(cast({name} AS timestamp))"
        case t.BinaryType():
            return f"hex({name})"
        case t.ArrayType() | t.StructType() | t.MapType():
            return f"cast({name} AS string)"
        case _:
            return name


def cell(value) -> str:
    """Writes a value as a field of a fixture."""
    match value:
        case None:
            return NULL
        case bool():
            return "true" if value else "false"
        case float():
            return "NaN" if math.isnan(value) else repr(value)
        case decimal.Decimal():
            text = f"{value:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case bytes() | bytearray():
            return bytes(value).hex()
        case datetime.date():
            raise TypeError("dates are given by their numbers")
        case _:
            return re.sub(r"[\\\x00-\x1f\x7f-\x9f]", lambda m: f"\\u{ord(m[0]):04x}", str(value))


def evaluate(frame: Frame) -> str:
    """Lets Spark compute a frame; returns it as text with the results."""
    names = ascii_lowercase[: len(frame.columns)]
    schema = ", ".join(f"{name}_ {stored(kind)}" for name, kind in zip(names, frame.columns, strict=True))
    rows = [(*row, number) for number, row in enumerate(frame.rows)]
    table = session().createDataFrame(rows, schema + ", row_ int").coalesce(1)
    table = table.selectExpr(*[load(kind, name) for name, kind in zip(names, frame.columns, strict=True)], "row_")
    computed = [f"{expression} AS r{number}" for number, expression in enumerate(frame.expressions)]
    results = table.selectExpr("row_", *computed)
    types = [field.dataType for field in results.schema.fields[1:]]
    shown = [f"{readable(kind, f'r{number}')} AS r{number}" for number, kind in enumerate(types)]
    made = results.selectExpr("row_", *shown)
    lines = ["\t".join(["columns", *[inlay_type(spark_type(kind)) for kind in frame.columns]])]
    for kind, expression in zip(types, frame.expressions, strict=True):
        lines.append(f"expression\t{inlay_type(kind)}\t{expression}")
    by_number = {row[0]: row[1:] for row in made.collect()}
    for number, row in enumerate(frame.rows):
        lines.append("\t".join(["row", *map(cell, row), *map(cell, by_number[number])]))
    return "\n".join(lines) + "\n"


def type_of(columns: list[str], expression: str) -> str:
    """The type that Spark gives an expression over columns of some types; `refused` when it has none."""
    values = ", ".join(f"cast(NULL AS {kind}) AS {name}" for kind, name in zip(columns, ascii_lowercase, strict=False))
    try:
        schema = session().sql(f"SELECT {expression} AS x FROM (SELECT {values})").schema
    except AnalysisException:
        return "refused"
    return inlay_type(schema["x"].dataType)


def files() -> dict[str, str]:
    """The text of every fixture, by its name."""
    import semantics_cases

    texts = {name: "".join(evaluate(frame) for frame in frames) for name, frames in semantics_cases.frames().items()}
    cases = semantics_cases.types()
    lines = ["\t".join([*columns, expression, type_of(columns, expression)]) for columns, expression in cases]
    return {**texts, "types": "\n".join(lines) + "\n"}


if __name__ == "__main__":
    for name, text in files().items():
        (FIXTURES / f"{name}.tsv").write_text(text)
    spark.stop()
