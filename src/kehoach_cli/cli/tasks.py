"""kehoach tasks: who has to do what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kehoach_cli.cli.options import (
    AgencyName,
    AsOf,
    At,
    Directory,
    Force,
    Output,
    OverwriteEdited,
    PlanId,
    TableFormat,
)

if TYPE_CHECKING:
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.register import Entry
    from kehoach_cli.render.table import Forms

EXAMPLES = """Ví dụ:
kehoach tasks --agency "Trung tâm Y tế"
kehoach tasks -a "UBND xã Sơn Mùa" --why
kehoach tasks -a ttyt --role lead --format md
kehoach tasks -a ttyt -o nhiem-vu.docx
kehoach tasks --all -o nhiem-vu
kehoach tasks --matrix -o phan-cong.xlsx"""

Role = Annotated[
    Literal["lead", "coordinating"] | None,
    typer.Option(
        "--role", help="Chỉ lấy vai trò chủ trì (lead) hoặc phối hợp (coordinating).", show_default=False
    ),
]
Why = Annotated[
    bool, typer.Option("--why", help="Thêm căn cứ: nhiệm vụ → nhóm → cơ quan.", show_default=False)
]
Matrix = Annotated[
    bool, typer.Option("--matrix", help="Bảng phân công: nhiệm vụ × cơ quan (C, P, T).", show_default=False)
]
All = Annotated[
    bool,
    typer.Option(
        "--all",
        help="Mỗi cơ quan một tệp Word (hoặc Excel với --format xlsx) trong thư mục ghi sau -o.",
        show_default=False,
    ),
]


def tasks(
    *,
    agency: AgencyName = None,
    role: Role = None,
    why: Why = False,
    matrix: Matrix = False,
    all_: All = False,
    plan: PlanId = None,
    as_of: AsOf = None,
    at: At = None,
    format_: TableFormat = None,
    output: Output = None,
    force: Force = False,
    overwrite_edited: OverwriteEdited = False,
    directory: Directory = None,
) -> None:
    """Cho biết nhiệm vụ của một cơ quan, một nhóm hoặc tất cả, kèm hạn báo cáo.

    Gồm nhiệm vụ giao trực tiếp, giao qua nhóm, và nhiệm vụ có thể liên quan qua nhóm
    chưa xác định thành phần.
    """
    from kehoach_cli.cli.answering import Overwriting, chosen_format, give_forms
    from kehoach_cli.cli.opening import open_workspace, pick_entry

    _judge(agency, role, why=why, matrix=matrix, all_=all_)
    over = Overwriting(force, overwrite_edited)
    if all_:
        from kehoach_cli.cli.revision import tell
        from kehoach_cli.cli.task_files import judge_folder, write_task_files

        kind, folder = judge_folder(format_, output)
        opened = open_workspace(directory, as_of, plan, at=at, remembered=True)
        write_task_files(opened, kind, folder, over)
        tell(opened.at, opened.as_of)
        return
    form = chosen_format(format_, output)
    opened = open_workspace(directory, as_of, plan, at=at, remembered=True)
    entry = pick_entry(opened.workspace, agency) if agency is not None else None
    forms = _matrix(opened, entry) if matrix else _duties(opened, entry, role, why=why)
    give_forms(forms, form, output, opened, over)


def _matrix(opened: Opened, entry: Entry | None) -> Forms:
    from kehoach_cli.queries.matrix import matrix_view
    from kehoach_cli.render.matrix_table import matrix_forms

    return matrix_forms(matrix_view(opened.workspace, opened.as_of, entry), entry)


def _duties(opened: Opened, entry: Entry | None, role: str | None, *, why: bool) -> Forms:
    from kehoach_cli.cli.papers import issuer_today
    from kehoach_cli.queries.duties import tasks_view
    from kehoach_cli.render.duties_table import attached_words, duties_forms

    view = tasks_view(opened.workspace, opened.as_of, entry, role)
    return duties_forms(view, why=why, attached=attached_words(issuer_today(opened), opened.as_of))


def _judge(agency: str | None, role: str | None, *, why: bool, matrix: bool, all_: bool) -> None:
    """Options that mean nothing together are a wrong call, never an empty or a different answer."""
    given = (("--role", role is not None), ("--why", why))
    asked = ", ".join(name for name, is_given in given if is_given)
    beside = (("--agency", agency is not None), *given, ("--matrix", matrix))
    if all_ and any(is_given for _, is_given in beside):
        others = ", ".join(name for name, is_given in beside if is_given)
        raise typer.BadParameter(f"--all không dùng cùng {others}.")
    if asked and matrix:
        raise typer.BadParameter(f"{asked} không dùng cùng --matrix.")
    if asked and agency is None:
        raise typer.BadParameter(f"{asked} nói về một cơ quan hoặc nhóm; thêm --agency TÊN.")
