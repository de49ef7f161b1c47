"""The expressions of which Spark is asked what they make."""

import itertools
import random
from string import ascii_lowercase

from semantics import Frame
from semantics_values import (
    DECIMALS,
    PATTERNS,
    SCALARS,
    SPLITS,
    SUBJECTS,
    TARGETS,
    TEXTS,
    TIMES,
    WORDS,
    random_times,
    random_values,
    random_words,
)


def rows_of(values: list) -> list[tuple]:
    return [(value,) for value in [*values, None]]


def casts() -> list[Frame]:
    frames = [
        Frame(
            ["string"], [f"cast(a AS {target})" for target in TARGETS[:14]], rows_of(WORDS + TEXTS + random_words(600))
        ),
        Frame(
            ["string"],
            [f"cast(a AS {target})" for target in ("date", "timestamp", "timestamp_ntz")],
            rows_of(TIMES + random_times(600)),
        ),
        Frame(["binary"], ["cast(a AS string)"], rows_of([b"", b"abc", "é".encode(), b"0123456789abcdef"])),
    ]
    for kind, values in SCALARS.items():
        expressions = [f"cast(a AS {target})" for target in TARGETS if castable(kind, target)]
        frames.append(Frame([kind], expressions, rows_of(values + random_values(kind, 60))))
    return frames


def castable(source: str, target: str) -> bool:
    if source == target:
        return False
    if target == "binary":
        return source in ("tinyint", "smallint", "int", "bigint")
    if target == "date":
        return source.startswith("timestamp")
    if target == "timestamp_ntz":
        return source in ("date", "timestamp")
    if source == "timestamp_ntz":
        return target in ("date", "timestamp", "string")
    return True


def comparisons() -> list[Frame]:
    """For each type a frame that compares its values with those of every other one."""
    kinds = {**SCALARS, "string": WORDS + TEXTS + TIMES[:20]}
    pick = random.Random("comparisons")
    frames = []
    for left, values in kinds.items():
        rights = [right for right in kinds if comparable(left, right)]
        operators = {
            right: ["=", "<"] if "boolean" not in (left, right) or left == right else ["="] for right in rights
        }
        operators[left] = ["=", "<>", "<", "<=", ">", ">="]
        expressions = [
            f"a {operator} {name}"
            for right, name in zip(rights, ascii_lowercase[1:], strict=False)
            for operator in operators[right]
        ]
        columns = [[value, *(pick.choice([*kinds[right], None]) for right in rights)] for value in [*values, None] * 2]
        for row in columns[: len(values)]:
            row[1 + rights.index(left)] = row[0]
        frames.append(Frame([left, *rights], expressions, [tuple(row) for row in columns[:120]]))
    return frames


def comparable(left: str, right: str) -> bool:
    groups = [("boolean",), ("date", "timestamp", "timestamp_ntz")]
    for group in groups:
        if (left in group) != (right in group):
            other = right if left in group else left
            return other == "string" or (group == ("boolean",) and not other.startswith(("date", "timestamp")))
    return True


def arithmetic() -> list[Frame]:
    numbers = {
        kind: values
        for kind, values in SCALARS.items()
        if kind in DECIMALS or kind in ("tinyint", "smallint", "int", "bigint", "float", "double")
    }
    numbers["string"] = ["1", "2.5", "-3", "x", "", "1e2", "0", "NaN"]
    pick = random.Random("arithmetic")
    frames = []
    for left in numbers:
        values = {kind: numbers[kind] + random_values(kind, 20) for kind in numbers}
        rows = [tuple(pick.choice([*values[kind], None]) for kind in [left, *numbers]) for _ in range(60)]
        # A remainder whose quotient has more than 39 digits throws in Spark.
        signs = "+-*/" if left == "decimal(38,0)" else "+-*/%"
        expressions = [f"a {sign} {name}" for name in ascii_lowercase[1 : len(numbers) + 1] for sign in signs]
        frames.append(Frame([left, *numbers], expressions, rows))
    constants = [
        "a + 1",
        "a - 1",
        "a * 3",
        "a / 2",
        "a % 7",
        "1 - a",
        "a + 1.5",
        "a * 2.50",
        "a / 0",
        "a % 0",
        "a > 1",
        "a = 1.5",
    ]
    frames += [Frame([kind], constants, rows_of(values)) for kind, values in numbers.items()]
    return frames


