"""Counts with valgrind's callgrind the instructions of pieces of work, each in its second round."""

import os
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# What `count-work` calls for a piece of work that is counted.
SYMBOL = "inlay_counted_work"

# Where its processes write, each into a folder of its own.
WRITTEN = Path(__file__).resolve().parents[2] / ".build" / "bench"


def count(binary: Path, names: list[str]) -> dict[str, int]:
    """Counts the instructions of works by their names; each group has a process of its own."""
    groups = [[name for name in names if group_of(name) == group] for group in dict.fromkeys(map(group_of, names))]
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "count-work"
        # Debug information takes valgrind longer to read than the work takes.
        subprocess.run(["strip", f"--keep-symbol={SYMBOL}", "-o", bare, binary], check=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            counts = list(pool.map(lambda pair: count_group(bare, pair[1], Path(folder) / str(pair[0])),
                                   enumerate(groups)))  # fmt: skip
    return {name: number for group in counts for name, number in group.items()}


def group_of(name: str) -> str:
    return name.split()[0]


def count_group(binary: Path, names: list[str], folder: Path) -> dict[str, int]:
    """Counts in one process. Callgrind writes down its counts, and begins anew, around each call of the symbol."""
    folder.mkdir()
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out"]
    command += [f"--dump-before={SYMBOL}", f"--dump-after={SYMBOL}", str(binary), *names]
    # The same names and the same memory, whatever else the environment has.
    environment = {"PATH": os.environ["PATH"], "SWIFT_DETERMINISTIC_HASHING": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said, _ = process.communicate()
    shutil.rmtree(WRITTEN / f"work-{process.pid}", ignore_errors=True)
    if process.returncode != 0:
        raise SystemExit(f"count-work ended with {process.returncode}: {said}")
    parts = sorted(dump for dump in map(read_dump, folder.iterdir()) if dump is not None)
    shutil.rmtree(folder)
    assert len(parts) == len(names), f"{len(parts)} counts of {len(names)} works: {said}"
    return {name: instructions for name, (_, instructions) in zip(names, parts, strict=True)}


def read_dump(path: Path) -> tuple[int, int] | None:
    """Returns the number of a dump and its instructions, when it was made after a call."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if f"--dump-after={SYMBOL}" not in text[:2_000]:
        return None
    part = re.search(r"^part: (\d+)$", text, re.MULTILINE)
    totals = re.search(r"^totals: (\d+)$", text, re.MULTILINE)
    return int(part[1]), int(totals[1])
