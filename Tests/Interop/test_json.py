"""JSON between Inlay and others: each reads what the other writes, and types are those that Spark infers."""

import gzip
import json
import random
from datetime import UTC, datetime
from decimal import Decimal

import duckdb
import nested
import polars
import pyarrow as pa
import pyarrow.json as pj
import pyarrow.parquet as pq
import pytest
from peers import spark
from pyspark.sql.types import StructType

# Each text is the lines of one file.
SPARK_TYPES = {
    "whole numbers": '{"a":1,"b":9223372036854775807,"c":9223372036854775808,"d":-0}',
    "long numbers": '{"a":12345678901234567890123456789012345678,"b":123456789012345678901234567890123456789}',
    "other numbers": '{"a":1e2,"b":-0.0,"c":1e400,"d":1e-400,"e":1.50}',
    "mixed numbers": '{"a":1,"b":9223372036854775808,"c":9223372036854775808}\n{"a":1.5,"b":1,"c":0.5}',
    "conflicts": '{"a":1,"b":[1,"x",null],"c":{"x":1},"d":true}\n{"a":"s","b":[true],"c":5,"d":1}\n'
    '{"a":{ "q" : [1, 2.50e3 , "z\\u0041"] },"d":null}',
    "texts of scalars": '{"a":"x"}\n{"a":1.50}\n{"a":1e3}\n{"a":-0}\n{"a":-0.0}\n{"a":true}\n{"a":[ 1 , 2 ]}',
    "conflicts in lists": '{"a":[1,"x",{"k": 1.0},[2, 3],null,true]}',
    "nothing": '{"a":null,"b":{},"c":[],"d":[null],"e":{"x":null},"f":1}',
    "gaps": '{"a":[{"x":1},{"y":2}]}\n{"a":[]}\n{"b":1}\nnull\n{"a":null}',
    "arrays of records": '[{"a":1},{"a":2}]\n{"a":3}',
    "escapes": '{"a":"\\ud83d\\ude00\\u00e9\\n\\/","\\u0062":"x"}',
    "big elements": '{"a":[1,9223372036854775808],"b":[1.5,9223372036854775808]}',
    "line ends": '{"a":1}\r\n\r\n  \n{"a":2}\r\n',
    "empty texts": '{"a":"","b":"","c":"","d":""}\n{"a":1,"b":[2],"c":true}',
    "words": '{"a":Infinity,"b":1.0}\n{"a":1.5,"b":-Infinity}',
}


def by_inlay(inlay, source, folder, *options) -> pa.Table:
    target = folder / "read.parquet"
    inlay("convert", source, "--to", target, "--mode", "overwrite", *options)
    return pq.read_table(target)


def shape(kind: pa.DataType):
    """A type without what readers do not agree on: names of elements, the order of members, nullability."""
    if pa.types.is_list(kind):
        return ["list", shape(kind.value_type)]
    if pa.types.is_struct(kind):
        return {field.name: shape(field.type) for field in kind}
    return str(kind)


def types(table: pa.Table) -> dict:
    return {field.name: shape(field.type) for field in table.schema}


@pytest.mark.parametrize("name", SPARK_TYPES)
def test_types_and_values_are_spark_s(name, inlay, tmp_path):
    (tmp_path / "in.json").write_text(SPARK_TYPES[name], newline="")
    expected = spark.session().read.json(str(tmp_path / "in.json")).toArrow()
    actual = by_inlay(inlay, tmp_path / "in.json", tmp_path)
    assert types(actual) == types(expected)
    assert actual.to_pylist() == expected.to_pylist()


def random_document(chance: random.Random, depth: int):
    kind = chance.choice(["object", "array"] if depth == 3 else ["object", "array"] + ["scalar"] * 6)
    if depth == 0 or kind == "scalar":
        number = chance.choice([0, -1, 2**53 + 1, 2**63 - 1, 2**63, chance.randint(-(10**18), 10**18)])
        return chance.choice([None, True, number, number / 8, "", 'é"\\\n', "a text of more than twelve bytes"])
    if kind == "array":
        return [random_document(chance, depth - 1) for _ in range(chance.choice([0, 1, 1, 3]))]
    return random_object(chance, depth - 1)


