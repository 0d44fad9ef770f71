"""What `import` took from a document: sentences for the clerk, JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.model.days import print_day
from kehoach_cli.model.imported import UNKNOWN
from kehoach_cli.render.register_table import KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kehoach_cli.model.imported import Imported, Limit, Task
    from kehoach_cli.model.newcomers import Additions, Newcomer


class Answer(NamedTuple):
    """What was taken from a file and what it adds to the register."""

    file: str  # the document's name
    plan: Imported
    added: Additions
    unread: Sequence[str] = ()  # what of the document could not be read: «trang 5 là hình …»


class Put(NamedTuple):
    """Where it stands (or would: `is_trial`), as the person would type it; `check` is the command to run."""

    folder: str
    register: str
    check: str
    is_trial: bool


def answer_text(answer: Answer, put: Put) -> str:
    """Everything that was taken, counted; what is open or was not understood with its place and words."""
    lines = [*_head(answer), *_tasks(answer.plan), *_deadlines(answer.plan), *_register(answer.added)]
    lines += [*_left(answer.plan), *_put(answer, put)]
    return "".join(f"{line}\n" for line in lines)


def _head(answer: Answer) -> Iterator[str]:
    head = answer.plan.head
    number = f" số {head.number}" if head.number else ""
    day = f" ngày {print_day(head.issued)}" if head.issued else ""
    of = f" của {head.issuer}" if head.issuer else ""
    yield f"Đã đọc {answer.file}: Kế hoạch{number}{day}{of}."
    if head.title:
        yield f"Trích yếu: {head.title}"
    missing = _missing(answer.plan)
    if missing:
        yield f"{UNKNOWN}: văn bản không ghi {', '.join(missing)}."
    if answer.unread:
        yield f"KHÔNG ĐỌC ĐƯỢC: {len(answer.unread)} chỗ, xem trong tệp gốc rồi nhập tay phần còn thiếu:"
        yield from (f"  {what}" for what in answer.unread)


def _missing(plan: Imported) -> list[str]:
    head = plan.head
    needed = (
        ("số, ký hiệu", head.number),
        ("ngày ban hành", head.issued),
        ("cơ quan ban hành", head.issuer),
        ("trích yếu", head.title),
    )
    return [name for name, value in needed if not value]


def _tasks(plan: Imported) -> Iterator[str]:
    for what, tasks in (("Nhiệm vụ", plan.tasks), ("Nội dung tổ chức thực hiện", plan.organisation)):
        alone = [task for task in tasks if not task.lead]
        if not tasks:
            yield f"{what}: không có."
        elif not alone:
            yield f"{what}: {len(tasks)}, đều có cơ quan chủ trì."
        else:
            led = len(tasks) - len(alone)
            yield f"{what}: {len(tasks)}; {led} có cơ quan chủ trì, {len(alone)} {UNKNOWN}:"
            yield from (f"  {task.ref} ({task.place}): {task.text}" for task in alone)
    changed = [task for task in (*plan.tasks, *plan.organisation) if task.printed]
    yield from (f"  {t.place}: bản in ghi mục {t.printed}, đặt là {t.ref}." for t in changed)


def _deadlines(plan: Imported) -> Iterator[str]:
    if not plan.limits:
        yield "Hạn báo cáo: không có."
        return
    found = plan.deadlines
    if found:
        yield f"Hạn báo cáo: {len(found)}:"
    yield from (f"  {limit.label or limit.period}: {_limit(limit)} ({limit.place})" for limit in found)
    sentences = dict.fromkeys((limit.place, limit.why, limit.text) for limit in plan.open_limits)
    if sentences:
        yield f"Hạn báo cáo còn {UNKNOWN}: {len(sentences)} (ghi trong plan.yaml sau dấu #):"
        yield from (f"  {place} ({why}): “{text}”" for place, why, text in sentences)


def _limit(limit: Limit) -> str:
    return f"trước ngày {print_day(limit.before)}" if limit.before else f"chậm nhất ngày {_day(limit.by)}"


def _day(day: date | None) -> str:
    return print_day(day) if day else "…"


def _register(added: Additions) -> Iterator[str]:
    if added.agencies:
        yield f"Cơ quan mới trong danh mục: {len(added.agencies)} (loại xếp theo tên, kiểm tra lại):"
        yield from map(_agency, added.agencies)
    if added.groups:
        yield f"Nhóm mới: {len(added.groups)}:"
        yield from map(_group, added.groups)
    if added.spellings:
        yield f"Cách viết mới của cơ quan, nhóm đã có: {len(added.spellings)}:"
        yield from (f"  {s.name}: là {s.known} ({s.place})" for s in added.spellings)


def _agency(entry: Newcomer) -> str:
    kind = entry.kind
    said = KIND_NAMES[kind.name] if kind and not kind.is_guess else f"{UNKNOWN} loại"
    alike = f"; có thể là một với {entry.alike}" if entry.alike else ""
    return f"  {entry.name} ({said}){_also(entry)}{alike}"


def _group(entry: Newcomer) -> str:
    size = f"{len(entry.members)} thành viên" if entry.members else "văn bản không kể tên từng nơi"
    said = "chưa xác định thành phần" if entry.open and not entry.members else size
    return f"  {entry.name} ({said}){_also(entry)}"


def _also(entry: Newcomer) -> str:
    names = "; ".join(name for name, _ in entry.aliases)
    return f"; cũng viết: {names}" if names else ""


def _left(plan: Imported) -> Iterator[str]:
    if plan.left:
        yield f"CHƯA HIỂU: {len(plan.left)} chỗ (ghi ở cuối plan.yaml), cần người đọc lại:"
        yield from (f"  {left.place} ({left.why}): “{left.text}”" for left in plan.left)


def _put(answer: Answer, put: Put) -> Iterator[str]:
    if put.is_trial:
        yield f"Chạy thử (--dry-run): sẽ ghi vào {put.folder}; không có tệp nào bị thay đổi."
        return
    added = answer.added
    counted = ((added.agencies, "cơ quan"), (added.groups, "nhóm"), (added.spellings, "cách viết"))
    more = ", ".join(f"{len(items)} {word}" for items, word in counted if items)
    tail = f"; thêm {more} vào {put.register}" if more else ""
    yield f"Đã ghi {put.folder}/plan.yaml và source.md{tail}."
    yield f"Bước tiếp theo: mở plan.yaml, tìm “{UNKNOWN}”, đối chiếu với văn bản; rồi chạy: {put.check}"


def answer_data(answer: Answer) -> dict[str, Any]:
    """`kehoach/import/1`. Leads that count only «nếu có» are among `lead`; days are ISO texts."""
    plan, head = answer.plan, answer.plan.head
    return {
        "schema": "kehoach/import/1",
        "file": answer.file,
        "document": {
            "number": head.number,
            "issued": _iso(head.issued),
            "year": head.year,
            "issuer": head.letterhead or head.issuer,
            "place": head.place,
            "title": head.title,
            "basis": [*head.basis],
            "recipients": [*head.recipients],
            "signature": {"lines": [*head.signature], "name": head.signer},
        },
        "tasks": [*map(_task_data, plan.tasks)],
        "organisation": [*map(_task_data, plan.organisation)],
        "deadlines": _limits_data(plan.limits),
        "agencies": [
            _entry_data(a) | {"kind": a.kind.name if a.kind else None, "alike": a.alike or None}
            for a in answer.added.agencies
        ],
        "groups": [_entry_data(g) | {"open": g.open, "members": [*g.members]} for g in answer.added.groups],
        "aliases": [{"id": s.id, "name": s.name, "place": s.place} for s in answer.added.spellings],
        "left": [left._asdict() for left in plan.left],
        "unread": [*answer.unread],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _task_data(task: Task) -> dict[str, Any]:
    return {
        "ref": task.ref,
        "text": task.text,
        "lead": [*task.lead, *task.optional],
        "optional": [*task.optional],
        "coordinating": [*task.coordinating],
        "timing": task.timing,
        "group": task.group,
        "place": task.place,
    }


def _limits_data(limits: Iterable[Limit]) -> list[dict[str, Any]]:
    """Days and periods only as printed: a duty that comes again stands once, without any."""
    said = (
        limit._replace(before=None, by=None, period=None, label=None) if limit.is_likely else limit
        for limit in limits
    )
    return [_limit_data(limit) for limit in dict.fromkeys(said)]


def _limit_data(limit: Limit) -> dict[str, Any]:
    days = {key: day.isoformat() for key, day in (("before", limit.before), ("by", limit.by)) if day}
    return {
        "period": limit.period,
        "label": limit.label,
        **days,
        "recurring": limit.recurring,
        "reporters": [*limit.reporters],
        "receiver": limit.receiver,
        "text": limit.text,
        "place": limit.place,
        "why": limit.why or None,
    }


def _entry_data(entry: Newcomer) -> dict[str, Any]:
    names: Sequence[str] = [name for name, _ in entry.aliases]
    return {"id": entry.id, "name": entry.name, "aliases": names, "place": entry.place}
