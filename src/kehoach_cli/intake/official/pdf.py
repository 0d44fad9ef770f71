"""A PDF with a text layer as blocks: lines to paragraphs, ruled tables to tables.

Done: page numbers and running heads dropped, sentences and tables put together across pages, the head cut
in two, pages on their side turned. Not done: tables without ruled lines (their lines are read from left to
right), text in pictures, comments and stamps of signatures, automatic numbers (they are letters already).
"""

from __future__ import annotations

import logging
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.intake.guard import Unreadable
from kehoach_cli.intake.official.blocks import Paragraph, Row, Table
from kehoach_cli.intake.official.letterhead import halves_at, table_of_halves
from kehoach_cli.intake.official.pdf_grid import Grid, cell_of, fields_of, grids_in
from kehoach_cli.intake.official.pdf_lines import PdfLine, Shape, cell_text, lines_in, paragraphs_of, shape_of
from kehoach_cli.intake.official.pdf_page import MOST_BYTES, Page, drawing_bytes, read_page
from kehoach_cli.intake.official.pdf_tables import Part, joined_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PdfReader

    Block = Paragraph | Table

_MOST_PAGES = 1000
_MOST_BYTES = 10_000_000  # of the drawings of all pages
_PAGE_NUMBER = re.compile(r"(?:[-–—] *)?(?:trang *)?\d{1,4}(?: */ *\d{1,4})?(?: *[-–—])?\.?", re.IGNORECASE)
_EDGE_LINES = 2  # at the top and at the bottom of a page: where running heads stand
_REPEATED = 3  # pages on which a running head stands at least


class Document(NamedTuple):
    """The blocks, and the pages that are pictures."""

    blocks: list[Block]
    unread: list[str]


def read_pdf(raw: bytes) -> Document:
    """Unreadable for a PDF that is locked, broken, enormous or only scanned."""
    pages = _pages(raw)
    parts = [_part(page, number) for number, page in enumerate(pages, 1)]
    if not any(part.lines or part.tables for part in parts):
        raise Unreadable("L607" if any(page.has_picture for page in pages) else "L606")
    scanned = [
        f"trang {number} là hình, không có chữ để đọc"
        for number, (page, part) in enumerate(zip(pages, parts, strict=True), 1)
        if page.has_picture and not part.lines and not part.tables
    ]
    return Document(list(_blocks(joined_tables(_without_heads(parts)))), scanned)


def _pages(raw: bytes) -> list[Page]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its English remarks on odd files help nobody
    try:
        return [read_page(page) for page in _opened(PdfReader(BytesIO(raw)))]
    except Unreadable:
        raise
    except (DependencyError, FileNotDecryptedError):
        raise Unreadable("L602") from None
    except (LimitReachedError, MemoryError):
        raise Unreadable("L604", what="giải nén ra quá lớn") from None
    except Exception:  # noqa: BLE001 - a broken file may fail anywhere within the reader
        raise Unreadable("L603", what="không đọc được các trang") from None


