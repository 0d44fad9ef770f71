"""What looked like an assignment and was not taken: listed, so that nothing is lost in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.columns import grid_of
from kehoach_cli.intake.official.draft import Left
from kehoach_cli.intake.official.label_words import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.official.blocks import Table
    from kehoach_cli.intake.official.structure import Node

_SIGNS = re.compile(
    r"\bchủ trì\b|\b[Gg]iao (?:[A-ZĐ]|các |cho )|có trách nhiệm|chịu trách nhiệm|phối hợp với|là đầu mối|"
    r"[Đđ]ề nghị (?:[A-ZĐ]|các )|đơn vị thực hiện|cơ quan thực hiện"
)
_TROUBLE = re.compile(
    r"(?:nếu có|phát sinh|gặp)[^.]{0,40}(?:khó khăn|vướng mắc)|(?:khó khăn|vướng mắc)[^.]{0,30}phát sinh"
)
_AIMS = re.compile(
    r"mục đích|mục tiêu|quan điểm|căn cứ|tình hình|thực trạng|nguyên tắc|yêu cầu", re.IGNORECASE
)
_WHY = {
    "lead": "nêu cơ quan chủ trì nhưng không rõ thuộc nhiệm vụ nào",
    "both": "nêu phân công nhưng không rõ thuộc nhiệm vụ nào",
    "coordinating": "nêu cơ quan phối hợp nhưng không rõ thuộc nhiệm vụ nào",
    "timing": "nêu thời gian nhưng không rõ thuộc nhiệm vụ nào",
}
_NO_SUBJECT = "có ý giao việc nhưng không rõ giao cho cơ quan nào"
_TABLE = "bảng có cột giao việc nhưng không đọc được"
_ROWS = 6


def left_in(root: Node, taken: set[Node]) -> Iterator[Left]:
    """Every clause and table that shows a sign of an assignment and went nowhere."""
    for node in root.walk():
        if node.table is not None:
            if node not in taken and looks_assigning(node.table):
                yield Left(_table_words(node.table), node.place, _TABLE)
        elif node not in taken and (why := _why(node, taken)):
            yield Left(node.text, node.place, why)


def _why(node: Node, taken: set[Node]) -> str | None:
    if node.label is not None and node.label.value:
        return _WHY.get(node.label.role)
    if any(n in taken and not n.is_section for n in node.walk()) or _TROUBLE.search(node.text):
        return None  # its points were taken, or it only says what to do in trouble
    if any(n.is_section and _AIMS.search(n.text) for n in (node, *node.ancestors())):
        return None
    if node.text.endswith(":"):
        return None  # it only leads to what follows
    return _NO_SUBJECT if _SIGNS.search(node.text) and not node.is_section else None


def looks_assigning(table: Table) -> bool:
    """Whether one of the first rows speaks of who leads or does."""
    return any(
        role_of(" ".join(cell.split())) in {"lead", "both", "coordinating"}
        for row in grid_of(table)[:_ROWS]
        for cell in row
    )


def _table_words(table: Table) -> str:
    first = (cell.text for row in table.rows[:2] for cell in row.cells)
    return " | ".join(" ".join(words.split()) for words in first if words)
