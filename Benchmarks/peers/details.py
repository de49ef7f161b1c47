"""What the page tells of each group of rows: all contestants of a row below each other."""

from itertools import groupby

from markdown import capitalised, number, table
from results import OURS, Result, Tally

HEADS = ["row", "contestant", "time, s", "from – to", "rounds", "processor, s", "peak, MiB", "time", "memory"]


def details(results: list[Result]) -> list[str]:
    """A part of the page for each group."""
    return [part(name, list(members)) for name, members in groupby(results, key=lambda result: result.group)]


def part(name: str, members: list[Result]) -> str:
    clock = "whole process" if members[0].clock == "process" else "within the process, its start not counted"
    about = f"Time: {clock}. {members[0].note}".strip()
    rows = [line for member in members for line in lines(member)]
    agreed = "\n".join(f"- {member.title}: {member.agreement}" for member in members)
    words = f"What all contestants agree in:\n\n{agreed}"
    return f"## {capitalised(name)}\n\n{about}\n\n{table(HEADS, rows)}\n\n{words}"


def lines(result: Result) -> list[list[str]]:
    """The row's contestants, ours first, with the ratios beside it."""
    found = []
    for name, tally in result.tallies.items():
        title = f"**{result.title}**" if name == OURS else ""
        mark = f"{name} ◂" if name == result.fastest else name
        if tally.failure:
            found.append([title, mark, tally.failure.replace("|", "\\|"), *[""] * 6])
            continue
        verdicts = [verdict(result, "time"), verdict(result, "memory")] if name == OURS else ["", ""]
        found.append([title, mark, *figures(tally), *verdicts])
    return found


def figures(tally: Tally) -> list[str]:
    spread = f"{number(min(tally.seconds))} – {number(max(tally.seconds))}"
    return [number(tally.median), spread, str(len(tally.seconds)), number(tally.cpu), f"{tally.peak / 2**20:.0f}"]


def verdict(result: Result, what: str) -> str:
    """A ratio beside its target; of memory also that to the peer that has the least."""
    ratio, target = getattr(result, f"{what}_ratio"), getattr(result, f"{what}_target")
    if target is None or ratio is None:
        return "–"
    least = f"; {result.least_memory_ratio:.2f} of the least" if what == "memory" else ""
    return f"{ratio:.3f} {'✓' if ratio <= target else '✗'} ≤ {target:g}{least}"