def _opened(reader: PdfReader) -> Sequence[Any]:
    """The pages; a file that only forbids to print or to change opens without a password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("L602")
    if len(reader.pages) > _MOST_PAGES:
        raise Unreadable("L604", what=f"có {len(reader.pages)} trang")
    sizes = [drawing_bytes(page) for page in reader.pages]
    if max(sizes, default=0) > MOST_BYTES or sum(sizes) > _MOST_BYTES:
        raise Unreadable("L604", what="có quá nhiều nét vẽ")
    return reader.pages


def _part(page: Page, number: int) -> Part:
    grids = grids_in(page.rules)
    free, held = [], {n: [] for n in range(len(grids))}  # type: ignore[var-annotated]
    for piece in page.pieces:
        at = next((n for n, grid in enumerate(grids) if grid.holds(piece)), None)
        (free if at is None else held[at]).append(piece)
    tables = [(grid.top, _table(grid, held[n], number)) for n, grid in enumerate(grids) if _has_text(held[n])]
    return Part(lines_in(free, number), tables, number)


def _has_text(pieces: Sequence[Any]) -> bool:
    return any(piece.text.strip() for piece in pieces)


def _table(grid: Grid, pieces: Sequence[Any], page: int) -> Table:
    rows: list[list[Any]] = [[] for _ in grid.rows[1:]]
    for field in fields_of(grid, pieces):
        text = cell_text(field.pieces, grid.columns[field.column + field.columns], page)
        rows[field.row].append(cell_of(field, text))
    return Table(tuple(Row(tuple(cells), "") for cells in rows), len(grid.columns) - 1, "")


def _without_heads(parts: Sequence[Part]) -> list[Part]:
    """The pages without their numbers and without lines that stand at the same edge of many pages."""
    counts: dict[str, int] = {}
    for part in parts:
        for key in {_bare(line) for line in _edges(part.lines)}:
            counts[key] = counts.get(key, 0) + 1
    often = {key for key, count in counts.items() if count >= max(_REPEATED, len(parts) // 2)}
    return [part._replace(lines=_numbered(_kept(part, often))) for part in parts]


def _kept(part: Part, often: set[str]) -> list[PdfLine]:
    dropped = [line for line in _edges(part.lines) if _is_head(line, part, often)]
    return [line for line in part.lines if line not in dropped]


def _numbered(lines: Sequence[PdfLine]) -> list[PdfLine]:
    return [line._replace(number=number) for number, line in enumerate(lines, 1)]


def _edges(lines: Sequence[PdfLine]) -> list[PdfLine]:
    return [*lines[:_EDGE_LINES], *lines[max(_EDGE_LINES, len(lines) - _EDGE_LINES) :]]


def _is_head(line: PdfLine, part: Part, often: set[str]) -> bool:
    is_number = line in (part.lines[0], part.lines[-1]) and bool(_PAGE_NUMBER.fullmatch(line.text))
    return is_number or (_bare(line) in often and len(line.text) > 1)


def _bare(line: PdfLine) -> str:
    """A line without its figures: the number of the page in it changes."""
    return f"{round(line.y / 4)} {re.sub(r'[0-9]+', '', line.text)}"


def _blocks(parts: Sequence[Part]) -> Iterator[Block]:
    """Everything in reading order, from the top of each page down."""
    lines = [line for part in parts for line in part.lines]
    if not lines:
        yield from (table for part in parts for _, table in part.tables)
        return
    shape = shape_of(lines)
    held: list[PdfLine] = []
    for part in parts:
        waiting = list(part.tables)
        for line in part.lines:
            while waiting and waiting[0][0] > line.y:
                yield from _texts(held, shape)
                held = []
                yield waiting.pop(0)[1]
            held.append(line)
        if waiting:
            yield from _texts(held, shape)
            held = []
            yield from (table for _, table in waiting)
    yield from _texts(held, shape)


def _texts(lines: list[PdfLine], shape: Shape) -> Iterator[Block]:
    """Lines without a table between as paragraphs; what is set in two columns as a table of one row."""
    laid = [line.laid for line in lines]
    start = at = 0
    while at < len(lines):
        halves = halves_at(laid, at) if "   " in laid[at].strip() else None
        if halves is None:
            at += 1
            continue
        yield from _paragraphs(lines[start:at], shape)
        yield table_of_halves(halves, _place(lines[at]))
        start = at = halves.end
    yield from _paragraphs(lines[start:], shape)


def _paragraphs(lines: Sequence[PdfLine], shape: Shape) -> Iterator[Block]:
    for found in paragraphs_of(lines, shape):
        yield Paragraph(found.text, _place(found.first), "", found.bold, found.italic, found.centred)


def _place(line: PdfLine) -> str:
    return f"trang {line.page}, dòng {line.number}"
