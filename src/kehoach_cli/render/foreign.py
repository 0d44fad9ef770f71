"""Text that others wrote, marked on its way through a template so that no markup in it takes effect."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

OPEN, CLOSE = "\x02", "\x03"
_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")


class Foreign(str):
    """Compares and measures like the text itself; printed by a template it stands between OPEN and CLOSE.

    Line breaks of every kind become newlines; control characters, which no document may hold, are dropped.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, _clean(text))

    def __str__(self) -> str:
        return f"{OPEN}{plain(self)}{CLOSE}"


def plain(text: str) -> str:
    """The text without marks around it."""
    return str.__str__(text)


def whole(text: str) -> str:
    """A text that may be cut: one with marks inside, where a cut could part them, marked as a whole."""
    if isinstance(text, Foreign) or OPEN not in text:
        return text
    return Foreign(text.replace(OPEN, "").replace(CLOSE, ""))


def _clean(text: str) -> str:
    text = plain(text).replace("\r\n", "\n").translate(_BREAKS)
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def marked(view: T) -> T:
    """The same view with every text in it marked; what is no text, tuple or view stays as it is."""
    return _marked(view)  # type: ignore[return-value]


def _marked(value: object) -> object:
    if isinstance(value, str):
        return Foreign(value)
    if isinstance(value, tuple):
        items = [_marked(item) for item in value]
        make = getattr(type(value), "_make", tuple)
        return make(items)
    return value


def keeping(change: Callable[..., str]) -> Callable[..., str]:
    """A text function as a filter: what was marked before stays marked after."""

    def changed(text: str, *args: object, **options: object) -> str:
        result = change(plain(text), *args, **options)
        return Foreign(result) if isinstance(text, Foreign) else result

    return changed
