"""A report's Markdown as tokens: words without signs are read at once, to the same tokens."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import module_from_spec

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.rules_core import inline

from kehoach_cli.render.report_blocks import cells_of, parser

PIECES = (
    *("chữ ", "Đ", "*", "**", "_", "`", "\\", "&amp;", "&", "<br>", "<", ">"),
    *("[", "](", "!", "~", "  ", "$", "%", "://", "@", "\x04", "\u00a0", "\n"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@example("UBND xã Sơn Mùa: 12/BC-UBND (10.5.2025) – “đủ”")
@example("một  \nhai")
def test_words_are_the_tokens_that_markdown_it_makes(said: str) -> None:
    slow = parser.__wrapped__()
    slow.core.ruler.at("inline", inline)
    for text in (said, f"| a |\n|---|\n| {said} |\n"):
        assert parser().parse(text) == slow.parse(text)


def the_librarys_own() -> object:
    """Its module as nobody has touched it."""
    import_module("markdown_it.rules_block.table")
    spec = sys.modules["markdown_it.rules_block.table"].__spec__
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


OWN = the_librarys_own()


@given(st.text("a |\\\n", max_size=12))
@example(r"| a \| b | c \\| d |")
def test_rows_are_cut_as_markdown_it_does(row: str) -> None:
    parser()
    assert OWN.escapedSplit(row) == cells_of(row)  # type: ignore[attr-defined]
    assert OWN.escapedSplit is not cells_of  # type: ignore[attr-defined]
    assert vars(sys.modules["markdown_it.rules_block.table"])["escapedSplit"] is cells_of
