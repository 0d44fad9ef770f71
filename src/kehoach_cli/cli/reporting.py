"""What `report` does once the workspace is open: who issues, the text, whether it may be signed."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.consolidation import Consolidation


class Made(NamedTuple):
    """A report written, with what the person must know about it."""

    content: str | bytes
    notes: int
    received: int
    expected: int
    is_working: bool


class Kind:
    """Which text is asked for, and in which format."""

    def __init__(self, format_: str, *, working: bool, final: bool, with_status: bool, cover: bool) -> None:
        if working + final + cover > 1:
            raise typer.BadParameter(
                "chỉ dùng một trong ba: --working (nội bộ), --final (trình ký) hoặc --cover (phiếu trình)."
            )
        if cover and format_ != "docx":
            raise typer.BadParameter("phiếu trình chỉ có dạng Word; thêm -o TỆP.docx.")
        self.cover = cover
        self.format = format_
        self.working, self.final, self.with_status = working, final, with_status


def write_report(opened: Opened, folder: PlanFolder, deadline: Deadline, kind: Kind) -> Made:
    """The text of the report; the command ends with 1 where nobody may issue it, or notes stand open."""
    from kehoach_cli.queries.consolidation import consolidation
    from kehoach_cli.render.templates import TemplateFault, keep_compiled
    from kehoach_cli.store.cache import compiled_templates
    from kehoach_cli.store.packaged import packaged_templates

    view = consolidation(opened.workspace, folder, deadline, opened.as_of, _issuer(opened, deadline))
    folders = [f for f in (opened.root / "templates", packaged_templates()) if f.is_dir()]
    cache = compiled_templates()
    if cache is not None:
        keep_compiled(cache)
    try:
        content, notes = _rendered(view, kind, folders)
    except TemplateFault as fault:
        raise _stop(f"{fault}") from None
    if kind.final and notes:
        raise _stop(
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
    if kind.format == "html":
        from kehoach_cli.render.html import html_report as text_report
    else:
        from kehoach_cli.render.markdown import report_markdown as text_report
    return text_report(view, working=kind.working, with_status=kind.with_status, folders=folders)


def _stop(why: str) -> typer.Exit:
    """The plan or its reports are not in order: said on stderr, nothing on stdout."""
    sys.stderr.write(f"Lỗi: {why}\n")
    return typer.Exit(1)


def _issuer(opened: Opened, deadline: Deadline) -> Issuer:
    """Who issues, judged on the earlier of --as-of and the last day: reports of old periods stay possible."""
    from kehoach_cli.queries.consolidation import issuer_for

    office = opened.workspace.office
    if office is None:
        raise _stop("thiếu tệp plan/office.yaml nên không biết cơ quan nào đứng tên báo cáo.")
    issuer = issuer_for(office, deadline, opened.as_of)
    if issuer is not None:
        return issuer
    day = min(opened.as_of, deadline.last_day)
    ended = [i for i in office.office if i.until and i.until < day]
    if not ended:
        raise _stop(
            f"office.yaml chưa khai cơ quan ban hành vào ngày {print_day(day)} (tên, căn cứ, người ký)."
        )
    last = max(ended, key=lambda i: i.until or day)
    basis = f" theo {last.basis}" if last.basis else ""
    since = print_day((last.until or day) + timedelta(days=1))
    raise _stop(
        f"{last.name} kết thúc hoạt động từ ngày {since}{basis}, không thể đứng tên văn bản "
        f"ngày {print_day(day)}. Khai cơ quan ban hành mới trong office.yaml (tên, căn cứ, người ký)."
    )


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
