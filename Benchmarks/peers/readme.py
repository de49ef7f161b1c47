"""Writes the seed job's figures into a page for readers who want to know no more, between two marks."""

from collections import Counter
from pathlib import Path

import marked
from markdown import number, table
from results import Result, Tally

MARK = "seed job"
HEADS = ["", "time", "processor time", "peak memory", "output"]
# Names of contestants as their makers write them, and the names of their packages.
NAMES = {
    "inlay": ("Inlay", "Inlay", ""),
    "duckdb": ("DuckDB", "duckdb", ""),
    "polars": ("Polars", "polars", ", collected"),
    "polars-sink": ("Polars", "polars", ", streamed"),
    "pyarrow": ("pyarrow", "pyarrow", ""),
    "spark": ("Spark", "pyspark", ", two local threads"),
}


def write(page: Path, results: list[Result], versions: dict[str, str]) -> None:
    """The seed job's table, and how often a peer is faster; nothing where the seed job was not measured."""
    found = {result.key: result for result in results}
    if "seed" in found:
        words = [about(found["seed"]), seed_table(found, versions), row_counts(results)]
        marked.replace(page, MARK, "\n\n".join(words))


def about(seed: Result) -> str:
    rounds = len(seed.ours.seconds)
    return f"Medians of {rounds} rounds taken in turns, {seed.measured.threads} threads, warm page cache:"


def seed_table(found: dict[str, Result], versions: dict[str, str]) -> str:
    rows = [row(name, tally, versions) for name, tally in found["seed"].tallies.items()]
    if "spark" not in found:
        return table(HEADS, rows)
    spark = found["spark"]
    rows.append(row("spark", spark.tallies["spark"], versions))
    words = f"Spark ran in turns of its own, in which Inlay took {number(spark.ours.median)} s."
    return f"{table(HEADS, rows)}\n\n{words}"


def row(name: str, tally: Tally, versions: dict[str, str]) -> list[str]:
    shown, package, manner = NAMES[name]
    cells = [f"{shown} {versions.get(package, '')}{manner}"]
    if tally.failure:
        return [*cells, tally.failure, "", "", ""]
    size = f"{tally.output_bytes / 1e6:.1f} MB" if tally.output_bytes else ""
    return [*cells, f"{number(tally.median)} s", f"{number(tally.cpu)} s", f"{tally.peak / 2**20:,.0f} MiB", size]


def row_counts(results: list[Result]) -> str:
    """In how many rows Inlay reaches its targets, and in how many of which works a peer is faster."""
    reached = sum(result.reaches for result in results)
    slower = Counter(result.group for result in results if (result.time_ratio or 0) > 1)
    words = f"Of all {len(results)} rows Inlay reaches its targets in {reached}"
    if not slower:
        return f"{words}, and is the fastest in each."
    works = ", ".join(f"{name} {count}" for name, count in slower.items())
    worst = max(result.time_ratio or 0 for result in results)
    return f"{words}. A peer is faster in {slower.total()}, by up to {worst:.1f} times: {works}."
