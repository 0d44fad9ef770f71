"""The letters of a document as kehoach keeps them: NFC, single blanks, nothing that does not show."""

from __future__ import annotations

import re
import unicodedata

from kehoach_cli.intake.guard import Unreadable

_UNSEEN = dict.fromkeys(
    [
        *(0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
        *(*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0)),
    ]
)
"""Soft hyphens, zero widths, marks of direction and of variants, controls other than line ends and tabs."""

_MISTAKEN = {
    0x01F6: "ỳ", 0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ", 0x0256: "đ",
    0xF0B7: "-", 0xF02D: "-", 0xF0A7: "-", 0xF0D8: "-", 0xF0FC: "-", 0x2011: "-", 0x2010: "-",
}  # fmt: skip
"""Letters that converters put in the place of others: «kǶ» is «kỳ», and Eth is no Vietnamese letter."""

_TABLE = {**_UNSEEN, **_MISTAKEN}
_ODD = re.compile(f"[{''.join(map(re.escape, map(chr, _TABLE)))}]")
_HALVES = re.compile("[\ud800-\udfff]")


def printed(text: str) -> str:
    """One line: NFC and single blanks. Spelling is left as it is: «Uỷ» stays beside «Ủy»."""
    return " ".join(shaped(text).split())


def shaped(text: str) -> str:
    """NFC without unseen letters; blanks, tabs and line ends stay."""
    if _ODD.search(text):
        text = text.translate(_TABLE)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _HALVES.sub("", text))


_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơưăđ]", re.IGNORECASE)
_FOREIGN = re.compile(
    "[\u00a1-\u00bf\u00d7\u00f7\ue000-\uf8ff\ufffd]|[\u00c0-\u00ff](?=[\u00a1-\u00bf\u00c0-\u00ff])"
)
_ENOUGH = 200  # letters to judge by
_MOST_FOREIGN = 0.03  # «Céng hoµ x· héi» has one in ten


def judge_letters(text: str) -> None:
    """Unreadable for letters of old fonts (TCVN3, VNI) or of a PDF that does not tell its letters."""
    letters = sum(map(str.isalpha, text))
    if letters < _ENOUGH:
        return
    foreign = len(_FOREIGN.findall(text))
    if foreign > letters * _MOST_FOREIGN and foreign > len(_VIETNAMESE.findall(text)):
        lost = "\ufffd" in text or any("\ue000" <= letter <= "\uf8ff" for letter in text)
        raise Unreadable("L610", what="không có bảng chữ" if lost else "phông chữ cũ TCVN3, VNI")
