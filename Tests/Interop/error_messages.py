"""What Inlay says when it refuses something, as its sources have it, and what its tests expect to be said.

A message is any sentence of the sources that is not help, a drawing, a script or a word about what a step does.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from inlay_command import ROOT
from swift_literals import literals

# What is said there is no refusal.
OTHER_TEXTS = re.compile(
    r"/Export/|/Display/|/ServiceModel/|InlayCLI/Terminal|/PlanWords|/Memory\+Machine|\+Description"
)
# Ends of what stands before a literal that is help, or that only a mistake within Inlay shows.
OTHER_USES = re.compile(
    r"(\b(help|abstract|discussion|title|message|usage|valueName): ?|ArgumentHelp\( ?"
    r"|\b(precondition|assert)\([^\"]*, |\b(preconditionFailure|assertionFailure|fatalError)\( ?)$"
)
OTHER_DECLARATIONS = {"summary", "description", "controlGroupFiles", "outline", "note"}
DECLARATION = re.compile(r"^ *(?:[a-z@]+(?:\(set\))? )*(?:func|var) `?(\w+)[^\n]*", re.MULTILINE)
WORD = re.compile(r"[A-Za-z']{2,}")
# What a test may leave out of a message: it must quote this many characters that no other message has.
SHORTEST_QUOTE = 16


@dataclass(frozen=True)
class Message:
    """A message's fixed text, between the values that are known when it is shown."""

    pieces: tuple[str, ...]
    file: str

    @property
    def text(self) -> str:
        return "◊".join(self.pieces)

    @property
    def parts(self) -> list[str]:
        return [part for piece in self.pieces if (part := plain(piece))]


def plain(text: str) -> str:
    """A text as it is compared: on one line, and however it is cased, as findings begin with a capital letter."""
    return re.sub(r"\s+", " ", text).strip().casefold()


def messages() -> dict[str, Message]:
    """The messages of the sources, by their text."""
    found = {}
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        file = str(path.relative_to(ROOT))
        if OTHER_TEXTS.search(file):
            continue
        source = path.read_text()
        for literal in literals(source):
            message = Message(tuple(re.sub(r"\s+", " ", piece) for piece in literal.pieces), file)
            if is_sentence(message) and is_message(source, literal.start):
                found.setdefault(message.text, message)
    return found


def is_sentence(message: Message) -> bool:
    return len(WORD.findall(message.text)) >= 3 and message.text.count(" ") >= 2


def is_message(source: str, start: int) -> bool:
    before = source[:start]
    if OTHER_USES.search(re.sub(r"\s+", " ", before[-200:])):
        return False
    declarations = DECLARATION.findall(before)
    return not declarations or declarations[-1] not in OTHER_DECLARATIONS


def expectations() -> set[str]:
    """The texts within the code of the tests, and those that their outputs are compared with; comments are none."""
    texts = set()
    for path in sorted((ROOT / "Tests").rglob("*")):
        if path.suffix == ".swift":
            texts |= {plain("◊".join(literal.pieces)) for literal in literals(path.read_text())}
        elif path.suffix == ".py":
            texts |= {plain(text) for text in python_texts(ast.parse(path.read_text()))}
        elif path.suffix in {".expected", ".txt"}:
            texts |= {plain(line) for line in path.read_text().splitlines()}
    return texts


def python_texts(tree: ast.AST) -> Iterator[str]:
    nodes = list(ast.walk(tree))
    # A text that is a statement is a comment.
    comments = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in comments:
            yield node.value


def unexpected(known: dict[str, Message], texts: set[str]) -> set[str]:
    """Returns the messages that no text of the tests has in full, or a part of that no other message has."""
    everything = "\n".join(texts)
    quotes = {text for text in texts if len(text) >= SHORTEST_QUOTE and " " in text}
    owners = owners_of(quotes, known)
    left = set()
    for name, message in known.items():
        longest = max(message.parts, key=len)
        in_full = re.compile(".*".join(re.escape(part) for part in message.parts))
        if not (longest in everything and in_full.search(everything)) and name not in owners:
            left.add(name)
    return left


def owners_of(quotes: set[str], known: dict[str, Message]) -> set[str]:
    """The messages of which a quote is a part, where it is of one only."""
    found = set()
    sayings = [("\n".join(message.parts), name) for name, message in known.items()]
    for quote in quotes:
        owners = [name for saying, name in sayings if quote in saying]
        if len(owners) == 1:
            found.add(owners[0])
    return found
