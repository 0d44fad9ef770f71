"""kehoach template: the office's own templates, listed, begun, tried."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import Directory, Force

EXAMPLES = """Ví dụ:
kehoach template list
kehoach template copy bao-cao.docx
kehoach template check"""


def _names(_: object) -> list[tuple[str, str]]:
    from kehoach_cli.render.template_registry import known_names, purpose_of

    return [(name, purpose_of(name) or "") for name in known_names()]


Action = Annotated[
    Literal["list", "copy", "check"],
    typer.Argument(
        metavar="VIỆC",
        help="list: kể ra mọi mẫu, mẫu nào đang dùng; copy: chép một mẫu đi kèm vào thư mục templates "
        "để sửa; "
        "check: thử các mẫu riêng, kể ra mọi lỗi và chỗ khác Nghị định 30.",
        show_default=False,
    ),
]
Name = Annotated[
    str | None,
    typer.Argument(
        click_type=Completed("TÊN_MẪU", _names),
        help="Tên mẫu, ví dụ bao-cao.docx; bắt buộc với copy.",
        show_default=False,
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Với check: coi cảnh báo như lỗi, kết thúc với mã 1.", show_default=False),
]
Format = Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="Với list: dạng kết quả.")]


def template(
    action: Action,
    name: Name = None,
    force: Force = False,
    strict: Strict = False,
    format_: Format = "table",
    directory: Directory = None,
) -> None:
    """Xem, chép, kiểm tra mẫu văn bản: lời và bố cục của báo cáo, công văn, bảng.

    Mẫu trong thư mục templates cạnh thư mục plan được dùng trước mẫu đi kèm chương trình.
    """
    from kehoach_cli.cli.answering import give, tables_text
    from kehoach_cli.cli.opening import find_workspace
    from kehoach_cli.cli.templating import copy_template, picked
    from kehoach_cli.render.template_table import template_rows, template_table, templates_json
    from kehoach_cli.store.packaged import packaged_templates

    root, packaged = find_workspace(directory), packaged_templates()
    own = root / "templates"
    if action == "check":
        _check(own, packaged, name, strict=strict)
    elif action == "copy":
        if name is None:
            raise typer.BadParameter("thiếu tên mẫu cần chép, ví dụ: kehoach template copy bao-cao.docx.")
        known = [row.name for row in template_rows(own, packaged) if row.purpose]
        copy_template(picked(name, known, "Các mẫu"), own, packaged, force=force)
    else:
        rows = template_rows(own, packaged)
        give(
            templates_json(rows) if format_ == "json" else tables_text([template_table(rows)], to_file=False),
            None,
        )


def _check(own: Path, packaged: Path, name: str | None, *, strict: bool) -> None:
    """Try the office's own templates; the command ends with 1 where one is at fault."""
    from kehoach_cli.cli.templating import picked, samples
    from kehoach_cli.render.diagnostics import shown_path
    from kehoach_cli.render.template_check import check_templates, told_text
    from kehoach_cli.render.template_table import template_rows

    rows = template_rows(own, packaged)
    mine = [row.name for row in rows if row.is_own]
    if name is not None:
        mine = [picked(name, mine, "Các mẫu riêng")]
    if not mine:
        sys.stdout.write(
            "Chưa có mẫu riêng nào trong thư mục templates; mọi văn bản dùng mẫu đi kèm. "
            "Muốn có mẫu riêng: kehoach template copy TÊN_MẪU.\n"
        )
        return
    used = [row.name for row in rows if row.name in mine and row.purpose]
    told = check_templates(own, packaged, used, samples(packaged))
    stray = [row for row in rows if row.name in mine and not row.purpose]
    text = told_text(told, shown_path(own.parent, "templates", Path.cwd()))
    for row in stray:
        near = f"đổi tên thành “{row.nearest}”" if row.nearest else "xóa hoặc chuyển đi nơi khác"
        text += f"templates/{row.name}: cảnh báo: không lệnh nào dùng tệp này\n   gợi ý: {near}.\n"
    errors = sum(one.severity == "error" for one in told)
    warnings = len(told) - errors + len(stray)
    counted = [f"{n} {word}" for n, word in ((errors, "lỗi"), (warnings, "cảnh báo")) if n]
    sys.stdout.write(
        f"{text}{'Có ' + ', '.join(counted) if counted else 'Không có lỗi'} trong {len(mine)} mẫu riêng.\n"
    )
    if errors or (strict and warnings):
        raise typer.Exit(1)
