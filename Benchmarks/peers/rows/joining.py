"""Joins of Parquet files, reduced to sums of columns of both sides; see data/joins.py for what is joined."""

from agreement import same_lines
from contest import Row
from setting import Setting

PAIRS = {
    "large": "10⁷ × 10⁷",
    "small": "10⁷ × 10⁴",
    "skewed": "10⁷ × 10⁷, skewed",
    "spread": "10⁷ × 10⁷, spread",
}
KEYS = {"integer": "integers", "text": "strings"}
KINDS = ("inner", "left", "semi")
NOTE = (
    "Integer keys are counted from 0, and Inlay finds such by their place in an array; those of the *spread* row lie "
    "far from each other, so that all must hash them."
)


def rows(setting: Setting) -> list[Row]:
    pairs = [(pair, key, kind) for pair in ("large", "small", "skewed") for key in KEYS for kind in KINDS]
    return [row(setting, *names) for names in (*pairs, ("spread", "integer", "inner"))]


def row(setting: Setting, pair: str, key: str, kind: str) -> Row:
    left, right = (setting.made / f"{pair}-{key}-{side}.parquet" for side in ("left", "right"))
    return Row(
        key=f"join-{pair}-{key}-{kind}",
        group="joins",
        title=f"{kind}, {PAIRS[pair]}, {KEYS[key]}",
        commands={
            "inlay": lambda folder: setting.own("join", left, right, kind),
            **setting.peers("join", ("duckdb", "polars"), lambda folder: (left, right, kind)),
        },
        check=same_lines,
        inputs=(left, right),
        time_target=0.7,
        memory_target=1.0,
        prepare=setting.maker("joins.py", setting.made, setting.made, setting.rows, pair, mark=f"joins-{pair}"),
        note=NOTE,
    )
