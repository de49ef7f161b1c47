"""Every cast between two types that an ApplyMapping can say."""

from random_tables import numbered, table

NAMES = [
    "string", "byte", "short", "int", "long", "float", "double", "decimal(12,3)", "decimal(38,10)", "decimal(5,0)",
    "decimal", "boolean", "date", "timestamp", "binary",
]  # fmt: skip

NUMBERS = [
    "string",
    "byte",
    "short",
    "int",
    "long",
    "float",
    "double",
    *[n for n in NAMES if "decimal" in n],
    "boolean",
]

# Up to Java 18 texts of large and small floating-point numbers have more digits than they need, and so have decimals
# that are made of them; Inlay's have not.
ROUGH = [name for name in NUMBERS if name not in ("string", "decimal(38,10)")]

# The types that values of a kind can become, by Spark's rules when they do not stop at a fault.
TARGETS = {
    "number_text": NAMES,
    "time_text": NAMES,
    "text": NAMES,
    "byte": [*NUMBERS, "timestamp", "binary"],
    "short": [*NUMBERS, "timestamp", "binary"],
    "int": [*NUMBERS, "timestamp", "binary"],
    "long": [*NUMBERS, "timestamp", "binary"],
    "small_int": [*NUMBERS, "timestamp"],
    "float": [*ROUGH, "timestamp"],
    "double": [*ROUGH, "timestamp"],
    "small_double": [*NUMBERS, "timestamp"],
    "decimal": [*NUMBERS, "timestamp"],
    "wide_decimal": [*NUMBERS, "timestamp"],
    "boolean": [*NUMBERS, "timestamp"],
    "date": [*NUMBERS, "date", "timestamp"],
    "timestamp": [*NUMBERS, "date", "timestamp"],
    "bytes": ["string", "binary"],
}


def cast(job, kind):
    rows = job.parquet(numbered(table(50, 150, value=kind)))
    lines = [("value", f"as {name}".replace(",", " "), name) for name in TARGETS[kind]]
    job.write(job.map(rows, ("n", "n", "long"), ("value", "value", kind_name(kind)), *lines))


def kind_name(kind):
    """A type that leaves values as they are."""
    if "text" in kind:
        return "string"
    plain = kind.removeprefix("small_").removeprefix("wide_")
    return {"bytes": "binary", "decimal": "decimal(38,10)"}.get(plain, plain)


CASES = {f"cast-{kind}": lambda job, kind=kind: cast(job, kind) for kind in TARGETS}
