"""Tells the results on a page, `RESULTS.md`, beside its chart."""

from itertools import groupby
from pathlib import Path

from chart import draw
from details import details
from markdown import table
from missed import missed
from results import Result
from seed_parts import growth, hardware, sizes

CHART = "results.svg"


def write_page(results: list[Result], facts: dict[str, str], limits: dict[str, float], folder: Path) -> None:
    """Writes the page and its chart into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CHART).write_text(draw(results))
    parts = [head(results), machine(facts), overview(results), *details(results)]
    parts += [growth(results), sizes(results), hardware(results, limits), missed(results, folder)]
    (folder / "RESULTS.md").write_text("\n\n".join(part for part in parts if part) + "\n")


def head(results: list[Result]) -> str:
    reached = sum(result.reaches for result in results)
    rounds = max(len(result.ours.seconds) for result in results)
    return f"""# Inlay beside its peers

`make bench-peers` writes this page. Contestants are processes that take turns on files in the page cache, another one
first each round. Medians count, and a *ratio* is Inlay's median to that of the peer that was the fastest in that row
(◂), of memory too. All contestants of a row gave the same result. Each has {rounds} rounds, but for peers that take
over five seconds and are far from being the fastest; the column *rounds* tells.

**{reached} of {len(results)} rows reach their targets.**

{occasions(results)}

![Inlay's time and peak memory as parts of the fastest peer's, row by row]({CHART})"""


def occasions(results: list[Result]) -> str:
    """When and with what rows were measured: the most of them, and those that were not with these."""
    rows: dict[str, list[str]] = {}
    for result in results:
        rows.setdefault(str(result.measured), []).append(result.key)
    most, *others = sorted(rows, key=lambda occasion: -len(rows[occasion]))
    lines = [f"Measured on {most}" + ("." if not others else ", but for these:")]
    return "\n".join(lines + [f"- on {occasion}: {', '.join(rows[occasion])}" for occasion in others])


def machine(facts: dict[str, str]) -> str:
    return "## Machine and versions\n\n" + table(["what", "which"], [list(fact) for fact in facts.items()])


def overview(results: list[Result]) -> str:
    rows = []
    for name, group in groupby(results, key=lambda result: result.group):
        members = list(group)
        rows.append([name, ratios(members, "time"), ratios(members, "memory"), count_missed(members)])
    heads = ["work", "time: ratio (target)", "peak memory: ratio (target)", "rows that miss"]
    return "## Overview\n\n" + table(heads, rows)


def ratios(members: list[Result], what: str) -> str:
    """The range of a group's ratios beside their target."""
    found = [getattr(member, f"{what}_ratio") for member in members]
    known = [ratio for ratio in found if ratio is not None]
    target = getattr(members[0], f"{what}_target")
    if target is None:
        return "–"
    if not known:
        return f"no peer came to an end (≤ {target:g})"
    reach = " to ".join(
        f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.3f}" for ratio in sorted({min(known), max(known)})
    )
    return f"{reach} (≤ {target:g})"


def count_missed(members: list[Result]) -> str:
    count = sum(not member.reaches for member in members)
    return f"{count} of {len(members)}" if count else "none"
