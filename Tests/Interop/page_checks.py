"""What must hold of the pages of a column and of the indexes that lead readers to them, byte by byte.

Each check takes the parts of one leaf column: its chunks with their entries.
"""

import zlib
from dataclasses import dataclass

import pyarrow as pa
from bounds import assert_bound, decode, values_of
from nested import leaf_columns
from parquet_file import DATA_PAGE, DATA_PAGE_V2, DICTIONARY_PAGE, Chunk, Page

MOST_ROWS = 20_000
UNORDERED, ASCENDING, DESCENDING = 0, 1, 2


@dataclass(frozen=True)
class Part:
    """A column chunk with its entries: what the format calls values, nulls and empty lists counted."""

    chunk: Chunk
    entries: pa.Array
    # The number of entries of each row, where rows have other numbers than 1.
    lengths: list[int] | None = None

    def pages(self) -> list[tuple[Page, pa.Array, int]]:
        """The data pages with their entries and rows."""
        pages, first = [], 0
        for page in self.chunk.data_pages:
            pages.append((page, self.entries.slice(first, page.values), self.row_count(first, page.values)))
            first += page.values
        return pages

    def row_count(self, first: int, count: int) -> int:
        """The number of rows that begin with some entries."""
        if self.lengths is None:
            return count
        begin, rows = 0, 0
        for length in self.lengths:
            rows += first <= begin < first + count
            begin += length
        return rows


def chunks_with_rows(file, table, position):
    """The parts of a column that does not nest."""
    parts, first = [], 0
    for chunk in file.chunks(position):
        parts.append(Part(chunk, table.column(position).slice(first, chunk.values).combine_chunks()))
        first += chunk.values
    return parts


def nested_chunks(file, table) -> list[list[Part]]:
    """The parts of every leaf of a table whose columns may nest."""
    leaves, first = [], 0
    for group, rows in enumerate(file.row_counts):
        part = table.slice(first, rows)
        columns = [leaf for field in table.schema for leaf in leaf_columns(part[field.name].to_pylist(), field.type)]
        leaves.append([Part(file.chunks(leaf)[group], *column) for leaf, column in enumerate(columns)])
        first += rows
    return [list(parts) for parts in zip(*leaves, strict=True)]


def a_dictionary_stands_first_and_alone(parts):
    for chunk in chunks(parts):
        kinds = [page.kind for page in chunk.pages]
        assert kinds[:1] == [DICTIONARY_PAGE] or 11 not in chunk.metadata
        assert set(kinds[11 in chunk.metadata :]) <= {DATA_PAGE, DATA_PAGE_V2}
        assert chunk.metadata[9] == chunk.data_pages[0].offset


def pages_add_up_to_their_chunk(parts):
    for part in parts:
        chunk = part.chunk
        assert sum(page.values for page in chunk.data_pages) == chunk.values == len(part.entries)
        assert sum(page.header_size + page.header[2] for page in chunk.pages) == chunk.metadata[6]


def pages_are_neither_huge_nor_long(parts):
    for part in parts:
        assert all(rows <= MOST_ROWS for _, _, rows in part.pages())
        assert all(page.header[2] <= 2 * 2**20 for page in part.chunk.data_pages)


def pages_of_the_second_version_count_nulls_and_rows(parts):
    for part in parts:
        for page, entries, rows in part.pages():
            if page.kind == DATA_PAGE_V2:
                assert (page.contents[2], page.contents[3]) == (entries.null_count, rows)


def checksums_hold(parts):
    for chunk in chunks(parts):
        assert all(page.header[4] % 2**32 == zlib.crc32(page.body) for page in chunk.pages)


def the_offset_index_points_at_each_data_page(parts):
    for part in parts:
        first, expected = 0, []
        for page, _, rows in part.pages():
            # The size includes the page's header.
            expected.append({1: page.offset, 2: page.size, 3: first})
            first += rows
        assert part.chunk.locations == expected


def the_column_index_counts_nulls_and_bounds_each_page(parts):
    for part in parts:
        index = part.chunk.column_index
        pages = [entries for _, entries, _ in part.pages()]
        assert index[5] == [page.null_count for page in pages]
        # A page of nothing but nulls says so, and has empty bounds.
        assert index[1] == [page.null_count == len(page) for page in pages]
        for low, high, page in zip(index[2], index[3], pages, strict=True):
            if page.null_count == len(page):
                assert (low, high) == (b"", b"")
            else:
                assert_bound(low, high, values_of(page), page.type)


def the_column_index_claims_no_order_that_is_not_there(parts):
    for part in parts:
        index, kind = part.chunk.column_index, part.entries.type
        bounds = [
            (decode(low, kind), decode(high, kind))
            for low, high, null in zip(index[2], index[3], index[1], strict=True)
            if not null
        ]
        lows, highs = [low for low, _ in bounds], [high for _, high in bounds]
        if index[4] == ASCENDING:
            assert lows == sorted(lows) and highs == sorted(highs)
        elif index[4] == DESCENDING:
            assert lows == sorted(lows, reverse=True) and highs == sorted(highs, reverse=True)
        else:
            assert index[4] == UNORDERED


def chunks(parts):
    return [part.chunk for part in parts]


CHECKS = [
    a_dictionary_stands_first_and_alone,
    pages_add_up_to_their_chunk,
    pages_are_neither_huge_nor_long,
    pages_of_the_second_version_count_nulls_and_rows,
    checksums_hold,
    the_offset_index_points_at_each_data_page,
    the_column_index_counts_nulls_and_bounds_each_page,
    the_column_index_claims_no_order_that_is_not_there,
]
