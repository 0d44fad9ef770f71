"""The duty matrix as a table for a wide terminal, as CSV with a column an agency, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.render.sentences import plans_said, task_mark
from kehoach_cli.render.table import Forms, Part, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.model.register import Entry
    from kehoach_cli.queries.duties import Part as Role
    from kehoach_cli.queries.matrix import MatrixRow, MatrixView

KEY = (
    "C: chủ trì; P: phối hợp; T: thực hiện; (C): chủ trì nếu có; *: qua nhóm; "
    "?: có thể liên quan, qua nhóm chưa xác định thành phần."
)
_SHEET = "Phân công nhiệm vụ"


def matrix_forms(view: MatrixView, entry: Entry | None = None) -> Forms:
    """`entry`: whom the view was narrowed to; for one without a part the table says so."""

    def table(full: Callable[[MatrixView], Table]) -> Table:
        return full(view) if view.agencies else _nothing(view, entry)

    return Forms(
        tables=lambda: [table(matrix_table)],
        data=lambda: matrix_data(view),
        rows=lambda: wide_table(view),
        pages=lambda: [table(wide_table)],
        papers=lambda: [table(matrix_table)],
    )


def _nothing(view: MatrixView, entry: Entry | None) -> Table:
    why = f"Kế hoạch không giao nhiệm vụ nào cho {entry.name}." if entry else "Chưa có nhiệm vụ nào."
    return Table(_titles(view), _head_columns(view), (), (why,), name=_SHEET)


def matrix_table(view: MatrixView) -> Table:
    """Columns are numbered, their names stand below: so the matrix fits a landscape screen."""
    numbers = tuple(str(n + 1) for n in range(len(view.columns)))
    firsts = [column.agencies[0] for column in view.columns]
    rows = tuple((*_head(row, view), *(_sign(row.parts[n], row) for n in firsts)) for row in view.rows)
    names = "; ".join(f"({n}) {c.name}" for n, c in zip(numbers, view.columns, strict=True))
    columns = (*_head_columns(view), *numbers)
    foot = (f"Cột: {names}.", f"Ký hiệu: {KEY}")
    return _grid(view, columns, rows, foot)


def wide_table(view: MatrixView) -> Table:
    """One column an agency, by its full name."""
    rows = tuple((*_head(row, view), *(_sign(p, row) for p in row.parts)) for row in view.rows)
    columns = (*_head_columns(view), *(a.name for a in view.agencies))
    return _grid(view, columns, rows, (f"Ký hiệu: {KEY}",))


def _grid(
    view: MatrixView, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], foot: tuple[str, ...]
) -> Table:
    keys = len(_head_columns(view))
    narrow = tuple(n for n in range(len(columns)) if n != keys - 1)
    parts = (Part("", rows),)
    return Table(_titles(view), columns, parts, foot, narrow=narrow, keys=keys, is_grid=True, name=_SHEET)


def _titles(view: MatrixView) -> tuple[str, ...]:
    plans = plans_said({row.plan: row.document for row in view.rows}.values())
    as_of = f"(tính đến ngày {print_day(view.as_of)})"
    return "BẢNG PHÂN CÔNG NHIỆM VỤ", " ".join(filter(None, [plans, as_of]))


def _head_columns(view: MatrixView) -> tuple[str, ...]:
    return ("Kế hoạch", "Mục", "Nhiệm vụ") if _has_many(view) else ("Mục", "Nhiệm vụ")


def _head(row: MatrixRow, view: MatrixView) -> tuple[str, ...]:
    head = (row.task.ref, (row.task.short or row.task.text) + task_mark(row.task))
    return (row.document.number, *head) if _has_many(view) else head


def _has_many(view: MatrixView) -> bool:
    return len({row.plan for row in view.rows}) > 1


def _sign(part: Role | None, row: MatrixRow) -> str:
    """C, P or T; (C) where the lead counts only if it exists, * through a group, ? through an open one."""
    if part is None:
        return ""
    letter = "P" if part.role == "coordinating" else "T" if row.kind == "organisation" else "C"
    if part.optional:
        return f"({letter})"
    if not part.certain:
        return f"{letter}?"
    return f"{letter}*" if part.via else letter


def matrix_data(view: MatrixView) -> dict[str, Any]:
    """The answer `kehoach/matrix/1`: only agencies with a part stand in a row's cells."""
    return {
        "schema": "kehoach/matrix/1",
        "as_of": view.as_of.isoformat(),
        "agencies": [{"id": a.id, "name": a.name} for a in view.agencies],
        "tasks": [
            {
                "plan": row.plan,
                "kind": row.kind,
                "ref": row.task.ref,
                "cells": [
                    {"agency": agency.id, "role": part.role, "certain": part.certain, "via": list(part.via)}
                    for agency, part in zip(view.agencies, row.parts, strict=True)
                    if part
                ],
            }
            for row in view.rows
        ],
    }
