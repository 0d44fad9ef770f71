"""The limits that a sentence about reporting prints: days, days that come again, periods."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_DAY = (
    r"(?:ngày\s+)?(?P<d{n}>\d{{1,2}})\s*(?:[/.-]\s*|\s+tháng\s+)(?P<m{n}>\d{{1,2}})(?![\d])"
    r"(?:\s*(?:[/.-]|\s+năm)\s*(?P<y{n}>20\d\d))?(?![/\d])"
)
_BEFORE = r"(?:(?:chậm|muộn) nhất(?: là)? )?trước(?: khi hết)?"
_BY = r"(?:chậm|muộn) nhất(?:,? (?:là|vào|đến))*(?: hết)?|không quá|đến hết"
_EVERY = r"(?:h[ằà]ng|mỗi) (?:năm|quý|tháng|tuần|ngày)"
_ONE_DAY = _DAY.format(n="")
_MORE = re.compile(
    rf"\s*(?:,|;|và|hoặc|-|đến)?\s*(?:và\s+)?(?:(?:{_BEFORE}|{_BY})\s+)?{_ONE_DAY}", re.IGNORECASE
)
_LIMIT = re.compile(rf"\b(?:(?P<before>{_BEFORE})|(?P<by>{_BY}))\s+(?=(?:ngày\s+)?\d)", re.IGNORECASE)
_OF_MONTH = re.compile(
    rf"\b(?:{_BEFORE}|{_BY}|vào)\s+ngày\s+\d{{1,2}}(?:\s+(?:và|,)\s+(?:ngày\s+)?\d{{1,2}})*\s+"
    r"(?:(?:của\s+)?(?:h[ằà]ng|mỗi) tháng"
    r"|(?:của\s+)?(?:các )?tháng (?:cuối|đầu|giữa)(?: mỗi| h[ằà]ng| của| các)* quý"
    r"|(?:của\s+)?tháng (?:sau|liền kề)\w*)",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(r"\btrong tháng\s+(\d{1,2})\s*(?:/|\s+năm)\s*(20\d\d)", re.IGNORECASE)
_AFTERWARDS = re.compile(rf"\s*[,(]?\s*(?:của )?(?P<every>{_EVERY})", re.IGNORECASE)
_EARLIER = re.compile(rf"(?P<every>(?:định kỳ )?{_EVERY})\s*[,(:]?\s*$", re.IGNORECASE)
EVERY = re.compile(
    rf"\bđịnh kỳ(?: \(?{_EVERY}\)?)?(?:,? (?:và )?(?:0?[369] tháng|quý|năm|tháng)(?: đầu năm| một lần)?)*"
    rf"|\b{_EVERY}",
    re.IGNORECASE,
)


class Limit(NamedTuple):
    """One day, or the words of days that come again; `start` and `end` are its place in the text."""

    start: int
    end: int
    before: date | None = None
    by: date | None = None
    recurring: str | None = None


class Stretch(NamedTuple):
    """A period that the text names, with its year where it prints one."""

    start: int
    end: int
    period: str
    year: int | None


def limits_in(text: str) -> list[Limit]:
    """The limits in their order. A day without a year that does not come again has no date."""
    found = [Limit(*m.span(), recurring=_once(m.group())) for m in _OF_MONTH.finditer(text)]
    taken = [(limit.start, limit.end) for limit in found]
    for match in _IN_MONTH.finditer(text):
        year, month = int(match[2]), int(match[1])
        if 1 <= month <= 12:  # noqa: PLR2004
            found.append(Limit(*match.span(), by=date(year, month, monthrange(year, month)[1])))
    at = 0
    for match in _LIMIT.finditer(text):
        if match.start() >= at and not any(a <= match.start() < b for a, b in taken):
            some, at = _days(text, match)
            found += some
    return sorted(found)


def _days(text: str, opening: re.Match[str]) -> tuple[list[Limit], int]:
    """The days under one «trước ngày»: «15/6 và 15/12 năm 2025», «01/6 và 15/11 hằng năm»."""
    days: list[re.Match[str]] = []
    at = opening.end()
    while (match := _MORE.match(text, at)) and not _is_other(text, match, days):
        days.append(match)
        at = match.end()
    if not days:
        return [], opening.end()
    every = _AFTERWARDS.match(text, at)
    earlier = _EARLIER.search(text[: opening.start()])
    if every or (earlier and not any(m["y"] for m in days)):
        start = earlier.start() if earlier and not every else opening.start()
        end = every.end() if every else at
        return [Limit(opening.start(), end, recurring=_closed(_once(text[start:end].strip(" (,"))))], end
    years = [m["y"] for m in days]
    found = []
    for number, match in enumerate(days):
        year = next((y for y in years[number:] if y), None)
        day = _date(match, year)
        strict = opening["before"] is not None
        if "trước" in match.group() or "nhất" in match.group():
            strict = "trước" in match.group()
        found.append(Limit(match.start() if number else opening.start(), match.end(),
                           day if strict else None, None if strict else day))  # fmt: skip
    return found, at


def _is_other(text: str, match: re.Match[str], days: list[re.Match[str]]) -> bool:
    """A number that begins something else: «trước ngày 15/6, 20 đơn vị»; only the first stands alone."""
    joined = text[match.start() : match.start("d")].strip()
    return bool(days) and not joined


def _date(match: re.Match[str], year: str | None) -> date | None:
    try:
        return date(int(year), int(match["m"]), int(match["d"])) if year else None
    except ValueError:
        return None


def _once(words: str) -> str:
    return " ".join(words.split())


def _closed(words: str) -> str:
    return f"{words})" if words.count("(") > words.count(")") else words


_PERIODS = (
    (
        "6thang",
        re.compile(r"\b(?:0?6|sáu) tháng(?! cuối)(?: đầu)?(?: năm)?(?: (?P<year>20\d\d))?", re.IGNORECASE),
    ),
    (
        "9thang",
        re.compile(r"\b(?:0?9|chín) tháng(?! cuối)(?: đầu)?(?: năm)?(?: (?P<year>20\d\d))?", re.IGNORECASE),
    ),
    (
        "quy",
        re.compile(r"\bqu[ýí] (?P<number>IV|I{1,3}|[1-4])\b(?:(?:/| năm )(?P<year>20\d\d))?", re.IGNORECASE),
    ),
    (
        "nam",
        re.compile(
            r"(?<!hằng )(?<!hàng )(?<!mỗi )(?<!đầu )(?<!cuối )(?<!trong )(?<!giữa )(?<!các )(?<!những )"
            r"(?<!một )(?<!\d )(?<!từng )\b(?:cả )?năm\b(?! (?:trước(?! ngày)|sau|tiếp|liền|kế))"
            r"(?: (?P<year>20\d\d))?",
            re.IGNORECASE,
        ),
    ),
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def periods_in(text: str, limits: list[Limit]) -> list[Stretch]:
    """The periods of reporting that a text names outside its limits, each once."""
    found: dict[str, Stretch] = {}
    for id_, pattern in _PERIODS:
        for match in pattern.finditer(text):
            if any(limit.start <= match.start() < limit.end for limit in limits):
                continue
            number = match.groupdict().get("number")
            name = f"quy{_ROMAN.get(number.lower()) or number}" if number else id_
            year = match["year"]
            found.setdefault(name, Stretch(*match.span(), name, int(year) if year else None))
    return sorted(found.values())
