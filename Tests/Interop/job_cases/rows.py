"""Transforms that choose, repeat or summarise rows."""

import pyarrow as pa
from job_documents import WAREHOUSE, condition
from random_tables import numbered, people, table

COMPARISONS = ["EQ", "LT", "GT", "LTE", "GTE"]

# A constant for each kind of column that conditions are put to.
CONSTANTS = {
    "word": "green5", "digit": "4", "small_int": "-3", "small_double": "1.5", "double": "NaN", "long": "0",
    "decimal": "0.1", "boolean": "true", "date": "2020-01-01", "timestamp": "1999-12-31 23:59:59", "byte": "300",
}  # fmt: skip


def mixed(rows=120):
    """A table of the kinds above, with a column of numbers for each condition that is put to it."""
    kinds = {kind: kind for kind in CONSTANTS} | {"other": "word", "digits": "digit_text", "second": "small_double"}
    made = numbered(table(20, rows, **kinds))
    for index in range(20):
        made = made.append_column(f"n{index}", pa.array(range(1000 * index, 1000 * index + rows), pa.int64()))
    return made


def write_each(job, rows, conditions):
    """Writes the rows of each condition, under other numbers, into one target: a target for each costs more."""
    kept = [job.select(job.filter(rows, test), f"n{index}") for index, test in enumerate(conditions)]
    together = kept[0]
    for other in kept[1:]:
        together = job.node("Union", together, other, UnionType="ALL")
    job.write(together)


def comparison(job, operation):
    rows = job.parquet(mixed())
    for negated in (False, True):
        write_each(job, rows, [condition(operation, name, text, negated=negated) for name, text in CONSTANTS.items()])


def numbers_beyond(job):
    """Booleans beside numbers, and whole numbers that 64 bits do not hold."""
    tests = [("EQ", "boolean", text) for text in ("1", "0", "2.5", "-1", "1.0")]
    tests += [(word, name, text) for word in COMPARISONS for name in ("small_int", "small_double", "decimal")
              for text in ("9223372036854775808", "-9223372036854775809", "1" + "0" * 40)]  # fmt: skip
    rows = job.parquet(mixed())
    for negated in (False, True):
        for start in range(0, len(tests), 20):
            write_each(job, rows, [condition(*test, negated=negated) for test in tests[start : start + 20]])


def between_columns(job):
    rows = job.parquet(mixed())
    pairs = [("word", "other"), ("digit", "small_double"), ("digit", "digits"), ("small_double", "second")]
    tests = [condition(operation, first, other=second) for operation in COMPARISONS for first, second in pairs]
    write_each(job, rows, tests)


def filter_null(job):
    rows = job.parquet(mixed())
    for column in ("word", "small_double", "date"):
        for negated in (False, True):
            job.write(job.filter(rows, condition("ISNULL", column, negated=negated)))


PATTERNS = ["", "gre", "[a-z]+\\d$", "a|^b", ".*5", "(?i)GREEN", "\\s*$", "夜", "\\p{Lu}", "x{300}", "re.[0-4]"]


def regex(job):
    rows = job.parquet(mixed())
    for column, negated in (("word", False), ("word", True), ("digit", False)):
        write_each(job, rows, [condition("REGEX", column, pattern, negated=negated) for pattern in PATTERNS])


def words_between(job):
    """AND and OR over conditions that are neither true nor false for nulls."""
    rows = job.parquet(mixed())
    conditions = [
        condition("GT", "digit", "4"),
        condition("EQ", "word", "red1", negated=True),
        condition("LT", "small_double", "0"),
    ]
    for word in ("AND", "OR"):
        job.write(job.select(job.filter(rows, *conditions, word=word), "n"))
        job.write(job.select(job.filter(rows, *conditions[:2], word=word), "n"))


def filter_nested(job):
    rows = job.parquet(people(21, 80))
    job.write(job.select(job.filter(rows, condition("GTE", "person.place.zip", "50")), "n"))
    job.write(job.select(job.filter(rows, condition("ISNULL", "person.place")), "n"))


def filter_empty(job):
    job.write(job.filter(job.parquet(mixed(0)), condition("EQ", "digit", "1")))


def union(job, word):
    first = job.parquet(table(22, 60, "a", a="word", b="small_double", c="digit"))
    second = job.parquet(table(22, 40, "a", a="word", b="small_double", c="digit"))
    job.write(job.node("Union", first, second, UnionType=word))
    job.write(job.node("Union", first, first, UnionType=word))


def union_types(job, word):
    """Columns of different types become one that holds both."""
    first = job.parquet(table(23, 40, a="int", b="long", c="byte", d="float", e="digit", f="date", g="decimal"))
    second = job.parquet(
        table(24, 40, h="long", i="double", j="short", k="double", l="decimal", m="timestamp", n="int")
    )
    job.write(job.node("Union", first, second, UnionType=word))


def union_empty(job):
    kinds = {"a": "word", "b": "double"}
    rows, nothing = job.parquet(table(25, 20, **kinds)), job.parquet(table(26, 0, **kinds))
    job.write(job.node("Union", rows, nothing, UnionType="ALL"))
    job.write(job.node("Union", nothing, nothing, UnionType="DISTINCT"))


def duplicates(job):
    rows = job.parquet(table(27, 300, "a", a="word", b="small_double", c="boolean"))
    job.write(job.select(job.node("DropDuplicates", rows), "a", "c", "b"))
    few = job.select(rows, "c", "b")
    job.write(job.node("DropDuplicates", few))


