"""Joins of every kind, on keys of every type."""

import pyarrow as pa
from random_tables import KINDS, numbered, table

KINDS_OF_JOINS = ["equijoin", "left", "right", "outer", "leftsemi", "leftanti"]

# The types of two keys that are compared.
PAIRS = [
    ("digit", "digit_text"), ("small_int", "small_double"), ("small_double", "small_double"), ("digit", "byte"),
    ("boolean", "boolean"), ("byte", "short"),
]  # fmt: skip


def build_kind(job, kind):
    first = job.parquet(numbered(table(1, 150, "a_word", a_word="word", a_digit="digit", a_text="text")))
    second = job.parquet(table(2, 60, "b_word", b_word="word", b_digit="digit", b_value="double"))
    job.write(job.join(kind, first, second, ("a_word", "b_word")))
    job.write(job.join(kind, first, second, ("a_word", "b_word"), ("a_digit", "b_digit")))


def build_empty(job, kind):
    rows = job.parquet(table(3, 20, a="word", b="long"))
    nothing = job.parquet(table(4, 0, c="word", d="double"))
    job.write(job.join(kind, rows, nothing, ("a", "c")))
    job.write(job.join(kind, nothing, rows, ("c", "a")))


def build_null(job, kind):
    """Keys that are null in every row equal nothing."""
    nulls = job.parquet(pa.table({"a": pa.array([None] * 5, pa.string()), "b": pa.array(range(5), pa.int64())}))
    others = job.parquet(
        pa.table({"c": pa.array([None, "", "null"], pa.string()), "d": pa.array([1, 2, 3], pa.int64())})
    )
    job.write(job.join(kind, nulls, others, ("a", "c")))


def build_types(job, kind):
    for seed, (left, right) in enumerate(PAIRS):
        first = job.parquet(numbered(table(seed, 60, "a", a=left)))
        second = job.parquet(table(seed + 100, 40, "b", b=right, v="word"))
        job.write(job.join(kind, first, second, ("a", "b")))


def all_types(job):
    """Each type as a key of both sides; the values of the second are some of the first's."""
    for seed, kind in enumerate(kind for kind in KINDS if "_" not in kind or kind == "wide_decimal"):
        first = numbered(table(seed, 40, a=kind))
        second = first.slice(0, 20).rename_columns(["m", "b"])
        job.write(job.join("equijoin", job.parquet(first), job.parquet(second), ("a", "b")))


def shared_names(job):
    """Of a name that both sides have, an equijoin puts a dot before the first's."""
    first = job.parquet(table(5, 80, "id", id="word", value="long", mine="digit"))
    second = job.parquet(table(6, 40, "id", id="word", value="double"))
    joined = job.join("equijoin", first, second, ("id", "id"))
    job.write(joined)
    job.write(job.node("DropFields", joined, Paths=[[".id"], [".value"]]))
    job.write(job.node("RenameField", joined, SourcePath=[".value"], TargetPath=["first_value"]))
    job.write(job.join("leftsemi", first, second, ("id", "id"), ("value", "value")))
    job.write(job.join("leftanti", first, second, ("value", "value")))


def itself(job):
    rows = job.parquet(numbered(table(7, 40, "key", key="digit", value="word")))
    job.write(job.join("equijoin", rows, rows, ("key", "n")))


def chained(job):
    """Three tables, whose order Inlay may choose."""
    albums = job.parquet(numbered(table(8, 200, "artist", artist="word", track="digit")))
    artists = job.parquet(table(9, 30, artist_id="word", name="text"))
    tracks = job.parquet(table(10, 15, track_id="digit", popularity="long"))
    inner = job.join("equijoin", artists, albums, ("artist_id", "artist"))
    job.write(job.join("right", tracks, inner, ("track_id", "track")))
    job.write(job.join("outer", inner, tracks, ("track", "track_id")))


CASES = {
    **{f"{kind}": lambda job, kind=kind: build_kind(job, kind) for kind in KINDS_OF_JOINS},
    **{f"{kind}-empty": lambda job, kind=kind: build_empty(job, kind) for kind in KINDS_OF_JOINS},
    **{f"{kind}-null": lambda job, kind=kind: build_null(job, kind) for kind in KINDS_OF_JOINS},
    **{f"{kind}-types": lambda job, kind=kind: build_types(job, kind) for kind in ("equijoin", "outer")},
    "all-types": all_types,
    "shared-names": shared_names,
    "itself": itself,
    "chained": chained,
}
