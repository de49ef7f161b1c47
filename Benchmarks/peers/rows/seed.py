"""The seed job on the real inputs, and on ones with many times their rows: whole processes, all columns strings."""

from pathlib import Path

from agreement import same_rows
from contest import Row
from setting import INPUTS, ROOT, Setting


def rows(setting: Setting) -> list[Row]:
    first = Row(
        key="seed",
        group="seed job, real inputs",
        title="the real inputs",
        commands=commands(setting, setting.inputs),
        check=same_rows,
        inputs=tuple(setting.inputs.values()),
        time_target=0.25,
        memory_target=0.25,
        clock="process",
    )
    return [first, *(scaled(setting, factor) for factor in setting.factors)]


def scaled(setting: Setting, factor: int) -> Row:
    folder = setting.work / "data" / f"seed-{factor}"
    inputs = {name: folder / path.name for name, path in setting.inputs.items()}
    return Row(
        key=f"seed-{factor}",
        group=f"seed job, {factor} times the rows",
        title=f"{factor} times the rows, with new ids",
        commands=commands(setting, inputs),
        check=same_rows,
        inputs=tuple(inputs.values()),
        time_target=0.25,
        memory_target=0.15,
        clock="process",
        prepare=setting.maker("scaled.py", folder, factor, folder, *setting.inputs.values()),
    )


def commands(setting: Setting, inputs: dict[str, Path]) -> dict:
    """All read the same files, and write into the folder that they are given."""
    paths = list(inputs.values())

    def peer(script: str, *mode: str):
        return lambda folder: setting.peer(script, *mode, *paths, folder / "out.parquet")

    return {
        "inlay": lambda folder: inlay_job(setting, inputs, folder),
        "duckdb": peer("seed_duckdb.py"),
        "polars": peer("seed_polars.py", "collect"),
        "polars-sink": peer("seed_polars.py", "sink"),
        "pyarrow": peer("seed_pyarrow.py"),
    }


def inlay_job(setting: Setting, inputs: dict[str, Path], folder: Path) -> list[str]:
    command = [str(setting.inlay), "job", "run", str(document(setting)), "--threads", str(setting.threads)]
    for prefix, path in maps(inputs, folder).items():
        command += ["--map", f"{prefix}={path}"]
    return command


def maps(inputs: dict[str, Path], folder: Path) -> dict[str, object]:
    """Where the locations of the document lie."""
    places: dict[str, object] = {f"s3://inlay-example/staging/{INPUTS[name]}": path for name, path in inputs.items()}
    return {**places, "s3://inlay-example/warehouse/": f"{folder}/"}


def document(setting: Setting) -> Path:
    """The example's document with the names of the real files."""
    text = (ROOT / "Examples/spotify/spotify-etl.json").read_text()
    for name, file in INPUTS.items():
        text = text.replace(f"staging/{name}.csv", f"staging/{file}")
    path = setting.work / "seed-job.json"
    path.write_text(text)
    return path
