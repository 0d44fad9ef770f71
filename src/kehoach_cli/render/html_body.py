"""A report's Markdown as HTML: sections for the appendices, the document's own parts by class."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.render.html_tables import COLUMNS_OF_A_WIDE_TABLE, columns_of, html_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_BREAK = "<br>"
_RULES = (
    "table", "blockquote", "hr", "list", "heading", "paragraph",
    "newline", "escape", "backticks", "emphasis", "entity",
)  # fmt: skip


@cache
def _parser() -> MarkdownIt:
    """Only what a report is made of: no links, no images, no HTML but the line break of a cell."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("zero", {"html": False}).enable(list(_RULES))
    made.inline.ruler.before("entity", "br", _line_break)
    return made


def _line_break(state: StateInline, silent: bool) -> bool:
    """A bare `<br>`, which only our tables hold: in what others wrote its `<` is escaped."""
    if not state.src.startswith(_BREAK, state.pos):
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos += len(_BREAK)
    return True


class Body(NamedTuple):
    """Sections of HTML, and of each appendix whether it needs the page's long side across."""

    html: str
    appendices: tuple[bool, ...]


def html_body(markdown: str, before_last_table: str = "") -> Body:
    """One section for the report and one, `phu-luc-1` and so on, for each appendix.

    `before_last_table` is HTML that goes before the first table of the last section, the one that
    tells who has reported.
    """
    parts = _sections(_parser().parse(markdown))
    last = len(parts) - 1
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


def _sections(tokens: list[Token]) -> list[list[list[Token]]]:
    """The blocks of the document, cut where a rule stands between them."""
    sections: list[list[list[Token]]] = [[]]
    for block in _blocks(tokens):
        if block[0].type == "hr":
            sections.append([])
        else:
            sections[-1].append(block)
    return [s for s in sections if s]


def _blocks(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each block that stands at the outermost level."""
    block: list[Token] = []
    for token in tokens:
        token.hidden = False  # items of a tight list are paragraphs as well
        block.append(token)
        if token.level == 0 and token.nesting <= 0 and token.type != "inline":
            yield block
            block = []


def _section(blocks: list[list[Token]], *, is_first: bool, addition: str) -> Iterator[str]:
    in_head = True
    for block in blocks:
        kind = block[0].type
        if kind == "table_open":
            if addition:
                yield addition
                addition = ""
            yield html_table(block, _render_inline)
            continue
        in_head = in_head and block[0].tag != ("h2" if is_first else "h3")
        if in_head and kind == "paragraph_open":
            _name_head(block)
        yield _parser().renderer.render(block, _parser().options, {}).rstrip("\n")
    if addition:
        yield addition


def _render_inline(token: Token) -> str:
    return str(_parser().renderer.render([token], _parser().options, {}))


def _name_head(block: list[Token]) -> None:
    """The class of a paragraph between the title and the text: what a document's head centres."""
    children = [c for c in block[1].children or [] if c.content or c.nesting]
    if not children:
        return
    if children[0].type == "strong_open" and children[-1].type == "strong_close":
        block[0].attrSet("class", "trich-yeu")
    elif children[0].type == "em_open" and children[-1].type == "em_close":
        block[0].attrSet("class", "kem-theo")
    elif block[1].content.startswith("Kính gửi:"):
        block[0].attrSet("class", "kinh-gui")
