"""What the keys of the files are called in a sentence, and how their values are printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.matching import Rewording
    from kehoach_cli.queries.change import Change, Value

_LONGEST = 90  # characters of one quotation
_MOST_WORDS = 3  # places of one text that are told
_CONTEXT = 4  # words by which a place is found

LABELS = {
    "document": {
        "number": "số, ký hiệu",
        "issued": "ngày ban hành",
        "year": "năm",
        "issuer": "cơ quan ban hành",
        "place": "địa danh",
        "title": "trích yếu",
        "subject": "tên công tác dùng trong báo cáo",
        "scope": "phạm vi dùng trong báo cáo",
        "basis": "căn cứ",
        "proposal": "phần “theo đề nghị”",
        "recipients": "nơi nhận",
        "signature": "phần ký",
        "version": "phiên bản của tệp",
    },
    "task": {
        "short": "tên ngắn",
        "timing": "thời gian thực hiện",
        "lead": "cơ quan chủ trì",
        "open": "phần chủ trì để ngỏ",
        "optional": "cơ quan chủ trì (nếu có)",
        "coordinating": "cơ quan phối hợp",
    },
    "deadline": {
        "label": "tên kỳ",
        "reporters": "nơi phải báo cáo",
        "reporters_basis": "căn cứ của danh sách phải báo cáo",
        "cutoff": "ngày chốt số liệu",
        "estimate_until": "ngày ước số liệu",
        "receiver": "nơi nhận báo cáo",
        "send_up.to": "nơi gửi báo cáo tổng hợp",
        "send_up.by": "hạn gửi báo cáo tổng hợp",
        "source": "mục quy định",
    },
    "amendment": {
        "issued": "ngày ban hành",
        "effective": "ngày có hiệu lực",
        "title": "trích yếu",
        "source": "tệp lời văn",
    },
    "indicator": {
        "code": "mã số",
        "name": "tên",
        "unit": "đơn vị tính",
        "kind": "loại",
        "total": "cách tính chung",
        "weight": "quyền số",
        "givers": "nơi cung cấp số liệu",
        "compare": "nơi đối chiếu số liệu",
        "target": "chỉ tiêu kế hoạch năm",
        "source": "văn bản quy định",
    },
    "agency": {
        "id": "mã",
        "kind": "loại",
        "symbol": "ký hiệu",
        "superior": "cơ quan chủ quản",
        "contact": "người liên hệ",
        "note": "ghi chú",
        "from": "ngày bắt đầu",
        "until": "ngày kết thúc",
        "basis": "căn cứ",
        "successors": "cơ quan kế thừa",
    },
    "report": {
        "number": "số",
        "dated": "ngày ký",
        "received": "ngày đến",
        "arrival_number": "số đến",
        "signer": "người ký",
        "channel": "hình thức gửi",
        "covers": "cơ quan cùng báo cáo",
        "directives": "văn bản, hội nghị, kiểm tra",
        "tasks": "kết quả nhiệm vụ",
        "rest": "câu trả lời chung cho các nhiệm vụ còn lại",
        "difficulties": "khó khăn, vướng mắc",
        "next": "phương hướng",
        "proposals": "kiến nghị",
        "figures": "số liệu",
        "funds": "kinh phí",
        "strengths": "ưu điểm",
        "limitations": "tồn tại, hạn chế",
        "origin": "tệp biểu mẫu đã đọc",
    },
    "summary": {
        "number": "số báo cáo",
        "dated": "ngày báo cáo",
        "issuing": "I.1 ban hành văn bản",
        "guidance": "I.2 hướng dẫn, kiểm tra",
        "tasks": "kết quả nhiệm vụ",
        "funding": "kinh phí",
        "strengths": "ưu điểm",
        "limitations": "tồn tại, hạn chế",
        "causes": "nguyên nhân",
        "next": "nhiệm vụ trọng tâm",
        "proposals": "kiến nghị",
        "internal": "kiến nghị nội bộ",
    },
    "issued": {
        "document": "loại văn bản",
        "period": "kỳ báo cáo",
        "number": "số",
        "dated": "ngày",
        "stage": "giai đoạn",
        "before": "hạn mới",
        "agencies": "cơ quan nhận",
    },
    "urgent": {
        "agency": "cơ quan báo cáo",
        "number": "số văn bản",
        "dated": "ngày văn bản",
        "received": "ngày đến",
        "ref": "nhiệm vụ liên quan",
        "text": "nội dung",
        "since": "ngày phát sinh",
        "asked": "đề nghị",
        "to": "nơi được đề nghị",
    },
    "office": {
        "name": "tên",
        "full": "tên đầy đủ",
        "short": "tên gọi tắt",
        "letterhead": "tên ở đầu văn bản",
        "place": "địa danh",
        "symbol": "ký hiệu",
        "consolidator": "cơ quan tổng hợp",
        "archive": "nơi lưu",
        "document": "loại văn bản",
        "stages": "giai đoạn",
        "lines": "dòng chức vụ",
        "title": "chức vụ",
        "phone": "điện thoại",
        "email": "thư điện tử",
        "from": "ngày bắt đầu",
        "until": "ngày kết thúc",
        "basis": "căn cứ",
        "recipients": "nơi nhận của báo cáo tổng hợp",
        "letter_recipients": "nơi nhận của công văn",
    },
    "day": {"name": "lý do", "basis": "căn cứ"},
}


def label(kind: str, key: str) -> str:
    """What a key is called; one that has no name yet is quoted as it stands in the file."""
    return LABELS.get(kind, {}).get(key) or f"phần “{key}”"


def shown(value: Value) -> str:
    """Days and numbers plain, texts in “ ” and cut where they are long."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return print_day(value)
    return cited(value) if isinstance(value, str) else str(value).replace(".", ",")


