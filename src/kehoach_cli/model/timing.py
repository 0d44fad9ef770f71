"""Timing: the words of «thời gian thực hiện» read as windows of days, or left as words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.timing_grammar import Unit, cut

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAP_YEAR = 2024  # in which every day that recurs exists


class Window(NamedTuple):
    """Days from `start` to `end`, both included; without an `end` it goes on."""

    start: date
    end: date | None


class Timing(NamedTuple):
    """Timing words as printed, and how they were understood.

    `kind` is ongoing, window, date (a day or a limit), recurring, event or unknown; the last three have no
    windows.
    """

    text: str
    kind: str
    windows: tuple[Window, ...]


def parse_timing(text: str | None, year: int) -> Timing:
    """Read timing words in a plan of `year` (what «trong năm» means): the right windows, or «unknown».

    The words must fit a known shape to the last one, for any other could change the meaning. A unit without
    a year is of the plan's year if nothing beside it speaks of another; a limit without one is unknown.
    """
    printed = text or ""
    try:
        shape, units = cut(printed, year)
        for kind, pattern, windows in _SHAPES:
            if re.fullmatch(pattern, shape):
                return Timing(printed, kind, tuple(windows(units, year)))
    except ValueError:  # a day or month the calendar lacks, or units in an order that cannot be
        pass
    return Timing(printed, "unknown", ())


def _ongoing(units: list[Unit], year: int) -> list[Window]:
    """The plan's year; «thường xuyên trong năm 2026» in a plan of 2025 is something else."""
    if any(unit.year != year for unit in units):
        raise ValueError(units)
    return [Window(date(year, 1, 1), date(year, 12, 31))]


def _named(units: list[Unit], year: int) -> list[Window]:
    """One window a stretch, as written.

    Without a year they must keep the order of the calendar: «quý IV/2025 và quý I» speaks of two years.
    """
    stretches = _stretches(units, year)
    if any(unit.year is None for unit in units) and stretches != sorted(stretches):
        raise ValueError(units)
    return [Window(*days) for days in stretches]


def _range(units: list[Unit], year: int) -> list[Window]:
    return [Window(*_ends(units, year))]


def _from(units: list[Unit], year: int) -> list[Window]:
    return [Window(_ends(units, year)[0], None)]


def _and_later(units: list[Unit], year: int) -> list[Window]:
    """«Quý IV năm 2025 và các năm tiếp theo» leaves no gap; with quý II the rest of 2025 is unclear."""
    start, end = _ends(units, year)
    if (end.month, end.day) != (12, 31):
        raise ValueError(units)
    return [Window(start, None)]


def _before(units: list[Unit], year: int) -> list[Window]:
    """«Trước» excludes what it names: trước ngày 30/11 is 29/11 at the latest."""
    return _until(_limit(units, year)[0] - timedelta(days=1), year)


def _by(units: list[Unit], year: int) -> list[Window]:
    return _until(_limit(units, year)[1], year)


def _until(end: date, year: int) -> list[Window]:
    """A limit names no first day: New Year of the plan, or of the limit if that is earlier."""
    return [Window(date(min(year, end.year), 1, 1), end)]


def _recurring(units: list[Unit], _: int) -> list[Window]:
    if any(unit.year is not None for unit in units):
        raise ValueError(units)
    for unit in units:
        unit.stretches(_LEAP_YEAR)  # refuses 31/02 hằng năm
    return []


def _no_window(_: list[Unit], __: int) -> list[Window]:
    return []


def _stretches(units: list[Unit], year: int) -> list[tuple[date, date]]:
    """All stretches of the units; one without a year is of the plan's year, if all years given are."""
    given = {unit.year for unit in units}
    if None in given and (given - {None, year} or (given == {None} and any(unit.day for unit in units))):
        raise ValueError(units)
    return [days for unit in units for days in unit.stretches(year)]


def _ends(units: list[Unit], year: int) -> tuple[date, date]:
    """The first day of the first unit and the last of the last."""
    stretches = _stretches(units, year)
    start, end = stretches[0][0], stretches[-1][1]
    if end < start:
        raise ValueError(units)
    return start, end


def _limit(units: list[Unit], year: int) -> tuple[date, date]:
    [unit] = units
    if unit.year is None:
        raise ValueError(units)
    return unit.stretches(year)[0]


# Shapes are of lower-case words, marks, numbers and the names of units (DAY, MONTH, MONTHS …).
_DO = "(?:(?:hoàn thành|thực hiện|tổ chức thực hiện|triển khai|triển khai thực hiện)(?: xong)? )?"
_IN = rf"{_DO}(?:trong |vào )?"
_AND = "(?:, và|,|;|và)"
_UNIT = "(?:DAY|MONTH|QUARTER|YEAR)"
_TO = "(?:-|đến|đến hết)"
_FROM = "(?:(?:bắt đầu |kể )?từ)"
_LATER = "(?:và tiếp theo|(?:, |và )?(?:các|những) năm (?:tiếp theo|sau))"
_AT_THE_LATEST = "chậm nhất(?: là)?"

