"""kehoach close: the figures of a period stand still from now on."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.candidates import periods
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PlanId

EXAMPLES = """Ví dụ:
kehoach close --period 6thang
kehoach close -p nam --as-of 14/11/2025"""

Period = Annotated[
    str, typer.Option("--period", "-p", click_type=Completed("KỲ", periods), help="Kỳ báo cáo, ví dụ 6thang.")
]


def close(*, period: Period, plan: PlanId = None, as_of: AsOf = None, directory: Directory = None) -> None:
    """Chốt số liệu một kỳ: từ nay báo cáo tổng hợp dùng đúng các báo cáo đã nhận đến ngày chốt.

    Cơ quan chưa gửi thì vẫn chốt được. Báo cáo đến sau được ghi “bổ sung sau khi chốt”; bảng tình hình
    gửi báo cáo vẫn theo thực tế. Muốn tính lại thì dùng kehoach reopen.
    """
    from kehoach_cli.cli.closing import close_period
    from kehoach_cli.cli.opening import open_workspace

    sys.stdout.write(close_period(open_workspace(directory, as_of, plan), period))
