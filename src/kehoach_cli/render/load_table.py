"""An agency's load, plan by plan, as a table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.render.table import Part, Table

if TYPE_CHECKING:
    from kehoach_cli.queries.load import Load, LoadView, PlanLoad

# short heads: ten columns have room on a screen of 100 characters
_COLUMNS = (
    *("Kế hoạch", "Chủ trì", "Phối hợp", "Tổ chức", "Có thể"),
    *("Báo cáo", "Chưa gửi", "Quá hạn", "Sắp hạn", "Hạn tới"),
)


def load_table(view: LoadView) -> Table:
    """One row a plan and, of several, a last row with the sums."""
    rows = [(plan.document.number, *_cells(plan.load), _next(plan)) for plan in view.plans]
    if len(rows) > 1:
        rows.append(("Cộng", *_cells(view.total), ""))
    name = "Khối lượng công việc"
    return Table((name.upper(),), _COLUMNS, (Part("", tuple(rows)),), (), narrow=(0,), keys=1, name=name)


def _cells(load: Load) -> tuple[str, ...]:
    """A nought stays empty, so that a narrow screen can do without the column."""
    return tuple(str(number or "") for number in load)


def _next(plan: PlanLoad) -> str:
    return print_day(plan.next_day) if plan.next_day else ""


def load_words(view: LoadView) -> list[str]:
    """The reports of several plans in one sentence, beside that of the duties."""
    if len(view.plans) < 2:  # noqa: PLR2004  # of one plan the row says it
        return []
    n = view.total
    counted = (("chưa gửi", n.owed), ("quá hạn", n.overdue), ("sắp đến hạn", n.due_soon))
    said = "".join(f", {words} {number}" for words, number in counted if number)
    return [f"{len(view.plans)} kế hoạch; báo cáo phải gửi {n.reports}{said}."]


def load_data(view: LoadView) -> dict[str, Any]:
    """The key «load» of an agency or group."""
    return {"plans": [_plan_data(plan) for plan in view.plans], "total": view.total._asdict()}


def _plan_data(plan: PlanLoad) -> dict[str, Any]:
    status = plan.next_status
    coming = None
    if status is not None and plan.next_day is not None:
        coming = {"period": status.deadline.period, "last_day": plan.next_day.isoformat()}
    return {"plan": plan.plan, **plan.load._asdict(), "next": coming}