def logic() -> list[Frame]:
    truths = [True, False, None]
    return [
        Frame(
            ["boolean", "boolean"],
            [
                "a AND b",
                "a OR b",
                "NOT a",
                "a IS NULL",
                "a IS NOT NULL",
                "NOT (a AND b)",
                "a AND (b OR NOT a)",
                "CASE WHEN a THEN 1 WHEN b THEN 2 END",
                "CASE WHEN a THEN 'x' ELSE 5 END",
                "coalesce(a, b)",
            ],
            list(itertools.product(truths, truths)),
        ),
        Frame(
            ["int", "string"],
            [
                "coalesce(a, b)",
                "coalesce(b, a)",
                "CASE WHEN a > 1 THEN a WHEN b = '1' THEN 7.5 ELSE NULL END",
                "coalesce(a, 5L)",
                "coalesce(NULL, a)",
                "a IS NULL OR b IS NULL",
                "struct(a AS x, b AS y) IS NULL",
                "cast(struct(a AS x, b AS y) AS string)",
                "struct(a AS x, b AS y).y",
                "struct(a AS x, b AS y) = struct(2 AS x, '1' AS y)",
                "struct(a AS x, b AS y) < struct(2 AS x, '1' AS y)",
            ],
            list(itertools.product([None, 1, 2, 3], [None, "", "1", "a"])),
        ),
    ]


def functions() -> list[Frame]:
    texts = [
        "",
        " ",
        "a",
        "Abc",
        " aB\t",
        "  x  ",
        "ÀÉß",
        "ǅ",
        "İI",
        "ΑΣ",
        "ΑΣΑ",
        "ΑΣ.",
        "Σ",
        "ﬁ",
        "日本語",
        "😀a",
        "a,b,,c,,",
        "1a2b3",
        "aaa",
        "a.b",
        "line\nbreak",
        "x" * 30,
        "ŉ",
        "K",
        "é",
        "e\u0301",
    ]
    starts, lengths = [0, 1, 2, 3, -1, -2, -5, 100, -(2**31), 2**31 - 1], [0, 1, 2, -1, 100, 2**31 - 1]
    pairs = list(itertools.product(texts[:19], ["", "a", "b", "日", "😀", " ", "a,b", "abc", None]))
    frames = [
        Frame(
            ["string"],
            [
                "lower(a)",
                "upper(a)",
                "trim(a)",
                "length(a)",
                "concat(a, '-', a)",
                "concat(a)",
                "concat(a, 1, NULL)",
                "substring(a, 2)",
                "length(trim(a))",
            ],
            rows_of(texts),
        ),
        Frame(
            ["string", "int", "int"],
            ["substring(a, b, c)", "substring(a, b)"],
            list(itertools.product([*texts[:8], "日本語", "😀a", None], [*starts, None], [*lengths, None])),
        ),
        Frame(["string", "string"], ["startswith(a, b)", "endswith(a, b)", "contains(a, b)", "concat(a, b)"], pairs),
        Frame(["binary"], ["length(a)", "substring(a, 2, 3)", "concat(a, a)"], rows_of([b"", b"abc", "é".encode()])),
        Frame(["string"], [f"rlike(a, '{pattern}')" for pattern in PATTERNS], rows_of([*texts, *SUBJECTS])),
        Frame(
            ["string"],
            [f"cast(split(a, '{pattern}') AS string)" for pattern in SPLITS],
            # Java splits a character of two halves where nothing matches between them.
            rows_of([text for text in [*texts, *SUBJECTS] if "😀" not in text]),
        ),
        Frame(
            ["string", "string"],
            ["rlike(a, b)"],
            list(itertools.product([*SUBJECTS[:20], None], ["a", "^a", "b$", "[0-9]+", "", "a|b", None])),
        ),
        Frame(["string"], [f"split(a, ',', {limit})[1]" for limit in (-1, 0, 1, 2)], rows_of(texts)),
        Frame(
            ["string", "int"],
            ["split(a, ',')[b]", "get(split(a, 'b'), b)", "cast(split(a, ',') AS string)"],
            list(itertools.product([*texts, None], [-1, 0, 1, 2, None])),
        ),
    ]
    for kind, values in SCALARS.items():
        if kind in ("boolean",) or kind.startswith(("date", "timestamp")):
            frames.append(Frame([kind], ["lower(a)", "length(a)", "concat(a, a)"], rows_of(values)))
            continue
        if kind == "decimal(38,0)":
            # A number that has no room for one digit more throws in Spark.
            values = values[:5]
        roundings = [f"round(a, {places})" for places in (0, 1, 2, 3, 8, -1, -2, -5)]
        frames.append(
            Frame([kind], ["abs(a)", "round(a)", *roundings, "length(a)"], rows_of(values + random_values(kind, 40)))
        )
    return frames


