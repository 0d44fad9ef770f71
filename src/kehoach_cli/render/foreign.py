"""Text that others wrote, marked on its way through a template so that no markup in it takes effect."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Self, TypeVar

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
    text = plain(text)
    if text.isprintable():  # no break is, nor any control character
        return text
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def marked(view: T) -> T:
    """The same view with every text in it marked; what is no text, tuple or view stays as it is."""
    return changed(view, Foreign)


def changed(view: T, change: Callable[[str], str]) -> T:
    """The same view with every text in it changed, in one that stands in several places once."""
    made: dict[int, Any] = {}

    def change_in(value: Any) -> Any:  # noqa: ANN401  # whatever a view holds
        if not isinstance(value, (str, tuple)):
            return value
        if id(value) not in made:
            if isinstance(value, str):
                made[id(value)] = change(value)
            else:  # a view is a tuple as well
                made[id(value)] = tuple.__new__(type(value), map(change_in, value))
        return made[id(value)]

    return change_in(view)  # type: ignore[no-any-return]


def keeping(change: Callable[..., str]) -> Callable[..., str]:
    """A text function as a filter: what was marked before stays marked after."""

    def kept(text: str, *args: object, **options: object) -> str:
        result = change(plain(text), *args, **options)
        return Foreign(result) if isinstance(text, Foreign) else result

    return kept
