"""JSON Schema of the files, for an editor's YAML extension: completion, hover and early warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kehoach_cli.model.scalars import Record

FILES = {
    "agencies": "agencies.yaml",
    "office": "office.yaml",
    "plan": "*/plan.yaml",
    "report": "*/reports/*/*.yaml",
    "summary": "*/reports/*/_tong-hop.yaml",
    "calendar": "calendar.yaml",
    "issued": "*/issued/*.yaml",
    "urgent": "*/reports/dot-xuat/*.yaml",
    "closed": "*/reports/*/_chot/*/chot.yaml",
}
"""Schema name → which files below plan/ it describes."""

_SCHEMA_WORDS = {"type", "anyOf", "$ref"}


def json_schema(name: str) -> dict[str, Any]:
    """The schema of one kind of file, descriptions in Vietnamese; `name` is a key of FILES."""
    record = _record(name)
    schema = record.model_json_schema(by_alias=True)
    _plain(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"kehoach: {FILES[name]}",
        **schema,
    }


def _record(name: str) -> type[Record]:
    from kehoach_cli.model.agencies import AgenciesFile
    from kehoach_cli.model.calendar import CalendarFile
    from kehoach_cli.model.closing import Closed
    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.office import Office
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.report import Report, Summary
    from kehoach_cli.model.urgent import Urgent

    kinds: dict[str, type[Record]] = {
        "agencies": AgenciesFile,
        "office": Office,
        "plan": Plan,
        "report": Report,
        "summary": Summary,
        "calendar": CalendarFile,
        "issued": Issued,
        "urgent": Urgent,
        "closed": Closed,
    }
    return kinds[name]


def _plain(node: Any) -> None:  # noqa: ANN401
    """As an editor is to read it: no English titles, nothing to insert unasked, numbers welcome as text.

    A list that may be missing may also be empty.
    """
    if isinstance(node, list):
        for item in node:
            _plain(item)
    if not isinstance(node, dict):
        return
    if isinstance(node.get("title"), str):
        del node["title"]
    default = node.pop("default", ...) if _SCHEMA_WORDS & node.keys() else ...
    if node.get("const") == "1":
        node |= {"const": 1, "type": "integer"}
    elif node.get("type") == "string" and "minLength" in node:
        node["type"] = ["string", "number"]  # `arrival_number: 1043` is a text to us
    elif all(str(v).isdigit() for v in node.get("enum", ["none"])):
        node |= {"enum": [*node["enum"], *map(int, node["enum"])], "type": ["string", "integer"]}
    elif node.get("type") == "array" and default == []:
        node["type"] = ["array", "null"]
    for value in node.values():
        _plain(value)
