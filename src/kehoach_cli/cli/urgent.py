"""What `receive --urgent` and `answer` do once the workspace is open: judge, write, tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.acknowledging import shown_file
from kehoach_cli.cli.demonstrating import message
from kehoach_cli.cli.opening import pick_agency, read_again
from kehoach_cli.cli.privacy import reason_for, refuse_personal_data
from kehoach_cli.cli.values import nearest, quoted
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import squeeze
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.urgent import UrgentView


class Difficulty(NamedTuple):
    """What the person says about the difficulty that was reported."""

    agency: str
    received: date
    number: str | None
    dated: date | None
    ref: str | None
    text: str | None
    since: date | None
    asked: str | None
    to: str | None
    allowed: str | None = None  # why personal data may stay in the file


class Step(NamedTuple):
    """What the person says about how a difficulty was answered."""

    state: str  # a key of queries.urgent.STATES
    date: date | None
    by: str | None
    text: str | None
    document: str | None


def refused(why: str) -> typer.BadParameter:
    """A wrong call before anything was written."""
    return typer.BadParameter(f"{why}. Không có tệp nào bị thay đổi.")


def log_urgent(opened: Opened, said: Difficulty) -> str:
    """Write the difficulty's file and return what to tell the person; a wrong call changes nothing."""
    text = clean(said.text)
    if not text:
        raise refused("khó khăn, vướng mắc gì: ghi bằng --text")
    if said.to and not clean(said.asked):
        raise refused("--to đi cùng --asked (đề nghị gì)")
    _judge_days(said, opened.as_of)
    kept = reason_for(said.allowed, opened.as_of)
    typed = {"--number": said.number, "--text": text, "--asked": said.asked, "--to": said.to}
    refuse_personal_data(typed, kept)
    folder = _only_plan(opened)
    agency = pick_agency(opened.workspace, said.agency)
    _judge_ref(folder, said.ref)
    for raised in folder.raised:
        is_theirs = opened.workspace.register.find_agency(raised.urgent.agency) is agency
        if is_theirs and raised.urgent.received == said.received and raised.urgent.text == text:
            file = shown_file(opened, raised.file)
            raise refused(f"đã ghi nhận nội dung này của {agency.name}; muốn thay đổi thì sửa tệp {file}")
    facts = {"agency": agency.name, **_facts(said)}
    file = _write(opened, folder, agency, said.received, facts, kept)
    return _told(opened, file)


def clean(text: str | None) -> str:
    """One line without white space too many."""
    return squeeze(one_line(text or ""))


def _judge_days(said: Difficulty, as_of: date) -> None:
    came = f"ngày đến {print_day(said.received)}"
    if said.received > as_of:
        raise refused(f"{came} ở sau ngày đang xét {print_day(as_of)}; kiểm tra ngày đến, hoặc thêm --as-of")
    for day, what in ((said.dated, "ngày văn bản"), (said.since, "ngày phát sinh")):
        if day and day > said.received:
            raise refused(f"{what} {print_day(day)} ở sau {came}; kiểm tra lại hai ngày")


def _only_plan(opened: Opened) -> PlanFolder:
    plans = opened.workspace.plans
    if len(plans) > 1:
        raise refused(f"có {len(plans)} kế hoạch: {', '.join(p.id for p in plans)}; thêm --plan MÃ")
    return plans[0]


def _judge_ref(folder: PlanFolder, ref: str | None) -> None:
    known = [t.ref for t in (*folder.plan.tasks, *folder.plan.organisation)]
    if ref is not None and ref not in known:
        near = nearest(ref, known)
        hint = f"gần nhất là {near}" if near else "xem các số mục bằng lệnh kehoach tasks"
        raise refused(f"kế hoạch không có nhiệm vụ {quoted(ref)}; {hint}")


def _facts(said: Difficulty) -> dict[str, str]:
    """The keys of the file in the order of the record."""
    return {
        "number": clean(said.number),
        "dated": str(said.dated or ""),
        "received": str(said.received),
        "ref": clean(said.ref),
        "text": clean(said.text),
        "since": str(said.since or ""),
        "asked": clean(said.asked),
        "to": clean(said.to),
    }


def _write(
    opened: Opened,
    folder: PlanFolder,
    agency: Agency,
    received: date,
    facts: dict[str, str],
    kept: dict[str, str],
) -> str:
    """The new file's path in the workspace; the second of a day and an agency ends in -2."""
    from kehoach_cli.store.layout import urgent_path
    from kehoach_cli.store.urgent_text import urgent_text
    from kehoach_cli.store.writing import refusal_of, write_atomic

    number = 1
    while (opened.root / (file := urgent_path(folder.id, received, agency.id, number))).exists():
        number += 1
    path = opened.root / file
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        write_atomic(path, urgent_text(facts, one_line(agency.name), kept))
    except OSError as error:
        raise refused(f"không ghi được {quoted(shown_file(opened, file))}: {refusal_of(error)}") from None
    return file


