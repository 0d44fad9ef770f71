"""The numbers of the district's own documents, as Nghị định 30/2020/NĐ-CP has them printed."""

from __future__ import annotations

import re

_BELOW_TEN = re.compile(r"^\s*([1-9])(?!\d)")


def print_number(number: str) -> str:
    """«05/BC-UBND» for 5/BC-UBND: numbers below ten take a zero (Phụ lục I, II.3a).

    Only for what we issue; what others number stays as they wrote it.
    """
    return _BELOW_TEN.sub(r"0\1", number)
