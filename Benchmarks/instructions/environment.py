"""What instruction counts depend on besides the code that is measured."""

import platform
import re
import subprocess
from pathlib import Path

# Their instructions are counted with ours.
LIBRARIES = {"snappy": "snappy", "zlib": "zlib", "zstd": "libzstd", "brotli": "libbrotlienc"}


def describe() -> dict[str, str]:
    versions = {name: output("pkg-config", "--modversion", package) for name, package in LIBRARIES.items()}
    return {
        **versions,
        "libc": " ".join(platform.libc_ver()),
        "machine": machine(),
        "swift": re.sub(r"\s*\n.*", "", output("swift", "--version"), flags=re.DOTALL),
        "valgrind": output("valgrind", "--version"),
    }


def machine() -> str:
    """The processor's family, with what valgrind passes on of what kernels and the C library choose by."""
    try:
        flags = re.search(r"^flags\s*:(.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)[1].split()
    except (OSError, TypeError):
        flags = []
    known = [name for name in ("avx", "avx2", "bmi2", "erms", "fsrm", "pclmulqdq") if name in flags]
    return " ".join([platform.machine(), *known])


def output(*command: str) -> str:
    """What a command says in its first lines; `unknown` when there is no such command or it fails."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