def cited(text: str) -> str:
    """A text in “ ”, on one line, cut between words; marks inside become ‘ ’."""
    plain = one_line(text).replace("“", "‘").replace("”", "’")
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST].rpartition(" ")[0].rstrip(" ,;.") + " …"
    return f"“{plain}”"


def become(what: str, change: Change) -> str:
    """«Sửa ‹what›: từ … thành …», or that it was noted first or taken away; of a long text its words."""
    if change.old is None:
        return f"Ghi {what}: {shown(change.new)}"
    if change.new is None:
        return f"Bỏ {what} (trước ghi {shown(change.old)})"
    if change.words:
        return f"Sửa {what}: {reworded(change.words, change.old, change.new)}"
    return f"Sửa {what}: từ {shown(change.old)} thành {shown(change.new)}"


def gone_and_come(what: str, removed: Iterable[str], added: Iterable[str]) -> str:
    """«Bổ sung ‹what›: A; B», «Bỏ ‹what›: A», or one in the place of the other."""
    gone, come = [*map(one_line, removed)], [*map(one_line, added)]
    if gone and come:
        if len(gone) == len(come) == 1:
            return f"Thay {what}: {gone[0]} bằng {come[0]}"
        return f"Thay {what}: bỏ {'; '.join(gone)}; bổ sung {'; '.join(come)}"
    if come:
        return f"Bổ sung {what}: {'; '.join(come)}"
    return f"Bỏ {what}: {'; '.join(gone)}" if gone else f"Sắp xếp lại thứ tự {what}"


def reworded(words: tuple[Rewording, ...], old: Value = None, new: Value = None) -> str:
    """«thay “a” bằng “b”; bổ sung “c” sau “d”; bỏ “e”»; of a text hardly the same, both beginnings."""
    if isinstance(old, str) and isinstance(new, str) and _is_other(words, old, new):
        return f"thay toàn bộ {cited(old)} bằng {cited(new)}"
    said = [_reworded(w) for w in words[:_MOST_WORDS]]
    more = len(words) - len(said)
    return "; ".join(said) + (f"; và {more} chỗ khác" if more else "")


def _is_other(words: tuple[Rewording, ...], old: str, new: str) -> bool:
    lost = sum(len(w.old.split()) for w in words)
    won = sum(len(w.new.split()) for w in words)
    return lost * 2 > len(old.split()) and won * 2 > len(new.split())


def _reworded(word: Rewording) -> str:
    old, new = word.old, word.new
    while old and new and old[-1] == new[-1] and old[-1] in ",;.:" and len(old) > 1 < len(new):
        old, new = old[:-1], new[:-1]  # the mark after both says nothing
    if old and new:
        return f"thay {cited(old)} bằng {cited(new)}"
    if not word.old:
        before = " ".join(word.after.split()[-_CONTEXT:])
        return f"bổ sung {cited(word.new)} " + (f"sau {cited(before)}" if before else "ở đầu")
    return f"bỏ {cited(word.old)}"
