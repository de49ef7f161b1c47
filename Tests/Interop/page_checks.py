"""What must hold of the pages of a column and of the indexes that lead readers to them, byte by byte.

Each check takes the chunks of one column with their rows: `[(Chunk, rows), ...]`.
"""

import zlib

from bounds import assert_bound, decode, values_of
from parquet_file import DATA_PAGE, DICTIONARY_PAGE

MOST_ROWS = 20_000
UNORDERED, ASCENDING, DESCENDING = 0, 1, 2


def chunks_with_rows(file, table, position):
    parts, first = [], 0
    for chunk in file.chunks(position):
        parts.append((chunk, table.column(position).slice(first, chunk.values).combine_chunks()))
        first += chunk.values
    return parts


def a_dictionary_stands_first_and_alone(chunks):
    for chunk, _ in chunks:
        kinds = [page.kind for page in chunk.pages]
        assert kinds == [DICTIONARY_PAGE] * (11 in chunk.metadata) + [DATA_PAGE] * len(chunk.data_pages)
        assert chunk.metadata[9] == chunk.data_pages[0].offset


def pages_add_up_to_their_chunk(chunks):
    for chunk, rows in chunks:
        assert sum(page.values for page in chunk.data_pages) == chunk.values == len(rows)
        assert sum(page.header_size + page.header[2] for page in chunk.pages) == chunk.metadata[6]


def pages_are_neither_huge_nor_long(chunks):
    for chunk, _ in chunks:
        assert all(page.values <= MOST_ROWS for page in chunk.data_pages)
        assert all(page.header[2] <= 2 * 2**20 for page in chunk.data_pages)


def checksums_hold(chunks):
    for chunk, _ in chunks:
        assert all(page.header[4] % 2**32 == zlib.crc32(page.body) for page in chunk.pages)


def the_offset_index_points_at_each_data_page(chunks):
    for chunk, _ in chunks:
        first, expected = 0, []
        for page in chunk.data_pages:
            # The size includes the page's header.
            expected.append({1: page.offset, 2: page.size, 3: first})
            first += page.values
        assert chunk.locations == expected


def the_column_index_counts_nulls_and_bounds_each_page(chunks):
    for chunk, rows in chunks:
        index = chunk.column_index
        pages = [
            rows.slice(where[3], page.values) for where, page in zip(chunk.locations, chunk.data_pages, strict=True)
        ]
        assert index[5] == [page.null_count for page in pages]
        # A page of nothing but nulls says so, and has empty bounds.
        assert index[1] == [page.null_count == len(page) for page in pages]
        for low, high, page in zip(index[2], index[3], pages, strict=True):
            if page.null_count == len(page):
                assert (low, high) == (b"", b"")
            else:
                assert_bound(low, high, values_of(page), page.type)


def the_column_index_claims_no_order_that_is_not_there(chunks):
    for chunk, rows in chunks:
        index, kind = chunk.column_index, rows.type
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


CHECKS = [
    a_dictionary_stands_first_and_alone,
    pages_add_up_to_their_chunk,
    pages_are_neither_huge_nor_long,
    checksums_hold,
    the_offset_index_points_at_each_data_page,
    the_column_index_counts_nulls_and_bounds_each_page,
    the_column_index_claims_no_order_that_is_not_there,
]
