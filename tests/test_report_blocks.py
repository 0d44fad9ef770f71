"""A report's Markdown as tokens: words without signs are read at once, to the same tokens."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.rules_core import inline

from kehoach_cli.render.report_blocks import parser

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
