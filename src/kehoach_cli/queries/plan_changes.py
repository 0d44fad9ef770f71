"""What changed in one plan: its document, its tasks, its organisation, its deadlines and indicators."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kehoach_cli.model.matching import Clause, match, rewordings
from kehoach_cli.queries.amendment_changes import amendment_changes
from kehoach_cli.queries.change import Change, field_changes, fields, is_moved, paired

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.model.plan import Deadline, Document, Indicator, Plan, Task
    from kehoach_cli.queries.change import Names

_TOLD = ("version", "document", "tasks", "organisation", "deadlines", "indicators", "amendments")
_ROLES = ("lead", "optional", "coordinating")


def plan_changes(old: Plan, new: Plan, names: Names) -> Iterator[Change]:
    """In the order of the file; nothing where both are the same record."""
    if old is new and not names.may_differ:
        return
    if old.version != new.version:
        yield Change("document_field", new.document.number, "version", old.version, new.version)
    yield from _document(old, new)
    yield from _duties(old, new, names)
    yield from _indicators(old, new, names)
    yield from amendment_changes(old, new, names, _duties)
    for key, _, _ in fields(old, new, _TOLD):
        yield Change("plan_other", new.document.number, key)


def _duties(old: Plan, new: Plan, names: Names) -> Iterator[Change]:
    yield from _tasks(old, new, names)
    yield from _deadlines(old, new, names)


def _document(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = old.document, new.document
    of = after.number
    yield from field_changes("document", of, before, after, ("basis", "signature"))
    cites = [[b.cite or b.as_printed for b in document.basis] for document in (before, after)]
    if before.basis != after.basis:
        gone = tuple(c for c in cites[0] if c not in cites[1])
        come = tuple(c for c in cites[1] if c not in cites[0])
        yield Change("document_list", of, "basis", removed=gone, added=come)
    signed, signs = (_signed(document) for document in (before, after))
    if signed != signs:
        yield Change("document_field", of, "signature", signed, signs)


def _signed(document: Document) -> str | None:
    signature = document.signature
    return " ".join((*signature.lines, signature.name or "")).strip() if signature else None


def _tasks(old: Plan, new: Plan, names: Names) -> Iterator[Change]:
    """Of what was removed, of each task as it is now, of what was added; the clause is the new one."""
    before = [*(("tasks", t) for t in old.tasks), *(("organisation", t) for t in old.organisation)]
    after = [*(("tasks", t) for t in new.tasks), *(("organisation", t) for t in new.organisation)]
    pairs = match([Clause(t.ref, t.text) for _, t in before], [Clause(t.ref, t.text) for _, t in after])
    stayed = {i for i, _ in pairs}
    for i, (group, task) in enumerate(before):
        if i not in stayed:
            yield Change("task_removed", task.ref, record=task, group=group)
    partner = {j: i for i, j in pairs}
    for j, (group, task) in enumerate(after):
        if j not in partner:
            yield Change("task_added", task.ref, record=task, group=group)
            continue
        was_in, was = before[partner[j]]
        found = list(_task(was, task, group, names))
        if was_in != group:
            found.insert(0, Change("task_moved", task.ref, old=was_in, new=group, record=task, group=group))
        if was.ref != task.ref:
            head = Change("task_renumbered", task.ref, "ref", was.ref, task.ref, record=task, group=group)
            yield head._replace(is_alone=not found)
        yield from found
    same = [(i, j) for i, j in pairs if before[i][1].ref == after[j][1].ref and before[i][0] == after[j][0]]
    was_order, order = ([after[j][1].ref for _, j in way] for way in (sorted(same), same))
    if elsewhere := is_moved(was_order, order):  # a renumbered task has another place anyway
        yield Change("tasks_order", added=elsewhere)


def _task(old: Task, new: Task, group: str, names: Names) -> Iterator[Change]:
    if old == new and not names.may_differ:
        return
    if old.text.split() != new.text.split():
        words = rewordings(old.text, new.text)
        yield Change("task_text", new.ref, "text", old.text, new.text, words=words, record=new, group=group)
    for role in _ROLES:
        for change in agency_changes("task", new.ref, role, (getattr(old, role), getattr(new, role)), names):
            yield change._replace(record=new, earlier=old, group=group)
    besides = ("ref", "text", *_ROLES)
    yield from field_changes("task", new.ref, old, new, besides, record=new, group=group)


def agency_changes(
    kind: str, of: str, key: str, values: tuple[Sequence[str], Sequence[str]], names: Names
) -> Iterator[Change]:
    """Agencies added, removed or replaced; the same ones written otherwise or in another order."""
    old, new = values
    found = names.listed(old, new)
    if found.removed or found.added:
        is_alone = len(found.removed) == len(old) and len(found.added) == len(new)
        gone, come = found.removed, found.added
        if set(gone) & set(come):  # the name stayed and means another agency now
            gone, come = tuple(map(names.was_shown, gone)), tuple(map(names.shown, come))
        yield Change(f"{kind}_agencies", of, key, removed=gone, added=come, is_alone=is_alone)
    elif found.is_reordered:
        yield Change(f"{kind}_order", of, key, added=(*new,))
    for before, after in names.respelt(old, new):
        yield Change(f"{kind}_spelling", of, key, before, after)


def _deadlines(old: Plan, new: Plan, names: Names) -> Iterator[Change]:
    pairs, gone, come = paired(old.deadlines, new.deadlines, lambda d: d.period)
    yield from (Change("deadline_removed", d.period, record=d) for d in gone)
    yield from (Change("deadline_added", d.period, record=d) for d in come)
    for before, after in pairs:
        found = chain(_limit(before, after), _deadline(before, after, names))
        yield from (change._replace(record=after, earlier=before) for change in found)


def _limit(old: Deadline, new: Deadline) -> Iterator[Change]:
    if (old.before, old.by) != (new.before, new.by):
        key = "before" if new.before else "by"
        yield Change("deadline_limit", new.period, key, old.limit, new.limit)


_OWN = ("period", "before", "by", "reporters", "exempt", "extended", "send_up")


def _deadline(old: Deadline, new: Deadline, names: Names) -> Iterator[Change]:
    if old == new and not names.may_differ:
        return
    of = new.period
    yield from agency_changes("deadline", of, "reporters", (old.reporters, new.reporters), names)
    yield from _exemptions(old, new, names)
    yield from _extensions(old, new, names)
    to, now_to = (d.send_up.to if d.send_up else None for d in (old, new))
    if to != now_to:
        yield Change("deadline_field", of, "send_up.to", to, now_to)
    by, now_by = (d.send_up.by if d.send_up else None for d in (old, new))
    if by != now_by:
        yield Change("deadline_field", of, "send_up.by", by, now_by)
    yield from field_changes("deadline", of, old, new, _OWN)


def _exemptions(old: Deadline, new: Deadline, names: Names) -> Iterator[Change]:
    of = new.period
    before = {names.old_key(e.agency): e for e in old.exempt}
    after = {names.new_key(e.agency): e for e in new.exempt}
    for key, was in before.items():
        if key not in after:
            yield Change("exempt_removed", of, "exempt", was.reason, who=names.shown(was.agency))
    for key, now in after.items():
        earlier, who = before.get(key), names.shown(now.agency)
        if earlier is None:
            yield Change("exempt_added", of, "exempt", None, now.reason, who=who)
        elif earlier.reason != now.reason:
            yield Change("exempt_changed", of, "exempt", earlier.reason, now.reason, who=who)


def _extensions(old: Deadline, new: Deadline, names: Names) -> Iterator[Change]:
    of = new.period
    before = {names.old_key(e.agency): e for e in old.extended}
    after = {names.new_key(e.agency): e for e in new.extended}
    for key, was in before.items():
        if key not in after:
            yield Change("extended_removed", of, "extended", was.until, who=names.shown(was.agency))
    for key, now in after.items():
        who, earlier = names.shown(now.agency), before.get(key)
        if earlier is None:
            yield Change("extended_added", of, "extended", None, now.until, added=(now.basis,), who=who)
        elif earlier.until != now.until:
            yield Change(
                "extended_changed", of, "extended", earlier.until, now.until, (), (now.basis,), who=who
            )
        elif earlier.basis != now.basis:
            yield Change("extended_basis", of, "extended", earlier.basis, now.basis, who=who)


def _indicators(old: Plan, new: Plan, names: Names) -> Iterator[Change]:
    pairs, gone, come = paired(old.indicators, new.indicators, lambda i: i.id)
    yield from (Change("indicator_removed", i.name, record=i) for i in gone)
    yield from (Change("indicator_added", i.name, record=i) for i in come)
    for before, after in pairs:
        yield from _indicator(before, after, names)


def _indicator(old: Indicator, new: Indicator, names: Names) -> Iterator[Change]:
    if old == new and not names.may_differ:
        return
    for key in ("givers", "compare"):
        values = (getattr(old, key), getattr(new, key))
        for change in agency_changes("indicator", new.name, key, values, names):
            yield change._replace(record=new, earlier=old)
    yield from field_changes("indicator", new.name, old, new, ("id", "givers", "compare"), record=new)
