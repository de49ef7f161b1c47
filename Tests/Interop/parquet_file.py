"""A Parquet file taken apart without the help of any reader, field by field of `parquet.thrift`."""

import struct
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from thrift import Reader

DATA_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2 = 0, 2, 3
PLAIN, RLE, RLE_DICTIONARY = 0, 3, 8


@dataclass(frozen=True)
class Page:
    kind: int
    offset: int
    header_size: int
    header: dict
    body: bytes

    @property
    def size(self) -> int:
        return self.header_size + len(self.body)

    @property
    def is_data(self) -> bool:
        return self.kind in (DATA_PAGE, DATA_PAGE_V2)

    @property
    def contents(self) -> dict:
        """The part of the header that is its kind's own."""
        return self.header[{DATA_PAGE: 5, DICTIONARY_PAGE: 7, DATA_PAGE_V2: 8}[self.kind]]

    @property
    def values(self) -> int:
        return self.contents[1]

    @property
    def encoding(self) -> int:
        return self.contents[4 if self.kind == DATA_PAGE_V2 else 2]


@dataclass(frozen=True)
class Chunk:
    """A column chunk: its metadata, its pages in file order, and its index."""

    file: bytes
    fields: dict

    @cached_property
    def metadata(self) -> dict:
        return self.fields[3]

    @property
    def values(self) -> int:
        return self.metadata[5]

    @property
    def statistics(self) -> dict:
        return self.metadata[12]

    @cached_property
    def start(self) -> int:
        return self.metadata.get(11, self.metadata[9])

    @cached_property
    def pages(self) -> list[Page]:
        pages, offset = [], self.start
        while offset < self.start + self.metadata[7]:
            reader = Reader(self.file, offset)
            header = reader.structure()
            pages.append(Page(header[1], offset, reader.offset - offset, header, reader.take(header[3])))
            offset = reader.offset
        assert offset == self.start + self.metadata[7], "the last page ends where the chunk does not"
        return pages

    @property
    def data_pages(self) -> list[Page]:
        return [page for page in self.pages if page.is_data]

    @cached_property
    def locations(self) -> list[dict]:
        return self.structure_at(self.fields[4], self.fields[5])[1]

    @cached_property
    def column_index(self) -> dict:
        return self.structure_at(self.fields[6], self.fields[7])

    def structure_at(self, offset: int, length: int) -> dict:
        reader = Reader(self.file, offset)
        fields = reader.structure()
        assert reader.offset == offset + length, "an index is not as long as the footer says"
        return fields


class ParquetFile:
    def __init__(self, path: Path):
        self.bytes = path.read_bytes()
        assert self.bytes[:4] == self.bytes[-4:] == b"PAR1"
        (length,) = struct.unpack("<I", self.bytes[-8:-4])
        reader = Reader(self.bytes, len(self.bytes) - 8 - length)
        self.metadata = reader.structure()
        assert reader.offset == len(self.bytes) - 8, "the footer is not as long as it says"

    @property
    def leaves(self) -> list[dict]:
        return self.metadata[2][1:]

    @property
    def row_counts(self) -> list[int]:
        """The number of rows of each row group."""
        return [group[3] for group in self.metadata[4]]

    def chunks(self, position: int) -> list[Chunk]:
        """The chunks of a column, one for each row group."""
        return [Chunk(self.bytes, group[1][position]) for group in self.metadata[4]]
