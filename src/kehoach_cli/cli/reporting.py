"""What `report` does once the workspace is open: who issues, the text, whether it may be signed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.issuing import issuer_of, stop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.consolidation import Consolidation

_EXAMPLES = 5  # of the characters that a font lacks


class Made(NamedTuple):
    """A report written, with what the person must know about it."""

    content: str | bytes
    notes: int
    received: int
    expected: int
    is_working: bool


class Kind:
    """Which text is asked for, and in which format."""

    def __init__(
        self, format_: str, *, working: bool, final: bool, with_status: bool, cover: bool, trace: bool = False
    ) -> None:
        if working + final + cover > 1:
            raise typer.BadParameter(
                "chỉ dùng một trong ba: --working (nội bộ), --final (trình ký) hoặc --cover (phiếu trình)."
            )
        if cover and format_ != "docx":
            raise typer.BadParameter("phiếu trình chỉ có dạng Word; thêm -o TỆP.docx.")
        if cover and trace:
            raise typer.BadParameter(
                "phiếu trình không có phụ lục nguồn thông tin; "
                "bỏ --trace, hoặc bỏ --cover để xem nguồn của dự thảo."
            )
        self.cover, self.trace = cover, trace
        self.format = format_
        self.working, self.final, self.with_status = working, final, with_status


def write_report(opened: Opened, folder: PlanFolder, deadline: Deadline, kind: Kind) -> Made:
    """The text of the report; the command ends with 1 where nobody may issue it, or notes stand open."""
    from kehoach_cli.queries.consolidation import consolidation
    from kehoach_cli.render.templates import TemplateFault, keep_compiled
    from kehoach_cli.store.cache import compiled_templates
    from kehoach_cli.store.packaged import packaged_templates

    view = consolidation(opened.workspace, folder, deadline, opened.as_of, issuer_of(opened, deadline))
    if kind.trace:
        from kehoach_cli.cli.tracing import with_trace

        view = with_trace(view, opened, folder, working=kind.working, with_status=kind.with_status)
    folders = [f for f in (opened.root / "templates", packaged_templates()) if f.is_dir()]
    cache = compiled_templates()
    if cache is not None:
        keep_compiled(cache)
    try:
        content, notes = _rendered(view, kind, folders)
    except TemplateFault as fault:
        raise stop(f"{fault}") from None
    if kind.final and notes:
        raise stop(
            f"chưa trình ký được: dự thảo còn {notes} ghi chú cần xử lý. "
            "Xem dự thảo bằng lệnh này không có --final (tìm “[Ghi chú:”), bổ sung báo cáo còn thiếu "
            "hoặc lời của Văn phòng trong _tong-hop.yaml. Không có tệp nào bị thay đổi."
        )
    return Made(content, notes, view.counts.received, view.counts.expected, kind.working)


def _rendered(view: Consolidation, kind: Kind, folders: Sequence[Path]) -> tuple[str | bytes, int]:
    """Content and open notes; only the library of the format asked for is loaded."""
    if kind.cover:
        from kehoach_cli.render.word import word_cover

        return word_cover(view, folders)
    if kind.format == "docx":
        from kehoach_cli.render.word import word_report

        return word_report(view, working=kind.working, with_status=kind.with_status, folders=folders)
    if kind.format == "pdf":
        return _pdf(view, kind, folders)
    if kind.format == "html":
        from kehoach_cli.render.html.report import html_report as text_report
    else:
        from kehoach_cli.render.markdown import report_markdown as text_report
    return text_report(view, working=kind.working, with_status=kind.with_status, folders=folders)


def _pdf(view: Consolidation, kind: Kind, folders: Sequence[Path]) -> tuple[bytes, int]:
    """Typst is an extra: a wrong call without it. What its font cannot print is told at once."""
    from kehoach_cli.render.pdf.report import pdf_report

    try:
        made = pdf_report(view, working=kind.working, with_status=kind.with_status, folders=folders)
    except ModuleNotFoundError as error:
        if error.name != "typst":
            raise
        raise typer.BadParameter(
            'Để xuất PDF cần thêm thư viện typst: pip install "kehoach-cli[pdf]". '
            "Hoặc ghi ra Word (-o TỆP.docx) rồi lưu thành PDF từ Word. Không có tệp nào bị thay đổi."
        ) from None
    if made.unprintable:
        shown = ", ".join(f"“{char}”" for char in list(dict.fromkeys(made.unprintable))[:_EXAMPLES])
        sys.stderr.write(
            f"Cảnh báo: phông chữ của PDF không có {len(made.unprintable)} ký tự ({shown}), "
            "các ký tự này in thành khoảng trống; bản Word, HTML và Markdown giữ nguyên.\n"
        )
    return made.content, made.notes


def told(made: Made, output: Path | None) -> str:
    """The sentence that ends the command (office: 8.7)."""
    what = f"{output}" if output else "bảng tổng hợp" if made.is_working else "dự thảo"
    if not made.received:
        done = f"Đã tạo {what}; chưa có báo cáo nào được tổng hợp ({made.received}/{made.expected})"
    else:
        done = f"Đã tạo {what}: tổng hợp {made.received}/{made.expected} báo cáo"
    if made.is_working or not made.notes:
        return f"{done}.\n"
    return f"{done}; còn {made.notes} ghi chú cần xử lý trước khi trình ký (tìm “[Ghi chú:”).\n"
