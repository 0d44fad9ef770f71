"""The numbers of the district's own documents, as Nghị định 30/2020/NĐ-CP has them printed."""

from __future__ import annotations

import re

_BELOW_TEN = re.compile(r"^\s*([1-9])(?!\d)")
_TYPE = re.compile(r"/([A-ZĐ][A-Za-zĐ]{1,3})(?=-|$)")
_TYPES = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "ĐA": "Đề án",
}


def document_type(number: str) -> str:
    """«Kế hoạch» for 85/KH-UBND; a number without the letters of a type is a công văn's (ND 30, PL III)."""
    found = _TYPE.search(number)
    return _TYPES.get(found[1], "Công văn") if found else "Công văn"


def print_number(number: str) -> str:
    """«05/BC-UBND» for 5/BC-UBND: numbers below ten take a zero (Phụ lục I, II.3a).

    Only for what we issue; what others number stays as they wrote it.
    """
    return _BELOW_TEN.sub(r"0\1", number)
