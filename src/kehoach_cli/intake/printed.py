"""What the form prints itself: a cell that says something else was written by whoever filled it in."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from kehoach_cli.intake.older import has_words
from kehoach_cli.model.folding import fold
from kehoach_cli.model.form import STATUS_LABELS
from kehoach_cli.model.slots import report_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.intake.cells import Cell
    from kehoach_cli.intake.reading import Row
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline, Indicator
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import PlanFolder

_NOTHING = "không phát sinh"
_ROLES = frozenset(map(fold, ("Chủ trì", "Phối hợp", "Thực hiện")))


def previous_answers(
    folder: PlanFolder, deadline: Deadline, register: Register, agency: Agency
) -> dict[str, set[str]]:
    """Clause → what may stand in «Kết quả kỳ trước», folded: its answers of every earlier period."""
    found: dict[str, set[str]] = {}
    refs = [task.ref for task in (*folder.plan.tasks, *folder.plan.organisation)]
    for earlier in (d for d in folder.plan.deadlines if d.last_day < deadline.last_day):
        filed = report_of(folder, earlier.period, register, agency)
        if filed is None:
            continue
        if filed.report.rest:
            for ref in refs:
                found.setdefault(ref, set()).add(fold(STATUS_LABELS[_NOTHING]))
        for result in filed.report.tasks:
            said = " ".join(filter(None, (STATUS_LABELS[result.status], result.result)))
            found.setdefault(result.ref, set()).add(fold(said))
    return found


def is_of_duty(row: Row, ref: str, key: str, cell: Cell) -> bool:
    """Whether the form itself printed this cell in the row of a clause of today."""
    expected, older = row.reading.expected, row.reading.older
    task, said = expected.tasks[ref], fold(cell.value)
    if key == "text":
        sent = older.ref(row.seen("ref")) or ref
        texts = (text for t in expected.tasks.values() for text in (t.text, t.short or ""))
        return said in map(fold, texts) or has_words(older.digests.get(sent, ""), sent, cell.value)
    known: Mapping[str, set[str] | frozenset[str]] = {
        "role": _ROLES,
        "timing": {fold(task.timing or "")},
        "previous": expected.previous.get(ref, set()),
    }
    return said in known.get(key, {said})


def is_of_indicator(indicator: Indicator, key: str, cell: Cell) -> bool:
    """Likewise in the row of a figure: only the year's target could be taken for an answer."""
    if key != "target":
        return True
    try:
        return indicator.target is not None and Decimal(cell.value.replace(",", ".")) == indicator.target
    except InvalidOperation:
        return False
