"""VIỆC CẦN LÀM: what waits to be done, a sentence each, with the command to type beneath (office: 8.15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.model.days import print_day, weekday
from kehoach_cli.render.sentences import limit_words, period_name
from kehoach_cli.render.table import one_line
from kehoach_cli.render.today_steps import Step, ended_steps, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.plan import Document
    from kehoach_cli.queries.today import Ended, TodayView
    from kehoach_cli.queries.working import Work
    from kehoach_cli.render.today_steps import Here

_HEADS = {
    "overdue": "Quá hạn: {} báo cáo",
    "lapsed": "Quá hạn, hạn mới cũng đã qua: {} báo cáo",
    "urged": "Quá hạn, đã đôn đốc: {} báo cáo",
    "left": "Quá hạn, cơ quan đã kết thúc hoạt động, chưa xác định cơ quan kế thừa: {} báo cáo",
    "ended": "Đã kết thúc hoạt động, chưa xác định cơ quan kế thừa: {} báo cáo",
    "due_soon": "Đến hạn trong 7 ngày: {} báo cáo",
    "returned": "Trả lại, chờ bổ sung: {} báo cáo",
    "unentered": "Đã nhận, chưa nhập nội dung: {} báo cáo",
    "draft": "Chờ văn bản chính thức: {} báo cáo",
    "review": "Nhiệm vụ đã thay đổi sau khi báo cáo, cần rà soát lại: {} báo cáo",
    "unanswered": "Khó khăn, vướng mắc chờ trả lời: {}",
    "unsettled": "Khó khăn, vướng mắc đã có ý kiến chỉ đạo, chưa giải quyết: {}",
    "unasked": "Chưa ghi nhận công văn yêu cầu báo cáo: {} cơ quan",
}
_LATE = ("overdue", "lapsed", "urged", "left")
_MOST_NAMED = 3
_INDENT = " " * 4


class Line(NamedTuple):
    """One thing to do: what it is, and what to type or open."""

    text: str
    steps: tuple[Step, ...]


def today_text(view: TodayView, here: Here, width: int | None = None) -> str:
    """The page; sentences are broken at `width` where there is one, what is to be typed never is."""
    said = [f"VIỆC CẦN LÀM – {weekday(view.as_of)}, {print_day(view.as_of)}", ""]
    for line in _lines(view, here):
        said += _wrapped(line.text, width)
        said += [f"{_INDENT}{step.intro}{step.text}" for step in line.steps]
    if not view.works:
        said += _wrapped(_nothing(view), width)
    return "".join(f"{text}\n" for text in said)


def today_data(view: TodayView, here: Here) -> dict[str, Any]:
    """The answer `kehoach/today/1`; `text` is what the page says."""
    plans = _plan_names(w.document for w in view.works)
    coming = view.next
    return {
        "schema": "kehoach/today/1",
        "as_of": view.as_of.isoformat(),
        "issuer_missing": view.ended is not None,
        "works": [_data(work, _line(work, plans, here)) for work in view.works],
        "next": {
            "plan": coming.plan,
            "period": coming.deadline.period,
            "last_day": coming.deadline.last_day.isoformat(),
            "days_left": coming.days,
        }
        if coming
        else None,
    }


def _data(work: Work, line: Line) -> dict[str, Any]:
    return {
        "kind": work.kind,
        "plan": work.plan,
        "period": work.deadline.period if work.deadline else None,
        "count": work.amount,
        "day": work.day.isoformat() if work.day else None,
        "days": work.days[1] if work.day else None,
        "new_limit": work.new_limit.isoformat() if work.new_limit else None,
        "agencies": list(work.agencies),
        "files": list(work.files),
        "text": line.text,
        "commands": [step.text for step in line.steps if step.is_command],
    }


def _lines(view: TodayView, here: Here) -> Iterator[Line]:
    if view.ended:
        yield Line(_ended_words(view.ended), ended_steps(here))
    plans = _plan_names(w.document for w in view.works)
    for work in view.works:
        yield _line(work, plans, here)


def _line(work: Work, plans: dict[tuple[str, int], str], here: Here) -> Line:
    name = plans[work.document.number, work.document.year]
    if work.deadline:
        name += f", {period_name(work.deadline, work.document)}"
    more = "".join(f"; {words}" for words in _details(work))
    names = f": {'; '.join(work.agencies)}" if 0 < len(work.agencies) <= _MOST_NAMED else ""
    return Line(one_line(f"{_head(work)} ({name}{more}){names}"), steps_of(work, here))


def _head(work: Work) -> str:
    if work.kind == "send_up" and work.day:
        return f"{work.sender} phải gửi {work.receiver}: chậm nhất ngày {print_day(work.day)}"
    if work.kind == "undated":
        return f"{work.sender} phải gửi {work.receiver}: chưa khai thời hạn"
    if work.kind == "unissued" and work.day:
        return f"Đã chốt số liệu tính đến ngày {print_day(work.day)}, chưa ghi số báo cáo tổng hợp"
    if work.kind == "due_soon" and work.days[1] == 0:
        return f"Đến hạn hôm nay: {work.amount} báo cáo"
    return _HEADS[work.kind].format(work.amount)


def _details(work: Work) -> Iterator[str]:
    """What stands in brackets after the plan and the period."""
    fewest, most = work.days
    days = f"{most} ngày" if fewest == most else f"{fewest} đến {most} ngày"
    if work.kind in _LATE:
        yield f"quá {days}"
        if work.new_limit:
            yield f"hạn mới trước ngày {print_day(work.new_limit)}"
    elif work.kind in ("due_soon", "unasked") and work.deadline and work.day:
        extended = ", được gia hạn" if work.day > work.deadline.last_day else ""
        if most:
            yield f"hết ngày {print_day(work.day)}, còn {days}{extended}"
        else:
            yield limit_words(work.deadline) if not extended else f"hết ngày {print_day(work.day)}{extended}"
    elif work.kind in ("unanswered", "unsettled"):
        yield days
    elif work.kind == "send_up":
        yield _own_days(work)


def _own_days(work: Work) -> str:
    if work.rank == 1:
        return f"đã quá {work.days[1]} ngày"
    return f"còn {work.days[1]} ngày" if work.days[1] else "hôm nay là ngày cuối"


def _ended_words(ended: Ended) -> str:
    if ended.name and ended.since:
        return (
            f"Chưa soạn được công văn: {one_line(ended.name)} kết thúc hoạt động từ ngày "
            f"{print_day(ended.since)}, chưa khai cơ quan ban hành mới"
        )
    return "Chưa soạn được công văn: chưa khai cơ quan ban hành (tên, căn cứ, người ký)"


def _nothing(view: TodayView) -> str:
    if view.next is None:
        return "Không có việc nào cần làm."
    document, deadline = view.next.document, view.next.deadline
    name = f"{_plan_name(document)}, {period_name(deadline, document)}"
    last = f"hết ngày {print_day(deadline.last_day)} ({name}; còn {view.next.days} ngày)"
    return one_line(f"Không có việc nào cần làm. Hạn báo cáo gần nhất: {last}.")


def _plan_name(document: Document) -> str:
    return f"KH {document.number.partition('/')[0]}"


def _plan_names(documents: Iterable[Document]) -> dict[tuple[str, int], str]:
    """«KH 61»; of two plans with that number, of two years or issuers, the whole number and the year."""
    listed = {(d.number, d.year): _plan_name(d) for d in documents}
    short = list(listed.values())
    return {
        key: name if short.count(name) == 1 else f"KH {key[0]} năm {key[1]}" for key, name in listed.items()
    }


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None:
        return [text]
    import textwrap

    return textwrap.wrap(text, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
