"""What changed between two states of a folder: in meaning, not in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.matching import rewordings
from kehoach_cli.queries.change import Change, Names, paired
from kehoach_cli.queries.filed_changes import filed_changes
from kehoach_cli.queries.office_changes import calendar_changes, office_changes
from kehoach_cli.queries.plan_changes import plan_changes
from kehoach_cli.queries.register_changes import kinship, register_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.plan import Document
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import PlanFolder, Workspace


class Section(NamedTuple):
    """The changes of one area: agencies, office, calendar, or one plan (with its document as it is now)."""

    area: str
    plan: str
    document: Document | None
    changes: tuple[Change, ...]


class ChangesView(NamedTuple):
    """The answer of `diff`; a section without changes is left out."""

    sections: tuple[Section, ...]

    @property
    def total(self) -> int:
        return sum(len(s.changes) for s in self.sections)


def changes_view(old: Workspace, new: Workspace) -> ChangesView:
    """The register, each plan in the order of its folders, the office, the calendar.

    Records that are the very same objects in both are not compared.
    """
    names, found = _register(old.register, new.register)
    sections = [Section("agencies", "", None, found), *_plans(old, new, names)]
    sections.append(Section("office", "", None, tuple(office_changes(old.office, new.office))))
    days = calendar_changes(old.calendar, new.calendar)
    sections.append(Section("calendar", "", None, tuple(days)))
    return ChangesView(tuple(s for s in sections if s.changes))


def _register(old: Register, new: Register) -> tuple[Names, tuple[Change, ...]]:
    if old is new:
        return Names(old, new, {}), ()
    sizes = (len(new.agencies), len(new.groups))
    if not old.agencies and not old.groups and any(sizes):
        kept = Change(
            "register_added", parts=(("agencies", tuple(new.agencies)), ("groups", tuple(new.groups)))
        )
        return Names(old, new, {}), (kept,)
    kin = kinship(old, new)
    names = Names(old, new, kin.became)
    return names, tuple(register_changes(names, kin))


def _plans(old: Workspace, new: Workspace, names: Names) -> Iterator[Section]:
    pairs, gone, come = paired(old.plans, new.plans, lambda p: p.id, lambda p: p.plan.document.number)
    now = {folder.id: (folder, Change("plan_added", folder.id, record=folder.plan)) for folder in come}
    was = {folder.id: (folder, Change("plan_removed", folder.id, record=folder.plan)) for folder in gone}
    both = {new_.id: (old_, new_) for old_, new_ in pairs}
    for id_ in sorted({*now, *was, *both}):
        if id_ in both:
            before, after = both[id_]
            changes = tuple(_plan(before, after, names))
            yield Section("plan", id_, after.plan.document, changes)
            continue
        folder, change = now.get(id_) or was[id_]
        yield Section("plan", id_, folder.plan.document, (change, *_first_papers(folder, names, id_ in now)))


def _first_papers(folder: PlanFolder, names: Names, is_new: bool) -> Iterator[Change]:
    """What lies in the folder of a plan that came as a whole; of one that went as a whole nothing more."""
    if is_new:
        yield from filed_changes(
            folder._replace(reports=(), summaries={}, sent=(), raised=(), closings=()), folder, names
        )


def _plan(old: PlanFolder, new: PlanFolder, names: Names) -> Iterator[Change]:
    if old.id != new.id:
        yield Change("plan_moved", new.id, old=old.id, new=new.id)
    yield from plan_changes(old.plan, new.plan, names)
    yield from _source(old.source, new.source)
    yield from filed_changes(old, new, names)


def _source(old: str | None, new: str | None) -> Iterator[Change]:
    if old == new or (old and new and old.split() == new.split()):
        return
    if old is None or new is None:
        yield Change("source_added" if old is None else "source_removed", "source.md")
    else:
        yield Change("source_changed", "source.md", words=rewordings(old, new))
