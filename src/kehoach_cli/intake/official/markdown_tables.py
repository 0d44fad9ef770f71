"""Tables in Markdown and in plain text: with pipes, as a grid, or ruled with dashes above their columns."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach_cli.intake.official.blocks import Cell, Row, Table
from kehoach_cli.intake.official.label_words import is_number_head
from kehoach_cli.intake.official.markdown_inline import HARD, plain

_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_GRID = re.compile(r"^\s*\+(?:[-=:]+\+)+\s*$")
_RULED = re.compile(r"^\s*-{2,}(?: +-{2,})+\s*$")
_CLOSED = re.compile(r"^\s*-{3,}(?:[ -]*)$")
_ROW = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]+|[A-ZĐ])[.)]?")
_MOST_COLUMNS = 16  # and the first cell of the row below them
_CELL_LINES = 25  # of a cell in a copy of a web page
_MOST_LINES = 4000  # a ruled table that never closes is none
_WIDEST = 100  # columns; Word allows 63: each row is filled up to the widest


class Found(NamedTuple):
    """The rows of a table as texts with their line numbers (from 0), and the line after it."""

    rows: list[tuple[int, list[str]]]
    end: int


def table_at(lines: list[str], at: int) -> Found | None:
    """The table that begins at a line; None where none does."""
    if _GRID.match(lines[at]):
        return _grid(lines, at)
    if "|" in lines[at]:
        return _piped(lines, at)
    if is_number_head(lines[at]) and at + 1 < len(lines) and lines[at + 1].strip() == "|":
        return _celled(lines, at)
    if _CLOSED.match(lines[at]) or (at + 1 < len(lines) and _RULED.match(lines[at + 1])):
        return _ruled(lines, at)
    return None


def made(found: Found, name: str) -> Table:
    """The table with its cells read as Markdown; `name` as «bảng 2»."""
    rows = []
    width = max(len(fields) for _, fields in found.rows)
    for number, fields in found.rows:
        cells = tuple(_cell(field, column) for column, field in enumerate(fields))
        rows.append(Row(cells, f"{name}, dòng {number + 1}"))
    return Table(tuple(rows), width, name)


def _cell(field: str, column: int) -> Cell:
    marked = plain(field)
    letters = [bold for letter, bold in zip(marked.text, marked.bold, strict=True) if letter.isalnum()]
    return Cell(marked.text.replace(HARD, "\n").strip(), column, bold=bool(letters) and all(letters))


def _piped(lines: list[str], at: int) -> Found | None:
    """Rows with pipes: with a line of dashes below the first, or pipes at both ends of two lines and more."""
    end = at
    while end < len(lines) and _PIPE.search(lines[end]) and lines[end].strip():
        end += 1
    has_delimiter = end - at > 1 and bool(_DELIMITER.match(lines[at + 1]))
    framed = all(line.strip().startswith("|") and line.strip().endswith("|") for line in lines[at:end])
    if not has_delimiter and not ((framed or _is_closed(lines[at:end])) and end - at > 1):
        return None
    rows = [(n, _fields(lines[n])) for n in range(at, end) if not _DELIMITER.match(lines[n])]
    width = len(rows[0][1])
    if max(len(fields) for _, fields in rows) > _WIDEST:
        return None
    rows = [(n, fields + [""] * (width - len(fields))) for n, fields in rows]
    return Found([row for row in rows if any(row[1])] or rows[:1], end)


def _is_closed(lines: list[str]) -> bool:
    """Copies of web pages end every cell with a pipe and begin none with it: «Số hiệu | 12/KH-UBND |»."""
    fields = {len(_PIPE.findall(line)) for line in lines if line.strip().endswith("|")}
    return len(fields) == 1 and all(line.strip().endswith("|") for line in lines)


def _celled(lines: list[str], at: int) -> Found | None:
    """Every cell on lines of its own with a pipe alone below it, as copies of web pages have tables.

    The header ends where the first row is numbered; a number begins a row.
    """
    head = _closed_cells(lines, at, _MOST_COLUMNS)
    width = next((n for n, (_, words) in enumerate(head) if _ROW.fullmatch(words)), 0)
    if width < 3:  # noqa: PLR2004 - a number, a task and somebody
        return None
    cells = _closed_cells(lines, at, len(lines))
    rows = [(at, [words for _, words in cells[:width]])]
    for number, words in cells[width:]:
        row = rows[-1][1]
        if len(row) == width or (_ROW.fullmatch(words) and len(row) > 1):
            rows.append((number, [words]))
        else:
            row.append(words)
    last = cells[-1][0]
    end = next(n for n in range(last, len(lines)) if lines[n].strip() == "|") + 1
    return Found([(n, row + [""] * (width - len(row))) for n, row in rows], end)


def _closed_cells(lines: list[str], at: int, most: int) -> list[tuple[int, str]]:
    """The cells from a line on, each with its first line; one too long, or that nothing closes, ends them."""
    cells: list[tuple[int, str]] = []
    start, held = at, list[str]()
    for n in range(at, len(lines)):
        if len(cells) == most:
            break
        if lines[n].strip() == "|":
            cells.append((start, " ".join(held)))
            start, held = n + 1, []
            continue
        held += [lines[n].strip()] if lines[n].strip() else []
        if len(held) > _CELL_LINES or lines[n].strip().startswith("Nơi nhận"):
            break
    return cells


def _fields(line: str) -> list[str]:
    inner = line.strip()
    inner = inner.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [field.strip() for field in _PIPE.split(inner)]


def _grid(lines: list[str], at: int) -> Found | None:
    """Rows between lines of plus signs; the lines of a cell below each other."""
    rows: list[tuple[int, list[str]]] = []
    fields: list[str] = []
    end = at
    for end in range(at, len(lines) + 1):
        line = lines[end] if end < len(lines) else ""
        if line.strip().startswith("|"):
            more = _fields(line)
            fields = [*fields, *[""] * (len(more) - len(fields))]
            fields = [
                f"{old}\n{new}".strip()
                for old, new in zip(fields, [*more, *[""] * len(fields)], strict=False)
            ]
            continue
        if fields:
            rows.append((end - 1, [_unwrapped(field) for field in fields]))
        fields = []
        if not _GRID.match(line):
            break
    return Found(rows, end) if rows else None


def _unwrapped(field: str) -> str:
    """The lines of a cell of a drawn table: broken only for want of room."""
    return " ".join(field.split("\n"))


def _ruled(lines: list[str], at: int) -> Found | None:
    """Columns under dashes: one line a row, or rows parted by blank lines between two closing rules."""
    ruler = next((n for n in range(at, min(at + 8, len(lines))) if _RULED.match(lines[n])), None)
    if ruler is None or any(not line.strip() for line in lines[at:ruler]):
        return None
    spans = [match.span() for match in re.finditer(r"-+", lines[ruler])]
    is_closed = ruler - at != 1 and bool(_CLOSED.match(lines[at]))
    end = _end_of_ruled(lines, ruler + 1, is_closed=is_closed)
    if end is None:
        return None
    head = [line for line in lines[at:ruler] if not _CLOSED.match(line)]
    rows = [(at, _slices(head, spans))] if head else []
    rows += _ruled_rows(lines, ruler + 1, end, spans, is_closed=is_closed)
    after = end + 1 if end < len(lines) and _CLOSED.match(lines[end]) else end
    return Found(rows, after) if rows else None


def _end_of_ruled(lines: list[str], start: int, *, is_closed: bool) -> int | None:
    for n in range(start, min(start + _MOST_LINES, len(lines))):
        if _CLOSED.match(lines[n]) or (not is_closed and not lines[n].strip()):
            return n
    return None if is_closed else len(lines)


def _ruled_rows(
    lines: list[str], start: int, end: int, spans: list[tuple[int, int]], *, is_closed: bool
) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    held: list[str] = []
    for n in range(start, end + 1):
        line = lines[n] if n < end else ""
        if line.strip():
            held.append(line)
        if held and (not line.strip() or not is_closed):
            rows.append((n, _slices(held, spans)))
            held = []
    return rows


def _slices(lines: list[str], spans: list[tuple[int, int]]) -> list[str]:
    """What stands under each ruler, up to where the next one begins."""
    starts = [start for start, _ in spans]
    ends = [*starts[1:], None]
    return [
        " ".join(" ".join(line[start:end] for line in lines).split())
        for start, end in zip([0, *starts[1:]], ends, strict=True)
    ]
