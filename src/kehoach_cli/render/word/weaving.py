"""Printed paragraphs as Word has them: texts settled where they meet, lines as paragraphs, notes shaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.joining import blocks_of, lines_of, meet
from kehoach_cli.render.word.lines import Line, put_lines
from kehoach_cli.render.word.names import CELL, MADE, PPR, RPR, SPACE, P, R, T
from kehoach_cli.render.word.properties import keep_with_next
from kehoach_cli.render.word.runs import NOTE, Piece
from kehoach_cli.render.word.skeleton import text_of
from kehoach_cli.render.word.tree import child_of, text_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.render.word.styles import Styles

    Element = Any  # lxml tells its types nowhere


class Item(NamedTuple):
    """What a paragraph holds before settling: a text with its run's properties, or what is no text."""

    properties: Element | None
    text: str
    is_foreign: bool
    thing: Element | None  # a break, a field, a picture


def weave(root: Element, styles: Styles, *, verbatim: bool) -> int:
    """Settle every printed paragraph in place; returns how many notes of ours the part holds.

    Outside tables and unless `verbatim`, a text's closing «./.» becomes a stop.
    """
    notes = 0
    for paragraph in list(root.iter(P)):
        is_made = paragraph.get(MADE) is not None
        if not is_made and NOTE not in text_of(paragraph):
            continue
        notes += _settle(paragraph, styles, verbatim=verbatim)
    for cell in root.iter(CELL):
        if cell[-1].tag != P:  # a cell must end in a paragraph
            cell.append(cell.makeelement(P))
    return notes


def _settle(paragraph: Element, styles: Styles, *, verbatim: bool) -> int:
    in_cell = next(paragraph.iterancestors(CELL), None) is not None
    properties = child_of(paragraph, PPR)
    is_heading = styles.is_heading(properties)
    text = _only_text(paragraph, properties)
    if text is not None and _settle_text(text, verbatim=verbatim, on_one_line=in_cell or is_heading):
        return 0
    writer = _Writer(verbatim=verbatim or in_cell, in_cell=in_cell, on_one_line=is_heading)
    items = _merged(_items(paragraph))
    for index, item in enumerate(items):
        following = _following(items, index) if item.is_foreign else None
        writer.add(item, items, following)
    lines = [line for line in writer.lines if not line.is_blank]
    put_lines(paragraph, properties, lines, styles)
    return writer.notes


def _only_text(paragraph: Element, properties: Element | None) -> Element | None:
    """The `w:t` of a paragraph that holds a single text, the template's or another's; else None."""
    if len(paragraph) != (1 if properties is None else 2):
        return None
    run = paragraph[-1]
    contents = [child for child in run if child.tag != RPR] if run.tag == R else []
    text = contents[0] if len(contents) == 1 and contents[0].tag == T else None
    if text is None or not len(text):
        return text
    return text if len(text) == 1 and not text.text and not text[0].tail else None


def _settle_text(text: Element, *, verbatim: bool, on_one_line: bool) -> bool:
    """Settle the only text of a paragraph where it stands; False if it is more than a line of plain words.

    Most paragraphs are such cells of tables. `_Writer` and `put_lines` would make the same of them, slower.
    """
    is_foreign = len(text) > 0
    said = (text[0] if is_foreign else text).text or ""
    bare = said.strip()
    if not bare or "\n" in said or "\t" in said or NOTE in said or bare.startswith("- "):
        return False
    if is_foreign:
        said = bare if on_one_line else meet(bare, "", verbatim=verbatim)[0]
    run = text.getparent()
    paragraph = run.getparent()
    text.clear()
    text.set(SPACE, "preserve")
    text.text = said.rstrip()
    for element in (run, paragraph):
        element.attrib.clear()
        element.text = element.tail = None
    if text.text.endswith(":"):
        keep_with_next(paragraph)
    return True


def _items(paragraph: Element) -> Iterator[Item]:
    """The contents of the paragraph's runs in order; runs in links and controls are taken out of them."""
    for run in paragraph.iter(R):
        if run.getparent() is not paragraph and next(run.iterancestors(P)) is not paragraph:
            continue  # of a text box: settled as a paragraph of its own
        properties = child_of(run, RPR)
        for child in run:
            tag = child.tag
            if tag == T:
                if child.text:
                    yield Item(properties, child.text, is_foreign=False, thing=None)
                for foreign in child:
                    yield Item(properties, foreign.text or "", is_foreign=True, thing=None)
                    if foreign.tail:
                        yield Item(properties, foreign.tail, is_foreign=False, thing=None)
            elif tag != RPR:
                yield Item(properties, "", is_foreign=False, thing=child)


