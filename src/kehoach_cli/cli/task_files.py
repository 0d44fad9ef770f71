"""What `tasks --all` does: a file of its own for every agency that has a duty or owes a report."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.cli.answering import Overwriting
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.queries.duties import TasksView

_KINDS = {None: "docx", "docx": "docx", "xlsx": "xlsx"}
_MOST_NAMED = 12
_UNCHANGED = "Không có tệp nào bị thay đổi."


class Given(NamedTuple):
    """Whom the plans give something, whom only perhaps, and whom nothing; in register order."""

    files: dict[str, TasksView]  # by the file's name without its ending
    possible: list[str]  # only through groups that nobody enumerated
    nothing: list[str]


def judge_folder(format_: str | None, output: Path | None) -> tuple[str, Path]:
    """The kind of the files and their folder; what means neither is a wrong call."""
    if format_ not in _KINDS:
        raise typer.BadParameter(
            f"--all ghi mỗi cơ quan một tệp Word (docx) hoặc Excel (xlsx), không phải {format_}."
        )
    if output is None:
        raise typer.BadParameter("--all ghi mỗi cơ quan một tệp; thêm -o THƯ_MỤC.")
    is_folder = os.path.isdir(output)  # noqa: PTH112  # answers for every path there can be
    if not is_folder and (os.path.lexists(output) or output.suffix):
        raise typer.BadParameter(
            f"--all ghi nhiều tệp: sau -o phải là một thư mục, không phải tệp {quoted(output.name)}."
        )
    return _KINDS[format_], output


def write_task_files(opened: Opened, kind: str, folder: Path, over: Overwriting) -> None:
    """All files or none; then the command says how many, and who has none and why."""
    from kehoach_cli.cli.answering import write_all
    from kehoach_cli.cli.demonstrating import named, presented
    from kehoach_cli.cli.papers import issuer_today, written
    from kehoach_cli.render.duties_table import attached_words, duties_forms

    over.judge()
    given = given_of(opened)
    names = [named(opened, folder / f"{stem}.{kind}").name for stem in given.files]
    _check(folder, names, over)
    attached = attached_words(issuer_today(opened), opened.as_of)
    files = {}
    for name, view in zip(names, given.files.values(), strict=True):
        forms = presented(opened, duties_forms(view, why=False, attached=attached))
        content = written(forms, kind, opened)
        files[name] = content or b""
    if files:
        write_all(folder, files, over)
    sys.stderr.write(_told(given, folder))


def given_of(opened: Opened) -> Given:
    """Every agency that is there on the day, in one of three ways."""
    from kehoach_cli.queries.duties import tasks_view

    workspace = opened.workspace
    agencies = [a for a in workspace.register.agencies.values() if a.holds_on(opened.as_of)]
    digits = max(2, len(str(len(agencies))))
    given = Given({}, [], [])
    for number, agency in enumerate(agencies, 1):
        view = tasks_view(workspace, opened.as_of, agency)
        if _has_something(view):
            given.files[f"{number:0{digits}d}_{_stem(agency)}"] = view
        else:
            (given.possible if view.duties else given.nothing).append(agency.name)
    return given


def _has_something(view: TasksView) -> bool:
    """A duty that is certain or the agency's own «nếu có», or a report it owes."""
    owes = any(due.slot is not None and due.slot.exempt is None for due in view.deadlines)
    return owes or any(duty.certain or duty.optional for duty in view.duties)


def _stem(agency: Agency) -> str:
    from kehoach_cli.model.folding import slug

    return slug(agency.name)[:80].strip("-") or agency.id


def _check(folder: Path, names: list[str], over: Overwriting) -> None:
    """A wrong call, before anything is made, that names every file in the way."""
    from kehoach_cli.cli.answering import check_free

    taken = [name for name in names if os.path.lexists(folder / name)]
    if taken and not over.force:
        more = ", …" if len(taken) > _MOST_NAMED else ""
        raise typer.BadParameter(
            f"thư mục {quoted(str(folder))} đã có {len(taken)} tệp: {', '.join(taken[:_MOST_NAMED])}{more}; "
            f"thêm --force để ghi đè. {_UNCHANGED}"
        )
    for name in taken:
        check_free(folder / name, over)


def _told(given: Given, folder: Path) -> str:
    shown = quoted(str(folder))[1:-1]
    if given.files:
        said = [f"Đã ghi {len(given.files)} tệp vào {shown}, mỗi cơ quan một tệp."]
    else:
        said = ["Không có cơ quan nào được giao nhiệm vụ hoặc phải báo cáo; không ghi tệp nào."]
    if given.possible:
        said.append(
            "Không lập danh sách vì chỉ có thể liên quan, qua nhóm chưa xác định thành phần: "
            f"{'; '.join(given.possible)}."
        )
    if given.nothing:
        said.append(
            f"Không lập danh sách vì không có nhiệm vụ và không phải báo cáo: {'; '.join(given.nothing)}."
        )
    return "".join(f"{line}\n" for line in said)
