"""Random plans over random tables, made twice: as the document of a visual job, and as tables that DuckDB computes.

    python random_plans.py INLAY --seconds 3600 [--seed 1]

makes one plan after the other and stops at the first that Inlay gives other rows for; its folder stays.
"""

import argparse
import random
import shutil
import tempfile
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import edges
import pyarrow as pa
import pyarrow.parquet as pq
from inlay_command import Inlay
from job_documents import LAKE, WAREHOUSE, JobDocument, condition
from peers import duck
from random_tables import SEED, WORDS
from same_rows import assert_same_rows

MOST_ROWS = 60_000
BUDGET = "16MiB"
"""The least that a run takes."""

TYPES = {
    "word": pa.string(), "text": pa.string(), "long_text": pa.string(), "digit": pa.int64(), "small": pa.int32(),
    "long": pa.int64(), "quarter": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
    "decimal": pa.decimal128(12, 3),
}  # fmt: skip
SUMMED = ("digit", "small", "quarter")
KEYS = ("word", "text", "long_text", "digit", "quarter", "date", "decimal")
EDGE_TEXTS = [text for text in edges.TEXTS if "\0" not in text]
JOINS = {"equijoin": "INNER", "left": "LEFT", "right": "RIGHT", "outer": "FULL", "leftsemi": "SEMI", "leftanti": "ANTI"}
COMPARISONS = {"EQ": "=", "LT": "<", "GT": ">", "LTE": "<=", "GTE": ">="}


def value(kind: str, rng: random.Random):
    """Draws a value from a range so small that tables have values in common."""
    match kind:
        case "word":
            return rng.choice(WORDS) if rng.random() < 0.3 else rng.choice(["red", "green"]) + str(rng.randint(0, 40))
        case "text":
            return rng.choice(EDGE_TEXTS) if rng.random() < 0.5 else str(rng.random())
        case "long_text":
            return f"{rng.randint(0, 20_000):x} " * rng.choice([1, 3, 300])
        case "digit":
            return rng.randint(0, 9) if rng.random() < 0.5 else rng.randint(0, 2_000)
        case "small":
            return rng.randint(-9, 9)
        case "long":
            return rng.choice([-(2**63), 2**63 - 1, 0, rng.randint(-(2**63), 2**63 - 1)])
        case "quarter":
            # Sums of quarters do not depend on their order.
            return rng.choice([float("nan"), float("inf"), 0.0, *[rng.randint(-400, 400) / 4] * 20])
        case "boolean":
            return rng.random() < 0.5
        case "date":
            return rng.choice([-719_162, 2_932_896, rng.randint(0, 300)])
        case "decimal":
            return Decimal(rng.choice([10**11, -(10**11), rng.randint(-50, 50)])).scaleb(-3)


def column(kind: str, rows: int, rng: random.Random) -> pa.Array:
    """Makes values with nulls, and in some columns one value or null that most rows share."""
    common, share = rng.choice([None, value(kind, rng)]), rng.choice([0, 0, 0.3, 0.95])
    values = [common if rng.random() < share else value(kind, rng) for _ in range(rows)]
    return pa.array([None if rng.random() < 0.1 else each for each in values], TYPES[kind])


def literal(kind: str, text: str) -> str:
    quoted = "'" + text.replace("'", "''") + "'"
    casts = {"digit": "BIGINT", "small": "INTEGER", "long": "BIGINT", "quarter": "DOUBLE", "decimal": "DECIMAL(12,3)"}
    return f"CAST({quoted} AS {casts[kind]})" if kind in casts else quoted


def name_of(column_name: str) -> str:
    return '"' + column_name.replace('"', '""') + '"'


@dataclass
class Frame:
    """What a node gives: its rows are the table of its name in DuckDB."""

    node: str
    kinds: dict[str, str]

    def columns(self, kinds) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind in kinds]


