"""The rules under Tiêu ngữ, the agency's name and titles: as long as Nghị định 30 says of the text above."""

from __future__ import annotations

import unicodedata
from itertools import chain
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.word.names import CELL, PPR, SECTION, VAL, P, w
from kehoach_cli.render.word.properties import set_indent
from kehoach_cli.render.word.skeleton import text_of
from kehoach_cli.render.word.tree import child_of

if TYPE_CHECKING:
    from kehoach_cli.render.word.styles import Styles

    Element = Any  # lxml tells its types nowhere

SHARES = {"KeBangChu": 1.0, "KeNgan": 0.42}
"""Style of the empty paragraph that bears the rule → share of the text's length (Phụ lục I, II.1, II.2)."""
_BY_NAME = {"kẻ bằng chữ ở trên": "KeBangChu", "kẻ ngắn dưới chữ": "KeNgan"}
"""LibreOffice gives styles new ids and keeps their names."""
_TWIPS = 20  # a point
# Times New Roman bold, thousandths of an em, from the blank to «~»
_WIDTHS = (
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722,
    722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722,
    722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500,
    556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500,
    444, 394, 220, 394, 520,
)  # fmt: skip
_WIDER = {"Đ": 722, "đ": 556, "Ơ": 778, "ơ": 554, "Ư": 796, "ư": 600}
_HORN = "\u031b"


def text_width(text: str, size: float) -> float:
    """How long one line of bold Times New Roman is, in points; accents take no room."""
    return sum(_em(char) for char in text) * size / 1000


def _em(char: str) -> int:
    parts = unicodedata.normalize("NFD", char)
    base = unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
    if base in _WIDER:
        return _WIDER[base]
    index = ord(base) - ord(" ")
    return _WIDTHS[index] if 0 <= index < len(_WIDTHS) else 500


def fit_rules(root: Element, styles: Styles) -> None:
    """Give every rule the length that the text above it asks for, centred in its cell or page."""
    named = ((id_, rule_of(id_, styles)) for id_ in (*styles.by_id, *SHARES))
    shares = {id_: SHARES[rule] for id_, rule in named if rule in SHARES}
    ruled = [style for style in root.iter(w("pStyle")) if style.get(VAL) in shares]
    for style in ruled:
        share, paragraph = shares[style.get(VAL)], style.getparent().getparent()
        above = paragraph.getprevious()
        if above is None or above.tag != P:
            continue
        room = _room(paragraph)
        length = min(text_width(text_of(above).strip(), styles.size(above)) * _TWIPS, room)
        side = max(0, round((room - length * share) / 2))
        set_indent(paragraph, left=side, right=side)


def rule_of(id_: str, styles: Styles) -> str:
    """The id that a style of rules has in the packaged templates; of any other style its own."""
    found = styles.by_id.get(id_)
    return _BY_NAME.get(found.name.casefold(), id_) if found else id_


def _room(paragraph: Element) -> int:
    """The width of the cell or of the page's text, in twips."""
    cell = next(paragraph.iterancestors(CELL), None)
    if cell is not None:
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        return int(width.get(w("w"), "0")) if width is not None else 0
    around = chain(paragraph.itersiblings(), paragraph.iterancestors())
    found = next(s for s in map(_section, around) if s is not None)
    size, margins = found.find(w("pgSz")), found.find(w("pgMar"))
    return int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))


def _section(element: Element) -> Element:
    if element.tag == SECTION:
        return element
    holder = child_of(element, PPR) if element.tag == P else element
    return child_of(holder, SECTION) if holder is not None else None
