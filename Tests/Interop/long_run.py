"""Commands that work for much longer than a test waits, and ways to end them."""

import os
import signal
import subprocess
import time
from pathlib import Path

from inlay_command import ROOT, Inlay

# A hidden name that a run leaves in no folder when it has ended.
AREA = ".inlay-"


def write_lake(folder: Path, files: int = 3_000, rows: int = 60_000) -> Path:
    """Makes a folder of many CSV files that are one file under many names, so that they take no room."""
    folder.mkdir(parents=True)
    first = folder / "part-0.csv"
    with first.open("w") as text:
        text.write("id,key,name,price\n")
        text.writelines(f"{row},{row % 7},name {row} of many that fill some space,{row}.25\n" for row in range(rows))
    for number in range(1, files):
        os.link(first, folder / f"part-{number}.csv")
    return folder


def leftovers(folder: Path) -> list[Path]:
    """What runs have left in a folder and below."""
    return [path for path in folder.rglob("*") if path.name.startswith((AREA, "_temporary"))]


def start(inlay: Inlay, *arguments, **options) -> subprocess.Popen:
    command = [str(inlay.binary), *(str(argument) for argument in arguments)]
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen(command, cwd=ROOT, **options)


def wait_for_area(folder: Path, process: subprocess.Popen, seconds: float = 60) -> None:
    """Waits until a run has begun to write below a folder."""
    end = time.monotonic() + seconds
    while not leftovers(folder):
        assert process.poll() is None, process.stderr.read().decode()
        assert time.monotonic() < end, "the run has begun nothing"
        time.sleep(0.01)


def interrupt(process: subprocess.Popen, number: signal.Signals) -> tuple[int, str, float]:
    """Sends a signal and returns the exit code, what the run said, and how long it took to end."""
    begin = time.monotonic()
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    return process.returncode, said.decode(), time.monotonic() - begin
