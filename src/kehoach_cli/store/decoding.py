"""Bytes to text: UTF-8 alone, one kind of line end, one spelling of every letter, nothing invisible."""

from __future__ import annotations

import unicodedata

from kehoach_cli.checks.finding import Finding, Span

MAX_BYTES = 20_000_000
_SHOWN_BYTES = 100_000
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHER_BREAKS = "\x85\u2028\u2029"  # YAML breaks the line there, editors do not: a blank
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
"""What Word, PDF and web pages leave between letters; a name that holds one would match nothing."""


def decode(raw: bytes) -> tuple[str, Finding | None]:
    """NFC text with line feeds alone as line ends; or what can be shown of the bytes, and what is wrong.

    Lines and columns of the text are those an editor shows, whichever line ends the file has.
    """
    if len(raw) > MAX_BYTES:
        most = f"{MAX_BYTES // 1_000_000} MB"
        return _readable(raw), Finding("L005", words={"most": most}, span=Span(0, 0, 0, 1))
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start)
    text = _one_line_end(text)
    return (text if text.isascii() else _clean(text)), None


def _not_utf8(raw: bytes, start: int) -> tuple[str, Finding]:
    """The first byte that is no UTF-8; UTF-16 is told as a whole, for nothing of it could be shown."""
    if raw.startswith(_UTF16) or b"\0" in raw[:100]:
        return "", Finding("L002", span=Span(0, 0, 0, 1))
    before = _one_line_end(raw[:start].decode("utf-8"))
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    return _readable(raw), Finding("L002", span=Span(line, column, line, column + 1))


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _clean(text: str) -> str:
    for sign in _OTHER_BREAKS:
        if sign in text:
            text = text.replace(sign, " ")
    for sign in _INVISIBLE:
        if sign in text:
            text = text.replace(sign, "")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _readable(raw: bytes) -> str:
    """The beginning of bytes that are not read further, for an excerpt."""
    return _one_line_end(raw[:_SHOWN_BYTES].decode("utf-8", "replace"))
