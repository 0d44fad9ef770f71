"""What several plans at once look like: one table for all of them, the plan's number on each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.model.slots import OWED
from kehoach_cli.render.sentences import as_of_words, days_left_words, limit_words, period_name, state_words
from kehoach_cli.render.table import Part, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kehoach_cli.model.register import Entry
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.duties import ReportDue, TasksView
    from kehoach_cli.queries.status import DeadlineStatus, StatusView

PLAN = "Kế hoạch"
_OVERVIEW = (PLAN, "Kỳ báo cáo", "Hạn cuối", "Đã nhận", "Quá hạn", "Tình trạng")
_DUE = (PLAN, "Kỳ báo cáo", "Thời hạn", "Hạn cuối", "Tình trạng")
_DONE = "đã xong"  # nobody owes a report any more
_DAY = 2  # the column of the last day: narrow, as the plan's number before it


def is_many(plans: Iterable[str]) -> bool:
    """Whether an answer speaks of more than one plan, by their ids."""
    return len({*plans}) > 1


def overview_table(view: StatusView) -> Table:
    """One row a deadline, the one due first on top: how many have reported."""
    rows = tuple(_overview_row(status) for status in view.deadlines)
    counts = [status.counts for status in view.deadlines]
    expected, received = sum(n.expected for n in counts), sum(n.received for n in counts)
    missing, overdue = sum(n.missing for n in counts), sum(n.overdue for n in counts)
    plans = len({status.plan for status in view.deadlines})
    more = f", trong đó quá hạn {overdue}" if overdue else ""
    said = f"phải gửi {expected}, đã nhận {received}, chưa gửi {missing}{more}"
    foot = (f"Cộng: {len(rows)} hạn báo cáo của {plans} kế hoạch; {said}.", as_of_words(view.as_of))
    titles = ("CÁC HẠN BÁO CÁO, HẠN GẦN NHẤT TRƯỚC",)
    return Table(titles, _OVERVIEW, (Part("", rows),), foot, narrow=(0, _DAY), keys=3, name="Các hạn báo cáo")


def _overview_row(status: DeadlineStatus) -> tuple[str, ...]:
    n = status.counts
    is_done = all(slot.state not in OWED for slot in status.slots)
    return (
        status.document.number,
        period_name(status.deadline, status.document),
        print_day(status.deadline.last_day),
        f"{n.received}/{n.expected}",
        str(n.overdue or ""),
        _DONE if is_done else days_left_words(status.days_left),
    )


def entry_table(
    view: StatusView,
    entry: Entry,
    cells: Callable[[Slot, DeadlineStatus], tuple[str, ...]],
    remarks: Callable[[DeadlineStatus], Iterable[str]],
) -> Table:
    """All reports of one agency or group in one table: what is still owed first, each part by its last day.

    `cells` are the agency, number, day, state and notes of a slot; `remarks` what stands outside the counts.
    """
    found = [(slot, status) for status in view.deadlines for slot in status.slots]
    found.sort(key=lambda pair: (pair[0].state not in OWED, pair[0].last_day))
    named = len({slot.agency.id for slot, _ in found}) > 1
    columns = (PLAN, "Kỳ báo cáo", "Hạn cuối", "Cơ quan, đơn vị", "Số, ký hiệu", "Ngày đến", "Tình trạng")
    columns = (*(columns if named else (*columns[:3], *columns[4:])), "Ghi chú")
    rows = tuple(
        (
            status.document.number,
            period_name(status.deadline, status.document),
            print_day(slot.last_day),
            *cells(slot, status)[0 if named else 1 :],
        )
        for slot, status in found
    )
    titles = (f"TÌNH HÌNH GỬI BÁO CÁO CỦA {entry.name.upper()}", _of_plans(view))
    foot = (_entry_sum([slot for slot, _ in found]), *_remarks(view, remarks), as_of_words(view.as_of))
    return Table(titles, columns, (Part("", rows),), foot, narrow=(0, _DAY), keys=3, name=entry.name)


def _of_plans(view: StatusView) -> str:
    return f"theo {len({status.plan for status in view.deadlines})} kế hoạch"


def _entry_sum(slots: Sequence[Slot]) -> str:
    states = [slot.state for slot in slots]
    owed = sum(state in OWED for state in states)
    counted = (("quá hạn", "overdue"), ("sắp đến hạn", "due_soon"), ("trả lại để bổ sung", "returned"))
    said = [f"{words} {states.count(state)}" for words, state in counted if state in states]
    more = f", trong đó {', '.join(said)}" if said else ""
    return f"Cộng: {len(slots)} báo cáo; chưa gửi {owed}{more}."


def _remarks(view: StatusView, remarks: Callable[[DeadlineStatus], Iterable[str]]) -> list[str]:
    """What is said of a deadline, with the plan and the period it is said of."""
    return [
        f"{status.document.number}, {period_name(status.deadline, status.document)}: {words}"
        for status in view.deadlines
        for words in remarks(status)
    ]


def due_table(view: TasksView) -> Table:
    """The report deadlines beside the duties: what is still owed first."""
    rows = tuple(_due_row(due) for due in view.deadlines)
    return Table(("HẠN BÁO CÁO",), _DUE, (Part("", rows),), (), narrow=(0, 3), name="Hạn báo cáo")


def _due_row(due: ReportDue) -> tuple[str, ...]:
    slot = due.slot
    if slot is None:
        state = days_left_words(due.days_left)
    else:
        reason = f": {slot.exempt.reason.rstrip('.')}" if slot.exempt else ""
        state = f"{state_words(slot, due.deadline)}{reason}"
        state += f" ({days_left_words(due.days_left)})" if slot.state == "not_due" else ""
        state += ", được gia hạn" if due.last_day != due.deadline.last_day and not slot.filed else ""
    return (
        due.document.number,
        period_name(due.deadline, due.document),
        limit_words(due.deadline),
        print_day(due.last_day),
        state,
    )
