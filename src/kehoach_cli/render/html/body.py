"""A report's Markdown as HTML: sections for the appendices, the document's own parts by class."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.render.html.tables import COLUMNS_OF_A_WIDE_TABLE, columns_of, html_table
from kehoach_cli.render.report_blocks import ends_head, head_role, parser, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from kehoach_cli.render.report_blocks import HeadRole

_CLASSES: dict[HeadRole, str] = {"subject": "trich-yeu", "attached": "kem-theo", "to": "kinh-gui"}


class Body(NamedTuple):
    """Sections of HTML, and of each appendix whether it needs the page's long side across."""

    html: str
    appendices: tuple[bool, ...]


def html_body(markdown: str, before_last_table: str = "", *, is_traced: bool = False) -> Body:
    """One section for the report and one, `phu-luc-1` and so on, for each appendix.

    `before_last_table` is HTML that goes before the first table of the last section, the one that
    tells who has reported; `is_traced`: the appendix of sources comes after it.
    """
    parts = sections(markdown)
    last = len(parts) - 1 - is_traced
    wide = [any(columns_of(block) >= COLUMNS_OF_A_WIDE_TABLE for block in blocks) for blocks in parts]
    made = [
        "\n".join(
            [
                _opening(n, is_wide=wide[n]),
                *_section(blocks, is_first=n == 0, addition=before_last_table if n == last else ""),
                "</section>",
            ]
        )
        for n, blocks in enumerate(parts)
    ]
    return Body("\n".join(made), tuple(wide[1:]))


def _opening(number: int, *, is_wide: bool) -> str:
    names = ("phu-luc" if number else "bao-cao") + (" ngang" if is_wide else "")
    return f'<section id="phu-luc-{number}" class="{names}">' if number else f'<section class="{names}">'


def _section(blocks: list[list[Token]], *, is_first: bool, addition: str) -> Iterator[str]:
    in_head = True
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        kind = block[0].type
        if kind == "table_open":
            if addition:
                yield addition
                addition = ""
            yield html_table(block, _render_inline)
            continue
        in_head = in_head and not ends_head(block, is_first=is_first)
        if in_head and kind == "paragraph_open" and (role := head_role(block)):
            is_ruled = role == "attached" and not (after and _is_attached(after))
            block[0].attrSet("class", _CLASSES[role] + (" ke-duoi" if is_ruled else ""))
        yield parser().renderer.render(block, parser().options, {}).rstrip("\n")
    if addition:
        yield addition


def _is_attached(block: list[Token]) -> bool:
    """True for another line of the head below its title; the rule stands under the last one."""
    return block[0].type == "paragraph_open" and head_role(block) == "attached"


def _render_inline(token: Token) -> str:
    return str(parser().renderer.render([token], parser().options, {}))
