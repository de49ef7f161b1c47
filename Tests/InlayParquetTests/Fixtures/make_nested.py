"""Makes the files of nested columns beside it, and `nested.json`, which has their values: make_nested.py [NAME...]

Needs the packages of Tests/Interop/requirements.txt. The values are texts in the form of `Column.asText()`, which is
JSON, one list a column with null for a null.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
ROWS = 120
WORDS = ["", "a", "größer", "exactly12byt", "more than twelve bytes", 'with "quotes"']


def some(values, seed):
    """A list of up to five values with nulls among them; no list at all now and then."""
    if seed % 7 == 1:
        return None
    return [None if (seed + place) % 4 == 3 else values(seed * 5 + place) for place in range(seed % 6)]


def word(seed):
    return WORDS[seed % 6] if seed % 11 else f"word {seed}"


def point(seed):
    return None if seed % 5 == 4 else {"x": seed / 4 - 3, "name": None if seed % 3 == 0 else word(seed)}


def leaf(seed):
    return {"a": seed * 1_000_003, "tags": some(word, seed // 3)}


def tree(seed):
    inner = None if seed % 4 == 2 else {"ids": some(lambda i: i - 50, seed), "flag": seed % 3 == 0}
    return None if seed % 9 == 8 else {"inner": inner, "day": date(1970, 1, 1) + timedelta(days=seed * 100)}


def mapping(values, seed):
    if seed % 6 == 5:
        return None
    return [(f"key {place}", None if (seed + place) % 3 == 2 else values(seed + place)) for place in range(seed % 4)]


STRINGS = pa.list_(pa.string())
LEAF = pa.struct([pa.field("a", pa.int64(), nullable=False), ("tags", STRINGS)])
INNER = pa.struct([("ids", pa.list_(pa.int64())), ("flag", pa.bool_())])

COLUMNS = {
    "lists": (pa.list_(pa.int32()), lambda i: some(lambda seed: seed * 7 - 100, i)),
    "words": (STRINGS, lambda i: some(word, i)),
    "point": (pa.struct([("x", pa.float64()), ("name", pa.string())]), point),
    "deep": (pa.list_(pa.list_(LEAF)), lambda i: some(lambda seed: some(leaf, seed), i)),
    "tree": (pa.struct([("inner", INNER), ("day", pa.date32())]), tree),
    "scores": (pa.map_(pa.string(), pa.int32()), lambda i: mapping(lambda seed: seed * 3, i)),
    "props": (
        pa.map_(pa.string(), pa.list_(pa.float64())),
        lambda i: mapping(lambda seed: some(lambda j: j / 8, seed), i),
    ),
}
MAPS = ["scores", "props"]


def table(without=()):
    names = [name for name in COLUMNS if name not in without]
    values = [pa.array([COLUMNS[name][1](row) for row in range(ROWS)], COLUMNS[name][0]) for name in names]
    return pa.table(values, names)


def plain(value, kind):
    """A value as JSON has it: maps are objects, days are texts."""
    if value is None:
        return None
    if pa.types.is_map(kind):
        return {key: plain(item, kind.item_type) for key, item in value}
    if pa.types.is_list(kind):
        return [plain(item, kind.value_type) for item in value]
    if pa.types.is_struct(kind):
        return {field.name: plain(value[field.name], field.type) for field in kind}
    return value.isoformat() if isinstance(value, date) else value


def text(value, kind):
    return None if value is None else json.dumps(plain(value, kind), ensure_ascii=False)


def nested_pyarrow_v1(path):
    """Pages begin in the middle of rows of the deeper columns."""
    options = {"data_page_size": 100, "write_batch_size": 7, "row_group_size": 90}
    pq.write_table(table(), path, compression="snappy", **options)


def nested_pyarrow_v2(path):
    options = {"data_page_size": 100, "write_batch_size": 7, "data_page_version": "2.0"}
    pq.write_table(table(), path, compression="gzip", write_page_checksum=True, **options)


def nested_pyarrow_index(path):
    options = {"data_page_size": 100, "write_batch_size": 7, "write_page_index": True}
    pq.write_table(table(), path, compression="none", use_dictionary=False, use_compliant_nested_type=False, **options)


def nested_duckdb(path):
    import duckdb

    rows = table()
    duckdb.sql(f"COPY (SELECT * FROM rows) TO '{path}' (FORMAT parquet)")
    assert len(rows) == ROWS


def nested_polars(path):
    import polars

    polars.from_arrow(table(without=MAPS)).write_parquet(path, compression="snappy", data_page_size=200)


def spark(path, **configuration):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    for key, value in configuration.items():
        session.conf.set(f"spark.sql.parquet.{key}", value)
    folder = path.with_suffix(".spark")
    # Spark's nulls are of a schema of its own, so that nothing in it is required.
    session.createDataFrame(table()).coalesce(1).write.mode("overwrite").parquet(str(folder))
    (part,) = folder.glob("part-*.parquet")
    part.rename(path)
    for rest in folder.iterdir():
        rest.unlink()
    folder.rmdir()


def nested_spark(path):
    spark(path, writeLegacyFormat="false")


def nested_spark_legacy(path):
    """Lists as Hive and the first versions of Parquet wrote them."""
    spark(path, writeLegacyFormat="true")


def tiny_nested(path):
    """Small enough to try every change of a bit."""
    rows = table().select(["words", "point", "scores"]).slice(0, 12)
    rows = rows.add_column(0, "id", pa.array(range(12), pa.int32()))
    options = {"use_dictionary": ["words.list.element"], "write_statistics": False, "store_schema": False}
    pq.write_table(rows, path, compression="none", data_page_version="2.0", write_page_checksum=False, **options)


WRITERS = [
    nested_pyarrow_v1,
    nested_pyarrow_v2,
    nested_pyarrow_index,
    nested_duckdb,
    nested_polars,
    nested_spark,
    nested_spark_legacy,
    tiny_nested,
]

if __name__ == "__main__":
    chosen = sys.argv[1:]
    for writer in WRITERS:
        if not chosen or writer.__name__ in chosen:
            writer(HERE / f"{writer.__name__}.parquet")
    values = {name: [text(make(row), kind) for row in range(ROWS)] for name, (kind, make) in COLUMNS.items()}
    (HERE / "nested.json").write_text(json.dumps(values, ensure_ascii=False, indent=0) + "\n")
