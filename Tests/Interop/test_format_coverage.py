"""docs/FORMAT_COVERAGE.md says something of every field of the format, and the sources bear it out."""

import re
from pathlib import Path

import pytest
from inlay_command import ROOT

METADATA = ROOT / "Sources" / "InlayParquet"
FIELDS = [line.split("\t") for line in (Path(__file__).parent / "format_fields.tsv").read_text().splitlines()]
"""Every field of parquet.thrift that is not a struct without fields: the struct, the number, the name."""

SOURCES = {
    "BoundingBox": "BoundingBox",
    "BloomFilterHeader": "BloomFilterHeader",
    "ColumnChunk": "ColumnChunk",
    "ColumnIndex": "ColumnIndex",
    "ColumnMetaData": "ColumnChunkMetadata",
    "DataPageHeader": "DataPageHeader",
    "DataPageHeaderV2": "DataPageHeaderV2",
    "DictionaryPageHeader": "DictionaryPageHeader",
    "FileMetaData": "FileMetadata",
    "GeospatialStatistics": "GeospatialStatistics",
    "KeyValue": "KeyValue",
    "OffsetIndex": "OffsetIndex",
    "PageEncodingStats": "PageEncodingStatistics",
    "PageHeader": "PageHeader",
    "PageLocation": "PageLocation",
    "RowGroup": "RowGroup",
    "SchemaElement": "SchemaElement",
    "SizeStatistics": "SizeStatistics",
    "SortingColumn": "SortingColumn",
    "Statistics": "Statistics",
}
"""The file in which a struct is read and written."""


def rows_of_the_page() -> dict[tuple[str, str], tuple[str, str, str]]:
    """What the page says: by struct and field the number, and the words for reading and writing."""
    rows, struct = {}, ""
    for line in (ROOT / "docs" / "FORMAT_COVERAGE.md").read_text().splitlines():
        if line.startswith("## "):
            struct = line[3:]
        elif match := re.fullmatch(r"\| (\d+) \| `(\w+)` \| (\w+) \| (\w+) \| .*\|", line):
            number, field, reading, writing = match.groups()
            assert (struct, field) not in rows, f"{struct}.{field} stands on the page twice"
            rows[struct, field] = number, reading, writing
    return rows


ROWS = rows_of_the_page()


def test_every_field_is_there_once():
    assert {(struct, number, field) for (struct, field), (number, _, _) in ROWS.items()} == set(map(tuple, FIELDS))


def test_the_words_are_those_that_the_page_explains():
    assert {reading for _, reading, _ in ROWS.values()} <= {"used", "read", "skipped"}
    assert {writing for _, _, writing in ROWS.values()} <= {"written", "never"}


def source(struct: str) -> str:
    found = list(METADATA.rglob(f"{SOURCES[struct]}.swift"))
    assert len(found) == 1, f"{struct} is read and written in {found}"
    return found[0].read_text()


def spelt(case: str) -> list[str]:
    """The numbers of a case, which may be a range."""
    first, _, last = case.partition("...")
    return [str(number) for number in range(int(first), int(last or first) + 1)]


@pytest.mark.parametrize("struct", SOURCES)
def test_fields_are_read_where_the_page_says_so(struct):
    read = {number for case in re.findall(r"^ +case ([\d.]+):", source(struct), re.MULTILINE) for number in spelt(case)}
    said = {number for (name, _), (number, reading, _) in ROWS.items() if name == struct and reading != "skipped"}
    assert read == said


@pytest.mark.parametrize("struct", SOURCES)
def test_fields_that_are_written_have_a_line_that_writes_them(struct):
    text = source(struct)
    if "Int16(id + 1)" in text:
        return
    lines = set(re.findall(r"writer\.\w+\((\d+)[,)]", text))
    said = {number for (name, _), (number, _, writing) in ROWS.items() if name == struct and writing == "written"}
    assert said <= lines
