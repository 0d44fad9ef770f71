"""The keys of the files: what each means in Vietnamese, and the one a person probably meant."""

from __future__ import annotations

_MEANINGS = {
    "lead": "chủ trì",
    "coordinating": "phối hợp",
    "optional": "chủ trì nếu có",
    "timing": "thời gian thực hiện",
    "text": "nội dung",
    "short": "tên ngắn",
    "ref": "mục, khoản",
    "tasks": "nhiệm vụ",
    "organisation": "tổ chức thực hiện",
    "deadlines": "hạn báo cáo",
    "document": "văn bản",
    "period": "kỳ báo cáo",
    "before": "trước ngày",
    "by": "chậm nhất ngày",
    "reporters": "cơ quan phải báo cáo",
    "exempt": "không phải báo cáo",
    "extended": "gia hạn",
    "cutoff": "ngày chốt số liệu",
    "agency": "cơ quan",
    "agencies": "các cơ quan",
    "groups": "nhóm cơ quan",
    "members": "thành viên",
    "possible": "có thể thuộc nhóm",
    "aliases": "cách viết khác",
    "kind": "loại cơ quan",
    "name": "tên",
    "number": "số, ký hiệu",
    "issued": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "title": "trích yếu",
    "year": "năm",
    "received": "ngày đến",
    "dated": "ngày văn bản",
    "status": "tình trạng",
    "result": "kết quả",
    "reason": "lý do",
    "recipients": "nơi nhận",
    "stage": "giai đoạn của công văn",
    "stages": "các giai đoạn",
    "superior": "cơ quan chủ quản",
    "letter_recipients": "nơi nhận của công văn",
    "off": "ngày nghỉ",
    "working": "ngày làm việc",
    "date": "ngày",
    "basis": "căn cứ",
    "successors": "cơ quan kế thừa",
    "until": "đến hết ngày",
    "indicators": "chỉ tiêu",
    "givers": "cơ quan cung cấp số liệu",
    "compare": "cơ quan đối chiếu",
    "unit": "đơn vị tính",
    "figures": "số liệu",
    "funds": "kinh phí",
    "schema": "phiên bản cấu trúc",
    "version": "phiên bản kế hoạch",
    "answers": "xử lý, trả lời",
    "since": "phát sinh từ ngày",
    "asked": "đề nghị",
    "reopened": "mở lại kỳ báo cáo",
    "amendments": "sửa đổi, bổ sung",
    "effective": "ngày có hiệu lực",
    "add": "bổ sung",
    "replace": "sửa đổi",
    "repeal": "bãi bỏ",
    "after": "đứng sau mục",
    "reviewed": "rà soát lại",
}


def key_meaning(key: str) -> str:
    """What a key says in Vietnamese, in brackets after a blank; empty where the key explains itself."""
    return f" ({_MEANINGS[key]})" if key in _MEANINGS else ""


def is_key(word: str) -> bool:
    """True for a word that stands at the left of a colon in the files."""
    return word in _MEANINGS


def nearest_key(wrong: str, known: list[str], at_least: int = 60) -> str | None:
    """The known key that looks like the wrong one, or whose Vietnamese name it is; None where none does."""
    from kehoach_cli.model.folding import fold
    from kehoach_cli.model.names import nearest_text

    if not known:
        return None
    named = next((key for key in known if key in _MEANINGS and fold(_MEANINGS[key]) == fold(wrong)), None)
    return named or nearest_text(wrong, known, at_least)