def random_object(chance: random.Random, depth: int) -> dict:
    return {f"m{chance.randint(0, 3)}": random_document(chance, depth) for _ in range(chance.randint(0, 4))}


def test_random_records_are_read_as_spark_reads_them(inlay, tmp_path):
    for seed in range(12):
        chance = random.Random(seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        records = [
            random_object(chance, chance.randint(0, 2)) | {"row": row} for row in range(chance.choice([1, 3, 40]))
        ]
        lines = "".join(json.dumps(record, ensure_ascii=chance.random() < 0.5) + "\n" for record in records)
        (folder / "in.json").write_text(lines)
        expected = spark.session().read.json(str(folder / "in.json")).toArrow()
        actual = by_inlay(inlay, folder / "in.json", folder)
        assert types(actual) == types(expected), seed
        assert actual.to_pylist() == expected.to_pylist(), seed
        # The same records in other layouts; texts of conflicting values keep their spaces, so these stay on one line.
        (folder / "array.json.gz").write_bytes(gzip.compress(f"[{','.join(lines.splitlines())}\n]".encode()))
        assert by_inlay(inlay, folder / "array.json.gz", folder).equals(actual), seed


def test_arrays_over_several_lines_are_read_as_spark_reads_them(inlay, tmp_path):
    records = [{"a": 1, "b": [{"c": "x"}, {}]}, {"b": []}, {"a": 2.5, "d": {"e": None, "f": [[1], []]}}]
    (tmp_path / "in.json").write_text(json.dumps(records, indent=2))
    expected = spark.session().read.json(str(tmp_path / "in.json"), multiLine=True).toArrow()
    actual = by_inlay(inlay, tmp_path / "in.json", tmp_path)
    assert types(actual) == types(expected)
    assert actual.to_pylist() == expected.to_pylist()


def nested_table(seed: int, without: tuple[str, ...] = ("map",)) -> pa.Table:
    """Random nested columns that may be null anywhere."""
    chance = random.Random(seed)
    columns = {"row": pa.array(range(50))}
    for place in range(5):
        kind = nullable(nested.random_type(chance, place % 4, without))
        columns[f"c{place}"] = pa.array([nested.random_value(chance, kind, True) for _ in range(50)], kind)
    return pa.table(columns)


def nullable(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_list(kind):
        return pa.list_(pa.field("element", nullable(kind.value_type)))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, nullable(field.type)) for field in kind])
    return kind


def read_arrow(path, schema):
    return pj.read_json(path, parse_options=pj.ParseOptions(explicit_schema=schema))


def read_duckdb(path, schema):
    connection = duckdb.connect()
    connection.register("empty", schema.empty_table())
    described = connection.sql("DESCRIBE empty").fetchall()
    columns = ", ".join(f"'{row[0]}': '{row[1]}'" for row in described)
    return connection.sql(f"FROM read_json('{path}', columns = {{{columns}}})").to_arrow_table()


def read_polars(path, schema):
    return polars.read_ndjson(path, schema=polars.from_arrow(schema.empty_table()).schema).to_arrow()


def read_spark(path, schema):
    wanted = spark.session().createDataFrame(schema.empty_table()).schema
    return spark.session().read.schema(StructType(wanted.fields)).json(str(path)).toArrow()


# pyarrow's reader has no dates.
@pytest.mark.parametrize("read", [read_duckdb, read_polars, read_spark], ids=lambda read: read.__name__)
def test_peers_read_what_inlay_writes(read, inlay, tmp_path):
    for seed in range(4):
        table = nested_table(seed)
        pq.write_table(table, tmp_path / "in.parquet")
        inlay("convert", tmp_path / "in.parquet", "--to", tmp_path / "out.json", "--mode", "overwrite")
        assert read(tmp_path / "out.json", table.schema).to_pylist() == table.to_pylist(), seed


