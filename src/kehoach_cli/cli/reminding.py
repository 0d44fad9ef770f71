"""What `remind` does once the workspace is open: judge the call, show or write letters, say what it did."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.issuing import issuer_on, stop
from kehoach_cli.cli.opening import pick_deadline, pick_entry
from kehoach_cli.cli.receiver import receiver_words
from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import print_day
from kehoach_cli.model.demonstration import demo_name
from kehoach_cli.model.working_days import WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from kehoach_cli.cli.answering import Overwriting
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.queries.reminders import ReminderView

_UNCHANGED = "Không có tệp nào bị thay đổi."
_MOST_SHOWN = 6
BESIDE = ("nhan-tin.txt", "han-bao-cao.ics")


class Call(NamedTuple):
    """What the person asks for."""

    period: str
    stage: str | None
    before: date | None
    agencies: tuple[str, ...]
    output: Path | None
    each: bool
    dry_run: bool
    name_late: bool
    over: Overwriting


class Made(NamedTuple):
    """The files of a run by name, and how many notes stand in its letters."""

    files: dict[str, str | bytes]
    notes: int


def remind_agencies(opened: Opened, call: Call) -> str:
    """What to tell the person; files are written only with -o and without --dry-run, all or none."""
    from kehoach_cli.queries.reminders import reminder_view
    from kehoach_cli.render.reminder_words import nobody_words, remarks, stage_words, sum_words

    folder, deadline = pick_deadline(opened.workspace, call.period)
    issuer = issuer_on(opened, opened.as_of, "công văn")
    kept = _kept(opened, deadline, call.agencies)
    view = reminder_view(
        opened.workspace, folder, deadline, opened.as_of, issuer, call.stage, call.before, kept
    )
    _judge(call, view, WorkCalendar(opened.workspace.calendar))
    if not view.letter.addressees:
        return f"{nobody_words(view)}\n"
    names = _letter_names(view, each=call.each)
    is_written = call.output is not None and not call.dry_run
    told = [stage_words(view), sum_words(view, len(names), written=is_written), *remarks(view)]
    told += receiver_words(opened, deadline)
    if call.output is not None:
        every = [*names, *_said(view, BESIDE)]
        told += _written(opened, call, view, names) if is_written else _planned(call.output, every)
    else:  # what was done stands nearest the prompt
        told = [_messages(opened, call, view, is_sample=True).rstrip(), "", *told]
    return "".join(f"{line}\n" for line in told)


def _kept(opened: Opened, deadline: Deadline, typed: Sequence[str]) -> set[str] | None:
    """The ids of the agencies named; one that owes no report of this period is a wrong call."""
    from kehoach_cli.model.owing import owed_for

    if not typed:
        return None
    kept: set[str] = set()
    for name in typed:
        entry = pick_entry(opened.workspace, name)
        found = {o.agency.id for o in owed_for(entry, deadline, opened.workspace.register, opened.as_of)}
        if not found:
            raise _refused(
                f"{entry.name} không phải báo cáo kỳ này ({deadline.period}); "
                "kiểm tra tên cơ quan hoặc danh sách reporters"
            )
        kept |= found
    return kept


def _refused(why: str) -> typer.BadParameter:
    return typer.BadParameter(f"{why}. {_UNCHANGED}")


def _judge(call: Call, view: ReminderView, calendar: WorkCalendar) -> None:
    """What the stage needs: a new deadline and the letter before it; nothing for nobody."""
    if call.before is not None and call.before <= view.as_of:
        raise _refused(
            f"hạn mới --before {print_day(call.before)} phải ở sau ngày đang xét {print_day(view.as_of)}"
        )
    if call.before is not None and view.stage == "1":
        limit = f"{'trước' if view.is_before else 'chậm nhất'} ngày {print_day(view.limit)}"
        raise _refused(
            "--before chỉ dùng khi đôn đốc (giai đoạn 2, 3); "
            f"giai đoạn 1 lấy hạn của kế hoạch ({limit}): bỏ --before"
        )
    unchased = [name for s in view.skipped if s.case.reason == "unchased" for name in s.names]
    if not view.letter.addressees and unchased:
        raise _refused(
            f"chưa ghi nhận công văn đôn đốc lần 1 (giai đoạn 2) gửi {len(unchased)} cơ quan "
            "chưa gửi báo cáo, nên công văn giai đoạn 3 không có gì để viện dẫn; "
            "ghi nhận công văn đã gửi bằng “kehoach issued TỆP --number SỐ --date NGÀY”, hoặc dùng --stage 2"
        )
    if view.letter.addressees and view.stage != "1" and call.before is None:
        day = print_day(calendar.next_working_day(view.as_of + timedelta(days=2)))
        raise _refused(
            f"công văn đôn đốc (giai đoạn {view.stage}) phải nêu hạn mới; "
            f"thêm --before NGÀY, ví dụ --before {day}"
        )


def _letter_names(view: ReminderView, *, each: bool) -> list[str]:
    """One letter to all, or one each, found by the agency's place in the register."""
    names = [f"cong-van-giai-doan-{view.stage}-{view.period.id}.docx"]
    if each:
        digits = max(2, len(str(view.counts.expected + view.counts.exempt)))
        names = [f"{a.number:0{digits}d}_{a.id}.docx" for a in view.letter.addressees]
    return _said(view, names)