class Plan:
    """A plan under construction, from a seed."""

    def __init__(self, seed: str, folder: Path):
        self.rng = random.Random(SEED + seed)
        self.job = JobDocument(folder)
        self.duck = duck.connect()
        self.made = 0
        frame = self.source()
        for _ in range(self.rng.randint(1, 6)):
            frame = self.step(frame)
        self.job.write(frame.node)
        self.expected = self.duck.sql(f"FROM {self.table(frame)}").to_arrow_table()

    @staticmethod
    def table(frame: Frame) -> str:
        return name_of(frame.node)

    def source(self, kinds: list[str] | None = None) -> Frame:
        rng = self.rng
        rows = rng.choice([0, 1, 30, 300, 3_000, 3_000, 20_000, 20_000, 20_000])
        kinds = (kinds or []) + [rng.choice(list(TYPES)) for _ in range(rng.randint(1, 4))]
        names = {}
        for kind in kinds:
            names[f"{kind} {self.made}"] = kind
            self.made += 1
        made = pa.table([column(kind, rows, rng) for kind in names.values()], names=list(names))
        path = self.job.place("rows.parquet")
        pq.write_table(made, path, row_group_size=rng.choice([64, 5_000, 1_000_000]))
        node = self.job.node("S3ParquetSource", Paths=[LAKE + path.name])
        self.duck.register("made", made)
        self.duck.execute(f"CREATE TABLE {name_of(node)} AS FROM made")
        return Frame(node, names)

    def step(self, frame: Frame) -> Frame:
        steps = [
            self.filter,
            self.join,
            self.join,
            self.join,
            self.join,
            self.aggregate,
            self.distinct,
            self.drop,
            self.rename,
        ]
        return self.rng.choice([*steps, self.union])(frame)

    def compute(self, node: str, query: str, kinds: dict[str, str]) -> Frame:
        self.duck.execute(f"CREATE TABLE {name_of(node)} AS {query}")
        return Frame(node, kinds)

    def condition(self, frame: Frame) -> tuple[dict, str]:
        """A condition on a column, and what it is in SQL."""
        rng = self.rng
        name, kind = rng.choice(list(frame.kinds.items()))
        negated = rng.random() < 0.3
        if rng.random() < 0.2 or kind in ("boolean", "date"):
            made, test = condition("ISNULL", name, negated=negated), f"{name_of(name)} IS NULL"
        else:
            word, sign = rng.choice(list(COMPARISONS.items()))
            # Quotes and what stands for a parameter mean something in a document.
            text = str(value(kind, rng)) if kind not in ("word", "text") else rng.choice(["a", "green1", "5", "red3"])
            made, test = condition(word, name, text, negated=negated), f"{name_of(name)} {sign} {literal(kind, text)}"
        return made, f"NOT ({test})" if negated else f"({test})"

    def filter(self, frame: Frame) -> Frame:
        found = [self.condition(frame) for _ in range(self.rng.randint(1, 3))]
        word = self.rng.choice(["AND", "OR", "OR"])
        node = self.job.filter(frame.node, *[made for made, _ in found], word=word)
        where = f" {word} ".join(test for _, test in found)
        return self.compute(node, f"FROM {self.table(frame)} WHERE {where}", frame.kinds)

    def join(self, frame: Frame) -> Frame:
        keys = frame.columns(KEYS)
        if not keys:
            return self.filter(frame)
        chosen = self.rng.sample(keys, self.rng.randint(1, min(2, len(keys))))
        other = self.source([frame.kinds[key] for key in chosen])
        pairs = list(zip(chosen, other.kinds, strict=False))
        if self.rng.random() < 0.4:
            frame, other, pairs = other, frame, [(second, first) for first, second in pairs]
        kind = self.rng.choice(list(JOINS))
        tests = " AND ".join(f"one.{name_of(first)} = two.{name_of(second)}" for first, second in pairs)
        query = f"FROM {self.table(frame)} one {JOINS[kind]} JOIN {self.table(other)} two ON {tests}"
        ((rows,),) = self.duck.sql(f"SELECT count(*) {query}").fetchall()
        if rows > MOST_ROWS:
            return frame
        node = self.job.join(kind, frame.node, other.node, *pairs)
        is_half = kind in ("leftsemi", "leftanti")
        kinds = frame.kinds if is_half else {**frame.kinds, **other.kinds}
        return self.compute(node, f"SELECT {'one.*' if is_half else 'one.*, two.*'} {query}", kinds)

    def aggregate(self, frame: Frame) -> Frame:
        rng = self.rng
        groups = rng.sample(list(frame.kinds), min(rng.choice([0, 1, 1, 2, 2, 2]), len(frame.kinds)))
        values: dict[str, tuple[str, str, str, str]] = {}
        for _ in range(rng.randint(1, 3)):
            name, kind = rng.choice(list(frame.kinds.items()))
            functions = ["count", "countDistinct", "min", "max"] + (["sum", "avg"] if kind in SUMMED else [])
            function = rng.choice(functions)
            made, sql, result = self.aggregated(function, name, kind)
            values[made] = (function, name, sql, result)
        node = self.job.aggregate(frame.node, groups, *[(each[0], each[1]) for each in values.values()])
        selected = [name_of(name) for name in groups] + [
            f"{each[2]} AS {name_of(made)}" for made, each in values.items()
        ]
        grouped = f" GROUP BY {', '.join(name_of(name) for name in groups)}" if groups else ""
        kinds = {name: frame.kinds[name] for name in groups} | {made: each[3] for made, each in values.items()}
        made = self.compute(node, f"SELECT {', '.join(selected)} FROM {self.table(frame)}{grouped}", kinds)
        # Names with brackets are for those who like them.
        for number, name in enumerate(values):
            made = self.renamed(made, name, f"value {self.made} {number}")
        self.made += 1
        return made

    @staticmethod
    def aggregated(function: str, name: str, kind: str) -> tuple[str, str, str]:
        """The name of a value of a group, how DuckDB computes it, and its kind."""
        column_name = name_of(name)
        match function:
            case "count":
                return f"count({name})", f"count({column_name})", "long"
            case "countDistinct":
                return f"count(DISTINCT {name})", f"count(DISTINCT {column_name})", "long"
            case "sum":
                as_type = "DOUBLE" if kind == "quarter" else "BIGINT"
                return (
                    f"sum({name})",
                    f"CAST(sum({column_name}) AS {as_type})",
                    "quarter" if kind == "quarter" else "long",
                )
            case "avg":
                # Not a kind that is summed or a key: it has more digits.
                return f"avg({name})", f"avg({column_name})", "average"
        return f"{function}({name})", f"{function}({column_name})", kind

    def distinct(self, frame: Frame) -> Frame:
        node = self.job.node("DropDuplicates", frame.node)
        return self.compute(node, f"SELECT DISTINCT * FROM {self.table(frame)}", frame.kinds)

    def drop(self, frame: Frame) -> Frame:
        names = self.rng.sample(list(frame.kinds), self.rng.randint(0, len(frame.kinds) - 1))
        if not names:
            return frame
        kept = {name: kind for name, kind in frame.kinds.items() if name not in names}
        node = self.job.node("DropFields", frame.node, Paths=[[name] for name in names])
        return self.compute(node, f"SELECT {', '.join(map(name_of, kept))} FROM {self.table(frame)}", kept)

    def rename(self, frame: Frame) -> Frame:
        self.made += 1
        return self.renamed(frame, self.rng.choice(list(frame.kinds)), f"renamed {self.made}")

    def renamed(self, frame: Frame, old: str, new: str) -> Frame:
        node = self.job.node("RenameField", frame.node, SourcePath=[old], TargetPath=[new])
        kinds = {new if name == old else name: kind for name, kind in frame.kinds.items()}
        query = f"SELECT * RENAME ({name_of(old)} AS {name_of(new)}) FROM {self.table(frame)}"
        return self.compute(node, query, kinds)

    def union(self, frame: Frame) -> Frame:
        other, word = self.filter(frame), self.rng.choice(["ALL", "DISTINCT"])
        node = self.job.node("Union", frame.node, other.node, UnionType=word)
        operation = "UNION ALL" if word == "ALL" else "UNION"
        query = f"FROM {self.table(frame)} {operation} FROM {self.table(other)}"
        return self.compute(node, query, frame.kinds)


def check(seed: str, inlay: Inlay, folder: Path) -> None:
    """Makes the plan of a seed in an empty folder, and lets Inlay run it with and without room."""
    plan = Plan(seed, folder)
    document = plan.job.save()
    for number, memory in enumerate([None, BUDGET]):
        target = folder / f"warehouse-{number}"
        places = ["--map", f"{LAKE}={folder}/lake/", "--map", f"{WAREHOUSE}={target}/"]
        budget = ["--memory", memory, "--spill", folder] if memory else []
        inlay("job", "run", document, *places, *budget)
        try:
            assert_same_rows(pq.read_table(target / "0"), plan.expected)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, memory {memory}: {error}") from error


def check_all(inlay: Inlay, seconds: float, first: int = 0) -> int:
    """Checks one plan after the other for some time; returns how many there were."""
    end = time.monotonic() + seconds
    number = first
    while time.monotonic() < end:
        folder = Path(tempfile.mkdtemp(prefix="inlay-plan-"))
        check(str(number), inlay, folder)
        shutil.rmtree(folder)
        number += 1
    return number - first


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inlay", type=Path)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    print(check_all(Inlay(arguments.inlay.resolve()), arguments.seconds, arguments.seed), "plans")
