"""The register as a person looks things up in it: one entry whole, or all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.duties import tasks_view
from kehoach_cli.queries.load import load_view
from kehoach_cli.queries.status import status_view

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.agencies import Agency, Group
    from kehoach_cli.model.register import Entry, Member
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.queries.duties import TasksView
    from kehoach_cli.queries.load import LoadView


class EntryView(NamedTuple):
    """One agency or group: what it is part of, or who is part of it, and its load."""

    entry: Entry
    is_group: bool
    groups: tuple[tuple[Group, Member], ...]  # the groups an agency belongs or may belong to
    members: tuple[Member, ...]  # the agencies of a group
    tasks: TasksView
    load: LoadView


class RegisterView(NamedTuple):
    """Every agency and every group, in the order of precedence."""

    as_of: date
    agencies: tuple[Agency, ...]
    groups: tuple[tuple[Group, tuple[Member, ...]], ...]


def register_view(workspace: Workspace, as_of: date) -> RegisterView:
    """The whole register: every agency of the file, and the members of groups as of that day."""
    register = workspace.register.on(as_of)
    groups = tuple((g, register.members(g)) for g in register.groups.values())
    return RegisterView(as_of, tuple(register.agencies.values()), groups)


def entry_view(workspace: Workspace, as_of: date, entry: Entry) -> EntryView:
    """One entry with what it has to do and to report."""
    register = workspace.register.on(as_of)
    group = register.groups.get(entry.id)
    agency = register.agencies.get(entry.id)
    tasks = tasks_view(workspace, as_of, entry)
    return EntryView(
        entry,
        group is not None,
        tuple(register.groups_of(agency)) if agency else (),
        register.members(group) if group else (),
        tasks,
        load_view(tasks, status_view(workspace, as_of, entry=entry)),
    )
