"""The script that keeps the list of what importing Inlay gives."""

import json
from types import ModuleType

import pytest
from inlay_command import ROOT

_source = ROOT / "Scripts" / "public-api"
# Not imported in the usual way, which would leave a compiled copy beside the script.
public_api = ModuleType("public_api")
public_api.__file__ = str(_source)
exec(compile(_source.read_text(), str(_source), "exec"), public_api.__dict__)


def test_lists_declarations_and_conformances(tmp_path):
    symbol = {
        "identifier": {"precise": "s:T"},
        "pathComponents": ["Table", "count()"],
        "declarationFragments": [{"spelling": "func count()"}, {"spelling": "  async\n throws -> Int"}],
    }
    relations = [
        {"kind": "conformsTo", "source": "s:T", "target": "s:s", "targetFallback": "Swift.Sendable"},
        {"kind": "memberOf", "source": "s:T", "target": "s:x"},
    ]
    graph = {"symbols": [symbol], "relationships": relations}
    (tmp_path / "Inlay.symbols.json").write_text(json.dumps(graph))
    assert public_api.lines_of(tmp_path) == [
        "Table.count()  func count() async throws -> Int",
        "Table.count(): Sendable",
    ]


@pytest.mark.parametrize(
    "before, now, versions, complaint",
    [
        (["a", "b"], ["a", "b"], ("1.0.0", "1.0.1"), None),
        (["a", "b"], ["a"], ("1.2.0", "1.3.0"), "is gone or has changed"),
        (["a", "b"], ["a"], ("1.2.0", "2.0.0"), None),
        (["a", "b"], ["a"], ("0.1.0", "0.1.1"), "is gone or has changed"),
        (["a", "b"], ["a"], ("0.1.0", "0.2.0"), None),
        (["a"], ["a", "b"], ("1.2.0", "1.2.1"), "has to rise"),
        (["a"], ["a", "b"], ("1.2.0", "1.3.0"), None),
    ],
)
def test_holds_a_release_against_the_one_before(before, now, versions, complaint):
    first, second = (public_api.version_in(f'number = "{version}"') for version in versions)
    found = public_api.complaints(before, now, first, second)
    assert complaint in found[0] if complaint else found == []
