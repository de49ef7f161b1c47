"""The arguments that all commands of this folder have, and the setting that they make."""

import argparse
import os
from pathlib import Path

from setting import INPUTS, ROOT, Setting

ROWS = 10_000_000
FACTORS = (10, 40)
QUICK_ROWS = 100_000
QUICK_FACTORS = (2, 3)


def parser(description: str | None) -> argparse.ArgumentParser:
    """A parser that knows where the inputs, the commands to look at and the outputs are."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--data", type=Path, default=os.environ.get("INLAY_SPOTIFY_DATA"), help="folder of the inputs")
    made.add_argument("--albums", type=Path, help="a file in the place of the real one; so --artists, --tracks")
    made.add_argument("--artists", type=Path, help=argparse.SUPPRESS)
    made.add_argument("--tracks", type=Path, help=argparse.SUPPRESS)
    made.add_argument("--inlay", type=Path, default=ROOT / ".build/release/inlay", help="the command to look at")
    made.add_argument("--bench", type=Path, default=ROOT / "Benchmarks/.build/release/inlay-bench")
    made.add_argument("--work", type=Path, default=ROOT / ".build/bench", help="folder for data and outputs")
    made.add_argument("--threads", type=int, default=2)
    made.add_argument("--revision", help="what the commands were built from, if not from this checkout")
    made.add_argument("--quick", action="store_true", help="small made data, twice and three times the seed's rows")
    return made


def parse(made: argparse.ArgumentParser) -> tuple[argparse.Namespace, Setting]:
    """The arguments of the command line; an input that is nowhere is told."""
    arguments = made.parse_args()
    if arguments.data is None and not (arguments.albums and arguments.artists and arguments.tracks):
        made.error(f"name the folder with {', '.join(INPUTS.values())} by --data or INLAY_SPOTIFY_DATA")
    inputs = {name: vars(arguments)[name] or arguments.data / file for name, file in INPUTS.items()}
    place = Setting(
        inputs={name: path.resolve() for name, path in inputs.items()},
        inlay=arguments.inlay.resolve(),
        bench=arguments.bench.resolve(),
        work=(arguments.work / "quick" if arguments.quick else arguments.work).resolve(),
        threads=arguments.threads,
        rows=QUICK_ROWS if arguments.quick else ROWS,
        factors=QUICK_FACTORS if arguments.quick else FACTORS,
    )
    place.work.mkdir(parents=True, exist_ok=True)
    return arguments, place
