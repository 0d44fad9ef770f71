"""Which letter is due, to whom, and who is left out for which reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.calendar import CalendarFile
from kehoach_cli.model.plan import Exempt, Extension
from kehoach_cli.queries.chasing import Earlier
from kehoach_cli.queries.reminders import ReminderView, Rest
from made_up_reports import plan_61
from reminder_cases import FEW, SECOND, THIRD, all_but, letter, reminder, reporters, workspace_of

FIRST = letter("2", "312/UBND-TH", "2025-05-20", FEW, "2025-05-23")


def ids(view: ReminderView) -> list[str]:
    return [a.id for a in view.letter.addressees]


def skipped(view: ReminderView) -> dict[str, int]:
    return {s.case.reason: len(s.names) for s in view.skipped}


def said(view: ReminderView) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.head, line.ends) for line in view.letter.lines]


# The stage


@pytest.mark.parametrize(
    ("day", "stage", "why", "count"),
    [
        ("2025-04-22", "1", "before", 31),
        ("2025-05-14", "1", "before", 31),
        ("2025-05-15", "2", "first", 0),  # D itself: late, not yet urged
        ("2025-05-16", "2", "first", 31),
    ],
)
def test_the_stage_follows_from_the_day(day: str, stage: str, why: str, count: int) -> None:
    view = reminder(date.fromisoformat(day))
    assert (view.stage, view.why, len(view.letter.addressees)) == (stage, why, count)


@pytest.mark.parametrize(("day", "count"), [("2025-05-15", 0), ("2025-05-16", 31)])
def test_by_a_day_is_urged_from_the_day_after(day: str, count: int) -> None:
    view = reminder(date.fromisoformat(day), stage="2", before=None, by=date(2025, 5, 15))
    assert len(view.letter.addressees) == count


def test_who_was_urged_once_is_urged_again_after_the_new_day() -> None:
    reports = all_but(FEW)
    after = reminder(THIRD, reports, sent=[FIRST])
    assert (after.stage, after.why, ids(after)) == ("3", "again", list(FEW))
    assert after.letter.earlier == (Earlier("312/UBND-TH", SECOND),)
    within = reminder(date(2025, 5, 23), reports, sent=[FIRST])
    assert (within.stage, ids(within), skipped(within)) == ("3", [], {"received": 24, "pending": 7})


def test_while_somebody_was_never_urged_it_is_stage_two() -> None:
    sent = [letter("2", "312/UBND-TH", "2025-05-20", FEW[1:], "2025-05-23")]
    view = reminder(THIRD, all_but(FEW), sent=sent)
    assert (view.stage, view.why, ids(view)) == ("2", "first", ["phong-tu-phap"])
    assert skipped(view) == {"received": 24, "again": 6}
    chosen = reminder(THIRD, all_but(FEW), sent=sent, stage="2")
    assert ids(chosen) == list(FEW)


def test_stage_three_only_builds_on_stage_two() -> None:
    sent = [letter("2", "312/UBND-TH", "2025-05-20", FEW[:3], "2025-05-23")]
    view = reminder(THIRD, all_but(FEW), sent=sent, stage="3")
    assert (ids(view), skipped(view)) == (list(FEW[:3]), {"received": 24, "unchased": 4})
    assert skipped(reminder(THIRD, all_but(FEW), stage="3")) == {"received": 24, "unchased": 7}


def test_a_letter_of_later_does_not_exist_yet() -> None:
    assert reminder(date(2025, 5, 19), all_but(FEW), sent=[FIRST]).stage == "2"


# Who is left out


def test_left_out_for_a_reason() -> None:
    exempt = (Exempt(agency="Huyện đoàn", reason="đã lồng ghép"),)
    extended = (Extension(agency="Phòng Tư pháp", until=date(2025, 5, 21), basis="PCT đồng ý"),)
    sent = [letter("2", "300/UBND-TH", "2025-05-20", ["UBND các xã"])]
    view = reminder(SECOND, {"trung-tam-y-te": {}}, stage="2", sent=sent, exempt=exempt, extended=extended)
    found = [(s.case.reason, s.case.day, len(s.names)) for s in view.skipped]
    assert found == [
        ("received", date.min, 1),
        ("exempt", date.min, 1),
        ("extended", date(2025, 5, 21), 1),
        ("chased", SECOND, 9),
    ]
    assert len(view.letter.addressees) == 31 - 12


def test_an_extension_that_has_passed_is_urged_by_its_own_day() -> None:
    extended = (Extension(agency="Phòng Tư pháp", until=date(2025, 5, 19), basis="PCT đồng ý"),)
    (found,) = reminder(SECOND, extended=extended, kept=["phong-tu-phap"]).letter.addressees
    assert (found.days, found.last_day) == (1, date(2025, 5, 19))


def test_asked_once_before_the_deadline() -> None:
    day = date(2025, 5, 5)
    sent = [letter("1", "280/UBND-TH", "2025-04-22", reporters()[:30])]
    view = reminder(day, sent=sent)
    assert (ids(view), skipped(view)) == (reporters()[30:], {"chased": 30})
    assert skipped(reminder(SECOND, stage="1")) == {"too_late": 31}
    assert skipped(reminder(day, stage="2")) == {"not_past": 31}


def test_stage_two_cites_the_letter_of_stage_one() -> None:
    sent = [letter("1", "280/UBND-TH", "2025-04-22", reporters())]
    assert reminder(SECOND, sent=sent).letter.earlier == (Earlier("280/UBND-TH", date(2025, 4, 22)),)
    assert reminder(SECOND).letter.earlier == ()


def test_a_report_sent_back_is_owed() -> None:
    back = {"returned": {"date": "2025-05-13", "reason": "thiếu số liệu"}}
    view = reminder(SECOND, all_but(FEW) | {"huyen-doan": back})
    assert ids(view) == ["phong-tu-phap", "phong-noi-vu", "huyen-doan", *FEW[2:]]
    assert [line.head for line in view.letter.returned] == ["Huyện đoàn"]
    (found,) = [a for a in view.letter.addressees if a.returned]
    assert (found.name, found.returned, found.days) == ("Huyện đoàn", date(2025, 5, 13), 6)


def test_only_the_agencies_asked_about() -> None:
    view = reminder(SECOND, {"phong-tu-phap": {}}, kept=["phong-tu-phap", "huyen-doan"])
    assert (ids(view), skipped(view)) == (["huyen-doan"], {"received": 1})
    assert (view.counts.received, view.counts.expected, view.is_whole) == (1, 31, False)


@given(st.sets(st.sampled_from(reporters())), st.integers(0, 40))
def test_everybody_is_addressed_or_left_out(sent: set[str], days: int) -> None:
    as_of = date(2025, 5, 1) + timedelta(days=days)
    view = reminder(as_of, {id_: {"received": "2025-05-01"} for id_ in sent})
    assert len(ids(view)) + sum(skipped(view).values()) == view.counts.expected == 31
    assert sorted(i for line in view.letter.lines for i in line.ids) == sorted(ids(view))
    demanded = {i for line in view.letter.demanded for i in line.ids}
    asked = {i for line in view.letter.asked for i in line.ids}
    assert demanded | asked == set(ids(view))
    assert not demanded & asked
    assert [letter.addressees for letter in view.each] == [(a,) for a in view.letter.addressees]


# Names


def test_addressed_under_common_heads() -> None:
    assert said(reminder(SECOND, all_but(FEW))) == [
        ("Các phòng", ("Tư pháp", "Nội vụ")),
        ("Hội Cựu chiến binh huyện", ()),
        ("UBND các xã", ("Sơn Bua", "Sơn Lập")),
        ("Công an các xã", ("Sơn Bua", "Sơn Lập")),
    ]


def test_whole_groups_and_names_with_commas() -> None:
    assert said(reminder(SECOND)) == [
        ("Trung tâm Y tế", ()),
        ("Các phòng", ("Giáo dục và Đào tạo", "Dân tộc và Tôn giáo", "Tư pháp", "Nội vụ", "Tài chính – Kế hoạch")),
        ("Phòng Văn hóa, Khoa học và Thông tin", ()),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện", ()),
        ("Các tổ chức chính trị - xã hội huyện", ()),
        ("UBND các xã", ()),
        ("Công an các xã", ()),
    ]  # fmt: skip


def test_one_office_is_named_in_full() -> None:
    assert said(reminder(SECOND, kept=["phong-tu-phap"])) == [("Phòng Tư pháp", ())]


def test_who_is_told_and_who_is_asked() -> None:
    letter_ = reminder(SECOND, all_but((*FEW, "trung-tam-y-te"))).letter
    assert [line.head for line in letter_.demanded] == ["Trung tâm Y tế", "Các phòng", "UBND các xã"]
    assert [line.head for line in letter_.asked] == ["Hội Cựu chiến binh huyện", "Công an các xã"]


def test_a_body_of_a_provincial_office_is_asked() -> None:
    workspace = workspace_of(superior="Sở Y tế")
    letter_ = reminder(SECOND, kept=["trung-tam-y-te"], workspace=workspace).letter
    assert (letter_.demanded, [line.head for line in letter_.asked]) == ((), ["Trung tâm Y tế"])


# The frame


def test_symbol_signer_and_recipients() -> None:
    office = plan_61().office
    assert office is not None
    signatures = [
        s.model_copy(update={"stages": stages, "lines": lines, "name": None})
        for s in office.signatures
        if s.document == "cong-van"
        for stages, lines in ((("1", "2"), ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")), ((), s.lines))
    ]
    changed = office.model_copy(
        update={"signatures": tuple(signatures), "letter_recipients": ("Như trên", "CVP, PCVP")}
    )
    papers = {s: reminder(SECOND, stage=s, office=changed).paper for s in ("1", "2", "3")}
    assert {p.symbol for p in papers.values()} == {"UBND-TH"}
    assert papers["2"].signature == papers["1"].signature == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")
    assert papers["3"].signature == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert papers["3"].recipients == ("Như trên", "CVP, PCVP")
    assert (papers["3"].number, papers["3"].dated, papers["3"].year) == (None, None, 2025)


def test_a_new_day_of_rest_is_told() -> None:
    friday, saturday, monday = date(2025, 5, 23), date(2025, 5, 24), date(2025, 5, 26)
    assert reminder(SECOND, new_limit=friday).rest is None
    assert reminder(SECOND, new_limit=saturday).rest == Rest(saturday, True, None, friday)
    sunday = date(2025, 5, 25)
    assert reminder(SECOND, new_limit=monday).rest == Rest(sunday, False, None, friday)
    own = CalendarFile.model_validate({"schema": "1", "off": [{"date": "2025-05-22", "name": "nghỉ bù"}]})
    workspace = plan_61()._replace(calendar=own)
    rest = reminder(SECOND, new_limit=friday, workspace=workspace).rest
    assert rest == Rest(date(2025, 5, 22), False, "nghỉ bù", date(2025, 5, 21))


def test_the_new_last_day_is_the_day_before() -> None:
    assert reminder(SECOND, new_limit=date(2025, 5, 23)).new_last_day == date(2025, 5, 22)
    assert reminder(SECOND).new_last_day is None
