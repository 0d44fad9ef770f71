"""One entry of the catalogue, and how its words are filled in."""

from __future__ import annotations

from string import Formatter
from typing import NamedTuple


class Entry(NamedTuple):
    """`hint` holds when every word it names is known, `otherwise` when one is not."""

    severity: str
    message: str
    hint: str
    why: str
    otherwise: str = ""


def error(message: str, hint: str, why: str, otherwise: str = "") -> Entry:
    """An entry that stops an answer."""
    return Entry("error", message, hint, why, otherwise)


def warning(message: str, hint: str, why: str, otherwise: str = "") -> Entry:
    """An entry that may be meant so."""
    return Entry("warning", message, hint, why, otherwise)


def fill(text: str, words: dict[str, str], *, needed: bool = False) -> str:
    """The text with its words; empty when `needed` and one of them is missing or empty."""
    names = [name for _, name, _, _ in Formatter().parse(text) if name]
    if needed and not all(words.get(name) for name in names):
        return ""
    return text.format_map({name: words.get(name, "") for name in names})


def with_gaps(text: str) -> str:
    """The text with ‹…› where its words would stand."""
    names = [name for _, name, _, _ in Formatter().parse(text) if name]
    return text.format_map(dict.fromkeys(names, "‹…›"))
