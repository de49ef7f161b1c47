"""What stands in the footer of a file that Inlay wrote."""

import re

import pyarrow.parquet as pq
import pytest
from bounds import assert_bound, values_of
from every_type import NAMES
from parquet_file import DATA_PAGE, PLAIN, RLE, RLE_DICTIONARY, ParquetFile

ROWS = 20_001
# The pattern by which parquet-java tells writers apart, narrowed to our name and to a whole version.
CREATED_BY = re.compile(rb"inlay version \d+\.\d+\.\d+\S* \(build [^)\s]+\)")
TYPE_ORDER = {1: {}}


@pytest.fixture(scope="module")
def written(converted):
    path, table = converted(ROWS)
    return ParquetFile(path), table


def test_names_its_writer(written):
    file, _ = written
    assert CREATED_BY.fullmatch(file.metadata[6]), file.metadata[6]


def test_states_the_order_of_each_column(written):
    file, table = written
    assert file.metadata[7] == [TYPE_ORDER] * table.num_columns


def test_states_its_rows_and_sizes(written):
    file, table = written
    assert file.metadata[3] == sum(group[3] for group in file.metadata[4]) == table.num_rows
    for ordinal, group in enumerate(file.metadata[4]):
        assert group[2] == sum(chunk[3][6] for chunk in group[1])
        assert group[6] == sum(chunk[3][7] for chunk in group[1])
        assert group[5] == group[1][0][3].get(11, group[1][0][3][9])
        assert group.get(7, ordinal) == ordinal


def test_keeps_the_schema(converted):
    path, table = converted(ROWS)
    assert pq.read_schema(path).equals(table.schema, check_metadata=False)


# The numbers that the format gives them.
CODECS = {"none": 0, "snappy": 1, "gzip": 2, "brotli": 4, "lz4-hadoop": 5, "zstd": 6, "lz4": 7}


@pytest.mark.parametrize("codec, stated", CODECS.items())
def test_states_its_codec(codec, stated, converted):
    path, _ = converted(ROWS, codec)
    file = ParquetFile(path)
    assert {chunk.metadata[4] for position in range(len(NAMES)) for chunk in file.chunks(position)} == {stated}


@pytest.mark.parametrize("position", range(len(NAMES)), ids=NAMES)
def test_states_its_encodings(position, written):
    file, _ = written
    for chunk in file.chunks(position):
        counts = {}
        for page in chunk.pages:
            counts[page.kind, page.encoding] = counts.get((page.kind, page.encoding), 0) + 1
        assert {(each[1], each[2]): each[3] for each in chunk.metadata[13]} == counts
        assert set(chunk.metadata[2]) == {encoding for _, encoding in counts} | (
            {RLE} if RLE in chunk.metadata[2] else set()
        )
        assert set(chunk.metadata[2]) <= {PLAIN, RLE, RLE_DICTIONARY}
        # Never a chunk whose dictionary gave up halfway.
        assert len({encoding for kind, encoding in counts if kind == DATA_PAGE}) <= 1


@pytest.mark.parametrize("position", range(len(NAMES)), ids=NAMES)
def test_states_nulls_and_bounds(position, written):
    file, table = written
    first = 0
    for chunk in file.chunks(position):
        part = table.column(position).slice(first, chunk.values).combine_chunks()
        first += chunk.values
        statistics, values = chunk.statistics, values_of(part)
        assert statistics[3] == part.null_count
        assert (6 in statistics) == (5 in statistics) == bool(values)
        if values:
            exact = assert_bound(statistics[6], statistics[5], values, part.type)
            assert exact == (statistics[8], statistics[7])
