"""The stages of the seed job, in the way of the data, and the functions by whose names their work is known.

A sample belongs to the stage of the innermost function on its stack that is known: a copy of bytes to whoever asked for
it. What the kernel does is told apart first.
"""

import re
from collections.abc import Iterable

KERNEL = {
    "filemap_fault": "kernel: mapped files",
    "filemap_map_pages": "kernel: mapped files",
    "asm_exc_page_fault": "kernel: new memory",
    "ksys_write": "kernel: writing",
    "vfs_write": "kernel: writing",
    "__x64_sys_fsync": "kernel: writing",
    "__x64_sys_munmap": "kernel: giving memory back",
    "__x64_sys_madvise": "kernel: giving memory back",
    "__x64_sys_brk": "kernel: giving memory back",
    "do_exit": "kernel: giving memory back",
    # What calls of the system do else; their own functions are further in.
    "entry_SYSCALL_64_after_hwframe": "kernel: all else",
}

STAGES = {
    "CSV: structure": r"index_wide|index_plain|last_record_end|StructuralIndex|RecordScanner|utf8_valid",
    "CSV: views of fields": r"inlay_csv_|FieldTable|StringColumn|ChunkParser|CSVScan",
    "join: build sides": r"KeyTableBuilder|JoinIndex|JoinTable|concatenating|Column\.views\(of",
    "join: probes": r"KeyTable|KeyColumn|ProbeOperator|PartnerOperator|DictionaryValues\.init",
    "pages: dictionaries of build sides": r"BaseCodes|DistinctValues|ByteValues\.code\(of",
    "pages: dictionaries of the probe side": (
        r"ByteValues\.(appendCodes|searchCodes|verify|computeHashes|lookUp|findUnknown|findRuns|findStarts|appendEntry"
        r"|isUniform|insert|isSame)|CodeTable"
    ),
    "pages: bounds": r"extremeEntries|ValueBuilder\S*\.mark|positionsOfOnes|ValueBounds",
    "pages: plain values": r"ByteValues\.(appendPlain|fitting|copy)",
    "pages: codes": r"BitPacker|HybridEncoder|CodePages",
    "pages: Snappy": r"snappy",
    "pages: checksums": r"crc32|CRC32",
    "pages: putting together": r"PagePieces|PageWriter|ChunkEncoder|ColumnLane|FileAssembly|ByteValues|RowSelection",
    "start": r"CommandParser|ArgumentSet|JobDocument|ServiceModel|JobPlan|_dl_|ParsableCommand|swift_conforms",
}
OTHER = "other"


def compiled(stages: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in stages.items()}


PATTERNS = compiled(STAGES)


def stage(stack: Iterable[str], patterns: dict[str, re.Pattern[str]] = PATTERNS) -> str:
    """The stage of a sample; its stack begins with the innermost function, and the first pattern counts."""
    frames = list(stack)
    for frame in frames:
        if frame in KERNEL:
            return KERNEL[frame]
    for frame in frames:
        for name, pattern in patterns.items():
            if pattern.search(frame):
                return name
    return OTHER


def in_order(shares: dict[str, float]) -> list[tuple[str, float]]:
    """The stages that were found, in the way of the data, then the kernel's, then what is left."""
    order = ["start", *(name for name in STAGES if name != "start"), *dict.fromkeys(KERNEL.values()), OTHER]
    return [(name, shares[name]) for name in order if name in shares]
