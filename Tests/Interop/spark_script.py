"""Runs exported scripts in the Spark session that all tests share."""

import contextlib
import runpy
import sys
from pathlib import Path

from peers import spark

# What a script sets for itself, and must not leave behind for other tests.
SETTINGS = [
    "spark.sql.ansi.enabled",
    "spark.sql.session.timeZone",
    "spark.sql.caseSensitive",
    "spark.sql.parquet.outputTimestampType",
    "spark.sql.parquet.datetimeRebaseModeInRead",
    "spark.sql.parquet.datetimeRebaseModeInWrite",
]


@contextlib.contextmanager
def settings_kept():
    configuration = spark.session().conf
    before = {name: configuration.get(name) for name in SETTINGS}
    try:
        yield
    finally:
        for name, value in before.items():
            configuration.set(name, value)


def run(script: Path, *arguments) -> dict:
    """Runs a script with arguments, and returns its variables."""
    command = sys.argv
    sys.argv = [str(script), *map(str, arguments)]
    try:
        with settings_kept():
            return runpy.run_path(str(script))
    finally:
        sys.argv = command


def export_and_run(inlay, document: Path, folder: Path, *maps: str) -> dict:
    """Exports a job as a script, and runs it with the locations mapped as `inlay job run` takes them."""
    script = folder / "job.py"
    inlay("job", "export", document, "--to", "pyspark", "-o", script)
    return run(script, *(argument for text in maps for argument in ("--map", text)))
