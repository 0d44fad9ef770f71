"""What `submit` says of the forms it took: what is in the file, how the slot stands, what to send back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.cli.acknowledging import shown_file, standing_of
from kehoach_cli.cli.demonstrating import message
from kehoach_cli.model.days import print_day
from kehoach_cli.model.slots import report_of
from kehoach_cli.model.workspace import Filed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.cli.entering import Entry
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.report import Report
    from kehoach_cli.model.workspace import PlanFolder


def told(opened: Opened, entries: Sequence[Entry], *, dry_run: bool) -> str:
    """Some lines a form, then the sum of each period that was touched."""
    folders = _with_reports(opened, entries)
    lines: list[str] = []
    sums: dict[tuple[str, str], str] = {}
    closed: dict[tuple[str, str], str] = {}
    begun = "sẽ được ghi" if dry_run else "được ghi"
    for entry in entries:
        claim = entry.claim
        folder = folders[claim.folder.id]
        register = opened.workspace.register
        standing = standing_of(folder, claim.deadline, register, claim.agency, opened.as_of)
        lines += _entry_lines(opened, entry, standing.state, standing.reply, dry_run=dry_run)
        slot = (claim.folder.id, claim.deadline.period)
        sums[slot] = standing.sum
        if not entry.is_known and folder.closing_of(claim.deadline.period):
            closed[slot] = f"Kỳ này đã chốt số liệu; báo cáo {begun} “bổ sung sau khi chốt”."
    new = sum(not entry.is_known for entry in entries)
    if len(entries) > 1 and new:
        lines.append(f"{'Sẽ nhập' if dry_run else 'Đã nhập'} {new} báo cáo.")
    for slot, said in sums.items():
        lines += filter(None, (said, closed.get(slot)))
    if dry_run and entries:
        lines.append("Chạy thử (--dry-run): không có tệp nào bị thay đổi.")
    return "".join(f"{line}\n" for line in lines)


def _with_reports(opened: Opened, entries: Sequence[Entry]) -> dict[str, PlanFolder]:
    """The plans as they are with these reports in their places."""
    folders = {folder.id: folder for folder in opened.workspace.plans}
    register = opened.workspace.register
    for entry in entries:
        claim = entry.claim
        folder = folders[claim.folder.id]
        old = report_of(folder, claim.deadline.period, register, claim.agency)
        reports = tuple(f for f in folder.reports if f is not old)
        folders[folder.id] = folder._replace(reports=(*reports, Filed(entry.file, entry.report)))
    return folders


def _entry_lines(opened: Opened, entry: Entry, state: str, reply: str, *, dry_run: bool) -> Iterator[str]:
    name, report = entry.claim.agency.name, entry.report
    came = f"đến ngày {print_day(report.received)}"
    file = shown_file(opened, entry.file)
    if entry.is_known:
        yield f"{name}: biểu mẫu này đã nhập từ trước, {came}. {state}."
        return
    begun = "Sẽ nhập" if dry_run else "Đã nhập"
    yield f"{begun} báo cáo của {name}, {came}{_as_logged(entry)}. {state}."
    yield f"  Nội dung: {'; '.join(_contents(report))}."
    if entry.contact:
        yield f"  Người lập biểu: {entry.contact} (không ghi vào tệp)."
    kept = "; bản trước được giữ trong thư mục _truoc" if entry.earlier else ""
    yield f"  Tệp: {file}{kept}."
    if reply and not dry_run:  # nothing is filed yet: nobody may be told so
        yield f"  Gửi lại đơn vị: {message(opened, reply)}"


def _as_logged(entry: Entry) -> str:
    return " (như đã ghi khi nhận)" if entry.keeps_received else ""


def _contents(report: Report) -> Iterator[str]:
    """How much of what there is; what there is none of is not said."""
    if report.tasks:
        yield f"{len(report.tasks)} nhiệm vụ"
    if report.rest:
        yield f"các nhiệm vụ còn lại {report.rest}"
    counted = (
        (report.directives, "văn bản, hội nghị"),
        (report.figures, "số liệu"),
        (report.funds, "dòng kinh phí"),
        (report.difficulties, "khó khăn, vướng mắc"),
        (report.next, "nhiệm vụ thời gian tới"),
        (report.proposals, "kiến nghị"),
    )
    for items, words in counted:
        if items:
            yield f"{len(items)} {words}"
    if report.strengths or report.limitations:
        yield "đánh giá chung"
