"""Marks of a trace in a Word document: small raised numbers that lead to the rows of the last appendix."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.trace_marks import leading, pieces
from kehoach_cli.render.word.names import RPR, SPACE, VAL, R, T, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    Element = Any  # lxml tells its types nowhere

_AFTER_RAISED = tuple(map(w, ("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")))


def link_marks(root: Element) -> None:
    """Put numbers for the signs of a trace; each first mark and each row are bookmarks of the other."""
    texts = [t for t in root.iter(T) if t.text]
    whole = "\n".join(t.text for t in texts)
    if not any(kind != "text" for kind, _, _ in pieces(whole)):
        return
    seen: set[str] = set()
    for text, said in zip(texts, leading(whole).split("\n"), strict=True):
        if said != text.text or any(kind != "text" for kind, _, _ in pieces(said)):
            _part(text, said, seen)


def _part(text: Element, said: str, seen: set[str]) -> None:
    """The run of a text gives way to runs of its words and numbers."""
    run = text.getparent()
    parent, properties = run.getparent(), run.find(RPR)
    at = parent.index(run)
    before = [child for child in run[: run.index(text)] if child.tag != RPR]
    if before:  # a tab or a break: what comes after the text stays in its run
        parent.insert(at, _run(parent, properties, before))
    made: list[Element] = []
    for kind, words, number in pieces(said):
        if kind == "text":
            made.append(_said(parent, properties, words))
        else:
            made += _numbered(parent, properties, kind, number, seen)
    at = parent.index(run)
    for offset, element in enumerate(made):
        parent.insert(at + offset, element)
    run.remove(text)
    if not any(child.tag != RPR for child in run):
        parent.remove(run)


def _run(parent: Element, properties: Element | None, children: list[Element]) -> Element:
    made = parent.makeelement(R)
    if properties is not None:
        made.append(copy.deepcopy(properties))
    for child in children:
        made.append(child)
    return made


def _said(parent: Element, properties: Element | None, words: str) -> Element:
    text = parent.makeelement(T, {SPACE: "preserve"})
    text.text = words
    return _run(parent, properties, [text])


def _numbered(
    parent: Element, properties: Element | None, kind: str, number: int, seen: set[str]
) -> Iterator[Element]:
    """The number as a link, between the ends of a bookmark where it is the first of its kind."""
    own, other = ("nguon", "vet") if kind == "anchor" else ("vet", "nguon")
    name = f"{own}_{number}"
    link = parent.makeelement(w("hyperlink"), {w("anchor"): f"{other}_{number}", w("history"): "1"})
    run = _said(parent, properties, str(number) if kind == "anchor" else f"[{number}]")
    if kind == "mark":
        _raise(run)
    link.append(run)
    if name in seen:
        return iter([link])
    seen.add(name)
    id_ = str(2 * number + (kind == "mark"))
    begin = parent.makeelement(w("bookmarkStart"), {w("id"): id_, w("name"): name})
    return iter([begin, link, parent.makeelement(w("bookmarkEnd"), {w("id"): id_})])


def _raise(run: Element) -> None:
    properties = run.find(RPR)
    if properties is None:
        properties = run.makeelement(RPR)
        run.insert(0, properties)
    at = next((i for i, child in enumerate(properties) if child.tag in _AFTER_RAISED), len(properties))
    properties.insert(at, properties.makeelement(w("vertAlign"), {VAL: "superscript"}))
