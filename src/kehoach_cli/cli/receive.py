"""kehoach receive: log a report that came in."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from kehoach_cli.cli.candidates import periods, senders
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PlanId
from kehoach_cli.cli.values import Day

EXAMPLES = """Ví dụ:
kehoach receive --period 6thang --agency ttyt --received 12/5/2025 --number 45/BC-TTYT
kehoach receive -p 6thang -a "UBND xã Sơn Mùa" --received 14/5/2025 --draft"""


def _text(name: str, metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=text, show_default=False)
    return option


def _day(name: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, click_type=Day(), help=text, show_default=False)
    return option


Period = Annotated[
    str, typer.Option("--period", "-p", click_type=Completed("KỲ", periods), help="Kỳ báo cáo, ví dụ 6thang.")
]
Sender = Annotated[
    str, typer.Option("--agency", "-a", click_type=Completed("TÊN", senders), help="Cơ quan gửi báo cáo.")
]
Received = Annotated[date, _day("--received", "Ngày đến Văn phòng, ví dụ 12/5/2025.")]
Number = Annotated[str | None, _text("--number", "SỐ_KÝ_HIỆU", "Số, ký hiệu báo cáo như bên gửi ghi.")]
Dated = Annotated[date | None, _day("--dated", "Ngày ghi trên báo cáo.")]
ArrivalNumber = Annotated[str | None, _text("--arrival-number", "SỐ_ĐẾN", "Số đến.")]
Signer = Annotated[str | None, _text("--signer", "NGƯỜI_KÝ", "Người ký, chức vụ.")]
Channel = Annotated[str | None, _text("--channel", "HÌNH_THỨC", "Hình thức gửi, ví dụ “Bản giấy”.")]
Draft = Annotated[
    bool, typer.Option("--draft", help="Mới có bản mềm, chờ văn bản chính thức.", show_default=False)
]
Covers = Annotated[
    list[str] | None,
    typer.Option(
        "--covers",
        click_type=Completed("TÊN", senders),
        help="Báo cáo chung: cơ quan khác mà báo cáo này gồm cả.",
        show_default=False,
    ),
]
ReturnedOn = Annotated[date | None, _day("--returned", "Ngày trả lại để bổ sung.")]
Reason = Annotated[str | None, _text("--reason", "LÝ_DO", "Lý do trả lại (cùng với --returned).")]


def receive(
    *,
    period: Period,
    agency: Sender,
    received: Received,
    number: Number = None,
    dated: Dated = None,
    arrival_number: ArrivalNumber = None,
    signer: Signer = None,
    channel: Channel = None,
    draft: Draft = False,
    covers: Covers = None,
    returned: ReturnedOn = None,
    reason: Reason = None,
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
        period=period,
        agency=agency,
        received=received,
        number=number,
        dated=dated,
        arrival_number=arrival_number,
        signer=signer,
        channel=channel,
        draft=draft,
        covers=tuple(covers or ()),
        returned=returned,
        reason=reason,
    )
    sys.stdout.write(log_arrival(open_workspace(directory, as_of, plan), arrival))
