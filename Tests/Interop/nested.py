"""Random tables of nested columns, and their values in the form in which Inlay prints them."""

import json
import random
from datetime import date, timedelta

import pyarrow as pa

LEAVES = [pa.int32(), pa.int64(), pa.string(), pa.bool_(), pa.float64(), pa.date32()]


def random_type(chance: random.Random, depth: int, without: tuple[str, ...] = ()) -> pa.DataType:
    """A type that nests at most `depth` times; `without` names kinds that a writer does not have."""
    kinds = [kind for kind in ("list", "struct", "map") if kind not in without]
    kind = chance.choice(kinds) if depth > 0 else "leaf"
    if kind == "leaf":
        return chance.choice(LEAVES)

    def child():
        return random_type(chance, depth - chance.randint(1, 2), without)

    if kind == "list":
        return pa.list_(pa.field("element", child(), nullable=chance.random() < 0.7))
    if kind == "map":
        return pa.map_(chance.choice([pa.string(), pa.int32()]), child())
    fields = [pa.field(f"f{place}", child(), nullable=chance.random() < 0.7) for place in range(chance.randint(1, 3))]
    return pa.struct(fields)


def random_value(chance: random.Random, kind: pa.DataType, nullable: bool):
    if nullable and chance.random() < 0.2:
        return None
    if pa.types.is_list(kind):
        field = kind.value_field
        return [random_value(chance, field.type, field.nullable) for _ in range(random_length(chance))]
    if pa.types.is_map(kind):
        keys = range(random_length(chance))
        named = [key if pa.types.is_integer(kind.key_type) else f"key {key}" for key in keys]
        return [(key, random_value(chance, kind.item_type, True)) for key in named]
    if pa.types.is_struct(kind):
        return {field.name: random_value(chance, field.type, field.nullable) for field in kind}
    return random_leaf(chance, kind)


def random_length(chance: random.Random) -> int:
    return chance.choice([0, 0, 1, 2, 3, 8])


def random_leaf(chance: random.Random, kind: pa.DataType):
    number = chance.randint(-(2**31), 2**31 - 1) if chance.random() < 0.5 else chance.randint(0, 9)
    if pa.types.is_string(kind):
        return chance.choice(["", "größer", '"', "exactly12byt", f"a longer text {number}"])
    if pa.types.is_boolean(kind):
        return number % 2 == 0
    if pa.types.is_float64(kind):
        return number / 8
    if pa.types.is_date32(kind):
        return date(1970, 1, 1) + timedelta(days=number % 40_000)
    return number


def random_table(seed: int, rows: int, depth: int, without: tuple[str, ...] = (), columns: int = 3) -> pa.Table:
    """Columns that all are nested, since CSV has one form for no text and an empty one."""
    chance = random.Random(seed)
    fields = []
    while len(fields) < columns:
        kind = random_type(chance, depth, without)
        fields.append(pa.field(f"c{len(fields)}", kind, nullable=chance.random() < 0.8))
    arrays = [pa.array([random_value(chance, f.type, f.nullable) for _ in range(rows)], f.type) for f in fields]
    return pa.table(arrays, pa.schema(fields))


def printed(table: pa.Table) -> list[list[str]]:
    """The rows as `inlay cat` prints them: JSON, and nothing for a null."""
    columns = [[as_text(value, field.type) for value in table[field.name].to_pylist()] for field in table.schema]
    return [list(row) for row in zip(*columns, strict=True)]


def as_text(value, kind: pa.DataType) -> str:
    return "" if value is None else json.dumps(plain(value, kind), ensure_ascii=False)


def plain(value, kind: pa.DataType):
    """A value as JSON has it: maps are objects, days are texts."""
    if value is None:
        return None
    if pa.types.is_map(kind):
        return {str(key): plain(item, kind.item_type) for key, item in value}
    if pa.types.is_list(kind):
        return [plain(item, kind.value_type) for item in value]
    if pa.types.is_struct(kind):
        return {field.name: plain(value[field.name], field.type) for field in kind}
    return value.isoformat() if isinstance(value, date) else value


def values(column: pa.ChunkedArray, kind: pa.DataType) -> list:
    """The values of a column that a peer read, whatever its own type is; maps as lists of pairs."""
    return [paired(value, kind) for value in column.to_pylist()]


def paired(value, kind: pa.DataType):
    if value is None:
        return None
    if pa.types.is_map(kind):
        # A peer without maps has lists of structures.
        entries = [tuple(entry.values()) if isinstance(entry, dict) else entry for entry in value]
        return [(key, paired(item, kind.item_type)) for key, item in entries]
    if pa.types.is_list(kind):
        return [paired(item, kind.value_type) for item in value]
    if pa.types.is_struct(kind):
        return {field.name: paired(value[field.name], field.type) for field in kind}
    return value


def leaf_columns(rows: list, kind: pa.DataType) -> list[tuple[pa.Array, list[int]]]:
    """For each leaf below a column its entries, null where there is no value, and how many of them each row has."""
    by_leaf = zip(*(leaf_entries(row, kind) for row in rows), strict=True)
    columns = []
    for leaf, entries in zip(leaf_types(kind), by_leaf, strict=True):
        columns.append((pa.array([value for row in entries for value in row], leaf), [len(row) for row in entries]))
    return columns


def leaf_entries(value, kind: pa.DataType) -> list[list]:
    """The entries of one value at each leaf: one at least, which is null where a list above it is empty or null."""
    if pa.types.is_list(kind) or pa.types.is_map(kind):
        items = [leaf_entries(item, element_type(kind)) for item in value or [None]]
        return [[entry for leaf in leaves for entry in leaf] for leaves in zip(*items, strict=True)]
    if pa.types.is_struct(kind):
        # The entries of maps are pairs.
        parts = dict(zip((field.name for field in kind), value, strict=True)) if isinstance(value, tuple) else value
        return [leaf for field in kind for leaf in leaf_entries(parts and parts[field.name], field.type)]
    return [[value]]


def leaf_types(kind: pa.DataType) -> list[pa.DataType]:
    if pa.types.is_list(kind) or pa.types.is_map(kind):
        return leaf_types(element_type(kind))
    if pa.types.is_struct(kind):
        return [leaf for field in kind for leaf in leaf_types(field.type)]
    return [kind]


def element_type(kind: pa.DataType) -> pa.DataType:
    return pa.struct([kind.key_field, kind.item_field]) if pa.types.is_map(kind) else kind.value_type
