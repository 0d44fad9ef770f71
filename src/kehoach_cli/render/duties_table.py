"""The duties of an agency, of a group or of all, as a table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.render.many_plans_table import PLAN, due_table, is_many
from kehoach_cli.render.sentences import (
    ROLE_NAMES,
    due_words,
    limit_words,
    period_name,
    plans_said,
    role_words,
    task_mark,
)
from kehoach_cli.render.succession_words import life_words
from kehoach_cli.render.table import Forms, Part, Table

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Document, Task
    from kehoach_cli.queries.duties import Duty, TasksView
    from kehoach_cli.queries.lives import Life

COLUMNS = (
    "Mục",
    "Nội dung nhiệm vụ",
    "Vai trò",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
)


def duties_forms(view: TasksView, *, why: bool, attached: str = "") -> Forms:
    """Short names on screen, the duties word for word in files for other programs.

    `attached`: the line that makes files of office programs an appendix (see attached_words).
    """

    def full() -> Table:
        return duties_table(view, full=True, why=why)

    def deadlines() -> list[Table]:
        return [due_table(view)] if view.deadlines and is_many(_documents(view)) else []

    return Forms(
        tables=lambda: [duties_table(view, full=False, why=why), *deadlines()],
        data=lambda: duties_data(view),
        rows=full,
        pages=lambda: [full()._replace(attached=attached), *deadlines()],
    )


def attached_words(issuer: Issuer | None, day: date) -> str:
    """«(Kèm theo Công văn số      /UBND-TH ngày      tháng      năm 2025 của UBND huyện Sơn Tây)».

    Number and day are the registry's to give. Where nobody is known to issue, no name stands there.
    """
    blank = " " * 6
    unit = issuer.archive.rpartition(",")[2].strip() if issuer else ""
    symbol = f"/{issuer.symbol}-{unit}" if issuer else blank
    of = f" của {issuer.name}" if issuer else ""
    return f"(Kèm theo Công văn số{blank}{symbol} ngày{blank}tháng{blank}năm {day.year}{of})"


def duties_table(view: TasksView, *, full: bool, why: bool) -> Table:
    """`full` prints the duties word for word, else their short names; `why` adds the way through groups."""
    many = is_many(_documents(view))
    columns = COLUMNS if view.entry else tuple(c for c in COLUMNS if c != "Vai trò")
    columns = (PLAN, *columns, "Hạn cuối") if many else columns
    columns = (*columns, "Căn cứ") if why else columns
    rows = tuple(_row(d, view, full=full, why=why, many=many) for d in view.duties)
    keys = 3 if many else 2
    return Table(
        _titles(view),
        columns,
        (Part("", rows),),
        tuple(duties_foot(view)),
        narrow=tuple(range(keys - 1)),
        keys=keys,
        name=view.entry.name if view.entry else "Nhiệm vụ",
    )


def _documents(view: TasksView) -> dict[str, Document]:
    """Plan id → document, of every plan that the answer speaks of."""
    documents = {d.plan: d.document for d in view.duties}
    return documents | {d.plan: d.document for d in view.deadlines}


def _row(duty: Duty, view: TasksView, *, full: bool, why: bool, many: bool) -> tuple[str, ...]:
    task = duty.task
    lead = [*task.lead, *(f"{name} (nếu có)" for name in task.optional)]
    cells = [duty.document.number] if many else []
    cells += [task.ref, (task.text if full else task.short or task.text) + task_mark(task)]
    cells += [role_words(duty, with_group=not why)] if view.entry else []
    cells += ["; ".join(lead), "; ".join(task.coordinating), task.timing or ""]
    cells += [_due(duty, view)] if many else []
    cells += [chain(duty, view)] if why else []
    return tuple(cells)


def _due(duty: Duty, view: TasksView) -> str:
    """The day that the rows of several plans are sorted by; nothing where none is due."""
    if duty.due is None:
        return ""
    return print_day(duty.due) + (" (đã qua)" if duty.due < view.as_of else "")


def chain(duty: Duty, view: TasksView) -> str:
    """«II.2 → UBND các xã → UBND xã Sơn Mùa»: how the clause reaches whom was asked about."""
    named = [", ".join(duty.heir_of)] if duty.heir_of else []
    return " → ".join([duty.task.ref, *duty.via, *named, *([view.entry.name] if view.entry else [])])


def _titles(view: TasksView) -> tuple[str, ...]:
    what = f"NHIỆM VỤ GIAO {view.entry.name.upper()}" if view.entry else "NHIỆM VỤ CỦA KẾ HOẠCH"
    if view.role:
        what += f" – VAI TRÒ {ROLE_NAMES[view.role].upper()}"
    as_of = f"(tính đến ngày {print_day(view.as_of)})"
    return what, " ".join(filter(None, [plans_said(_documents(view).values()), as_of]))


def duties_foot(view: TasksView) -> list[str]:
    """The counts of duties, the report deadlines, and what is only possible, a sentence each.

    Of several plans the deadlines stand in a table of their own.
    """
    lines = life_words(view.life) if view.life else []
    if view.duties or not view.life or view.life.state == "alive":
        lines.append(_counts(view) if view.entry else _sum(view))
    if not is_many(_documents(view)):
        lines += map(due_words, view.deadlines)
    possible = [d for d in view.duties if not d.certain and d.via]
    if possible:
        groups = "; ".join(dict.fromkeys(d.via[0] for d in possible))
        which = f"qua nhóm chưa xác định thành phần ({groups})"
        lines.append(f"Có thể liên quan: {len(possible)} nhiệm vụ, {which}.")
    return lines


def _counts(view: TasksView) -> str:
    """«Chủ trì 7 nhiệm vụ; phối hợp 1; tổ chức thực hiện 1.», or that the plan gives no duty of its own."""
    counted = (
        ("chủ trì", _count(view, "task", "lead")),
        ("chủ trì (nếu có)", sum(d.optional for d in view.duties)),
        ("phối hợp", _count(view, "task", "coordinating")),
        ("tổ chức thực hiện", _count(view, "organisation", "lead")),
        ("phối hợp tổ chức thực hiện", _count(view, "organisation", "coordinating")),
    )
    said = [f"{words} {n}" for words, n in counted if n]
    if not said:
        return _no_duty(view)
    said[0] += "" if "tổ chức" in said[0] else " nhiệm vụ"
    text = "; ".join(said)
    return text[0].upper() + text[1:] + "."


def _sum(view: TasksView) -> str:
    if not view.duties:
        return "Chưa có nhiệm vụ nào."
    organisation = sum(d.kind == "organisation" for d in view.duties)
    more = f"; tổ chức thực hiện {organisation}" if organisation else ""
    return f"Cộng: {len(view.duties) - organisation} nhiệm vụ{more}."


def _count(view: TasksView, kind: str, role: str) -> int:
    return sum(d.certain and (d.kind, d.role) == (kind, role) for d in view.duties)


def _no_duty(view: TasksView) -> str:
    """Where no duty is certain; an agency that all the same owes reports is told under which clause."""
    name = view.entry.name if view.entry else ""
    if view.role:
        return f"Kế hoạch không giao {name} {ROLE_NAMES[view.role].lower()} nhiệm vụ nào."
    said = f"Kế hoạch không giao nhiệm vụ riêng cho {name}"
    due = [d.deadline for d in view.deadlines if not (d.slot and d.slot.exempt)]
    if not due:
        return f"{said}."
    who = "các cơ quan trong nhóm" if view.is_group else "cơ quan này"
    clauses = ", ".join(dict.fromkeys(d.source for d in due if d.source))
    by = f" theo Mục {clauses}" if clauses else ""
    return f"{said}; {who} vẫn phải báo cáo{by} ({', '.join(limit_words(d) for d in due)})."


def duties_data(view: TasksView) -> dict[str, Any]:
    """The answer `kehoach/tasks/1`."""
    return {
        "schema": "kehoach/tasks/1",
        "as_of": view.as_of.isoformat(),
        "agency": {"id": view.entry.id, "name": view.entry.name} if view.entry else None,
        **life_data(view.life),
        "tasks": [_duty_data(d) for d in view.duties],
        "deadlines": [
            {
                "plan": d.plan,
                "period": d.deadline.period,
                "label": period_name(d.deadline, d.document),
                ("before" if d.deadline.before else "by"): d.deadline.limit.isoformat(),
                "last_day": d.last_day.isoformat(),
                "days_left": d.days_left,
                "state": d.slot.state if d.slot else None,
            }
            for d in view.deadlines
        ],
    }


def life_data(life: Life | None) -> dict[str, Any]:
    """The key «life», of an agency that is no more, not yet there, or has taken over from another."""
    if life is None or (life.state == "alive" and not life.forebears):
        return {}
    agency = life.agency
    said = {
        "state": life.state,
        "from": agency.from_.isoformat() if agency.from_ else None,
        "until": agency.until.isoformat() if agency.until else None,
        "basis": agency.basis,
        "predecessors": [{"id": a.id, "name": a.name} for a in life.forebears],
        "successors": [{"id": a.id, "name": a.name} for a in life.heirs],
    }
    return {"life": said}


def _amended_data(task: Task) -> dict[str, Any]:
    """The key «amended_by», of a task that amendments brought or changed."""
    said = [
        {"number": a.number, "issued": a.issued.isoformat(), "effective": a.since.isoformat()}
        for a in task.amended_by
    ]
    return {"amended_by": said} if said else {}


def _duty_data(duty: Duty) -> dict[str, Any]:
    from kehoach_cli.model.timing import parse_timing  # only programs ask for the windows

    task = duty.task
    timing = parse_timing(task.timing, duty.document.year)
    return {
        "plan": duty.plan,
        "kind": duty.kind,
        "ref": task.ref,
        "text": task.text,
        **_amended_data(task),
        "role": duty.role,
        "certain": duty.certain,
        "via": list(duty.via),
        **({"heir_of": list(duty.heir_of)} if duty.heir_of else {}),
        "lead": [*task.lead, *task.optional],
        "coordinating": list(task.coordinating),
        "timing": {
            "text": task.timing,
            "kind": timing.kind,
            "windows": [
                {"from": w.start.isoformat(), "to": w.end.isoformat() if w.end else None}
                for w in timing.windows
            ],
        },
    }
