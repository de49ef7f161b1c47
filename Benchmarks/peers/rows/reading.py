"""Parquet into memory: the seed job's output, which Inlay makes first."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from agreement import same_rows
from contest import Row
from setting import Command, Setting

from rows.seed import inlay_job

# A text of many values, a number as a text, and a text of few, in the order of the file: that in which Inlay has them.
COLUMNS = "track_name,duration_ms,album_type"
# Of the 438,963 tracks 4,308 have this popularity, 0.98 %.
CONDITION = ("track_popularity", "19")
NOTE = "Inlay keeps columns with dictionaries as codes, as their pages have them; the others make texts of them."


def rows(setting: Setting) -> list[Row]:
    return [
        row(setting, "read-all", "all 39 columns"),
        row(setting, "read-three", "three columns", columns=COLUMNS),
        row(setting, "read-filter", "all columns of the 1 % of rows that meet a filter", condition=CONDITION),
    ]


def row(setting: Setting, key: str, title: str, columns: str = "", condition: tuple[str, str] = ("", "")) -> Row:
    path = seed_output(setting)
    return Row(
        key=key,
        group="Parquet into memory",
        title=title,
        commands=commands(setting, path, columns, condition, lambda folder: ""),
        shows=commands(setting, path, columns, condition, lambda folder: folder / "out.parquet"),
        check=same_rows,
        inputs=(path,),
        time_target=0.5,
        prepare=lambda: make_output(setting, path),
        note=NOTE,
    )


def commands(
    setting: Setting, path: Path, columns: str, condition: tuple[str, str], output: Callable[[Path], object]
) -> dict[str, Command]:
    """All end in the file that what they have read is written to, if any."""
    text = "{} = '{}'".format(*condition) if condition[0] else ""
    peers = ("duckdb", "polars", "pyarrow")
    return {
        "inlay": lambda folder: setting.own("read", path, columns, text, output(folder)),
        **setting.peers("read", peers, lambda folder: (path, columns, *condition, output(folder))),
    }


def seed_output(setting: Setting) -> Path:
    return setting.work / "data/seed-output/seed.parquet"


def make_output(setting: Setting, path: Path) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(inlay_job(setting, setting.inputs, path.parent), check=True, capture_output=True)
    (made,) = path.parent.glob("*.parquet")
    made.rename(path)
