"""A report as data for typst: sections of blocks, every word of anyone a plain text in it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.pdf.runs import runs_of, text_of
from kehoach_cli.render.pdf.tables import table_node
from kehoach_cli.render.report_blocks import ends_head, head_role, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

Block = dict[str, Any]

_TITLE = re.compile(r"[a-zđ]\) .*\([Mm]ục [^()]*\)")  # «a) Lập kế hoạch (Mục IV.3)»: a heading but for rank


def tree_of(markdown: str) -> list[dict[str, Any]]:
    """Of the report and of each appendix: whether a table of data stands in it, and its blocks."""
    made = []
    for number, blocks in enumerate(sections(markdown)):
        nodes = list(_nodes(blocks, is_first=number == 0))
        made.append({"has_table": any(node["kind"] == "table" for node in nodes), "blocks": nodes})
    return made


def _nodes(blocks: Sequence[list[Token]], *, is_first: bool) -> list[Block]:
    in_head = True
    made: list[Block] = []
    for block in blocks:
        in_head = in_head and not ends_head(block, is_first=is_first)
        kind = block[0].type
        if kind == "table_open":
            made.append(table_node(block))
        elif kind == "heading_open":
            made.append({"kind": "heading", "level": int(block[0].tag[1:]), "text": runs_of(block[1])})
        elif in_head and kind == "paragraph_open" and (role := head_role(block)):
            made.append({"kind": role, "text": runs_of(block[1]), "has_rule": False})
        else:
            made += _paragraphs(block)
    _rule(made, "subject" if is_first else "attached")
    _keep_with_signature(made)
    return made


def _rule(nodes: list[Block], kind: str) -> None:
    """The short rule stands once, under the last line of the head that bears one."""
    last = next((node for node in reversed(nodes) if node["kind"] == kind), None)
    if last is not None:
        last["has_rule"] = True


def _keep_with_signature(nodes: list[Block]) -> None:
    """The signature never stands on a page without the sentence before it."""
    for before, node in pairwise(nodes):
        if node["kind"] == "closing" and before["kind"] == "paragraph":
            before["stays"] = True


def _paragraphs(block: list[Token]) -> Iterator[Block]:
    """Paragraphs, those of lists after their dash or number; `depth` counts what they stand in."""
    signs: list[str | int] = []  # of the lists that are open: a dash, or the number of the next item
    sign, quotes = "", 0
    for token in block:
        if token.type == "ordered_list_open":
            signs.append(int(token.attrs.get("start", 1)))
        elif token.type == "bullet_list_open":
            signs.append("-")
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            signs.pop()
        elif token.type == "list_item_open":
            sign = _sign(signs)
        elif token.type in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
        elif token.type == "inline":
            yield _paragraph(token, sign, depth=quotes + max(len(signs) - 1, 0))
            sign = ""


def _sign(signs: list[str | int]) -> str:
    """What begins the item, counted on for the next."""
    number = signs[-1]
    if isinstance(number, int):
        signs[-1] = number + 1
        return f"{number}. "
    return f"{number} "


def _paragraph(inline: Token, sign: str, *, depth: int) -> Block:
    """`stays` on the page of what follows: an introduction, or a heading in all but rank."""
    runs = runs_of(inline)
    text = text_of(runs)
    stays = text.endswith(":") or _TITLE.fullmatch(text) is not None
    made: Block = {"kind": "paragraph", "text": [sign, *runs] if sign else runs}
    return made | ({"depth": depth} if depth else {}) | ({"stays": True} if stays else {})
