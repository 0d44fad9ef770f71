"""kehoach status: who has reported, who is late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.options import (
    AgencyName,
    AsOf,
    At,
    Directory,
    Force,
    Output,
    OverwriteEdited,
    PeriodName,
    PlanId,
    TableFormat,
)

if TYPE_CHECKING:
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.register import Entry
    from kehoach_cli.render.table import Forms

EXAMPLES = """Ví dụ:
kehoach status --period 6thang
kehoach status --as-of 20/5/2025 --fail-late
kehoach status -p 6thang -o tinh-hinh.csv
kehoach status --register -p 6thang -o so-theo-doi.xlsx
kehoach status --open"""

Open = Annotated[
    bool,
    typer.Option(
        "--open",
        help="Khó khăn, vướng mắc báo cáo đột xuất chưa giải quyết, chờ lâu nhất trước.",
        show_default=False,
    ),
]


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
    register: Annotated[
        bool,
        typer.Option(
            "--register",
            help="Sổ theo dõi báo cáo: số, ngày, người ký, số đến, hình thức, đã đôn đốc bằng công văn nào.",
            show_default=False,
        ),
    ] = False,
    open_: Open = False,
    plan: PlanId = None,
    as_of: AsOf = None,
    at: At = None,
    format_: TableFormat = None,
    output: Output = None,
    force: Force = False,
    overwrite_edited: OverwriteEdited = False,
    directory: Directory = None,
) -> None:
    """Cho biết cơ quan nào đã gửi báo cáo, cơ quan nào chưa, trễ bao nhiêu ngày.

    Mỗi hạn báo cáo một bảng, kèm số tổng và tỷ lệ tính đến ngày xét.
    """
    from kehoach_cli.cli.answering import Overwriting, chosen_format, give_forms
    from kehoach_cli.cli.opening import check_period, open_workspace, pick_entry

    form = chosen_format(format_, output)
    opened = open_workspace(directory, as_of, plan, at=at, remembered=True)
    entry = pick_entry(opened.workspace, agency) if agency is not None else None
    if period is not None:
        check_period(opened.workspace, period)
    if open_ and (register or fail_late):
        raise typer.BadParameter("--open không dùng cùng --register, --fail-late.")
    make = _open if open_ else _register if register else _status
    forms, overdue = make(opened, period, entry)
    give_forms(forms, form, output, opened, Overwriting(force, overwrite_edited))
    if fail_late and overdue:
        raise typer.Exit(1)


def _status(opened: Opened, period: str | None, entry: Entry | None) -> tuple[Forms, int]:
    """The answer, and how many slots are overdue."""
    from kehoach_cli.queries.status import status_view
    from kehoach_cli.render.status_table import status_forms

    view = status_view(opened.workspace, opened.as_of, period, entry)
    return status_forms(view, entry, period), sum(d.counts.overdue for d in view.deadlines)


def _register(opened: Opened, period: str | None, entry: Entry | None) -> tuple[Forms, int]:
    """The same slots as the office's book."""
    from kehoach_cli.queries.tracking import tracking_view
    from kehoach_cli.render.tracking_table import tracking_forms

    view = tracking_view(opened.workspace, opened.as_of, period, entry)
    return tracking_forms(view, entry, period), sum(d.status.counts.overdue for d in view.deadlines)


def _open(opened: Opened, period: str | None, entry: Entry | None) -> tuple[Forms, int]:
    """Difficulties reported outside the calendar."""
    from kehoach_cli.queries.urgent import open_view
    from kehoach_cli.render.urgent_table import urgent_forms

    return urgent_forms(open_view(opened.workspace, opened.as_of, period, entry)), 0
