"""From options to a workspace: where it is, that it is in order, which plan, which agency, which day."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.register import Entry
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.store.folder import Folder
    from kehoach_cli.store.loaded import Loaded
    from kehoach_cli.store.revisions import Revision

_MOST_NAMED = 12


class Opened(NamedTuple):
    """A workspace in order, with the day the question is asked for."""

    root: Path
    workspace: Workspace
    as_of: date
    at: Revision | None = None  # whose data it is, where not the files on the disk


def today() -> date:
    """The only place that reads the clock."""
    return date.today()  # noqa: DTZ011  # the office's own calendar day, no time zone in the data


def find_workspace(directory: Path | None) -> Path:
    """-C, else the nearest parent with plan/, else KEHOACH_DIR; a wrong call where there is none."""
    from kehoach_cli.store.folder import find_root

    if directory is not None:
        return with_plan(directory, "-C")
    root = find_root(Path.cwd())
    if root is not None:
        return root
    named = os.environ.get("KEHOACH_DIR")
    if named:
        return with_plan(Path(named), "KEHOACH_DIR")
    raise typer.BadParameter(
        f"không tìm thấy thư mục plan ở {quoted(str(Path.cwd()))} và các thư mục trên nó. "
        "Chuyển vào thư mục làm việc, thêm -C THƯ_MỤC, hoặc tạo mới bằng “kehoach init THƯ_MỤC”."
    )


def with_plan(directory: Path, said: str) -> Path:
    """The workspace that a person named; naming its plan/ itself means the same."""
    directory = Path(os.path.abspath(directory))  # noqa: PTH100  # `.` and `..` have no name
    if directory.name == "plan" and _is_there(directory / "agencies.yaml"):
        return directory.parent
    if not os.path.isdir(directory / "plan"):  # noqa: PTH112  # answers for every path there can be
        what = "không có thư mục plan bên trong" if _is_there(directory) else "không có trên máy này"
        raise typer.BadParameter(
            f"thư mục {quoted(str(directory))} (theo {said}) {what}. "
            "Kiểm tra lại đường dẫn, hoặc tạo mới bằng “kehoach init THƯ_MỤC”."
        )
    return directory


def _is_there(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110  # likewise


def load_workspace(
    root: Path, as_of: date, *, thorough: bool = False, folder: Folder | None = None
) -> Loaded:
    """The workspace with all its problems, in order or not; `folder` reads it from elsewhere."""
    from kehoach_cli.store.folder import DiskFolder
    from kehoach_cli.store.loading import load

    return load(folder or DiskFolder(root), as_of, thorough=thorough)


def open_workspace(
    directory: Path | None,
    as_of: date | None,
    plan: str | None = None,
    *,
    despite: Container[str] = (),
    at: str | None = None,
    remembered: bool = False,
) -> Opened:
    """The workspace, or the end of the command: 1 with the problems told when it is not in order.

    Each plan is as it holds on that day: an amendment that comes into force later is not seen.
    `despite` are the codes that the command is there to settle: alone they do not stop it. With `at` it is
    the workspace of that revision. `remembered`: light records do, for a command that only reads.
    """
    root = find_workspace(directory)
    day = as_of or today()
    folder = None
    if at is not None:
        from kehoach_cli.cli.revision import folder_at

        folder = folder_at(root, at)
    revision = folder.revision if folder else None
    loaded = _remembered(root, day) if remembered and at is None else load_workspace(root, day, folder=folder)
    if any(p.severity == "error" and p.code not in despite for p in loaded.problems):
        raise not_in_order(loaded, root, revision)
    from kehoach_cli.model.amending import workspace_on

    workspace = workspace_on(loaded.workspace, day)
    if plan is not None:
        workspace = workspace._replace(plans=(pick_plan(workspace.plans, plan),))
    return Opened(root, workspace, day, revision)


def _remembered(root: Path, as_of: date) -> Loaded:
    from kehoach_cli.store.remembering import load_remembered

    return load_remembered(root, as_of)


def read_again(opened: Opened) -> Workspace:
    """The whole folder as it stands after a file of it was written, on the day asked about."""
    from kehoach_cli.model.amending import workspace_on

    return workspace_on(load_workspace(opened.root, opened.as_of).workspace, opened.as_of)


def not_in_order(loaded: Loaded, root: Path, revision: Revision | None = None) -> typer.Exit:
    """The end of a command, with every problem told on stderr."""
    from kehoach_cli.render.diagnostics import problems_text, summary_line

    short = revision.short if revision else ""
    told = problems_text(loaded.problems, root, Path.cwd(), short)
    sys.stderr.write(told + summary_line(loaded.problems, loaded.files))
    return typer.Exit(1)


def pick_plan(plans: Iterable[PlanFolder], typed: str) -> PlanFolder:
    """The plan meant by its folder's name, its number, or the beginning of either."""
    from kehoach_cli.model.folding import fold

    listed = list(plans)
    wanted = fold(typed)
    names = [(p, [p.id, p.plan.document.number]) for p in listed]
    exact = [p for p, ns in names if typed in ns] or [p for p, ns in names if wanted in map(fold, ns)]
    found = exact or [p for p, ns in names if wanted and any(fold(n).startswith(wanted) for n in ns)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(p.id for p in (found or listed)[:_MOST_NAMED])
    if found:
        raise typer.BadParameter(f"{quoted(typed)} ứng với {len(found)} kế hoạch: {known}. Ghi rõ hơn.")
    raise typer.BadParameter(f"không có kế hoạch {quoted(typed)}. Các kế hoạch: {known or 'chưa có'}.")


def pick_entry(workspace: Workspace, typed: str) -> Entry:
    """The agency or group meant; a wrong call names the candidates or the nearest names."""
    return _pick(typed, workspace.register.entries())


def pick_agency(workspace: Workspace, typed: str) -> Agency:
    """As `pick_entry`, where only a single agency makes sense."""
    from kehoach_cli.model.names import look_up

    register = workspace.register
    found = look_up(typed, register.entries()).found if typed.strip() else None
    if found is not None and register.is_group(found):
        members = _listed([m.agency.name for m in register.members(found) if m.certain])
        known = f": {members}" if members else ""
        raise typer.BadParameter(f"{quoted(found.name)} là một nhóm; ghi tên từng cơ quan{known}.")
    return register.agencies[_pick(typed, register.agencies.values()).id]


def _pick(typed: str, entries: Iterable[Entry]) -> Entry:
    from kehoach_cli.model.names import look_up

    if not typed.strip():
        raise typer.BadParameter("chưa ghi tên cơ quan; ghi tên, cách viết khác, mã hay ký hiệu.")
    lookup = look_up(typed, entries)
    if lookup.found is not None:
        return lookup.found
    if lookup.candidates:
        names = _listed([e.name for e in lookup.candidates])
        raise typer.BadParameter(
            f"tên {quoted(typed)} ứng với {len(lookup.candidates)} cơ quan, nhóm: {names}. Ghi rõ hơn."
        )
    nearest = _listed([e.name for e in lookup.nearest])
    hint = f" Gần nhất: {nearest}." if nearest else ""
    raise typer.BadParameter(f"không có cơ quan {quoted(typed)} trong danh mục.{hint}")


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _MOST_NAMED else ""
    return ", ".join(f"“{name}”" for name in names[:_MOST_NAMED]) + more


def pick_deadline(workspace: Workspace, period: str) -> tuple[PlanFolder, Deadline]:
    """The plan that has the period; a wrong call where none or several have it."""
    check_period(workspace, period)
    having = [(p, d) for p in workspace.plans if (d := p.plan.deadline(period))]
    if len(having) > 1:
        known = ", ".join(p.id for p, _ in having[:_MOST_NAMED])
        raise typer.BadParameter(f"kỳ {period} có ở {len(having)} kế hoạch: {known}. Thêm --plan MÃ.")
    return having[0]


def check_period(workspace: Workspace, period: str) -> None:
    """A period that no plan has is a wrong call, never an empty answer."""
    known = list(dict.fromkeys(d.period for p in workspace.plans for d in p.plan.deadlines))
    if period not in known:
        raise typer.BadParameter(
            f"không kế hoạch nào có hạn báo cáo kỳ {quoted(period)}. "
            f"Các kỳ đang có: {', '.join(known) or 'chưa có'}."
        )
