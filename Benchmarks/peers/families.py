"""Families of functions by which the time of works is told that are no jobs: parsing, reading, writing, joins, groups.

Some functions serve several works, so each has families of its own, which are looked at before those of all.
"""

from collections.abc import Iterable

from stages import STAGES, compiled, stage

# Where a library has no frame pointers, the caller of a copy is not known. Of all such libraries libsnappy alone copies
# what is worth telling.
UNKNOWN_CALLER = "[unknown]"
COPIES = ("__memmove", "__memcpy", "memmove", "memcpy")

OF_WORKS = {
    "parse": {
        "views of fields": r"inlay_csv_views|FieldTable|StringColumn",
        "structure": STAGES["CSV: structure"] + r"|inlay_csv_index",
        "types and values": r"inlay_csv_|TypeInference|ColumnReader\.(bits|parse)",
        "putting chunks together": r"ChunkParser|CSVScan|CSVSource|CSVHeaders",
    },
    "write": {
        "dictionaries": r"ByteValues\.|WordValues|CodeTable|DistinctValues",
        "bounds": r"extremes|extremeEntries|\.mark\(in|ValueBounds",
        "codes": r"BitPacker|HybridEncoder|CodePages",
        "plain values and pages": (
            r"PagePieces|PageWriter|ChunkEncoder|ColumnLane|FooterBuilder|SnappyLiteral|append\(_:_:to:\)|ValueBuilder"
        ),
    },
    "join": {
        "build side": (
            r"KeyTableBuilder|PartitionedKeys|JoinTable|BuildSink|DenseKeys\.(init|fill|enter|bounds)|JoinIndex\.init"
            r"|RowGroups\.init"
        ),
        "probes": r"KeyTable|KeyColumn|KeyPlace|DenseKeys|Hash64|ProbeOperator|PartnerOperator|JoinIndex|hasSameBytes",
        "cutting rows": r"\.gathered\(|presentRows|\.sliced?\(",
        "sums": r"Sums|Counts\b|GroupingSink|GroupLane|LocalGroups|PreparedGroups",
    },
    "group": {
        "sums and bounds": r"Sums|ExtremeWords|Counts\b|Accumulator",
        "keys": r"GroupTable|LocalGroups|CodeTable|GroupKeys|PreparedGroups|Hash64|hasSameBytes|TextStore|GroupLane",
        "results": r"GroupOrder|GroupingSink",
        "cutting rows": r"\.gathered\(|presentRows|\.sliced?\(",
    },
}
OF_ALL = {
    "compressing by libsnappy": r"snappy::\S*Compress",
    "decompressing by libsnappy": r"snappy",
    "checksums": r"crc32|CRC32",
    "UTF-8": r"utf8|UTF8",
    "decoding strings": r"PlainByteArrayDecoder|ByteView|Column\.views|ColumnChunkReader\.views",
    "decoding codes": r"BitUnpacker|HybridDecoder|readIndices|dictionaryIndices|DictionaryValues|requireAll",
    "decoding values": r"ColumnChunkReader|EncodedValues|Decoder|ColumnAssembly|ColumnReader",
    "finding pages": r"PageHeader|PageLocator|PageReader|PageSlices|RowGroupReader|ParquetFile|ParquetScan",
    "putting columns together": r"concatenating",
    "allocator": r"malloc|_int_free|unlink_chunk|_int_memalign|^free$",
    "handing work over": r"PipelineRun|Workers|Gate|PlanRun",
}
PATTERNS = {work: compiled({**own, **OF_ALL}) for work, own in OF_WORKS.items()}
PATTERNS_OF_ALL = compiled(OF_ALL)


def family(work: str, stack: Iterable[str]) -> str:
    """The family of a sample of a work: `parse`, `read`, `write`, `join`, `group`, or a job."""
    frames = list(stack)
    if frames[0].startswith(COPIES) and frames[1:2] in ([], [UNKNOWN_CALLER]):
        return "copies by libsnappy"
    if work not in (*OF_WORKS, "read"):
        return stage(frames)
    return stage(frames, PATTERNS.get(work, PATTERNS_OF_ALL))
