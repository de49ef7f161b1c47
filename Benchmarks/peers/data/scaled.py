"""Writes files anew with many times the rows: scaled.py FACTOR FOLDER FILE...

Each copy of the rows has ids of its own, so that rows join within their copy and the result grows as the inputs do. An
id is a field of 22 letters and digits; the copies have other letters and digits in it, each replaced by the one that
follows so many places later, so that new ids look like the old ones. All else is the same to the byte.
"""

import re
import string
import sys
from pathlib import Path

ID_LENGTH = 22
ALPHABET = (string.digits + string.ascii_letters).encode()
IDS = re.compile(rb"(?<=[,\n])([0-9A-Za-z]{22})(?=[,\r\n])")


def shifted(places: int) -> bytes:
    """The table that replaces each letter and digit by the one that many places later."""
    return bytes.maketrans(ALPHABET, ALPHABET[places:] + ALPHABET[:places])


def write(source: Path, target: Path, factor: int) -> None:
    content = source.read_bytes()
    header_end = content.index(b"\n") + 1
    body = content[header_end - 1 :]
    if not body.endswith(b"\n"):
        body += b"\n"
    # What stands between ids, and at every other place an id.
    parts = IDS.split(body)
    ids = b"".join(parts[1::2])
    # The line end before the first row belongs to the header.
    parts[0] = parts[0][1:]
    with target.open("wb") as file:
        file.write(content[:header_end])
        for copy in range(factor):
            moved = ids.translate(shifted(copy))
            parts[1::2] = [moved[start : start + ID_LENGTH] for start in range(0, len(moved), ID_LENGTH)]
            file.write(b"".join(parts))


def main() -> None:
    factor, folder, *files = sys.argv[1:]
    if int(factor) > len(ALPHABET):
        raise SystemExit(f"there are at most {len(ALPHABET)} copies")
    for file in map(Path, files):
        write(file, Path(folder) / file.name, int(factor))


if __name__ == "__main__":
    main()
