"""Reporting periods: which ids there are and what an office calls them."""

from __future__ import annotations

_ROMAN = ("I", "II", "III", "IV")


class Period:
    """One reporting period of one year; every text is ready for a sentence or a title."""

    __slots__ = ("id", "name", "next_title", "title")

    def __init__(self, id_: str, name: str, title: str, next_title: str) -> None:
        self.id = id_
        self.name = name  # «6 tháng đầu năm 2025»
        self.title = title  # inside a title whose year comes later: «6 tháng đầu năm»
        self.next_title = next_title  # what the outlook speaks of: «6 tháng cuối năm 2025»


def period_ids() -> tuple[str, ...]:
    """Every id that a file or a person may use, in the order of a year."""
    months = tuple(f"thang{m:02d}" for m in range(1, 13))
    return ("6thang", "nam", "9thang", "quy1", "quy2", "quy3", "quy4", *months)


def is_period(text: str) -> bool:
    """Whether a text is one of `period_ids()`."""
    return text in period_ids()


def describe_period(id_: str, year: int) -> Period:
    """The wording of a period of `year`; the id must be one of `period_ids()`."""
    if id_ == "6thang":
        return Period(id_, f"6 tháng đầu năm {year}", "6 tháng đầu năm", f"6 tháng cuối năm {year}")
    if id_ == "9thang":
        return Period(id_, f"9 tháng đầu năm {year}", "9 tháng đầu năm", f"3 tháng cuối năm {year}")
    if id_ == "nam":
        return Period(id_, f"năm {year}", f"năm {year}", f"năm {year + 1}")
    number = int(id_.removeprefix("quy").removeprefix("thang"))
    if id_.startswith("quy"):
        following = f"quý {_ROMAN[number % 4]} năm {year + number // 4}"
        return Period(id_, f"quý {_ROMAN[number - 1]} năm {year}", f"quý {_ROMAN[number - 1]}", following)
    following = f"tháng {number % 12 + 1} năm {year + number // 12}"
    return Period(id_, f"tháng {number} năm {year}", f"tháng {number}", following)