def _again(opened: Opened, file: str) -> UrgentView:
    """The difficulty as it stands in the folder now."""
    from kehoach_cli.queries.urgent import urgent_views

    workspace = read_again(opened)
    raised = ((folder, r) for folder in workspace.plans for r in folder.raised if r.file == file)
    folder, one = next(raised)
    return urgent_views(folder, [one], workspace.register, opened.as_of)[0]


def _told(opened: Opened, file: str) -> str:
    from kehoach_cli.render.urgent_words import standing_words, waiting_words

    view = _again(opened, file)
    came = f"đến ngày {print_day(view.received)}"
    what = f"báo cáo đột xuất{f' số {view.number}' if view.number else ''}"
    standing = f"{standing_words(view)}. {waiting_words(view)}"
    reply = message(opened, f"Văn phòng đã nhận {what} của {view.agency}, {came}. Cảm ơn đơn vị!")
    lines = (
        f"Đã ghi nhận khó khăn, vướng mắc của {view.agency}, {came}. {standing}",
        f"Mã: {view.id} (dùng khi trả lời: kehoach answer {view.id} --state …).",
        f"Tệp: {shown_file(opened, file)}.",
        f"Gửi lại đơn vị: {reply}",
    )
    return "".join(f"{line}\n" for line in lines)


def record_answer(opened: Opened, which: str, step: Step) -> str:
    """Add the answer to the difficulty's file and return what to tell the person."""
    view = _meant(opened, which)
    day = step.date or opened.as_of
    _judge_answer(view, step, day, opened.as_of)
    raised = next(r for p in opened.workspace.plans for r in p.raised if r.file == view.file)
    typed = {"--by": step.by, "--text": step.text, "--document": step.document}
    refuse_personal_data(typed, raised.urgent.personal_data, "ghi lý do ở personal_data trong tệp")
    from kehoach_cli.queries.urgent import STATES

    facts = {
        "date": str(day),
        "state": STATES[step.state],
        "by": clean(step.by),
        "text": clean(step.text),
        "document": clean(step.document),
    }
    _add(opened, view, facts)
    from kehoach_cli.render.urgent_words import standing_words, waiting_words

    now = _again(opened, view.file)
    return (
        f"Đã ghi nhận xử lý khó khăn, vướng mắc của {now.agency}, đến ngày {print_day(now.received)}. "
        f"{standing_words(now)}. {waiting_words(now)}\nTệp: {shown_file(opened, view.file)}.\n"
    )


def _judge_answer(view: UrgentView, step: Step, day: date, as_of: date) -> None:
    said = f"ngày xử lý {print_day(day)}"
    if day > as_of:
        raise refused(f"{said} ở sau ngày đang xét {print_day(as_of)}; kiểm tra ngày, hoặc thêm --as-of")
    if day < view.received:
        raise refused(f"{said} ở trước ngày đến {print_day(view.received)}; kiểm tra lại hai ngày")
    if view.answers and day < view.answers[-1].date:
        last = print_day(view.answers[-1].date)
        raise refused(f"{said} ở trước lần xử lý gần nhất ({last}); kiểm tra lại ngày")
    if step.state == "directed" and not (clean(step.document) or clean(step.text)):
        raise refused("ý kiến chỉ đạo ở văn bản nào, nội dung gì: ghi --document hoặc --text")


def _add(opened: Opened, view: UrgentView, facts: dict[str, str]) -> None:
    from kehoach_cli.store.urgent_text import answered_text
    from kehoach_cli.store.writing import refusal_of, write_atomic

    path, shown = opened.root / view.file, shown_file(opened, view.file)
    made = answered_text(path.read_bytes(), facts)
    if made is None:
        raise refused(
            f"không thêm được vào tệp {shown} vì cách trình bày khác thường; mở tệp, ghi vào answers"
        )
    try:
        write_atomic(path, made, replace=True)
    except OSError as error:
        raise refused(f"không ghi được {quoted(shown)}: {refusal_of(error)}") from None


def _meant(opened: Opened, which: str) -> UrgentView:
    """By its code, its file, or the one agency that has one open."""
    from kehoach_cli.queries.urgent import urgent_views

    register = opened.workspace.register
    views = [
        view
        for folder in opened.workspace.plans
        for view in urgent_views(folder, folder.raised, register, opened.as_of)
    ]
    stem = Path(which.replace("\\", "/")).name.removesuffix(".yaml")
    found = [v for v in views if v.id == stem]
    if len(found) == 1:
        return found[0]
    if found:
        raise refused(f"mã {quoted(stem)} có ở {len(found)} kế hoạch; thêm --plan MÃ")
    listed = "xem các mã bằng lệnh kehoach status --open"
    if which[:1].isdigit():
        raise refused(f"không có khó khăn, vướng mắc nào mã {quoted(which)}; {listed}")
    agency = pick_agency(opened.workspace, which)
    waiting = [v for v in views if v.agency_id == agency.id and v.is_open]
    if len(waiting) == 1:
        return waiting[0]
    if waiting:
        ids = ", ".join(v.id for v in waiting)
        raise refused(f"{agency.name} có {len(waiting)} khó khăn, vướng mắc chưa giải quyết: {ids}; ghi mã")
    raise refused(f"{agency.name} không có khó khăn, vướng mắc nào chưa giải quyết; {listed}")
