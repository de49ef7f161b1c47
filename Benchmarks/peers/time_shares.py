"""Shows where the seed job's time goes: samples it with Linux's perf, and writes a table and a picture of the stages.

The table stands between two marks of a page; the picture lies beside it.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
from collections import Counter
from pathlib import Path

from machine import facts
from rows.seed import inlay_job
from setting import INPUTS, ROOT, Setting
from shares_chart import draw
from stages import in_order, stage

FREQUENCY = 5_000
MARKS = ("<!-- time shares -->", "<!-- end of time shares -->")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("INLAY_SPOTIFY_DATA"), help="folder of the inputs")
    parser.add_argument("--inlay", type=Path, default=ROOT / ".build/release/inlay", help="the command to look at")
    parser.add_argument("--page", type=Path, default=ROOT / "docs/PERFORMANCE.md", help="the page with the table")
    parser.add_argument("--work", type=Path, default=ROOT / ".build/bench", help="folder for outputs")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error(f"name the folder with {', '.join(INPUTS.values())} by --data or INLAY_SPOTIFY_DATA")
    if shutil.which("perf") is None:
        parser.error("perf is missing; install linux-perf or linux-tools")
    return arguments


def sample(command: list[str], work: Path) -> Counter[str]:
    """Runs the command under perf; returns the seconds of processor time in each stage."""
    data = work / "perf.data"
    recording = ["perf", "record", "-g", "-F", str(FREQUENCY), "-o", str(data), "--", *command]
    done = subprocess.run(recording, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr[-2000:])
    script = ["perf", "script", "-i", str(data), "-F", "period,event,ip,sym"]
    words = subprocess.run(script, check=True, capture_output=True, text=True).stdout
    names = subprocess.run(["swift", "demangle", "--simplified"], input=words, capture_output=True, text=True).stdout
    seconds: Counter[str] = Counter()
    for stack in stacks(names):
        seconds[stage(stack)] += 1 / FREQUENCY
    return seconds


def stacks(words: str) -> list[list[str]]:
    """The functions of each sample, the innermost first."""
    found = []
    for block in words.split("\n\n"):
        frames = [match[1].strip() for match in re.finditer(r"^\s+[0-9a-f]+ (.+)$", block, re.MULTILINE)]
        if frames:
            found.append(frames)
    return found


def medians(rounds: list[Counter[str]]) -> dict[str, float]:
    names = {name for each in rounds for name in each}
    return {name: statistics.median(each[name] for each in rounds) for name in names}


def table(shares: list[tuple[str, float]], machine: dict[str, str], threads: int) -> str:
    total = sum(seconds for _, seconds in shares)
    lines = ["| stage | processor time, ms | share |", "|---|---|---|"]
    lines += [f"| {name} | {seconds * 1e3:.0f} | {seconds / total:.0%} |" for name, seconds in shares]
    lines.append(f"| **all** | **{total * 1e3:.0f}** | |")
    words = f"Processor time of all {threads} threads together, on {machine['processor']}, {machine['system']}."
    return "\n".join([words, "", *lines])


def write(page: Path, words: str) -> None:
    """Puts the table between its marks."""
    text = page.read_text()
    head, found, rest = text.partition(MARKS[0])
    _, ended, tail = rest.partition(MARKS[1])
    if not found or not ended:
        raise SystemExit(f"{page} has no place for the table: {' … '.join(MARKS)}")
    page.write_text(f"{head}{MARKS[0]}\n{words}\n{MARKS[1]}{tail}")


def main() -> None:
    arguments = parse_arguments()
    work = arguments.work.resolve()
    inputs = {name: Path(arguments.data).resolve() / file for name, file in INPUTS.items()}
    setting = Setting(inputs, arguments.inlay.resolve(), Path(), work, arguments.threads, 0, ())
    output = work / "profile"
    rounds = []
    for number in range(arguments.rounds):
        print(f"round {number + 1} of {arguments.rounds}", file=sys.stderr)
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir(parents=True)
        rounds.append(sample(inlay_job(setting, inputs, output), work))
    shares = in_order(medians(rounds))
    words = table(shares, facts(setting.inlay), arguments.threads)
    write(arguments.page, words)
    (arguments.page.parent / "performance.svg").write_text(draw(shares))
    print(words)


if __name__ == "__main__":
    main()
