"""Prints what the hardware allows, as JSON: limits.py PAGES THREADS.

PAGES is a file whose bytes are those of uncompressed pages. All is done on as many threads as the contestants have, and
the best of some rounds counts.
"""

import ctypes
import ctypes.util
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROUNDS = 5
READ_BYTES = 512 << 20
# About the size of a page that Inlay writes.
PAGE_BYTES = 128 << 10

libc = ctypes.CDLL(None)
libc.memchr.restype = ctypes.c_void_p
libc.memchr.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]


def best_seconds(work, parts: list) -> float:
    """The least time in which a work was done on all parts at once; calls of C let other threads run."""
    with ThreadPoolExecutor(len(parts)) as pool:
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            list(pool.map(work, parts))
            times.append(time.perf_counter() - start)
    return min(times)


def memory_speed(threads: int) -> float:
    """Bytes a second that the C library's search for a byte that is not there comes over."""
    buffers = [ctypes.create_string_buffer(READ_BYTES // threads) for _ in range(threads)]
    return READ_BYTES / best_seconds(lambda buffer: libc.memchr(buffer, 1, len(buffer)), buffers)


def snappy_speeds(pages: bytes, threads: int) -> tuple[float, float]:
    """Bytes a second, before compression, that libsnappy compresses and decompresses."""
    snappy = ctypes.CDLL(ctypes.util.find_library("snappy") or "libsnappy.so.1")
    pieces = [pages[start : start + PAGE_BYTES] for start in range(0, len(pages), PAGE_BYTES)]
    room = snappy.snappy_max_compressed_length(ctypes.c_size_t(PAGE_BYTES))
    packed = [ctypes.create_string_buffer(room) for _ in pieces]
    sizes = [ctypes.c_size_t(room) for _ in pieces]

    def compress(places: range) -> None:
        for place in places:
            sizes[place].value = room
            piece = pieces[place]
            snappy.snappy_compress(piece, ctypes.c_size_t(len(piece)), packed[place], ctypes.byref(sizes[place]))

    def decompress(places: range) -> None:
        whole, size = ctypes.create_string_buffer(PAGE_BYTES), ctypes.c_size_t()
        for place in places:
            size.value = PAGE_BYTES
            if snappy.snappy_uncompress(packed[place], sizes[place], whole, ctypes.byref(size)) != 0:
                raise SystemExit("libsnappy does not read what it wrote")

    shares = [range(first, len(pieces), threads) for first in range(threads)]
    return len(pages) / best_seconds(compress, shares), len(pages) / best_seconds(decompress, shares)


def main() -> None:
    pages, threads = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])
    compress, decompress = snappy_speeds(pages, threads)
    print(
        json.dumps(
            {
                "memory": memory_speed(threads),
                "compress": compress,
                "decompress": decompress,
                "page_bytes": len(pages),
            }
        )
    )


if __name__ == "__main__":
    main()
