"""Draws shares of time as bars, one a stage, in the way of the data."""

from html import escape

LEFT, BAR, RIGHT = 280, 420, 110
TOP, LANE, BOTTOM = 66, 26, 20
WIDTH = LEFT + BAR + RIGHT

STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f } .title { font-size: 17px; font-weight: 600 }
  .small { font-size: 11px; fill: #57606a } .paper { fill: #ffffff } .start { fill: #57606a } .csv { fill: #0969da }
  .join { fill: #8250df } .pages { fill: #1a7f37 } .kernel { fill: #bc4c00 } .other { fill: #8c959f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .small { fill: #9198a1 } .paper { fill: #0d1117 } .start { fill: #9198a1 }
    .csv { fill: #4493f8 } .join { fill: #ab7df8 } .pages { fill: #3fb950 } .kernel { fill: #db6d28 }
    .other { fill: #6e7681 }
  }
"""


def draw(shares: list[tuple[str, float]]) -> str:
    """The chart as an SVG document; it has colours for a light page and a dark one."""
    total = sum(seconds for _, seconds in shares)
    most = max(seconds for _, seconds in shares)
    height = TOP + LANE * len(shares) + BOTTOM
    parts = [
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
        '<text x="16" y="28" class="title">Where the seed job\'s time goes</text>',
        f'<text x="16" y="48" class="small">{total * 1e3:.0f} ms of processor time, from the bytes of the CSV files '
        "to those of the Parquet file</text>",
    ]
    for index, (name, seconds) in enumerate(shares):
        parts += bar(TOP + index * LANE, name, seconds, seconds / total, seconds / most)
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="Processor time of the seed job by stage">\n<style>{STYLE}</style>\n{body}\n</svg>\n'
    )


def bar(y: float, name: str, seconds: float, share: float, length: float) -> list[str]:
    kind = name.partition(":")[0].lower()
    width = max(length * BAR, 1)
    return [
        f'<text x="{LEFT - 10}" y="{y + 17}" text-anchor="end">{escape(name)}</text>',
        f'<rect class="{kind}" x="{LEFT}" y="{y + 4}" width="{width:.1f}" height="{LANE - 8}" rx="2"/>',
        f'<text x="{LEFT + width + 8:.1f}" y="{y + 17}" class="small">{seconds * 1e3:.0f} ms, {share:.0%}</text>',
    ]
