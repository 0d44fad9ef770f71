"""Head and foot set in two columns by blanks or tabs: «UBND HUYỆN …      CỘNG HÒA XÃ HỘI …» cut in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Row, Table
from kehoach_cli.intake.official.joining import one_line, runs_on
from kehoach_cli.intake.official.letters import printed
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Block = Paragraph | Table

_GAP = re.compile(r"(?<=\S)(?: {3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_STATE = re.compile(r"\s*(?:cong hoa xa hoi|dang cong san viet nam)")
_MOTTO = re.compile(r"\s*doc lap\b.*tu do\b")
_DATE = re.compile(r"ngay\b.{0,12}\bthang\b.{0,8}\bnam \d{4}")
_DAY = re.compile(r"\bngay\b.{0,12}\bthang\b")
_NUMBER = re.compile(r"\s*(?:so\b|v v\b)")
_KIND = re.compile(
    r"(?:ke hoach|quyet dinh|chuong trinh|de an|phuong an|huong dan|thong bao|chi thi|cong dien)"
)
_RECEIVERS = re.compile(r"\s*noi nhan\b")
_SIGNED = re.compile(
    r"\s*(?:tm|kt|tl|tuq|q|thua|chu tich|pho chu tich|giam doc|chanh van phong|truong|pho|bi thu)\b"
)
_DRAWN = re.compile(r"[\s_=*.–—-]*")
_HEAD_LINES, _FOOT_LINES = 12, 40
_TAB = 8
_NEAR = 10  # columns by which the two halves stray from where the first line has them


class Halves(NamedTuple):
    """The lines of the left and of the right column, and the number of the line below both."""

    left: list[str]
    right: list[str]
    end: int


def halves_at(lines: Sequence[str], at: int) -> Halves | None:
    """The two columns that begin at a line; None where it is no such line."""
    parts = _GAP.split(lines[at].strip(), maxsplit=1)
    if len(parts) != 2:  # noqa: PLR2004 - left and right
        return None
    if _STATE.match(fold(parts[1])):
        return _head(lines, at)
    if _RECEIVERS.match(fold(parts[0])) and _SIGNED.match(fold(parts[1])):
        return _foot(lines, at)
    return None


def _head(lines: Sequence[str], at: int) -> Halves:
    """Up to the line with the date; without one up to the first that stands in one column."""
    found = Halves([], [], at)
    column = _column(lines[at])
    end = at
    for end in range(at, min(at + _HEAD_LINES, len(lines))):
        left, right = _cut(lines[end], column)
        if _KIND.fullmatch(fold(lines[end])) or (end > at and right is None and _is_below(left, found)):
            return found._replace(end=end)
        found.left.append(left)
        found.right.append(right or "")
        if right and _DATE.search(fold(" ".join(found.right[-2:]))):
            break
    return found._replace(end=end + 1)


def _is_below(line: str, found: Halves) -> bool:
    """Whether a line in one column, not the number of the document, follows a head that has its number."""
    return (
        bool(line) and not _NUMBER.match(fold(line)) and any(_NUMBER.match(fold(said)) for said in found.left)
    )


def _foot(lines: Sequence[str], at: int) -> Halves:
    """Up to the end, or to an appendix."""
    found = Halves([], [], at)
    column = _column(lines[at])
    end = at
    for end in range(at, min(at + _FOOT_LINES, len(lines))):
        if fold(lines[end]).startswith("phu luc"):
            return found._replace(end=end)
        left, right = _cut(lines[end], column)
        found.left.append(left)
        found.right.append(right or "")
    return found._replace(end=end + 1)


def _column(line: str) -> int:
    """Where the right half begins."""
    line = line.expandtabs(_TAB)
    match = _GAP.search(line.rstrip(), len(line) - len(line.lstrip()))
    return match.end() if match else 0


def _cut(line: str, column: int) -> tuple[str, str | None]:
    """The left and the right half; None for a right half that the line does not have."""
    if _DRAWN.fullmatch(line):
        return "", ""
    parts = _GAP.split(line.strip(), maxsplit=1)
    if len(parts) == 2:  # noqa: PLR2004 - left and right
        return tuple("" if _DRAWN.fullmatch(part) else part.strip() for part in parts)  # type: ignore[return-value]
    words = fold(line)
    if _MOTTO.match(words) or _STATE.match(words) or (_DAY.search(words) and not _NUMBER.match(words)):
        return "", line.strip()
    flat = line.expandtabs(_TAB)
    is_right = len(flat) - len(flat.lstrip()) >= max(column - _NEAR, 1) and not _NUMBER.match(words)
    return ("", line.strip()) if is_right else (line.strip(), None)


def table_of_halves(halves: Halves, place: str) -> Table:
    """Both columns as the two cells of one row, as Word documents have them."""
    cells = tuple(Cell("\n".join(_whole(lines)), column) for column, lines in enumerate(halves[:2]))
    return Table((Row(cells, place),), 2, place)


def _whole(lines: Sequence[str]) -> list[str]:
    """The lines of a column; a narrow one breaks the name of the state, the date, the receivers."""
    found: list[str] = []
    for line in map(printed, lines):
        if found and line and _goes_on(found[-1], line):
            found[-1] = one_line(found[-1], line)
        elif line:
            found.append(line)
    return found


def _goes_on(before: str, line: str) -> bool:
    words = fold(before)
    if _STATE.match(words) and "viet nam" not in words:
        return True
    return runs_on(before, line, is_full=False) or (bool(_DAY.search(words)) and line[:4].isdigit())


def in_columns(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, paragraphs set in two columns by tabs or blanks as a table."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if isinstance(block, Table) or not ("\t" in block.text or "   " in block.text):
            yield block
            continue
        lines, owners = _lines_from(blocks, at - 1)
        halves = halves_at(lines, 0)
        if halves is None:
            yield block
            continue
        yield table_of_halves(halves, block.place)
        end = halves.end
        at = owners[end - 1] + 1
        if end < len(lines) and owners[end] == owners[end - 1]:  # the rest of that paragraph
            rest = [
                line for line, owner in zip(lines[end:], owners[end:], strict=True) if owner == owners[end]
            ]
            yield block._replace(text="\n".join(rest), number="")


def _lines_from(blocks: Sequence[Block], at: int) -> tuple[list[str], list[int]]:
    """The lines of the paragraphs from one on up to the next table, and whose each is."""
    lines: list[str] = []
    owners: list[int] = []
    for number in range(at, len(blocks)):
        block = blocks[number]
        if isinstance(block, Table) or len(lines) > _FOOT_LINES:
            break
        for line in block.text.split("\n"):
            lines.append(line)
            owners.append(number)
    return lines, owners
