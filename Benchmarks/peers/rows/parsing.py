"""CSV to typed columns in memory: types inferred over the whole of each of the real files."""

from pathlib import Path

from agreement import same_lines
from contest import Row
from setting import Setting


def rows(setting: Setting) -> list[Row]:
    return [row(setting, name, path) for name, path in setting.inputs.items()]


def row(setting: Setting, name: str, path: Path) -> Row:
    return Row(
        key=f"parse-{name}",
        group="CSV to typed columns in memory",
        title=path.name,
        commands={
            "inlay": lambda folder: setting.own("csv", path),
            **setting.peers("parse", ("duckdb", "polars", "pyarrow"), lambda folder: (path,)),
        },
        check=same_lines,
        inputs=(path,),
        time_target=0.4,
    )
