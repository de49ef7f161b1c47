"""The command under test."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Where builds without package traits lie, as anybody's who depends on Inlay: what one compiles the next one takes over.
PLAIN_BUILD = ROOT / ".build" / "without-traits"


def build_plainly(package: Path, *arguments: str):
    """Builds a package without traits, for debugging; what one package made of Inlay the next one takes over."""
    place = ["--package-path", package, "--scratch-path", PLAIN_BUILD]
    # Without descriptions for a debugger it is done sooner.
    subprocess.run(["swift", "build", *place, "-debug-info-format", "none", *arguments], check=True, timeout=1200)


@dataclass(frozen=True)
class Inlay:
    binary: Path

    def attempt(self, *arguments) -> subprocess.CompletedProcess:
        """Runs the command from the top of the repository and returns what came of it."""
        command = [str(self.binary), *(str(argument) for argument in arguments)]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=300)
        # Not `text=True`, which would change line ends within fields.
        result.stdout, result.stderr = result.stdout.decode(), result.stderr.decode()
        return result

    def __call__(self, *arguments) -> str:
        """Runs the command, which must succeed, and returns its standard output."""
        result = self.attempt(*arguments)
        assert result.returncode == 0, f"{result.args} ended with {result.returncode}: {result.stderr}"
        return result.stdout

    def report(self, *arguments) -> dict:
        """Runs the command, which must succeed, and returns the report of the run."""
        return json.loads(self(*arguments, "--json"))

    def run_example(self, target: Path, *arguments) -> str:
        """Runs the example job into a folder."""
        return self("job", "run", *example_job(target), *arguments)


def example_job(target: Path) -> list[str]:
    """The arguments that name the example job, its inputs and a target."""
    return [
        "Examples/spotify/spotify-etl.json",
        *("--map", "s3://inlay-example/=Examples/spotify/lake/"),
        *("--map", f"s3://inlay-example/warehouse/={target}/"),
    ]