def _said(view: ReminderView, names: Sequence[str]) -> list[str]:
    """The names as the files get them: in a workspace for trying out they say so."""
    return [demo_name(name) if view.paper.is_demo else name for name in names]


def _planned(folder: Path, names: Sequence[str]) -> list[str]:
    return [f"Sẽ ghi vào {quoted(str(folder))}: {_listed(names)}."]


def _listed(names: Sequence[str]) -> str:
    if len(names) <= _MOST_SHOWN:
        return ", ".join(names)
    return f"{', '.join(names[:2])}, …, {', '.join(names[-3:])} ({len(names)} tệp)"


def _written(opened: Opened, call: Call, view: ReminderView, names: Sequence[str]) -> list[str]:
    """Write everything; then the files, what is left to do, and the next step."""
    from kehoach_cli.cli.answering import check_free, write_all

    folder = call.output
    assert folder is not None
    _judge_folder(folder)
    for name in (*names, *_said(view, BESIDE)):  # before the work, which takes a while for many letters
        check_free(folder / name, call.over)
    made = _made(opened, call, view, names)
    write_all(folder, made.files, call.over)
    told = [f"Đã ghi vào {quoted(str(folder))}: {_listed([*made.files])}."]
    if made.notes:
        told.append(f"Còn {made.notes} ghi chú cần xử lý trước khi trình ký (tìm “[Ghi chú:”).")
    first = os.path.join(folder, names[0])  # noqa: PTH118  # as the person wrote it
    path = f'"{first}"' if " " in first else first
    more = " (mỗi công văn một lần)" if len(names) > 1 else ""
    return [
        *told,
        f"Sau khi văn thư cấp số{more}: kehoach issued {path} --number …/{view.paper.symbol} --date …",
    ]


def _judge_folder(folder: Path) -> None:
    if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112  # answers for every path
        raise _refused(f"{quoted(str(folder))} là tệp; sau -o phải là một thư mục")


def _made(opened: Opened, call: Call, view: ReminderView, names: Sequence[str]) -> Made:
    from kehoach_cli.queries.calendar import calendar_view, with_new_limit
    from kehoach_cli.render.ics import ics_text
    from kehoach_cli.render.template_faults import TemplateFault
    from kehoach_cli.render.word.letter import word_letters

    letters = view.each if call.each else (view.letter,)
    try:
        made = word_letters(view, letters, _folders(opened))
    except TemplateFault as fault:
        raise stop(f"{fault}") from None
    plans = tuple(p for p in opened.workspace.plans if p.id == view.plan.id)
    workspace = opened.workspace._replace(plans=plans)
    calendar = calendar_view(workspace, opened.as_of, call.period)
    if view.new_last_day is not None:
        addressed = tuple(a.name for a in view.letter.addressees)
        calendar = with_new_limit(calendar, workspace, view.new_last_day, view.stage, addressed)
    files: dict[str, str | bytes] = {n: w.content for n, w in zip(names, made, strict=True)}
    files |= zip(_said(view, BESIDE), (_messages(opened, call, view), ics_text(calendar)), strict=True)
    return Made(files, sum(w.notes for w in made))


def _messages(opened: Opened, call: Call, view: ReminderView, *, is_sample: bool = False) -> str:
    from kehoach_cli.render.messages import messages
    from kehoach_cli.render.template_faults import TemplateFault

    try:
        return messages(view, _folders(opened), name_late=call.name_late, is_sample=is_sample)
    except TemplateFault as fault:
        raise stop(f"{fault}") from None


def _folders(opened: Opened) -> list[Path]:
    """The office's own templates come first, the packaged ones second."""
    from kehoach_cli.store.packaged import packaged_templates

    return [f for f in (opened.root / "templates", packaged_templates()) if f.is_dir()]
