"""Draws the results: one lane a work, a dot a row, and the target as a mark; left of the mark is reached."""

import math
from html import escape
from itertools import groupby

from results import Result

LEFT, PANEL, GAP, RIGHT = 240, 330, 40, 24
TOP, LANE, BOTTOM = 92, 34, 58
LOW, HIGH = 0.01, 4.0
TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4)
WIDTH = LEFT + 2 * PANEL + GAP + RIGHT

STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-size: 17px; font-weight: 600 } .small { font-size: 11px; fill: #57606a }
  .grid { stroke: #d8dee4 } .even { fill: #f6f8fa } .peer { stroke: #57606a; stroke-width: 1.5 }
  .room { fill: #1a7f37; fill-opacity: .13 } .target { stroke: #1a7f37; stroke-width: 3 }
  .reached { fill: #1a7f37 } .missed { fill: #cf5b00 } .paper { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .small { fill: #9198a1 } .grid { stroke: #30363d } .even { fill: #151b23 }
    .peer { stroke: #9198a1 } .room { fill: #3fb950; fill-opacity: .16 } .target { stroke: #3fb950 }
    .reached { fill: #3fb950 } .missed { fill: #f0883e } .paper { fill: #0d1117 }
  }
"""


def draw(results: list[Result]) -> str:
    """The chart as an SVG document; it has colours for a light page and a dark one."""
    lanes = [(name, list(group)) for name, group in groupby(results, key=lambda result: result.group)]
    height = TOP + LANE * len(lanes) + BOTTOM
    parts = [f'<rect class="paper" width="{WIDTH}" height="{height}"/>', *heading()]
    for index, (name, _) in enumerate(lanes):
        parts += lane_ground(index, name)
    for panel, what in enumerate(("time", "memory")):
        parts += axis(panel, what, len(lanes))
        for index, (_, members) in enumerate(lanes):
            parts += lane(panel, what, index, members)
    parts += legend(height - 14)
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="Time and peak memory of Inlay as parts of those of the fastest peer">\n'
        f"<style>{STYLE}</style>\n{body}\n</svg>\n"
    )


def heading() -> list[str]:
    return [
        text(16, 28, "Inlay to the fastest peer", "title"),
        text(16, 48, "a dot a row of the page; further left is better, logarithmic", "small"),
    ]


def lane_ground(index: int, name: str) -> list[str]:
    y = TOP + index * LANE
    ground = f'<rect class="even" x="8" y="{y}" width="{WIDTH - 16}" height="{LANE}"/>' if index % 2 == 0 else ""
    return [ground, text(16, y + LANE / 2 + 4, name)]


def axis(panel: int, what: str, lanes: int) -> list[str]:
    bottom = TOP + lanes * LANE
    parts = [text(position(panel, LOW), TOP - 24, "time" if what == "time" else "peak memory", "title")]
    for tick in TICKS:
        x = position(panel, tick)
        kind = "peer" if tick == 1 else "grid"
        parts.append(f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}"/>')
        parts.append(text(x, bottom + 16, f"{tick:g}", "small", "middle"))
    parts.append(text(position(panel, 1), TOP - 6, "fastest peer", "small", "middle"))
    return parts


def lane(panel: int, what: str, index: int, members: list[Result]) -> list[str]:
    """The target of a work, and its rows."""
    target = getattr(members[0], f"{what}_target")
    top, middle = TOP + index * LANE, TOP + (index + 0.5) * LANE
    if target is None:
        return [text(position(panel, 1) + 8, middle + 4, "no target", "small")]
    start, end = position(panel, LOW), position(panel, target)
    parts = [
        f'<rect class="room" x="{start:.1f}" y="{top + 4}" width="{end - start:.1f}" height="{LANE - 8}"/>',
        f'<line class="target" x1="{end:.1f}" x2="{end:.1f}" y1="{top + 4}" y2="{top + LANE - 4}"/>',
    ]
    return parts + [mark(panel, member, what, middle) for member in members]


def mark(panel: int, member: Result, what: str, y: float) -> str:
    """A dot for a row that reaches its target, a diamond for one that does not."""
    ratio = getattr(member, f"{what}_ratio")
    if ratio is None:
        return ""
    words = f"<title>{escape(member.group)}, {escape(member.title)}: {ratio:.3f} of {escape(member.fastest)}</title>"
    x = position(panel, ratio)
    if ratio <= getattr(member, f"{what}_target"):
        return f'<circle class="reached" cx="{x:.1f}" cy="{y}" r="5" fill-opacity=".75">{words}</circle>'
    return f'<path class="missed" d="M{x:.1f} {y - 7}l7 7l-7 7l-7 -7z" fill-opacity=".8">{words}</path>'


def legend(y: float) -> list[str]:
    return [
        f'<circle class="reached" cx="22" cy="{y - 4}" r="5"/>',
        text(34, y, "reaches its target"),
        f'<path class="missed" d="M178 {y - 11}l7 7l-7 7l-7 -7z"/>',
        text(192, y, "misses it"),
        f'<line class="target" x1="276" x2="276" y1="{y - 13}" y2="{y + 5}"/>',
        text(286, y, "target, reached on its left"),
    ]


def position(panel: int, ratio: float) -> float:
    """The place of a ratio in a panel; what is beyond its ends stands at them."""
    share = math.log(min(max(ratio, LOW), HIGH) / LOW) / math.log(HIGH / LOW)
    return LEFT + panel * (PANEL + GAP) + share * PANEL


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    marked = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{marked}>{escape(words)}</text>'
