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
