"""Every cell that Inlay may write: type by encoding by codec by repetition by page version.

The cells are the product of the axes without what the format does not allow. One file holds those of one codec and one
page version: a column for each type in each of its encodings, as required, optional and repeated values.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import every_type
import pyarrow as pa
from parquet_file import Chunk, ParquetFile
from test_further_types import HALVES
from test_written_types import BYTE_ARRAY, ELEMENTS, FIXED_LEN_BYTE_ARRAY, INT32, PHYSICAL, REPETITION

ROWS = 150
"""More than a block of differences has."""

# The numbers of `parquet.thrift`; 1 was never used.
ENCODINGS = {
    0: "PLAIN",
    2: "PLAIN_DICTIONARY",
    3: "RLE",
    4: "BIT_PACKED",
    5: "DELTA_BINARY_PACKED",
    6: "DELTA_LENGTH_BYTE_ARRAY",
    7: "DELTA_BYTE_ARRAY",
    8: "RLE_DICTIONARY",
    9: "BYTE_STREAM_SPLIT",
    10: "ALP",
}
CODECS = {"none": 0, "snappy": 1, "gzip": 2, "brotli": 4, "lz4-hadoop": 5, "zstd": 6, "lz4": 7}
REPETITIONS = ["required", "optional", "repeated"]
VERSIONS = [1, 2]
KINDS = {0: 1, 3: 2}
"""The version of a data page by its type."""

BOOLEAN_TYPE, INT96_TYPE = 0, 3
DICTIONARIES = {"PLAIN_DICTIONARY", "RLE_DICTIONARY"}
NUMBERS = {"PLAIN", "DELTA_BINARY_PACKED", "BYTE_STREAM_SPLIT"} | DICTIONARIES
MEASURES = {"PLAIN", "BYTE_STREAM_SPLIT"} | DICTIONARIES

# Encodings.md, "Supported Encodings". Booleans have no dictionary in any writer, and INT96 is for reading alone.
ALLOWED = {
    BOOLEAN_TYPE: {"PLAIN", "RLE"},
    INT32: NUMBERS,
    2: NUMBERS,
    INT96_TYPE: set(),
    4: MEASURES,
    5: MEASURES,
    BYTE_ARRAY: {"PLAIN", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY"} | DICTIONARIES,
    FIXED_LEN_BYTE_ARRAY: {"PLAIN", "DELTA_BYTE_ARRAY", "BYTE_STREAM_SPLIT"} | DICTIONARIES,
}


@dataclass(frozen=True, order=True)
class Cell:
    type: str
    encoding: str
    codec: str
    repetition: str
    version: int

    @property
    def column(self) -> str:
        return f"{self.type}-{self.encoding}-{self.repetition}".lower()

    @property
    def leaf(self) -> str:
        return f"{self.column}.list.element" if self.repetition == "repeated" else self.column


@dataclass(frozen=True)
class Kind:
    """A type of values: how it is stored, and values of it, of which some are null."""

    name: str
    arrow: pa.DataType
    physical: int
    values: pa.Array

    def is_allowed(self, cell: Cell) -> bool:
        if cell.encoding not in ALLOWED[self.physical]:
            return False
        # Nothing but nulls: there is no value that must be there, and none for a dictionary.
        return self.arrow != pa.null() or (cell.encoding not in DICTIONARIES and cell.repetition != "required")

    def make(self, repetition: str) -> pa.Array:
        """The values in the form of a column."""
        if repetition == "required":
            values = self.values.drop_null()
            return values.take([row % len(values) for row in range(ROWS)])
        return self.values if repetition == "optional" else lists_of(self.values)


def lists_of(values: pa.Array) -> pa.Array:
    """Lists of no, one and several values, and some that are null."""
    lengths = [(0, 1, 3, 2, 7)[row % 5] for row in range(ROWS)]
    offsets = list(itertools.accumulate(lengths, initial=0))
    indices = pa.array([place % len(values) for place in range(offsets[-1])])
    marks = [None if row % 11 == 5 else offset for row, offset in enumerate(offsets)]
    return pa.ListArray.from_arrays(pa.array(marks[:-1] + offsets[-1:], pa.int32()), values.take(indices))


def kinds() -> Iterator[Kind]:
    for position, column in enumerate(every_type.columns_of_each_type()):
        yield Kind(column.name, column.arrow, ELEMENTS[column.declared][PHYSICAL], column.make(ROWS, position))
    rng = random.Random(5)

    def some(draw):
        return [None if row % 7 == 3 else draw() for row in range(ROWS)]

    for width in 1, 21:
        values = pa.array(some(lambda width=width: rng.randbytes(width)), pa.binary(width))
        yield Kind(f"fixed_{width}", values.type, FIXED_LEN_BYTE_ARRAY, values)
    identifiers = pa.array(some(lambda: rng.randbytes(16)), pa.binary(16)).cast(pa.uuid())
    yield Kind("uuid", identifiers.type, FIXED_LEN_BYTE_ARRAY, identifiers)
    halves = pa.array(some(lambda: rng.choice(HALVES)), pa.float32()).cast(pa.float16())
    yield Kind("half", halves.type, FIXED_LEN_BYTE_ARRAY, halves)
    documents = pa.array(some(lambda: f'{{"a": {rng.randint(0, 99)}}}'), pa.string()).cast(pa.json_())
    yield Kind("json", documents.type, BYTE_ARRAY, documents)
    yield Kind("null", pa.null(), INT32, pa.nulls(ROWS))


TYPES = {kind.name: kind for kind in kinds()}
LEGAL = {
    cell
    for cell in itertools.starmap(Cell, itertools.product(TYPES, ENCODINGS.values(), CODECS, REPETITIONS, VERSIONS))
    if TYPES[cell.type].is_allowed(cell)
}


def make_table() -> pa.Table:
    """A column for each type, encoding and repetition."""
    cells = {cell.column: cell for cell in sorted(LEGAL)}
    arrays = {name: TYPES[cell.type].make(cell.repetition) for name, cell in cells.items()}
    fields = [pa.field(name, array.type, cells[name].repetition != "required") for name, array in arrays.items()]
    return pa.table(list(arrays.values()), pa.schema(fields))


def arguments() -> Iterator[str]:
    """How the command is asked for the encoding of each column."""
    for leaf, encoding in sorted({(cell.leaf, cell.encoding) for cell in LEGAL}):
        yield from ("--column-encoding", f"{leaf}={encoding}")


def produced(path: Path) -> set[Cell]:
    """The cells that stand in a file, as its pages and its footer tell."""
    file = ParquetFile(path)
    codecs = {number: name for name, number in CODECS.items()}
    repetitions = dict(repetitions_of_leaves(file.metadata[2]))
    cells = set()
    for group in file.metadata[4]:
        for fields in group[1]:
            chunk = Chunk(file.bytes, fields)
            names = tuple(name.decode() for name in chunk.metadata[3])
            (page,) = [page for page in chunk.pages if page.kind in KINDS]
            version = KINDS[page.kind]
            encoding = page.header[5][2] if version == 1 else page.header[8][4]
            kind = names[0].split("-")[0]
            codec = codecs[chunk.metadata[4]]
            cells.add(Cell(kind, ENCODINGS[encoding], codec, repetitions[names], version))
    return cells


def repetitions_of_leaves(elements: list[dict]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The path of each leaf, and whether it is repeated or, where it is not, whether it may be null."""
    rest = iter(elements)

    def walk(names: tuple[str, ...], repeated: bool):
        element = next(rest)
        path = (*names, element[4].decode())
        repetition = element.get(REPETITION, 0)
        repeated = repeated or repetition == 2
        if 5 not in element:
            yield path, "repeated" if repeated else REPETITIONS[repetition]
        for _ in range(element.get(5, 0)):
            yield from walk(path, repeated)

    for _ in range(next(rest)[5]):
        yield from walk((), False)
