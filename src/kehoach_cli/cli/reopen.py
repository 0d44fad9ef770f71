"""kehoach reopen: a closed period is open again, on record."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.close import Period
from kehoach_cli.cli.options import AsOf, Directory, PlanId

EXAMPLES = """Ví dụ:
kehoach reopen --period 6thang --reason "Trung tâm Y tế đính chính số liệu"
"""

Reason = Annotated[str, typer.Option("--reason", metavar="LÝ_DO", help="Lý do mở lại.", show_default=False)]


def reopen(
    *,
    period: Period,
    reason: Reason,
    plan: PlanId = None,
    as_of: AsOf = None,
    directory: Directory = None,
) -> None:
    """Mở lại một kỳ đã chốt: báo cáo tổng hợp lại theo các báo cáo hiện có.

    Lần chốt trước được giữ lại cùng ngày mở lại và lý do.
    """
    from kehoach_cli.cli.closing import LOST_COPIES, reopen_period
    from kehoach_cli.cli.opening import open_workspace

    opened = open_workspace(directory, as_of, plan, despite=LOST_COPIES)
    sys.stdout.write(reopen_period(opened, period, reason))
