"""The calendar file: every last day, with a reminder on the working days before it, read back as others do."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kehoach_cli.model.calendar import CalendarFile
from kehoach_cli.queries.calendar import CalendarView, calendar_view, with_new_limit
from kehoach_cli.render.ics import ics_text
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loading import load
from program import PLAN, Office, add_second_plan

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2025, 5, 10)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def view_of(office: Office, period: str | None = None, as_of: date = AS_OF) -> CalendarView:
    return calendar_view(load(DiskFolder(office.root), as_of).workspace, as_of, period)


def events_of(raw: bytes) -> list[Any]:
    """The events as another program reads them."""
    import icalendar

    return list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))


def alarm_times(event: Any) -> list[datetime]:  # noqa: ANN401
    """When the event rings, on the clock of whoever has the calendar."""
    midnight = datetime.combine(event["dtstart"].dt, time())  # floating, as a whole day is
    return [midnight + alarm["trigger"].dt for alarm in event.walk("VALARM")]


def test_a_deadline_with_its_reminders(office: Office) -> None:
    [event] = events_of(ics_text(view_of(office, "6thang")))
    assert str(event["summary"]) == "Hạn báo cáo công tác trẻ em 6 tháng đầu năm 2025 (trước ngày 15/5)"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2025, 5, 14), date(2025, 5, 15))
    assert str(event["description"]).splitlines() == [
        "Hạn cuối: hết ngày 14/5/2025 (thứ Tư).",
        "Theo Mục V Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây.",
        "Phải báo cáo: 31 cơ quan; đã nhận 0, chưa gửi 31.",
        "Nơi nhận: Văn phòng HĐND & UBND huyện.",
        "Tính đến ngày 10/5/2025.",
    ]
    assert alarm_times(event) == [datetime(2025, 5, day, 8) for day in (5, 9, 13)]  # noqa: DTZ001  # floating
    assert {str(a["action"]) for a in event.walk("VALARM")} == {"DISPLAY"}


def test_reminders_keep_away_from_days_of_rest(office: Office) -> None:
    office.edit(PLAN, "before: 2025-05-15", "before: 2025-05-06")
    [event] = view_of(office, "6thang").events
    assert event.day == date(2025, 5, 5)
    assert event.alarms == (
        date(2025, 4, 22),
        date(2025, 4, 26),
        date(2025, 4, 29),
    )  # Saturday 26/4 is worked
    own = CalendarFile.model_validate({"schema": "1", "off": [{"date": "2025-04-29"}]})
    workspace = load(DiskFolder(office.root), AS_OF).workspace._replace(calendar=own)
    [event] = calendar_view(workspace, AS_OF, "6thang").events
    assert event.alarms == (date(2025, 4, 21), date(2025, 4, 25), date(2025, 4, 28))


def test_a_last_day_of_rest_says_so(office: Office) -> None:
    office.edit(PLAN, "before: 2025-05-15", "by: 2027-04-30")
    [event] = events_of(ics_text(view_of(office, "6thang")))
    lines = str(event["description"]).splitlines()
    assert str(event["summary"]).endswith(" (chậm nhất ngày 30/4)")
    assert lines[0] == "Hạn cuối: hết ngày 30/4/2027 (thứ Sáu, nghỉ lễ: Ngày Chiến thắng)."
    assert lines[-1] == (
        "Ngày làm việc năm 2027 tính theo luật; khi có thông báo nghỉ lễ của năm, "
        "ghi ngày nghỉ, ngày làm bù vào calendar.yaml rồi tạo lại tệp này."
    )


def test_extensions_and_our_own_deadline_have_days_of_their_own(office: Office) -> None:
    office.edit(
        PLAN,
        "    reporters:",
        "    extended:\n"
        "      - {agency: Huyện đoàn, until: 2025-05-19, basis: Điện thoại}\n"
        "      - {agency: Phòng Tư pháp, until: 2025-05-19, basis: Điện thoại}\n"
        "      - {agency: Phòng Nội vụ, until: 2025-05-16, basis: Điện thoại}\n"
        "      - {agency: Trung tâm Y tế, until: 2025-05-12, basis: Ngắn hơn hạn chung}\n"
        "      - {agency: Hội Nông dân huyện, until: 2025-05-21, basis: Đã miễn}\n"
        "    exempt:\n"
        "      - {agency: Hội Nông dân huyện, reason: Đã báo cáo riêng}\n"
        "    reporters:",
    )
    office.edit(
        PLAN, "      to: Sở Y tế tỉnh Quảng Ngãi", "      by: 2025-05-30\n      to: Sở Y tế tỉnh Quảng Ngãi"
    )
    events = events_of(ics_text(view_of(office, "6thang")))
    assert [(e["dtstart"].dt.day, str(e["summary"])) for e in events] == [
        (14, "Hạn báo cáo công tác trẻ em 6 tháng đầu năm 2025 (trước ngày 15/5)"),
        (16, "Hạn đã gia hạn báo cáo công tác trẻ em 6 tháng đầu năm 2025 (Phòng Nội vụ, hết ngày 16/5)"),
        (19, "Hạn đã gia hạn báo cáo công tác trẻ em 6 tháng đầu năm 2025 (2 cơ quan, hết ngày 19/5)"),
        (30, "Hạn gửi Sở Y tế báo cáo công tác trẻ em 6 tháng đầu năm 2025 (chậm nhất ngày 30/5)"),
    ]
    assert "Được gia hạn: Phòng Tư pháp; Huyện đoàn." in str(events[2]["description"])
    assert "Nơi nhận" not in str(events[3]["description"])
    assert [str(e["uid"]) for e in events] == [
        "61-kh-ubnd-2025-6thang-han@kehoach",
        "61-kh-ubnd-2025-6thang-gia-han-2025-05-16@kehoach",
        "61-kh-ubnd-2025-6thang-gia-han-2025-05-19@kehoach",
        "61-kh-ubnd-2025-6thang-gui-cap-tren@kehoach",
    ]


@pytest.mark.parametrize(
    ("until", "days"), [("2025-05-22", (21,)), ("2025-05-30", (21, 27, 29)), ("2025-05-21", ())]
)
def test_the_last_day_that_a_letter_sets(office: Office, until: str, days: tuple[int, ...]) -> None:
    workspace = load(DiskFolder(office.root), AS_OF).workspace
    as_of, day = date(2025, 5, 20), date.fromisoformat(until)
    plain = calendar_view(workspace, as_of, "6thang")
    view = with_new_limit(plain, workspace, day, "2", ("Phòng Tư pháp", "Phòng Nội vụ"))
    common, event = events_of(ics_text(view))
    assert [common.to_ical()] == [e.to_ical() for e in events_of(ics_text(plain))]
    assert str(event["summary"]) == (
        f"Hạn mới báo cáo công tác trẻ em 6 tháng đầu năm 2025 (2 cơ quan, hết ngày {day.day}/5)"
    )
    assert str(event["uid"]) == f"61-kh-ubnd-2025-6thang-han-moi-2-{until}@kehoach"
    assert event["dtstart"].dt == day
    assert (
        "Theo công văn đôn đốc lần 1, 2 cơ quan phải gửi báo cáo: Phòng Tư pháp; Phòng Nội vụ."
        in str(event["description"]).splitlines()
    )
    assert alarm_times(event) == [datetime(2025, 5, d, 8) for d in days]  # noqa: DTZ001  # floating


def test_every_plan_in_the_order_of_days(office: Office) -> None:
    add_second_plan(office)
    view = view_of(office)
    assert [(e.plan, e.deadline.period, e.day) for e in view.events] == [
        ("61-kh-ubnd-2025", "6thang", date(2025, 5, 14)),
        ("12-kh-ubnd-2025", "6thang", date(2025, 6, 5)),
        ("61-kh-ubnd-2025", "nam", date(2025, 11, 14)),
    ]
    titles = [str(e["summary"]) for e in events_of(ics_text(view))]
    assert titles[1] == "Hạn báo cáo Kế hoạch số 12/KH-UBND 6 tháng đầu năm 2025 (chậm nhất ngày 05/6)"


def test_the_file_is_what_the_standard_asks(office: Office) -> None:
    raw = ics_text(view_of(office))
    assert raw == ics_text(view_of(office))
    assert raw.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kehoach//kehoach-cli//VI\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert raw.count(b"DTSTAMP:20250510T000000Z\r\n") == 2
    assert raw.count(b"TRIGGER:-P8DT16H\r\n") == 2


def test_a_moved_deadline_replaces_the_old_event(office: Office) -> None:
    before = events_of(ics_text(view_of(office, "6thang")))
    office.edit(PLAN, "before: 2025-05-15", "before: 2025-05-22")
    after = events_of(ics_text(view_of(office, "6thang", AS_OF + timedelta(days=1))))
    assert [str(e["uid"]) for e in before] == [str(e["uid"]) for e in after]
    assert before[0]["dtstamp"].dt < after[0]["dtstamp"].dt


def test_a_hostile_title_stays_one_line(office: Office) -> None:
    office.edit(PLAN, "  subject: công tác trẻ em", '  subject: "trẻ em; A, B\\nEND:VEVENT\\\\"')
    raw = ics_text(view_of(office, "6thang"))
    assert raw.count(b"\r\nEND:VEVENT\r\n") == 1
    [event] = events_of(raw)
    assert "trẻ em; A, B" in str(event["summary"])


def test_no_deadline_no_event(office: Office) -> None:
    workspace = load(DiskFolder(office.root), AS_OF).workspace._replace(plans=())
    assert events_of(ics_text(calendar_view(workspace, AS_OF, None))) == []
