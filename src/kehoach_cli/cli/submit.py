"""kehoach submit: the answers of filled-in forms become reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.candidates import senders
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PeriodName, PlanId
from kehoach_cli.cli.privacy import AllowPersonalData
from kehoach_cli.cli.receive import ArrivalNumber, Channel, Dated, Draft, Number, Signer
from kehoach_cli.cli.values import Day

EXAMPLES = """Ví dụ:
kehoach submit Bieu-mau_6thang-2025_05_Phong-Tu-phap.xlsx --received 12/5/2025
kehoach submit nhan-ve/*.xlsx --dry-run
kehoach submit bao-cao.xlsx -a "Phòng Tư pháp" -p 6thang --number 45/BC-TP"""

Files = Annotated[list[Path], typer.Argument(metavar="TỆP…", help="Các biểu mẫu .xlsx đã điền.")]
Received = Annotated[
    date | None,
    typer.Option(
        "--received",
        click_type=Day(),
        help="Ngày đến Văn phòng; nếu không ghi là ngày đang xét, hoặc ngày đã ghi khi nhận báo cáo.",
        show_default=False,
    ),
]
Sender = Annotated[
    str | None,
    typer.Option(
        "--agency",
        "-a",
        click_type=Completed("TÊN", senders),
        help="Cơ quan gửi, khi biểu mẫu không cho biết (trang chép sang tệp khác).",
        show_default=False,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Chỉ đọc và báo kết quả, không ghi tệp nào.", show_default=False)
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace", help="Thay báo cáo đã nhập; bản cũ được giữ trong thư mục _truoc.", show_default=False
    ),
]


def submit(
    *,
    files: Files,
    received: Received = None,
    period: PeriodName = None,
    agency: Sender = None,
    number: Number = None,
    dated: Dated = None,
    arrival_number: ArrivalNumber = None,
    signer: Signer = None,
    channel: Channel = None,
    draft: Draft = False,
    dry_run: DryRun = False,
    replace: Replace = False,
    allow_personal_data: AllowPersonalData = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    directory: Directory = None,
) -> None:
    """Nhập biểu mẫu Excel đã điền thành báo cáo của cơ quan.

    Mỗi tệp được nhập trọn vẹn hoặc không nhập; tệp có lỗi không ảnh hưởng tệp khác. Báo cáo mới ghi nhận
    (chưa có nội dung) được điền tiếp; báo cáo đã nhập chỉ được thay khi có --replace.
    """
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.submitting import Call, submit_files

    facts = {"number": number, "dated": dated, "arrival_number": arrival_number}
    facts |= {"signer": signer, "channel": channel, "draft": "true" if draft else None}
    given = {key: str(value) for key, value in facts.items() if value is not None}
    call = Call(received, given, plan, period, agency, dry_run, replace, allow_personal_data)
    if not submit_files(open_workspace(directory, as_of), files, call):
        raise typer.Exit(1)
