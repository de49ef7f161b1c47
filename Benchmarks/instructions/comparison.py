"""Instructions that were counted, beside those that are expected: what is found, and what is said of it."""

import json
from dataclasses import dataclass, field
from pathlib import Path

# By how much a count may differ from what was recorded.
TOLERANCE = 0.05


@dataclass
class Record:
    """Counts of instructions, and what the machine had that they depend on."""

    environment: dict[str, str]
    instructions: dict[str, int]

    @classmethod
    def read(cls, path: Path) -> "Record":
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def write(self, path: Path) -> None:
        content = {
            "environment": dict(sorted(self.environment.items())),
            "instructions": dict(sorted(self.instructions.items())),
        }
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


@dataclass
class Comparison:
    """What differs between what was recorded and what was counted; changes are parts of the recorded count."""

    regressions: dict[str, float] = field(default_factory=dict)
    improvements: dict[str, float] = field(default_factory=dict)
    unrecorded: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    # What the machine has otherwise: its name, then what was recorded and what is here.
    surroundings: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def fails(self) -> bool:
        """Counts of another machine or toolchain say little of the code, and fail nothing."""
        return not self.surroundings and bool(self.regressions or self.unrecorded or self.gone)


def compare(recorded: Record, counted: Record, is_whole: bool = True) -> Comparison:
    """Compares counts; when they are not of the whole work, what was recorded besides is not missed."""
    found = Comparison()
    names = sorted(recorded.environment.keys() | counted.environment.keys())
    both = {name: (recorded.environment.get(name, "-"), counted.environment.get(name, "-")) for name in names}
    found.surroundings = {name: pair for name, pair in both.items() if pair[0] != pair[1]}
    for name, count in sorted(counted.instructions.items()):
        if name not in recorded.instructions:
            found.unrecorded.append(name)
            continue
        expected = recorded.instructions[name]
        change = (count - expected) / expected
        if change > TOLERANCE:
            found.regressions[name] = change
        elif change < -TOLERANCE:
            found.improvements[name] = change
    if is_whole:
        found.gone = sorted(recorded.instructions.keys() - counted.instructions.keys())
    return found


RECORD = "record anew with `make instructions-record`"


def report(found: Comparison) -> str:
    """Says in lines what was found, the worst first."""
    lines = []
    worst = sorted(found.regressions.items(), key=lambda item: -item[1])
    lines += [f"more instructions: {name}: {change:+.1%}" for name, change in worst]
    best = sorted(found.improvements.items(), key=lambda item: item[1])
    lines += [f"fewer instructions: {name}: {change:+.1%}; {RECORD}" for name, change in best]
    lines += [f"not recorded: {name}; {RECORD}" for name in found.unrecorded]
    lines += [f"recorded, and not there: {name}; {RECORD}" for name in found.gone]
    if found.surroundings:
        lines.append("The counts were recorded with other tools, and so nothing of this is a failure:")
        lines += [f"  {name}: {then} when recorded, {now} here" for name, (then, now) in found.surroundings.items()]
    return "\n".join(lines)