def duplicates_by_columns(job):
    """Which of equal rows stays is open, so only what is equal in them is compared."""
    rows = job.parquet(numbered(table(28, 300, "a", a="word", b="small_double", c="boolean")))
    for names in (["a"], ["b"], ["c", "a"], ["b", "c"]):
        kept = job.node("DropDuplicates", rows, Columns=[[name] for name in names])
        job.write(job.select(kept, *names))


def duplicates_empty(job):
    job.write(job.node("DropDuplicates", job.parquet(table(29, 0, a="word", b="long"))))


GROUPS = {
    "AND": [condition("GT", "digit", "4"), condition("EQ", "word", "", negated=True)],
    "OR": [condition("LT", "small_double", "0"), condition("ISNULL", "digit")],
}


def route(job):
    rows = job.select(job.parquet(mixed()), "n", "digit", "word", "small_double")
    groups = [
        {"GroupName": f"group_{word.lower()}", "LogicalOperator": word, "Filters": conditions}
        for word, conditions in GROUPS.items()
    ]
    routed = job.node("Route", rows, GroupFiltersList=groups)
    for index in range(3):
        job.write(job.chosen(routed, index))


def merge(job):
    source = job.parquet(numbered(table(30, 80, "a", a="word", b="digit", c="double")))
    staging = job.parquet(numbered(table(31, 50, "a", a="word", b="digit", d="text")))
    for keys in (["a"], ["b"], ["a", "b"]):
        job.write(job.node("Merge", source, staging, Source=source, PrimaryKeys=[[key] for key in keys]))
    job.write(job.node("Merge", source, staging, Source=staging, PrimaryKeys=[["n"]]))


def spigot(job):
    rows = job.parquet(numbered(table(32, 50, a="word", b="double")))
    job.write(job.node("Spigot", rows, Path=WAREHOUSE + "sample/", Topk=10, Prob=0.5))


FUNCTIONS = [
    "avg", "countDistinct", "count", "kurtosis", "max", "min", "skewness", "stddev_samp", "stddev_pop", "sum",
    "sumDistinct", "var_samp", "var_pop",
]  # fmt: skip


def aggregate(job, column):
    """All functions over a column of some kind, for groups of words, of which one is large, and for all rows."""
    made = table(33, 400, "word", word="word", value=column)
    rows = job.parquet(made)
    values = [(function, "value") for function in FUNCTIONS]
    job.write(job.aggregate(rows, ["word"], *values), keys=("word",))
    job.write(job.aggregate(rows, [], *values), keys=())


def aggregate_order(job, column):
    """The functions of values that can be compared but not added."""
    rows = job.parquet(table(34, 200, "word", word="word", value=column))
    values = [(function, "value") for function in ("min", "max", "count", "countDistinct")]
    job.write(job.aggregate(rows, ["word"], *values), keys=("word",))


def aggregate_keys(job):
    """Groups of several columns, of floating point with both zeros and NaN."""
    rows = job.parquet(numbered(table(35, 300, "a", a="small_double", b="boolean", c="date")))
    for keys in (["a"], ["b", "a"], ["c"]):
        job.write(job.aggregate(rows, keys, ("sum", "n"), ("count", "c")), keys=tuple(keys))


def aggregate_first(job):
    """Which row of a group is the first is open, so all rows of a group have the same value."""
    words = table(36, 100, "word", word="word")
    made = words.append_column(
        "value", pa.array([None if word is None else len(word) for word in words["word"].to_pylist()])
    )
    rows = job.parquet(made)
    job.write(job.aggregate(rows, ["word"], ("first", "value"), ("last", "value")), keys=("word",))


def aggregate_empty(job):
    rows = job.parquet(table(37, 0, word="word", value="double"))
    functions = [*FUNCTIONS, "first", "last"]
    job.write(job.aggregate(rows, ["word"], *[(function, "value") for function in functions]), keys=("word",))
    job.write(job.aggregate(rows, [], *[(function, "value") for function in functions]), keys=())


CASES = {
    **{f"filter-{word}": lambda job, word=word: comparison(job, word) for word in COMPARISONS},
    "filter-columns": between_columns,
    "filter-numbers-beyond": numbers_beyond,
    "filter-null": filter_null,
    "filter-regex": regex,
    "filter-words": words_between,
    "filter-nested": filter_nested,
    "filter-empty": filter_empty,
    **{f"union-{word}": lambda job, word=word: union(job, word) for word in ("ALL", "DISTINCT")},
    **{f"union-types-{word}": lambda job, word=word: union_types(job, word) for word in ("ALL", "DISTINCT")},
    "union-empty": union_empty,
    "duplicates": duplicates,
    "duplicates-by-columns": duplicates_by_columns,
    "duplicates-empty": duplicates_empty,
    "route": route,
    "merge": merge,
    "spigot": spigot,
    **{
        f"aggregate-{kind}": lambda job, kind=kind: aggregate(job, kind)
        for kind in (
            "small_double",
            "wild_double",
            "small_int",
            "long",
            "byte",
            "decimal",
            "long_decimal",
            "float",
            "digit_text",
        )
    },
    **{
        f"aggregate-order-{kind}": lambda job, kind=kind: aggregate_order(job, kind)
        for kind in ("text", "boolean", "date", "timestamp", "bytes")
    },
    "aggregate-keys": aggregate_keys,
    "aggregate-first": aggregate_first,
    "aggregate-empty": aggregate_empty,
}
