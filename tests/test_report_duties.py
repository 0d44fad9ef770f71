"""Sentences about reporting: limits, periods, who reports and to whom."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.report_duties import ReportDuty, report_duties_in

YEAR = 2025


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Day with its sign (< before, ≤ by), period, words that recur."""
    found = []
    for duty in report_duties_in(text, YEAR):
        day = f"<{duty.before}" if duty.before else f"≤{duty.by}" if duty.by else ""
        found.append((day, duty.period, duty.recurring))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "định kỳ trước ngày 15/5/2025 và trước ngày 15/11/2025 báo cáo UBND huyện kết quả 6 tháng đầu năm và cả"
                " năm 2025"
            ),
            [("<2025-05-15", "6thang", None), ("<2025-11-15", "nam", None)],
        ),
        (
            "Báo cáo kết quả 6 tháng và năm trước ngày 15/6 và 15/12/2025",
            [("<2025-06-15", "6thang", None), ("<2025-12-15", "nam", None)],
        ),
        (
            "Các xã báo cáo sơ kết 6 tháng trước ngày 10/6/2026, báo cáo tổng kết năm 2026 trước ngày 05/12/2026",
            [("<2026-06-10", "6thang", None), ("<2026-12-05", "nam", None)],
        ),
        ("Báo cáo năm 2025 chậm nhất ngày 10 tháng 01 năm 2026", [("≤2026-01-10", "nam", None)]),
        ("chậm nhất là trước ngày 17/12/2025 báo cáo về Sở Tài chính", [("<2025-12-17", None, None)]),
        ("Báo cáo kết quả thực hiện trong tháng 11/2025", [("≤2025-11-30", None, None)]),
        (
            "Gửi báo cáo về Sở Nội vụ trước ngày 16 tháng 12 năm 2025 để tổng hợp",
            [("<2025-12-16", None, None)],
        ),
        (
            "định kỳ trước ngày 01/6 và 15/11 hằng năm (hoặc đột xuất khi có yêu cầu) báo cáo kết quả",
            [("", None, "trước ngày 01/6 và 15/11 hằng năm")],
        ),
        ("Báo cáo về Sở Y tế trước ngày 15/11 hằng năm", [("", None, "trước ngày 15/11 hằng năm")]),
        ("báo cáo trước ngày 30 tháng 11 hàng năm", [("", None, "trước ngày 30 tháng 11 hàng năm")]),
        (
            "Hằng năm (trước ngày 15 tháng 11) các đơn vị báo cáo",
            [("", None, "Hằng năm (trước ngày 15 tháng 11)")],
        ),
        (
            "Hàng năm, trước ngày 25 tháng 12, UBND các xã báo cáo UBND tỉnh",
            [("", None, "Hàng năm, trước ngày 25 tháng 12")],
        ),
        ("báo cáo trước ngày 20 hằng tháng lên phần mềm", [("", None, "trước ngày 20 hằng tháng")]),
        (
            (
                "báo cáo hàng tháng (trước ngày 16 hàng tháng), 6 tháng (trước ngày 16/6), tổng kết năm (trước ngày"
                " 20/11 hàng năm)"
            ),
            [
                ("", None, "trước ngày 16 hàng tháng"),
                ("", "6thang", "hàng năm trước ngày 16/6"),
                ("", "nam", "trước ngày 20/11 hàng năm"),
            ],
        ),
        (
            "Các đơn vị xây dựng kế hoạch hằng năm và định kỳ báo cáo kết quả trước ngày 20/11 về Sở Y tế",
            [("", None, "hằng năm trước ngày 20/11")],
        ),
        ("báo cáo UBND tỉnh kết quả thực hiện hằng năm theo quy định", [("", None, "hằng năm")]),
        ("Định kỳ 6 tháng báo cáo Sở Y tế", [("", None, "Định kỳ 6 tháng")]),
        # no duty to report
        ("nếu có khó khăn, vướng mắc, các đơn vị kịp thời báo cáo về Sở Y tế để xem xét", []),
        ("Nơi nhận: - Bộ Y tế (để báo cáo);", []),
        ("Căn cứ Kế hoạch số 12/KH-UBND ngày 15/5/2025, các đơn vị báo cáo kết quả", []),
        ("Các xã hoàn thành trước ngày 30/11/2025 và báo cáo kết quả về Sở Y tế", []),
        ("Xây dựng kế hoạch trước ngày 30/11/2025", []),
        ("Báo cáo trước ngày 31/02/2025", [("", None, None)]),
    ],
)
def test_limits_and_periods(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == expected


def test_two_limits_of_one_sentence_with_reporters_and_receiver() -> None:
    sentence = (
        "Các cơ quan, ban, ngành, địa phương triển khai Kế hoạch này; định kỳ trước ngày 15/5/2025 và trước ngày"
        " 15/11/2025 báo cáo UBND huyện (qua Phòng Y tế) kết quả công tác 6 tháng đầu năm và cả năm 2025"
    )
    reporters, receiver = ("Các cơ quan, ban, ngành, địa phương",), "UBND huyện (qua Phòng Y tế)"
    later = ". Trong quá trình thực hiện, nếu có khó khăn, các cơ quan báo cáo về UBND huyện để xem xét./."
    assert report_duties_in(sentence + later, YEAR) == (
        ReportDuty(
            sentence, date(2025, 5, 15), None, "6thang", "6 tháng đầu năm 2025", None, reporters, receiver
        ),
        ReportDuty(sentence, date(2025, 11, 15), None, "nam", "năm 2025", None, reporters, receiver),
    )


def test_two_levels_keep_their_own_reporters() -> None:
    text = (
        "1. Các sở, ngành báo cáo kết quả về Sở Y tế trước ngày 20/11/2025. Sở Y tế tổng hợp, báo cáo UBND tỉnh và"
        " Bộ Y tế trước ngày 30/11/2025."
    )
    assert [(d.before, d.reporters, d.receiver) for d in report_duties_in(text, YEAR)] == [
        (date(2025, 11, 20), ("Các sở, ngành",), "Sở Y tế"),
        (date(2025, 11, 30), ("Sở Y tế",), "UBND tỉnh và Bộ Y tế"),
    ]


def test_a_report_on_a_year_due_in_january_is_on_the_year_before() -> None:
    [duty] = report_duties_in("Báo cáo năm trước ngày 15/01/2026 về Sở Y tế", YEAR)
    assert (duty.period, duty.label) == ("nam", "năm 2025")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["{0.day}/{0.month}/{0.year}", "ngày {0.day:02d}/{0.month:02d}/{0.year}", "ngày {0.day} tháng {0.month} năm {0.year}"]))  # fmt: skip
def test_any_day_is_read_as_printed(day: date, form: str) -> None:
    words = form.format(day)
    assert told(f"Các xã báo cáo trước {words}") == [(f"<{day}", None, None)]
    assert told(f"Các xã báo cáo chậm nhất {words} về Sở Y tế") == [(f"≤{day}", None, None)]


WORDS = "báo cáo|trước ngày|15/6|15/6/2025|hằng năm|và|chậm nhất|ngày 20|hằng tháng|; |. |6 tháng|năm|(|)|Sở Y tế|về"


@given(st.lists(st.sampled_from(WORDS.split("|"))).map(" ".join))
def test_any_words_are_read(text: str) -> None:
    assert all(duty.before is None or duty.by is None for duty in report_duties_in(text, YEAR))
