"""Children whom a text names, by their own names or their parents', and days on which they were born."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.model.person_names import initials_end, name_before, read_name
from kehoach_cli.model.personal_data import CHILD_WORDS, PARENT_WORDS, called, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    Stretch = tuple[int, int, int]  # begin, where the name (or the day) begins, end

_BORN_AS_CHILD = 2008  # Luật Trẻ em 2016, Điều 1: under 16; in the years of kehoach none was born before
_GROWN_UP = 16
_OF_ONE = ("cháu", "bé", "em")
_CHILDREN, _PARENTS = spellings(CHILD_WORDS), spellings(PARENT_WORDS)
_NEAR = 60  # characters
_NO_CHILD = ("chị", "anh")  # chị em, anh em
_CHILD_OF = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|vợ chồng)\W+$")
_OFFICIAL = re.compile(
    r"(?:công tác|phụ trách|chuyên trách|cán bộ|công chức|viên|bảo vệ|theo dõi)(?:\s[^\W\d_]+){0,4}\s*$"
)
"""Ahead of «trẻ em» it makes a post of it: «cán bộ phụ trách trẻ em Đinh Thị …»."""
_AND = re.compile(r"\s*(?:[,;]|(?:,\s*)?và|với)\s*(?=[^\W\d_])")
_SIGN = r"\s*[,(–-]?\s*"
_AGE = re.compile(
    r"sinh\s+(?:ngày|năm)\s*:?\s*(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+)?"
    r"(?P<year>\d{4})|(?P<age>\d{1,2})\s+tuổi|\d{1,2}\s+tháng\s+tuổi"
)
_SIGNED = re.compile(_SIGN)
_HINT = re.compile(
    _SIGN + r"(?:sinh\s+(?:ngày|năm)|(?:là )?con\s+(?:của\s+)?(?:ông|bà|anh|chị)|\d{1,2}\s+(?:tháng\s+)?tuổi"
    r"|(?:là )?học sinh|(?:đang )?học lớp|lớp \d|mồ côi|bị (?:xâm hại|bạo lực|bỏ rơi|đuối nước|hiếp|đánh))"
)
_BIRTH = re.compile(
    r"[Ss]inh\s+ngày\s*:?\s*(?P<day>\d{1,2})(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|\s+tháng\s+\d{1,2}\s+năm\s+)"
    r"(?P<year>\d{4})(?!\s*(?:đến|trở|về sau|-|–))"
)


def named_children(text: str) -> Iterator[Stretch]:
    """From the word that says it is a child, or from the name, to the end of the name; some may overlap."""
    for start, word, at in called(text, _CHILDREN):
        end = _child_end(text, start, word, at)
        if end is not None:
            yield start, at, end
            yield from _others(text, end)
    for start, word, at in called(text, _PARENTS):
        if word.lower() == "con" and not _CHILD_OF.search(text, start, at):
            continue
        name = read_name(text, at)
        if name is not None and name.known:
            yield start, at, name.end
            yield from _others(text, name.end)
    yield from _by_age(text)


def _child_end(text: str, start: int, word: str, at: int) -> int | None:
    """Where the child's name ends; None where what stands at `at` is none."""
    collective = text[max(0, at - _NEAR) : at].rstrip(" :(").lower().endswith("trẻ em")
    if _is_somebody_else(text, start, word, at, collective=collective):
        return None
    if (end := initials_end(text, at)) is not None:
        return end
    name = read_name(text, at)
    if name is None or _is_grown_up(text, name.end):
        return None
    if name.known and not (word.isupper() and len(name.syllables) == 2):  # noqa: PLR2004  # SỐ TRẺ EM LƯU BAN
        return name.end
    alone = word.lower() in _OF_ONE and len("".join(name.syllables)) > 1
    return name.end if alone and not collective and _HINT.match(text, name.end) else None


def _is_somebody_else(text: str, start: int, word: str, at: int, *, collective: bool) -> bool:
    """«chị em …», «cán bộ phụ trách trẻ em …», «học sinh, ông …»."""
    ahead = text[max(0, start - _NEAR) : start]
    if word.lower() == "em" and ahead.rstrip().lower().endswith(_NO_CHILD):
        return True
    if collective and _OFFICIAL.search(ahead):
        return True
    return word.lower() != "cháu" and _CHILD_OF.search(text, start, at) is not None


def _others(text: str, end: int) -> Iterator[Stretch]:
    """The names that a list goes on with."""
    while (link := _AND.match(text, end)) and (name := read_name(text, link.end())) and name.known:
        if _is_grown_up(text, name.end):
            return
        end = name.end
        yield name.start, name.start, end


def _by_age(text: str) -> Iterator[Stretch]:
    """Full names without a word before them, but with a child's age behind: «Đinh Văn A (5 tuổi)»."""
    for found in _AGE.finditer(text):
        end = found.start()
        while end and text[end - 1] in " \n,(–-":
            end -= 1
        name = name_before(text, end)
        if name is not None and not _is_grown_up(text, name.end):
            yield name.start, name.start, name.end


def _is_grown_up(text: str, end: int) -> bool:
    """True when an age or a year of birth behind a name says so."""
    sign = _SIGNED.match(text, end)
    found = _AGE.match(text, sign.end() if sign else end)
    if found is None:
        return False
    if found["year"]:
        return int(found["year"]) < _BORN_AS_CHILD
    return bool(found["age"]) and int(found["age"]) >= _GROWN_UP


def birth_days(text: str) -> Iterator[Stretch]:
    """Full days of birth of children; spans of days («đến», «trở về sau») are statistics."""
    for found in _BIRTH.finditer(text):
        if int(found["year"]) >= _BORN_AS_CHILD:
            yield found.start(), found.start("day"), found.end()
