"""The options that commands share, each declared once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.candidates import agencies, periods, plans
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.values import Day


def _or_said_before(ctx: typer.Context, value: Path | None) -> Path | None:
    """`kehoach -C DIR tasks` and `kehoach tasks -C DIR` mean the same."""
    return value if value is not None else ctx.obj


Directory = Annotated[
    Path | None,
    typer.Option(
        "-C",
        metavar="THƯ_MỤC",
        callback=_or_said_before,
        help="Thư mục làm việc (có thư mục plan bên trong); nếu không ghi thì tìm từ chỗ đang đứng trở lên.",
        show_default=False,
    ),
]
PlanId = Annotated[
    str | None,
    typer.Option(
        "--plan",
        click_type=Completed("MÃ", plans),
        help="Chỉ xét kế hoạch này (tên thư mục hoặc số kế hoạch); nếu không ghi thì xét mọi kế hoạch.",
        show_default=False,
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        click_type=Day(),
        help="Tính đến ngày này, viết 2025-05-14 hoặc 14/5/2025; nếu không ghi là hôm nay.",
        show_default=False,
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="BẢN",
        help="Theo dữ liệu của một bản trước đây trong git: mã, nhãn, nhánh, hoặc ngày "
        "(bản cuối của ngày đó); nếu không ghi thì theo các tệp đang có.",
        show_default=False,
    ),
]
AgencyName = Annotated[
    str | None,
    typer.Option(
        "--agency",
        "-a",
        click_type=Completed("TÊN", agencies),
        help="Cơ quan hoặc nhóm: tên, cách viết khác, mã hay ký hiệu; không cần dấu, không cần đủ tên.",
        show_default=False,
    ),
]
PeriodName = Annotated[
    str | None,
    typer.Option(
        "--period",
        "-p",
        click_type=Completed("KỲ", periods),
        help="Kỳ báo cáo: 6thang, nam, 9thang, quy1 … quy4, thang01 … thang12.",
        show_default=False,
    ),
]
TableFormat = Annotated[
    Literal["table", "json", "csv", "md", "xlsx", "docx"] | None,
    typer.Option("--format", "-f", help="Dạng kết quả; nếu không ghi là table.", show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="TỆP",
        help="Ghi kết quả vào tệp; đuôi tệp quyết định dạng. Tệp đã có được giữ nguyên, trừ khi có --force.",
        show_default=False,
    ),
]
OverwriteEdited = Annotated[
    bool,
    typer.Option(
        "--overwrite-edited",
        help="Cùng --force: ghi đè cả tệp Word, biểu mẫu Excel đã có người sửa từ khi tạo.",
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.", show_default=False)]
