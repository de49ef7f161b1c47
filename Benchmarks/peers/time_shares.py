"""Shows where the seed job's time goes: samples it with Linux's perf, and writes a table and a picture of the stages.

The table stands between two marks of a page; the picture lies beside it.
"""

import shutil
import statistics
import sys
from collections import Counter
from pathlib import Path

import marked
import places
from machine import facts
from markdown import table
from rows.seed import inlay_job
from sampling import require_perf, sample
from setting import ROOT
from shares_chart import draw
from stages import in_order, stage

FREQUENCY = 5_000
MARK = "time shares"


def parser():
    made = places.parser(__doc__)
    made.add_argument("--page", type=Path, default=ROOT / "docs/PERFORMANCE.md", help="the page with the table")
    made.add_argument("--rounds", type=int, default=7)
    return made


def medians(rounds: list[Counter[str]]) -> dict[str, float]:
    names = {name for each in rounds for name in each}
    return {name: statistics.median(each[name] for each in rounds) / FREQUENCY for name in names}


def shares_table(shares: list[tuple[str, float]], machine: dict[str, str], threads: int) -> str:
    total = sum(seconds for _, seconds in shares)
    rows = [[name, f"{seconds * 1e3:.0f}", f"{seconds / total:.0%}"] for name, seconds in shares]
    rows.append(["**all**", f"**{total * 1e3:.0f}**", ""])
    words = f"Processor time of all {threads} threads together, on {machine['processor']}, {machine['system']}."
    return f"{words}\n\n{table(['stage', 'processor time, ms', 'share'], rows)}"


def main() -> None:
    arguments, place = places.parse(parser())
    require_perf()
    output = place.work / "profile"
    rounds = []
    for number in range(arguments.rounds):
        print(f"round {number + 1} of {arguments.rounds}", file=sys.stderr)
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir(parents=True)
        found = sample(inlay_job(place, place.inputs, output), place.work, FREQUENCY)
        rounds.append(Counter(stage(each.frames) for each in found))
    shares = in_order(medians(rounds))
    words = shares_table(shares, facts(place.inlay), place.threads)
    marked.replace(arguments.page, MARK, words)
    (arguments.page.parent / "performance.svg").write_text(draw(shares))
    print(words)


if __name__ == "__main__":
    main()
