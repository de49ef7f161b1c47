"""Batches handed to and taken from other libraries in one process, by the Arrow C data and stream interfaces."""

import ctypes
import decimal
import gc
from datetime import date, datetime, time
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from inlay_command import PLAIN_BUILD, build_plainly

PACKAGE = Path(__file__).parent / "arrow_host"
# The bytes of the interface's structures on machines of 64 bits, and where the callback that releases a stream stands.
SCHEMA, ARRAY, STREAM, STREAM_RELEASE = 72, 80, 40, 24


class Host:
    """The library under test, which holds the batches that it took until it is told to forget them."""

    def __init__(self, library: ctypes.CDLL):
        self.library = library

    def _check(self, status: int):
        if status != 0:
            words = ctypes.create_string_buffer(1000)
            self.library.inlay_host_error(words, ctypes.c_ssize_t(len(words)))
            raise ValueError(words.value.decode())

    def take(self, source):
        """Takes all of a table, a frame or anything that pyarrow makes a reader of."""
        stream = ctypes.create_string_buffer(STREAM)
        address = ctypes.addressof(stream)
        pa.RecordBatchReader.from_stream(source)._export_to_c(address)
        status = self.library.inlay_host_take(ctypes.c_void_p(address))
        assert stream.raw[STREAM_RELEASE : STREAM_RELEASE + 8] == bytes(8)
        self._check(status)

    def give(self) -> pa.RecordBatchReader:
        stream = ctypes.create_string_buffer(STREAM)
        address = ctypes.addressof(stream)
        self._check(self.library.inlay_host_give(ctypes.c_void_p(address)))
        return pa.RecordBatchReader._import_from_c(address)

    def give_batch(self) -> pa.RecordBatch:
        schema, array = ctypes.create_string_buffer(SCHEMA), ctypes.create_string_buffer(ARRAY)
        addresses = [ctypes.addressof(structure) for structure in (schema, array)]
        self._check(self.library.inlay_host_give_batch(*(ctypes.c_void_p(address) for address in addresses)))
        return pa.RecordBatch._import_from_c(addresses[1], addresses[0])

    def pass_through(self, table) -> pa.Table:
        self.take(table)
        try:
            result = self.give().read_all()
        finally:
            self.library.inlay_host_forget()
        result.validate(full=True)
        return result


@pytest.fixture(scope="module")
def host() -> Host:
    build_plainly(PACKAGE)
    return Host(ctypes.CDLL(PLAIN_BUILD / "debug" / "libInlayArrowHost.so"))


def every_type() -> pa.Table:
    """Columns of all layouts, each with a null in the middle."""
    texts = ["short", None, "a text of more than twelve bytes, ä"]
    moment = datetime(2020, 9, 25, 13, 30, 0, 123456)
    days = [date(1969, 12, 31), None, date(2020, 9, 25)]
    lists, pair = [[1, None], None, []], pa.struct([("a", pa.int64()), ("b", pa.string())])
    clock = time(13, 30, 0, 123000)
    columns = {
        str(kind): pa.array([1, None, 100], kind)
        for kind in [getattr(pa, f"{sign}int{width}")() for sign in ("", "u") for width in (8, 16, 32, 64)]
    }
    for kind in (pa.float16(), pa.float32(), pa.float64()):
        columns[str(kind)] = pa.array([0.5, None, -1.0], pa.float64()).cast(kind)
    for kind in (pa.string(), pa.large_string(), pa.string_view()):
        columns[str(kind)] = pa.array(texts, kind)
    for kind in (pa.binary(), pa.large_binary(), pa.binary_view()):
        columns[str(kind)] = pa.array([text and text.encode() for text in texts], kind)
    for unit in ("s", "ms", "us", "ns"):
        for zone in (None, "UTC"):
            instant = moment if unit in ("us", "ns") else moment.replace(microsecond=0)
            columns[f"timestamp {unit} {zone}"] = pa.array([instant, None, instant], pa.timestamp(unit, zone))
    for kind in (pa.time32("s"), pa.time32("ms"), pa.time64("us"), pa.time64("ns")):
        whole = clock if kind != pa.time32("s") else clock.replace(microsecond=0)
        columns[str(kind)] = pa.array([whole, None, whole], kind)
    for kind in (pa.decimal32(9, 2), pa.decimal64(18, 2), pa.decimal128(38, 2)):
        columns[str(kind)] = pa.array([decimal.Decimal("1.25"), None, decimal.Decimal("-0.05")], kind)
    return pa.table(
        {
            **columns,
            "boolean": pa.array([True, None, False]),
            "null": pa.nulls(3),
            "date32": pa.array(days, pa.date32()),
            "date64": pa.array(days, pa.date64()),
            "fixed": pa.array([b"12345", None, b"abcde"], pa.binary(5)),
            "list": pa.array(lists, pa.list_(pa.int64())),
            "large list": pa.array(lists, pa.large_list(pa.int64())),
            "fixed list": pa.array([[1, 2], None, [3, None]], pa.list_(pa.int64(), 2)),
            "struct": pa.array([{"a": 1, "b": "x"}, None, {"a": None, "b": "y"}], pair),
            "map": pa.array([[("k", 1)], None, []], pa.map_(pa.string(), pa.int64())),
            "dictionary": pa.array(["x", None, "y"]).dictionary_encode(),
        }
    )


