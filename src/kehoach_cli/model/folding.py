"""One spelling for all the ways a person types a Vietnamese name."""

from __future__ import annotations

import unicodedata

_TABLE = dict.fromkeys(map(ord, "-–—‐‑‒―−,;:.()[]“”\"'’‘/"), " ") | {
    ord("đ"): "d",
    ord("ð"): "d",
    ord("&"): " va ",
}


def squeeze(text: str) -> str:
    """NFC with every run of white space as one blank: how names in files are compared."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def fold(text: str) -> str:
    """Lower case without diacritics (đ too), `&` as «va», dashes and punctuation as blanks.

    Tone-mark style (hoà, hòa) and NFC or NFD make no difference. The result is ASCII with single
    blanks; what no Vietnamese name holds (other alphabets, pictures) is dropped.
    """
    if not text.isascii():
        text = " ".join(unicodedata.normalize("NFD", text).split())  # a blank of Word is no ASCII one
    plain = text.lower().translate(_TABLE)
    return " ".join(plain.encode("ascii", "ignore").decode("ascii").split())


def slug(text: str) -> str:
    """A name as an id or a file name: ASCII letters and digits joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
