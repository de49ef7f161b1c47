"""The rows of the comparison: one module for each line of the table of targets."""

from contest import Row
from setting import Setting

from rows import converting, grouping, joining, parsing, reading, seed, spark, writing


def every_row(setting: Setting) -> list[Row]:
    """All rows, in the order in which they are told."""
    modules = (seed, converting, parsing, reading, writing, joining, grouping, spark)
    return [row for module in modules for row in module.rows(setting)]
