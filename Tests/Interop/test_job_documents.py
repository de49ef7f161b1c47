"""Job documents held against the service's own model: botocore's copy of it, and its validator."""

import json
import random

import botocore.session
import pytest
from botocore.validate import ParamValidator

SEEDS = range(4)
LETTERS = "abcdefghij"


@pytest.fixture(scope="module")
def service():
    return botocore.session.Session().get_service_model("glue")


def word(rng: random.Random) -> str:
    return "".join(rng.choices(LETTERS, k=rng.randint(1, 6)))


def value(shape, rng: random.Random, depth: int = 0):
    """Returns a random value that a shape of the model allows."""
    limits = shape.metadata
    match shape.type_name:
        case "structure":
            return {
                name: value(member, rng, depth + 1)
                for name, member in shape.members.items()
                if name in shape.required_members or (depth < 4 and rng.random() < 0.5)
            }
        case "list":
            least = limits.get("min", 0)
            count = least if depth > 5 else min(least + rng.randint(0, 2), limits.get("max", 100))
            return [value(shape.member, rng, depth + 1) for _ in range(count)]
        case "map":
            return {value(shape.key, rng): value(shape.value, rng, depth + 1) for _ in range(rng.randint(0, 2))}
        case "string" if shape.enum:
            return rng.choice(shape.enum)
        case "string":
            return word(rng).upper() if limits.get("pattern", "").startswith("^[A-Z") else word(rng)
        case "integer" | "long":
            return int(limits.get("min", 0)) + rng.randint(0, 5)
        case "double" | "float":
            return 0.5
        case "boolean":
            return rng.random() < 0.5
        case "timestamp":
            return "2024-01-02T03:04:05Z"


def check(inlay, document, path) -> list[dict]:
    path.write_text(json.dumps(document))
    return json.loads(inlay.attempt("job", "check", path, "--json").stdout)


def complaints(findings) -> list[dict]:
    """Returns what a check finds that is about the shape of the document, not about what this version runs."""
    return [finding for finding in findings if "The service " in finding["message"]]


@pytest.mark.parametrize("seed", SEEDS)
def test_random_nodes_of_every_type_are_read(inlay, service, tmp_path, seed):
    rng = random.Random(seed)
    node = service.shape_for("CodeGenConfigurationNode")
    assert len(node.members) == 79
    nodes = {f"node-{index}": {name: value(shape, rng)} for index, (name, shape) in enumerate(node.members.items())}
    for index, document in enumerate(
        [
            {"Name": "job", "CodeGenConfigurationNodes": nodes},
            {"name": "job", "codeGenConfigurationNodes": json.dumps(nodes)},
        ]
    ):
        assert complaints(check(inlay, document, tmp_path / f"{index}.json")) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_validator_refuses_is_found(inlay, service, tmp_path, seed):
    rng = random.Random(seed)
    for name, shape in service.shape_for("CodeGenConfigurationNode").members.items():
        members = value(shape, rng)
        if not shape.required_members:
            continue
        del members[rng.choice(shape.required_members)]
        assert ParamValidator().validate(members, shape).has_errors()
        document = {"CodeGenConfigurationNodes": {"node-1": {name: members}}}
        findings = check(inlay, document, tmp_path / "job.json")
        assert any(
            finding["severity"] == "error" and f"CodeGenConfigurationNodes.node-1.{name}." in finding["path"]
            for finding in findings
        ), name


def test_a_new_job_is_one_that_create_job_takes(inlay, service, tmp_path):
    (tmp_path / "a.csv").write_text("id,name\n1,x\n")
    (tmp_path / "b.csv").write_text("id,a_id\n1,1\n")
    for dialect in ["console", "api", "git"]:
        path = tmp_path / f"{dialect}.json"
        inlay(
            *["job", "new", path, "--csv", f"a={tmp_path}/a.csv", "--csv", f"b={tmp_path}/b.csv"],
            *["--join", "a.id=b.a_id", "--target", f"{tmp_path}/out-{dialect}/", "--dialect", dialect],
        )
        inlay("job", "check", path)
        inlay("job", "run", path)
    request = json.loads((tmp_path / "api.json").read_text())
    report = ParamValidator().validate(request, service.operation_model("CreateJob").input_shape)
    assert report.generate_report() == ""
