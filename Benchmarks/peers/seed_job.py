"""Compares Inlay with DuckDB and Polars on the seed job: time, processor time, peak memory and size of the output.

Each contestant is a whole process, from its start to its end. They take turns, so that a busy moment of the machine
hits all of them, and the medians of all rounds are shown. The outputs must hold the same rows.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from measure import Measurement, measure, median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FILES = {
    "albums": "spotify-albums_data_2023.csv",
    "artists": "spotify_artist_data_2023.csv",
    "tracks": "spotify_tracks_data_2023.csv",
}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("INLAY_SPOTIFY_DATA"), help="folder of the inputs")
    parser.add_argument("--inlay", type=Path, default=ROOT / ".build/release/inlay", help="the command to measure")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--work", type=Path, default=ROOT / ".build/bench", help="folder for outputs")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error(f"name the folder with {', '.join(FILES.values())} by --data or INLAY_SPOTIFY_DATA")
    return arguments


def contestants(arguments: argparse.Namespace) -> dict[str, list[str]]:
    """The command of each, which writes into the folder of its name."""
    inputs = [str(arguments.data / file) for file in FILES.values()]
    threads = str(arguments.threads)

    def python(name: str, script: str, *mode: str) -> list[str]:
        return [sys.executable, str(HERE / script), *mode, *inputs, str(arguments.work / name / "out.parquet"), threads]

    return {
        "inlay": [
            *(str(arguments.inlay), "job", "run", str(job_document(arguments.work)), "--threads", threads),
            *("--map", f"s3://inlay-example/staging/={arguments.data}/"),
            *("--map", f"s3://inlay-example/warehouse/={arguments.work / 'inlay'}/"),
        ],
        "duckdb": python("duckdb", "duckdb_job.py"),
        "polars": python("polars", "polars_job.py", "collect"),
        "polars-sink": python("polars-sink", "polars_job.py", "sink"),
    }


def job_document(work: Path) -> Path:
    """The example's document with the names of the real files."""
    text = (ROOT / "Examples/spotify/spotify-etl.json").read_text()
    for name, file in FILES.items():
        text = text.replace(f"staging/{name}.csv", f"staging/{file}")
    document = work / "seed-job.json"
    document.write_text(text)
    return document


def warm_up(data: Path) -> None:
    for file in FILES.values():
        with (data / file).open("rb") as bytes_of_file:
            while bytes_of_file.read(1 << 20):
                pass


def run_round(commands: dict[str, list[str]], work: Path, found: dict[str, list[Measurement]]) -> None:
    for name, command in commands.items():
        shutil.rmtree(work / name, ignore_errors=True)
        (work / name).mkdir()
        found.setdefault(name, []).append(measure(command, work / f"{name}.log"))


def outputs(work: Path, name: str) -> list[Path]:
    return sorted((work / name).glob("*.parquet"))


def check_outputs(commands: dict[str, list[str]], work: Path) -> str:
    """Ends the program unless all hold the same rows; returns their number and hash."""
    prints = {}
    for name in commands:
        command = [sys.executable, HERE / "fingerprint.py", *outputs(work, name)]
        prints[name] = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    if len(set(prints.values())) != 1:
        raise SystemExit(f"The outputs differ: {prints}")
    return prints.popitem()[1]


def show(found: dict[str, list[Measurement]], work: Path) -> None:
    print(
        f"{'':12} {'wall s':>8} {'best':>8} {'cpu s':>8} {'peak MiB':>9} {'output MB':>10}   of inlay: wall, cpu, peak"
    )
    ours = median(found["inlay"])
    for name, measurements in found.items():
        its = median(measurements)
        best = min(each.wall_seconds for each in measurements)
        size = sum(path.stat().st_size for path in outputs(work, name)) / 1e6
        ratios = (
            f"{its.wall_seconds / ours.wall_seconds:8.2f} {its.cpu_seconds / ours.cpu_seconds:6.2f} "
            f"{its.peak_bytes / ours.peak_bytes:6.2f}"
        )
        print(
            f"{name:12} {its.wall_seconds:8.3f} {best:8.3f} {its.cpu_seconds:8.3f} {its.peak_bytes / 2**20:9.0f} "
            f"{size:10.1f}   {ratios}"
        )


def main() -> None:
    arguments = parse_arguments()
    arguments.data, arguments.work = arguments.data.resolve(), arguments.work.resolve()
    arguments.work.mkdir(parents=True, exist_ok=True)
    commands = contestants(arguments)
    warm_up(arguments.data)
    found: dict[str, list[Measurement]] = {}
    for number in range(arguments.rounds):
        print(f"round {number + 1} of {arguments.rounds}", file=sys.stderr)
        run_round(commands, arguments.work, found)
    same = check_outputs(commands, arguments.work)
    print(f"{arguments.rounds} rounds, {arguments.threads} threads; rows and hash: {same}")
    show(found, arguments.work)


if __name__ == "__main__":
    main()
