"""Makes the files beside it, whose rows `FixtureRows.swift` computes too: make.py [NAME...]

Needs the packages of Tests/Interop/requirements.txt. Each writer gets the columns whose types it keeps.
"""

import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
ROWS = 120
WORDS = ["", "a", "größer", "exactly12byt", "more than twelve bytes", "日本語テキスト"]
DAY = 86_400_000

COLUMNS = {
    "id": (pa.int64(), lambda i: i * 1_000_003 - 5),
    "flag": (pa.bool_(), lambda i: i % 3 == 0),
    "int8": (pa.int8(), lambda i: i - 100),
    "int16": (pa.int16(), lambda i: i * 37 - 3000),
    "int32": (pa.int32(), lambda i: i * 10_000_019 - 1_000_000_000),
    "uint8": (pa.uint8(), lambda i: i),
    "uint16": (pa.uint16(), lambda i: i * 300),
    "uint32": (pa.uint32(), lambda i: i * 20_000_000),
    "uint64": (pa.uint64(), lambda i: 2**63 + i),
    "single": (pa.float32(), lambda i: i / 4),
    "double": (pa.float64(), lambda i: i / 8 - 3.5),
    "word": (pa.string(), lambda i: WORDS[i % 6]),
    "text": (pa.string(), lambda i: f"row {i} " + "x" * (i % 20)),
    "bytes": (pa.binary(), lambda i: bytes([i, 0, 255]) * (i % 6)),
    "day": (pa.date32(), lambda i: date(1970, 1, 1) + timedelta(days=i * 100 - 5000)),
    "millis": (pa.timestamp("ms"), lambda i: i * 123_456_789 - 1_000_000_000),
    "micros": (
        pa.timestamp("us", "UTC"),
        lambda i: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=i * 123_456_789_123),
    ),
    "nanos": (pa.timestamp("ns"), lambda i: i * 123_456_789_123_456),
    "time_millis": (pa.time32("ms"), lambda i: i * 400_000 % DAY),
    "time_micros": (pa.time64("us"), lambda i: i * 400_000_001 % (DAY * 1000)),
    "time_nanos": (pa.time64("ns"), lambda i: i * 400_000_000_001 % (DAY * 1_000_000)),
    "decimal9": (pa.decimal128(9, 2), lambda i: Decimal(i * 12_345 - 1_000_000).scaleb(-2)),
    "decimal18": (pa.decimal128(18, 4), lambda i: Decimal(i * 10**12 + 7).scaleb(-4)),
    "decimal38": (pa.decimal128(38, 10), lambda i: Decimal(f"{(i - 100) * 10**30 + i}e-10")),
}


def column(name):
    arrow, value = COLUMNS[name]
    position = list(COLUMNS).index(name)
    values = [None if name != "id" and i % 7 == position % 7 else value(i) for i in range(ROWS)]
    return pa.array(values, arrow)


def table(without=()):
    names = [name for name in COLUMNS if name not in without]
    schema = pa.schema([pa.field(name, COLUMNS[name][0], nullable=name != "id") for name in names])
    return pa.table([column(name) for name in names], schema)


def pyarrow_v1(path):
    pq.write_table(table(), path, compression="snappy", data_page_size=300, write_batch_size=40, row_group_size=90)


def pyarrow_v2(path):
    pq.write_table(
        table(),
        path,
        compression="gzip",
        data_page_version="2.0",
        data_page_size=300,
        write_batch_size=40,
        write_page_checksum=True,
        write_page_index=True,
    )


def pyarrow_plain(path):
    pq.write_table(
        table(),
        path,
        compression="none",
        use_dictionary=False,
        write_batch_size=40,
        data_page_size=300,
        store_decimal_as_integer=True,
        write_page_checksum=True,
    )


def pyarrow_fallback(path):
    """Dictionaries that are given up halfway."""
    names = ["id", "word", "text", "bytes", "int32", "decimal38"]
    pq.write_table(
        table().select(names), path, compression="snappy", dictionary_pagesize_limit=600, write_batch_size=16,
        data_page_size=100,
    )  # fmt: skip


