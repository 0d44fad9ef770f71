"""When two printed names are one name: what offices write in more than one way, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # grave, acute, tilde, hook, dot below
_BLANKS = str.maketrans(dict.fromkeys("-–—‐‑−,;:.()[]“”\"'’‘/", " ") | {"&": " và "})
_WRITTEN_OUT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
}
_JOINS = "va\u0300"  # «và» as a word of a key
_INITIALS = re.compile(r"[A-ZĐ]{1,5}(?:[,.-]?[A-ZĐ]{1,5})*&[A-ZĐ]{1,5}")


@lru_cache(maxsize=10_000)
def spelling_key(name: str) -> tuple[str, ...]:
    """Equal for names that differ only in case, tone-mark style (hoà, hòa), dashes, `&`, UBND written out.

    Letters keep all their marks: Sơn Mùa and Sơn Mua are two communes.
    """
    words = _words(name)
    written = (_WRITTEN_OUT.get(unicodedata.normalize("NFC", word), word) for word in words)
    return tuple(_word_key(word) for text in written for word in text.split())


def _words(name: str) -> list[str]:
    return name.lower().translate(_BLANKS).split()


def _word_key(word: str) -> str:
    """A word with its tones behind its letters, wherever in the word they are written."""
    signs = unicodedata.normalize("NFD", word)
    tones = sorted(c for c in signs if c in _TONES)
    return "".join([c for c in signs if c not in _TONES] + tones)


def is_shortened(name: str) -> bool:
    """Whether a name has initials joined by &: Sở KH&CN, Phòng VH,KH&TT."""
    return any(_INITIALS.fullmatch(word) for word in name.split())


def shortens(short: str, full: str) -> bool:
    """Whether initials stand for the words in their place: Sở KH&CN for Sở Khoa học và Công nghệ."""
    words = short.split()
    place = next((n for n, word in enumerate(words) if _INITIALS.fullmatch(word)), None)
    if place is None:
        return False
    before, after = spelling_key(" ".join(words[:place])), spelling_key(" ".join(words[place + 1 :]))
    key = spelling_key(full)
    end = len(key) - len(after)
    if end <= place or key[: len(before)] != before or key[end:] != after:
        return False
    return initials(words[place]) == _initials(key[len(before) : end])


def initials(name: str) -> str:
    """The first letters of a name's words, «và» left out, initials spelled out: equal where one shortens."""
    found = ""
    for word in name.split():
        if _INITIALS.fullmatch(word):
            found += "".join(_letter(c) for c in word.lower() if c.isalpha())
        else:
            found += _initials(spelling_key(word))
    return found


def _initials(key: tuple[str, ...]) -> str:
    return "".join(_letter(word[0]) for word in key if word != _JOINS)


def _letter(char: str) -> str:
    """The base letter: initials often drop the marks of Ô, Ư."""
    return unicodedata.normalize("NFD", char)[0]
