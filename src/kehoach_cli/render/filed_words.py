"""One sentence for each change among the papers of a plan: reports, letters, difficulties, closings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.render.change_labels import become, cited, gone_and_come, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.report import Report
    from kehoach_cli.queries.change import Change

_LETTERS = {"1": "yêu cầu báo cáo", "2": "đôn đốc", "3": "đôn đốc lần 2"}


def _paper(report: Report) -> str:
    """«số 45/BC-TTYT ngày 10/5/2025, đến ngày 12/5/2025», as far as it is known."""
    number = f"số {report.number}" if report.number else ""
    dated = f"ngày {print_day(report.dated)}" if report.dated else ""
    came = f"đến ngày {print_day(report.received)}"
    return ", ".join(filter(None, [f"{number} {dated}".strip(), came]))


def _of(change: Change, period: str) -> str:
    return f"báo cáo của {change.of} ({period})"


def _received(change: Change, period: str) -> str:
    report = change.record
    more = "; bản mềm, chờ văn bản chính thức" if report.draft else ""
    more += "" if report.is_entered else "; chưa nhập nội dung"
    return f"Nhận {_of(change, period)}: {_paper(report)}{more}"


def _returned(change: Change, period: str) -> str:
    returned = change.record.returned
    return f"Trả lại {_of(change, period)} ngày {print_day(returned.date)}: {returned.reason}"


def _reviewed(change: Change, period: str) -> str:
    day = f" ngày {print_day(change.new)}" if isinstance(change.new, date) else ""
    return f"Rà soát lại {_of(change, period)}{day}: vẫn dùng được"


def _parts(change: Change, kind: str) -> str:
    return "; ".join(f"{label(kind, key)} {', '.join(inside)}".strip() for key, inside in change.parts)


def _report_field(change: Change, period: str) -> str:
    if change.field == "draft":
        if change.new:
            return f"Ghi lại {_of(change, period)} là bản mềm, chờ văn bản chính thức"
        return f"Đã có văn bản chính thức của {_of(change, period)}"
    return become(f"{label('report', change.field)} của {_of(change, period)}", change)


def _summary(verb: str, period: str) -> str:
    return f"{verb} phần lời của Văn phòng trong báo cáo tổng hợp {period}"


def letter(issued: Issued) -> str:
    """«Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc 19 cơ quan)»."""
    kind = "Công văn" if issued.document == "cong-van" else "Báo cáo tổng hợp"
    what = _LETTERS.get(issued.stage or "", "")
    who = f"{len(issued.agencies)} cơ quan" if issued.agencies else ""
    more = f" ({' '.join(filter(None, [what, who]))})" if what or who else ""
    return f"{kind} số {issued.number} ngày {print_day(issued.dated)}{more}"


def _urgent(change: Change) -> str:
    urgent = change.record
    asked = f"; đề nghị: {cited(urgent.asked)}" if urgent.asked else ""
    day = print_day(urgent.received)
    return f"Nhận báo cáo đột xuất của {change.of} ngày {day}: {cited(urgent.text)}{asked}"


def _answered(change: Change) -> str:
    answer = change.record
    facts = [f"ngày {print_day(answer.date)}", answer.by, answer.document]
    told = ", ".join(filter(None, facts))
    words = f": {cited(answer.text)}" if answer.text else ""
    return f"khó khăn, vướng mắc đột xuất của {change.of}: {answer.state} ({told}){words}"


def _closed(change: Change, period: str) -> str:
    closed = change.record
    counts = f"{closed.counts.received}/{closed.counts.expected} báo cáo"
    return f"Chốt kỳ {period} tính đến ngày {print_day(closed.date)}: {counts}"


def _reopened(change: Change, period: str) -> str:
    reopened = change.record.reopened
    return f"Mở lại kỳ {period} ngày {print_day(reopened.date)}. Lý do: {reopened.reason}"


FILED: dict[str, Callable[[Change, str], str]] = {
    "report_received": _received,
    "report_removed": lambda c, p: f"Bỏ {_of(c, p)}: {_paper(c.record)}",
    "report_replaced": lambda c, p: f"Thay {_of(c, p)}: bản {_paper(c.earlier)} bằng bản {_paper(c.record)}",
    "report_returned": _returned,
    "report_reviewed": _reviewed,
    "report_not_returned": lambda c, p: f"Bỏ ghi nhận trả lại {_of(c, p)}",
    "report_entered": lambda c, p: f"Nhập nội dung {_of(c, p)}: {_parts(c, 'report')}",
    "report_changed": lambda c, p: f"Sửa {_of(c, p)}: {_parts(c, 'report')}",
    "report_field": _report_field,
    "report_list": lambda c, p: gone_and_come(
        f"{label('report', c.field)} trong {_of(c, p)}", c.removed, c.added
    ),
    "summary_added": lambda _, p: _summary("Soạn", p),
    "summary_removed": lambda _, p: _summary("Bỏ", p),
    "summary_changed": lambda c, p: f"{_summary('Sửa', p)}: {_parts(c, 'summary')}",
    "issued_added": lambda c, p: f"Ghi nhận {letter(c.record)} đã phát hành, kỳ {p}",
    "issued_removed": lambda c, p: f"Bỏ ghi nhận {letter(c.record)}, kỳ {p}",
    "issued_field": lambda c, _: become(f"{label('issued', c.field)} của {letter(c.record)}", c),
    "issued_list": lambda c, _: gone_and_come(
        f"{label('issued', c.field)} của {letter(c.record)}", c.removed, c.added
    ),
    "urgent_received": lambda c, _: _urgent(c),
    "urgent_removed": lambda c, _: f"Bỏ báo cáo đột xuất của {c.of}: {cited(c.record.text)}",
    "urgent_answered": lambda c, _: f"Xử lý {_answered(c)}",
    "urgent_unanswered": lambda c, _: f"Bỏ bước xử lý {_answered(c)}",
    "urgent_field": lambda c, _: become(f"{label('urgent', c.field)} trong báo cáo đột xuất của {c.of}", c),
    "period_closed": _closed,
    "period_reopened": _reopened,
    "closing_removed": lambda c, p: f"Bỏ lần chốt kỳ {p} tính đến ngày {print_day(c.record.date)}",
    "closing_changed": lambda c, p: f"Sửa bản ghi chốt kỳ {p} tính đến ngày {print_day(c.record.date)}",
}
