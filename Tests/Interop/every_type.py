"""A table with a column of every type, its declaration, and its CSV text.

Each column starts with the edges of its type and goes on with arbitrary values. Where a column may hold nulls, they
stand at other rows than in its neighbours.
"""

import csv
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import edges
import pyarrow as pa
import pyarrow.compute as pc

NULL = "\\N"
"""What stands for a null in the CSV text."""


@dataclass(frozen=True)
class Column:
    name: str
    declared: str
    arrow: pa.DataType
    values: tuple[list, Callable]
    nullable: bool = True
    all_null: bool = False

    def make(self, rows: int, position: int) -> pa.Array:
        known, draw = self.values
        rng = random.Random(f"{self.name} {rows}")
        values = [known[row] if row < len(known) else draw(rng) for row in range(rows)]
        if self.all_null:
            values = [None] * rows
        elif self.nullable:
            values = [None if row % 11 == position % 11 else value for row, value in enumerate(values)]
        return pa.array(values, self.arrow)


def columns_of_each_type():
    yield Column("flag", "boolean", pa.bool_(), edges.booleans())
    for bits, arrow in (8, pa.int8()), (16, pa.int16()), (32, pa.int32()), (64, pa.int64()):
        yield Column(f"int{bits}", f"int{bits}", arrow, edges.integers(bits, signed=True))
    for bits, arrow in (8, pa.uint8()), (16, pa.uint16()), (32, pa.uint32()), (64, pa.uint64()):
        yield Column(f"uint{bits}", f"uint{bits}", arrow, edges.integers(bits, signed=False))
    yield Column("single", "float", pa.float32(), edges.floats(32))
    yield Column("double", "double", pa.float64(), edges.floats(64))
    yield Column("text", "string", pa.string(), edges.texts())
    yield Column("few_texts", "string", pa.string(), edges.few_texts())
    yield Column("bytes", "binary", pa.binary(), edges.texts())
    yield Column("day", "date", pa.date32(), edges.dates())
    for unit, arrow in ("millis", "ms"), ("micros", "us"), ("nanos", "ns"):
        yield Column(f"local_{unit}", f"timestamp({unit})", pa.timestamp(arrow), edges.timestamps(unit))
        yield Column(f"utc_{unit}", f"timestamp({unit}, UTC)", pa.timestamp(arrow, "UTC"), edges.timestamps(unit))
    for unit, arrow in ("millis", pa.time32("ms")), ("micros", pa.time64("us")), ("nanos", pa.time64("ns")):
        yield Column(f"time_{unit}", f"time({unit})", arrow, edges.times(unit))
    for precision, scale in (1, 0), (9, 2), (10, 10), (18, 6), (19, 0), (38, 10):
        arrow = pa.decimal128(precision, scale)
        name = f"decimal_{precision}_{scale}"
        yield Column(name, f"decimal({precision}, {scale})", arrow, edges.decimals(precision, scale))


def columns_that_say_never_or_always_null():
    yield Column("required_flag", "boolean", pa.bool_(), edges.booleans(), nullable=False)
    yield Column("required_int64", "int64", pa.int64(), edges.integers(64, signed=True), nullable=False)
    yield Column("required_int32", "int32", pa.int32(), edges.integers(32, signed=True), nullable=False)
    yield Column("required_single", "float", pa.float32(), edges.floats(32), nullable=False)
    decimal = pa.decimal128(38, 10)
    yield Column("required_decimal", "decimal(38, 10)", decimal, edges.decimals(38, 10), nullable=False)
    yield Column("required_double", "double", pa.float64(), edges.floats(64), nullable=False)
    yield Column("required_text", "string", pa.string(), edges.texts(), nullable=False)
    yield Column("null_int32", "int32", pa.int32(), edges.integers(32, signed=True), all_null=True)
    yield Column("null_text", "string", pa.string(), edges.texts(), all_null=True)


COLUMNS = [*columns_of_each_type(), *columns_that_say_never_or_always_null()]
NAMES = [column.name for column in COLUMNS]


def make_table(rows: int) -> pa.Table:
    schema = pa.schema([pa.field(column.name, column.arrow, column.nullable) for column in COLUMNS])
    return pa.table([column.make(rows, position) for position, column in enumerate(COLUMNS)], schema)


def write_declaration(table: pa.Table, path: Path) -> Path:
    columns = [
        {"name": column.name, "type": column.declared, "nullable": column.nullable}
        for column in COLUMNS
        if column.name in table.column_names
    ]
    path.write_text(json.dumps({"name": "every_type", "columns": columns}))
    return path


def write_csv(table: pa.Table, path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows(zip(*(as_texts(column) for column in table.columns), strict=True))
    return path


def as_texts(column: pa.ChunkedArray) -> list[str]:
    if pa.types.is_binary(column.type):
        texts = [None if value is None else value.hex() for value in column.to_pylist()]
    elif pa.types.is_decimal(column.type):
        texts = [None if value is None else f"{value:f}" for value in column.to_pylist()]
    else:
        texts = pc.cast(column, pa.string()).to_pylist()
    return [NULL if text is None else text for text in texts]
