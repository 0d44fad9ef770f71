"""Citizen numbers, telephones and addresses of mail in a text, and whose they seem to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Stretch = tuple[int, int]

_GAP = "[ .\u00a0-]?"
_NO_SYMBOL = r"(?!\d)(?!\s?/\s?[^\W\d_])"  # 0912345678/QĐ is a document
_CITIZEN = re.compile(rf"(?<!\d)(?<!\d[.,])0\d\d(?:{_GAP}\d){{9}}{_NO_SYMBOL}")
_NAMED_NUMBER = re.compile(
    r"(?:cmnd|cccd|căn cước|chứng minh|định danh)"
    r"(?:[\s:.(–-]|(?:số|công dân|nhân dân|cá nhân|mã|là|thư)(?!\w)){0,12}"
    rf"(?P<number>\d(?:{_GAP}\d){{8}}(?:(?:{_GAP}\d){{3}})?)"
    r"(?!\d)(?!\s*(?:đồng|triệu|em|trẻ|thẻ|trường hợp))",
    re.IGNORECASE,
)
_PHONE = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:\(?\+ ?84\)?[ .-]?(?:\(0\) ?)?|\(?0)[35789]\)?"
    rf"(?:{_GAP}\d\)?){{2}}(?:{_GAP}\d){{6}}{_NO_SYMBOL}"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_GROUPS = re.compile(r"\d+")
_NUMBER_GROUP, _PHONE_GROUP = (
    3,
    2,
)  # digits of the shortest group people write; dates and lists have shorter ones
_HOTLINE = re.compile(r"(?:đường dây nóng|tổng đài|hotline)[^.;]*$", re.IGNORECASE)
_OF_A_CHILD = re.compile(
    r"phụ huynh|người giám hộ|người nhà|gia đình (?:của )?(?:cháu|em|bé|trẻ|học sinh|nạn nhân)(?!\w| em)"
    r"|(?<!\w)(?:cha|bố|mẹ|ông|bà|cô|chú|thoại|sđt|đt|liên hệ|zalo|facebook|mail)[.:]? (?:của )?"
    r"(?:cháu|em|bé|trẻ|học sinh)(?!\w| em)",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 80, 60  # characters around a telephone that tell whose it is

# Codes of provinces in citizen numbers: Thông tư 59/2021/TT-BCA, Phụ lục I.
_CODES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 "
    "037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 "
    "077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
_PROVINCES = frozenset(_CODES.split())
_CENTURIES = "0123"  # sex and century of birth, Nghị định 137/2015/NĐ-CP, Điều 13: nobody alive has another


def citizen_numbers(text: str) -> Iterator[Stretch]:
    """Twelve digits built like a citizen's number; nine or twelve behind the words for it."""
    for found in _CITIZEN.finditer(text):
        groups = _GROUPS.findall(found[0])
        digits = "".join(groups)
        shape = digits[:3] in _PROVINCES and digits[3] in _CENTURIES
        if shape and min(map(len, groups)) >= _NUMBER_GROUP:
            yield found.span()
    for found in _NAMED_NUMBER.finditer(text):
        yield found.span("number")


def telephones(text: str) -> Iterator[Stretch]:
    """Numbers of mobile telephones; those of a line for everyone (tổng đài, đường dây nóng) are nobody's."""
    for found in _PHONE.finditer(text):
        groups = _GROUPS.findall(found[0].removeprefix("(").removeprefix("+").lstrip(" "))
        is_foreign = "+" in found[0]
        fits = is_foreign or (len(groups[0]) > _PHONE_GROUP and min(map(len, groups)) >= _PHONE_GROUP)
        if fits and not _HOTLINE.search(text[max(0, found.start() - _BEFORE) : found.start()]):
            yield found.start() + found[0].startswith("("), found.end()


def mails(text: str) -> Iterator[Stretch]:
    """Addresses of mail, whoever's they are."""
    for found in _MAIL.finditer(text):
        yield found.span()


def is_of_a_child(text: str, start: int, end: int) -> bool:
    """Whether the words around a telephone or address say that it leads to a child's family."""
    return _OF_A_CHILD.search(text[max(0, start - _BEFORE) : end + _AFTER]) is not None
