"""The styles of a Word template: which are headings, which size a text has, the style for sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.word.names import PPR, RPR, VAL, R, w
from kehoach_cli.render.word.tree import child_of, parsed

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere

_SOURCE = ("nguon", "nguồn")  # LibreOffice keeps the name and makes another id
_STYLE = w("pStyle")
_HALF_POINTS = 28  # 14 pt, the body's size, where nothing says another


class Style(NamedTuple):
    """What of one style is asked here; None where it leaves that to the one it is based on."""

    name: str
    based_on: str | None
    size: int | None  # half points
    is_bold: bool | None
    has_level: bool


class Styles(NamedTuple):
    """By style id."""

    by_id: dict[str, Style]
    default: str | None
    headings: frozenset[str | None]

    @property
    def source(self) -> str | None:
        """The style of what tells where words come from, if the template has one named so."""
        named = ((id_, (id_.casefold(), style.name.casefold())) for id_, style in self.by_id.items())
        return next((id_ for id_, names in named if any(name in _SOURCE for name in names)), None)

    def is_heading(self, properties: Element | None) -> bool:
        """By a paragraph's properties, for what the navigation pane lists, title and subtitle too."""
        return (_style_id(properties) or self.default) in self.headings

    def lists(self, id_: str) -> bool:
        """True for a style of headings, by itself or by what it is based on."""
        chain = self._chain(id_)
        return any(s.has_level or s.name.casefold() in ("title", "subtitle") for s in chain)

    def size(self, paragraph: Element) -> float:
        """Of the paragraph's first run, in points."""
        run = next(paragraph.iter(R), None)
        own = _value(run, "sz") if run is not None else None
        if own is not None:
            return int(own) / 2
        chain = self._chain(_style_id(child_of(paragraph, PPR)) or self.default)
        return next((s.size for s in chain if s.size is not None), _HALF_POINTS) / 2

    def _chain(self, id_: str | None) -> list[Style]:
        found: list[Style] = []
        while id_ is not None and id_ in self.by_id and self.by_id[id_] not in found:
            found.append(self.by_id[id_])
            id_ = self.by_id[id_].based_on
        return found


def read_styles(content: bytes) -> Styles:
    """The styles part; a broken one raises MalformedError."""
    root = parsed(content)
    by_id, default = {}, None
    for style in root.iter(w("style")):
        id_ = style.get(w("styleId"), "")
        by_id[id_] = _style(style)
        if style.get(w("type")) == "paragraph" and style.get(w("default")) == "1":
            default = id_
    styles = Styles(by_id, default, frozenset())
    return styles._replace(headings=frozenset(id_ for id_ in by_id if styles.lists(id_)))


def _style(element: Element) -> Style:
    based = element.find(w("basedOn"))
    name = element.find(w("name"))
    size = _value(element, "sz")
    return Style(
        name=name.get(VAL, "") if name is not None else "",
        based_on=based.get(VAL) if based is not None else None,
        size=int(size) if size else None,
        is_bold=element.find(f"{RPR}/{w('b')}") is not None or None,
        has_level=element.find(f"{PPR}/{w('outlineLvl')}") is not None,
    )


def _value(element: Element, name: str) -> str | None:
    found = element.find(f"{RPR}/{w(name)}")
    value = found.get(VAL) if found is not None else None
    return value if value and value.isdecimal() else None


def _style_id(properties: Element | None) -> str | None:
    """The style that a paragraph's properties name."""
    found = child_of(properties, _STYLE) if properties is not None else None
    return found.get(VAL) if found is not None else None