_IN_YEAR = "(?: (?:, )?(?:THIS_YEAR|(?:trong )?YEAR))?"
_ALWAYS = "(?:thường xuyên|liên tục|thường xuyên (?:, |và )?liên tục|liên tục (?:, |và )?thường xuyên)"
# What says no more than «thường xuyên»:
_ALWAYS_TOO = "(?:hằng năm|theo quy định|đột xuất|theo yêu cầu(?: nhiệm vụ)?)"
_AND_TOO = rf"(?: (?:[,;/] |và )?{_ALWAYS_TOO}| \( {_ALWAYS_TOO} \))"
_STAGE = rf"giai đoạn YEAR {_TO} YEAR"

_EVERY = "(?:hằng|mỗi) (?:ngày|tuần|tháng|quý|năm)"
_OFTEN = rf"(?:(?:định kỳ )?(?:{_EVERY}|(?:[0-9]{{1,2}} )?(?:tuần|tháng|quý|năm))|định kỳ)"
_STEP = rf"{_OFTEN}(?: (?:/|một|0?1) lần)?"
_STEPS = rf"(?=.*\b(?:hằng|mỗi|định kỳ|lần)\b){_STEP}(?: (?:{_AND}|hoặc) (?:{_STEP}|đột xuất))*"
_POINT = "(?:DAY|MONTHS?|QUARTERS?|ngày (?:0?[1-9]|[12][0-9]|3[01]))"
_AT = rf"(?:(?:trước|{_AT_THE_LATEST}|từ|đến|vào|trong) )?{_POINT}"
_POINTS = rf"{_AT}(?: (?:{_AND}|hoặc|-|đến) {_AT})*"

# Free words name what must happen first. A calendar word among them would be a second statement.
_WORD = r"(?!(?:[A-Z]|(?:tháng|quý|năm|tuần|hằng ngày|thường xuyên|định kỳ)\b))[^\W\d_]+"
_WORDS = rf"{_WORD}(?: (?:[,&/-] )?{_WORD})*"
_WHEN = "(?:khi|sau khi|theo(?! dõi)|tùy theo)"
_AFTER = "[0-9]{1,3} ngày (?:sau khi|kể từ khi|kể từ ngày)"

# How to read each shape; the first that fits the whole text counts.
_SHAPES: tuple[tuple[str, str, Callable[[list[Unit], int], list[Window]]], ...] = (
    (
        "ongoing",
        rf"{_DO}(?:(?:nhiệm vụ|công việc) )?{_ALWAYS}{_AND_TOO}?{_IN_YEAR}",
        _ongoing,
    ),
    ("window", rf"{_DO}{_ALWAYS}(?: ,)?(?: trong)?(?: suốt| cả)? {_STAGE}", _range),
    ("window", rf"{_DO}{_ALWAYS} (?:, )?(?:THIS_YEAR|(?:trong )?YEAR) {_LATER}", _and_later),
    ("window", rf"{_IN}(?:(MONTH|QUARTER)S?|(HALF|YEAR))(?: {_AND} (?:\1S?|\2))*", _named),
    ("window", rf"{_DO}THIS_YEAR", _named),
    ("window", rf"{_IN}(?:(?:suốt |cả )?giai đoạn )?(?:{_FROM} )?({_UNIT}) {_TO} \1", _range),
    ("window", rf"{_DO}{_FROM} (?:MONTH đến QUARTER|(?:MONTH|QUARTER|YEAR) đến DAY)", _range),
    ("window", rf"{_DO}{_FROM} (?:(?:DAY|MONTH|YEAR) đến hết {_UNIT}|QUARTER đến hết (?:DAY|YEAR))", _range),
    ("window", rf"{_DO}{_FROM} {_UNIT}(?: trở đi| (?:cho )?đến khi {_WORDS})?", _from),
    (
        "window",
        rf"{_IN}(?:giai đoạn )?(?:{_FROM} )?(?:YEAR {_TO} )?(?:YEAR|THIS_YEAR|QUARTER) {_LATER}",
        _and_later,
    ),
    ("date", rf"{_IN}DAY", _named),
    ("date", rf"{_DO}(?:{_AT_THE_LATEST} )?trước {_UNIT}", _before),
    ("date", rf"{_DO}(?:{_AT_THE_LATEST}(?: vào| trong| đến)?(?: hết)?|(?:đến )?hết) {_UNIT}", _by),
    ("date", rf"{_DO}đến DAY", _by),
    ("recurring", rf"{_DO}{_STEPS}(?: theo quy định)?{_IN_YEAR}", _no_window),
    ("recurring", rf"{_DO}(?:định kỳ )?{_EVERY} (?:(?:, |trong )?{_STAGE}|\( {_STAGE} \))", _no_window),
    ("recurring", rf"{_DO}(?:định kỳ )?{_POINTS} (?:, )?{_EVERY}", _recurring),
    ("recurring", rf"{_DO}(?:định kỳ )?{_EVERY} (?:(?:, )?{_AT}|\( {_AT}(?: {_EVERY})? \))", _recurring),
    ("event", rf"{_DO}(?:ngay |(?:đảm|bảo) (?:bảo|đảm) )?{_WHEN} {_WORDS}", _no_window),
    ("event", rf"{_DO}(?:trong vòng )?{_AFTER} {_WORDS}", _no_window),
)
