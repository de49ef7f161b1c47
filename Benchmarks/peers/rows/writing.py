"""Parquet from memory, Snappy: one column of ten million values of each kind, into files in memory.

What all write they read first. The row is about making pages: on a disk it would be about waiting for it, which of all
contestants only Inlay does.
"""

from agreement import same_rows
from contest import Row
from setting import Setting

KINDS = {
    "few-texts": "strings, 100 distinct",
    "many-texts": "strings, all distinct",
    "integers": "integers",
    "doubles": "doubles",
    "timestamps": "timestamps",
}


def rows(setting: Setting) -> list[Row]:
    return [row(setting, name, title) for name, title in KINDS.items()]


def row(setting: Setting, name: str, title: str) -> Row:
    path = setting.made / f"{name}.parquet"

    return Row(
        key=f"write-{name}",
        group="Parquet from memory",
        title=title,
        commands={
            "inlay": lambda folder: setting.own("write", path, folder / "out.parquet"),
            **setting.peers("write", ("duckdb", "polars", "pyarrow"), lambda folder: (path, folder / "out.parquet")),
        },
        check=same_rows,
        inputs=(path,),
        time_target=0.5,
        writes_to_memory=True,
        prepare=setting.maker("columns.py", setting.made, setting.made, setting.rows),
    )