def test_every_type_comes_back_as_it_was(host):
    table = every_type()
    assert host.pass_through(table).to_pylist() == table.to_pylist()


@pytest.mark.parametrize("offset", [1, 2, 3, 7, 8, 9, 64])
def test_slices_begin_anywhere(host, offset):
    whole = pa.concat_tables([every_type()] * 30).combine_chunks()
    table = whole.slice(offset, 20)
    assert host.pass_through(table).to_pylist() == table.to_pylist()


def test_tables_without_rows_or_columns(host):
    assert host.pass_through(every_type().slice(0, 0)).num_rows == 0
    assert host.pass_through(pa.table({})).num_columns == 0


def test_nothing_is_copied_both_ways(host):
    texts = pa.array([f"a text of more than twelve bytes, {number}" for number in range(1000)], pa.string_view())
    numbers = pa.array(range(1000), pa.int64())
    lists = pa.ListArray.from_arrays(pa.array(range(0, 1001, 10), pa.int32()), numbers)
    wide = pa.array([decimal.Decimal(number) for number in range(1000)], pa.decimal128(38, 0))
    host.take(pa.table({"numbers": numbers, "texts": texts, "wide": wide, "lists": pa.concat_arrays([lists] * 10)}))
    batch = host.give().read_next_batch()
    host.library.inlay_host_forget()
    assert batch["numbers"].buffers()[1].address == numbers.buffers()[1].address
    assert batch["wide"].buffers()[1].address == wide.buffers()[1].address
    mine, theirs = [[buffer and buffer.address for buffer in array.buffers()] for array in (texts, batch["texts"])]
    assert mine[1:] == theirs[1:]


def test_a_dictionary_stays_one(host):
    words = pa.array(["x", "y", None, "x"]).dictionary_encode()
    host.take(pa.table({"words": words}))
    batch = host.give_batch()
    host.library.inlay_host_forget()
    assert pa.types.is_dictionary(batch.schema.field("words").type)
    assert batch["words"].to_pylist() == words.to_pylist()


def test_memory_is_given_back_once(host):
    pool = pa.system_memory_pool()
    before = pool.bytes_allocated()
    for _ in range(20):
        numbers = pa.array(range(100_000), pa.int64(), memory_pool=pool)
        host.take(pa.table({"n": numbers}))
        batch = host.give().read_next_batch()
        host.library.inlay_host_forget()
        del numbers
        gc.collect()
        # What Python looks at lives on, though nobody else holds it.
        assert batch["n"][99_999].as_py() == 99_999
        del batch
    gc.collect()
    assert pool.bytes_allocated() == before


def test_duckdb_takes_and_hands_over(host):
    connection = duckdb.connect()
    query = "select i, 'text number ' || i as t, i % 3 = 0 as b, [i, null] as l from range(100000) r(i)"
    host.take(connection.sql(query).to_arrow_reader(10_000))
    connection.register("taken", host.give())
    host.library.inlay_host_forget()
    taken = connection.sql("select count(*), sum(i), max(t), count(*) filter (b), sum(l[1]) from taken").fetchall()
    assert taken == [(100_000, 4_999_950_000, "text number 99999", 33_334, 4_999_950_000)]


def test_polars_takes_and_hands_over(host):
    frame = pl.DataFrame(
        {
            "n": range(100_000),
            "t": [f"text number {number}" if number % 7 else None for number in range(100_000)],
            "d": [date(2020, 1, 1)] * 100_000,
            "l": [[number, None] for number in range(100_000)],
            "s": [{"a": number, "b": str(number)} for number in range(100_000)],
        }
    )
    host.take(frame)
    reader = host.give()
    host.library.inlay_host_forget()
    assert pl.DataFrame(reader).equals(frame)


def test_what_columns_have_no_type_for_is_refused_by_name(host):
    with pytest.raises(ValueError, match="column d: the format tDs has no column type here"):
        host.take(pa.table({"d": pa.array([1], pa.duration("s"))}))
    with pytest.raises(ValueError, match=r"column u: the format .* has no column type here"):
        union = pa.UnionArray.from_sparse(pa.array([0], pa.int8()), [pa.array([1])])
        host.take(pa.table({"u": union}))


def test_an_error_of_a_stream_is_told(host):
    def batches():
        yield pa.record_batch({"n": [1]})
        raise OSError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema([("n", pa.int64())]), batches())
    with pytest.raises(ValueError, match=r"the other library's stream failed with .*the disk is gone"):
        host.take(reader)
