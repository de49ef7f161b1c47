"""The string literals of Swift sources, by a reader that knows comments, interpolation and raw strings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "\\": "\\", '"': '"', "'": "'"}
# Where an expression can begin, a slash begins a regular expression.
REGEX = re.compile(r"#/.*?/#|(?<=[(=,:] )/(?![\s*/])(?:[^/\\\n]|\\.)+/|(?<=\()/(?![\s*/])(?:[^/\\\n]|\\.)+/", re.DOTALL)


@dataclass(frozen=True)
class Literal:
    """A literal: where it stands, and its text between what is interpolated."""

    start: int
    end: int
    pieces: tuple[str, ...]


def literals(source: str) -> list[Literal]:
    """Returns the literals of a source in order; those that `+` joins are one, those within another come after it."""
    joined: list[Literal] = []
    for literal in scanned(source):
        before = joined[-1] if joined else None
        if before and re.fullmatch(r"\s*\+\s*", source[before.end : literal.start]):
            seam = before.pieces[-1] + literal.pieces[0]
            pieces = (*before.pieces[:-1], seam, *literal.pieces[1:])
            joined[-1] = Literal(before.start, literal.end, pieces)
        else:
            joined.append(literal)
    return joined


def scanned(source: str) -> Iterator[Literal]:
    place = 0
    while place < len(source):
        if source.startswith("//", place):
            place = end_of_line(source, place)
        elif source.startswith("/*", place):
            place = source.index("*/", place) + 2
        elif regex := REGEX.match(source, place):
            place = regex.end()
        elif re.compile('#*"').match(source, place):
            found = read_literal(source, place)
            yield from found
            place = found[0].end
        else:
            place += 1


def end_of_line(source: str, place: int) -> int:
    end = source.find("\n", place)
    return len(source) if end < 0 else end


def read_literal(source: str, start: int) -> list[Literal]:
    """Returns the literal at a place, and those within what it interpolates."""
    hashes, quote = re.compile(r'(#*)("""(?=\n)|")').match(source, start).groups()
    place, close, escape = start + len(hashes + quote), quote + hashes, "\\" + hashes
    pieces, inner = [""], []
    while not source.startswith(close, place):
        if not source.startswith(escape, place):
            pieces[-1] += source[place]
            place += 1
            continue
        place += len(escape)
        if source[place] == "(":
            place, nested = end_of_interpolation(source, place)
            pieces.append("")
            inner += nested
        elif source[place] == "u":
            end = source.index("}", place)
            pieces[-1] += chr(int(source[place + 2 : end], 16))
            place = end + 1
        elif source[place] == "\n":
            place = re.compile(r"\s*").match(source, place).end()
        else:
            pieces[-1] += ESCAPES[source[place]]
            place += 1
    return [Literal(start, place + len(close), tuple(pieces)), *inner]


def end_of_interpolation(source: str, start: int) -> tuple[int, list[Literal]]:
    depth, place, inner = 0, start, []
    while True:
        if source[place] == '"':
            found = read_literal(source, place)
            inner += found
            place = found[0].end
            continue
        depth += {"(": 1, ")": -1}.get(source[place], 0)
        place += 1
        if depth == 0:
            return place, inner
