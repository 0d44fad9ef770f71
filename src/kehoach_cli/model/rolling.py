"""A plan's year made the next one: its days, its words and its id, where that can be said for certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import slug

if TYPE_CHECKING:
    from datetime import date

_YEAR = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9]|/[^\W\d])")
_OF_ANOTHER = r"(?:đến|tới|từ|kể từ|giai đoạn|ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2})\s+"
"""Before «năm 2025» these make it part of something with years of its own: «đến năm 2025»."""


_WORDS = 5  # shown before a year and with it


class Shifted(NamedTuple):
    """Words in the new year; `is_certain` false: as they were, for a person to settle."""

    text: str
    is_certain: bool


def shift_day(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes the 28th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def years_in(text: str) -> list[int]:
    """Every year a text names, in order, also inside a date (31/3/2025), not in a number (13/2021/TT-…)."""
    return [int(found[0]) for found in _YEAR.finditer(text)]


def year_spots(text: str, year: int, *, everywhere: bool = False) -> list[int]:
    """Where the four digits of `year` stand as «năm 2025» (`everywhere`: as any year), by their first index.

    «Đến năm 2025», «năm 2025 - 2030», «ngày 04 tháng 4 năm 2025» are not the plan's own year.
    """
    if everywhere:
        return [found.start() for found in _YEAR.finditer(text) if found[0] == str(year)]
    pattern = re.compile(rf"({_OF_ANOTHER})?\bnăm\s+({year})\b(?!\s*[-–—/]\s*[0-9])", re.IGNORECASE)
    return [found.start(2) for found in pattern.finditer(text) if not found[1]]


def mentions(text: str, year: int) -> tuple[str, ...]:
    """The words before each spot where `year` is not the plan's own, and it: «giai đoạn 2021 - 2025»."""
    own = set(year_spots(text, year))
    found = (spot for spot in year_spots(text, year, everywhere=True) if spot not in own)
    said = (re.split(r"[;.,:]\s", text[: spot + 4])[-1] for spot in found)
    return tuple(dict.fromkeys(" ".join(words.split()[-_WORDS:]) for words in said))


def shift_words(text: str, old: int, new: int, *, everywhere: bool = False) -> str:
    """The text with `new` at the spots of `old`; both years have four digits."""
    for start in reversed(year_spots(text, old, everywhere=everywhere)):
        text = f"{text[:start]}{new}{text[start + 4 :]}"
    return text


def shift_timing(text: str, old: int, new: int) -> Shifted:
    """Timing words that mean the same in the new year.

    Words that name another year too, or that are not understood before or after, are left.
    """
    from kehoach_cli.model.timing import parse_timing

    named = set(years_in(text))
    if not named:
        return Shifted(text, is_certain=True)
    shifted = shift_words(text, old, new, everywhere=True)
    before, after = parse_timing(text, old), parse_timing(shifted, new)
    if named != {old} or before.kind == "unknown" or after.kind != before.kind:
        return Shifted(text, is_certain=False)
    return Shifted(shifted, is_certain=True)


def unknown_number(number: str) -> str:
    """«…/KH-UBND»: the symbol of a document whose number the registry has yet to give."""
    return f"…/{number.partition('/')[2]}" if "/" in number else "…"


def next_id(number: str, id_: str, old: int, new: int) -> str:
    """The folder of a plan without a number yet: its symbol and the year, «kh-ubnd-2026».

    A number without a symbol: the old folder's name with the new year in the place of the old one.
    """
    symbol = slug(number.partition("/")[2])
    if symbol:
        return f"{symbol}-{new}"
    return shift_words(id_, old, new, everywhere=True) if str(old) in id_ else f"{id_}-{new}"
