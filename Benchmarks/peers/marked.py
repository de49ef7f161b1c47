"""Puts words between two marks of a page that people write."""

from pathlib import Path


def replace(page: Path, name: str, words: str) -> None:
    """The marks are comments, `<!-- NAME -->` and `<!-- end of NAME -->`."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    head, found, rest = page.read_text().partition(begin)
    _, ended, tail = rest.partition(end)
    if not found or not ended:
        raise SystemExit(f"{page} has no place for what was found: {begin} … {end}")
    page.write_text(f"{head}{begin}\n{words}\n{end}{tail}")
