"""Who has reported, as a table by khối and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.model.slots import OWED
from kehoach_cli.render.blocks import in_blocks
from kehoach_cli.render.many_plans_table import PLAN, entry_table, is_many, overview_table
from kehoach_cli.render.sentences import (
    as_of_words,
    cite_with_issuer,
    marks,
    period_name,
    rate_line,
    state_words,
    sum_line,
)
from kehoach_cli.render.succession_words import ended_words, vacancy_words, with_predecessors
from kehoach_cli.render.table import Forms, Part, Table
from kehoach_cli.render.urgent_words import closing_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.register import Entry
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.status import DeadlineStatus, StatusView

COLUMNS = ("TT", "Cơ quan, đơn vị", "Số, ký hiệu", "Ngày đến", "Tình trạng", "Ghi chú")


def status_forms(view: StatusView, entry: Entry | None = None, period: str | None = None) -> Forms:
    """`entry` and `period`: what the view was narrowed to; for one that owes nothing the table says so."""

    def tables() -> list[Table]:
        many = is_many(status.plan for status in view.deadlines)
        if many and entry is not None:
            return [entry_table(view, entry, _cells, outside_words)]
        found = [_table(status, many=many) for status in view.deadlines]
        return [overview_table(view), *found] if many else found or [_nothing(view, entry, period)]

    return Forms(tables, lambda: status_data(view), lambda: status_csv(view), pages=tables)


def _nothing(view: StatusView, entry: Entry | None, period: str | None) -> Table:
    which = "kỳ nào" if period is None else f"kỳ {period}"
    why = f"{entry.name} không thuộc đối tượng báo cáo {which}." if entry else "Chưa có hạn báo cáo nào."
    return Table(
        ("TÌNH HÌNH GỬI BÁO CÁO",), COLUMNS, (), (why, as_of_words(view.as_of)), name="Tình hình gửi báo cáo"
    )


def _table(status: DeadlineStatus, *, many: bool) -> Table:
    """One deadline; its rows by khối in the order of the register, with the plan where there are many."""
    document = status.document
    name = period_name(status.deadline, document)
    titles = (
        f"TÌNH HÌNH GỬI BÁO CÁO {name.upper()}",
        f"theo {cite_with_issuer(document)}",
    )
    sheet = f"{document.number} {name}" if many else name
    foot = [sum_line(status), rate_line(status), *outside_words(status), as_of_words(status.as_of)]
    parts = tuple(_parts(status, (document.number,) if many else ()))
    columns = (COLUMNS[0], PLAN, *COLUMNS[1:]) if many else COLUMNS
    narrow, keys = ((0, 1, 4), 3) if many else ((0, 3), 2)
    return Table(titles, columns, parts, tuple(filter(None, foot)), narrow=narrow, keys=keys, name=sheet)


def _parts(status: DeadlineStatus, plan: tuple[str, ...]) -> Iterator[Part]:
    """`plan`: the cell with the plan's number that goes behind the row's own, or none."""
    for block, slots in in_blocks(status.slots, _kind):
        rows = (_row(number, slot, status) for number, slot in enumerate(slots, block.first))
        yield Part(f"{block.letter}. {block.name}", tuple((row[0], *plan, *row[1:]) for row in rows))


def _kind(slot: Slot) -> str:
    return slot.agency.kind


def _row(number: int, slot: Slot, status: DeadlineStatus) -> tuple[str, ...]:
    """The cells of COLUMNS; whom to chase stands beside what is missing."""
    contact = slot.agency.contact if slot.state in OWED else None
    *cells, notes = _cells(slot, status)
    return (str(number), *cells, "; ".join(filter(None, [notes, f"Liên hệ: {contact}" if contact else ""])))


def _cells(slot: Slot, status: DeadlineStatus) -> tuple[str, ...]:
    report = slot.filed.report if slot.filed else None
    return (
        with_predecessors(slot.agency.name, status.taken_over.get(slot.agency.id, ())),
        report.number or "" if report else "",
        print_day(report.received) if report else "",
        state_words(slot, status.deadline),
        "; ".join(marks(slot, status.partners.get(slot.agency.id, ()), status.review_of(slot))),
    )


def outside_words(status: DeadlineStatus) -> Iterator[str]:
    """What stands outside the counts, a sentence each, and on what the list of reporters rests."""
    if status.open_groups:
        yield f"Chưa xác định thành phần, không tính: {'; '.join(status.open_groups)}."
    if status.counts.ended:
        yield ended_words(status.counts.ended)
    if status.vacancy:
        yield vacancy_words(status.vacancy)
    if status.own:
        yield f"{status.own.report.agency}: đã có báo cáo; là cơ quan tổng hợp nên không tính trong bảng."
    if status.closing:
        yield closing_line(status.closing)
    if status.deadline.reporters_basis and status.is_whole:
        yield f"{status.deadline.reporters_basis.rstrip('.')}."


def status_csv(view: StatusView) -> Table:
    """All deadlines in one table without headings, with the columns a spreadsheet filters by."""
    columns = ("Kế hoạch", "Kỳ báo cáo", "Khối", "Liên hệ", *COLUMNS[1:])
    rows = tuple(
        (
            status.document.number,
            period_name(status.deadline, status.document),
            block.name,
            slot.agency.contact or "",
            *_cells(slot, status),
        )
        for status in view.deadlines
        for block, slots in in_blocks(status.slots, _kind)
        for slot in slots
    )
    return Table((), columns, (Part("", rows),), ())


def status_data(view: StatusView) -> dict[str, Any]:
    """The answer `kehoach/status/1`."""
    return {
        "schema": "kehoach/status/1",
        "as_of": view.as_of.isoformat(),
        "deadlines": [_deadline_data(status) for status in view.deadlines],
    }


def _deadline_data(status: DeadlineStatus) -> dict[str, Any]:
    return {
        "plan": status.plan,
        "period": status.deadline.period,
        "last_day": status.deadline.last_day.isoformat(),
        "counts": counts_data(status),
        "slots": [_slot_data(s) | review_data(s, status) for s in status.slots],
        **_closed_data(status),
        **_vacancy_data(status),
    }


def _vacancy_data(status: DeadlineStatus) -> dict[str, Any]:
    """The key «vacancy», where nobody is known who receives and consolidates the reports."""
    vacancy = status.vacancy
    if vacancy is None:
        return {}
    return {"vacancy": {"names": list(vacancy.names), "since": vacancy.since.isoformat()}}


def _closed_data(status: DeadlineStatus) -> dict[str, Any]:
    """The key «closed», where the period is closed."""
    closing = status.closing
    if closing is None:
        return {}
    later = [
        {"kind": one.kind, "agency": one.agency, "received": one.received.isoformat(), "number": one.number}
        for one in closing.later
    ]
    counts = {"received": closing.received, "expected": closing.expected}
    return {"closed": {"date": closing.date.isoformat(), **counts, "later": later}}


def counts_data(status: DeadlineStatus) -> dict[str, int]:
    """The counts of one deadline, as every JSON answer has them."""
    n = status.counts
    return {
        "expected": n.expected,
        "received": n.received,
        "on_time": n.on_time,
        "late": n.late,
        "missing": n.missing,
        "overdue": n.overdue,
        "exempt": n.exempt,
        **({"ended": n.ended} if n.ended else {}),
    }


def review_data(slot: Slot, status: DeadlineStatus) -> dict[str, list[str]]:
    """The key «review», where the report is to be looked at again: the clauses that changed since."""
    review = status.review_of(slot)
    return {"review": list(review.refs)} if review else {}


def _slot_data(slot: Slot) -> dict[str, Any]:
    report = slot.filed.report if slot.filed else None
    late = {"late": slot.days, "overdue": slot.days, "on_time": 0}
    return {
        "agency": {"id": slot.agency.id, "name": slot.agency.name},
        "via": list(slot.via),
        "state": slot.state,
        "received": report.received.isoformat() if report else None,
        "days_late": late.get(slot.state),
        "number": report.number if report else None,
        **predecessors_data(slot),
    }


def predecessors_data(slot: Slot) -> dict[str, list[dict[str, str]]]:
    """The key «predecessors», where the slot's agency reports in the place of others."""
    found = [{"id": p.id, "name": p.name} for p in slot.predecessors]
    return {"predecessors": found} if found else {}
