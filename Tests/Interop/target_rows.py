"""The rows of the folders that a job wrote, by Inlay or by Spark, and whether both hold the same."""

import csv
import gzip
import io
import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from job_documents import Target
from pyarrow import csv as arrow_csv


@dataclass
class Rows:
    """What stands in the files of a folder; the folder of a partition is a value of its rows."""

    columns: list[tuple[str, str]]
    values: list[tuple]

    def sort_columns(self) -> None:
        order = sorted(range(len(self.columns)), key=lambda position: self.columns[position])
        self.columns = [self.columns[position] for position in order]
        self.values = [(row[0], *[row[position + 1] for position in order]) for row in self.values]


def read(folder: Path, form: str) -> Rows:
    found = Rows([], [])
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(("_", ".")) for part in place.parts):
            columns, values = READERS.get(form, parquet)(path)
            assert found.columns in ([], columns), f"{path} has other columns than the files before it"
            found.columns = columns
            found.values += [(place.parent.as_posix(), *row) for row in values]
    return found


def parquet(path: Path) -> tuple[list, list]:
    table = pq.read_table(path, partitioning=None)
    columns = [plain(column) for column in table.columns]
    rows = list(zip(*columns, strict=True)) if columns else [()] * table.num_rows
    return [(field.name, type_text(field.type)) for field in table.schema], rows


def plain(column: pa.ChunkedArray) -> list:
    """Values of Python; times as numbers and texts that are none as bytes, since Python has not all of them."""
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.int64())
    elif pa.types.is_date(column.type):
        column = column.cast(pa.int32())
    try:
        return column.to_pylist()
    except UnicodeDecodeError:
        return column.cast(pa.binary()).to_pylist()


def type_text(kind: pa.DataType) -> str:
    """The type in words, the fields of structures by their names: their order is that of the columns."""
    if pa.types.is_struct(kind):
        return "{" + ", ".join(sorted(f"{field.name}: {type_text(field.type)}" for field in kind)) + "}"
    return f"[{type_text(kind.value_type)}]" if pa.types.is_list(kind) else str(kind)


def text(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()


MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def cell(text: str) -> str:
    """Spark writes three digits of a moment's second; Inlay writes all there are."""
    if MOMENT.fullmatch(text):
        second, _, fraction = text[:-1].partition(".")
        return f"{second}.{fraction:0<3.3}"
    return text


def nested(text: str):
    """The value of a JSON text, however it is spaced and its members are ordered; other texts are themselves."""
    try:
        return json.loads(text) if text[0] in "[{" else cell(text)
    except json.JSONDecodeError:
        return text


def csv_text(path: Path) -> tuple[list, list]:
    """Texts; nulls, which are nothing, are None, and empty texts, which have quotes, are not."""
    data = text(path).encode()
    names = next(csv.reader(io.StringIO(data.decode(), newline="")), [])
    if not names:
        return [], []
    convert = arrow_csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()),
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
    table = arrow_csv.read_csv(
        pa.py_buffer(data), convert_options=convert, parse_options=arrow_csv.ParseOptions(newlines_in_values=True)
    )
    columns = [[value and nested(value) for value in column.to_pylist()] for column in table.columns]
    return [(name, "text") for name in names], list(zip(*columns, strict=True))


def json_lines(path: Path) -> tuple[list, list]:
    found = [json.loads(line) for line in text(path).split("\n") if line]
    plain = [{name: cell(value) if isinstance(value, str) else value for name, value in row.items()} for row in found]
    return [], [(row,) for row in plain]


READERS = {"csv": csv_text, "json": json_lines}


def canonical(value) -> str:
    """A text that is the same for the same values alone: zeros keep their sign, and all NaN are one."""
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name!r}: {canonical(value[name])}" for name in sorted(value)) + "}"
    return repr(value)


def assert_same(actual: Path, expected: Path, target: Target) -> None:
    """Fails unless both folders hold the same columns, types and rows, these as often and in any order."""
    mine, theirs = read(actual, target.form), read(expected, target.form)
    if target.any_order:
        mine.sort_columns()
        theirs.sort_columns()
    assert mine.columns == theirs.columns, f"target {target.name}: columns"
    if target.keys is not None:
        assert_near(mine, theirs, target)
        return
    counts = [Counter(map(canonical, rows.values)) for rows in (mine, theirs)]
    extra, missing = counts[0] - counts[1], counts[1] - counts[0]
    message = f"target {target.name}: of {len(mine.values)} rows {extra.total()} are Inlay's, {missing.total()} Spark's"
    assert not extra and not missing, "\n".join([message, *sorted(extra)[:5], "  Spark's:", *sorted(missing)[:5]])


def assert_near(mine: Rows, theirs: Rows, target: Target) -> None:
    names = [name for name, _ in mine.columns]
    positions = [names.index(key) + 1 for key in target.keys]

    def order(row):
        return canonical([row[position] for position in positions])

    assert len(mine.values) == len(theirs.values), f"target {target.name}: rows"
    for left, right in zip(sorted(mine.values, key=order), sorted(theirs.values, key=order), strict=True):
        for name, one, other in zip(["folder", *names], left, right, strict=True):
            assert near(one, other), (
                f"target {target.name}: {name} is {one}, and {other} to Spark, where {order(right)}"
            )


def near(one, other) -> bool:
    if isinstance(one, float) and isinstance(other, float) and math.isfinite(one):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return canonical(one) == canonical(other)
