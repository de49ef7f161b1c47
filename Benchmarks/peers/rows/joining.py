"""Joins of Parquet files, reduced to sums of columns of both sides; see data/joins.py for what is joined."""

from agreement import same_lines
from contest import Row
from setting import Setting

PAIRS = {"large": "10⁷ × 10⁷", "small": "10⁷ × 10⁴", "skewed": "10⁷ × 10⁷, skewed"}
KINDS = ("inner", "left", "semi")


def rows(setting: Setting) -> list[Row]:
    return [row(setting, pair, key, kind) for pair in PAIRS for key in ("integer", "text") for kind in KINDS]


def row(setting: Setting, pair: str, key: str, kind: str) -> Row:
    left, right = (setting.made / f"{pair}-{key}-{side}.parquet" for side in ("left", "right"))
    return Row(
        key=f"join-{pair}-{key}-{kind}",
        group="joins",
        title=f"{kind}, {PAIRS[pair]}, {'strings' if key == 'text' else 'integers'}",
        commands={
            "inlay": lambda folder: setting.own("join", left, right, kind),
            **setting.peers("join", ("duckdb", "polars"), lambda folder: (left, right, kind)),
        },
        check=same_lines,
        inputs=(left, right),
        time_target=0.7,
        memory_target=1.0,
        prepare=setting.maker("joins.py", setting.made, setting.made, setting.rows),
    )
