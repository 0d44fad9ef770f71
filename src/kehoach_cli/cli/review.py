"""kehoach review: a report made for duties that changed since still stands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.candidates import senders
from kehoach_cli.cli.close import Period
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PlanId

EXAMPLES = """Ví dụ:
kehoach review --period 6thang --agency "Phòng Tư pháp"
kehoach review -p 6thang -a ttyt --reason "Đã hỏi lại, số liệu không đổi" --by "Nguyễn Thị Lan" """

Sender = Annotated[
    str, typer.Option("--agency", "-a", click_type=Completed("TÊN", senders), help="Cơ quan gửi báo cáo.")
]
Reason = Annotated[
    str | None,
    typer.Option("--reason", metavar="LÝ_DO", help="Vì sao báo cáo vẫn dùng được.", show_default=False),
]
By = Annotated[str | None, typer.Option("--by", metavar="AI", help="Ai rà soát.", show_default=False)]


def review(
    *,
    period: Period,
    agency: Sender,
    reason: Reason = None,
    by: By = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    directory: Directory = None,
) -> None:
    """Ghi nhận đã rà soát lại một báo cáo sau khi nhiệm vụ thay đổi: báo cáo vẫn dùng được.

    Nhiệm vụ thay đổi theo văn bản sửa đổi, bổ sung có hiệu lực sau ngày báo cáo đến; “kehoach status” ghi
    “cần rà soát lại”. Cần sửa báo cáo thì trả lại cơ quan gửi, không dùng lệnh này.
    """
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.reviewing import record_review

    opened = open_workspace(directory, as_of, plan)
    sys.stdout.write(record_review(opened, period, agency, reason or "", by or ""))
