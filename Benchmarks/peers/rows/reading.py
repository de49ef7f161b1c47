"""Parquet into memory: the seed job's output, which Inlay makes first."""

import subprocess
from pathlib import Path

from agreement import same_lines
from contest import Row
from setting import Setting

from rows.seed import inlay_job

# A text of many values, one of few, and a number as a text.
COLUMNS = "track_name,album_type,duration_ms"
# Of the tracks 0.99 % have this popularity.
CONDITION = ("track_popularity", "45")


def rows(setting: Setting) -> list[Row]:
    return [
        row(setting, "read-all", "all 39 columns"),
        row(setting, "read-three", "three columns", columns=COLUMNS),
        row(setting, "read-filter", "all columns of the 1 % of rows that meet a filter", condition=CONDITION),
    ]


def row(setting: Setting, key: str, title: str, columns: str = "", condition: tuple[str, str] = ("", "")) -> Row:
    path = seed_output(setting)
    text = "{} = '{}'".format(*condition) if condition[0] else ""

    return Row(
        key=key,
        group="Parquet into memory",
        title=title,
        commands={
            "inlay": lambda folder: setting.own("read", path, columns, text),
            **setting.peers("read", ("duckdb", "polars", "pyarrow"), lambda folder: (path, columns, *condition)),
        },
        check=same_lines,
        inputs=(path,),
        time_target=0.5,
        prepare=lambda: make_output(setting, path),
    )


def seed_output(setting: Setting) -> Path:
    return setting.work / "data/seed-output/seed.parquet"


def make_output(setting: Setting, path: Path) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(inlay_job(setting, setting.inputs, path.parent), check=True, capture_output=True)
    (made,) = path.parent.glob("*.parquet")
    made.rename(path)
