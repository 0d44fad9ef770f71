"""The sentences an office says about slots and duties, one place for every form of answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day, print_short_day
from kehoach_cli.model.document_numbers import document_type
from kehoach_cli.model.periods import describe_period
from kehoach_cli.render.succession_words import NOBODY_FOLLOWS, slot_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document, Task
    from kehoach_cli.model.report import Report
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.duties import Duty, ReportDue
    from kehoach_cli.queries.report_frame import Amending
    from kehoach_cli.queries.reviewing import Review
    from kehoach_cli.queries.status import DeadlineStatus

STATE_NAMES = {
    "not_due": "Chưa đến hạn",
    "due_soon": "Sắp đến hạn",
    "overdue": "Quá hạn, chưa gửi",
    "on_time": "Đã gửi đúng hạn",
    "late": "Đã gửi, trễ",
    "returned": "Trả lại để bổ sung",
    "exempt": "Không phải báo cáo kỳ này",
    "ended": "Đã kết thúc hoạt động, chưa xác định cơ quan kế thừa",
}
ROLE_NAMES = {"lead": "Chủ trì", "coordinating": "Phối hợp"}
_ON_THE_LIMIT = 1


def period_name(deadline: Deadline, document: Document) -> str:
    """«6 tháng đầu năm 2025»: the plan's own label, else the period's usual name."""
    return deadline.label or describe_period(deadline.period, document.year).name


def cite(document: Document) -> str:
    """«Kế hoạch số 61/KH-UBND ngày 04/4/2025 (được sửa đổi, bổ sung bởi Kế hoạch số 85/KH-UBND …)»."""
    return f"{_cite_alone(document)}{amended_words(document.amended_by)}"


def cite_with_issuer(document: Document) -> str:
    """«Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây», and by what it was amended."""
    return f"{_cite_alone(document)} của {document.issuer}{amended_words(document.amended_by)}"


def _cite_alone(document: Document) -> str:
    return f"Kế hoạch số {document.number} ngày {print_day(document.issued)}"


def cite_amendments(amendments: Iterable[Amending]) -> str:
    """«Kế hoạch số 85/KH-UBND ngày 20/6/2025, Quyết định số 120/QĐ-UBND ngày 01/8/2025»."""
    said = (f"{document_type(a.number)} số {a.number} ngày {print_day(a.issued)}" for a in amendments)
    return ", ".join(said)


def amended_words(amendments: Sequence[Amending]) -> str:
    """« (được sửa đổi, bổ sung bởi …)» behind a plan that was; nothing behind one that was not."""
    return f" (được sửa đổi, bổ sung bởi {cite_amendments(amendments)})" if amendments else ""


def task_mark(task: Task) -> str:
    """« (sửa đổi, bổ sung theo …)» behind a task that an amendment brought or changed; else nothing."""
    if task.repealed_by:
        return f" (bãi bỏ theo {cite_amendments([task.repealed_by])})"
    return f" (sửa đổi, bổ sung theo {cite_amendments(task.amended_by)})" if task.amended_by else ""


def plans_said(documents: Iterable[Document]) -> str:
    """«theo Kế hoạch số … ngày … của …» below a title; of several plans their number; nothing of none."""
    listed = list(documents)
    if len(listed) == 1:
        return f"theo {cite_with_issuer(listed[0])}"
    return f"theo {len(listed)} kế hoạch" if listed else ""


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


def marks(slot: Slot, partners: Sequence[str] = (), review: Review | None = None) -> list[str]:
    """What stands beside a state: bản mềm, báo cáo chung, gia hạn, chưa nhập, không phát sinh, xem lại (8.2).

    `partners` are the other agencies of a joint report; `review` is why it is to be looked at again.
    """
    said = []
    if slot.exempt:
        said.append(f"Lý do: {slot.exempt.reason}")
    if slot.extension:
        said.append(f"Được gia hạn đến ngày {print_day(slot.extension.until)}")
    said += slot_marks(slot)
    if slot.filed is None:
        return said
    report = slot.filed.report
    if partners:
        said.append(f"Báo cáo chung với {'; '.join(partners)}")
    if slot.state == "returned" and report.returned:
        return [*said, f"Lý do trả lại: {report.returned.reason}"]
    if review:
        said.append(review_words(review))
    if report.draft:
        said.append("Đã có bản mềm, chờ văn bản chính thức")
    if not report.is_entered:
        said.append("Đã nhận, chưa nhập nội dung")
    elif _nothing_happened(slot):
        said.append("Báo cáo không phát sinh")
    return said


def review_words(review: Review) -> str:
    """«Nhiệm vụ II.6 đã thay đổi sau khi báo cáo (theo Kế hoạch số …), cần rà soát lại»."""
    changed = f"Nhiệm vụ {', '.join(review.refs)} đã thay đổi sau khi báo cáo"
    return f"{changed} (theo {cite_amendments(review.amendments)}), cần rà soát lại"


def _nothing_happened(slot: Slot) -> bool:
    report = slot.filed.report if slot.filed else None
    if report is None or report.directives or report.difficulties:
        return False
    answers = {t.status for t in report.tasks} | ({report.rest} if report.rest else set())
    return answers == {"không phát sinh"}


def sum_line(status: DeadlineStatus) -> str:
    """The sum of one deadline in one sentence; every form of answer says it with these words (8.4)."""
    n, days = status.counts, status.days_left
    if not n.expected:
        return f"Chưa có cơ quan nào phải báo cáo kỳ này{_more(status)}."
    if n.received == n.expected:
        return f"Đã nhận đủ {n.received}/{n.expected} báo cáo {_split(status)}{_more(status)}."
    if not n.received and days > 0:
        begin = f"chưa nhận được báo cáo nào trong {n.expected} báo cáo phải gửi"
        name = period_name(status.deadline, status.document)
        return f"Kỳ {name}: {begin}{_more(status)}. {_last_day(status)}"
    begin = f"Đã nhận {n.received}/{n.expected} báo cáo"
    if days >= 0:
        return f"{begin}; chưa gửi {n.missing}{_more(status)}. {_last_day(status)}"
    split = f" {_split(status)}" if n.received else ""
    if not n.overdue:  # who is missing has an extension, or sends again
        return f"{begin}{split}; chưa gửi {n.missing}{_more(status)}. {_last_day(status)}"
    return f"{begin}{split}; chưa gửi {n.missing}{_overdue(status)}."


def _overdue(status: DeadlineStatus) -> str:
    """How many days all that are missing are overdue; where they are not alike, how many are what."""
    n, more = status.counts, _more(status)
    if n.missing > n.overdue:
        counted = (
            ("quá hạn", n.overdue),
            ("được gia hạn", n.not_due + n.due_soon),
            ("trả lại để bổ sung", n.returned),
            (NOBODY_FOLLOWS, n.ended),
        )
        parted = ", ".join(f"{words} {number}" for words, number in counted if number)
        return f" ({parted}){_more(status, is_parted=True)}"
    if any(s.state == "overdue" and s.days != -status.days_left for s in status.slots):
        return f", đều đã quá hạn{more}"  # an extension that has run out: fewer days than the others
    return f", đã quá hạn {-status.days_left} ngày{more}"


def _split(status: DeadlineStatus) -> str:
    return f"(đúng hạn {status.counts.on_time}, trễ {status.counts.late})"


def _last_day(status: DeadlineStatus) -> str:
    if status.days_left == 0:
        return f"Hôm nay là ngày cuối ({limit_words(status.deadline)})."
    days = f"còn {status.days_left}" if status.days_left > 0 else f"đã qua {-status.days_left}"
    return f"Hạn cuối: hết ngày {print_day(status.deadline.last_day)} ({days} ngày)."


def _more(status: DeadlineStatus, *, is_parted: bool = False) -> str:
    """`is_parted`: who must send again has been counted already."""
    filed = {s.filed.file: s.filed.report for s in status.slots if s.filed and s.state != "returned"}
    counted = (
        ("trả lại để bổ sung", 0 if is_parted else status.counts.returned, ""),
        (f"{NOBODY_FOLLOWS}:", 0 if is_parted else status.counts.ended, " báo cáo"),
        ("chờ văn bản chính thức", sum(r.draft for r in filed.values()), ""),
        ("chưa nhập nội dung", sum(not r.is_entered for r in filed.values()), ""),
        ("cần rà soát lại", sum(file in status.reviews for file in filed), ""),
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


def as_of_words(as_of: date) -> str:
    """«Tính đến ngày 20/5/2025.»: under every table of states (8.4)."""
    return f"Tính đến ngày {print_day(as_of)}."


def due_words(due: ReportDue) -> str:
    """«Báo cáo 6 tháng đầu năm 2025: trước ngày 15/5/2025 (hạn cuối hết ngày 14/5, còn 4 ngày)».

    For one agency also how it stands, where there is more to say than the days left.
    """
    deadline, slot = due.deadline, due.slot
    said = f"Báo cáo {period_name(deadline, due.document)}: {limit_words(deadline)}"
    if slot and slot.exempt:
        return f"{said}. {state_words(slot, deadline)}: {slot.exempt.reason.rstrip('.')}."
    last = f"hạn cuối hết ngày {print_short_day(due.last_day)}"
    last += ", được gia hạn" if due.last_day != deadline.last_day else ""
    if slot and (slot.filed or slot.state == "ended"):
        return f"{said} ({last}). {state_words(slot, deadline)}."
    return f"{said} ({last}, {days_left_words(due.days_left)})."


def days_left_words(days: int) -> str:
    """«còn 4 ngày», «đã quá 6 ngày»."""
    if days == 0:
        return "hôm nay là ngày cuối"
    return f"còn {days} ngày" if days > 0 else f"đã quá {-days} ngày"


def role_name(duty: Duty) -> str:
    """«Chủ trì», «Phối hợp»; an organisation duty is «Thực hiện»; empty where nobody was asked about."""
    if duty.role is None:
        return ""
    return "Thực hiện" if duty.kind == "organisation" and duty.role == "lead" else ROLE_NAMES[duty.role]


def role_words(duty: Duty, *, with_group: bool = True) -> str:
    """The role with how it comes about: «Phối hợp (thuộc nhóm: UBND các xã)» (8.5).

    Where the whole way is told beside it, the group need not be.
    """
    name = role_name(duty)
    if duty.optional:
        return f"{name} (nếu có)"
    if not duty.certain:
        return f"{name} (có thể liên quan)"
    if duty.heir_of:
        return f"{name} (kế thừa nhiệm vụ của {', '.join(duty.heir_of)})"
    return f"{name} (thuộc nhóm: {duty.via[0]})" if duty.via and with_group else name


def acknowledgement(report: Report, agency: str, deadline: Deadline, as_of: date) -> str:
    """A line to paste into a message to the sender (8.9); a day to send by while there is one left."""
    by = f" {limit_words(deadline)}" if as_of <= deadline.last_day else ""
    named = f" số {report.number}" if report.number else ""
    named += f" ngày {print_day(report.dated)}" if report.dated else ""
    if report.returned:
        why = report.returned.reason.rstrip(".")
        return f"Báo cáo{named} của {agency} cần hoàn thiện: {why}. Nhờ đơn vị bổ sung, gửi lại{by}."
    if report.draft:
        return f"Văn phòng đã nhận bản mềm của {agency}; đề nghị gửi văn bản chính thức qua phần mềm{by}."
    what = f"Báo cáo{named}" if named else "báo cáo"
    return f"Văn phòng đã nhận {what} của {agency}, đến ngày {print_day(report.received)}. Cảm ơn đơn vị!"
