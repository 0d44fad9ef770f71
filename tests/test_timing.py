"""Timing words: the right windows, or «unknown»."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.timing import Timing, Window, parse_timing

YEAR = 2025
UNKNOWN = ("unknown", "")
WHOLE_YEAR = "1/1/2025-31/12/2025"


def as_text(window: Window) -> str:
    days = (window.start, window.end)
    return "-".join(f"{d.day}/{d.month}/{d.year}" if d else "…" for d in days)


def read(text: str | None, year: int = YEAR) -> tuple[str, str]:
    timing = parse_timing(text, year)
    assert timing.text == (text or "")
    return timing.kind, ", ".join(as_text(window) for window in timing.windows)


# Every form that a count of 534 values in 67 official documents met, by how it is understood.
ATTESTED = [
    # khoảng năm
    ("2026 - 2030", "window", "1/1/2026-31/12/2030"),
    ("Giai đoạn 2026 - 2030", "window", "1/1/2026-31/12/2030"),
    ("2026-2030", "window", "1/1/2026-31/12/2030"),
    ("Năm 2025-2030", "window", "1/1/2025-31/12/2030"),
    ("năm 2026 - 2027", "window", "1/1/2026-31/12/2027"),
    ("Từ năm 2013 đến năm 2020", "window", "1/1/2013-31/12/2020"),
    ("Từ năm 2013 đến năm 2020 và tiếp theo", "window", "1/1/2013-…"),
    ("2025 và những năm tiếp theo", "window", "1/1/2025-…"),
    ("năm 2025 và các năm tiếp theo", "window", "1/1/2025-…"),
    ("Năm 2026 và các năm tiếp theo.", "window", "1/1/2026-…"),
    # một năm
    ("2025", "window", WHOLE_YEAR),
    ("Năm 2026", "window", "1/1/2026-31/12/2026"),
    ("Hoàn thành trong năm 2025", "window", WHOLE_YEAR),
    # thường xuyên
    ("Thường xuyên", "ongoing", WHOLE_YEAR),
    ("Thường xuyên trong năm", "ongoing", WHOLE_YEAR),
    ("Thực hiện thường xuyên .", "ongoing", WHOLE_YEAR),
    ("Thực hiện thường xuyên, liên tục", "ongoing", WHOLE_YEAR),
    ("thường xuyên, liên tục", "ongoing", WHOLE_YEAR),
    ("Thường xuyên, theo yêu cầu nhiệm vụ", "ongoing", WHOLE_YEAR),
    ("Thường xuyên, hằng năm", "ongoing", WHOLE_YEAR),
    ("Nhiệm vụ thường xuyên", "ongoing", WHOLE_YEAR),
    ("Thường xuyên, định kỳ hằng quý báo cáo về Sở Tài chính", "unknown", ""),
    # tháng
    ("12/2025", "window", "1/12/2025-31/12/2025"),
    ("03/2025", "window", "1/3/2025-31/3/2025"),
    ("3/2025", "window", "1/3/2025-31/3/2025"),
    ("Tháng 5/2025", "window", "1/5/2025-31/5/2025"),
    ("tháng 5 năm 2025", "window", "1/5/2025-31/5/2025"),
    ("Tháng 11 - 12/2025", "window", "1/11/2025-31/12/2025"),
    ("Tháng 11, 12/2025", "window", "1/11/2025-30/11/2025, 1/12/2025-31/12/2025"),
    ("Tháng 11, 12/2013 và bổ sung, sửa đổi hàng năm", "unknown", ""),
    ("ngày Tháng 11/2025", "unknown", ""),
    ("trong tháng 11/2025", "window", "1/11/2025-30/11/2025"),
    # quý
    ("Quý IV/2026", "window", "1/10/2026-31/12/2026"),
    ("Quí IV-2025", "window", "1/10/2025-31/12/2025"),
    ("Quý III Năm 2026", "window", "1/7/2026-30/9/2026"),
    ("Quý II, IV năm 2025", "window", "1/4/2025-30/6/2025, 1/10/2025-31/12/2025"),
    ("Quý IV/2025- Quý II/2026", "window", "1/10/2025-30/6/2026"),
    ("Quý IV/2025 và Quý I/2026", "window", "1/10/2025-31/12/2025, 1/1/2026-31/3/2026"),
    ("Quý IV năm 2025 và các năm tiếp theo", "window", "1/10/2025-…"),
    # theo sự kiện
    ("Sau khi có Quy chế của TW", "event", ""),
    ("Theo Kế hoạch riêng", "event", ""),
    ("Khi có phát sinh", "event", ""),
    ("Theo tiến độ xây dựng dự thảo văn bản của cơ quan chủ trì soạn thảo", "event", ""),
    ("sau khi Chiến lược tiêu chuẩn quốc gia được ban hành.", "event", ""),
    ("20 ngày sau khi Tỉnh uỷ ban hành văn bản", "event", ""),
    ("Theo đề nghị cấp trên", "event", ""),
    ("Khi có nhiệm vụ chậm", "event", ""),
    # từ … đến …
    ("Từ ngày 01/01/2026 đến ngày 31/3/2026", "window", "1/1/2026-31/3/2026"),
    ("Từ tháng 12/2025 đến quý I/2026", "window", "1/12/2025-31/3/2026"),
    ("Từ nay đến hết năm 2025", "unknown", ""),  # the text itself does not say when «nay» is
    ("Từ tháng 11/2025 đến khi kết thúc Tổng kiểm kê", "window", "1/11/2025-…"),
    # ngày
    ("2025-12-05", "date", "5/12/2025-5/12/2025"),
    ("Trước ngày 30/11/2025", "date", "1/1/2025-29/11/2025"),
    ("Trước ngày 31/5/2026.", "date", "1/1/2025-30/5/2026"),
    ("trước ngày 01 tháng 01 năm 2026", "date", "1/1/2025-31/12/2025"),
    ("trước ngày 16 tháng 12 năm 2025", "date", "1/1/2025-15/12/2025"),
    ("Trước năm 2030", "date", "1/1/2025-31/12/2029"),
    # hằng năm
    ("Hằng năm", "recurring", ""),
    ("Hàng năm", "recurring", ""),
    ("Tháng 12 hằng năm", "recurring", ""),
    ("6 tháng, hằng năm và định kỳ", "recurring", ""),
    # hỗn hợp, nhiều mốc
    ("Ban hành trong quý I năm 2026. Thực hiện rà soát, điều chỉnh (nếu có)", "unknown", ""),
    ("Dự kiến ngày 05/12/2025 (Chậm nhất ngày 10/12/2025 - 95 ngày trước bầu cử)", "unknown", ""),
    ("Thực hiện theo lộ trình tại phần (II) của Kế hoạch này.", "unknown", ""),
    # câu báo cáo
    ("trước ngày 15/5/2025 và trước ngày 15/11/2025", "unknown", ""),
    ("định kỳ trước ngày 01/6 và 15/11 hằng năm", "recurring", ""),
    ("trước ngày 15/11 hằng năm", "recurring", ""),
    ("trước ngày 30 tháng 11 hàng năm", "recurring", ""),
    ("Định kỳ hằng năm (trước ngày 30 tháng 11)", "recurring", ""),
    ("hằng năm (trước ngày 15 tháng 11)", "recurring", ""),
    ("Hàng năm, trước ngày 25 tháng 12", "recurring", ""),
    ("hàng tháng (trước ngày 16 hàng tháng)", "recurring", ""),
    ("trước ngày 20 hằng tháng", "recurring", ""),
    ("trước ngày 25 hàng tháng", "recurring", ""),
    ("Định kỳ 06 tháng", "recurring", ""),
    ("định kỳ hằng quý", "recurring", ""),
    ("Hằng năm hoặc đột xuất", "recurring", ""),
    ("6 tháng (trước ngày 16/6)", "unknown", ""),
    ("chậm nhất ngày 17 tháng 12", "unknown", ""),
    ("trước ngày 20/11", "unknown", ""),
    ("trước 30/6", "unknown", ""),
]

# The same grammar where the count met no example.
ALSO = [
    ("Quý II, IV", "window", "1/4/2025-30/6/2025, 1/10/2025-31/12/2025"),
    ("Quý III", "window", "1/7/2025-30/9/2025"),
    ("Quý 1, 2 và 4 năm 2025", "window", "1/1/2025-31/3/2025, 1/4/2025-30/6/2025, 1/10/2025-31/12/2025"),
    ("Quý 2/2025", "window", "1/4/2025-30/6/2025"),
    ("Quý I, II và III/2025", "window", "1/1/2025-31/3/2025, 1/4/2025-30/6/2025, 1/7/2025-30/9/2025"),
    ("Quý II - IV năm 2025", "window", "1/4/2025-31/12/2025"),
    ("Quý I - II, IV năm 2025", "window", "1/1/2025-30/6/2025, 1/10/2025-31/12/2025"),
    ("Quý II, quý II năm 2025", "window", "1/4/2025-30/6/2025, 1/4/2025-30/6/2025"),
    ("Quý IV/2025; Quý II/2025", "window", "1/10/2025-31/12/2025, 1/4/2025-30/6/2025"),
    ("Quý II và quý III trong năm", "window", "1/4/2025-30/6/2025, 1/7/2025-30/9/2025"),
    ("Từ quý II đến quý III năm 2025", "window", "1/4/2025-30/9/2025"),
    ("Từ tháng 5/2025 đến tháng 9", "window", "1/5/2025-30/9/2025"),
    ("Từ tháng 9 đến hết năm 2025", "window", "1/9/2025-31/12/2025"),
    ("Từ ngày 01/6 đến ngày 30/6/2025", "window", "1/6/2025-30/6/2025"),
    ("Từ ngày 15/10/2025 đến hết tháng 12/2025", "window", "15/10/2025-31/12/2025"),
    ("Từ tháng 11/2025 đến ngày 15/12/2025", "window", "1/11/2025-15/12/2025"),
    ("01/6/2025 – 30/6/2025", "window", "1/6/2025-30/6/2025"),
    ("12/2025 - 02/2026", "window", "1/12/2025-28/2/2026"),
    ("Từ tháng 11/2025", "window", "1/11/2025-…"),
    ("Từ năm 2026 trở đi", "window", "1/1/2026-…"),
    ("Tháng 6", "window", "1/6/2025-30/6/2025"),
    ("02/2024", "window", "1/2/2024-29/2/2024"),
    ("6 tháng đầu năm 2025", "window", "1/1/2025-30/6/2025"),
    ("06 tháng cuối năm", "window", "1/7/2025-31/12/2025"),
    ("9 tháng đầu năm", "window", "1/1/2025-30/9/2025"),
    ("3 tháng cuối năm 2026", "window", "1/10/2026-31/12/2026"),
    ("Trong năm", "window", WHOLE_YEAR),
    ("Cả năm 2025", "window", WHOLE_YEAR),
    ("2025, 2026 và 2027", "window", "1/1/2025-31/12/2025, 1/1/2026-31/12/2026, 1/1/2027-31/12/2027"),
    ("ngày 05/12/2025", "date", "5/12/2025-5/12/2025"),
    ("5.12.2025", "date", "5/12/2025-5/12/2025"),
    ("chậm nhất ngày 10/12/2025", "date", "1/1/2025-10/12/2025"),
    ("Chậm nhất là trước ngày 10/12/2025", "date", "1/1/2025-9/12/2025"),
    ("Đến hết ngày 29/02/2028", "date", "1/1/2025-29/2/2028"),
    ("Hoàn thành trước ngày 30 tháng 6 trong năm", "date", "1/1/2025-29/6/2025"),
    ("hết quý II/2025", "date", "1/1/2025-30/6/2025"),
    ("Trước tháng 6/2025", "date", "1/1/2025-31/5/2025"),
    ("trước ngày 01/01/2025", "date", "1/1/2024-31/12/2024"),
    ("Trước ngày 30/6/2024", "date", "1/1/2024-29/6/2024"),
    ("Hoàn thành trong năm", "window", WHOLE_YEAR),
    ("Thường xuyên trong năm 2025", "ongoing", WHOLE_YEAR),
    ("Định kỳ hằng quý trong năm", "recurring", ""),
    ("Mỗi quý 01 lần", "recurring", ""),
    ("6 tháng một lần", "recurring", ""),
    ("Định kỳ hằng tháng, hằng quý, 6 tháng và hằng năm", "recurring", ""),
    ("Quý IV hằng năm", "recurring", ""),
    ("Thường xuyên theo quy định", "ongoing", WHOLE_YEAR),
    ("Thường xuyên (hằng năm)", "ongoing", WHOLE_YEAR),
    ("Thường xuyên; hằng năm", "ongoing", WHOLE_YEAR),
    ("Thường xuyên và đột xuất", "ongoing", WHOLE_YEAR),
    ("Thường xuyên, giai đoạn 2025 - 2030", "window", "1/1/2025-31/12/2030"),
    ("Thường xuyên trong suốt giai đoạn 2026 - 2030", "window", "1/1/2026-31/12/2030"),
    ("Thường xuyên trong năm và các năm tiếp theo", "window", "1/1/2025-…"),
    ("Trong suốt giai đoạn 2026-2030", "window", "1/1/2026-31/12/2030"),
    ("Hằng năm, giai đoạn 2026-2030", "recurring", ""),
    ("Hằng năm (giai đoạn 2026 - 2030)", "recurring", ""),
    ("Triển khai đảm bảo theo lộ trình, hướng dẫn của Bộ, ngành", "event", ""),
    ("30 ngày kể từ ngày Nghị quyết được ban hành", "event", ""),
]

MUST_BE_UNKNOWN = [
    None,
    "",
    " . ",
    "abc",
    # what the calendar lacks
    "31/02/2025",
    "29/02/2025",
    "Trước ngày 31/11/2025",
    "31/11 hằng năm",
    "tháng 13/2025",
    "0/2025",
    "Tháng 13 hằng năm",
    "quý V/2025",
    "Quý 5",
    "Quý 0/2025",
    # backwards
    "2030 - 2026",
    "Từ ngày 31/3/2026 đến ngày 01/01/2026",
    "Tháng 11 - 02/2026",
    "Từ tháng 9 đến tháng 5",
    "Quý IV, I",
    # which year?
    "Quý IV và Quý I/2026",
    "Tháng 3 và 12/2026",
    "Quý IV/2025 và Quý I",
    "Quý I và Quý II/2026",
    "Từ quý I đến quý III/2027",
    "Quý IV, I/2026",
    "ngày 01/6",
    "Từ ngày 01/6",
    "Từ 01/6 đến 30/6",
    "Trước quý III",
    "đến hết tháng 6",
    "Đến hết năm",
    "30/6/25",
    "Quý II/25",
    "Tháng 5/1025",
    "Thường xuyên trong năm 2026",
    # day, month or something else?
    "11-12/2025",
    "11, 12/2025",
    "tháng 10-11-2025",
    "Quý I - II - 2025",
    "Quý 4/2025, 1/2026",
    "Quý I, 3/2025",
    "Quý II - 4",
    "từ quý 4/2025 đến 1/2026",
    "Quý 4/2025 - 1/2026",
    "tháng 11/12",
    "2025-12",
    "2025 - 12 - 2025",
    "Tháng 3 - 4 - 2025",
    "Quý IV-2025-2030",
    "1/2 năm 2025",
    "12/2025/KH-UBND",
    "ngày 15 - 20/6/2025",
    "Tháng 11/2025¹",
    "1²/2025",
    # how far?
    "Đến năm 2030",
    "Đến tháng 6/2025",
    "Từ ngày 01/6/2025 đến tháng 9/2025",
    "Quý II năm 2025 và các năm tiếp theo",
    "Tháng 12/2025 và các năm tiếp theo",
    "năm 2025 và năm tiếp theo",
    "đầu năm 2025",
    "cuối tháng 5/2025",
    "Khoảng tháng 5/2025",
    "Dự kiến quý II/2025",
    "sau ngày 30/6/2025",
    "từ sau ngày 30/6/2025",
    "không trước ngày 30/6/2025",
    "Giai đoạn 2025",
    "Trước trong năm",
    "Từ nay đến cuối năm 2025",
    "Giai đoạn 2021-2025, tầm nhìn 2030",
    "năm học 2025-2026",
    "6 tháng",
    "6 tháng đầu năm học 2025",
    # more than one statement
    "Quý I, tháng 11/2025",
    "Năm 2025, quý I",
    "Tháng 5/2025, năm 2026",
    "6 tháng đầu năm 2025 và cả năm 2025",
    "05/12/2025, 10/12/2025",
    "Trước ngày 30/6/2025 hoặc trước ngày 30/9/2025",
    "Quý II/2025 (trước ngày 15/6/2025)",
    "Thường xuyên; trước ngày 15/11/2025",
    "Thường xuyên, sau khi có hướng dẫn",
    "Thường xuyên trong quý II/2025",
    "Sau khi có Quy chế, trước ngày 30/6/2025",
    "Theo Kế hoạch năm 2026",
    "Theo dõi, báo cáo",
    "Hằng năm, từ năm 2026",
    "Hằng năm 2025",
    "trừ tháng 6/2025",
    "Quý II/2025 nếu có",
]


@pytest.mark.parametrize(("text", "kind", "windows"), ATTESTED + ALSO)
def test_known_forms(text: str, kind: str, windows: str) -> None:
    assert read(text) == (kind, windows)


@pytest.mark.parametrize("text", MUST_BE_UNKNOWN)
def test_unclear_forms_are_unknown(text: str | None) -> None:
    assert read(text) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "year", "windows"),
    [
        ("Thường xuyên trong năm", 2026, "1/1/2026-31/12/2026"),
        ("Quý II, IV", 2026, "1/4/2026-30/6/2026, 1/10/2026-31/12/2026"),
        ("Quý I và Quý II/2026", 2026, "1/1/2026-31/3/2026, 1/4/2026-30/6/2026"),
        ("Tháng 11 - 12/2013", 2013, "1/11/2013-31/12/2013"),
        ("Tháng 11 - 12 năm 2013", 2025, "1/11/2013-31/12/2013"),
        ("Tháng 11 - 12/2026", 2025, ""),
        ("Quý III, IV/2026", 2025, "1/7/2026-30/9/2026, 1/10/2026-31/12/2026"),
        ("Trước ngày 30/11/2025", 2026, "1/1/2025-29/11/2025"),
        ("Trước ngày 30/11/2025", 2024, "1/1/2024-29/11/2025"),
    ],
)
def test_year_of_the_plan(text: str, year: int, windows: str) -> None:
    assert read(text, year)[1] == windows


def test_text_is_kept_as_printed() -> None:
    text = unicodedata.normalize("NFD", "  Quý II,  IV năm 2025 ; ")
    first = Window(date(2025, 4, 1), date(2025, 6, 30))
    second = Window(date(2025, 10, 1), date(2025, 12, 31))
    assert parse_timing(text, YEAR) == Timing(text, "window", (first, second))


@pytest.mark.parametrize("text", [row[0] for row in ATTESTED + ALSO])
def test_spelling_makes_no_difference(text: str) -> None:
    expected = read(text)
    for variant in (
        unicodedata.normalize("NFD", text),
        text.upper(),
        text.lower(),
        "\n " + text.replace(" ", "\u00a0 ") + " ;",
        *(text.replace("-", dash) for dash in "–—"),
        text.replace("uý", "úy"),
        text.replace("uý", "uí"),
        text.replace("ằng", "àng"),
        text.replace("đến", "tới"),
    ):
        assert read(variant) == expected, variant


@pytest.mark.parametrize("text", [row[0] for row in ATTESTED + ALSO])
@pytest.mark.parametrize(
    "rest", ["xyz", "(nếu có)", "và kiểm tra", "; rà soát", ". Báo cáo kết quả", "7", "/8"]
)
def test_left_over_words_never_change_the_windows(text: str, rest: str) -> None:
    longer = parse_timing(f"{text} {rest}", YEAR)
    assert longer.windows in {(), parse_timing(text, YEAR).windows}
    if not rest[-1].isdigit():  # 7 before «tháng 5 năm 2025» is a day
        assert parse_timing(f"{rest} {text}", YEAR).windows == ()


PHRASES = re.findall(
    "[^|]+",
    "trước |sau |từ |đến |hết |chậm nhất |trong |năm |tháng |quý |ngày |hằng |hàng |định kỳ |thường xuyên |và |"
    "các năm tiếp theo |giai đoạn |đầu |cuối |khi |1 |2 |3 |6 |11 |12 |13 |30 |31 |2024 |2025 |2026 |2030 |I |II |"
    "IV |V |/|-|–|, |; |. |(|) |lần |một ",
)
loose = st.lists(st.sampled_from(PHRASES), max_size=9).map("".join)
years = st.integers(2000, 2090)
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(st.text() | loose, years)
def test_any_text_is_read_without_error(text: str, year: int) -> None:
    timing = parse_timing(text, year)
    assert timing.text == text
    assert bool(timing.windows) == (timing.kind in {"ongoing", "window", "date"})
    assert all(window.end is None or window.start <= window.end for window in timing.windows)


def month(year: int, first: int, last: int) -> Window:
    after = date(year + last // 12, last % 12 + 1, 1)
    return Window(date(year, first, 1), after - timedelta(days=1))


@given(
    st.integers(1, 4), years, years, st.sampled_from(["Quý {}/{}", "quý {} năm {}", "Quí {}-{}", "QUÝ {} {}"])
)
def test_any_quarter(number: int, year: int, plan: int, form: str) -> None:
    expected = (month(year, 3 * number - 2, 3 * number),)
    for written in (str(number), ("I", "II", "III", "IV")[number - 1]):
        assert parse_timing(form.format(written, year), plan).windows == expected


@given(
    st.integers(1, 12),
    years,
    years,
    st.sampled_from(["{}/{}", "{:02}/{}", "Tháng {:02} năm {}", "tháng {} - {}"]),
)
def test_any_month(number: int, year: int, plan: int, form: str) -> None:
    assert parse_timing(form.format(number, year), plan).windows == (month(year, number, number),)


@given(
    days,
    days,
    years,
    st.sampled_from(["{:%d/%m/%Y}", "ngày {:%d-%m-%Y}", "{:%Y-%m-%d}", "{:%d tháng %m năm %Y}"]),
)
def test_any_day_and_any_two(first: date, second: date, plan: int, form: str) -> None:
    assert parse_timing(form.format(first), plan).windows == (Window(first, first),)
    both = parse_timing(f"Từ {form.format(first)} đến {form.format(second)}", plan).windows
    assert both == ((Window(first, second),) if first <= second else ())


@given(days, years)
def test_any_limit_ends_the_day_before_or_on_it(day: date, plan: int) -> None:
    eve = day - timedelta(days=1)
    before, by = (parse_timing(f"{w} ngày {day:%d/%m/%Y}", plan) for w in ("trước", "chậm nhất"))
    assert before == Timing(before.text, "date", (Window(date(min(plan, eve.year), 1, 1), eve),))
    assert by == Timing(by.text, "date", (Window(date(min(plan, day.year), 1, 1), day),))


@given(st.tuples(years, st.integers(1, 12)), st.tuples(years, st.integers(1, 12)), years)
def test_any_range_of_months_and_years(first: tuple[int, int], last: tuple[int, int], plan: int) -> None:
    (year, number), (to_year, to_number) = first, last
    months = parse_timing(f"Tháng {number}/{year} – tháng {to_number}/{to_year}", plan).windows
    expected = Window(month(year, number, number).start, month(to_year, to_number, to_number).end)
    assert months == ((expected,) if first <= last else ())
    whole = parse_timing(f"Giai đoạn {year}-{to_year}", plan).windows
    assert whole == ((Window(date(year, 1, 1), date(to_year, 12, 31)),) if year <= to_year else ())


@given(loose, years)
def test_any_words_read_alike_in_every_spelling(text: str, year: int) -> None:
    timing = parse_timing(text, year)
    for variant in (unicodedata.normalize("NFD", text), text.upper(), text.replace("–", "-")):
        assert parse_timing(variant, year)[1:] == timing[1:]
