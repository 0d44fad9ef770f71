"""Open difficulties outside the calendar as a table, as JSON and as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.render.sentences import as_of_words, plans_said
from kehoach_cli.render.table import Forms, Part, Table
from kehoach_cli.render.urgent_words import standing_words, waiting_words

if TYPE_CHECKING:
    from kehoach_cli.queries.urgent import AnswerView, OpenView, UrgentView

COLUMNS = (
    "TT",
    "Cơ quan, đơn vị",
    "Mã",
    "Ngày đến",
    "Mục",
    "Khó khăn, vướng mắc",
    "Đề nghị",
    "Tình trạng",
    "Ghi chú",
)
_TITLE = "KHÓ KHĂN, VƯỚNG MẮC BÁO CÁO ĐỘT XUẤT CHƯA GIẢI QUYẾT"


def urgent_forms(view: OpenView) -> Forms:
    """Without any open one the table says so."""

    def tables() -> list[Table]:
        return [_table(view)]

    def papers() -> list[Table]:
        return [_without_ids(table) for table in tables()]

    return Forms(tables, lambda: urgent_data(view), lambda: urgent_csv(view), tables, papers)


def _table(view: OpenView) -> Table:
    rows = tuple((str(n), *_cells(urgent)) for n, urgent in enumerate(view.open, 1))
    documents = {u.plan: u.document for u in view.open}
    foot = [] if rows else ["Không có khó khăn, vướng mắc nào chờ xử lý."]
    if view.settled:
        foot.append(f"Đã giải quyết: {view.settled}.")
    return Table(
        tuple(filter(None, (_TITLE, plans_said(documents.values())))),
        COLUMNS,
        (Part("", rows),) if rows else (),
        (*foot, as_of_words(view.as_of)),
        narrow=(0, 2, 3, 4),
        name="Báo cáo đột xuất",
    )


def _without_ids(table: Table) -> Table:
    """On paper nobody types a code."""
    at = COLUMNS.index("Mã")
    parts = tuple(Part(p.heading, tuple((*row[:at], *row[at + 1 :]) for row in p.rows)) for p in table.parts)
    return table._replace(columns=(*COLUMNS[:at], *COLUMNS[at + 1 :]), parts=parts, narrow=(0, 2, 3))


def _cells(urgent: UrgentView) -> tuple[str, ...]:
    asked = urgent.asked or ""
    to = f" (với {urgent.to})" if urgent.to and asked else urgent.to or ""
    notes = [waiting_words(urgent)]
    notes += [f"Phát sinh từ ngày {print_day(urgent.since)}."] if urgent.since else []
    notes += [f"Văn bản số {urgent.number}."] if urgent.number else []
    return (
        urgent.agency,
        urgent.id,
        print_day(urgent.received),
        urgent.ref or "",
        urgent.text,
        asked + to,
        standing_words(urgent),
        " ".join(notes),
    )


def urgent_csv(view: OpenView) -> Table:
    """With the plan's number before the columns, and the days of waiting as a number."""
    columns = ("Kế hoạch", *COLUMNS[1:], "Số ngày chờ")
    rows = tuple((u.document.number, *_cells(u), str(u.days)) for u in view.open)
    return Table((), columns, (Part("", rows),), ())


def urgent_data(view: OpenView) -> dict[str, Any]:
    """The answer `kehoach/open/1`."""
    return {
        "schema": "kehoach/open/1",
        "as_of": view.as_of.isoformat(),
        "open": [_data(urgent) for urgent in view.open],
        "settled": view.settled,
    }


def _data(urgent: UrgentView) -> dict[str, Any]:
    return {
        "plan": urgent.plan,
        "id": urgent.id,
        "file": urgent.file,
        "agency": {"id": urgent.agency_id, "name": urgent.agency},
        "number": urgent.number,
        "received": urgent.received.isoformat(),
        "days_waiting": urgent.days,
        "ref": urgent.ref,
        "text": urgent.text,
        "since": urgent.since.isoformat() if urgent.since else None,
        "asked": urgent.asked,
        "to": urgent.to,
        "state": urgent.state,
        "answers": [_answer_data(answer) for answer in urgent.answers],
    }


def _answer_data(answer: AnswerView) -> dict[str, Any]:
    return {
        "date": answer.date.isoformat(),
        "state": answer.state,
        "by": answer.by,
        "text": answer.text,
        "document": answer.document,
    }
