"""Groups of a Parquet file of ten million rows: sum, count, mean, least and greatest of each."""

from agreement import same_lines
from contest import Row
from setting import Setting

GROUPS = {"low": "10 groups", "medium": "10⁵ groups", "high": "4.3 · 10⁶ groups"}


def rows(setting: Setting) -> list[Row]:
    return [row(setting, key, size) for size in GROUPS for key in ("integer", "text")]


def row(setting: Setting, key: str, size: str) -> Row:
    path, column = setting.made / "groups.parquet", f"{key}_{size}"
    return Row(
        key=f"group-{key}-{size}",
        group="group by",
        title=f"{GROUPS[size]}, {'strings' if key == 'text' else 'integers'}",
        commands={
            "inlay": lambda folder: setting.own("group", path, column),
            **setting.peers("group", ("duckdb", "polars"), lambda folder: (path, column)),
        },
        check=same_lines,
        inputs=(path,),
        time_target=0.8,
        memory_target=1.0,
        prepare=setting.maker("groups.py", setting.made, setting.made, setting.rows),
    )
