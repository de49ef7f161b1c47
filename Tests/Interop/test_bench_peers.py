"""The comparison with the peers at a tiny scale, so that it works on the day when someone wants to know."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from types import SimpleNamespace

import pytest
from inlay_command import ROOT

PEERS = ROOT / "Benchmarks" / "peers"
STAGING = ROOT / "Examples" / "spotify" / "lake" / "staging"
sys.path.append(str(PEERS))

import marked  # noqa: E402 It lies in the folder that was just added.
import readme  # noqa: E402
from agreement import Disagreement, same_lines  # noqa: E402
from contest import is_hopeless, rotated  # noqa: E402
from families import family  # noqa: E402
from measure import measure  # noqa: E402
from page import write_page  # noqa: E402
from profiles import group_table  # noqa: E402
from results import Occasion, Result, Tally, load, save  # noqa: E402
from sampling import between, samples  # noqa: E402
from shares_chart import draw  # noqa: E402
from stages import in_order, stage  # noqa: E402

MEASURED = Occasion("2026-11-20", "abc1234", 2)


def result(key: str, group: str, ours: list[float], theirs: list[float], memory_target: float | None) -> Result:
    tallies = {
        "inlay": Tally(ours, ours, [100 << 20] * len(ours), 90),
        "duckdb": Tally(theirs, theirs, [400 << 20] * len(theirs), 100),
        "polars": Tally([9.0], [9.0], [150 << 20], 95),
        "pyarrow": Tally(failure="out of memory"),
    }
    about = (key, group, f"title of {key}", "process", 0.25, memory_target)
    return Result(*about, "10 rows, hash 5", tallies, MEASURED, f"Note on {group}.")


@pytest.fixture
def results() -> list[Result]:
    return [
        result("seed", "seed job", [0.1, 0.2, 0.9], [1.0, 1.0, 2.0], 0.3),
        result("seed-40", "seed job, 40 times", [9.0, 9.0], [10.0, 10.0], 0.2),
        result("read-all", "reading", [1.0], [2.0], None),
    ]


def test_ratios_are_medians_to_the_fastest_peer(results):
    first, second, third = results
    assert (first.fastest, first.time_ratio, first.memory_ratio) == ("duckdb", 0.2, 0.25)
    assert first.least_memory_ratio == pytest.approx(100 / 150)
    assert first.reaches_time and first.reaches_memory
    # Here the slow peer is the fastest, and has more memory than ours needs.
    assert (second.fastest, second.reaches_time, second.reaches_memory) == ("polars", False, False)
    assert third.reaches_memory


def test_results_are_kept(results, tmp_path):
    kept = {each.key: each for each in results}
    save(kept, tmp_path / "results.json")
    assert load(tmp_path / "results.json") == kept


def test_page_and_chart_tell_each_row(results, tmp_path):
    limits = {"memory": 1e10, "compress": 1e9, "decompress": 2e9, "page_bytes": 5e7, "csv_bytes": 1e8}
    (tmp_path / "MISSED.md").write_text("## Why rows miss\n\nWhat was tried.\n")
    (tmp_path / "PROFILES.md").write_text("# Profiles\n")
    results[2].measured = Occasion("2026-11-21", "def5678", 4)
    write_page(results, {"processor": "of this machine"}, limits, tmp_path)
    page = (tmp_path / "RESULTS.md").read_text()
    for words in (
        "**1 of 3 rows reach",
        "| processor | of this machine |",
        "0.200 ✓ ≤ 0.25",
        "0.500 ✗ ≤ 0.25",
        "out of memory",
        "| 40 | 9.000 | 45.00 ✗ ≤ 42 |",
        "no larger than",
        "Measured on 2026-11-20, revision abc1234, 2 threads, but for these:\n- on 2026-11-21, revision def5678, 4 thr",
        "- title of seed: 10 rows, hash 5",
        "Time: whole process. Note on reading.",
        "| seed job, 40 times: title of seed-40 | polars | 1.000 ✗ ≤ 0.25 | 0.667 ✗ ≤ 0.2; 0.67 of the least |",
        "[PROFILES.md](PROFILES.md) shows",
        "## Why rows miss\n\nWhat was tried.",
        "| compress the pages | 50.0 | 1.00 | 0.050 |",
    ):
        assert words in page
    chart = ElementTree.parse(tmp_path / "results.svg").getroot()
    titles = [title.text for title in chart.iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == 5 and "title of seed: 0.200 of duckdb" in titles[0]


def test_readme_has_the_seed_job_and_counts_the_rows(results, tmp_path):
    page = tmp_path / "README.md"
    page.write_text("head\n<!-- seed job -->\n<!-- end of seed job -->\n")
    versions = {"Inlay": "0.1.0", "duckdb": "2.0.0", "polars": "2.1.0", "pyarrow": "26.0"}
    results[2].tallies["duckdb"] = Tally([0.5], [0.5], [1])
    readme.write(page, results, versions)
    words = page.read_text()
    assert "| Inlay 0.1.0 | 0.200 s | 0.200 s | 100 MiB | 0.0 MB |" in words
    assert "| pyarrow 26.0 | out of memory |" in words
    assert (
        "Of all 3 rows Inlay reaches its targets in 1. A peer is faster in 1, by up to 2.0 times: reading 1." in words
    )


def test_who_prints_other_sums_is_found():
    said = {"inlay": ["10", "0.1", "a"], "duckdb": ["10", "0.10000000000000001", "a"]}
    assert same_lines(said, {}) == "printed 10, 0.1, a"
    with pytest.raises(Disagreement, match="polars"):
        same_lines({**said, "polars": ["10", "0.2", "a"]}, {})


@pytest.mark.parametrize("other", ["5000967012197", "a", "", "null"])
def test_integers_must_be_the_same(other):
    with pytest.raises(Disagreement, match="duckdb"):
        same_lines({"inlay": ["5000967012196"], "duckdb": [other]}, {})


def test_another_contestant_is_first_in_each_round():
    assert [rotated(["a", "b", "c"], by)[0] for by in range(4)] == ["a", "b", "c", "a"]


def test_only_slow_peers_far_from_the_fastest_run_less_often():
    def asks(runs: list[float], best: float) -> bool:
        return not is_hopeless("polars", {"inlay": Tally([90.0]), "duckdb": Tally([best]), "polars": Tally(runs)})

    assert asks([4.9, 4.9], best=0.1)
    assert asks([8.0], best=6.0) and not asks([8.0, 8.0], best=6.0) and not asks([10.0], best=6.0)
    assert not asks([26.0], best=20.0) and asks([24.0], best=20.0)
    assert not is_hopeless("inlay", {"inlay": Tally([90.0]), "duckdb": Tally([1.0])})
    assert is_hopeless("duckdb", {"inlay": Tally([1.0]), "duckdb": Tally(failure="out of memory")})


def test_ends_what_takes_too_much_memory(tmp_path):
    greedy = "import time; data = b'x' * (1 << 29); time.sleep(60)"
    assert measure([sys.executable, "-c", greedy], tmp_path / "log", memory_limit=1 << 27).failure == "out of memory"


def test_scaled_inputs_have_ids_of_their_own(tmp_path):
    command = [sys.executable, PEERS / "data" / "scaled.py", "3", tmp_path, STAGING / "artists.csv"]
    subprocess.run(command, check=True)
    lines = (tmp_path / "artists.csv").read_bytes().splitlines(keepends=True)
    original = (STAGING / "artists.csv").read_bytes().splitlines(keepends=True)
    count = len(original) - 1
    assert lines[: count + 1] == original and len(lines) == 3 * count + 1
    ids = {line.split(b",")[0] for line in lines[1:]}
    assert len(ids) == 3 * len({line.split(b",")[0] for line in original[1:]})


def test_seed_job_runs_alternately_with_peers(inlay, tmp_path):
    inputs = [f"--{name}={STAGING / name}.csv" for name in ("albums", "artists", "tracks")]
    places = ["--inlay", inlay.binary, "--work", tmp_path, "--rounds", "2", "--quick"]
    command = [sys.executable, PEERS / "bench.py", *inputs, *places, "--rows", "seed", "seed-2", "convert-albums"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    work = tmp_path / "quick"
    found = load(work / "results.json")
    rows = [int(found[key].agreement.split()[0]) for key in ("seed", "seed-2")]
    assert rows[1] == 2 * rows[0] > 0
    assert all(not tally.failure and len(tally.seconds) >= 1 for tally in found["seed"].tallies.values())
    assert "**albums.csv**" in (work / "RESULTS.md").read_text()


PARAGRAPHS = (
    " 7.001000:  cpu-clock: \n\t10 __memmove_avx\n\t20 ByteValues.appendEntry(_:_:_:)\n\t30 Table.write(to:_:)\n\n"
    " 7.002000:  cpu-clock: \n\tff clear_page_erms\n\tff asm_exc_page_fault\n\t20 inlay_csv_views\n\n"
    " 7.003000:  cpu-clock: \n\t10 main\n\t30 Table.write(to:_:)\n\n"
    " 7.004000:  cpu-clock: \n\t10 somewhere else\n"
)


def test_samples_belong_to_the_innermost_stage_that_is_known():
    found = [stage(each.frames) for each in samples(PARAGRAPHS)]
    assert found == ["pages: dictionaries of the probe side", "kernel: new memory", "other", "other"]


def test_samples_count_from_the_begin_to_the_end_of_a_work():
    found = between(samples(PARAGRAPHS), re.compile(r"^Table\.write"))
    assert [each.seconds for each in found] == [7.001, 7.002, 7.003]
    assert between(found, re.compile("nowhere")) == []


def test_families_depend_on_the_work():
    stack = ["RawSpan.hasSameBytes(as:)", "somewhere"]
    assert [family(work, stack) for work in ("join", "group", "read")] == ["probes", "keys", "other"]
    assert family("read", ["__memmove_avx", "[unknown]"]) == "copies by libsnappy"
    assert family("seed", ["crc32_fold"]) == "pages: checksums"


def test_profiles_tell_the_largest_shares_of_each_row():
    rows = [SimpleNamespace(title="first"), SimpleNamespace(title="second")]
    counts = [Counter({"keys": 6, "kernel: new memory": 1, "other": 1}), Counter({"keys": 1, "sums": 3})]
    assert group_table([(rows[0], counts[0], 0.25), (rows[1], counts[1], 1.5)]).splitlines() == [
        "| row | processor time, ms | keys | sums | kernel: new memory | all else |",
        "| --- | --- | --- | --- | --- | --- |",
        "| first | 250 | 75% | 0% | 12% | 12% |",
        "| second | 1,500 | 25% | 75% | 0% | 0% |",
    ]


def test_time_shares_stand_in_the_way_of_the_data():
    shares = in_order({"other": 0.1, "kernel: writing": 0.2, "pages: Snappy": 0.3, "start": 0.1})
    assert [name for name, _ in shares] == ["start", "pages: Snappy", "kernel: writing", "other"]
    ElementTree.fromstring(draw(shares))


def test_found_words_stand_between_their_marks(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("head\n<!-- time shares -->\nold\n<!-- end of time shares -->\ntail\n")
    marked.replace(page, "time shares", "new")
    assert page.read_text() == "head\n<!-- time shares -->\nnew\n<!-- end of time shares -->\ntail\n"
    page.write_text("nothing")
    with pytest.raises(SystemExit, match="no place"):
        marked.replace(page, "time shares", "new")