def encodings(texts, decimals, integers):
    """The encoding of each column, by its type; booleans are left as they are."""
    rows = table()
    chosen = {}
    for field in rows.schema:
        if pa.types.is_string(field.type) or pa.types.is_binary(field.type):
            chosen[field.name] = texts
        elif pa.types.is_decimal(field.type):
            chosen[field.name] = decimals
        elif pa.types.is_floating(field.type):
            chosen[field.name] = "BYTE_STREAM_SPLIT"
        elif not pa.types.is_boolean(field.type):
            chosen[field.name] = integers
    return {"use_dictionary": False, "column_encoding": chosen}


def pyarrow_delta(path):
    options = encodings("DELTA_BYTE_ARRAY", "DELTA_BYTE_ARRAY", "DELTA_BINARY_PACKED")
    pq.write_table(table(), path, compression="snappy", write_batch_size=40, data_page_size=300, **options)


def pyarrow_split(path):
    options = encodings("DELTA_LENGTH_BYTE_ARRAY", "BYTE_STREAM_SPLIT", "BYTE_STREAM_SPLIT")
    options["column_encoding"]["flag"] = "RLE"
    pq.write_table(table(), path, compression="none", data_page_version="2.0", write_page_checksum=True, **options)


def tiny(path):
    """Small enough to try every change of a bit."""
    rows = table().select(["id", "flag", "word", "double"]).slice(0, 12)
    pq.write_table(rows, path, compression="snappy", use_dictionary=["word"], store_schema=False)


def tiny_delta(path):
    rows = table().select(["id", "word", "bytes", "double"]).slice(0, 12)
    encodings = {
        "id": "DELTA_BINARY_PACKED",
        "word": "DELTA_BYTE_ARRAY",
        "bytes": "DELTA_LENGTH_BYTE_ARRAY",
        "double": "BYTE_STREAM_SPLIT",
    }
    pq.write_table(rows, path, compression="none", use_dictionary=False, column_encoding=encodings, store_schema=False)


def tiny_v2(path):
    rows = table().select(["id", "flag", "word", "decimal9"]).slice(0, 12)
    options = {"data_page_version": "2.0", "write_page_checksum": True, "store_schema": False}
    pq.write_table(rows, path, compression="none", **options)


def duckdb(path):
    import duckdb

    rows = table(without=["time_millis", "nanos"])
    duckdb.sql("SET preserve_insertion_order = true")
    duckdb.sql(f"COPY (SELECT * FROM rows) TO '{path}' (FORMAT parquet)")
    assert len(rows) == ROWS


def polars(path):
    import polars as pl

    rows = pl.from_arrow(table(without=["time_millis", "time_micros"]))
    rows.write_parquet(path, compression="snappy", row_group_size=64, data_page_size=300)


def datafusion(path):
    from datafusion import SessionContext

    context = SessionContext()
    frame = context.from_arrow(table())
    frame.write_parquet(str(path), compression="snappy")


def spark(path):
    import tempfile

    from pyspark.sql import SparkSession

    kept = table(without=["uint8", "uint16", "uint32", "uint64", "millis", "nanos"])
    kept = kept.select([name for name in kept.column_names if not name.startswith("time_")])
    session = SparkSession.builder.master("local[1]").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    with tempfile.TemporaryDirectory() as folder:
        pq.write_table(kept, f"{folder}/in.parquet")
        frame = session.read.parquet(f"{folder}/in.parquet").coalesce(1)
        frame.write.option("parquet.page.row.count.limit", "50").parquet(f"{folder}/out")
        (part,) = Path(folder, "out").glob("*.parquet")
        path.write_bytes(part.read_bytes())


WRITERS = [
    *(pyarrow_v1, pyarrow_v2, pyarrow_plain, pyarrow_fallback, pyarrow_delta, pyarrow_split),
    *(tiny, tiny_v2, tiny_delta),
    *(duckdb, polars, datafusion, spark),
]

if __name__ == "__main__":
    for writer in WRITERS:
        if len(sys.argv) == 1 or writer.__name__ in sys.argv[1:]:
            writer(HERE / f"{writer.__name__}.parquet")
