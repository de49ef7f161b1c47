"""`inspect` says what pyarrow says of a file, and `check` finds in the files of peers only what is written here."""

import json

import every_type
import jsonschema
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from inlay_command import ROOT
from peers import arrow, duck, fusion, polar, spark

PEERS = [pytest.param(peer, id=peer.NAME) for peer in (arrow, duck, polar, fusion, spark)]
DONE, FAILED, FINDINGS, USAGE = 0, 1, 2, 64

KNOWN = {
    # The list of encodings lacks that of the dictionary page.
    duck.NAME: {"encodings"},
    # A column with NaN has NaN for bounds, which parquet.thrift forbids.
    spark.NAME: {"bounds"},
}

KNOWN_OF_ARROW = {
    # Pages of the second version are counted as DATA_PAGE.
    "second version": {"encoding-statistics"},
}

ARROW_OPTIONS = {
    "defaults": {},
    "page index": {"write_page_index": True},
    "second version": {"data_page_version": "2.0", "version": "2.6"},
    "small pages": {"data_page_size": 512, "write_page_index": True, "row_group_size": 400},
    "no dictionary": {"use_dictionary": False, "write_page_index": True},
    "no statistics": {"write_statistics": False},
    "sorted": {"sorting_columns": [pq.SortingColumn(0)], "write_page_index": True},
}


def form(name):
    return json.loads((ROOT / "Schemas" / f"{name}.schema.json").read_text())


def check(inlay, path, *arguments):
    """The report of a check of one file, and its exit code."""
    result = inlay.attempt("check", path, "--json", *arguments)
    document = json.loads(result.stdout)
    jsonschema.validate(document, form("check-report"), cls=jsonschema.Draft202012Validator)
    return document["files"][0], result.returncode


def inspect(inlay, path):
    document = json.loads(inlay("inspect", path, "--json"))
    jsonschema.validate(document, form("inspection"), cls=jsonschema.Draft202012Validator)
    return document["files"][0]


@pytest.fixture
def written(tmp_path):
    """Gives a function that lets a peer write 1,000 rows of every type."""

    def write(peer, codec="snappy", **options):
        path = tmp_path / f"{peer.NAME}.parquet"
        peer.write(every_type.make_table(1_000), path, codec, **options)
        return path

    return write


@pytest.mark.parametrize("peer", PEERS)
def test_files_of_peers_break_no_rule_but_known_ones(peer, inlay, written):
    report, code = check(inlay, written(peer))
    known = KNOWN.get(peer.NAME, set())
    assert {finding["rule"] for finding in report["findings"]} == known, report["findings"][:3]
    assert code == (FINDINGS if known else DONE)
    assert report["checked"]["valueCount"] > 0
    if known:
        _, code = check(inlay, written(peer), *(f"--except={rule}" for rule in known))
        assert code == DONE


@pytest.mark.parametrize("name", ARROW_OPTIONS)
def test_files_of_pyarrow_break_no_rule_but_known_ones(name, inlay, tmp_path):
    path, options, table = tmp_path / "arrow.parquet", ARROW_OPTIONS[name], every_type.make_table(1_000)
    if "sorting_columns" in options:
        table = table.sort_by(every_type.NAMES[0])
    arrow.write(table, path, "snappy", **options)
    report, code = check(inlay, path)
    known = KNOWN_OF_ARROW.get(name, set())
    assert {finding["rule"] for finding in report["findings"]} == known, report["findings"][:3]
    assert code == (FINDINGS if known else DONE)


def test_files_of_inlay_are_clean(inlay, converted):
    path, _ = converted(20_001)
    report, code = check(inlay, path)
    assert (report["findings"], report["notes"], code) == ([], [], DONE)


def test_a_damaged_page_is_found_with_its_place(inlay, tmp_path):
    path = tmp_path / "damaged.parquet"
    pq.write_table(pa.table({"n": list(range(1_000))}), path, write_page_checksum=True, compression="none")
    page = inspect(inlay, path)["rowGroups"][0]["columns"][0]["pages"][1]
    content = bytearray(path.read_bytes())
    content[page["offset"] + page["headerByteCount"] + 20] ^= 1
    path.write_bytes(content)
    report, code = check(inlay, path)
    assert code == FINDINGS
    (finding,) = report["findings"]
    assert (finding["rule"], finding["column"], finding["page"]) == ("checksum", "n", 0)
    assert finding["byteOffset"] == page["offset"]


def test_a_missing_file_ends_with_1_and_an_unknown_rule_with_64(inlay, tmp_path):
    assert inlay.attempt("check", tmp_path / "missing.parquet").returncode == FAILED
    assert inlay.attempt("check", tmp_path, "--except", "nonsense").returncode == USAGE


@pytest.mark.parametrize("peer", PEERS)
def test_inspection_says_what_pyarrow_says(peer, inlay, written):
    path = written(peer)
    ours, theirs = inspect(inlay, path), pq.ParquetFile(path).metadata
    assert ours["rowCount"] == theirs.num_rows
    assert ours["createdBy"] == theirs.created_by
    assert ours["footerByteCount"] == theirs.serialized_size
    assert len(ours["rowGroups"]) == theirs.num_row_groups
    for number, group in enumerate(ours["rowGroups"]):
        same_row_group(group, theirs.row_group(number))


