"""Marks inside the lines of Markdown: bold and italics, escapes, links, tags; the letters stay."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

HARD = "\v"
"""A line end that was meant, in place of <br>, two blanks or a backslash at the end of a line."""

_BREAK = re.compile(r"(?:(?<! ) {2,}|\\)(?=\n)|<br\s*/?>(?!\n)|<br\s*/?>(?=\n)", re.IGNORECASE)
# no mark is looked for without bound: its end may be missing
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\([^)\n]{0,500}\)(?:\{[^}\n]{0,80}\})?")
_LINK = re.compile(r"\[([^\]\n]{0,500})\]\([^)\n]{0,500}\)")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,20}\](?!:)")
_SPAN = re.compile(r"\[([^\]\n]{0,500})\]\{[^}\n]{0,80}\}")  # pandoc's [words]{.underline}
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
_URL = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_BOLD_TAG = re.compile(r"</?(?:b|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"</?(?:i|em)(?:\s[^<>]*)?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BOLD, _ITALIC = "\ue0fb", "\ue0fc"  # in place of the tags
_RUN = re.compile(
    r"[\ue0fb\ue0fc]|(?<!\*)\*{1,3}(?!\*)|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])"
)
_PRIVATE = 0xE000  # letters that stand for escaped signs while marks are looked for


class Marked(NamedTuple):
    """Plain letters, and for each of them whether it is bold and whether it is italic."""

    text: str
    bold: list[bool]
    italic: list[bool]


def plain(text: str) -> Marked:
    """The letters of a block of lines; marks that open and never close stay as they stand."""
    text = _BREAK.sub(HARD, text)
    text = _ESCAPED.sub(lambda match: chr(_PRIVATE + ord(match[1])), text)
    for pattern in (_IMAGE, _LINK, _SPAN):
        if "](" in text or "]{" in text:
            text = pattern.sub(r"\1", text)
    text = _FOOTNOTE.sub("", text)
    if "<" in text:
        text = _TAG.sub("", _ITALIC_TAG.sub(_ITALIC, _BOLD_TAG.sub(_BOLD, _URL.sub(r"\1", text))))
    if "&" in text:
        text = unescape(text)
    return _without_marks(text)


def _without_marks(text: str) -> Marked:
    runs = _pairs(text)
    out: list[str] = []
    bold: list[bool] = []
    italic: list[bool] = []
    is_bold = is_italic = False
    at = 0
    for start, end in [*runs, (len(text), len(text))]:
        piece = text[at:start]
        out.append(piece)
        bold += [is_bold] * len(piece)
        italic += [is_italic] * len(piece)
        mark = text[start:end]
        is_bold ^= len(mark) > 1 or mark == _BOLD
        is_italic ^= mark == _ITALIC or (len(mark) % 2 == 1 and mark != _BOLD)
        at = end
    return Marked("".join(out).translate(_ESCAPES), bold, italic)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Where marks that have a partner stand: runs of equal length, one after the other."""
    waiting: dict[str, tuple[int, int]] = {}
    found: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before.strip() and not after.strip() and match[0] not in {_BOLD, _ITALIC}:
            continue  # a star by itself: a list mark, a multiplication
        opened = waiting.pop(match[0], None)
        if opened is not None:
            found += [opened, (start, end)]
        else:
            waiting[match[0]] = (start, end)
    return sorted(found)


_ESCAPES = {_PRIVATE + code: code for code in range(33, 127)}
