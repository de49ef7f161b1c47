"""Documents of visual jobs in the form of the service's API, built node by node, with the files that they read."""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

LAKE = "s3://lake/"
WAREHOUSE = "s3://warehouse/"


@dataclass(frozen=True)
class Target:
    """A folder that a job writes, and what is known of its rows.

    Where rows have keys, rows of equal keys are compared, and floating point only nearly: sums depend on the order in
    which rows come. Columns may be in any order where the names of a file give it.
    """

    name: str
    form: str
    keys: tuple[str, ...] | None
    any_order: bool


@dataclass
class JobDocument:
    """A job under construction. Each function adds a node and returns its id."""

    folder: Path
    nodes: dict = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)

    def node(self, kind: str, *inputs: str, **members) -> str:
        name = f"node-{len(self.nodes) + 1}"
        taken = {"Inputs": list(inputs)} if inputs else {}
        self.nodes[name] = {kind: {"Name": f"{kind} {len(self.nodes) + 1}", **taken, **members}}
        return name

    def save(self) -> Path:
        path = self.folder / "job.json"
        path.write_text(json.dumps({"Name": "A job", "CodeGenConfigurationNodes": self.nodes}, indent=2))
        return path

    # Sources.

    def place(self, name: str) -> Path:
        path = self.folder / "lake" / f"{len(self.nodes)}-{name}"
        path.parent.mkdir(exist_ok=True)
        return path

    def parquet(self, table: pa.Table) -> str:
        path = self.place("rows.parquet")
        pq.write_table(table, path, row_group_size=64)
        return self.node("S3ParquetSource", Paths=[LAKE + path.name])

    def csv(self, rows: list[list[str]], separator: str = "comma", **members) -> str:
        path = self.place("rows.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            sign = {"comma": ",", "pipe": "|", "tab": "\t", "semicolon": ";"}[separator]
            csv.writer(file, delimiter=sign, lineterminator="\n").writerows(rows)
        settings = {"Separator": separator, "QuoteChar": "quote", "WithHeader": True, **members}
        return self.node("S3CsvSource", Paths=[LAKE + path.name], **settings)

    def json(self, text: str, **members) -> str:
        path = self.place("rows.json")
        path.write_text(text, encoding="utf-8")
        return self.node("S3JsonSource", Paths=[LAKE + path.name], **members)

    # Targets.

    def write(self, node: str, keys=None, any_order=False, form: str = "parquet", **members) -> None:
        name = f"{len(self.targets)}"
        path = f"{WAREHOUSE}{name}/"
        if form == "glueparquet":
            self.node("S3GlueParquetTarget", node, Path=path, **members)
        else:
            self.node("S3DirectTarget", node, Path=path, Format=form, **members)
        self.targets.append(Target(name, form, keys, any_order))

    # Transforms.

    def join(self, kind: str, first: str, second: str, *pairs: tuple[str, str]) -> str:
        columns = [
            {"From": node, "Keys": [[pair[side]] for pair in pairs]} for side, node in enumerate((first, second))
        ]
        return self.node("Join", first, second, JoinType=kind, Columns=columns)

    def select(self, node: str, *names: str) -> str:
        return self.node("SelectFields", node, Paths=[[name] for name in names])

    def map(self, node: str, *lines: tuple) -> str:
        """Adds an ApplyMapping of (path, new name, type) or (path, new name, [lines of the structure's fields])."""
        return self.node("ApplyMapping", node, Mapping=[mapping(*line) for line in lines])

    def aggregate(self, node: str, groups: list[str], *values: tuple[str, str]) -> str:
        """Adds an Aggregate of (function, column)."""
        found = [{"Column": [column], "AggFunc": function} for function, column in values]
        return self.node("Aggregate", node, Groups=[[name] for name in groups], Aggs=found)

    def filter(self, node: str, *conditions: dict, word: str = "AND") -> str:
        return self.node("Filter", node, LogicalOperator=word, Filters=list(conditions))

    def chosen(self, collection: str, index: int) -> str:
        return self.node("SelectFromCollection", collection, Index=index)

    def dynamic(self, node: str, function: str, **parameters) -> str:
        values = [
            {"Name": name, "Type": "str", "Value": value if isinstance(value, list) else [value]}
            for name, value in parameters.items()
        ]
        path = f"s3://aws-glue-studio-transforms/{function}.py"
        return self.node(
            "DynamicTransform", node, TransformName=function, FunctionName=function, Path=path, Parameters=values
        )


def mapping(path: str, name: str, kind: str | list) -> dict:
    line = {"FromPath": path.split("."), "ToKey": name}
    if isinstance(kind, list):
        return {**line, "FromType": "struct", "ToType": "struct", "Children": [mapping(*child) for child in kind]}
    return {**line, "FromType": "string", "ToType": kind}


def condition(operation: str, column: str, value: str | None = None, other: str | None = None, negated=False) -> dict:
    """A condition of a Filter on a column: against a constant, another column, or nothing."""
    values = [{"Type": "COLUMNEXTRACTED", "Value": column.split(".")}]
    if other is not None:
        values.append({"Type": "COLUMNEXTRACTED", "Value": other.split(".")})
    elif value is not None:
        values.append({"Type": "CONSTANT", "Value": [value]})
    return {"Operation": operation, "Negated": negated, "Values": values}
