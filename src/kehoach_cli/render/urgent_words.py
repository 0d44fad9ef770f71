"""The sentences of difficulties outside the calendar and of closed periods (office: 8.2, 8.14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.queries.closing import ClosingView, Later
    from kehoach_cli.queries.urgent import AnswerView, UrgentView

STATE_NAMES = {
    "waiting": "Chờ xử lý",
    "reported": "Đã báo cáo lãnh đạo UBND huyện",
    "directed": "Đã có ý kiến chỉ đạo",
    "forwarded": "Đã kiến nghị cấp trên",
    "settled": "Đã giải quyết",
}


def standing_words(urgent: UrgentView) -> str:
    """«Đã có ý kiến chỉ đạo (Công văn số 215/UBND-TH, ngày 16/5/2025)»."""
    name = STATE_NAMES[urgent.state]
    return f"{name} ({_cited(urgent.answers[-1])})" if urgent.answers else name


def waiting_words(urgent: UrgentView) -> str:
    """«Đã chờ 12 ngày.»; of one that is settled, how long that took."""
    if urgent.is_open:
        return f"Đã chờ {urgent.days} ngày."
    return f"Giải quyết sau {urgent.days} ngày."


def _cited(answer: AnswerView) -> str:
    day = f"ngày {print_day(answer.date)}"
    if not answer.document:
        return day
    document = f"văn bản số {answer.document}" if answer.is_number else answer.document
    return document if " ngày " in document else f"{document}, {day}"


def later_lines(later: Iterable[Later]) -> Iterator[str]:
    """«Bổ sung sau khi chốt (ngày 22/5/2025): Phòng Nội vụ, số 15/BC-NV.», a line each (8.7)."""
    for one in later:
        number = f", số {one.number}" if one.number else ""
        day = f" (ngày {print_day(one.received)})"
        if one.kind == "added":
            yield f"Bổ sung sau khi chốt{day}: báo cáo của {one.agency}{number}."
        elif one.kind == "urgent":
            yield f"Bổ sung sau khi chốt{day}: {one.agency} báo cáo đột xuất khó khăn, vướng mắc{number}."
        elif one.kind == "changed":
            yield f"Thay đổi sau khi chốt{day.replace('ngày', 'ngày đến')}: báo cáo của {one.agency}{number}."
        else:
            yield f"Không còn tệp sau khi chốt: báo cáo của {one.agency}{number}."


def closing_line(closing: ClosingView) -> str:
    """«Đã chốt số liệu tính đến ngày 20/5/2025: 12/31 báo cáo; bổ sung sau khi chốt: …» under a table."""
    done = f"{closing.received}/{closing.expected} báo cáo"
    said = f"Đã chốt số liệu tính đến ngày {print_day(closing.date)}: {done}"
    groups = (("bổ sung", ("added", "urgent")), ("thay đổi", ("changed", "gone")))
    for words, kinds in groups:
        names = dict.fromkeys(one.agency for one in closing.later if one.kind in kinds)
        said += f"; {words} sau khi chốt: {', '.join(names)}" if names else ""
    return f"{said}."
