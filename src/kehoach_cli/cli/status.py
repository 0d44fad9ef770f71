"""kehoach status: who has reported, who is late."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.options import (
    AgencyName,
    AsOf,
    Directory,
    Force,
    Output,
    PeriodName,
    PlanId,
    TableFormat,
)

EXAMPLES = """Ví dụ:
kehoach status --period 6thang
kehoach status --as-of 20/5/2025 --fail-late
kehoach status -p 6thang -o tinh-hinh.csv"""


def status(
    *,
    period: PeriodName = None,
    agency: AgencyName = None,
    fail_late: Annotated[
        bool,
        typer.Option(
            "--fail-late", help="Kết thúc với mã 1 khi còn cơ quan quá hạn chưa gửi.", show_default=False
        ),
    ] = False,
    plan: PlanId = None,
    as_of: AsOf = None,
    format_: TableFormat = None,
    output: Output = None,
    force: Force = False,
    directory: Directory = None,
) -> None:
    """Cho biết cơ quan nào đã gửi báo cáo, cơ quan nào chưa, trễ bao nhiêu ngày.

    Mỗi hạn báo cáo một bảng, kèm số tổng và tỷ lệ tính đến ngày xét.
    """
    from kehoach_cli.cli.answering import Overwriting, chosen_format, give_forms
    from kehoach_cli.cli.opening import check_period, open_workspace, pick_entry
    from kehoach_cli.queries.status import status_view
    from kehoach_cli.render.status_table import status_forms

    form = chosen_format(format_, output)
    opened = open_workspace(directory, as_of, plan)
    entry = pick_entry(opened.workspace, agency) if agency is not None else None
    if period is not None:
        check_period(opened.workspace, period)
    view = status_view(opened.workspace, opened.as_of, period, entry)
    give_forms(status_forms(view, entry, period), form, output, Overwriting(force))
    if fail_late and any(d.counts.overdue for d in view.deadlines):
        raise typer.Exit(1)
