"""From a document to the draft of a plan: everything with its place, and what was not understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.assignments import SentenceDuties
from kehoach_cli.intake.official.blocks import Table
from kehoach_cli.intake.official.citing import Refs
from kehoach_cli.intake.official.draft import Draft, DraftTask, Left, Named
from kehoach_cli.intake.official.heading import body_start, heading_of
from kehoach_cli.intake.official.labelled import LabelledTasks
from kehoach_cli.intake.official.lines import Line, lines_of
from kehoach_cli.intake.official.reporting import Deadlines
from kehoach_cli.intake.official.structure import Outline
from kehoach_cli.intake.official.tables import TableTasks
from kehoach_cli.intake.official.unclear import left_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.intake.official.blocks import Source
    from kehoach_cli.intake.official.draft import Heading
    from kehoach_cli.intake.official.structure import Node
    from kehoach_cli.intake.official.told import Told
    from kehoach_cli.model.register import Register

_NO_LEAD = "hàng của bảng giao việc không ghi cơ quan nào"
_FOOT = re.compile(r"Nơi nhận", re.IGNORECASE)


class _Assigned(NamedTuple):
    """Everything that assigns work to somebody, and what only looks so."""

    tasks: list[Told]
    organisation: list[Told]
    left: list[Left]


def understand(source: Source, register: Register | None) -> Draft:
    """The draft of a plan from a whole document.

    Tasks are told by label lines and by tables; where a document has neither, by the sentences of its
    chapters of work («Nhiệm vụ», «Phân công nhiệm vụ»). Duties of the chapter of organisation, and
    sentences beside labelled tasks, go to the organisation.
    """
    lines = list(lines_of(source.blocks))
    words = [line for line in lines if isinstance(line, Line)]
    heading = heading_of(words)
    root = Outline(_body(lines, skip=body_start(words))).root
    reports = Deadlines(_year(heading), register)
    deadlines = tuple(reports.read(root))
    assigned = _in_order(_assigned(root, register, reports.found), source)
    refs = Refs()
    return Draft(
        heading,
        tuple(_task(told, refs) for told in assigned.tasks),
        tuple(_task(told, refs) for told in assigned.organisation),
        deadlines,
        _names([*assigned.tasks, *assigned.organisation]),
        tuple(assigned.left),
    )


def _assigned(root: Node, register: Register | None, reports: set[Node]) -> _Assigned:
    labelled = LabelledTasks(root, register)
    tasks = list(labelled.read())
    tables = TableTasks(register)
    for node in root.walk():
        if node.table is not None:
            tasks += tables.read(node)
    goals = tables.goals if tasks else []  # beside tasks, goals are duties; alone they are the plan's work
    tasks = tasks or tables.goals
    duties = SentenceDuties(register, labelled.taken, reports)
    organisation = [*goals, *duties.organisation(root, of_work=False)]
    elsewhere = [*duties.organisation(root, of_work=True), *duties.elsewhere(root)]
    left = [Left(row.text, row.place, _NO_LEAD) for row in tables.left]
    left += left_in(root, duties.taken | reports | tables.found)
    if tasks:
        return _Assigned(tasks, organisation + elsewhere, left)
    return _Assigned(elsewhere, organisation, left)


def _in_order(assigned: _Assigned, source: Source) -> _Assigned:
    """Everything as it follows in the document."""
    at: dict[str, int] = {}
    for block in source.blocks:
        for place in [row.place for row in block.rows] if isinstance(block, Table) else [block.place]:
            at.setdefault(place, len(at))
    return _Assigned(
        sorted(assigned.tasks, key=lambda told: at.get(told.place, 0)),
        sorted(assigned.organisation, key=lambda told: at.get(told.place, 0)),
        sorted(assigned.left, key=lambda left: at.get(left.place, 0)),
    )


def _body(lines: list[Line | Table], *, skip: int) -> list[Line | Table]:
    """The lines without the first ones and without the foot; what is appended after the foot stays."""
    body: list[Line | Table] = []
    is_foot = False
    for line in lines:
        if isinstance(line, Line) and skip:
            skip -= 1
            continue
        if isinstance(line, Table):
            is_foot = False
        elif _FOOT.match(line.text):
            is_foot = True
        elif line.text.upper().startswith(("PHỤ LỤC", "DANH MỤC", "KẾ HOẠCH", "BIỂU")) or (
            line.mark is not None and line.mark.kind in {"roman", "article", "part"}
        ):
            is_foot = False
        if not is_foot:
            body.append(line)
    return body


def _task(told: Told, refs: Refs) -> DraftTask:
    people = told.people
    ref = refs.take(told.ref)
    return DraftTask(
        ref, told.text, people.lead, people.optional, people.coordinating, told.timing, told.place, told.group
    )


def _year(heading: Heading) -> int:
    """The plan's year: the one its title names, else that of its day."""
    named = re.search(r"\bnăm (20\d\d)\b", heading.title or "", re.IGNORECASE)
    if named:
        return int(named[1])
    return heading.issued.year if heading.issued else 0


def _names(told: Iterable[Told]) -> tuple[Named, ...]:
    """Each name once, in the order of the document, with where it stands first."""
    found: dict[str, Named] = {}
    for each in told:
        for name in each.people.named:
            found.setdefault(
                name.name, Named(name.name, name.is_group, name.is_open, name.members, each.place)
            )
    return tuple(found.values())
