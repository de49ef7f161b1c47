"""What was measured with: the machine, and the versions of all contestants."""

import os
import platform
import subprocess
from importlib import metadata
from pathlib import Path

from measure import kilobytes
from setting import ROOT

PEERS = ("duckdb", "polars", "pyarrow", "pyspark")


def facts(inlay: Path) -> dict[str, str]:
    """Names and values, in the order in which they are told."""
    return {
        "processor": f"{cpu_model()}, {os.cpu_count()} cores",
        "memory": f"{kilobytes('/proc/meminfo', 'MemTotal') / 2**20:.1f} GiB",
        "system": f"{distribution()}, {platform.system()} {platform.release()}, {platform.machine()}",
        "Inlay": first_line([str(inlay), "--version"]),
        **{name: metadata.version(name) for name in PEERS},
        "Python": platform.python_version(),
        "Java": first_line(["java", "-version"]),
        "Swift": first_line(["swift", "--version"]),
    }


def revision() -> str:
    """The commit of this checkout; changes that are in none are told."""
    return first_line(["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude=*"])


def cpu_model() -> str:
    """The model's name, with family and number where that says more: some machines hide it."""
    found = {}
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        found.setdefault(name.strip(), value.strip())
    numbers = ", ".join(f"{name} {found[name]}" for name in ("cpu family", "model") if name in found)
    return f"{found.get('model name', platform.processor())} ({numbers})"


def distribution() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()


def first_line(command: list[str]) -> str:
    """What a command says first, on either stream; a dash when there is no such command."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "–"
    lines = [line for line in (said.stdout + said.stderr).splitlines() if line.strip()]
    return lines[0].strip() if lines else "–"
