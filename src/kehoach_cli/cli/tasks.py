"""kehoach tasks: who has to do what."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kehoach_cli.cli.options import (
    AgencyName,
    AsOf,
    Directory,
    Force,
    Output,
    PlanId,
    TableFormat,
)

EXAMPLES = """Ví dụ:
kehoach tasks --agency "Trung tâm Y tế"
kehoach tasks -a "UBND xã Sơn Mùa" --why
kehoach tasks -a ttyt --role lead --format md
kehoach tasks --matrix -o phan-cong.csv"""


def tasks(
    *,
    agency: AgencyName = None,
    role: Annotated[
        Literal["lead", "coordinating"] | None,
        typer.Option(
            "--role", help="Chỉ lấy vai trò chủ trì (lead) hoặc phối hợp (coordinating).", show_default=False
        ),
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Thêm căn cứ: nhiệm vụ → nhóm → cơ quan.", show_default=False)
    ] = False,
    matrix: Annotated[
        bool,
        typer.Option("--matrix", help="Bảng phân công: nhiệm vụ × cơ quan (C, P, T).", show_default=False),
    ] = False,
    plan: PlanId = None,
    as_of: AsOf = None,
    format_: TableFormat = None,
    output: Output = None,
    force: Force = False,
    directory: Directory = None,
) -> None:
    """Cho biết nhiệm vụ của một cơ quan, một nhóm hoặc tất cả, kèm hạn báo cáo.

    Gồm nhiệm vụ giao trực tiếp, giao qua nhóm, và nhiệm vụ có thể liên quan qua nhóm
    chưa xác định thành phần.
    """
    from kehoach_cli.cli.answering import Overwriting, chosen_format, give_forms
    from kehoach_cli.cli.opening import open_workspace, pick_entry

    _judge(agency, role, why=why, matrix=matrix)
    form = chosen_format(format_, output)
    opened = open_workspace(directory, as_of, plan)
    entry = pick_entry(opened.workspace, agency) if agency is not None else None
    if matrix:
        from kehoach_cli.queries.matrix import matrix_view
        from kehoach_cli.render.matrix_table import matrix_forms

        forms = matrix_forms(matrix_view(opened.workspace, opened.as_of, entry), entry)
    else:
        from kehoach_cli.queries.duties import tasks_view
        from kehoach_cli.render.duties_table import duties_forms

        forms = duties_forms(tasks_view(opened.workspace, opened.as_of, entry, role), why=why)
    give_forms(forms, form, output, Overwriting(force))


def _judge(agency: str | None, role: str | None, *, why: bool, matrix: bool) -> None:
    """Options that mean nothing together are a wrong call, never an empty or a different answer."""
    asked = ", ".join(name for name, given in (("--role", role is not None), ("--why", why)) if given)
    if asked and matrix:
        raise typer.BadParameter(f"{asked} không dùng cùng --matrix.")
    if asked and agency is None:
        raise typer.BadParameter(f"{asked} nói về một cơ quan hoặc nhóm; thêm --agency TÊN.")
