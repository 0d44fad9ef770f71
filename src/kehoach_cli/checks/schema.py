"""What the record types refuse, said as findings: pydantic's errors by kind, one sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.keys import key_meaning, nearest_key
from kehoach_cli.checks.places import place_in_words
from kehoach_cli.checks.records import keys_at, owners_of
from kehoach_cli.checks.strangers import first_of_each_list, strange_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic_core import ErrorDetails

    from kehoach_cli.model.scalars import Record

    Path = tuple[str | int, ...]
    Words = dict[str, str]

CURRENT_SCHEMA = 1
NEWER = "L117"
"""The code of a file that a newer version wrote; nothing else in it can be judged."""

_MOST_DIGITS = 9
_MOST_SHOWN = 60
_SHORT_KEY = 50  # how much of a short key must be right («ix» for «id») to be the one that is missing


def schema_findings(
    errors: list[ErrorDetails],
    data: Any,  # noqa: ANN401
    top: type[Record],
    empty: set[Path],
) -> list[Finding]:
    """One finding a fault: what one slip of the hand makes wrong in several ways is told once.

    `empty` are the keys that stand in the file without a value; they too must be spelled right.
    """
    paths = {
        kind: [tuple(e["loc"]) for e in errors if e["type"] == kind]
        for kind in ("missing", "extra_forbidden")
    }
    unknown = paths["extra_forbidden"]
    unknown += [path for path in sorted(empty, key=str) if str(path[-1]) not in keys_at(path[:-1], top)]
    strangers = list(strange_items(unknown, paths["missing"], data, top))
    lost = {finding.path for finding in strangers}
    missing = _by_holder(path for path in paths["missing"] if path not in empty and path[:2] not in lost)
    findings = [_unknown_key(p, missing.get(p[:-1], []), data, top) for p in unknown if p[:2] not in lost]
    findings += [_missing(holder, keys, data) for holder, keys in missing.items() if keys]
    told: set[tuple[str, Path]] = set()
    for error in errors:
        path = tuple(error["loc"])
        if (
            error["type"] == "extra_forbidden"
            or path[:2] in lost
            or (error["type"] == "missing" and path not in empty)
        ):
            continue
        if error["type"] == "model_type" and ("model_type", path[:-1]) in told and isinstance(path[-1], int):
            continue  # a whole list of the wrong things is told at the first
        told.add((error["type"], path[:-1]))
        findings.append(_finding(error, data))
    newer = [f for f in findings if f.code == NEWER]
    return newer or [*first_of_each_list(strangers), *findings]


def _by_holder(missing: Iterable[Path]) -> dict[Path, list[str]]:
    found: dict[Path, list[str]] = {}
    for path in missing:
        found.setdefault(path[:-1], []).append(str(path[-1]))
    return found


def _unknown_key(path: Path, missing: list[str], data: Any, top: type[Record]) -> Finding:  # noqa: ANN401
    """The finding of an unknown key; where it is one that is missing, that one is taken out of `missing`."""
    wrong = str(path[-1])
    present = _at(data, path[:-1])
    known = [k for k in keys_at(path[:-1], top) if not isinstance(present, dict) or k not in present]
    meant = nearest_key(wrong, known) or nearest_key(wrong, missing, at_least=_SHORT_KEY)
    if meant in missing:
        missing.remove(meant)
    words = {"key": wrong, "where": place_in_words(path[:-1], data)}
    if meant:
        return Finding("L101", path, words | {"meant": f"“{meant}”{key_meaning(meant)}"}, at_key=True)
    owners = owners_of(wrong, top)
    if owners:
        words |= {"meaning": key_meaning(wrong), "owners": " hoặc ".join(owners)}
        return Finding("L123", path, words, at_key=True)
    return Finding("L101", path, words, at_key=True)


def _missing(holder: Path, keys: list[str], data: Any) -> Finding:  # noqa: ANN401
    named = [f"“{key}”{key_meaning(key)}" for key in keys]
    lines = [f"“{key}: {CURRENT_SCHEMA if key == 'schema' else '…'}”" for key in keys]
    words = {"keys": ", ".join(named), "lines": ", ".join(lines), "where": place_in_words(holder, data)}
    return Finding("L102", holder, words, at_key=True)


def _finding(error: ErrorDetails, data: Any) -> Finding:  # noqa: ANN401
    path, kind, value = tuple(error["loc"]), error["type"], error["input"]
    key = _key(path)
    words = {
        "key": key,
        "meaning": key_meaning(key),
        "value": _shown(value),
        "shape": _shape(value),
        "sign": ": " if isinstance(value, dict) else "",
        "where": place_in_words(path, data),
    }
    if kind == "missing":  # a key that stands there without a value
        return Finding("L107", path, words, at_key=True)
    if value is None or (isinstance(value, str) and not value.strip()):
        return Finding("L103" if isinstance(path[-1], int) else "L107", path, words)
    if path == ("schema",):
        return _schema_number(path, value)
    return _KINDS.get(kind, _other)(path, words, error)


def _schema_number(path: Path, value: object) -> Finding:
    is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    if is_number and int(str(value)) > CURRENT_SCHEMA:
        return Finding(NEWER, path, {"found": str(value), "known": str(CURRENT_SCHEMA)})
    return Finding("L120", path, {"value": _shown(value), "known": str(CURRENT_SCHEMA)})


def _plain(code: str) -> Callable[[Path, Words, ErrorDetails], Finding]:
    """A kind of error that its code says all about."""

    def finding(path: Path, words: Words, error: ErrorDetails) -> Finding:
        return Finding(code if _is_text(error) else "L104", path, words)

    return finding


def _structure(code: str) -> Callable[[Path, Words, ErrorDetails], Finding]:
    """A kind of error about what stands there, text or not."""
    return lambda path, words, _: Finding(code, path, words)


def _is_text(error: ErrorDetails) -> bool:
    return isinstance(error["input"], str)


def _day(code: str) -> Callable[[Path, Words, ErrorDetails], Finding]:
    def finding(path: Path, words: Words, error: ErrorDetails) -> Finding:
        context = error.get("ctx", {})
        near = {"nearest": str(context.get("nearest", "")), "iso": str(context.get("nearest_iso", ""))}
        return Finding(code if _is_text(error) else "L104", path, words | near)

    return finding


def _literal(path: Path, words: Words, error: ErrorDetails) -> Finding:
    if not _is_text(error):
        return Finding("L104", path, words)
    allowed = [part.strip(" '") for part in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")]
    meant = nearest_key(str(error["input"]), allowed) or ""
    return Finding("L108", path, words | {"allowed": ", ".join(allowed), "meant": meant})


def _slug_form(path: Path, words: Words, error: ErrorDetails) -> Finding:
    from kehoach_cli.model.folding import slug

    return Finding("L115", path, words | {"meant": slug(str(error["input"]))})


def _ref_form(path: Path, words: Words, error: ErrorDetails) -> Finding:
    meant = ".".join(str(error["input"]).replace("/", " ").replace("\\", " ").replace(".", " ").split())
    return Finding("L116", path, words | {"meant": meant})


def _one_limit(path: Path, words: Words, error: ErrorDetails) -> Finding:
    """Both keys: the second is the place; neither: the deadline itself."""
    both = getattr(error["input"], "before", None) or _at(error["input"], ("before",))
    return Finding("L118", (*path, "by") if both else path, words, at_key=True)


def _one_answer(path: Path, words: Words, error: ErrorDetails) -> Finding:
    both = getattr(error["input"], "text", None) or _at(error["input"], ("text",))
    return Finding("L119", (*path, "later") if both else path, words, at_key=True)


def _other(path: Path, words: Words, _error: ErrorDetails) -> Finding:
    return Finding("L121", path, words)


_KINDS: dict[str, Callable[[Path, Words, ErrorDetails], Finding]] = {
    "count": _plain("L112"),
    "flag": _plain("L113"),
    "period": _plain("L114"),
    "year": _plain("L122"),
    "number": _plain("L125"),
    "money": _plain("L126"),
    "string_type": _structure("L104"),
    "tuple_type": _structure("L105"),
    "model_type": _structure("L106"),
    "day_form": _day("L109"),
    "day_calendar": _day("L110"),
    "day_year": _day("L111"),
    "literal_error": _literal,
    "slug": _slug_form,
    "ref": _ref_form,
    "one_limit": _one_limit,
    "one_answer": _one_answer,
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


def _shape(value: object) -> str:
    """What stands where something else should: a list, keys, or the text itself."""
    if isinstance(value, dict):
        return "nhiều khóa" if len(value) > 1 else "một khóa"
    return "danh sách" if isinstance(value, (list, tuple)) else f"“{_shown(value)}”"


def _shown(value: object) -> str:
    """A text as a sentence may quote it: short, on one line."""
    if isinstance(value, (dict, list, tuple)):
        return _shape(value)
    text = " ".join(str(value).split())
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "…"
