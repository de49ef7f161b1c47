"""Every limit on what is read: a file that reaches it is read, and one unit less is refused by its name."""

import gzip
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from test_messages_of_options import words

FAILED = 1


def nested(depth: int):
    return 1 if depth == 0 else {"x": nested(depth - 1)}


@pytest.fixture(scope="module")
def parquet(tmp_path_factory):
    path = tmp_path_factory.mktemp("limits") / "rows.parquet"
    # Pages of this size and no dictionaries: what is inspected is what limits are about.
    table = pa.table({"a": [f"a text {number}" for number in range(1000)], "b": [nested(4)] * 1000})
    pq.write_table(table, path, use_dictionary=False, store_schema=False, compression="none")
    return path


def inspected(inlay, path) -> dict:
    (file,) = json.loads(inlay("inspect", path, "--pages", "--json"))["files"]
    return file


def nodes(schema: dict) -> list[int]:
    """The depth of each node of a schema, that of the root 0."""
    return [0] + [depth + 1 for child in schema["children"] for depth in nodes(child)]


def expect(inlay, path, name: str, value: int, message: str, *arguments) -> None:
    """A file is read with the limit, and with one less it is refused by a message that names the file and the limit."""
    assert inlay("cat", path, "--read-limit", f"{name}={value}", *arguments)
    result = inlay.attempt("cat", path, "--read-limit", f"{name}={value - 1}", *arguments)
    assert result.returncode == FAILED, f"{name} of {value - 1} is enough"
    assert name in result.stderr and str(path) in result.stderr
    assert message in words(result.stderr)


def test_footers(inlay, parquet):
    size = inspected(inlay, parquet)["footerByteCount"]
    message = "the footer is larger than ParquetLimits.footerByteCount allows: "
    expect(inlay, parquet, "footerByteCount", size, message)


def test_pages(inlay, parquet):
    pages = [
        page
        for group in inspected(inlay, parquet)["rowGroups"]
        for column in group["columns"]
        for page in column["pages"]
    ]
    size = max(page["uncompressedByteCount"] for page in pages)
    expect(inlay, parquet, "pageByteCount", size, "the page is larger than ParquetLimits.pageByteCount allows: ")


def test_schemas(inlay, parquet):
    depths = nodes(inspected(inlay, parquet)["schema"])
    message = "the schema has more nodes than ParquetLimits.schemaElementCount allows: "
    expect(inlay, parquet, "schemaElementCount", len(depths), message)
    # The leaves of the deepest groups are no level of their own.
    expect(
        inlay, parquet, "schemaDepth", max(depths) - 1, "the schema nests deeper than ParquetLimits.schemaDepth allows"
    )


def reads(inlay, path, limit: str) -> bool:
    return inlay.attempt("cat", path, "--read-limit", limit).returncode == 0


def test_fields_and_records(inlay, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("a,b\n1," + "x" * 100 + "\n")
    expect(inlay, path, "maxFieldBytes", 100, "the field has more bytes than maxFieldBytes allows, which is 99")
    # The end of the line is none of the record's bytes.
    message = (
        "the record that begins here has more bytes than maxRecordBytes allows; look for a quote in it that is never"
    )
    record = next(size for size in range(100, 110) if reads(inlay, path, f"maxRecordBytes={size}"))
    expect(inlay, path, "maxRecordBytes", record, message)


def test_compressed_text(inlay, tmp_path):
    text = b"a\n" + b"1\n" * 5000
    path = tmp_path / "rows.csv.gz"
    path.write_bytes(gzip.compress(text))
    message = "the file holds more text than maxDecompressedBytes allows; raise that option if the file is to be"
    expect(inlay, path, "maxDecompressedBytes", len(text), message)
