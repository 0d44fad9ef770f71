"""Whether an agency may report by a deadline on a day; if not, a wrong call that says who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import print_day
from kehoach_cli.model.owing import may_send
from kehoach_cli.model.succession import has_ended, heirs
from kehoach_cli.render.succession_words import NOBODY_FOLLOWS, coming_words, end_words

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline


def objection(
    opened: Opened,
    deadline: Deadline,
    agency: Agency,
    day: date,
    *,
    is_sender: bool = True,
    is_option: bool = True,
) -> str | None:
    """None where it may report; so may, as the sender, the agency that consolidates.

    `is_option`: the agency was named with --agency, so that its successor may be named there instead.
    """
    register = opened.workspace.register
    if may_send(agency, deadline, register, day) or (is_sender and _consolidates(opened, agency, day)):
        return None
    if has_ended(agency, day):
        names = ", ".join(quoted(a.name) for a in heirs(register, agency, day))
        option = "ghi --agency " if is_option else ""
        what = f"do cơ quan kế thừa gửi: {option}{names}" if names else NOBODY_FOLLOWS
        return f"{agency.name} đã {end_words(agency)}; báo cáo kỳ {deadline.period} {what}"
    if agency.from_ is not None and day < agency.from_:
        return f"{coming_words(agency)}, sau ngày {print_day(day)}; kiểm tra ngày hoặc tên cơ quan"
    return (
        f"{agency.name} không phải báo cáo kỳ này ({deadline.period}); "
        "kiểm tra tên cơ quan hoặc danh sách reporters"
    )


def _consolidates(opened: Opened, agency: Agency, day: date) -> bool:
    office, find = opened.workspace.office, opened.workspace.register.find_agency
    issuers = office.office if office else ()
    return not has_ended(agency, day) and any(find(i.consolidator) is agency for i in issuers)
