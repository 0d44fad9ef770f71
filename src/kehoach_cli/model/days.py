"""Days: how they are written in files and typed, and how an office prints them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_EARLIEST, _LATEST = 1900, 2200


class DayError(ValueError):
    """A text that is no day. `kind` is «form», «year» (year unclear) or «calendar» (no such day).

    `nearest` is the day probably meant: the last of the month, the same numbers in another order.
    """

    def __init__(self, kind: str, text: str, nearest: date | None = None) -> None:
        super().__init__(f"{kind}: {text}")
        self.kind, self.text, self.nearest = kind, text, nearest


def parse_day(text: str) -> date:
    """Read 2025-05-14 or 14/5/2025 (leading zeros free); raises DayError for anything else."""
    numbers = _numbers(text)
    if numbers is None:
        raise _misspelt(text)
    year, month, day = numbers
    if not _EARLIEST <= year <= _LATEST:
        raise DayError("year", text)
    if not 1 <= month <= 12 or not 1 <= day <= 31:  # noqa: PLR2004
        raise DayError("calendar", text)
    last = monthrange(year, month)[1]
    if day > last:
        raise DayError("calendar", text, date(year, month, last))
    return date(year, month, day)


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day where the text has one of the two forms."""
    if not text.isascii():
        return None
    parts = [p.strip() for p in text.split("/")][::-1] if "/" in text else text.split("-")
    if len(parts) != 3 or not all(p.isdigit() and len(p) <= 4 for p in parts):  # noqa: PLR2004
        return None
    year, month, day = parts
    if len(year) != 4 or len(month) > 2 or len(day) > 2:  # noqa: PLR2004
        return None
    return int(year), int(month), int(day)


def _misspelt(text: str) -> DayError:
    """A text in no known form: a day with a short year (15/5/25), in another order, or no day at all."""
    parts = [part.strip() for part in text.replace("/", "-").replace(".", "-").split("-")]
    if len(parts) not in (2, 3) or not all(p.isascii() and p.isdigit() and len(p) <= 4 for p in parts):  # noqa: PLR2004
        return DayError("form", text)
    kind = "form" if any(len(p) > 2 for p in parts) else "year"  # noqa: PLR2004
    *rest, year = parts if len(parts[0]) <= 2 else parts[::-1]  # noqa: PLR2004
    try:
        century = 2000 if len(year) == 2 else 0  # noqa: PLR2004
        nearest = date(century + int(year), int(rest[1]), int(rest[0]))
    except (IndexError, ValueError):
        nearest = None
    return DayError(kind, text, nearest if nearest and _EARLIEST <= nearest.year <= _LATEST else None)


def print_day(day: date) -> str:
    """As running text has it: 14/5/2025, and 04/4/2025, 05/01/2025 with the padding of Nghị định 30.

    Days below 10 and the months 1 and 2 take a leading zero (ND 30/2020, Phụ lục I, II.4b).
    """
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def print_short_day(day: date) -> str:
    """Day and month only: 14/5."""
    return f"{day.day:02d}/{_month(day)}"


def print_long_day(day: date) -> str:
    """As a letterhead has it: ngày 04 tháng 4 năm 2025."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)  # noqa: PLR2004


def weekday(day: date) -> str:
    """The Vietnamese name of the day of the week, as Phụ lục II of Nghị định 30 spells it."""
    return WEEKDAYS[day.weekday()]


def is_weekend(day: date) -> bool:
    """True on Saturdays and Sundays; model.working_days knows public holidays."""
    return day.weekday() >= 5  # noqa: PLR2004
