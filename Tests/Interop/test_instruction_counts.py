"""What is made of counted instructions: what fails, what is only told, and what is written down."""

import importlib.util
import sys

import pytest
from inlay_command import ROOT

INSTRUCTIONS = ROOT / "Benchmarks" / "instructions"
HERE = {"swift": "Swift version 6", "snappy": "1.2.2"}


@pytest.fixture(scope="module")
def counting():
    spec = importlib.util.spec_from_file_location("comparison", INSTRUCTIONS / "comparison.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def compare(counting, recorded, counted, there=HERE, **options):
    return counting.compare(counting.Record(there, recorded), counting.Record(HERE, counted), **options)


def test_a_regression_fails_and_is_named_with_its_size(counting):
    found = compare(counting, {"a": 1_000, "b": 1_000, "c": 1_000}, {"a": 1_051, "b": 1_050, "c": 1_200})
    assert found.fails
    assert counting.report(found).splitlines() == ["more instructions: c: +20.0%", "more instructions: a: +5.1%"]


def test_an_improvement_asks_for_a_new_record(counting):
    found = compare(counting, {"a": 1_000, "b": 1_000}, {"a": 949, "b": 950})
    assert not found.fails
    assert counting.report(found) == "fewer instructions: a: -5.1%; record anew with `make instructions-record`"


def test_what_is_as_recorded_says_nothing(counting):
    found = compare(counting, {"a": 1_000}, {"a": 1_000})
    assert not found.fails
    assert counting.report(found) == ""


def test_work_must_be_recorded_and_there(counting):
    found = compare(counting, {"a": 1_000}, {"b": 1_000})
    assert found.fails
    lines = counting.report(found).splitlines()
    assert [line.split(";")[0] for line in lines] == ["not recorded: b", "recorded, and not there: a"]
    assert not compare(counting, {"a": 1_000, "b": 1}, {"a": 1_000}, is_whole=False).fails


def test_other_tools_are_told_and_fail_nothing(counting):
    found = compare(counting, {"a": 1_000}, {"a": 2_000}, there={**HERE, "snappy": "1.1.8"})
    assert not found.fails
    text = counting.report(found)
    assert "more instructions: a: +100.0%" in text
    assert "snappy: 1.1.8 when recorded, 1.2.2 here" in text


def test_a_record_is_read_as_it_was_written(counting, tmp_path):
    record = counting.Record(HERE, {"b": 2, "a": 1})
    record.write(tmp_path / "thresholds.json")
    assert counting.Record.read(tmp_path / "thresholds.json") == record
    assert (tmp_path / "thresholds.json").read_text().index('"a"') < (tmp_path / "thresholds.json").read_text().index(
        '"b"'
    )


def test_the_record_in_the_repository_is_whole(counting):
    record = counting.Record.read(INSTRUCTIONS / "thresholds.json")
    assert record.environment.keys() >= {"machine", "swift", "snappy", "valgrind"}
    groups = {name.split()[0] for name in record.instructions}
    assert groups >= {"csv", "decode", "encode", "compress", "decompress", "pages", "gather", "join", "group", "job"}
    assert all(count > 0 for count in record.instructions.values())
