"""Marks of a trace on their way through a template: one sign each, settled when the page is made.

A mark is a sign of a plane that Unicode leaves to private use, so that whatever a template does to a text
(capitals, blanks, commas) leaves it alone; without a trace no such sign is looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.foreign import Foreign, marked, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.trace_rows import Path

_MARK, _ANCHOR, _MOST = 0xF0000, 0x100000, 0xFFFD
MARKS = re.compile("[\U000f0000-\U000ffffd]")
_SIGNS = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_LAST = re.compile(r"\s*([\U000f0000-\U000ffffd]+)\s*$")
_LEAF = ""  # in a tree of places: the signs of the place itself


def traced(view: Consolidation) -> Consolidation:
    """The view marked (foreign.marked), with the sign of its row at the end of every traced text.

    Without a trace it is marked alone; with one, signs that others wrote are shown as U+FFFD.
    """
    if not view.trace:
        return marked(view)
    tree: dict[Any, Any] = {}
    for row in view.trace:
        for at in row.at:
            _plant(tree, at, chr(_MARK + row.number))
    made: Consolidation = _put(_without_signs(marked(view)), tree)
    rows = (r._replace(at=(), anchor=chr(_ANCHOR + r.number)) for r in made.trace)
    return made._replace(trace=tuple(rows))


def _plant(tree: dict[Any, Any], at: Path, sign: str) -> None:
    for step in at:
        tree = tree.setdefault(step, {})
    tree[_LEAF] = tree.get(_LEAF, "") + sign


def _without_signs(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        found = plain(value)
        return Foreign(_SIGNS.sub("\ufffd", found)) if _SIGNS.search(found) else value
    if isinstance(value, tuple):
        return getattr(type(value), "_make", tuple)([_without_signs(item) for item in value])
    return value


def _put(value: Any, tree: dict[Any, Any]) -> Any:  # noqa: ANN401
    signs = tree.get(_LEAF)
    if signs is not None and not isinstance(value, str):
        value = _signed(value, signs)
    elif signs is not None:
        return Foreign(plain(value).rstrip() + signs)
    steps = {step: inner for step, inner in tree.items() if step != _LEAF}
    if not steps:
        return value
    if hasattr(value, "_replace"):
        return value._replace(**{step: _put(getattr(value, step), inner) for step, inner in steps.items()})
    return tuple(_put(item, steps[n]) if n in steps else item for n, item in enumerate(value))


def _signed(value: Any, signs: str) -> Any:  # noqa: ANN401
    """What is no text bears the signs in its words, in the last of its names, or in a field made for them."""
    if value is None:
        return signs
    if hasattr(value, "head"):
        if value.ends:
            return value._replace(ends=(*value.ends[:-1], Foreign(plain(value.ends[-1]) + signs)))
        return value._replace(head=Foreign(plain(value.head) + signs))
    if value.words if hasattr(value, "words") else None:
        return value._replace(words=Foreign(plain(value.words).rstrip() + signs))
    return value._replace(mark=signs)


def parted(text: str) -> tuple[str, str]:
    """A text and the signs at its end, which no punctuation may take for its last letters."""
    if not text or text.rstrip()[-1:] < "\U000f0000":
        return text, ""
    found = _LAST.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


def settled(text: str, mark: Callable[[int, bool], str], anchor: Callable[[int], str]) -> str:
    """The text with every sign put as the page has it; `mark` is told whether it is the first of its row.

    A mark that leads to no row is dropped.
    """
    seen: set[int] = set()

    def put(found: re.Match[str]) -> str:
        kind, number = _read(found[0])
        if kind == "anchor":
            return anchor(number)
        is_first = number not in seen
        seen.add(number)
        return mark(number, is_first)

    return _SIGNS.sub(put, leading(text))


def _read(sign: str) -> tuple[str, int]:
    code = ord(sign)
    return ("anchor", code - _ANCHOR) if code >= _ANCHOR else ("mark", code - _MARK)


def pieces(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind (text, mark, anchor), words and number of each piece in its order."""
    at = 0
    for found in _SIGNS.finditer(text):
        if found.start() > at:
            yield "text", text[at : found.start()], 0
        kind, number = _read(found[0])
        yield kind, "", number
        at = found.end()
    if at < len(text):
        yield "text", text[at:], 0


def leading(text: str) -> str:
    """The text without marks that lead to no row of it."""
    known = {ord(c) - _ANCHOR for c in _SIGNS.findall(text) if ord(c) >= _ANCHOR}
    return MARKS.sub(lambda found: found[0] if ord(found[0]) - _MARK in known else "", text)