def nested() -> list[Frame]:
    return [
        Frame(
            ["string", "int"],
            [
                "cast(split(a, ',') AS array<int>)",
                "cast(cast(split(a, ',') AS array<int>) AS string)",
                "cast(struct(a AS x, b AS y) AS struct<p: int, q: string>)",
                "struct(a AS x, struct(b AS z) AS y)",
                "cast(struct(a AS x, split(a, ',') AS y) AS string)",
                "split(a, ',') = split('1,2', ',')",
                "split(a, ',') < split('1,2', ',')",
                "length(split(a, ',')[0])",
                "struct(a AS x, struct(b AS z) AS y).y.z",
            ],
            list(itertools.product(["", "1", "1,2", "1,x", "x,,", "1,2,3", None], [5, None])),
        ),
    ]


def frames() -> dict[str, list[Frame]]:
    return {
        "casts": casts(),
        "comparisons": comparisons(),
        "arithmetic": arithmetic(),
        "logic": logic(),
        "functions": functions(),
        "nested": nested(),
    }


TYPES = [
    *[kind for kind in TARGETS if kind not in ("tinyint", "smallint", "decimal(38,0)", "decimal(5,5)")], "void",
    "array<int>", "array<string>", "struct<x: int>", "struct<X: bigint>", "struct<y: int>", "map<string, int>",
    "map<string, bigint>",
]  # fmt: skip


def types() -> list[tuple[list[str], str]]:
    """Expressions of which only the type is asked."""
    pairs = [
        ([left, right], expression)
        for left, right in itertools.product(TYPES, TYPES)
        for expression in ("coalesce(a, b)", "a = b", "a < b")
    ]
    casts = [([kind], f"cast(a AS {target})") for kind, target in itertools.product(TYPES, TYPES) if target != "void"]
    unary = [([kind], expression) for kind in TYPES for expression in UNARY if not is_wider_there(kind, expression)]
    return pairs + casts + unary


UNARY = [
    "lower(a)", "length(a)", "abs(a)", "round(a, 1)", "round(a, -3)", "concat(a, a)", "substring(a, 1, 2)", "NOT a",
    "a IS NULL", "a.x", "startswith(a, a)", "rlike(a, a)", "split(a, ',')", "get(a, 0)",
]  # fmt: skip


def is_wider_there(kind: str, expression: str) -> bool:
    """Whether Spark takes arguments there that Inlay refuses: arrays to concatenate, and maps to look into."""
    return (expression, kind[:3]) in (("concat(a, a)", "arr"), ("a.x", "map"))
