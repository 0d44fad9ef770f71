"""kehoach receive: log a report that came in."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from kehoach_cli.cli.candidates import agencies, periods
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PlanId
from kehoach_cli.cli.values import Day

EXAMPLES = """Ví dụ:
kehoach receive --period 6thang --agency ttyt --received 12/5/2025 --number 45/BC-TTYT
kehoach receive -p 6thang -a "UBND xã Sơn Mùa" --received 14/5/2025 --draft"""


def receive(
    period: Annotated[
        str,
        typer.Option("--period", "-p", click_type=Completed("KỲ", periods), help="Kỳ báo cáo, ví dụ 6thang."),
    ],
    agency: Annotated[
        str,
        typer.Option("--agency", "-a", click_type=Completed("TÊN", agencies), help="Cơ quan gửi báo cáo."),
    ],
    received: Annotated[
        date,
        typer.Option(
            "--received", click_type=Day(), help="Ngày đến Văn phòng, ví dụ 12/5/2025.", show_default=False
        ),
    ],
    number: Annotated[
        str | None,
        typer.Option(
            "--number", metavar="SỐ_KÝ_HIỆU", help="Số, ký hiệu báo cáo như bên gửi ghi.", show_default=False
        ),
    ] = None,
    dated: Annotated[
        date | None,
        typer.Option("--dated", click_type=Day(), help="Ngày ghi trên báo cáo.", show_default=False),
    ] = None,
    arrival_number: Annotated[
        str | None,
        typer.Option("--arrival-number", metavar="SỐ_ĐẾN", help="Số đến.", show_default=False),
    ] = None,
    signer: Annotated[
        str | None,
        typer.Option("--signer", metavar="NGƯỜI_KÝ", help="Người ký, chức vụ.", show_default=False),
    ] = None,
    channel: Annotated[
        str | None,
        typer.Option(
            "--channel", metavar="HÌNH_THỨC", help="Hình thức gửi, ví dụ “Bản giấy”.", show_default=False
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option("--draft", help="Mới có bản mềm, chờ văn bản chính thức.", show_default=False),
    ] = False,
    covers: Annotated[
        list[str] | None,
        typer.Option(
            "--covers",
            click_type=Completed("TÊN", agencies),
            help="Báo cáo chung: cơ quan khác mà báo cáo này gồm cả.",
            show_default=False,
        ),
    ] = None,
    returned: Annotated[
        date | None,
        typer.Option("--returned", click_type=Day(), help="Ngày trả lại để bổ sung.", show_default=False),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason", metavar="LÝ_DO", help="Lý do trả lại (cùng với --returned).", show_default=False
        ),
    ] = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    directory: Directory = None,
) -> None:
    """Ghi nhận một báo cáo đã đến: tính ngay là đã nhận, nội dung nhập sau.

    Tạo một tệp có chú thích để điền nội dung; không bao giờ ghi đè tệp đã có.
    """
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.receiving import Arrival, log_arrival

    arrival = Arrival(
        period, agency, received, number, dated, arrival_number, signer, channel, draft, tuple(covers or ()),
        returned, reason,
    )  # fmt: skip
    sys.stdout.write(log_arrival(open_workspace(directory, as_of, plan), arrival))
