"""What a plan's way into another year is called: the remarks in its file, the list a person works off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day, weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.queries.next_year import NextYear, Step

OPEN = "CẦN QUYẾT ĐỊNH"
"""The words by which a person finds in the file what is left to decide."""

_PARTS = {
    "version": "phiên bản",
    "number": "số, ký hiệu",
    "issued": "ngày ban hành",
    "year": "năm của kế hoạch",
    "issuer": "cơ quan ban hành",
    "title": "trích yếu",
    "subject": "tên công tác",
    "scope": "phạm vi",
    "basis": "căn cứ",
    "proposal": "phần đề nghị",
    "recipients": "nơi nhận",
    "signature": "người ký",
    "short": "tên ngắn",
    "text": "nội dung",
    "lead": "chủ trì",
    "optional": "chủ trì nếu có",
    "coordinating": "phối hợp",
    "timing": "thời gian thực hiện",
    "label": "tên kỳ",
    "before": "trước ngày",
    "by": "chậm nhất ngày",
    "cutoff": "chốt số liệu",
    "estimate_until": "ước đến ngày",
    "reporters": "cơ quan phải báo cáo",
    "reporters_basis": "căn cứ danh sách",
    "receiver": "cơ quan nhận báo cáo",
    "send_up": "gửi cấp trên",
    "name": "tên chỉ tiêu",
    "target": "chỉ tiêu năm",
    "givers": "cung cấp số liệu",
    "compare": "đối chiếu",
}


def place_of(step: Step) -> str:
    """«II.9, thời gian thực hiện», «kỳ nam, trước ngày», «số, ký hiệu»."""
    section, *rest = step.path
    key = next((part for part in rest if isinstance(part, str)), section)
    where = f"kỳ {step.where}" if section == "deadlines" else step.where
    return ", ".join(filter(None, [where, _PARTS[str(key)]]))


def remark_of(step: Step, view: NextYear) -> str:
    """The comment on the step's line in the new file; empty where the line speaks for itself."""
    said = settling(step, view)
    if said:
        return f"{OPEN}: {said}"
    return _ends(step) if step.kind == "day" else ""


def settling(step: Step, view: NextYear) -> str:
    """What a person has to decide at this place; empty where nothing."""
    return _SETTLING[step.kind](step, view) if step.decide else ""


def _day(iso: str) -> str:
    return print_day(date.fromisoformat(iso))


def _ended(step: Step) -> str:
    """«Phòng Tư pháp đã kết thúc hoạt động từ ngày 01/7/2025»; its last day was the day before."""
    since = print_day(step.day + timedelta(days=1)) if step.day else ""
    return f"{step.old} đã kết thúc hoạt động từ ngày {since}"


def _nobody(step: Step, _: NextYear) -> str:
    if step.more:
        return f"{_ended(step)}, kế thừa: {'; '.join(step.more)}; sửa lại"
    return f"{_ended(step)}, chưa xác định cơ quan kế thừa"


def _issuer(step: Step, _: NextYear) -> str:
    more = "kiểm tra cả địa danh, phạm vi, nơi nhận, phần ký"
    if step.new:
        return f"{_ended(step)}, tạm ghi cơ quan ban hành từ đó là {step.new[0]}; {more}"
    return f"{_ended(step)}; cơ quan nào ban hành kế hoạch này, theo văn bản nào; {more}"


def _text(step: Step, view: NextYear) -> str:
    old = view.folder.plan.document.year
    moved = f"đã đổi “năm {old}” thành “năm {view.year}”" if step.new else ""
    left = f"giữ nguyên {', '.join(f'“{words}”' for words in step.more)}" if step.more else ""
    return f"{'; '.join(filter(None, [moved, left]))}; sửa theo văn bản năm {view.year}"


def _rest(step: Step, view: NextYear) -> str:
    said = []
    if step.kind == "day" and step.old.endswith("-02-29"):
        said.append(f"năm {view.year} không có ngày 29/02, tạm ghi ngày 28/02")
    if step.day and step.rest is not None:
        name = f" ({step.rest})" if step.rest else ""
        said.append(f"{_what_ends(step)} là {weekday(step.day)}, {print_day(step.day)}{name}; giữ hay dời")
    return "; ".join(said)


def _what_ends(step: Step) -> str:
    return "ngày cuối đúng hạn" if step.path[-1] == "before" else "ngày này"


def _ends(step: Step) -> str:
    """Beside «trước ngày»: which day that makes the last one."""
    if step.path[-1] != "before" or step.day is None:
        return ""
    return f"«trước ngày»: ngày cuối đúng hạn là {weekday(step.day)}, {print_day(step.day)}"


_SETTLING: dict[str, Callable[[Step, NextYear], str]] = {
    "number": lambda s, _: f"chưa có số, tạm ghi {s.new[0] if s.new else ''}",
    "issued": lambda s, _: f"chưa có ngày ban hành, tạm ghi {_day(s.new[0]) if s.new else ''}",
    "issuer": _issuer,
    "recipient": _nobody,
    "basis": lambda _, v: f"căn cứ năm {v.folder.plan.document.year}; thay bằng căn cứ năm {v.year}, nếu có",
    "proposal": lambda _, v: f"lời của kế hoạch năm {v.folder.plan.document.year}; sửa hoặc bỏ",
    "fact": lambda _, v: f"còn nhắc năm {v.folder.plan.document.year}; sửa hoặc bỏ",
    "signer": lambda s, v: f"{s.old} ký kế hoạch năm {v.folder.plan.document.year}; ai ký năm {v.year}",
    "text": _text,
    "timing": _rest,
    "timing_kept": lambda s, v: f"thời gian “{s.old}” giữ nguyên; ghi lại cho năm {v.year}",
    "day": _rest,
    "ended": _nobody,
    "followed": lambda s, _: f"{_ended(s)}, kế thừa: {'; '.join(s.new or ())}; chọn cơ quan chủ trì",
    "target": lambda _, v: f"chỉ tiêu của năm {v.folder.plan.document.year}; ghi chỉ tiêu năm {v.year}",
}


def moved_words(step: Step, *, short: bool = False) -> str:
    """«15/5/2025 → 15/5/2026 (ngày cuối đúng hạn là thứ Năm, 14/5/2026)»; `short` without the brackets."""
    new = step.new or ()
    if step.kind == "day":
        ends = "" if short else _ends(step).partition(": ")[2]
        return f"{_day(step.old)} → {_day(new[0])}{f' ({ends})' if ends else ''}"
    if step.kind == "followed":
        return f"{_ended(step)} → {'; '.join(new) or 'cơ quan kế thừa đã có tên ở đó'}"
    if step.kind == "joined":
        return f"{step.old} → các cơ quan kế thừa đã có tên ở đó"
    return f"{step.old} → {new[0]}"
