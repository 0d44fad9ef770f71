"""Changes to a plan's file at the places of its values: everything else stays as a person wrote it."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.model.rolling import shift_words, year_spots
from kehoach_cli.store.report_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.store.tree import Path, Place, Tree

_GAP = "   "  # before a remark
_HEADER = re.compile(r"[|>][-+0-9]*")  # what opens a block of text
_COMMA_BEHIND, _COMMA_BEFORE = re.compile(r"\s*,\s*"), re.compile(r"\s*,\s*$")


class Years(NamedTuple):
    """A year in a text that another takes the place of (see model.rolling.year_spots)."""

    old: int
    new: int
    everywhere: bool = False


class Edit(NamedTuple):
    """What becomes of the value at a path.

    `values`: None leaves it, () takes it out with its key or dash, several (of an item in a list) stand in
    its place. `years` changes only digits inside it. `remark` stands as a comment on its line. `block` are
    whole lines, from the key or dash on, instead of it; `below` are lines that follow it. Both begin where
    the key or dash does.
    """

    path: Path
    values: tuple[str, ...] | None = None
    years: Years | None = None
    remark: str = ""
    block: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


class Edited(NamedTuple):
    """The new text; for each edited path the line (from 1) of its value now, None where it is gone."""

    text: str
    lines: dict[Path, int | None]


def edited(tree: Tree, text: str, edits: Iterable[Edit]) -> Edited:
    """Apply edits to the text that the tree was read from; paths are those of the tree."""
    page = _Page(text)
    at: dict[Path, int] = {}
    for edit in edits:
        place = tree.place(edit.path)
        if place is not None:
            at[edit.path] = page.edit(place, edit)
    return page.result(at)


def meant(data: Any, edits: Iterable[Edit]) -> Any:  # noqa: ANN401
    """What a file with this data says after the edits: the measure of the text that `edited` gives."""
    made = deepcopy(data)
    for edit in sorted(edits, key=lambda e: e.path, reverse=True):  # later items first: their numbers hold
        *above, step = edit.path
        holder = made
        for name in above:
            holder = holder[name]
        if edit.years is not None:
            holder[step] = shift_words(
                holder[step], edit.years.old, edit.years.new, everywhere=edit.years.everywhere
            )
        elif edit.values is not None and isinstance(step, int):
            holder[step : step + 1] = edit.values
        elif edit.values:
            (holder[step],) = edit.values
        elif edit.values == ():
            del holder[step]
    return made


def _in_brackets(value: str) -> str:
    """A value that may stand between brackets, where a comma parts."""
    written = scalar(value)
    return f'"{written}"' if "," in value and not written.startswith('"') else written


def _with_parts(text: str, parts: Iterable[tuple[int, int, str]]) -> str:
    """The text with stretches replaced; of two that overlap the first one takes all of its own."""
    made, at = "", 0
    for start, end, value in sorted(parts):
        made += text[at:start] + value
        at = max(at, end)
    return made + text[at:]


def _without_mark(own: str, remark: str) -> str:
    """The comment of a line without a mark of the same kind that an earlier run left in it."""
    if own.partition(":")[0] != remark.partition(":")[0]:
        return own
    _, sign, rest = own.partition(" # ")
    return f"# {rest}" if sign else ""


class _Page:
    """The lines of a file while edits gather: each line's changes wait until all are known."""

    def __init__(self, text: str) -> None:
        self._lines = text.removesuffix("\n").split("\n")
        self._parts: dict[int, list[tuple[int, int, str]]] = {}  # line → stretches to replace
        self._above: dict[int, list[str]] = {}
        self._below: dict[int, list[str]] = {}
        self._remarks: dict[int, list[str]] = {}
        self._ends: dict[int, int] = {}  # where the last value of a line ends: a comment stands behind it
        self._stale: set[int] = set()  # lines whose comment spoke of what is gone
        self._gone: set[int] = set()

    def edit(self, place: Place, edit: Edit) -> int:
        """Take one edit; the line (from 0) of the old text that it speaks of."""
        line = self._ending(place)
        if edit.years is not None:
            self._change_years(place, edit.years)
        elif edit.values == ():
            self._take_out(place)
        elif edit.values is not None:
            self._put(place, edit.values)
        if edit.block:
            self._put_block(place, edit.block)
        if edit.below:
            self._add_below(place, edit.below)
        if edit.remark:
            self._remark(place, edit.remark)
        return line

    def _ending(self, place: Place) -> int:
        """The line on which a comment about the value may stand, where its own words end there."""
        span = place.value
        if place.children and place.key:
            line, end = place.key.line, place.key.end_column
        elif opened := _HEADER.match(self._lines[span.line], span.column):
            line, end = span.line, opened.end()
        else:
            line, end = span.line, span.end_column if span.end_line == span.line else -1
        self._ends[line] = max(end, self._ends.get(line, -1))
        return line

    def _change_years(self, place: Place, years: Years) -> None:
        first, column, last, end = place.value
        if _HEADER.match(self._lines[first], column):  # the words of a block begin on the next line
            first, column = first + 1, 0
        lines = self._lines[first : last + 1]
        if last < len(self._lines):
            lines[-1] = lines[-1][:end]
        lines[0] = lines[0][column:]
        words = "\n".join(lines)
        for spot in year_spots(words, years.old, everywhere=years.everywhere):
            line = first + words.count("\n", 0, spot)
            at = spot - (words.rfind("\n", 0, spot) + 1) + (column if line == first else 0)
            self._parts.setdefault(line, []).append((at, at + 4, str(years.new)))
            if any(c.isdigit() for c in self._comment(line)):
                self._stale.add(line)

    def _put(self, place: Place, values: tuple[str, ...]) -> None:
        """Values in the place of one: of an item further lines with its dash, in brackets behind commas."""
        line, column = place.value.line, place.value.column
        last = self._last_line(place)
        head = self._lines[line][:column]
        is_item = head.strip() == "-"
        joined = scalar(values[0]) if is_item else ", ".join(map(_in_brackets, values))
        end = place.value.end_column if last == line else len(self._lines[line])
        self._parts.setdefault(line, []).append((column, end, joined))
        self._gone.update(range(line + 1, last + 1))
        if is_item:
            self._below.setdefault(line, []).extend(head + scalar(value) for value in values[1:])
        self._stale.add(line)

    def _take_out(self, place: Place) -> None:
        """The key or dash with everything below it; a dash of an outer list stays with what follows."""
        span = place.key or place.value
        line, last = span.line, self._last_line(place)
        head = self._lines[line][: span.column]
        if head.strip(" -"):
            self._take_from_brackets(place)
            return
        self._gone.update(range(line, last + 1))
        if place.key and "-" in head:  # the next key moves up behind the dash
            following = next(n for n in range(last + 1, len(self._lines)) if self._is_content(n))
            self._parts.setdefault(following, []).append((0, span.column, head))

    def _take_from_brackets(self, place: Place) -> None:
        line, start, _, end = place.value
        if behind := _COMMA_BEHIND.match(self._lines[line], end):
            end = behind.end()
        elif before := _COMMA_BEFORE.search(self._lines[line][:start]):
            start = before.start()
        self._parts.setdefault(line, []).append((start, end, ""))

    def _put_block(self, place: Place, block: tuple[str, ...]) -> None:
        """Lines instead of a key with its value; what stands before the key on its line stays."""
        span = place.key or place.value
        head = self._lines[span.line][: span.column]
        indent = " " * len(head)
        self._gone.update(range(span.line, self._last_line(place) + 1))
        lines = [head + block[0], *(indent + line if line else line for line in block[1:])]
        self._above.setdefault(span.line, []).extend(lines)

    def _add_below(self, place: Place, lines: tuple[str, ...]) -> None:
        """Lines behind all of a value, where its key or, of an item, its dash begins."""
        span = place.key or place.value
        head = self._lines[span.line][: span.column]
        indent = " " * (len(head) if place.key else len(head) - len(head.lstrip()))
        self._below.setdefault(self._last_line(place), []).extend(
            indent + line if line else line for line in lines
        )

    def _is_content(self, line: int) -> bool:
        text = self._lines[line].strip()
        return bool(text) and not text.startswith("#")

    def _last_line(self, place: Place) -> int:
        """The last line on which something of a value stands, comments and blanks behind it left out."""
        if place.children:
            return max(self._last_line(child) for child in place.children.values())
        span = place.value
        last = span.end_line - 1 if span.end_column == 0 and span.end_line > span.line else span.end_line
        while last > span.line and not self._lines[last].strip():
            last -= 1
        return last

    def _remark(self, place: Place, remark: str) -> None:
        """On the line of the value; above it where a comment there would end a text of several lines."""
        line = self._ending(place)
        if self._ends[line] >= 0:
            self._remarks.setdefault(line, []).append(remark)
            return
        line = (place.key or place.value).line
        indent = len(self._lines[line]) - len(self._lines[line].lstrip())
        self._above.setdefault(line, []).append(f"{' ' * indent}# {remark}")

    def _comment(self, line: int) -> str:
        """What stands behind the last edited value of a line from its sign # on, with the blanks before."""
        end = self._ends.get(line, -1)
        rest = self._lines[line][end:] if end >= 0 else ""
        for found in re.finditer(r"\s+#", rest):
            if rest.count('"', 0, found.start()) % 2 == 0:
                return rest[found.start() :]
        return ""

    def result(self, at: dict[Path, int]) -> Edited:
        made: list[str] = []
        now: dict[int, int] = {}
        for number in range(len(self._lines)):
            made += self._above.get(number, [])
            if number not in self._gone:
                made.append(self._line(number))
                now[number] = len(made)
            made += self._below.get(number, [])
        return Edited("\n".join(made) + "\n", {path: now.get(line) for path, line in at.items()})

    def _line(self, number: int) -> str:
        """The line as it will stand; a remark takes the column of the comment it follows, where it can."""
        text, own = self._lines[number], self._comment(number)
        is_stale = number in self._stale
        column = len(text) - len(own.lstrip())
        if is_stale or number in self._remarks:
            text = text[: len(text) - len(own)].rstrip()
        text = _with_parts(text, self._parts.get(number, []))
        remarks = [f"# {remark}" for remark in self._remarks.get(number, [])]
        if not remarks:
            return text
        gap = " " * (column - len(text)) if own else ""
        kept = "" if is_stale else _without_mark(own.strip(), remarks[0])
        return (text + (gap or _GAP) + " ".join([*remarks, kept])).rstrip()
