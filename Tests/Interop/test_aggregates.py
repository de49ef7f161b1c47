"""What Spark computes of groups, on which the Swift tests of aggregates stand, is what Spark computes today."""

import importlib.util
import json
import math

from inlay_command import ROOT
from peers import spark

SCRIPT = ROOT / "Tests" / "InlayEngineTests" / "Aggregation" / "Fixtures" / "aggregates.py"


def load_script():
    spec = importlib.util.spec_from_file_location("aggregates", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_same(one, other) -> bool:
    """Doubles may differ by how Spark cut the rows; all else is equal."""
    if one == other or one[0] != other[0] or None in (one[1], other[1]) or one[0] != "double":
        return one == other
    return math.isclose(float(one[1]), float(other[1]), rel_tol=1e-12)


def test_fixtures_are_what_spark_computes():
    script = load_script()
    made = script.make(spark.session())
    known = json.loads(script.FILE.read_text(encoding="utf-8"))
    assert made["refused"] == known["refused"] == [list(pair) for pair in script.REFUSED]
    assert len(made["cases"]) == len(known["cases"])
    for new, old in zip(made["cases"], known["cases"], strict=True):
        assert (new["type"], new["values"]) == (old["type"], old["values"])
        assert new["results"].keys() == old["results"].keys()
        for function, result in new["results"].items():
            assert is_same(result, old["results"][function]), (new["type"], new["values"], function, result)
