"""The declared tables: their form, and whether they fit the files."""

import json

import jsonschema
import pyarrow.parquet as pq
import pytest
from inlay_command import ROOT
from peers import duck

SCHEMAS = ROOT / "Schemas"
TABLES = {path.stem: json.loads(path.read_text()) for path in sorted((SCHEMAS / "spotify").glob("*.json"))}
STAGING = ROOT / "Examples" / "spotify" / "lake" / "staging"
REAL = {
    "albums": "spotify-albums_data_2023",
    "artists": "spotify_artist_data_2023",
    "tracks": "spotify_tracks_data_2023",
}


@pytest.mark.parametrize("form", sorted(SCHEMAS.glob("*.schema.json")), ids=lambda path: path.name)
def test_each_form_is_a_json_schema(form):
    jsonschema.Draft202012Validator.check_schema(json.loads(form.read_text()))


def test_five_tables_are_declared():
    assert set(TABLES) == {"albums", "artists", "features", "spotify_data", "tracks"}


@pytest.mark.parametrize("name", TABLES)
def test_each_table_has_the_form(name):
    form = json.loads((SCHEMAS / "table.schema.json").read_text())
    jsonschema.validate(TABLES[name], form, cls=jsonschema.Draft202012Validator)
    assert TABLES[name]["name"] == name


@pytest.mark.parametrize("name", TABLES)
def test_keys_name_columns(name):
    table = TABLES[name]
    assert set(table.get("primaryKey", [])) <= column_names(name)
    for key in table.get("foreignKeys", []):
        assert set(key["columns"]) <= column_names(name)
        assert key["references"]["columns"] == TABLES[key["references"]["table"]]["primaryKey"]


def column_names(table):
    return {column["name"] for column in TABLES[table]["columns"]}


@pytest.mark.parametrize("name", REAL)
def test_fits_the_example(name, inlay, tmp_path):
    assert_fits(inlay, name, STAGING / f"{name}.csv", tmp_path)


@pytest.mark.parametrize("name", REAL)
def test_fits_the_real_file(name, inlay, spotify_data, tmp_path):
    assert_fits(inlay, name, spotify_data / f"{REAL[name]}.csv", tmp_path)


def assert_fits(inlay, name, text, folder):
    """Converts a file by its declaration and compares it with DuckDB's reading of the same types."""
    inlay("convert", text, "--schema", SCHEMAS / "spotify" / f"{name}.json", "--to", folder / "table.parquet")
    columns = TABLES[name]["columns"]
    written = pq.read_schema(folder / "table.parquet")
    assert [(field.name, field.nullable) for field in written] == [(each["name"], each["nullable"]) for each in columns]
    connection = duck.connect()
    connection.execute(f"CREATE VIEW written AS FROM '{folder / 'table.parquet'}'")
    connection.execute(f"""CREATE VIEW texts AS FROM read_csv('{text}', all_varchar = true, header = true, delim = ',',
      quote = '"', escape = '"', nullstr = '\x01')""")
    casts = ", ".join(cast(column["name"], kind) for column, kind in zip(columns, written.types, strict=True))
    query = f"(FROM written EXCEPT ALL SELECT {casts} FROM texts) LIMIT 3"
    assert connection.sql(query).fetchall() == []
    assert (
        connection.sql("FROM written SELECT count(*)").fetchall()
        == connection.sql("FROM texts SELECT count(*)").fetchall()
    )


SQL_TYPES = {
    "bool": "BOOLEAN", "int8": "TINYINT", "int16": "SMALLINT", "int32": "INTEGER", "int64": "BIGINT",
    "decimal128(9, 3)": "DECIMAL(9, 3)", "timestamp[us, tz=UTC]": "TIMESTAMPTZ",
}  # fmt: skip


def cast(name, kind):
    return name if str(kind) == "string" else f"nullif({name}, '')::{SQL_TYPES[str(kind)]}"
