"""CSV to typed Parquet: types inferred over the whole of each of the real files, whole processes."""

from pathlib import Path

from agreement import same_values
from contest import Row
from setting import Setting


def rows(setting: Setting) -> list[Row]:
    return [row(setting, name, path) for name, path in setting.inputs.items()]


def row(setting: Setting, name: str, path: Path) -> Row:
    def peer(script: str, *mode: str):
        return lambda folder: setting.peer(script, *mode, path, folder / "out.parquet")

    own = [str(setting.inlay), "convert", str(path), "--threads", str(setting.threads), "--to"]
    return Row(
        key=f"convert-{name}",
        group="CSV to typed Parquet",
        title=path.name,
        commands={
            "inlay": lambda folder: [*own, str(folder / "out.parquet")],
            "duckdb": peer("convert_duckdb.py"),
            "polars": peer("convert_polars.py", "collect"),
            "polars-sink": peer("convert_polars.py", "sink"),
            "pyarrow": peer("convert_pyarrow.py"),
        },
        check=same_values,
        inputs=(path,),
        time_target=0.4,
        memory_target=0.5,
        clock="process",
    )
