"""Every peer reads what Inlay wrote, equal value for value."""

import re

import every_type
import pytest
from equality import assert_same
from peers import arrow, duck, fusion, polar, spark
from pyspark.errors import AnalysisException

CASES = [(rows, codec) for rows in (0, 1, 40, 20_001) for codec in ("snappy", "gzip", "none")] + [(50_000, "snappy")]
PEERS = [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion)]


@pytest.mark.parametrize("rows, codec", CASES)
@pytest.mark.parametrize("peer", PEERS)
def test_reads_every_type(peer, rows, codec, converted):
    path, table = converted(rows, codec)
    assert_same(peer.read(path), table)


@pytest.mark.parametrize("rows, codec", CASES)
def test_spark_reads_every_type_it_has(rows, codec, converted):
    path, table = converted(rows, codec, without=tuple(spark.CANNOT_READ))
    assert_same(spark.read(path), table)


@pytest.mark.parametrize("column", spark.CANNOT_READ)
def test_spark_still_cannot_read(column, converted):
    """The other types are left out for a reason; when it is gone, they come back in."""
    path, _ = converted(1, without=tuple(name for name in every_type.NAMES if name != column))
    with pytest.raises(AnalysisException, match=re.escape(spark.CANNOT_READ[column])):
        spark.read(path)