def _merged(items: Iterator[Item]) -> list[Item]:
    """The template's words that look alike as one item: Word cuts runs where nobody sees it."""
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        is_own = item.thing is None and not item.is_foreign
        if last and is_own and last.thing is None and not last.is_foreign and _look_alike(last, item):
            found[-1] = last._replace(text=last.text + item.text)
        else:
            found.append(item)
    return found


def _look_alike(one: Item, other: Item) -> bool:
    if one.properties is other.properties:
        return True
    return _look(one.properties) == _look(other.properties)


def _look(properties: Element | None) -> str:
    return "" if properties is None or not len(properties) else text_form(properties)


def _following(items: list[Item], index: int) -> int | None:
    """Where the template's own text stands that comes directly after a text of others."""
    after = index + 1
    if after < len(items) and not items[after].is_foreign and items[after].thing is None:
        return after
    return None


class _Writer:
    """The lines as they grow; knows whether a note stands open."""

    def __init__(self, *, verbatim: bool, in_cell: bool, on_one_line: bool) -> None:
        self.lines = [Line([], 0, is_source=False)]
        self.notes = 0
        self._verbatim, self._in_cell, self._on_one_line = verbatim, in_cell, on_one_line
        self._in_note = False

    def add(self, item: Item, items: list[Item], following: int | None) -> None:
        """Add one item; a text of others may take the stop of the template's text that follows."""
        if item.thing is not None:
            self._put(Piece(item.properties, "", item.thing, self._in_note))
        elif not item.is_foreign:
            self._add_own(item)
        elif self._on_one_line or self._in_note:
            text, rest = self._met(item.text, items, following)
            self._say(item, " ".join(lines_of(text)))
            _set(items, following, rest)
        else:
            text, rest = self._met(item.text, items, following)
            _set(items, following, self._add_blocks(item, text, rest))

    def _met(self, text: str, items: list[Item], following: int | None) -> tuple[str, str]:
        rest = items[following].text if following is not None else ""
        if self._in_cell or self._on_one_line:
            met = rest.startswith((".", ";", ",", ":")) and not rest.startswith("./.")
            return text.strip(), rest[1:] if met and text.rstrip().endswith(rest[0]) else rest
        return meet(text, rest, verbatim=self._verbatim)

    def _add_blocks(self, item: Item, text: str, following: str) -> str:
        """An agency's lines; returns what is left of the template's text after them."""
        blocks = blocks_of(text)
        is_list = False
        for index, block in enumerate(blocks):
            if index or (block.is_item and self._has_words()):
                self._begin(level=block.level)
            is_list = block.is_item
            self._say(item, f"- {block.text}" if is_list else block.text)
        if not is_list or self._in_cell:
            return following
        if following.startswith(".") and not following.startswith("./."):
            self._say(item, ".")
            following = following[1:]
        return f"\n\n{following.lstrip(' ')}" if following.partition("\n")[0].strip() else following

    def _add_own(self, item: Item) -> None:
        """The template's words: an empty line begins a paragraph, two blanks after it set it off."""
        breaks = 0
        for index, raw in enumerate(item.text.split("\n")):
            breaks += bool(index)
            if not raw.strip():
                if breaks and raw.startswith("  "):
                    self._begin(is_source=True)
                    breaks = 0
                elif raw and not breaks:
                    self._say_own(item, raw)
                continue
            if breaks > 1 or (breaks and not self._has_words()):
                self._begin(is_source=raw.startswith("  "))
            elif breaks and self._has_words():
                self._say_own(item, " ")
            self._say_own(item, raw.lstrip() if breaks else raw)
            breaks = 0
        if breaks > 1:
            self._begin()

    def _say_own(self, item: Item, text: str) -> None:
        """Words of the template, parted where a note of ours begins and ends."""
        while text:
            if self._in_note:
                inside, mark, text = text.partition("]")
                self._put(Piece(item.properties, inside + mark, None, in_note=True))
                self._in_note = not mark
                continue
            before, mark, text = text.partition(NOTE)
            self._put(Piece(item.properties, before, None, in_note=False))
            if mark:
                self.notes += 1
                self._in_note = True
                self._put(Piece(item.properties, mark, None, in_note=True))

    def _say(self, item: Item, text: str) -> None:
        self._put(Piece(item.properties, text, None, self._in_note))

    def _put(self, piece: Piece) -> None:
        if piece.text or piece.thing is not None:
            self.lines[-1].pieces.append(piece)

    def _begin(self, *, level: int = 0, is_source: bool = False) -> None:
        self.lines.append(Line([], level, is_source))

    def _has_words(self) -> bool:
        return not self.lines[-1].is_blank


def _set(items: list[Item], index: int | None, text: str) -> None:
    if index is not None:
        items[index] = items[index]._replace(text=text)
