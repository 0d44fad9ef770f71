"""One sentence for each change of a plan, as an office words an amendment (office: 8.13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.model.periods import describe_period
from kehoach_cli.render.change_labels import become, cited, gone_and_come, label, reworded
from kehoach_cli.render.filed_words import FILED
from kehoach_cli.render.register_words import REGISTER
from kehoach_cli.render.sentences import cite, cite_amendments, limit_words, period_name
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.model.plan import Document
    from kehoach_cli.queries.change import Change

    Sentence = Callable[[Change, str], str]
    """A change, and how its period is called («6 tháng đầu năm 2025»; empty where it has none)."""


def sentence(change: Change, document: Document | None) -> str:
    """The whole sentence, with its full stop."""
    said = one_line(_WORDS[change.kind](change, period_of(change, document)))
    if change.since:
        said = f"Từ ngày {print_day(change.since)}: {said[:1].lower()}{said[1:]}"
    return said if said.endswith((".", "…")) else f"{said}."


def period_of(change: Change, document: Document | None) -> str:
    """The name of the period that a change speaks of."""
    if change.kind.startswith(("deadline_", "exempt_", "extended_")) and document is not None:
        return period_name(change.record, document)
    period = getattr(change.record, "period", "")
    if document is None or not period:
        return ""
    return describe_period(period, document.year).name


def duty(change: Change) -> str:
    """«nhiệm vụ II.6», «nội dung tổ chức thực hiện IV.2»."""
    return f"{'nhiệm vụ' if change.group == 'tasks' else 'nội dung tổ chức thực hiện'} {change.of}"


def _role(change: Change) -> str:
    if change.group == "organisation" and change.field == "lead":
        return "cơ quan thực hiện"
    return label("task", change.field)


def _task_added(change: Change, _: str) -> str:
    task = change.record
    facts = [f"{_role(change._replace(field=r))}: {'; '.join(n)}" for r in _ROLES if (n := getattr(task, r))]
    facts += [f"thời gian thực hiện: {task.timing}"] if task.timing else []
    return f"Bổ sung {duty(change)}: {cited(task.text)}" + "".join(f"; {fact}" for fact in facts)


_ROLES = ("lead", "optional", "coordinating")


def _task_removed(change: Change, _: str) -> str:
    lead = "; ".join(change.record.lead)
    who = f" ({_role(change._replace(field='lead'))}: {lead})" if lead else ""
    return f"Bãi bỏ {duty(change)}: {cited(change.record.text)}{who}"


def _task_renumbered(change: Change, _: str) -> str:
    same = " (nội dung không đổi)" if change.is_alone else ""
    return f"Đánh số lại: {change.old} → {change.new}{same}"


def _task_moved(change: Change, _: str) -> str:
    where = {"tasks": "phần nhiệm vụ", "organisation": "phần tổ chức thực hiện"}
    return f"Chuyển {change.of} từ {where[str(change.old)]} sang {where[str(change.new)]}"


def _task_text(change: Change, _: str) -> str:
    return f"Sửa đổi nội dung {duty(change)}: {reworded(change.words, change.old, change.new)}"


def _task_field(change: Change, _: str) -> str:
    said = become(f"{label('task', change.field)} {duty(change)}", change)
    return said.replace("Sửa ", "Điều chỉnh ", 1) if change.field == "timing" else said


def _task_agencies(change: Change, _: str) -> str:
    gone, come = "; ".join(change.removed), "; ".join(change.added)
    what = f"{_role(change)} {duty(change)}"
    if change.is_alone and gone and come and change.field != "coordinating":
        is_ours = change.group == "organisation" and change.field == "lead"
        moved = duty(change) if is_ours else what.removeprefix("cơ quan ")
        return f"Chuyển {moved} từ {gone} sang {come}"
    return gone_and_come(what, change.removed, change.added)


def _task_order(change: Change, _: str) -> str:
    return f"Sắp xếp lại thứ tự {_role(change)} {duty(change)}: {'; '.join(change.added)}"


def _task_spelling(change: Change, _: str) -> str:
    names = f"{cited(str(change.old))} thành {cited(str(change.new))}"
    return f"Ghi lại tên {_role(change)} {duty(change)}: {names} (cùng một cơ quan)"


def _tasks_order(change: Change, _: str) -> str:
    return f"Sắp xếp lại vị trí các nhiệm vụ, nội dung: {'; '.join(change.added)}"


def _amendment(change: Change) -> str:
    """«Kế hoạch số 85/KH-UBND ngày 05/5/2025, có hiệu lực từ ngày 08/5/2025»."""
    amendment = change.record
    is_later = amendment.since != amendment.issued
    since = f", có hiệu lực từ ngày {print_day(amendment.since)}" if is_later else ""
    return f"{cite_amendments([amendment])}{since}"


def _plan_size(change: Change) -> str:
    plan = change.record
    counted = (
        (len(plan.tasks), "nhiệm vụ"),
        (len(plan.organisation), "nội dung tổ chức thực hiện"),
        (len(plan.deadlines), "hạn báo cáo"),
        (len(plan.indicators), "chỉ tiêu số liệu"),
        (len(plan.amendments), "văn bản sửa đổi, bổ sung"),
    )
    return ", ".join(f"{n} {what}" for n, what in counted if n)


def _deadline_added(change: Change, period: str) -> str:
    who = "; ".join(change.record.reporters)
    more = f"; nơi phải báo cáo: {who}" if who else ""
    return f"Bổ sung hạn báo cáo {period}: {limit_words(change.record)}{more}"


def _deadline_limit(change: Change, period: str) -> str:
    days = (change.record.last_day - change.earlier.last_day).days
    shift = f"lùi {days} ngày" if days > 0 else f"sớm {-days} ngày" if days else "ngày cuối không đổi"
    limits = f"từ {limit_words(change.earlier)} thành {limit_words(change.record)}"
    return f"Điều chỉnh thời hạn báo cáo {period}: {limits} ({shift})"


def _deadline_spelling(change: Change, period: str) -> str:
    names = f"{cited(str(change.old))} thành {cited(str(change.new))}"
    return f"Ghi lại tên {label('deadline', change.field)} {period}: {names} (cùng một cơ quan)"


def _extended_added(change: Change, period: str) -> str:
    basis = f" (căn cứ: {'; '.join(change.added)})"
    return f"Gia hạn báo cáo {period} cho {change.who} đến hết ngày {_day(change.new)}{basis}"


def _extended_changed(change: Change, period: str) -> str:
    days = f"từ hết ngày {_day(change.old)} thành hết ngày {_day(change.new)}"
    return f"Gia hạn lại báo cáo {period} cho {change.who}: {days} (căn cứ: {'; '.join(change.added)})"


def _day(day: object) -> str:
    return print_day(day)  # type: ignore[arg-type]  # of these kinds every value is a day


def _indicator_agencies(change: Change, _: str) -> str:
    return gone_and_come(
        f"{label('indicator', change.field)} {cited(change.of)}", change.removed, change.added
    )


_WORDS: dict[str, Sentence] = {
    "task_added": _task_added,
    "task_removed": _task_removed,
    "task_renumbered": _task_renumbered,
    "task_moved": _task_moved,
    "task_text": _task_text,
    "task_field": _task_field,
    "task_agencies": _task_agencies,
    "task_order": _task_order,
    "task_spelling": _task_spelling,
    "tasks_order": _tasks_order,
    "plan_added": lambda c, _: f"Bổ sung kế hoạch ({_plan_size(c)})",
    "plan_removed": lambda c, _: f"Bỏ kế hoạch khỏi thư mục: {cite(c.record.document)} ({_plan_size(c)})",
    "plan_other": lambda c, _: f"Sửa {label('plan', c.field)} của kế hoạch",
    "plan_moved": lambda c, _: f"Đổi tên thư mục của kế hoạch: từ {c.old} thành {c.new}",
    "amendment_added": lambda c, _: f"Bổ sung văn bản sửa đổi, bổ sung kế hoạch: {_amendment(c)}",
    "amendment_removed": lambda c, _: f"Bỏ văn bản sửa đổi, bổ sung kế hoạch: {_amendment(c)}",
    "amendment_changed": lambda c, _: f"Ghi lại nội dung của văn bản sửa đổi, bổ sung: {_amendment(c)}",
    "amendment_field": lambda c, _: become(
        f"{label('amendment', c.field)} của văn bản sửa đổi, bổ sung {c.of}", c
    ),
    "source_added": lambda _, __: "Bổ sung văn bản gốc của kế hoạch (source.md)",
    "source_removed": lambda _, __: "Bỏ văn bản gốc của kế hoạch (source.md)",
    "source_changed": lambda c, _: f"Sửa văn bản gốc của kế hoạch (source.md): {reworded(c.words)}",
    "document_field": lambda c, _: (
        become(f"{label('document', c.field)} của kế hoạch", c)
        if c.field != "version"
        else become(label("document", c.field), c)
    ),
    "document_list": lambda c, _: gone_and_come(
        f"{label('document', c.field)} của kế hoạch", c.removed, c.added
    ),
    "deadline_added": _deadline_added,
    "deadline_removed": lambda c, p: f"Bãi bỏ hạn báo cáo {p}: {limit_words(c.record)}",
    "deadline_limit": _deadline_limit,
    "deadline_agencies": lambda c, p: gone_and_come(f"{label('deadline', c.field)} {p}", c.removed, c.added),
    "deadline_order": lambda c, p: f"Sắp xếp lại thứ tự {label('deadline', c.field)} {p}",
    "deadline_spelling": _deadline_spelling,
    "deadline_field": lambda c, p: become(f"{label('deadline', c.field)} (báo cáo {p})", c),
    "exempt_added": lambda c, p: f"Miễn báo cáo {p} cho {c.who} (lý do: {c.new})",
    "exempt_removed": lambda c, p: f"Không còn miễn báo cáo {p} cho {c.who}",
    "exempt_changed": lambda c, p: become(f"lý do miễn báo cáo {p} cho {c.who}", c),
    "extended_added": _extended_added,
    "extended_removed": lambda c, p: (
        f"Bỏ gia hạn báo cáo {p} của {c.who} (trước là đến hết ngày {_day(c.old)})"
    ),
    "extended_changed": _extended_changed,
    "extended_basis": lambda c, p: become(f"căn cứ gia hạn báo cáo {p} của {c.who}", c),
    "indicator_added": lambda c, _: (
        f"Bổ sung chỉ tiêu số liệu {cited(c.of)} ({c.record.unit}; "
        f"nơi cung cấp: {'; '.join(c.record.givers)})"
    ),
    "indicator_removed": lambda c, _: f"Bỏ chỉ tiêu số liệu {cited(c.of)}",
    "indicator_agencies": _indicator_agencies,
    "indicator_order": lambda c, _: f"Sắp xếp lại thứ tự {label('indicator', c.field)} {cited(c.of)}",
    "indicator_spelling": lambda c, _: (
        f"Ghi lại tên {label('indicator', c.field)} {cited(c.of)}: "
        f"{cited(str(c.old))} thành {cited(str(c.new))} (cùng một cơ quan)"
    ),
    "indicator_field": lambda c, _: become(f"{label('indicator', c.field)} của chỉ tiêu {cited(c.of)}", c),
    **REGISTER,
    **FILED,
}
