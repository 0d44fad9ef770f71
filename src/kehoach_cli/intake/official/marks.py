"""Numbers, letters and dashes that begin a paragraph: I. 1. 1.1. a) (1) (i) - + *, Điều 2."""

from __future__ import annotations

import re
from typing import NamedTuple

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Capital letters of Vietnamese, for the inside of a character class."""

_PART = r"[IVX]+|[A-ZĐ]|\d{1,2}|thứ (?:nhất|hai|ba|tư|năm|sáu)"
# kind → what stands before the words; the first group is the value as people cite it
_MARKS: tuple[tuple[str, str], ...] = (
    ("part", rf"(?:Phần|PHẦN|Chương|CHƯƠNG) +({_PART})\b *[.:–-]?"),
    ("article", r"(?:Điều|ĐIỀU) +(\d{1,3})\b *[.:]?"),
    ("roman", rf"([IVX]{{1,5}}) *(?:[.)/:]+(?=[ {UPPER}“]|$)|[-–](?= ))"),  # not «V/v»
    ("capital", rf"([A-HK-UYĐ]) *(?:[.)](?![A-Za-zĐ]\.)(?=[ {UPPER}])|[-–/](?= ))"),
    # 5.3.1. or 1.1 without the last stop; no date (1.5.2025), no quantity (1.200 người) and no hour
    ("number", r"(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)/:]+(?!\d)|(?= +[^\W\d_]))"),
    ("number", r"(?:Mục +)?(\d{1,3}) *(?:[.)/:](?![\d/]))"),
    ("number", rf"(\d{{1,2}}) *[-–](?= *[{UPPER}])"),
    ("letter", rf"([a-zđ]\d?) *(?:\)|[./](?=[ {UPPER}]))"),
    ("small", r"\((i{1,3}|iv|v|vi{1,3}|ix|x)\)"),
    ("bracket", r"\((\d{1,2}|[a-zđ])\)"),
    ("dash", r"([-–—−‐•●▪■◦o])(?= *[^\d\s]| +\d|$)"),
    ("plus", r"([+✓✔])"),
    ("star", r"([*★])"),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _MARKS)
BULLETS = frozenset({"dash", "plus", "star"})
_ORDINALS = {"nhất": "I", "hai": "II", "ba": "III", "tư": "IV", "năm": "V", "sáu": "VI"}


class Mark(NamedTuple):
    """What a paragraph is numbered with; `value` as people cite it, empty for dashes."""

    kind: str  # part, article, roman, capital, number, letter, bracket, small, dash, plus, star
    value: str

    @property
    def depth(self) -> int:
        """How many numbers stand in it: 2 in 1.1."""
        return self.value.count(".") + 1

    @property
    def printed(self) -> str:
        """The mark before words that are quoted with it."""
        forms = {
            "dash": "-",
            "plus": "+",
            "star": "*",
            "letter": f"{self.value})",
            "bracket": f"({self.value})",
        }
        return forms.get(self.kind, f"({self.value})" if self.kind == "small" else f"{self.value}.")

    @property
    def bullet(self) -> bool:
        return self.kind in BULLETS


def cut_mark(words: str) -> tuple[Mark | None, str]:
    """The mark at the beginning of a paragraph, and what follows it; None where there is none."""
    for kind, pattern in _COMPILED:
        match = pattern.match(words)
        if match is not None and (match[0] != "o" or words.startswith("o ")):
            return Mark(kind, _value(kind, match[1])), words[match.end() :].lstrip(" .")
    return None, words


def _value(kind: str, printed: str) -> str:
    if kind in BULLETS:
        return ""
    last = printed.rpartition(" ")[2]
    return _ORDINALS.get(last, printed) if kind == "part" else printed
