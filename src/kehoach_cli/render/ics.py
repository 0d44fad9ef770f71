"""Deadlines as a calendar file (.ics) that Outlook, Google and telephones read."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day, print_short_day, weekday
from kehoach_cli.model.demonstration import MARK
from kehoach_cli.render.reminder_words import STAGES
from kehoach_cli.render.sentences import as_of_words, cite_with_issuer, period_name

if TYPE_CHECKING:
    from icalendar import Alarm as IcsAlarm
    from icalendar import Event as IcsEvent

    from kehoach_cli.queries.calendar import CalendarView, Event

_MAKER = "-//kehoach//kehoach-cli//VI"
_OFFICE_OPENS = timedelta(hours=8)
_UIDS = {"deadline": "han", "extension": "gia-han", "send_up": "gui-cap-tren", "urged": "han-moi"}


def ics_text(view: CalendarView) -> bytes:
    """The calendar as RFC 5545 has it: UTF-8, lines that end in CR LF; equal views give equal bytes.

    An event's UID says what it is, not when: a deadline that was moved replaces the old one on import.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    for event in view.events:
        calendar.add_component(_event(event, view.as_of, f"{MARK}: " if view.is_demo else ""))
    return bytes(calendar.to_ical())


def _event(event: Event, as_of: date, before: str) -> IcsEvent:
    """`before` begins its title."""
    from icalendar import Event as IcsEvent

    made = IcsEvent()
    made.add("uid", _uid(event))
    made.add("dtstamp", datetime.combine(as_of, time(), UTC))
    made.add("dtstart", event.day)
    made.add("dtend", event.day + timedelta(days=1))
    made.add("summary", before + title(event))
    made.add("description", "\n".join(_described(event, as_of)))
    made.add("transp", "TRANSPARENT")
    for day in event.alarms:
        made.add_component(_alarm(event, day, before))
    return made


def _uid(event: Event) -> str:
    """Extensions of one deadline differ by their day alone, the days that letters set by stage and day."""
    kind = _UIDS[event.kind] + (f"-{event.stage}" if event.stage else "")
    day = f"-{event.day.isoformat()}" if event.agencies else ""
    return f"{event.plan}-{event.deadline.period}-{kind}{day}@kehoach"


def _alarm(event: Event, day: date, before: str) -> IcsAlarm:
    """At 8:00 on that day wherever the calendar is: counted from the midnight that the last day begins at."""
    from icalendar import Alarm as IcsAlarm

    made = IcsAlarm()
    made.add("action", "DISPLAY")
    made.add("description", f"{before}{title(event)}: hạn cuối hết ngày {print_day(event.day)}")
    made.add("trigger", day - event.day + _OFFICE_OPENS)
    return made


def title(event: Event) -> str:
    """«Hạn báo cáo công tác trẻ em 6 tháng đầu năm 2025 (trước ngày 15/5)» (office: 8.9)."""
    what = f"{_subject(event)} {period_name(event.deadline, event.document)}"
    if event.agencies:
        who = event.agencies[0] if len(event.agencies) == 1 else f"{len(event.agencies)} cơ quan"
        begin = "Hạn mới" if event.stage else "Hạn đã gia hạn"
        return f"{begin} báo cáo {what} ({who}, hết ngày {print_short_day(event.day)})"
    if event.kind == "send_up":
        return f"Hạn gửi {event.to} báo cáo {what} (chậm nhất ngày {print_short_day(event.day)})"
    limit = "trước" if event.deadline.before else "chậm nhất"
    return f"Hạn báo cáo {what} ({limit} ngày {print_short_day(event.deadline.limit)})"


def _subject(event: Event) -> str:
    """«công tác trẻ em», or the plan by its number, as in the report's title."""
    return event.document.subject or f"Kế hoạch số {event.document.number}"


def _described(event: Event, as_of: date) -> list[str]:
    """What the title leaves out, a line each."""
    document, deadline, n = event.document, event.deadline, event.counts
    rest = f", {event.rest}" if event.rest else ""
    clause = f"Mục {deadline.source} " if deadline.source else ""
    lines = [
        f"Hạn cuối: hết ngày {print_day(event.day)} ({weekday(event.day)}{rest}).",
        f"Theo {clause}{cite_with_issuer(document)}.",
    ]
    if event.stage:
        letter = f"Theo công văn {STAGES[event.stage]}, {len(event.agencies)} cơ quan phải gửi báo cáo"
        lines.append(f"{letter}: {'; '.join(event.agencies)}.")
    elif event.agencies:
        lines.append(f"Được gia hạn: {'; '.join(event.agencies)}.")
    else:
        lines.append(f"Phải báo cáo: {n.expected} cơ quan; đã nhận {n.received}, chưa gửi {n.missing}.")
    if deadline.receiver and event.kind != "send_up":
        lines.append(f"Nơi nhận: {deadline.receiver}.")
    lines.append(as_of_words(as_of))
    if not event.is_certain:
        lines.append(
            f"Ngày làm việc năm {event.day.year} tính theo luật; khi có thông báo nghỉ lễ của năm, "
            "ghi ngày nghỉ, ngày làm bù vào calendar.yaml rồi tạo lại tệp này."
        )
    return lines
