"""The two states that `diff` compares: revisions, folders, the files a person is working on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.opening import (
    find_workspace,
    load_workspace,
    not_in_order,
    pick_plan,
    today,
    with_plan,
)
from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.queries.changes import ChangesView
    from kehoach_cli.render.changes_text import Side
    from kehoach_cli.render.log_text import Entry
    from kehoach_cli.store.history import Commit
    from kehoach_cli.store.revisions import Repository


class State(NamedTuple):
    """A workspace in order, and how it is named."""

    workspace: Workspace
    side: Side


def compared(first: str | None, second: str | None, directory: Path | None) -> tuple[State, State]:
    """The state before and the state after; the command ends with 1 where either is not in order."""
    return _state(first or "HEAD", directory), _state(second, directory)


def _state(said: str | None, directory: Path | None) -> State:
    """A folder that holds plan/ is that folder, any other word a revision; None is the folder on the disk."""
    from kehoach_cli.render.changes_text import Side

    folder, revision = None, None
    if said is None:
        root, side = find_workspace(directory), Side()
    elif os.path.isdir(Path(said) / "plan"):  # noqa: PTH112  # answers for every path there can be
        root, side = with_plan(Path(said), "so sánh"), Side(folder=said)
    else:
        from kehoach_cli.cli.revision import folder_at

        root = find_workspace(directory)
        folder = folder_at(root, said)
        revision = folder.revision
        side = Side(revision.id, revision.day)
    loaded = load_workspace(root, today(), folder=folder)
    if loaded.has_errors:
        raise not_in_order(loaded, root, revision)
    return State(loaded.workspace, side)


def only_plan(view: ChangesView, old: State, new: State, typed: str) -> ChangesView:
    """The changes of that plan alone, whatever its folder was called in either state."""
    listed = (*old.workspace.plans, *new.workspace.plans)
    picked = pick_plan({p.id: p for p in listed}.values(), typed)
    number = picked.plan.document.number
    ids = {p.id for p in listed if p.id == picked.id or p.plan.document.number == number}
    return view._replace(sections=tuple(s for s in view.sections if s.plan in ids))


def history(directory: Path | None, typed: str | None, most: int) -> tuple[Iterator[Entry], int]:
    """The newest commits with what each changed, made as they are asked for; how many there are in all."""
    from kehoach_cli.cli.revision import refusal, repository_of
    from kehoach_cli.store.git import GitError
    from kehoach_cli.store.history import commits, plans_of

    repository = repository_of(find_workspace(directory))
    try:
        listed = commits(repository)
    except GitError as error:
        raise refusal(error, "HEAD") from None
    plan = _plan_named(typed, {id_ for commit in listed for id_ in plans_of(commit)}) if typed else ""
    touching = [n for n, commit in enumerate(listed) if not plan or plan in plans_of(commit)]
    end = touching[:most][-1] + 1 if touching else 0
    return _entries(repository, listed[:end], plan), len(touching)


def _entries(repository: Repository, listed: Sequence[Commit], plan: str) -> Iterator[Entry]:
    from kehoach_cli.queries.changes import changes_view
    from kehoach_cli.render.log_text import Entry
    from kehoach_cli.store.history import steps

    for step in steps(repository, listed, plan):
        view = changes_view(step.old, step.new)
        if plan:
            view = view._replace(sections=tuple(s for s in view.sections if s.plan == plan))
        commit = step.commit
        yield Entry(commit.id, commit.made, commit.author, commit.subject, view, step.unreadable)


def _plan_named(typed: str, known: Iterable[str]) -> str:
    """The plan's folder as it ever was called, by the beginning of its name or by its number."""
    from kehoach_cli.model.folding import fold

    listed = sorted(known)
    wanted = fold(typed)
    found = [id_ for id_ in listed if id_ == typed] or [id_ for id_ in listed if fold(id_).startswith(wanted)]
    if len(found) == 1 and wanted:
        return found[0]
    names = ", ".join(found or listed) or "chưa có"
    if found:
        raise typer.BadParameter(f"{quoted(typed)} ứng với {len(found)} kế hoạch: {names}. Ghi rõ hơn.")
    raise typer.BadParameter(f"không có kế hoạch {quoted(typed)}. Các kế hoạch: {names}.")
