"""The numbers of our own documents: below ten with a zero, anything else as the registry gave it."""

from __future__ import annotations

import pytest

from kehoach_cli.model.document_numbers import print_number
from made_up_reports import REPORTS, draft, view_of, working


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("5/BC-UBND", "05/BC-UBND"),
        ("5", "05"),
        ("05/BC-UBND", "05/BC-UBND"),
        ("15/BC-UBND", "15/BC-UBND"),
        ("500/UBND-TH", "500/UBND-TH"),
        (" 9/UBND-TH", "09/UBND-TH"),
        ("0", "0"),
        ("BC-5", "BC-5"),
        ("", ""),
    ],
)
def test_below_ten_takes_a_zero(given: str, printed: str) -> None:
    assert print_number(given) == printed


def test_the_report_prints_it_wherever_its_number_stands() -> None:
    text = draft(view_of(REPORTS, {"number": "5/BC-UBND", "dated": "2025-05-28"}))
    assert "| Số: 05/BC-UBND | " in text
    assert "(Kèm theo Báo cáo số 05/BC-UBND ngày 28 tháng 5 năm 2025" in text
    assert " 5/BC-UBND" not in text


def test_what_agencies_number_stays_as_they_wrote_it() -> None:
    text = working(view_of({"phong-tu-phap": {"number": "8/BC-TP", "rest": "không phát sinh"}}))
    assert "8/BC-TP" in text
    assert "08/BC-TP" not in text
