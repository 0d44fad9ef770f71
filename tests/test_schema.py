"""kehoach schema: JSON Schema for editors, sound in itself and true of the files."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach_cli.checks.json_schema import FILES, json_schema
from kehoach_cli.store.packaged import starter_files
from program import ENTERED, PLAN, ROOT, Office, Outcome, kehoach, read_json

Node = dict[str, Any]
ISSUED = "schema: 1\ndocument: cong-van\nperiod: nam\nnumber: 312/UBND-TH\ndated: 2025-05-20\n"
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
WORDS = {
    "$defs",
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "const",
    "description",
    "enum",
    "items",
    "minLength",
    "minimum",
    "maximum",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
}


def schemas_in(node: Any) -> list[Node]:  # noqa: ANN401
    """The schema and every schema inside it."""
    found = [node]
    for key in ("$defs", "properties"):
        found += [s for inner in node.get(key, {}).values() for s in schemas_in(inner)]
    for inner in [*node.get("anyOf", []), *([node["items"]] if "items" in node else [])]:
        found += schemas_in(inner)
    return found


def faults(value: Any, schema: Node, whole: Node, at: str = "") -> list[str]:  # noqa: ANN401
    """What an editor would underline: the words of JSON Schema that these schemas use."""
    if "$ref" in schema:
        schema = {**whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], **schema}
    if "anyOf" in schema:
        tried = [faults(value, each, whole, at) for each in schema["anyOf"]]
        return min(tried, key=len)
    kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(isinstance(value, TYPES[k]) and isinstance(value, bool) == (k == "boolean") for k in kinds):
        return [f"{at}: type"]
    found = [f"{at}: enum"] if value not in schema.get("enum", [value]) else []
    found += [f"{at}: const"] if value != schema.get("const", value) else []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{at}: pattern")
    if isinstance(value, dict):
        known = schema["properties"]
        found += [f"{at}/{key}: unknown" for key in value if key not in known]
        found += [f"{at}/{key}: missing" for key in schema.get("required", []) if key not in value]
        found += [
            f for key in value if key in known for f in faults(value[key], known[key], whole, f"{at}/{key}")
        ]
    if isinstance(value, list):
        found += [
            f for n, item in enumerate(value) for f in faults(item, schema["items"], whole, f"{at}/{n}")
        ]
    return found


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: days stay text, `off` is a word."""


EditorLoader.yaml_implicit_resolvers = {
    sign: [(tag, regexp) for tag, regexp in found if not tag.endswith((":timestamp", ":bool"))]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def as_editors_read(text: str) -> Any:  # noqa: ANN401
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a safe loader


def schema(name: str) -> Node:
    outcome = kehoach("schema", name, cwd=ROOT)
    assert (outcome.code, outcome.err) == (0, "")
    found: Node = read_json(outcome.out)
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_sound_in_itself(name: str) -> None:
    whole = schema(name)
    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for node in schemas_in(whole):
        assert set(node) <= WORDS
        kinds = node.get("type", [])
        assert {kinds} <= set(TYPES) if isinstance(kinds, str) else set(kinds) <= set(TYPES)
        assert {"type", "anyOf", "$ref"} & set(node)
        assert set(node.get("required", [])) <= set(node.get("properties", {}))
        re.compile(node.get("pattern", ""))
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/$defs/") in whole["$defs"]
        if node.get("type") == "object":
            assert node["additionalProperties"] is False


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_a_vietnamese_description(name: str) -> None:
    for node in schemas_in(schema(name)):
        for key, inner in node.get("properties", {}).items():
            text = inner["description"]
            assert text.endswith("."), key
            assert any(not c.isascii() for c in text), key
            assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("agencies", "plan/agencies.yaml"),
        ("office", "plan/office.yaml"),
        ("plan", PLAN),
        ("calendar", "plan/calendar.yaml"),
    ],
)
def test_the_real_files_are_right(name: str, file: str) -> None:
    data = as_editors_read((ROOT / file).read_text(encoding="utf-8"))
    assert faults(data, schema(name), schema(name)) == []


def test_the_files_of_a_new_workspace_are_right() -> None:
    kinds = {f"{kind}.yaml": kind for kind in ("agencies", "office", "plan", "calendar")}
    for file, text in starter_files().items():
        kind = kinds.get(Path(file).name)
        if kind:
            assert faults(as_editors_read(text), json_schema(kind), json_schema(kind)) == []


