"""«SỐ LIỆU MINH HỌA»: what every answer from a workspace made to try the program on says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kehoach_cli.model.demonstration import MARK
from kehoach_cli.render.table import Part

if TYPE_CHECKING:
    from kehoach_cli.render.table import Forms, Table

_HEAD_END, _BODY = re.compile(r"(?=</head>)"), re.compile(r"(<body[^>]*>)")
_MESSAGE = re.compile(r"(?<=:\n)(?=\S)")
_LINE = (
    f'<p style="margin: 0; padding: 4px; font-weight: bold; text-align: center; text-indent: 0">{MARK}</p>'
)
_EVERY_PAGE = f'<style>@page {{ @top-left {{ content: "{MARK}"; font-weight: bold; }} }}</style>\n'


def in_messages(text: str) -> str:
    """Messages to copy from one by one, each under a line that ends in a colon: each begins with the mark."""
    return f"{MARK}\n\n" + _MESSAGE.sub(f"({MARK}) ", text)


def in_markdown(text: str) -> str:
    """A text in Markdown with the mark as its first paragraph."""
    return f"**{MARK}**\n\n{text}"


def in_page(html: str) -> str:
    """An HTML page with the mark on top, and on every page of paper; whatever template made it."""
    made, found = _BODY.subn(rf"\1\n{_LINE}", html, count=1)
    return _HEAD_END.sub(_EVERY_PAGE, made if found else f"{_LINE}\n{html}", count=1)


def demo_forms(forms: Forms) -> Forms:
    """The same answer, marked in every form but Word, whose documents mark themselves (Origin.is_demo)."""

    def data() -> dict[str, Any]:
        return forms.data() | {"demo": True}

    def rows() -> Table:
        table = forms.rows()
        last = (MARK, *[""] * (len(table.columns) - 1))
        return table._replace(parts=(*table.parts, Part("", (last,))))

    return forms._replace(
        tables=lambda: _at_foot(forms.tables()),
        data=data,
        rows=rows,
        pages=lambda: [t._replace(titles=(*t.titles, MARK)) for t in forms.pages()],
        papers=forms.papers or forms.pages,
    )


def _at_foot(tables: list[Table]) -> list[Table]:
    """On a screen the mark stands once, where the eye ends."""
    return [*tables[:-1], *(t._replace(foot=(*t.foot, MARK)) for t in tables[-1:])]
