"""Transforms that keep, drop, rename and split columns, and fields within them."""

import pyarrow as pa
from random_tables import numbered, people, table


def flat(rows=60):
    return numbered(table(40, rows, word="word", digit="digit", double="double", long="long"))


def select_fields(job):
    rows = job.parquet(flat())
    job.write(job.select(rows, "long", "n", "word"))
    job.write(job.select(job.parquet(flat(0)), "word", "n"))


def select_nested(job):
    rows = job.parquet(people(41, 60))
    job.write(job.node("SelectFields", rows, Paths=[["person", "place", "zip"], ["n"]]))
    job.write(job.node("SelectFields", rows, Paths=[["person", "place"], ["person", "name"], ["tags"]]))


def drop_fields(job):
    rows = job.parquet(flat())
    job.write(job.node("DropFields", rows, Paths=[["long"], ["word"], ["unknown"], ["WORD"]]))


def drop_nested(job):
    rows = job.parquet(people(42, 60))
    job.write(job.node("DropFields", rows, Paths=[["person", "place", "town"], ["n"]]))
    job.write(job.node("DropFields", rows, Paths=[["person", "place"]]))


def rename_field(job):
    rows = job.parquet(flat())
    job.write(job.node("RenameField", rows, SourcePath=["word"], TargetPath=["ein Wört.2"]))
    nested = job.parquet(people(43, 60))
    job.write(job.node("RenameField", nested, SourcePath=["person"], TargetPath=["somebody"]))
    job.write(
        job.node("RenameField", nested, SourcePath=["person", "place", "zip"], TargetPath=["person", "place", "code"])
    )


def split_fields(job):
    split = job.node("SplitFields", job.parquet(flat()), Paths=[["digit"], ["word"]])
    job.write(job.chosen(split, 0))
    job.write(job.chosen(split, 1))


def drop_null_fields(job):
    """Columns that hold only nulls, or only what a job takes for null."""
    rows = 20
    hollow = {
        "kept": pa.array(["a", None] * (rows // 2)),
        "nulls": pa.nulls(rows, pa.int64()),
        "spaces": pa.array(["", "  ", " ", None] * (rows // 4)),
        "words": pa.array(["null", " null "] * (rows // 2)),
        "upper": pa.array(["NULL"] * rows),
        "ones": pa.array([-1, None] * (rows // 2), pa.int32()),
        "small": pa.array([-1] * rows, pa.int8()),
        "doubles": pa.array([-1.0] * rows, pa.float64()),
        "nan": pa.array([float("nan")] * rows, pa.float64()),
        "nines": pa.array([99, -1, None, 99] * (rows // 4), pa.int64()),
        "dashes": pa.array(["-", "", "null", None] * (rows // 4)),
        "flags": pa.nulls(rows, pa.bool_()),
    }
    node = job.parquet(pa.table(hollow))
    number, word = ({"Id": name, "Label": name} for name in ("number", "string"))
    texts = [{"Value": "99", "Datatype": number}, {"Value": "-", "Datatype": word}]
    boxes = [{}, {"IsEmpty": True}, {"IsNullString": True, "IsEmpty": True}, {"IsNegOne": True}]
    for chosen in boxes:
        job.write(job.node("DropNullFields", node, NullCheckBoxList=chosen, NullTextList=[]))
    job.write(job.node("DropNullFields", node, NullCheckBoxList=boxes[3], NullTextList=texts))
    both = {"IsEmpty": True, "IsNullString": True, "IsNegOne": True}
    job.write(job.node("DropNullFields", node, NullCheckBoxList=both, NullTextList=texts))


def drop_null_fields_empty(job):
    job.write(job.node("DropNullFields", job.parquet(flat(0)), NullCheckBoxList={"IsEmpty": True}))


def map_names(job):
    """Names of the input match however they are cased, and dots in new names make structures."""
    rows = job.parquet(flat())
    job.write(
        job.map(
            rows, ("DIGIT", "b.c", "string"), ("word", "a", "string"), ("n", "b.d.e", "int"), ("Long", "b.f", "long"),
            ("word", "`x.y`", "string"),
        )
    )  # fmt: skip


def map_nested(job):
    rows = job.parquet(people(44, 60))
    job.write(
        job.map(rows, ("person.place.zip", "zip", "string"), ("Person.Name", "name", "string"), ("n", "n", "double"))
    )
    place = [("zip", "code", "long"), ("town", "city", "string")]
    job.write(job.map(rows, ("person", "who", [("place", "where", place)]), ("tags", "tags", "array")))
    job.write(job.map(rows, ("person.place", "p", "struct"), ("person.name", "q.name", "string")))


CASES = {
    "select": select_fields,
    "select-nested": select_nested,
    "drop": drop_fields,
    "drop-nested": drop_nested,
    "rename": rename_field,
    "split": split_fields,
    "drop-null": drop_null_fields,
    "drop-null-empty": drop_null_fields_empty,
    "map-names": map_names,
    "map-nested": map_nested,
}