def test_arrow_reads_what_inlay_writes(inlay, tmp_path):
    table = nested_table(3)
    table = table.select([field.name for field in table.schema if "date32" not in str(field.type)])
    pq.write_table(table, tmp_path / "in.parquet")
    inlay("convert", tmp_path / "in.parquet", "--to", tmp_path / "out.json")
    assert read_arrow(tmp_path / "out.json", table.schema).to_pylist() == table.to_pylist()


def test_inlay_reads_back_what_it_writes(inlay, tmp_path):
    for seed in range(10, 14):
        table = nested_table(seed)
        pq.write_table(table, tmp_path / "in.parquet")
        inlay("convert", tmp_path / "in.parquet", "--to", tmp_path / "out.json.gz", "--mode", "overwrite")
        assert "are equal: 50 rows" in inlay.attempt("diff", tmp_path / "in.parquet", tmp_path / "out.json.gz").stderr


def write_duckdb(wanted, path):
    duckdb.connect().execute(f"COPY (FROM wanted) TO '{path}' (FORMAT json)")


def write_duckdb_array(wanted, path):
    duckdb.connect().execute(f"COPY (FROM wanted) TO '{path}' (FORMAT json, ARRAY true)")


def write_polars(table, path):
    polars.from_arrow(table).write_ndjson(path)


def write_spark(table, path):
    spark.session().createDataFrame(table).coalesce(1).write.json(str(path))


@pytest.mark.parametrize(
    "write", [write_duckdb, write_duckdb_array, write_polars, write_spark], ids=lambda write: write.__name__
)
def test_inlay_reads_what_peers_write(write, inlay, tmp_path):
    for seed in range(20, 23):
        table = nested_table(seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        write(table, folder / "in.json")
        pq.write_table(table, folder / "wanted.parquet")
        source = folder / "in.json"
        if source.is_dir():
            source = next(source.glob("*.json"))
        found = inlay.attempt("diff", source, folder / "wanted.parquet")
        assert "are equal: 50 rows" in found.stderr, found.stdout + found.stderr


def test_spark_and_inlay_write_the_same_values(inlay, tmp_path):
    moment = datetime(2020, 1, 2, 3, 4, 5, 678_000, UTC)
    table = pa.table(
        {
            "f": pa.array([float("nan"), float("inf"), -float("inf"), 1e300]),
            "d": pa.array([Decimal("1.50"), Decimal("-0.01"), None, Decimal("0.00")], pa.decimal128(10, 2)),
            "b": pa.array([b"ab", b"", None, b"\x00\xff\x10"]),
            "t": pa.array([moment, None, moment.replace(microsecond=0), moment], pa.timestamp("us", "UTC")),
            "m": pa.array([[("x", 1), ("y", None)], [], None, [("", 2)]], pa.map_(pa.string(), pa.int32())),
            "s": ['"\\/\n\t\x01\x08é😀', "", None, "\u2028"],
        }
    )
    pq.write_table(table, tmp_path / "in.parquet")
    inlay("convert", tmp_path / "in.parquet", "--to", tmp_path / "out.json")
    spark.session().read.parquet(str(tmp_path / "in.parquet")).coalesce(1).write.json(str(tmp_path / "spark"))
    theirs = next((tmp_path / "spark").glob("*.json"))
    ours = [json.loads(line) for line in (tmp_path / "out.json").read_text().split("\n")[:-1]]
    assert ours == [json.loads(line) for line in theirs.read_text().split("\n")[:-1]]
    declared = tmp_path / "table.json"
    declared.write_text(inlay("schema", tmp_path / "in.parquet", "--json"))
    assert "are equal" in inlay.attempt("diff", theirs, tmp_path / "in.parquet").stderr