def same_row_group(ours, theirs):
    assert ours["rowCount"] == theirs.num_rows
    assert ours["uncompressedByteCount"] == theirs.total_byte_size
    assert len(ours["columns"]) == theirs.num_columns
    for number, chunk in enumerate(ours["columns"]):
        same_chunk(chunk, theirs.column(number))


def same_chunk(ours, theirs):
    metadata = ours["metadata"]
    assert ".".join(ours["path"]) == theirs.path_in_schema
    assert ours["problems"] == []
    assert metadata["type"] == theirs.physical_type
    assert metadata["compression"] == theirs.compression
    assert set(metadata["encodings"]) == set(theirs.encodings)
    assert metadata["valueCount"] == theirs.num_values
    assert metadata["dataPageOffset"] == theirs.data_page_offset
    assert metadata["dictionaryPageOffset"] == theirs.dictionary_page_offset
    assert metadata["compressedByteCount"] == theirs.total_compressed_size
    assert metadata["uncompressedByteCount"] == theirs.total_uncompressed_size
    assert (ours["offsetIndex"] is not None) == theirs.has_offset_index
    assert (ours["columnIndex"] is not None) == theirs.has_column_index
    pages = ours["pages"]
    assert sum(page["headerByteCount"] + page["compressedByteCount"] for page in pages) == theirs.total_compressed_size
    if theirs.statistics is not None:
        same_statistics(metadata["statistics"], theirs.statistics)


def same_statistics(ours, theirs):
    assert ours["nullCount"] == (theirs.null_count if theirs.has_null_count else None)
    assert ours["distinctCount"] == (theirs.distinct_count if theirs.has_distinct_count else None)
    if theirs.has_min_max and theirs.physical_type in ("INT32", "INT64") and "UINT" not in str(theirs.logical_type):
        width = 4 if theirs.physical_type == "INT32" else 8
        for bound, value in ("min", theirs.min_raw), ("max", theirs.max_raw):
            said = ours[bound] or ours[f"deprecated{bound.capitalize()}"]
            assert bytes.fromhex(said["bytes"]) == value.to_bytes(width, "little", signed=True)


NESTED = pa.schema(
    {
        "key": pa.string(),
        "numbers": pa.list_(pa.int64()),
        "parts": pa.struct({"text": pa.string(), "deep": pa.list_(pa.list_(pa.float64()))}),
        "names": pa.map_(pa.string(), pa.int32()),
    }
)


def nested_table(rows):
    def row(n):
        numbers = None if n % 7 == 0 else [None if i % 3 == 1 else n - i for i in range(n % 5)]
        deep = [[float(n), -0.0], [], None] if n % 2 else []
        parts = None if n % 11 == 0 else {"text": f"t{n % 13}", "deep": deep}
        return {"key": f"k{n}", "numbers": numbers, "parts": parts, "names": [(f"n{i}", i) for i in range(n % 3)]}

    return pa.Table.from_pylist([row(n) for n in range(rows)], NESTED)


@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("page_size", [200, 1 << 20])
def test_nested_columns_with_bloom_filters_are_held_against_what_is_said_of_them(inlay, tmp_path, version, page_size):
    path = tmp_path / "nested.parquet"
    filters = {"key": {"ndv": 1_000, "fpp": 0.01}, "numbers.list.element": True}
    pq.write_table(
        nested_table(1_000),
        path,
        data_page_version=version,
        data_page_size=page_size,
        write_page_index=True,
        row_group_size=400,
        bloom_filter_options=filters,
    )
    report, _ = check(inlay, path)
    known = {"encoding-statistics"} if version == "2.0" else set()
    assert {finding["rule"] for finding in report["findings"]} == known, report["findings"][:3]
    assert report["notes"] == []
    chunks = inspect(inlay, path)["rowGroups"][0]["columns"]
    with_filter = [".".join(chunk["path"]) for chunk in chunks if chunk["bloomFilter"] is not None]
    assert with_filter == list(filters)
    header = chunks[0]["bloomFilter"]
    assert (header["algorithm"], header["hash"], header["compression"]) == ("BLOCK", "XXHASH", "UNCOMPRESSED")
    assert header["byteCount"] == header["blockCount"] * 32
    assert header["headerByteCount"] + header["byteCount"] == chunks[0]["metadata"]["bloomFilterByteCount"]


def test_a_bloom_filter_without_a_value_is_found(inlay, tmp_path):
    path = tmp_path / "filtered.parquet"
    pq.write_table(pa.table({"n": list(range(1_000))}), path, bloom_filter_options={"n": True})
    header = inspect(inlay, path)["rowGroups"][0]["columns"][0]["bloomFilter"]
    content = bytearray(path.read_bytes())
    start = header["offset"] + header["headerByteCount"]
    content[start : start + header["byteCount"]] = bytes(header["byteCount"])
    path.write_bytes(content)
    report, code = check(inlay, path)
    assert (code, [finding["rule"] for finding in report["findings"]]) == (FINDINGS, ["bloom-filter"])
