"""A Word part with tags as a Jinja source in which only text is text: markup is numbered and put aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.word.names import CELL, MADE, PPR, ROW, SECTION, SPAN, WIDTH, P, T
from kehoach_cli.render.word.tidy import tidy
from kehoach_cli.render.word.tree import parsed, text_form

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere

CHUNK = "\x01"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ALONE = re.compile(r"\s*(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})\s*)+", re.DOTALL)
_LEVEL = re.compile(r"(\{[%#]-?)\s*(tr|tc|p)\s+(?=\S)")
_GRID = re.compile(r"\{%\s*(colwidth|colspan)\s+(.+?)\s*%\}", re.DOTALL)
_MARKUP = re.compile(r"<(/?)([^\s/>]+)[^>]*?(/?)>")
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_DASHED = re.compile(r"(?<=^\{[{%#])[–—]|[–—](?=[}%#]\}$)")  # «{%-» as Word makes it
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#13;", ""), ("&amp;", "&"))


class Tag(NamedTuple):
    """One tag of a template where it stands."""

    code: str  # with its brackets
    line: int  # of the source, from 1
    container: int  # both ends of a block must stand in the same: a paragraph, a cell, a table


class Skeleton(NamedTuple):
    """What Jinja compiles, the markup it does not see, and the text of each line (for faults)."""

    source: str
    chunks: tuple[str, ...]
    lines: tuple[str, ...]
    tags: tuple[Tag, ...]


def skeleton(content: bytes) -> Skeleton:
    """One part of a template; one that is no XML raises MalformedError."""
    root = parsed(content)
    tidy(root)
    paragraphs = list(root.iter(P))
    for paragraph in paragraphs:
        _join_tags(paragraph)
    for row in list(root.iter(ROW)):
        _lift_whole(row, "tr")
    for cell in list(root.iter(CELL)):
        _lift_grid(cell)
        _lift_whole(cell, "tc")
    for paragraph in paragraphs:
        _lift_paragraph(paragraph)
    source = _Source()
    source.read(text_form(root))
    return Skeleton("".join(source.parts), tuple(source.chunks), tuple(source.lines), tuple(source.tags))


def own_texts(paragraph: Element) -> list[Element]:
    """The paragraph's `w:t`, without those of text boxes in it."""
    return [
        t
        for t in paragraph.iter(T)
        if t.getparent().getparent() is paragraph or next(t.iterancestors(P)) is paragraph
    ]


def text_of(paragraph: Element) -> str:
    """What the paragraph says."""
    return "".join("".join(t.itertext()) for t in own_texts(paragraph))


def _join_tags(paragraph: Element) -> None:
    """A tag that Word cut into several runs goes whole into the first of them."""
    texts = own_texts(paragraph)
    full = "".join(t.text or "" for t in texts)
    if "{" not in full:
        return
    if len(texts) == 1:
        texts[0].text = TAG.sub(_typed, full)
        return
    owners = [index for index, t in enumerate(texts) for _ in t.text or ""]
    for match in TAG.finditer(full):
        owners[match.start() : match.end()] = [owners[match.start()]] * (match.end() - match.start())
    pieces = [""] * len(texts)
    for owner, char in zip(owners, TAG.sub(_typed, full), strict=True):
        pieces[owner] += char
    for element, piece in zip(texts, pieces, strict=True):
        element.text = piece


def _typed(tag: re.Match[str]) -> str:
    """The quotation marks and blanks that Word makes of what was typed, as they were typed."""
    return _DASHED.sub("-", tag.group().translate(_TYPED))


def _lift_whole(element: Element, level: str) -> None:
    """A row of `{%tr … %}` alone, or a cell of `{%tc … %}` alone, gives way to its tags."""
    said = " ".join(filter(None, (text_of(p).strip() for p in element.iter(P))))
    if any(m[2] == level for m in _LEVEL.finditer(said)) and _ALONE.fullmatch(said):
        _put_before(element, said)
        _remove(element)


def _lift_grid(cell: Element) -> None:
    """`{% colwidth … %}` (twips) and `{% colspan … %}` say how a cell stands in the grid of its table."""
    for text in [t for p in cell.iterchildren(P) for t in own_texts(p)]:
        for name, code in _GRID.findall(text.text or ""):
            asked = cell.makeelement(WIDTH if name == "colwidth" else SPAN)
            asked.text = f"{{{{ {code} }}}}"
            cell.append(asked)
            text.text = _GRID.sub("", text.text)


def _lift_paragraph(paragraph: Element) -> None:
    """A paragraph of block tags alone gives way to them; one with other tags is marked as made."""
    said = text_of(paragraph)
    if "{" not in said:
        return
    if not _ALONE.fullmatch(said):
        if TAG.search(said):
            paragraph.set(MADE, "1")
        return
    _put_before(paragraph, said)
    if paragraph.find(f"{PPR}/{SECTION}") is None:
        _remove(paragraph)
        return
    for text in own_texts(paragraph):  # the page break that stands in its properties stays
        text.text = ""


def _put_before(element: Element, text: str) -> None:
    parent, before = element.getparent(), element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def _remove(element: Element) -> None:
    """Take an element away, not the text after it."""
    _put_before(element, element.tail or "")
    element.tail = None
    element.getparent().remove(element)


class _Source:
    """The source as it grows; each paragraph, and each text between paragraphs, begins a line."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.chunks: list[str] = []
        self.lines = [""]
        self.tags: list[Tag] = []
        self._markup = ""  # not yet in a chunk
        self._open: list[tuple[str, int]] = []  # elements around, each with a number of its own
        self._count = 0

    def read(self, xml: str) -> None:
        end = 0
        for match in _MARKUP.finditer(xml):
            if end < match.start():
                self._add_text(xml[end : match.start()])
            self._add_markup(match)
            end = match.end()
        self._flush()

    def _add_markup(self, match: re.Match[str]) -> None:
        closing, name, empty = match.groups()
        if closing:
            self._open.pop()
        elif name == "w:p" and not empty:
            self._begin_line()
        self._markup += match.group()
        if not closing and not empty:
            self._count += 1
            self._open.append((name, self._count))

    def _add_text(self, text: str) -> None:
        if self._open and self._open[-1][0] == "w:t":
            paragraph = next((n for name, n in reversed(self._open) if name == "w:p"), 0)
            self._add_said(" ".join(_unescaped(text).split("\n")), paragraph)
            return
        if text.strip() and "{" not in text:  # of a field or a picture: no business of ours
            self._markup += text
            return
        for tag in TAG.findall(_unescaped(text)):
            self._begin_line()
            self._add_said(tag, self._open[-1][1])

    def _add_said(self, text: str, container: int) -> None:
        if not text:
            return
        self._flush()
        text = _LEVEL.sub(r"\1 ", text)
        self.parts.append(text)
        self.lines[-1] += text
        self.tags += (Tag(tag, len(self.lines), container) for tag in TAG.findall(text))

    def _begin_line(self) -> None:
        self._flush()
        self.parts.append("{#\n#}")  # counts as a line and prints nothing
        self.lines.append("")

    def _flush(self) -> None:
        if self._markup:
            self.parts.append(f"{CHUNK}{len(self.chunks)}{CHUNK}")
            self.chunks.append(self._markup)
            self._markup = ""


def _unescaped(text: str) -> str:
    if "&" in text:
        for entity, char in _ENTITIES:
            text = text.replace(entity, char)
    return text
