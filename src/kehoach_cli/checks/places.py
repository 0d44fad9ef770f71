"""Places in the words of the work: what a path in a file is called by a clerk."""

from __future__ import annotations

from typing import Any

_PARTS = {
    "lead": "phần chủ trì",
    "optional": "phần chủ trì nếu có",
    "coordinating": "phần phối hợp",
    "timing": "phần thời gian thực hiện",
    "reporters": "phần cơ quan phải báo cáo",
    "exempt": "phần không phải báo cáo",
    "extended": "phần gia hạn",
    "members": "phần thành viên",
    "possible": "phần có thể thuộc nhóm",
    "successors": "phần cơ quan kế thừa",
    "aliases": "phần cách viết khác",
    "recipients": "phần nơi nhận",
    "signature": "phần ký",
    "covers": "phần báo cáo chung",
    "basis": "phần căn cứ",
    "stages": "phần giai đoạn",
    "givers": "phần cung cấp số liệu",
    "compare": "phần đối chiếu",
    "add": "phần bổ sung (add)",
    "replace": "phần sửa đổi (replace)",
    "repeal": "phần bãi bỏ (repeal)",
}
_SECTIONS = {
    "document": "thông tin văn bản",
    "tasks": "danh sách nhiệm vụ",
    "organisation": "phần tổ chức thực hiện",
    "deadlines": "phần hạn báo cáo",
    "agencies": "danh mục cơ quan",
    "groups": "danh sách nhóm",
    "office": "phần cơ quan ban hành",
    "signatures": "phần thẩm quyền ký",
    "contacts": "phần đầu mối liên hệ",
    "difficulties": "phần khó khăn, vướng mắc",
    "proposals": "phần kiến nghị",
    "indicators": "danh sách chỉ tiêu",
    "figures": "phần số liệu",
    "funds": "phần kinh phí",
    "letter_recipients": "phần nơi nhận của công văn",
    "off": "phần ngày nghỉ",
    "working": "phần ngày làm việc",
    "answers": "phần xử lý, trả lời",
    "reports": "phần báo cáo đã chốt",
    "amendments": "phần sửa đổi, bổ sung",
    "reviewed": "phần rà soát lại",
    "urgent": "phần báo cáo đột xuất đã chốt",
}


def place_in_words(path: tuple[str | int, ...], data: Any) -> str:  # noqa: ANN401
    """«nhiệm vụ II.5, phần chủ trì», «cơ quan “Trung tâm Y tế”»; «đầu tệp» for the top."""
    if not path:
        return "đầu tệp"
    if len(path) > 1 and isinstance(path[1], int):
        words = [_item(path, data)]
    else:
        words = [_named_section(str(path[0]))]
    words += [_PARTS[str(step)] for step in path[1:] if step in _PARTS]
    return ", ".join(words)


def _item(path: tuple[str | int, ...], data: Any) -> str:  # noqa: ANN401
    section, index = str(path[0]), int(path[1])
    item: Any = {}
    if isinstance(data, dict) and isinstance(data.get(section), list) and index < len(data[section]):
        item = data[section][index]
    known = item if isinstance(item, dict) else {}
    order = f"thứ {index + 1}"
    if section in ("tasks", "organisation"):
        return f"nhiệm vụ {_text(known.get('ref')) or order}"
    if section == "deadlines":
        return (
            f"hạn báo cáo kỳ {_text(known.get('period'))}"
            if _text(known.get("period"))
            else f"hạn báo cáo {order}"
        )
    if section == "indicators":
        return f"chỉ tiêu “{_text(known.get('id'))}”" if _text(known.get("id")) else f"chỉ tiêu {order}"
    if section == "agencies":
        return _named("cơ quan", known, order)
    if section == "groups":
        return _named("nhóm", known, order)
    number = _text(known.get("number")) if section == "amendments" else ""
    return f"{_named_section(section)}, {number or f'mục {order}'}"


def _named_section(key: str) -> str:
    return _SECTIONS.get(key) or _PARTS.get(key) or f"khóa “{key}”"


def _named(what: str, known: dict[str, Any], order: str) -> str:
    name = _text(known.get("name")) or _text(known.get("id"))
    return f"{what} “{name}”" if name else f"{what} {order}"


def _text(value: object) -> str:
    """A value as far as it is text; a list that stands where a name belongs names nothing."""
    return value if isinstance(value, str) else ""
