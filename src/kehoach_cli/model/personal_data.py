"""Personal data in the words of a report: what a text tells of one child or one person, and how to hide it.

Every file of a report passes here whenever a workspace is loaded, so a cheap look comes first: most texts
hold nothing, and the grammars of names and numbers are loaded for the others alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

CHILD_WORDS = ("cháu", "bé", "em", "trẻ", "học sinh", "thiếu nhi", "nạn nhân")
PARENT_WORDS = ("con", "cha", "bố", "mẹ", "phụ huynh", "giám hộ")
LINK = re.compile(
    r"(?:[\s:(“\"]|\d{1,2} (?:tháng )?tuổi|(?:bé|gái|trai|em|nữ|nam|học sinh|tên|là|mồ côi|khuyết tật"
    r"|lớp \d\w*|đẻ|ruột|nuôi|nội|ngoại|của|cháu|trẻ|ông|bà|anh|chị|vợ chồng)(?!\w)){1,16}"
)
"""What may stand between the word for a child or parent and the name."""
_NUMBER = re.compile("[0+][0-9 .()\u00a0-]{8,}[0-9]")
_REWARD = re.compile(r"khen thưởng|[Gg]iấy khen|[Bb]ằng khen|tuyên dương|biểu dương|[Kk]ỷ niệm chương")
_WORDS_OF_NUMBERS = ("CMND", "CCCD", "ăn cước", "hứng minh", "ịnh danh", "cmnd", "cccd")
_HIDDEN = "•"
_DIGITS_SHOWN = 4
_AHEAD_OF_AGE = 24  # characters: «, sinh ngày 12/3/2018», « (5 tuổi»
_RANK = ("citizen_number", "child", "birth_day", "phone", "mail")


def spellings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each word in small letters, at the beginning of a sentence, in capitals."""
    return tuple(s for word in words for s in (word, word.capitalize(), word.upper()))


_CALLED = spellings(CHILD_WORDS + PARENT_WORDS)


class Found(NamedTuple):
    """A stretch of a text that tells of a person.

    `kind` is citizen_number, child (a name, or a parent's), birth_day (of a child), phone, mail or rewarded
    (an adult's name beside a reward). `open` is where what must not be repeated begins, past its first signs.
    """

    kind: str
    start: int
    open: int
    end: int
    of_a_child: bool = False  # of a telephone or an address: it leads to a child's family


def personal_data_in(text: str) -> list[Found]:
    """Everything found in the text (NFC is assumed), in its order, no two overlapping."""
    found: list[Found] = []
    if _may_hold_numbers(text):
        found += _numbers(text)
    if "@" in text:
        found += _mails(text)
    if _may_name_a_child(text):
        found += _children(text)
    return _without_overlaps(found, len(text)) if len(found) > 1 else found


def _without_overlaps(found: list[Found], length: int) -> list[Found]:
    """What weighs more comes first, then what begins earlier, then what is longer."""
    taken = bytearray(length)
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (_RANK.index(f.kind), f.start, -f.end)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


def may_hold(text: str) -> bool:
    """The cheap look: False when there is surely nothing. Several texts may be joined by line feeds."""
    return "@" in text or _may_hold_numbers(text) or _may_name_a_child(text)


def _may_hold_numbers(text: str) -> bool:
    return bool(_NUMBER.search(text)) or any(word in text for word in _WORDS_OF_NUMBERS)


def called(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str, int]]:
    """Where one of these words (in any of three spellings) stands before a capital letter.

    Begin, the word as it stands, and where the capital letter is.
    """
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not (at and text[at - 1].isalnum()):
                link = LINK.match(text, end)
                if link and text[link.end() : link.end() + 1].isupper():
                    yield at, word, link.end()
            at = text.find(word, end)


def _may_name_a_child(text: str) -> bool:
    if "inh ngày" in text or any(True for _ in called(text, _CALLED)):
        return True
    return any(_follows_a_capital(text, mark) for mark in ("tuổi", "sinh năm", "tháng tuổi"))


def _follows_a_capital(text: str, mark: str) -> bool:
    """Whether «Lan (5 tuổi», «Lan, sinh năm» stands somewhere: a capital word, a sign, the mark."""
    at = text.find(mark)
    while at >= 0:
        before = text[max(0, at - _AHEAD_OF_AGE) : at].rstrip("0123456789 \n")
        if before[-1:] in (",", "(", "-", "–"):
            word = before.rstrip(" \n,(–-").rsplit(maxsplit=1)[-1:]
            if word and word[0][0].isupper():
                return True
        at = text.find(mark, at + 1)
    return False


def _numbers(text: str) -> Iterator[Found]:
    from kehoach_cli.model import private_numbers as numbers

    for start, end in numbers.citizen_numbers(text):
        yield Found("citizen_number", start, _after_digits(text, start), end)
    for start, end in numbers.telephones(text):
        yield Found("phone", start, _after_digits(text, start), end, numbers.is_of_a_child(text, start, end))


def _mails(text: str) -> Iterator[Found]:
    from kehoach_cli.model import private_numbers as numbers

    for start, end in numbers.mails(text):
        yield Found("mail", start, start + 1, end, numbers.is_of_a_child(text, start, end))


def _after_digits(text: str, start: int) -> int:
    """Behind the first four digits: enough to find the number, too few to call it."""
    at, seen = start, 0
    while seen < _DIGITS_SHOWN:
        seen += text[at].isdigit()
        at += 1
    return at


def _children(text: str) -> Iterator[Found]:
    from kehoach_cli.model import named_children as children

    for start, name, end in children.named_children(text):
        yield Found("child", start, name + 1, end)
    for start, day, end in children.birth_days(text):
        yield Found("birth_day", start, day, end)


def may_reward(text: str) -> bool:
    """The cheap look for rewards."""
    return _REWARD.search(text) is not None


def rewarded_in(text: str) -> list[Found]:
    """Adults called by name in a text that speaks of a reward."""
    if not may_reward(text):
        return []
    from kehoach_cli.model.person_names import named_adults

    return [Found("rewarded", start, name + 1, end) for start, name, end in named_adults(text)]


def shown(text: str, found: Found) -> str:
    """What a message may repeat of it: «0512…», «cháu Đ…»."""
    return f"{' '.join(text[found.start : found.open].split())}…"


def masked(text: str) -> str:
    """The text with hidden what a message must not repeat.

    Its length and its blanks stay, so that columns still point to the same words.
    """
    signs = list(text)
    for found in personal_data_in(text):
        for at in range(found.open, found.end):
            if not signs[at].isspace():
                signs[at] = _HIDDEN
    return "".join(signs)
