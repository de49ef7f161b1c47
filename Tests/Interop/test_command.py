"""How the command behaves: exit codes, where its words go, and what it does to a target that is there already."""

import json

import jsonschema
import pytest
import written_folder
from inlay_command import ROOT, example_job

TRACKS = ROOT / "Examples" / "spotify" / "lake" / "staging" / "tracks.csv"
DONE, FAILED, USAGE = 0, 1, 64


def validate(report):
    form = json.loads((ROOT / "Schemas" / "run-report.schema.json").read_text())
    jsonschema.validate(report, form, cls=jsonschema.Draft202012Validator)


def test_a_job_is_quiet_on_standard_output(inlay, tmp_path):
    result = inlay.attempt("job", "run", *example_job(tmp_path / "out"))
    assert (result.returncode, result.stdout) == (DONE, "")
    assert result.stderr


def test_a_progress_line_is_for_terminals(inlay, tmp_path):
    result = inlay.attempt("job", "run", *example_job(tmp_path / "out"))
    assert "\r" not in result.stderr and "\x1b" not in result.stderr


def test_the_report_of_a_job_has_its_form(inlay, tmp_path):
    validate(inlay.report("job", "run", *example_job(tmp_path / "out")))


def test_the_report_of_a_conversion_has_its_form(inlay, tmp_path):
    validate(inlay.report("convert", TRACKS, "--to", tmp_path / "tracks.parquet"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["job", "run"],
        ["convert", TRACKS],
        ["head", TRACKS, "-n", "many"],
        ["convert", TRACKS, "--to", "/nowhere/x.parquet", "--mode", "perhaps"],
        ["count", TRACKS, "--no-such-option"],
    ],
    ids=lambda arguments: " ".join(str(each) for each in arguments[:2]),
)
def test_wrong_usage_ends_with_64(arguments, inlay):
    result = inlay.attempt(*arguments)
    assert (result.returncode, result.stdout) == (USAGE, "")
    assert result.stderr


@pytest.mark.parametrize("command", ["schema", "head", "cat", "count"])
def test_a_missing_file_is_named(command, inlay, tmp_path):
    result = inlay.attempt(command, tmp_path / "missing.csv")
    assert (result.returncode, result.stdout) == (FAILED, "")
    assert str(tmp_path / "missing.csv") in result.stderr


def test_a_location_without_a_path_shows_the_option(inlay):
    result = inlay.attempt("job", "run", "Examples/spotify/spotify-etl.json")
    assert result.returncode == FAILED
    assert "--map s3://inlay-example/" in result.stderr


def test_a_check_reads_no_data(inlay, tmp_path):
    result = inlay.attempt("job", "check", *example_job(tmp_path / "out"))
    assert result.returncode == DONE
    assert not (tmp_path / "out").exists()


def test_a_graph_is_shown_by_its_names(inlay):
    graph = inlay("job", "show", "Examples/spotify/spotify-etl.json")
    for name in "Artists", "Albums", "Tracks", "Join Artists & Albums", "Drop Both Ids", "Warehouse":
        assert name in graph


def test_a_target_with_files_is_left_alone(inlay, tmp_path):
    target = tmp_path / "out"
    inlay.run_example(target)
    before = {part.name: part.read_bytes() for part in written_folder.parts(target)}
    result = inlay.attempt("job", "run", *example_job(target))
    assert result.returncode == FAILED
    assert "--mode append" in result.stderr and "--mode overwrite" in result.stderr
    assert {part.name: part.read_bytes() for part in written_folder.parts(target)} == before


def test_append_adds_files_beside_those_of_before(inlay, tmp_path):
    target = tmp_path / "out"
    inlay.run_example(target)
    before = {part.name: part.read_bytes() for part in written_folder.parts(target)}
    inlay.run_example(target, "--mode", "append")
    after = {part.name: part.read_bytes() for part in written_folder.parts(target)}
    assert len(after) == 2 * len(before)
    assert before.items() < after.items()


def test_overwrite_replaces_the_run_of_before(inlay, tmp_path):
    target = tmp_path / "out"
    inlay.run_example(target, "--rows-per-file", 100)
    rows = written_folder.rows(target)
    inlay.run_example(target, "--mode", "overwrite")
    assert len(written_folder.parts(target)) == 1
    assert written_folder.rows(target).equals(rows)


def test_a_run_that_fails_leaves_the_run_of_before(inlay, tmp_path):
    target, lake = tmp_path / "out", tmp_path / "lake"
    inlay.run_example(target)
    before = {part.name: part.read_bytes() for part in written_folder.parts(target)}
    (lake / "staging").mkdir(parents=True)
    for path in TRACKS.parent.iterdir():
        (lake / "staging" / path.name).write_bytes(path.read_bytes())
    with (lake / "staging" / "albums.csv").open("a") as albums:
        albums.write("a row,of too few fields\n")
    maps = [*example_job(target), "--map", f"s3://inlay-example/staging/={lake / 'staging'}/"]
    result = inlay.attempt("job", "run", *maps, "--mode", "overwrite")
    assert result.returncode == FAILED
    assert "albums.csv" in result.stderr and "line 2455" in result.stderr
    assert {part.name: part.read_bytes() for part in written_folder.parts(target)} == before


def test_counts_rows(inlay):
    assert "2403" in inlay("count", TRACKS)


def test_heads_have_a_line_for_each_row(inlay):
    assert len(inlay("head", TRACKS, "-n", 3).splitlines()) >= 4


def test_cat_chooses_columns(inlay):
    header, *rows = inlay("cat", TRACKS, "--columns", "explicit,id").splitlines()
    assert header == "explicit,id"
    assert len(rows) == 2_403
