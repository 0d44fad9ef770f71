"""What the record types refuse, said as findings: pydantic's errors by kind, one sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.keys import key_meaning, nearest_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    from kehoach_cli.model.scalars import Record

    Path = tuple[str | int, ...]

CURRENT_SCHEMA = 1

_DAY_CODES = {"day_form": "L109", "day_calendar": "L110", "day_year": "L111"}
_PLAIN_CODES = {
    "count": "L112",
    "flag": "L113",
    "period": "L114",
    "one_limit": "L118",
    "one_answer": "L119",
    "tuple_type": "L105",
    "blank": "L107",
}


def schema_findings(errors: list[ErrorDetails], data: Any, top: type[Record]) -> list[Finding]:  # noqa: ANN401
    """One finding an error; a misspelt required key (missing and unknown at once) becomes one."""
    missing: dict[Path, list[str]] = {}
    for error in errors:
        if error["type"] == "missing":
            missing.setdefault(_path(error)[:-1], []).append(str(_path(error)[-1]))
    findings = []
    claimed: set[Path] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            finding, meant = _unknown_key(error, missing.get(_path(error)[:-1], []), data, top)
            findings.append(finding)
            if meant:
                claimed.add((*_path(error)[:-1], meant))
    findings += [
        _finding(error, data)
        for error in errors
        if error["type"] != "extra_forbidden" and _path(error) not in claimed
    ]
    return findings


def _path(error: ErrorDetails) -> Path:
    return tuple(error["loc"])


def _unknown_key(
    error: ErrorDetails,
    missing: list[str],
    data: Any,  # noqa: ANN401
    top: type[Record],
) -> tuple[Finding, str | None]:
    path = _path(error)
    wrong = str(path[-1])
    present = _at(data, path[:-1])
    known = [k for k in known_keys(path[:-1], top) if not isinstance(present, dict) or k not in present]
    meant = nearest_key(wrong, missing) or nearest_key(wrong, known)
    words = {"key": wrong, "where": _where(path[:-1], data)}
    if meant:
        words |= {"meant": meant, "meaning": key_meaning(meant)}
    return Finding("L101", path, words, at_key=True), meant if meant in missing else None


def known_keys(path: Path, top: type[Record]) -> list[str]:
    """The keys that the record at a path takes, in the order of the record."""
    from kehoach_cli.checks.records import record_at

    record = record_at(path, top)
    return [f.alias or name for name, f in record.model_fields.items()] if record else []


def _finding(error: ErrorDetails, data: Any) -> Finding:  # noqa: ANN401
    path, kind = _path(error), error["type"]
    value = error["input"]
    words = {"key": _key(path), "value": _shown(value), "where": _where(path, data)}
    if kind == "missing":
        return _missing(path, data)
    if path[-1:] == ("schema",):
        return _schema_number(path, value)
    if kind in _DAY_CODES:
        context = error.get("ctx", {})
        words |= {"nearest": str(context.get("nearest", "")), "iso": str(context.get("nearest_iso", ""))}
        return Finding(_DAY_CODES[kind], path, words) if isinstance(value, str) else Finding("L104", path, words)
    if kind in _PLAIN_CODES:
        return Finding(_PLAIN_CODES[kind], path, words)
    return _OTHERS.get(kind, _other)(path, words, error)


def _missing(path: Path, data: Any) -> Finding:  # noqa: ANN401
    key = str(path[-1])
    holder = _at(data, path[:-1])
    words = {"key": key, "meaning": key_meaning(key), "where": _where(path[:-1], data)}
    if isinstance(holder, dict) and key in holder:
        return Finding("L107", path, words, at_key=True)
    return Finding("L102", path[:-1], words, at_key=True)


def _schema_number(path: Path, value: object) -> Finding:
    if isinstance(value, str) and value.isdigit() and int(value) > CURRENT_SCHEMA:
        return Finding("L117", path, {"found": value, "known": str(CURRENT_SCHEMA)})
    return Finding("L120", path, {"value": _shown(value), "known": str(CURRENT_SCHEMA)})


def _string_type(path: Path, words: dict[str, str], _error: ErrorDetails) -> Finding:
    return Finding("L104", path, words)


def _record_type(path: Path, words: dict[str, str], _error: ErrorDetails) -> Finding:
    return Finding("L106", path, words)


def _literal(path: Path, words: dict[str, str], error: ErrorDetails) -> Finding:
    value = error["input"]
    if not isinstance(value, str):
        return Finding("L104", path, words)
    allowed = [part.strip(" '") for part in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")]
    meant = nearest_key(value, allowed) or ""
    return Finding("L108", path, words | {"allowed": ", ".join(allowed), "meant": meant})


def _pattern(path: Path, words: dict[str, str], error: ErrorDetails) -> Finding:
    from kehoach_cli.model.folding import slug

    if path[-1] == "ref":
        return Finding("L116", path, words | {"meant": "".join(str(error["input"]).split()).replace("/", ".")})
    return Finding("L115", path, words | {"meant": slug(str(error["input"]))})


def _other(path: Path, words: dict[str, str], _error: ErrorDetails) -> Finding:
    return Finding("L121", path, words)


_OTHERS: dict[str, Callable[[Path, dict[str, str], ErrorDetails], Finding]] = {
    "string_type": _string_type,
    "model_type": _record_type,
    "model_attributes_type": _record_type,
    "dict_type": _record_type,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
}


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _key(path: Path) -> str:
    """The nearest key above a place: what the clerk sees at the left of the colon."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _where(path: Path, data: Any) -> str:  # noqa: ANN401
    """The place in the words of the work: «nhiệm vụ II.5», «cơ quan “Trung tâm Y tế”»."""
    from kehoach_cli.checks.places import place_in_words

    return place_in_words(path, data)


def _shown(value: object) -> str:
    """The value as a sentence may quote it: short, on one line."""
    if isinstance(value, dict):
        return "nhiều khóa"
    if isinstance(value, (list, tuple)):
        return "danh sách"
    text = " ".join(str("" if value is None else value).split())
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004