def test_a_logged_report_is_right_before_and_after_it_is_filled_in(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.run("receive", "-p", "6thang", "-a", "ttyt", "--received", "12/5/2025", "--arrival-number", "1043")
    text = office.report_file("trung-tam-y-te").read_text(encoding="utf-8")
    for each in (text, re.sub(r"^# ?", "", text, flags=re.MULTILINE)):
        assert faults(as_editors_read(each), json_schema("report"), json_schema("report")) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("report", f"schema: 1\nagency: A\nperiod: 6thang\n{ENTERED}", ["/received: missing"]),
        ("report", "schema: 1\nagency: A\nperiod: 6 tháng\nreceived: 2025-05-12\n", ["/period: enum"]),
        ("report", "schema: 1\nagency: A\nperiod: nam\nreceived: 12 tháng 5\n", ["/received: pattern"]),
        ("report", "schema: 2\nagency: A\nperiod: nam\nreceived: 12/5/2025\n", ["/schema: const"]),
        ("report", "schema: 1\nagency: A\nperiod: nam\nreceived: 12/5/2025\nnumbr: 1\n", ["/numbr: unknown"]),
        ("report", "schema: 1\nagency: A\nperiod: nam\nreceived: 12/5/2025\ncovers: B\n", ["/covers: type"]),
        ("report", "schema: 1\nagency: A\nperiod: nam\nreceived: 12/5/2025\ncovers:\n", []),
        ("summary", "schema: 1\nperiod: nam\ntasks:\n  - ref: II.1\n    later: true\n", []),
        ("issued", f"{ISSUED}stage: 2\nagencies:\n  - A\n", []),
        ("issued", f"{ISSUED}stage: '2'\nbefore: 23/5/2025\n", []),
        ("issued", f"{ISSUED}stage: 4\n", ["/stage: enum"]),
        ("calendar", "schema: 1\noff:\nworking:\n  - date: 26/4/2025\n", []),
        (
            "agencies",
            "schema: 1\nagencies:\n  - id: Mã\n    name: A\n    kind: phong\n",
            ["/agencies/0/id: pattern", "/agencies/0/kind: enum"],
        ),
    ],
)
def test_what_an_editor_underlines(name: str, text: str, found: list[str]) -> None:
    assert faults(as_editors_read(text), json_schema(name), json_schema(name)) == found


def test_all_are_written_into_a_folder(tmp_path: Path) -> None:
    assert kehoach("schema", "-o", "a/b", cwd=tmp_path) == Outcome(0, "", "Đã ghi 9 mẫu dữ liệu vào “a/b”.\n")
    written = {p.name: read_json(p.read_text(encoding="utf-8")) for p in (tmp_path / "a/b").iterdir()}
    assert written == {f"{name}.schema.json": json_schema(name) for name in FILES}


def test_one_is_written_into_a_folder(tmp_path: Path) -> None:
    assert kehoach("schema", "plan", "-o", ".", cwd=tmp_path) == Outcome(
        0, "", "Đã ghi 1 mẫu dữ liệu vào “.”.\n"
    )
    assert [p.name for p in tmp_path.iterdir()] == ["plan.schema.json"]


def test_files_with_other_content_are_kept_unless_forced(tmp_path: Path) -> None:
    mine = tmp_path / "plan.schema.json"
    mine.write_text("của tôi", encoding="utf-8")
    told = kehoach("schema", "-o", ".", cwd=tmp_path).told
    assert told == "trong “.” đã có plan.schema.json; thêm --force để ghi đè. Không có tệp nào bị thay đổi."
    assert [p.name for p in tmp_path.iterdir()] == ["plan.schema.json"]
    assert mine.read_text(encoding="utf-8") == "của tôi"
    assert kehoach("schema", "-o", ".", "--force", cwd=tmp_path).code == 0
    assert read_json(mine.read_text(encoding="utf-8")) == json_schema("plan")
    assert kehoach("schema", "-o", ".", cwd=tmp_path).code == 0  # the same again is no loss


def test_wrong_calls(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    assert kehoach("schema", cwd=tmp_path).told == (
        "chọn một loại tệp (agencies, office, plan, report, summary, calendar, issued, urgent, closed), "
        "hoặc thêm -o THƯ_MỤC để ghi cả 9 mẫu."
    )
    assert kehoach("schema", "ke-hoach", cwd=tmp_path).told == (
        "tham số “TỆP”: không có giá trị “ke-hoach”; các giá trị: "
        "agencies, office, plan, report, summary, calendar, issued, urgent, closed."
    )
    assert kehoach("schema", "-o", "tep", cwd=tmp_path).told.startswith("tùy chọn “--output”: “tep” là tệp")
    assert kehoach("schema", "-o", "tep/b", cwd=tmp_path).told == (
        "không ghi được vào “tep/b”: một phần của đường dẫn là tệp, không phải thư mục. "
        "Không có tệp nào bị thay đổi."
    )
