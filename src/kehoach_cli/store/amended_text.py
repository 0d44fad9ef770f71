"""The text of plan.yaml with its amendments written into its clauses, for a plan that follows it."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING, Any

from kehoach_cli.store.plan_edits import Edit, edited
from kehoach_cli.store.report_text import scalar
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.plan import Plan

    Path = tuple[str | int, ...]

_KEYS = {"tasks": "ref", "organisation": "ref", "deadlines": "period"}
_TASK = ("ref", "short", "text", "lead", "optional", "coordinating", "timing")
_DEADLINE = (
    *("period", "label", "before", "by", "reporters", "reporters_basis", "exempt", "extended", "cutoff"),
    *("estimate_until", "receiver", "send_up", "source"),
)
_WIDTH = 96
_LONG = 90


def amended_text(text: str, issued: Plan, held: Plan) -> str | None:
    """The file of `issued` as if it had been issued as it is `held`, without amendments.

    None where the file is laid out so that this cannot be done safely.
    """
    tree = parse(text)
    if tree.findings:
        return None
    made = edited(tree, text, [*_edits(issued, held), Edit(("amendments",), ())]).text
    again = parse(made)
    if again.findings:
        return None
    try:
        is_same = _facts_of(type(issued).model_validate(again.data)) == _facts_of(held)
    except ValueError:
        return None
    return made if is_same else None


def _facts_of(plan: Plan) -> dict[str, list[dict[str, Any]]]:
    return {section: [_facts(item) for item in getattr(plan, section)] for section in _KEYS}


def _facts(item: Any) -> dict[str, Any]:  # noqa: ANN401  # a task or a deadline
    """What a task or deadline says, as plain data in the order of the file, without what it does not say."""
    keys = _DEADLINE if hasattr(item, "period") else _TASK
    return {key: _plain(value) for key in keys if (value := getattr(item, key)) not in (None, ())}


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, str):
        return value
    return {
        name: _plain(one) for name in type(value).model_fields if (one := getattr(value, name)) is not None
    }


def _edits(issued: Plan, held: Plan) -> Iterator[Edit]:
    for section, name in _KEYS.items():
        old = {getattr(item, name): n for n, item in enumerate(getattr(issued, section))}
        kept = {getattr(item, name) for item in getattr(held, section)}
        if old and not kept:
            yield Edit((section,), ())
            continue
        yield from (Edit((section, n), ()) for ref, n in old.items() if ref not in kept)
        yield from _added_edits(section, held, old, issued)
        for item in getattr(held, section):
            if (n := old.get(getattr(item, name))) is not None:
                yield from _changed(
                    (section, n), _facts(getattr(issued, section)[n]), _facts(item), (section, n, name)
                )


def _added_edits(section: str, held: Plan, old: dict[str, int], issued: Plan) -> Iterator[Edit]:
    """New items behind the one they follow; those of a section the file lacks below a head of their own."""
    name = _KEYS[section]
    behind: dict[int, list[str]] = {}
    at = 0
    for item in getattr(held, section):
        n = old.get(getattr(item, name))
        if n is None:
            behind.setdefault(at, []).extend(["", *_item(_facts(item))])
        else:
            at = n
    for at, lines in behind.items():
        if old:
            yield Edit((section, at), below=tuple(lines))
        else:
            last = "organisation" if section == "deadlines" and issued.organisation else "tasks"
            yield Edit(
                (last,), below=("", f"{section}:", *(f"  {line}" if line else line for line in lines[1:]))
            )


def _changed(path: Path, old: dict[str, Any], new: dict[str, Any], head: Path) -> Iterator[Edit]:
    """The keys of one item that differ; a key the file lacks comes behind the one that names the item."""
    more: list[str] = []
    for key in old | new:
        if old.get(key) == new.get(key):
            continue
        if key not in new:
            yield Edit((*path, key), ())
        elif key in old:
            yield Edit((*path, key), block=tuple(_lines(key, new[key])))
    for key, value in new.items():
        if key not in old:
            more += _lines(key, value)
    if more:
        yield Edit(head, below=tuple(more))


def _item(facts: dict[str, Any]) -> list[str]:
    lines = [line for key, value in facts.items() for line in _lines(key, value)]
    return [("- " if n == 0 else "  ") + line for n, line in enumerate(lines)]


def _lines(key: str, value: Any) -> list[str]:  # noqa: ANN401
    """A key with its value as the project's own files have it: long texts folded, lists in blocks."""
    if isinstance(value, list):
        inner = [
            line for one in value for line in (_item(one) if isinstance(one, dict) else [f"- {scalar(one)}"])
        ]
    elif isinstance(value, dict):
        inner = [line for name, one in value.items() for line in _lines(name, one)]
    elif len(value) > _LONG and value == " ".join(value.split()) and not value.startswith("#"):
        words = textwrap.wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
        return [f"{key}: >-", *(f"  {line}" for line in words)]
    else:
        return [f"{key}: {scalar(value)}"]
    return [f"{key}:", *(f"  {line}" for line in inner)]
