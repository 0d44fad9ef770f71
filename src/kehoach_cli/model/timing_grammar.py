"""Timing words cut up: the calendar units a text names, and the words that stand between them.

«Hoàn thành trước ngày 30/11/2025» becomes the shape "hoàn thành trước DAY" and one Unit; which shapes mean
what is the business of `timing`. To teach a new way of writing a unit, add a row to `_UNITS`.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SPELLINGS = {
    "quí": "quý", "qúy": "quý", "qúi": "quý",
    "hàng": "hằng", "kì": "kỳ", "tuỳ": "tùy", "tới": "đến", "muộn": "chậm",
}  # fmt: skip

# Tokens are joined by single blanks, so «IV/2025» is matched as "iv / 2025".
_NUMBER = r"[0-9]{1,2}\b"
_QUARTER = r"(?:0?[1-4]|iv|i{1,3})\b"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})\b"
_OF_YEAR = rf"(?: (?:(?:/ năm|(?P<slash>/)|năm|của năm|trong năm) )?{_YEAR}| (?P<this>trong năm)(?! [0-9]))"
_ENDS_HERE = r"(?! (?:[/.-] [0-9]|lần))"


def _numbers(one: str) -> str:
    """Numbers under one word: «11», «11, 12», «3 - 5 và 9»."""
    return rf"(?P<numbers>{one}(?: - {one})?(?: (?:,|và) {one}(?: - {one})?)*)"


# Tried from the top at each place. A year is `year`, or the plan's where `this` is found.
_UNITS = (
    ("DAY", rf"(?:ngày )?(?P<day>{_NUMBER}) (?P<mark>[/.-]) (?P<month>{_NUMBER}) (?P=mark) {_YEAR}"),
    ("DAY", rf"(?:ngày )?{_YEAR} - (?P<month>{_NUMBER}) - (?P<day>{_NUMBER})"),
    ("DAY", rf"ngày (?P<day>{_NUMBER}) (?:tháng|/) (?P<month>{_NUMBER})(?:{_OF_YEAR}|{_ENDS_HERE})"),
    ("DAY", rf"(?P<day>{_NUMBER}) tháng (?P<month>{_NUMBER}) năm {_YEAR}"),
    ("DAY", rf"(?P<day>{_NUMBER}) / (?P<month>{_NUMBER}){_ENDS_HERE}"),
    ("HALF", rf"(?P<half>0?[369] tháng (?:đầu|cuối)) năm\b(?: {_YEAR})?"),
    ("QUARTER", rf"quý (?P<numbers>{_QUARTER}) - {_YEAR}"),
    ("QUARTER", rf"quý {_numbers(_QUARTER)}(?:{_OF_YEAR}|{_ENDS_HERE})"),
    ("MONTH", rf"(?:tháng )?(?P<numbers>{_NUMBER}) [/-] {_YEAR}"),
    ("MONTH", rf"tháng {_numbers(_NUMBER)}(?:{_OF_YEAR}|{_ENDS_HERE})"),
    ("YEAR", rf"(?:(?:cả )?năm )?{_YEAR}"),
    ("THIS_YEAR", r"(?P<this>(?:trong cả|trong|cả) năm)\b(?! [0-9])"),
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Unit(NamedTuple):
    """One named unit of one year; `months` are its stretches as written, each a first and a last month."""

    name: str  # DAY, HALF, QUARTER, MONTH, YEAR or THIS_YEAR
    year: int | None
    months: tuple[tuple[int, int], ...]
    day: int | None = None

    def stretches(self, year: int) -> list[tuple[date, date]]:
        """First and last days in its own year, else in `year`; ValueError if the calendar lacks them."""
        year = self.year or year
        if self.day is not None:
            only = date(year, self.months[0][0], self.day)
            return [(only, only)]
        return [(date(year, a, 1), date(year, b, monthrange(year, b)[1])) for a, b in self.months]


def cut(text: str, year: int) -> tuple[str, list[Unit]]:
    """The shape of a text in a plan of `year`, and its units in order. ValueError if a list runs backwards.

    Only names of units are in capitals in a shape; QUARTERS and MONTHS are several numbers under one word.
    """
    line = _tokens(text)
    shape: list[str] = []
    units: list[Unit] = []
    at = 0
    while at < len(line):
        name, match = _unit_at(line, at)
        if match is None:
            end = line.find(" ", at)
            end = len(line) if end < 0 else end
            shape.append(line[at:end])
        else:
            end = match.end()
            found = match.groupdict("")
            units.append(_unit(name, found, year))
            shape.append(f"{name}S" if " " in found.get("numbers", "") else name)
        at = end + 1
    return " ".join(shape), units


def _tokens(text: str) -> str:
    """Words, numbers and marks in lower case, one blank apart, in one spelling, without the full stop."""
    text = unicodedata.normalize("NFC", text).lower().translate(_DASHES)
    words = [_SPELLINGS.get(word, word) for word in re.findall(r"[0-9]+|[^\W\d_]+|\S", text)]
    while words and words[-1] in {".", ";"}:
        words.pop()
    return " ".join(words)


def _unit_at(line: str, at: int) -> tuple[str, re.Match[str] | None]:
    for name, pattern in _UNITS:
        match = re.compile(pattern).match(line, at)
        if match is not None:
            return name, match
    return "", None


def _unit(name: str, found: dict[str, str], this_year: int) -> Unit:
    year = int(found["year"]) if found.get("year") else this_year if found.get("this") else None
    if name == "DAY":
        month = int(found["month"])
        return Unit(name, year, ((month, month),), int(found["day"]))
    if name == "HALF":
        return Unit(name, year, (_part_of_year(found["half"]),))
    if name == "MONTH" and " " in found["numbers"] and found.get("slash") and year != this_year:
        raise ValueError(found)  # «tháng 3, 12/2026» in a plan of 2025: March of which year?
    if name in {"MONTH", "QUARTER"}:
        return Unit(name, year, _stretches(found["numbers"], 3 if name == "QUARTER" else 1))
    return Unit(name, year, ((1, 12),))


def _part_of_year(words: str) -> tuple[int, int]:
    """«6 tháng đầu» and «3 tháng cuối» as months."""
    count = int(words.split(maxsplit=1)[0])
    return (1, count) if words.endswith("đầu") else (13 - count, 12)


def _stretches(numbers: str, length: int) -> tuple[tuple[int, int], ...]:
    """«11 - 12» is one stretch, «11 , 12» two; a number stands for `length` months (quarter 3, month 1).

    Refused: «quý IV, I/2026» may speak of two years, and the 3 of «quý I, 3/2025» of a month.
    """
    parts = [part.split(" - ") for part in re.split(" (?:,|và) ", numbers)]
    one_script = len({number in _ROMAN for part in parts for number in part}) == 1
    numbered = [[_ROMAN.get(number) or int(number) for number in part] for part in parts]
    stretches = [((part[0] - 1) * length + 1, part[-1] * length) for part in numbered]
    if not one_script or stretches != sorted(stretches) or any(first > last for first, last in stretches):
        raise ValueError(numbers)
    return tuple(stretches)
