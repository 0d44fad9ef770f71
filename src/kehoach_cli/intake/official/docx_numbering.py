"""Automatic numbers of a Word document, counted as Word counts them: «1.», «a)», «II.», «1.2.», «-»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.docx_xml import child, local, number, parts_of, switched, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.intake.official.docx_styles import Styles
    from kehoach_cli.intake.official.docx_xml import Element

_DEPTHS = 9
_HIGHEST = 99_999  # beyond, a number is a mistake
_KEPT = frozenset({"+", "*"})
_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list: how it counts, and what stands around its number."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None  # after which level (from 1) it begins anew; 0: never
    plain: bool = False  # every number in it as 1, 2, 3
    style: str = ""  # the paragraph style that means this level


class Numbering:
    """The lists of a document; `next` must be asked for every paragraph, in reading order."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._levels: dict[str, dict[int, Level]] = {}  # by numId
        self._counts: dict[str, list[int | None]] = {}  # by abstractNumId: lists of one kind count on
        self._begun: set[tuple[str, int]] = set()  # restarts that took place
        for inner in root if root is not None else ():
            name = local(inner.tag)
            if name == "abstractNum":
                self._abstract[value(inner, "abstractNumId")] = inner
            elif name == "num":
                self._lists[value(inner, "numId")] = inner

    def next(self, list_id: str | None, depth: int | None, style: str) -> str:
        """The number Word prints before a paragraph; empty for one without."""
        raw = self._lists.get(list_id or "")
        if list_id is None or raw is None:
            return ""
        levels = self._levels_of(list_id)
        if depth is None:
            depth = next((d for d, level in levels.items() if level.style and level.style == style), 0)
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._kind_of(list_id), [None] * _DEPTHS)
        if level.form == "bullet":
            return _bullet(level.text)
        self._count(counts, list_id, depth, levels)
        return _printed(counts, depth, levels)

    def _count(self, counts: list[int | None], list_id: str, depth: int, levels: dict[int, Level]) -> None:
        restart = self._restarts(list_id).get(depth)
        if restart is not None and (list_id, depth) not in self._begun:
            self._begun.add((list_id, depth))
            counts[depth] = restart - 1
        before = counts[depth]
        counts[depth] = min(levels[depth].start if before is None else before + 1, _HIGHEST)
        for deeper in range(depth + 1, _DEPTHS):
            restarts_after = levels[deeper].restart if deeper in levels else None
            if restarts_after is None or restarts_after > depth:
                counts[deeper] = None

    def _kind_of(self, list_id: str) -> str:
        inner = child(self._lists[list_id], "abstractNumId")
        return value(inner) if inner is not None else ""

    def _restarts(self, list_id: str) -> dict[int, int]:
        found = {}
        for inner in self._lists[list_id]:
            start = child(inner, "startOverride") if local(inner.tag) == "lvlOverride" else None
            if start is not None:
                found[number(inner, "ilvl")] = number(start, default=1)
        return found

    def _levels_of(self, list_id: str) -> dict[int, Level]:
        if list_id not in self._levels:
            raw = self._definition(self._kind_of(list_id))
            levels = _levels_in(raw)
            for inner in self._lists[list_id]:
                if local(inner.tag) == "lvlOverride":
                    levels |= _levels_in(inner)
            self._levels[list_id] = levels
        return self._levels[list_id]

    def _definition(self, kind: str, hops: int = 0) -> Element:
        """The levels of a kind of list; one that only names a style of lists is followed there."""
        raw = self._abstract.get(kind)
        link = child(raw, "numStyleLink") if raw is not None else None
        if link is None or hops > _DEPTHS:
            return raw
        list_id = self._styles.get(value(link)).numbering
        return self._definition(self._kind_of(list_id), hops + 1) if list_id in self._lists else raw


def _levels_in(raw: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for inner in raw if raw is not None else ():
        if local(inner.tag) == "lvl" and number(inner, "ilvl") < _DEPTHS:
            found[number(inner, "ilvl")] = _level(inner)
    return found


def _level(raw: Element) -> Level:
    parts = parts_of(raw)
    form = parts.get("numFmt")
    if form is None and "AlternateContent" in parts:
        form = next((e for e in parts["AlternateContent"].iter() if local(e.tag) == "numFmt"), None)
    return Level(
        number(parts["start"], default=1) if "start" in parts else 1,
        value(form) if form is not None else "decimal",
        value(parts["lvlText"]) if "lvlText" in parts else "",
        number(parts["lvlRestart"]) if "lvlRestart" in parts else None,
        switched(parts, "isLgl") is True,
        value(parts["pStyle"]) if "pStyle" in parts else "",
    )


def _printed(counts: list[int | None], depth: int, levels: dict[int, Level]) -> str:
    def in_place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at, Level())
        count = counts[at]
        form = "decimal" if levels[depth].plain and at != depth else level.form
        return formatted(level.start if count is None else count, form)

    return _PLACE.sub(in_place, levels[depth].text).strip()


def _bullet(text: str) -> str:
    """A plus stays a plus; dots, squares, pictures and the letters of symbol fonts are all a dash."""
    sign = text.strip()[:1]
    return sign if sign in _KEPT else "-"


def formatted(count: int, form: str) -> str:
    """A count as Word writes it; forms that no Vietnamese office uses as plain figures."""
    return _FORMS.get(form, str)(count)


def _letters(count: int) -> str:
    """A, b … z, then aa, bb …: Word knows no đ in its lists."""
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20) if count > 0 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:  # noqa: PLR2004 - the Romans wrote no more
        return str(count)
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
    found = ""
    for worth, sign in signs:
        found += sign * (count // worth)
        count %= worth
    return found


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "none": lambda _: "",
}
