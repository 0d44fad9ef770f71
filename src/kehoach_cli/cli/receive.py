"""kehoach receive: log a report that came in, or a difficulty reported at once."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.candidates import periods, senders
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PlanId
from kehoach_cli.cli.privacy import AllowPersonalData
from kehoach_cli.cli.values import Day

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES = """Ví dụ:
kehoach receive --period 6thang --agency ttyt --received 12/5/2025 --number 45/BC-TTYT
kehoach receive -p 6thang -a "UBND xã Sơn Mùa" --received 14/5/2025 --draft
kehoach receive --urgent -a ttyt --received 12/5/2025 --ref II.5 --text "Hết vắc xin sởi" """

_OF_REPORTS = (
    "period", "arrival-number", "signer", "channel", "draft", "covers", "returned", "reason",
)  # fmt: skip
_OF_URGENT = ("text", "ref", "since", "asked", "to")
_URGENT = "Khó khăn, vướng mắc báo cáo đột xuất"


def _text(name: str, metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=text, show_default=False)
    return option


def _day(name: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, click_type=Day(), help=text, show_default=False)
    return option


def _urgent(name: str, metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        name, metavar=metavar, help=text, show_default=False, rich_help_panel=_URGENT
    )
    return option


Period = Annotated[
    str | None,
    typer.Option(
        "--period",
        "-p",
        click_type=Completed("KỲ", periods),
        help="Kỳ báo cáo, ví dụ 6thang; bắt buộc, trừ khi có --urgent.",
        show_default=False,
    ),
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
Urgent = Annotated[
    bool,
    typer.Option(
        "--urgent",
        help="Ghi nhận khó khăn, vướng mắc vượt thẩm quyền, không theo kỳ (không ghi --period).",
        show_default=False,
        rich_help_panel=_URGENT,
    ),
]
Text = Annotated[
    str | None, _urgent("--text", "NỘI_DUNG", "Khó khăn, vướng mắc gì (bắt buộc khi có --urgent).")
]
TaskRef = Annotated[str | None, _urgent("--ref", "MỤC", "Liên quan nhiệm vụ nào, ví dụ II.3.")]
Since = Annotated[
    date | None,
    typer.Option(
        "--since",
        click_type=Day(),
        help="Phát sinh từ ngày nào.",
        show_default=False,
        rich_help_panel=_URGENT,
    ),
]
Asked = Annotated[str | None, _urgent("--asked", "ĐỀ_NGHỊ", "Đề nghị gì.")]
To = Annotated[
    str | None,
    _urgent("--to", "NƠI", "Đề nghị với ai: UBND huyện, Sở Y tế, UBND tỉnh, sở, ngành khác."),
]


def receive(
    ctx: typer.Context,
    *,
    period: Period = None,
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
    allow_personal_data: AllowPersonalData = None,
    urgent: Urgent = False,
    text: Text = None,
    ref: TaskRef = None,
    since: Since = None,
    asked: Asked = None,
    to: To = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    directory: Directory = None,
) -> None:
    """Ghi nhận một báo cáo đã đến: tính ngay là đã nhận, nội dung nhập sau.

    Tạo một tệp có chú thích để điền nội dung; không bao giờ ghi đè tệp đã có.

    Với --urgent: ghi nhận khó khăn, vướng mắc mà cơ quan phải báo cáo ngay, không chờ kỳ báo cáo.
    """
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.receiving import Arrival, log_arrival
    from kehoach_cli.cli.urgent import Difficulty, log_urgent

    _judge_kind(ctx.params)
    if urgent:
        said = Difficulty(agency, received, number, dated, ref, text, since, asked, to, allow_personal_data)
        sys.stdout.write(log_urgent(open_workspace(directory, as_of, plan), said))
        return
    came = (number, dated, arrival_number, signer, channel, draft)
    more = (tuple(covers or ()), returned, reason, allow_personal_data)
    arrival = Arrival(period or "", agency, received, *came, *more)
    sys.stdout.write(log_arrival(open_workspace(directory, as_of, plan), arrival))


def _judge_kind(given: Mapping[str, object]) -> None:
    """A report belongs to a period, a difficulty to none: options of the one mean nothing to the other."""
    names, why = (_OF_REPORTS, "không dùng") if given["urgent"] else (_OF_URGENT, "chỉ dùng")
    wrong = [f"--{name}" for name in names if given[name.replace("-", "_")]]
    if wrong:
        raise typer.BadParameter(f"{', '.join(wrong)} {why} cùng --urgent. Không có tệp nào bị thay đổi.")
    if not given["urgent"] and given["period"] is None:
        raise typer.BadParameter("thiếu tùy chọn bắt buộc “--period KỲ” (hoặc --urgent).")
