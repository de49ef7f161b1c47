"""The rows that miss their targets: by how much, where their profiles are, and what people found out about them."""

from pathlib import Path

from details import verdict
from markdown import table
from results import Result

# Reasons, and what was tried, written by hand; it becomes the end of the page.
REASONS = "MISSED.md"
# Where the time of each such row goes, written by profiles.py.
PROFILES = "PROFILES.md"


def missed(results: list[Result], folder: Path) -> str:
    """A list of them, and then the reasons, where these lie beside the page."""
    parts = [listed(results, folder), reasons(folder)]
    return "\n\n".join(part for part in parts if part)


def listed(results: list[Result], folder: Path) -> str:
    heads = ["row", "fastest peer", "time", "memory"]
    rows = [
        [f"{result.group}: {result.title}", result.fastest, verdict(result, "time"), verdict(result, "memory")]
        for result in results
        if not result.reaches
    ]
    if not rows:
        return ""
    where = f" [{PROFILES}]({PROFILES}) shows where the time of each goes." if (folder / PROFILES).exists() else ""
    words = f"{len(rows)} of {len(results)} rows miss a target.{where}"
    return f"## Rows that miss their targets\n\n{words}\n\n{table(heads, rows)}"


def reasons(folder: Path) -> str:
    notes = folder / REASONS
    return notes.read_text().strip() if notes.exists() else ""
