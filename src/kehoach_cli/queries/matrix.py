"""The duty matrix: tasks times agencies, with what each agency is in each task."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.duties import parts_of

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Document, Task
    from kehoach_cli.model.register import Entry, Register
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.queries.duties import Part


class MatrixRow(NamedTuple):
    """One task and, agency by agency, the part it has (None: none)."""

    plan: str
    document: Document
    kind: str  # "task" or "organisation"
    task: Task
    parts: tuple[Part | None, ...]


class Column(NamedTuple):
    """Agencies that stand in one column: one, or a whole group whose members all have the same parts."""

    name: str
    agencies: tuple[int, ...]  # indices into MatrixView.agencies


class MatrixView(NamedTuple):
    """The answer of `tasks --matrix`: every agency with a part, and how columns may be joined."""

    as_of: date
    agencies: tuple[Agency, ...]
    rows: tuple[MatrixRow, ...]
    columns: tuple[Column, ...]


def matrix_view(workspace: Workspace, as_of: date, entry: Entry | None = None) -> MatrixView:
    """`entry` keeps the columns of one agency, or of a group's certain members."""
    register = workspace.register.on(as_of)
    kept = {m.agency.id for m in register.members(entry) if m.certain} if entry else set(register.agencies)
    agencies = [a for a in register.agencies.values() if a.id in kept]
    rows = [
        MatrixRow(folder.id, folder.plan.document, kind, task, _parts(task, register, agencies))
        for folder in workspace.plans
        for kind, tasks in (("task", folder.plan.tasks), ("organisation", folder.plan.organisation))
        for task in tasks
    ]
    used = [n for n in range(len(agencies)) if any(row.parts[n] for row in rows)]
    rows = [row._replace(parts=tuple(row.parts[n] for n in used)) for row in rows]
    shown = tuple(agencies[n] for n in used)
    return MatrixView(as_of, shown, tuple(rows), _columns(register, shown, rows))


def _parts(task: Task, register: Register, agencies: list[Agency]) -> tuple[Part | None, ...]:
    """The strongest part of each agency in a task: a certain one first."""
    found = (parts_of(task, register, agency) for agency in agencies)
    return tuple(min(parts, key=lambda p: not p.certain) if parts else None for parts in found)


def _columns(register: Register, agencies: tuple[Agency, ...], rows: list[MatrixRow]) -> tuple[Column, ...]:
    """A group whose members all have equal parts takes one column, where its first member stands."""
    position = {agency.id: n for n, agency in enumerate(agencies)}
    joined: dict[int, Column] = {}
    taken: set[int] = set()
    for group in register.groups.values():
        members = [m.agency.id for m in register.members(group)]
        indices = [position[id_] for id_ in members if id_ in position]
        is_whole = len(indices) > 1 and len(indices) == len(members) and not group.open
        if is_whole and not taken & set(indices) and _are_equal(indices, rows):
            joined[indices[0]] = Column(f"{group.name} ({len(indices)})", tuple(indices))
            taken |= set(indices)
    columns = []
    for n, agency in enumerate(agencies):
        if n in joined:
            columns.append(joined[n])
        elif n not in taken:
            columns.append(Column(agency.name, (n,)))
    return tuple(columns)


def _are_equal(indices: list[int], rows: list[MatrixRow]) -> bool:
    return all(len({row.parts[n] for n in indices}) == 1 for row in rows)
