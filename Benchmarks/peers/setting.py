"""Where things are, and how much of everything there is."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

# What runs a contestant, given the folder for its output.
Command = Callable[[Path], list[str]]

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
INPUTS = {
    "albums": "spotify-albums_data_2023.csv",
    "artists": "spotify_artist_data_2023.csv",
    "tracks": "spotify_tracks_data_2023.csv",
}


@dataclass(frozen=True)
class Setting:
    """`inputs` are the files of the seed job by their names, `rows` is the size of made data."""

    inputs: dict[str, Path]
    inlay: Path
    bench: Path
    work: Path
    threads: int
    rows: int
    factors: tuple[int, ...]

    @property
    def made(self) -> Path:
        """The folder of data that is made once; it depends on its size alone."""
        return self.work / "data" / str(self.rows)

    def peer(self, script: str, *arguments: object) -> list[str]:
        """The command of a contestant's script, to which the threads are given last."""
        return [sys.executable, str(HERE / "contestants" / script), *map(str, arguments), str(self.threads)]

    def peers(
        self, work: str, names: Iterable[str], arguments: Callable[[Path], Iterable[object]]
    ) -> dict[str, Command]:
        """The commands of peers for a work, by their names; each gets the arguments for the folder of its output."""

        def command(name: str) -> Command:
            return lambda folder: self.peer(f"{work}_{name}.py", *arguments(folder))

        return {name: command(name) for name in names}

    def own(self, *arguments: object) -> list[str]:
        """The command that does a work in the library, to which the threads are given last."""
        return [str(self.bench), *map(str, arguments), str(self.threads)]

    def maker(self, script: str, folder: Path, *arguments: object, mark: str = "") -> Callable[[], None]:
        """What makes data in a folder, unless a mark tells that it was made before: one of the script's name."""

        def make() -> None:
            made = folder / f".{mark or Path(script).stem}"
            if made.exists():
                return
            folder.mkdir(parents=True, exist_ok=True)
            print(f"  making data by {script}", file=sys.stderr, flush=True)
            subprocess.run([sys.executable, HERE / "data" / script, *map(str, arguments)], check=True)
            made.touch()

        return make
