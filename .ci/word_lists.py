"""Lists and tables, landscape: titles, a table whose columns come from the data, what stands below."""
# ruff: noqa: INP001  # this folder is no package

from __future__ import annotations

from word_frame import BODY, CELL, GAP, KEEP_NEXT, MIDDLE, each, when
from word_parts import LANDSCAPE, LANDSCAPE_ROOM, p, row, row_tag, section, table, tag

_SMALL = '<w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>'
_LEFT = '<w:jc w:val="left"/>'


def _sized(style: str, text: str, more: str = "") -> str:
    """A paragraph, in smaller letters where the table has many columns."""
    small = p(style, text, more=more + _SMALL).replace("<w:r><w:t", f"<w:r>{_SMALL}<w:t")
    return when("not bang.is_small", p(style, text, more=more)) + when("bang.is_small", small)


def _loop(loop: str, content: str) -> list[str]:
    """The cells of a row whose number comes from the data."""
    return [p("The", f"{{%tc for {loop} %}}"), content, p("The", "{%tc endfor %}")]


def _table() -> str:
    grid = [LANDSCAPE_ROOM // 3] * 3
    width = "{% colwidth cot.width %}"
    head = _loop("cot in bang.columns", _sized("DauBang", "{{ cot.title }}" + width))
    centred = when("o.is_centred", _sized(MIDDLE, "{{ o.text }}"))
    cell = _loop("o in dong", centred + when("not o.is_centred", _sized(CELL, "{{ o.text }}")))
    span = "{% colspan bang.columns|length %}"
    heading = _sized("DauBang", "{{ phan.heading }}" + span, KEEP_NEXT + _LEFT)
    rows = [
        row(grid, head, is_header=True),
        row_tag("for phan in bang.parts", 3),
        row_tag("if phan.heading", 3),
        row([LANDSCAPE_ROOM], [heading]),
        row_tag("endif", 3),
        row_tag("for dong in phan.rows", 3),
        row(grid, cell),
        row_tag("endfor", 3),
        row_tag("endfor", 3),
    ]
    return table(grid, rows, is_ruled=True)


def lists() -> str:
    """The whole document: `cac_bang`, each on pages of its own."""
    return (
        tag("for bang in cac_bang")
        + when("bang.attached", p("PhuLuc", "Phụ lục"))
        + each("dong in bang.titles[:1]", p("TenPhuLuc", "{{ dong }}"))
        + each("dong in bang.titles[1:]", p("Subtitle", "{{ dong }}"))
        + when("bang.attached", p("KemTheo", "{{ bang.attached }}"))
        + when("bang.titles", p("KeNgan"))
        + when("bang.columns", p("NgatPhan", more=GAP), _table())
        + each(
            "dong in bang.foot",
            when("not loop.last", p(BODY, "{{ dong }}", more=KEEP_NEXT)),
            when("loop.last", p(BODY, "{{ dong }}")),
        )
        + when("not loop.last", p("NgatPhan", more=section(LANDSCAPE, is_new=False)))
        + tag("endfor")
        + section(LANDSCAPE, is_new=True)
    )
