"""CSV to typed columns in memory: types inferred over the whole of each of the real files."""

from collections.abc import Callable
from pathlib import Path

from agreement import same_values
from contest import Row
from setting import Command, Setting

NOTE = (
    "Inlay's strings are views into the mapped file, where the others copy them. Polars and pyarrow leave points in "
    "time that end in “UTC” (`release_date` of the albums) as texts."
)


def rows(setting: Setting) -> list[Row]:
    return [row(setting, name, path) for name, path in setting.inputs.items()]


def row(setting: Setting, name: str, path: Path) -> Row:
    return Row(
        key=f"parse-{name}",
        group="CSV to typed columns in memory",
        title=path.name,
        commands=commands(setting, path, lambda folder: ""),
        shows=commands(setting, path, lambda folder: folder / "out.parquet"),
        check=same_values,
        inputs=(path,),
        time_target=0.4,
        note=NOTE,
    )


def commands(setting: Setting, path: Path, output: Callable[[Path], object]) -> dict[str, Command]:
    """All end in the file that what they have parsed is written to, if any."""
    return {
        "inlay": lambda folder: setting.own("csv", path, output(folder)),
        **setting.peers("parse", ("duckdb", "polars", "pyarrow"), lambda folder: (path, output(folder))),
    }
