"""The blocks of code in the documentation, and a program of Swift that runs them.

What readers need not see is said in comments before a block: `<!-- prelude: code -->` comes before it, `<!-- fresh -->`
begins anew with nothing declared, `<!-- not run: reason -->` passes a block over, and `<!-- found in PATH: reason -->`
says where its lines are tested.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from inlay_command import ROOT

CATALOGUE = ROOT / "Sources" / "Inlay" / "Inlay.docc"
LANGUAGES = {"swift", "sh", "text"}
_BLOCK = re.compile(
    r"(?P<remarks>(?:^<!--(?:(?!-->).)*-->\n\s*)*)^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE
)
_REMARK = re.compile(r"<!--\s*(fresh|prelude|not run|found in)\b:?\s*(.*?)\s*-->", re.DOTALL)
_DECLARATION = re.compile(r"(?:@\w+ )*(?:final )?(?:struct|class|enum|actor) ")


@dataclass(frozen=True)
class Block:
    document: Path
    line: int
    language: str
    code: str
    remarks: dict[str, str]

    @property
    def is_run(self) -> bool:
        return not self.remarks.keys() & {"not run", "found in"}

    @property
    def place(self) -> str:
        return f"{self.document.relative_to(ROOT)}:{self.line}"


@dataclass
class Scope:
    """Blocks of Swift of one document that see what those before them declared."""

    name: str
    imports: set[str] = field(default_factory=set)
    types: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)

    def add(self, block: Block):
        for origin, text in ((None, block.remarks.get("prelude", "")), (block, block.code)):
            self._add(origin, text)

    def _add(self, block: Block | None, text: str):
        """Takes imports to the top and types out of the function: macros have no place in it."""
        lines = text.splitlines()
        start = position = 0
        while position < len(lines):
            end = _end_of_declaration(lines, position)
            match = re.fullmatch(r"import (\w+)", lines[position])
            if not match and end == position:
                position += 1
                continue
            self.statements += _located(block, lines, start, position)
            if match:
                self.imports.add(match[1])
            else:
                self.types += _located(block, lines, position, end)
            start = position = max(end, position + 1)
        self.statements += _located(block, lines, start, position)

    def source(self) -> str:
        imports = "".join(f"import {name}\n" for name in sorted(self.imports | {"Inlay"}))
        types = "\n".join(self.types)
        return f"{imports}\nenum {self.name} {{\n{types}\nstatic func run() async throws {{\n" + (
            "\n".join(self.statements) + "\n}\n}\n"
        )


def _end_of_declaration(lines: list[str], position: int) -> int:
    """The end of the type that is declared there, or the position itself when there is none."""
    start = position
    while start < len(lines) and lines[start].startswith("@") and not _DECLARATION.match(lines[start]):
        start += 1
    if start == len(lines) or not _DECLARATION.match(lines[start]):
        return position
    if lines[start].endswith("}"):
        return start + 1
    return lines.index("}", start) + 1


def _located(block: Block | None, lines: list[str], start: int, end: int) -> list[str]:
    """The lines, after the word to the compiler where they come from."""
    if block is None or start == end:
        return lines[start:end]
    place = f'#sourceLocation(file: "{block.document}", line: {block.line + 1 + start})'
    return [place, *lines[start:end], "#sourceLocation()"]


def documents() -> list[Path]:
    pages = [ROOT / "README.md", ROOT / "docs" / "COMMAND.md", *sorted(CATALOGUE.rglob("*.md"))]
    sources = [path for path in sorted((ROOT / "Sources").rglob("*.swift")) if "/// ```" in path.read_text()]
    return pages + sources


def blocks(document: Path) -> list[Block]:
    text = document.read_text()
    if document.suffix == ".swift":
        # Comments of the source; what is no comment is an empty line here, so that lines keep their numbers.
        text = "".join(re.sub(r"^\s*/// ?|^(?!\s*///).*", "", line) + "\n" for line in text.splitlines())
    found = []
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start("language")) + 1
        remarks = dict(_REMARK.findall(match["remarks"]))
        found.append(Block(document, line, match["language"], match["code"], remarks))
    return found


def programs() -> list[Path]:
    """The programs that the tutorial shows, each of them whole."""
    return sorted((CATALOGUE / "Resources").glob("*.swift"))


def name_of(document: Path) -> str:
    return re.sub(r"\W", "_", document.relative_to(ROOT).with_suffix("").as_posix())


def scopes(document: Path) -> list[Scope]:
    """What of a document is Swift: one program, or another one from each `fresh` on."""
    if document.suffix == ".swift" and document.parent.name == "Resources":
        whole = Scope(name_of(document))
        whole.add(Block(document, 0, "swift", document.read_text(), {}))
        return [whole]
    found: list[Scope] = []
    for block in blocks(document):
        if block.language != "swift" or not block.is_run:
            continue
        if not found or "fresh" in block.remarks:
            found.append(Scope(f"{name_of(document)}_{len(found)}"))
        found[-1].add(block)
    return found


MANIFEST = """\
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Documents",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "inlay", path: "ROOT")],
  targets: [.executableTarget(name: "Documents", dependencies: [.product(name: "Inlay", package: "inlay")])]
)
"""


MAIN = """\
import Foundation

do {
  switch CommandLine.arguments.last ?? "" {
  CASES
  default: fatalError("there is no such document")
  }
} catch {
  FileHandle.standardError.write(Data("\\(error)\\n".utf8))
  exit(1)
}
"""


def write_package(folder: Path):
    """Writes a package whose program runs the scope that it is given by name."""
    every = [scope for document in documents() + programs() for scope in scopes(document)]
    sources = {f"{scope.name}.swift": scope.source() for scope in every}
    cases = "".join(f'  case "{scope.name}": try await {scope.name}.run()\n' for scope in every)
    sources["main.swift"] = MAIN.replace("CASES", cases.strip())
    target = folder / "Sources" / "Documents"
    target.mkdir(parents=True, exist_ok=True)
    _write(folder / "Package.swift", MANIFEST.replace("ROOT", str(ROOT)))
    for path in target.iterdir():
        if path.name not in sources:
            path.unlink()
    for name, text in sources.items():
        _write(target / name, text)


def _write(path: Path, text: str):
    """Leaves a file alone that says so already: nothing is compiled again for it."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
