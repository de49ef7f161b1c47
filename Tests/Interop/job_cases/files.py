"""Sources and targets of every format.

Of JSON, Spark sorts the columns by their names; Inlay, as the service, has them as they come in the files.
"""

import json
import random

import pyarrow as pa
import pyarrow.parquet as pq
from job_documents import LAKE
from random_tables import WORDS, numbered, people, table

TEXTS = [word for word in WORDS if word is not None]


def csv_rows(seed, count):
    rng = random.Random(seed)
    rows = [[str(n), rng.choice(TEXTS), rng.choice(["", " ", "3.5", "line\nend", "\\N"])] for n in range(count)]
    return [["n", "word", "last"], *rows]


def csv_source(job):
    for separator in ("comma", "pipe", "tab", "semicolon"):
        job.write(job.csv(csv_rows(70, 80), separator))
    job.write(job.csv(csv_rows(71, 20), WithHeader=False))
    job.write(job.csv(csv_rows(72, 0)))
    job.write(job.csv([["a", "b"], ["1", "it's"], ["2", "'quoted'"]], QuoteChar="single_quote"))


def csv_typed(job):
    """What most jobs do first: texts of a file become numbers and dates."""
    made = table(73, 120, number="number_text", time="time_text")
    rows = [made.column_names, *([cell or "" for cell in row.values()] for row in made.to_pylist())]
    lines = [("number", f"number {kind}", kind) for kind in ("long", "double", "decimal(10,2)", "boolean")]
    lines += [("time", f"time {kind}", kind) for kind in ("date", "timestamp", "string")]
    job.write(job.map(job.csv(rows), *lines))


def records(seed, count):
    rng = random.Random(seed)

    def maybe(value):
        return None if rng.random() < 0.2 else value

    for n in range(count):
        record = {"n": n, "word": maybe(rng.choice(TEXTS)), "number": maybe(rng.choice([1, 2.5, -(10**12), 0.1]))}
        record["flag"] = maybe(rng.random() < 0.5)
        record["inner"] = maybe({"b": maybe(rng.randint(0, 9)), "a": maybe(rng.choice(TEXTS))})
        record["list"] = maybe([maybe({"x": rng.randint(0, 9)}) for _ in range(rng.randint(0, 3))])
        yield {name: value for name, value in record.items() if rng.random() < 0.9}


def lines(found):
    return "".join(json.dumps(record, ensure_ascii=record.get("n", 0) % 2 == 0) + "\n" for record in found)


def json_lines(job):
    job.write(job.json(lines(records(74, 100))), any_order=True)
    mixed = [{"a": 1, "b": "x"}, {"a": "one", "b": 2}, {"a": None}, {"a": 1.5, "c": [1, "2"]}, {"a": {"d": 1}}, {}]
    job.write(job.json(lines(mixed)), any_order=True)
    job.write(job.json(lines([{"a": 1}, {"a": 9007199254740993}, {"a": 1e300}, {"a": -0.0}])))
    job.write(job.json(lines([{"a": "2020-01-01", "b": "true", "c": "1"}, {"a": "x", "b": "false", "c": "2"}])))


def json_array(job):
    job.write(job.json(json.dumps(list(records(75, 40))), Multiline=True), any_order=True)
    job.write(job.json(json.dumps(list(records(76, 40)), indent=2), JsonPath="$[*]"), any_order=True)


def json_path(job):
    found = list(records(77, 40))
    job.write(job.json(json.dumps({"meta": 1, "data": {"rows": found}}), JsonPath="$.data.rows[*]"), any_order=True)
    job.write(job.json(json.dumps({"rows": found}, indent=1), JsonPath="$.rows[*]"), any_order=True)


def parquet_source(job):
    """Several files in folders, of which some are left out."""
    made = numbered(table(78, 90, word="text", double="double", moment="timestamp", price="wide_decimal", raw="bytes"))
    folder = job.place("many")
    for name, start in ("a.parquet", 0), ("b/c.parquet", 30), ("b/skipped.tmp", 60):
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        pq.write_table(made.slice(start, 30), path)
    place = f"{LAKE}{folder.name}/"
    job.write(job.node("S3ParquetSource", Paths=[place], Recurse=True, Exclusions=["**.tmp"]))
    job.write(job.node("S3ParquetSource", Paths=[place], Recurse=False))
    job.write(job.parquet(people(79, 50)))


def flat():
    kinds = {
        "word": "word",
        "digit": "digit",
        "double": "wild_double",
        "flag": "boolean",
        "day": "date",
        "price": "decimal",
    }
    return numbered(table(80, 60, **kinds, moment="timestamp"))


def parquet_target(job):
    rows = job.parquet(flat())
    for codec in ("snappy", "gzip", "none"):
        job.write(rows, form="parquet", Compression=codec)
        job.write(rows, form="glueparquet", Compression=codec)
    job.write(rows, NumberTargetPartitions="3")
    job.write(job.parquet(flat().slice(0, 0)))


def partitions(job):
    short = pa.array([word if word is None or len(word) < 30 else word[:9] for word in flat()["word"].to_pylist()])
    rows = job.parquet(flat().append_column("name", short))
    for names in (["digit"], ["name"], ["flag", "day"], ["double"], ["price"], ["moment"]):
        job.write(rows, PartitionKeys=[[name] for name in names])
    job.write(rows, form="csv", PartitionKeys=[["name"]])
    job.write(rows, form="json", PartitionKeys=[["digit"]])


def csv_target(job):
    rows = job.parquet(flat())
    job.write(rows, form="csv")
    job.write(rows, form="csv", Compression="gzip")
    job.write(job.parquet(table(81, 60, text="text", long="long", half="small_double")), form="csv")
    job.write(job.json(lines({"n": 1} | record for record in records(84, 60))), form="csv", any_order=True)


def json_target(job):
    rows = job.parquet(flat())
    job.write(rows, form="json")
    job.write(rows, form="json", Compression="gzip")
    job.write(job.parquet(people(82, 50)), form="json")
    job.write(
        job.parquet(table(83, 60, text="text", long="long", half="small_double", wide="wide_decimal")), form="json"
    )


CASES = {
    "csv-source": csv_source,
    "csv-typed": csv_typed,
    "json-lines": json_lines,
    "json-array": json_array,
    "json-path": json_path,
    "parquet-source": parquet_source,
    "parquet-target": parquet_target,
    "partitions": partitions,
    "csv-target": csv_target,
    "json-target": json_target,
}
