"""Every cell of the registry is written, stands in its file as asked for, and is read by the peers, equal."""

import contextlib
import functools
import re

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import registry
from equality import assert_same_nested
from peers import arrow, fusion, spark
from pyspark.sql.types import StructType
from registry import CODECS, VERSIONS

FILES = [(codec, version) for codec in CODECS for version in VERSIONS]

SPARK_LACKS = {
    "time_millis": "Illegal Parquet type: INT32 (TIME(MILLIS,false))",
    "uuid": "Illegal Parquet type: FIXED_LEN_BYTE_ARRAY (UUID)",
    "half": "Illegal Parquet type: FIXED_LEN_BYTE_ARRAY (FLOAT16)",
}
"""The types that Spark refuses, with its words."""

SPARK_LACKS_VECTORS = {f"{kind}-{encoding}".lower() for kind, encoding in spark.CANNOT_READ_ENCODED}
"""The beginnings of the columns that Spark reads value by value only: its vectorised reader lacks the combination."""

SPARK_LACKS_CODECS = {"brotli": "org.apache.hadoop.io.compress.BrotliCodec"}
"""What stands behind Brotli in parquet-java is not a part of Spark; with what it looks for."""

WITHOUT_VECTORS = "snappy"
"""The codec of the files that Spark reads value by value too: pages are decompressed before that makes a difference."""


@functools.cache
def table() -> pa.Table:
    return registry.make_table()


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("registry") / "source.parquet"
    pq.write_table(table(), path)
    return path


@pytest.fixture(scope="module")
def written(inlay, source):
    """Gives a function that lets Inlay write one file of the registry, once."""

    @functools.cache
    def write(codec: str, version: int):
        path = source.with_name(f"{codec}.{version}.parquet")
        options = ["--compression", codec, "--data-page-version", version, *registry.arguments()]
        inlay("convert", source, "--to", path, *options)
        return path

    return write


def test_every_legal_cell_is_written(written):
    produced = set().union(*(registry.produced(written(*file)) for file in FILES))
    assert produced - registry.LEGAL == set(), "cells that the registry does not know"
    assert registry.LEGAL - produced == set(), "cells that nothing writes"


def test_the_axes_are_those_of_the_command(inlay):
    """A codec or a page version that is new to the command fails here, until the registry has it."""
    text = " ".join(inlay("convert", "--help").split())
    choices = [tuple(values.split(", ")) for values in re.findall(r"\(values: ([^;)]*)", text)]
    assert tuple(CODECS) in [tuple(sorted(values, key=list(CODECS).index)) for values in choices if "snappy" in values]
    assert tuple(map(str, VERSIONS)) in choices


@pytest.mark.parametrize("kind", registry.TYPES.values(), ids=registry.TYPES)
def test_the_encodings_are_those_of_the_library(kind, inlay, source):
    """What the library names as possible is what the registry allows."""
    column = f"{kind.name}-plain-optional"
    result = inlay.attempt(
        *("convert", source, "--to", source.with_name("refused.parquet")),
        *("--column-encoding", f"{column}=BIT_PACKED"),
    )
    assert result.returncode != 0
    named = re.search(r"values are not written in this encoding; choose from (.*): BIT_PACKED", result.stderr)
    assert set(named[1].split(", ")) == registry.ALLOWED[kind.physical]


@pytest.mark.parametrize("codec, version", FILES)
def test_inlay_finds_no_fault(codec, version, inlay, written):
    inlay("check", written(codec, version))


@pytest.mark.parametrize("codec, version", FILES)
@pytest.mark.parametrize("peer", [pytest.param(peer, id=peer.NAME) for peer in (arrow, fusion)])
def test_a_peer_reads_every_cell(peer, codec, version, written):
    assert_cells(peer.read(written(codec, version)), table().column_names)


@pytest.mark.parametrize("codec, version", [file for file in FILES if file[0] not in SPARK_LACKS_CODECS])
def test_spark_reads_every_cell_it_has(codec, version, written, spark_schema):
    with reading(vectors=True):
        names = [name for name in spark_schema.names if name.rsplit("-", 1)[0] not in SPARK_LACKS_VECTORS]
        assert_cells(read_by_spark(written(codec, version), spark_schema, names), names)


@pytest.mark.parametrize("version", VERSIONS)
def test_spark_reads_every_cell_value_by_value(version, written, spark_schema):
    with reading(vectors=False):
        names = spark_schema.names
        assert_cells(read_by_spark(written(WITHOUT_VECTORS, version), spark_schema, names), names)


@pytest.mark.parametrize("kind", SPARK_LACKS)
def test_spark_still_lacks_a_type(kind, tmp_path):
    """The type is left out for a reason; when it is gone, the type comes back in."""
    path = tmp_path / "lacking.parquet"
    pq.write_table(table().select([f"{kind}-plain-optional"]), path)
    with pytest.raises(Exception, match=re.escape(SPARK_LACKS[kind])):
        spark.read(path)


@pytest.mark.parametrize("codec", SPARK_LACKS_CODECS)
def test_spark_still_lacks_a_codec(codec, written, spark_schema):
    with pytest.raises(Exception, match=re.escape(SPARK_LACKS_CODECS[codec])):
        read_by_spark(written(codec, 1), spark_schema, spark_schema.names[:1])


@pytest.fixture(scope="module")
def spark_schema(source):
    """The schema that Spark gives to the columns whose types it has.

    Without one of its own it would refuse a file for a column that nobody asks for.
    """
    names = [name for name in table().column_names if name.split("-")[0] not in SPARK_LACKS]
    path = source.with_name("known_to_spark.parquet")
    pq.write_table(table().select(names), path)
    return spark.session().read.parquet(str(path)).schema


def read_by_spark(path, schema, names: list[str]) -> pa.Table:
    known = StructType([field for field in schema if field.name in names])
    return spark.session().read.schema(known).parquet(str(path)).toArrow()


@contextlib.contextmanager
def reading(vectors: bool):
    """Lets Spark decode whole vectors, which it does not do for so many columns by itself, or value by value."""
    options = {
        "spark.sql.codegen.maxFields": "100000",
        "spark.sql.parquet.enableVectorizedReader": str(vectors).lower(),
        "spark.sql.parquet.enableNestedColumnVectorizedReader": str(vectors).lower(),
    }
    configuration = spark.session().conf
    before = {name: configuration.get(name) for name in options}
    for name, value in options.items():
        configuration.set(name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            configuration.set(name, value)


def assert_cells(actual: pa.Table, names: list[str]) -> None:
    assert actual.column_names == names
    assert actual.num_rows == registry.ROWS
    for name in names:
        assert_same_nested(name, actual[name], table()[name])
