"""Holds what Inlay's expressions are tested against in Swift against Spark itself: the fixtures, and the document."""

import re

import pytest
import semantics
import semantics_cases
from inlay_command import ROOT

EXAMPLES = re.findall(r"^\| `(.*)` \| `(.*)` \|$", (ROOT / "docs" / "SEMANTICS.md").read_text(), re.MULTILINE)


# A frame costs Spark a second or two: of long fixtures some are asked for here, all when they are made.
STEPS = {"casts": 4, "comparisons": 5, "arithmetic": 7, "logic": 1, "functions": 4, "nested": 1}


@pytest.mark.parametrize("name", STEPS)
def test_fixtures_are_what_spark_gives(name):
    text = (semantics.FIXTURES / f"{name}.tsv").read_text()
    expected = re.split(r"(?m)^(?=columns\t)", text)[1:]
    frames = semantics_cases.frames()[name]
    assert len(expected) == len(frames)
    for frame, lines in list(zip(frames, expected, strict=True))[:: STEPS[name]]:
        assert semantics.evaluate(frame) == lines


def test_types_are_those_that_spark_gives():
    lines = (semantics.FIXTURES / "types.tsv").read_text().splitlines()
    cases = semantics_cases.types()
    assert len(lines) == len(cases)
    # Each costs Spark an analysis: a part of them is asked for here, all when the fixtures are made.
    for line, (columns, expression) in list(zip(lines, cases, strict=True))[::9]:
        assert line.split("\t") == [*columns, expression, semantics.type_of(columns, expression)]


def test_examples_of_the_document_are_what_spark_gives():
    assert len(EXAMPLES) > 100
    selected = [f"cast(({expression}) AS string) AS r{number}" for number, (expression, _) in enumerate(EXAMPLES)]
    row = semantics.session().sql("SELECT " + ", ".join(selected)).collect()[0]
    found = [(expression, row[number] or ("NULL" if row[number] is None else ""))
             for number, (expression, _) in enumerate(EXAMPLES)]  # fmt: skip
    assert found == EXAMPLES
