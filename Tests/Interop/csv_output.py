"""What `inlay cat` printed, read back as a table."""

import csv
import io
import re
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc
from edges import EPOCH

TICKS_A_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
MOMENT = re.compile(r"(?:(?P<day>\d{4}-\d\d-\d\d)[ T])?(?P<clock>\d\d:\d\d:\d\d)(?:\.(?P<part>\d+))?(?P<zone>Z| UTC)?")


def table_of(output: str, schema: pa.Schema) -> pa.Table:
    """Reads CSV text with a header as columns of the given types; an empty field is null, in texts the empty text."""
    header, *rows = csv.reader(io.StringIO(output, newline=""))
    assert header == schema.names
    columns = list(zip(*rows, strict=True)) or [()] * len(header)
    return pa.table([column_of(texts, field.type) for texts, field in zip(columns, schema, strict=True)], header)


def column_of(texts, kind: pa.DataType) -> pa.Array:
    if is_bytes(kind):
        return pa.array([bytes.fromhex(text) for text in texts], kind)
    if is_text(kind):
        return pa.array(texts, kind)
    present = [text or None for text in texts]
    if pa.types.is_time(kind) or pa.types.is_timestamp(kind):
        wide = pa.array([text and ticks_of(text, kind) for text in present], pa.int64())
        return wide.cast(pa.int32() if kind.bit_width == 32 else pa.int64()).cast(kind)
    return pc.cast(pa.array(present, pa.string()), kind)


def ticks_of(text: str, kind: pa.DataType) -> int:
    """The count of the type's unit since midnight or the epoch; instants, and only they, name their zone."""
    match = MOMENT.fullmatch(text)
    assert match, f"{text} is no {kind}"
    assert bool(match["zone"]) == (pa.types.is_timestamp(kind) and kind.tz is not None), f"{text} is no {kind}"
    moment = datetime.fromisoformat(f"{match['day'] or '1970-01-01'} {match['clock']}") - EPOCH
    second = TICKS_A_SECOND[kind.unit]
    digits = len(str(second)) - 1
    part = (match["part"] or "").ljust(digits, "0")
    assert set(part[digits:]) <= {"0"}, f"{text} has more digits than {kind}"
    return (moment.days * 86_400 + moment.seconds) * second + int(part[:digits] or 0)


def with_empty_texts(table: pa.Table) -> pa.Table:
    """The table as CSV can tell it: where a text or bytes are null, they are empty."""
    columns = [column.fill_null(empty(column.type)) if has_empty(column.type) else column for column in table.columns]
    return pa.table(columns, table.column_names)


def empty(kind: pa.DataType) -> pa.Scalar:
    return pa.scalar(b"" if is_bytes(kind) else "", kind)


def has_empty(kind: pa.DataType) -> bool:
    return is_text(kind) or is_bytes(kind)


def is_text(kind: pa.DataType) -> bool:
    return kind in (pa.string(), pa.large_string(), pa.string_view())


def is_bytes(kind: pa.DataType) -> bool:
    return kind in (pa.binary(), pa.large_binary(), pa.binary_view())
