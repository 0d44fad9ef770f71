"""The duties of an agency, of a group or of all, as a table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.render.machine import csv_text, json_text
from kehoach_cli.render.markdown_table import markdown_text
from kehoach_cli.render.sentences import cite, due_words, period_name, role_words, state_words
from kehoach_cli.render.table import Forms, Part, Table

if TYPE_CHECKING:
    from kehoach_cli.queries.duties import Duty, TasksView

COLUMNS = (
    "Mục",
    "Nội dung nhiệm vụ",
    "Vai trò",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
)


def duties_forms(view: TasksView, *, why: bool) -> Forms:
    """Short names on screen, the duties word for word in files for other programs."""
    return Forms(
        lambda: [duties_table(view, full=False, why=why)],
        {
            "json": lambda: json_text(duties_data(view)),
            "csv": lambda: csv_text(duties_table(view, full=True, why=why)),
            "md": lambda: markdown_text([duties_table(view, full=True, why=why)]),
        },
    )


def duties_table(view: TasksView, *, full: bool, why: bool) -> Table:
    """`full` prints the duties word for word, else by the Office's short names; `why` the way through groups."""
    many = len({d.plan for d in view.duties}) > 1
    columns = COLUMNS if view.entry else tuple(c for c in COLUMNS if c != "Vai trò")
    columns = ("Kế hoạch", *columns) if many else columns
    columns = (*columns, "Căn cứ") if why else columns
    rows = tuple(_row(d, view, full=full, why=why, many=many) for d in view.duties)
    return Table(_titles(view), columns, (Part("", rows),), tuple(duties_foot(view)), narrow=(1,) if many else (0,))


def _row(duty: Duty, view: TasksView, *, full: bool, why: bool, many: bool) -> tuple[str, ...]:
    task = duty.task
    lead = [*task.lead, *(f"{name} (nếu có)" for name in task.optional)]
    cells = [duty.document.number] if many else []
    cells += [task.ref, task.text if full else task.short or task.text]
    cells += [role_words(duty)] if view.entry else []
    cells += ["; ".join(lead), "; ".join(task.coordinating), task.timing or ""]
    cells += [chain(duty, view)] if why else []
    return tuple(cells)


def chain(duty: Duty, view: TasksView) -> str:
    """«II.2 → UBND các xã → UBND xã Sơn Mùa»: how the clause reaches the agency."""
    name = [view.entry.name] if view.entry else [*duty.task.lead]
    return " → ".join([duty.task.ref, *duty.via, *name])


def _titles(view: TasksView) -> tuple[str, ...]:
    as_of = f"tính đến ngày {print_day(view.as_of)}"
    documents = {d.plan: d.document for d in view.duties}
    documents |= {d.plan: d.document for d in view.deadlines}
    what = f"NHIỆM VỤ GIAO {view.entry.name.upper()}" if view.entry else "NHIỆM VỤ CỦA KẾ HOẠCH"
    if len(documents) != 1:
        return (what, f"theo {len(documents)} kế hoạch ({as_of})") if documents else (what, f"({as_of})")
    document = next(iter(documents.values()))
    return (what, f"theo {cite(document)} của {document.issuer} ({as_of})")


def duties_foot(view: TasksView) -> list[str]:
    """The counts of duties, the report deadlines, and what is only possible, a sentence each."""
    lines = [_counts(view)] if view.entry else [f"Cộng: {len(view.duties)} nhiệm vụ."]
    many = len({d.plan for d in view.deadlines}) > 1
    for due in view.deadlines:
        name = period_name(due.deadline, due.document)
        prefix = f"{due.document.number}: " if many else ""
        state = f" {state_words(due.slot, due.deadline)}." if due.slot and due.slot.filed else ""
        lines.append(prefix + due_words(due.deadline, due.last_day, name, due.days_left) + state)
    possible = [d for d in view.duties if not d.certain and d.via]
    if possible:
        groups = "; ".join(dict.fromkeys(d.via[0] for d in possible))
        lines.append(f"Có thể liên quan: {len(possible)} nhiệm vụ, qua nhóm chưa xác định thành phần ({groups}).")
    return lines


def _counts(view: TasksView) -> str:
    """«Chủ trì 7 nhiệm vụ; phối hợp 1; tổ chức thực hiện 1.», or that the plan gives no duty of its own."""
    certain = [d for d in view.duties if d.certain or d.optional]
    counted = (
        ("chủ trì", sum(d.kind == "task" and d.role == "lead" for d in certain)),
        ("phối hợp", sum(d.kind == "task" and d.role == "coordinating" for d in certain)),
        ("tổ chức thực hiện", sum(d.kind == "organisation" for d in certain)),
    )
    said = [f"{words} {n}" for words, n in counted if n]
    if said:
        said[0] += "" if said[0].startswith("tổ chức") else " nhiệm vụ"
        text = "; ".join(said)
        return text[0].upper() + text[1:] + "."
    name = view.entry.name if view.entry else ""
    if view.deadlines:
        return f"Kế hoạch không giao nhiệm vụ riêng cho {name}; cơ quan này vẫn phải báo cáo."
    return f"Kế hoạch không giao nhiệm vụ riêng cho {name}."


def duties_data(view: TasksView) -> dict[str, Any]:
    """The answer `kehoach/tasks/1`."""
    return {
        "schema": "kehoach/tasks/1",
        "as_of": view.as_of.isoformat(),
        "agency": {"id": view.entry.id, "name": view.entry.name} if view.entry else None,
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


def _duty_data(duty: Duty) -> dict[str, Any]:
    from kehoach_cli.model.timing import parse_timing  # only programs ask for the windows

    task = duty.task
    timing = parse_timing(task.timing, duty.document.year)
    return {
        "plan": duty.plan,
        "kind": duty.kind,
        "ref": task.ref,
        "text": task.text,
        "role": duty.role,
        "certain": duty.certain,
        "via": list(duty.via),
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
