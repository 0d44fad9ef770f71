"""kehoach form: the forms that go out to the agencies."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.candidates import periods, senders
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, At, Directory, Force, Output, OverwriteEdited, PlanId

EXAMPLES = """Ví dụ:
kehoach form --period 6thang --all -o bieu-mau
kehoach form --period 6thang --agency "Phòng Tư pháp" -o bieu-mau.xlsx
kehoach form --period 6thang --agency "UBND xã Sơn Mùa" -o de-cuong.docx
kehoach form --period 6thang --all --format docx -o de-cuong"""

Period = Annotated[
    str, typer.Option("--period", "-p", click_type=Completed("KỲ", periods), help="Kỳ báo cáo, ví dụ 6thang.")
]
Agency = Annotated[
    str | None,
    typer.Option(
        "--agency",
        "-a",
        click_type=Completed("TÊN", senders),
        help="Chỉ lập cho cơ quan này; -o là tên tệp.",
        show_default=False,
    ),
]
Everybody = Annotated[
    bool,
    typer.Option(
        "--all",
        help="Lập cho mọi cơ quan phải báo cáo kỳ này, mỗi cơ quan một tệp; -o là thư mục.",
        show_default=False,
    ),
]
Format = Annotated[
    Literal["xlsx", "docx"] | None,
    typer.Option(
        "--format",
        "-f",
        help="xlsx: biểu mẫu Excel; docx: đề cương (Word). Nếu không ghi thì theo đuôi tệp, hoặc xlsx.",
        show_default=False,
    ),
]


def form(
    period: Period,
    agency: Agency = None,
    everybody: Everybody = False,
    format_: Format = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    at: At = None,
    output: Output = None,
    force: Force = False,
    overwrite_edited: OverwriteEdited = False,
    directory: Directory = None,
) -> None:
    """Lập biểu mẫu báo cáo (Excel) hoặc đề cương báo cáo (Word) gửi các cơ quan trước hạn.

    Mỗi cơ quan chỉ thấy nhiệm vụ, số liệu của mình; ô cần điền có nền vàng, có danh sách để chọn.
    """
    from kehoach_cli.cli.answering import Overwriting
    from kehoach_cli.cli.forming import Asked, write_forms
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.revision import tell

    asked = Asked(period, agency, everybody, format_, output, Overwriting(force, overwrite_edited))
    asked.judge()
    opened = open_workspace(directory, as_of, plan, at=at, remembered=True)
    sys.stderr.write(write_forms(opened, asked))
    tell(opened.at, opened.as_of)
