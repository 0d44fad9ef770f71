"""What `review` does once the workspace is open: which report, whether it is due, the record in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.cli.acknowledging import shown_file
from kehoach_cli.cli.issued_facts import refused
from kehoach_cli.cli.opening import pick_agency, pick_deadline, read_again
from kehoach_cli.cli.privacy import refuse_personal_data
from kehoach_cli.cli.urgent import clean
from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.workspace import Filed
    from kehoach_cli.queries.reviewing import Review
    from kehoach_cli.queries.status import DeadlineStatus


def record_review(opened: Opened, period: str, typed: str, reason: str, by: str) -> str:
    """Write that the report still stands and return what to tell the person; a wrong call changes nothing."""
    from kehoach_cli.queries.status import status_of
    from kehoach_cli.render.sentences import period_name

    folder, deadline = pick_deadline(opened.workspace, period)
    agency = pick_agency(opened.workspace, typed)
    status = status_of(folder, deadline, opened.workspace.register, opened.as_of)
    name = period_name(deadline, folder.plan.document)
    filed = _report_of(status, agency)
    if filed is None:
        raise refused(f"chưa nhận được báo cáo kỳ {name} của {agency.name}")
    review = status.reviews.get(filed.file)
    if review is None:
        raise refused(_why_not(filed, agency, name, opened))
    if status.closing is not None:
        day = print_day(status.closing.date)
        raise refused(f"kỳ {name} đã chốt số liệu ngày {day}; mở lại bằng kehoach reopen rồi mới ghi rà soát")
    refuse_personal_data(
        {"--reason": reason, "--by": by}, filed.report.personal_data, "ghi lý do ở personal_data trong tệp"
    )
    _add(opened, filed, {"date": str(opened.as_of), "by": clean(by), "note": clean(reason)})
    return _told(opened, status, filed, review, name)


def _report_of(status: DeadlineStatus, agency: Agency) -> Filed | None:
    """The report that fills the agency's slot; of the consolidating agency its own."""
    filled = next((s.filed for s in status.slots if s.agency.id == agency.id), None)
    own = status.own
    return filled or (own if own and own.file.endswith(f"/{agency.id}.yaml") else None)


def _why_not(filed: Filed, agency: Agency, name: str, opened: Opened) -> str:
    report = filed.report
    if report.returned and report.returned.date <= opened.as_of:
        day = print_day(report.returned.date)
        return f"báo cáo kỳ {name} của {agency.name} đã trả lại ngày {day}, chờ bản bổ sung"
    done = [r.date for r in report.reviewed if r.date <= opened.as_of]
    since = (
        f"ngày rà soát gần nhất {print_day(max(done))}" if done else f"ngày đến {print_day(report.received)}"
    )
    return (
        f"báo cáo kỳ {name} của {agency.name} không cần rà soát lại: "
        f"từ {since} không nhiệm vụ nào của cơ quan thay đổi"
    )


def _add(opened: Opened, filed: Filed, facts: Mapping[str, str]) -> None:
    from kehoach_cli.store.appending import with_item
    from kehoach_cli.store.writing import refusal_of, write_atomic

    path, shown = opened.root / filed.file, shown_file(opened, filed.file)
    made = with_item(path.read_bytes(), "reviewed", facts)
    if made is None:
        raise refused(
            f"không thêm được vào tệp {shown} vì cách trình bày khác thường; mở tệp, ghi vào reviewed"
        )
    try:
        write_atomic(path, made, replace=True)
    except OSError as error:
        raise refused(f"không ghi được {quoted(shown)}: {refusal_of(error)}") from None


def _told(opened: Opened, status: DeadlineStatus, filed: Filed, review: Review, name: str) -> str:
    from kehoach_cli.queries.status import status_of
    from kehoach_cli.render.sentences import cite_amendments

    report = filed.report
    workspace = read_again(opened)
    folder = next(p for p in workspace.plans if p.id == status.plan)
    left = len(status_of(folder, status.deadline, workspace.register, opened.as_of).reviews)
    rest = f"Còn {left} báo cáo kỳ này" if left else "Không còn báo cáo nào của kỳ này"
    sender = workspace.register.find_agency(report.agency)
    changed = f"nhiệm vụ {', '.join(review.refs)} thay đổi theo {cite_amendments(review.amendments)}"
    who = f"{sender.name if sender else report.agency}, đến ngày {print_day(report.received)}"
    return (
        f"Đã ghi nhận: báo cáo kỳ {name} của {who}, "
        f"vẫn dùng được sau khi {changed}.\n"
        f"{rest} cần rà soát lại.\n"
        f"Tệp: {shown_file(opened, filed.file)}.\n"
    )
