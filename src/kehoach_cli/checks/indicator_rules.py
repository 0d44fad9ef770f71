"""Rules of the indicators of plan.yaml: ids, weights, who gives and who is there to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.checks.plan_rules import file_of
from kehoach_cli.checks.register_rules import everyone_is_known
from kehoach_cli.model.names import NearestName, nearest_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import Indicator
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import PlanFolder

    Path = tuple[str | int, ...]

_PARTS = {"givers": "phần cung cấp số liệu", "compare": "phần đối chiếu"}


def _indicators(case: Case) -> Iterator[tuple[PlanFolder, Path, Indicator]]:
    for folder in case.workspace.plans:
        for index, indicator in enumerate(folder.plan.indicators):
            yield folder, ("indicators", index), indicator


def ids_used_twice(case: Case) -> Iterator[Finding]:
    """Two indicators of one plan with the same id."""
    for folder in case.workspace.plans:
        ids = [i.id for i in folder.plan.indicators]
        for path, words in twice(ids, "indicators", "id"):
            yield Finding("L240", path, words, file_of(folder))


def twice(ids: Iterable[str], section: str, key: str) -> Iterator[tuple[Path, Words]]:
    """The places of a list's ids that stood in it before, each with the words that say so."""
    first: dict[str, int] = {}
    for index, id_ in enumerate(ids):
        if first.setdefault(id_, index) < index:
            path: Path = (section, index, key)
            yield path, {"id": id_, "first": LineOf((section, first[id_], key)), "second": LineOf(path)}


def unknown_names(case: Case) -> Iterator[Finding]:
    """Givers, and those to check against, that the register has not."""
    register = case.workspace.register
    if not case.register_is_sound:
        return
    nearest = NearestName(register.entries())
    for folder, path, indicator in _indicators(case):
        for key, part in _PARTS.items():
            for index, name in enumerate(getattr(indicator, key)):
                if register.find(name) is None:
                    where = f"chỉ tiêu “{indicator.id}”, {part}"
                    words: Words = {"name": name, "where": where, "meant": nearest(name)}
                    yield Finding("L201", (*path, key, index), words, file_of(folder))


def weights(case: Case) -> Iterator[Finding]:
    """A weighted total names another indicator of the plan that is no rate."""
    for folder, path, indicator in _indicators(case):
        others = {i.id: i.kind for i in folder.plan.indicators if i.id != indicator.id}
        known = others | {indicator.id: "rate"}
        if indicator.weight is None:
            if indicator.total == "weighted":
                yield Finding("L242", (*path, "total"), {"id": indicator.id}, file_of(folder))
        elif indicator.weight not in known:
            meant = nearest_text(indicator.weight, others) or ""
            words: Words = {"id": indicator.id, "weight": indicator.weight, "meant": meant}
            yield Finding("L241", (*path, "weight"), words, file_of(folder))
        elif known[indicator.weight] == "rate":
            words = {"id": indicator.id, "weight": indicator.weight}
            yield Finding("L245", (*path, "weight"), words, file_of(folder))


def giver_and_check(case: Case) -> Iterator[Finding]:
    """An agency that both gives a figure and is there to check it."""
    register = case.workspace.register
    for folder, path, indicator in _indicators(case):
        givers = members_of(indicator.givers, register) if indicator.compare else {}
        for index, name in enumerate(indicator.compare):
            both = [name_ for id_, name_ in members_of([name], register).items() if id_ in givers]
            if both:
                words: Words = {"name": both[0], "id": indicator.id}
                yield Finding("L243", (*path, "compare", index), words, file_of(folder))


def members_of(names: Iterable[str], register: Register) -> dict[str, str]:
    """Who certainly belongs to the names: id → name."""
    entries = [e for name in names if (e := register.find(name))]
    return {m.agency.id: m.agency.name for e in entries for m in register.members(e) if m.certain}


def added_rate(case: Case) -> Iterator[Finding]:
    """A rate whose total is a sum."""
    for folder, path, indicator in _indicators(case):
        if indicator.kind == "rate" and indicator.total == "sum":
            yield Finding("L244", (*path, "total"), {"id": indicator.id}, file_of(folder))


def without_weight(case: Case) -> Iterator[Finding]:
    """A giver of a rate that gives no weight for it: its figure never counts."""
    register = case.workspace.register
    for folder, path, indicator in _indicators(case):
        weight = next((i for i in folder.plan.indicators if i.id == indicator.weight), None)
        if weight is None or not everyone_is_known(register, (*indicator.givers, *weight.givers)):
            continue
        known = members_of(weight.givers, register)
        for index, name in enumerate(indicator.givers):
            lacking = [n for id_, n in members_of([name], register).items() if id_ not in known]
            if lacking:
                words: Words = {"name": lacking[0], "id": indicator.id, "weight": weight.id}
                yield Finding("L246", (*path, "givers", index), words, file_of(folder))


def nobody_gives(case: Case) -> Iterator[Finding]:
    """Givers among whom nobody is certain."""
    register = case.workspace.register
    for folder, path, indicator in _indicators(case):
        if everyone_is_known(register, indicator.givers) and not members_of(indicator.givers, register):
            yield Finding("L247", (*path, "givers"), {"id": indicator.id}, file_of(folder))
