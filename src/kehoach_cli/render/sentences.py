"""The sentences an office says about slots and duties, one place for every form of answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day, print_short_day
from kehoach_cli.model.periods import describe_period

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.duties import Duty
    from kehoach_cli.queries.status import DeadlineStatus

STATE_NAMES = {
    "not_due": "Chưa đến hạn",
    "due_soon": "Sắp đến hạn",
    "overdue": "Quá hạn, chưa gửi",
    "on_time": "Đã gửi đúng hạn",
    "late": "Đã gửi, trễ",
    "returned": "Trả lại để bổ sung",
    "exempt": "Không phải báo cáo kỳ này",
}
ROLE_NAMES = {"lead": "Chủ trì", "coordinating": "Phối hợp"}
_ON_THE_LIMIT = 1


def period_name(deadline: Deadline, document: Document) -> str:
    """«6 tháng đầu năm 2025»: the plan's own label, else the period's usual name."""
    return deadline.label or describe_period(deadline.period, document.year).name


def cite(document: Document) -> str:
    """«Kế hoạch số 61/KH-UBND ngày 04/4/2025»."""
    return f"Kế hoạch số {document.number} ngày {print_day(document.issued)}"


def limit_words(deadline: Deadline) -> str:
    """«trước ngày 15/5/2025» or «chậm nhất ngày 15/5/2025», as the plan says it."""
    return f"{'trước' if deadline.before else 'chậm nhất'} ngày {print_day(deadline.limit)}"


def state_words(slot: Slot, deadline: Deadline) -> str:
    """The state with its days, as tables print it (office: 8.2)."""
    name = STATE_NAMES[slot.state]
    if slot.state == "due_soon":
        return "Đến hạn hôm nay" if slot.days == 0 else f"{name} (còn {slot.days} ngày)"
    if slot.state == "overdue":
        return f"{name} ({slot.days} ngày)"
    if slot.state == "late":
        received = slot.filed.report.received if slot.filed else None
        on_limit = slot.days == _ON_THE_LIMIT and deadline.before == received
        return f"{name} {slot.days} ngày" + (" (đúng ngày mốc)" if on_limit else "")
    if slot.state == "returned" and slot.filed and slot.filed.report.returned:
        return f"{name} (ngày {print_day(slot.filed.report.returned.date)})"
    return name


def marks(slot: Slot) -> list[str]:
    """What stands beside a state: bản mềm, báo cáo chung, gia hạn, chưa nhập, không phát sinh."""
    said = []
    if slot.exempt:
        said.append(f"Lý do: {slot.exempt.reason}")
    if slot.extension:
        said.append(f"Được gia hạn đến ngày {print_day(slot.extension.until)}")
    if slot.filed is None:
        return said
    report = slot.filed.report
    if slot.is_joint:
        said.append(f"Báo cáo chung với {report.agency}")
    if report.draft:
        said.append("Đã có bản mềm, chờ văn bản chính thức")
    if not report.is_entered:
        said.append("Đã nhận, chưa nhập nội dung")
    elif _nothing_happened(slot):
        said.append("Báo cáo không phát sinh")
    if slot.state == "returned" and report.returned:
        said.append(f"Lý do trả lại: {report.returned.reason}")
    return said


def _nothing_happened(slot: Slot) -> bool:
    report = slot.filed.report if slot.filed else None
    if report is None or report.directives or report.difficulties:
        return False
    answers = {t.status for t in report.tasks} | ({report.rest} if report.rest else set())
    return answers == {"không phát sinh"}


def sum_line(status: DeadlineStatus) -> str:
    """The sum of one deadline in one sentence; every form of answer says it with these words (8.4)."""
    n = status.counts
    if not n.expected:
        return f"Chưa có cơ quan nào phải báo cáo kỳ này{_more(status)}."
    if n.received == n.expected:
        return f"Đã nhận đủ {n.received}/{n.expected} báo cáo {_split(status)}{_more(status)}."
    days = status.days_left
    if not n.received and days > 0:
        begin = f"chưa nhận được báo cáo nào trong {n.expected} báo cáo phải gửi"
        name = period_name(status.deadline, status.document)
        return f"Kỳ {name}: {begin}{_more(status)}. {_last_day(status)}"
    begin = f"Đã nhận {n.received}/{n.expected} báo cáo"
    if days < 0:
        split = f" {_split(status)}" if n.received else ""
        return f"{begin}{split}; chưa gửi {n.missing}, đã quá hạn {-days} ngày{_more(status)}."
    return f"{begin}; chưa gửi {n.missing}{_more(status)}. {_last_day(status)}"


def _split(status: DeadlineStatus) -> str:
    return f"(đúng hạn {status.counts.on_time}, trễ {status.counts.late})"


def _last_day(status: DeadlineStatus) -> str:
    if status.days_left == 0:
        return f"Hôm nay là ngày cuối ({limit_words(status.deadline)})."
    return f"Hạn cuối: hết ngày {print_day(status.deadline.last_day)} (còn {status.days_left} ngày)."


def _more(status: DeadlineStatus) -> str:
    filed = {s.filed.file: s.filed.report for s in status.slots if s.filed and s.state != "returned"}
    counted = (
        ("trả lại để bổ sung", status.counts.returned, ""),
        ("chờ văn bản chính thức", sum(r.draft for r in filed.values()), ""),
        ("chưa nhập nội dung", sum(not r.is_entered for r in filed.values()), ""),
        ("không phải báo cáo", status.counts.exempt, ""),
        ("chưa xác định thành phần:", len(status.open_groups), " nhóm"),
    )
    return "".join(f"; {words} {number}{unit}" for words, number, unit in counted if number)


def rate_line(status: DeadlineStatus) -> str:
    """Rates with their counts; empty where nothing is expected."""
    n = status.counts
    if not n.expected:
        return ""
    return (
        f"Tỷ lệ gửi báo cáo: {n.received}/{n.expected} ({percent(n.received, n.expected)}); "
        f"đúng hạn: {n.on_time}/{n.expected} ({percent(n.on_time, n.expected)})."
    )


def percent(part: int, whole: int) -> str:
    """One decimal, half away from zero, with a comma: 38,7%."""
    tenths = (part * 2000 + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10}%"


def due_words(deadline: Deadline, last_day: date, name: str, days_left: int) -> str:
    """«Báo cáo 6 tháng đầu năm 2025: trước ngày 15/5/2025 (hạn cuối hết ngày 14/5, còn 4 ngày).»"""
    left = f"còn {days_left} ngày" if days_left > 0 else f"đã quá {-days_left} ngày"
    left = left if days_left else "hôm nay là ngày cuối"
    extended = ", được gia hạn" if last_day != deadline.last_day else ""
    last = print_short_day(last_day)
    return f"Báo cáo {name}: {limit_words(deadline)} (hạn cuối hết ngày {last}{extended}, {left})."


def role_words(duty: Duty) -> str:
    """«Phối hợp (thuộc nhóm: UBND các xã)»; an organisation duty is «Thực hiện» (office: 8.5)."""
    if duty.role is None:
        return ""
    name = "Thực hiện" if duty.kind == "organisation" and duty.role == "lead" else ROLE_NAMES[duty.role]
    if duty.optional:
        return f"{name} (nếu có)"
    if not duty.via:
        return name
    if duty.certain:
        return f"{name} (thuộc nhóm: {duty.via[0]})"
    return f"{name} (có thể liên quan)"


def acknowledgement(agency: str, number: str | None, dated: date | None, received: date, draft: bool) -> str:  # noqa: FBT001
    """A line to paste into a message to the sender (office: 8.9)."""
    if draft:
        return f"Văn phòng đã nhận bản mềm của {agency}; đề nghị gửi văn bản chính thức."
    report = "Báo cáo" + (f" số {number}" if number else "") + (f" ngày {print_day(dated)}" if dated else "")
    return f"Văn phòng đã nhận {report} của {agency}, đến ngày {print_day(received)}. Cảm ơn đơn vị!"
