"""Forms of what a page says."""


def table(heads: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, ["---"] * len(heads), *rows])


def number(value: float) -> str:
    """Three digits that say something."""
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def capitalised(words: str) -> str:
    """The words with a large first letter, and all others as they are."""
    return words[:1].upper() + words[1:]
