"""Notes of ours told from what agencies may write in the same words, and shaded on the page."""

from __future__ import annotations

import re

from kehoach_cli.render.foreign import CLOSE, OPEN
from kehoach_cli.render.markdown_weave import NOTE

BEGIN, END = "\x04", "\x05"
_PARTS = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*|{re.escape(NOTE)}|\]")
_TAGS = re.compile(r"(<[^>]*>)")
_MARKS = re.compile(f"([{BEGIN}{END}])")
_BLOCK_ENDS = ("</p>", "</td>", "</th>", "</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>", "</div>")


def mark_notes(printed: str) -> str:
    """What a template printed with a mark around each of its own notes, not around marked texts' words.

    Marked texts hold no control characters, so none of them can bring such a mark along.
    """
    is_open = False

    def put(found: re.Match[str]) -> str:
        nonlocal is_open
        if found[0] == NOTE:
            is_open = True
            return BEGIN + NOTE
        if found[0] == "]" and is_open:
            is_open = False
            return f"]{END}"
        return found[0]

    return _PARTS.sub(put, _MARKS.sub("", printed))


def shade_notes(html: str) -> str:
    """Every marked note as `mark` elements, which never cross another element."""
    made = []
    is_note = False
    for index, part in enumerate(_TAGS.split(html)):
        if index % 2:
            is_note = is_note and part not in _BLOCK_ENDS
            made.append(part)
            continue
        for piece in _MARKS.split(part) if BEGIN in part or END in part else [part]:
            if piece in (BEGIN, END):
                is_note = piece == BEGIN
            else:
                made.append(f'<mark class="ghi-chu">{piece}</mark>' if is_note and piece else piece)
    return "".join(made)
