"""A file's bytes to a document that can be read: what kind of file it is, then the reader of that kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.guard import Unreadable
from kehoach_cli.intake.official.blocks import Cell, Paragraph, Source, Table
from kehoach_cli.intake.official.joining import joined, lines_apart
from kehoach_cli.intake.official.kinds import decoded, kind_of
from kehoach_cli.intake.official.letterhead import in_columns
from kehoach_cli.intake.official.letters import judge_letters, printed, shaped
from kehoach_cli.intake.official.source_text import source_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Block = Paragraph | Table


MOST_LETTERS = 1_000_000
"""Of a document: some 400 pages."""

_GAP = re.compile(r"([ \t#])\1{200,}")
"""The same sign of layout wider than any page: to look for its end again and again takes long."""


class _Raw(NamedTuple):
    """What the reader of one kind brings: letters, blanks and line ends as they stand in the file."""

    blocks: Sequence[Block]
    unread: Sequence[str] = ()
    notes: Sequence[str] = ()


def read_source(raw: bytes, name: str) -> Source:
    """The document in a file; Unreadable (L601 to L610) for what is none or cannot be read."""
    found = _read(raw, name)
    _judge_size(found.blocks)
    blocks = tuple(joined(_tidied(in_columns(found.blocks))))
    if not blocks:
        raise Unreadable("L606")
    text = source_text(blocks, [printed(note) for note in found.notes])
    judge_letters(text)
    return Source(name, blocks, text, tuple(found.unread))


def _read(raw: bytes, name: str) -> _Raw:
    """Each reader is imported when a file of its kind comes."""
    kind = kind_of(raw, name)
    if kind == "docx":
        from kehoach_cli.intake.official.docx import read_docx

        document = read_docx(raw)
        return _Raw(document.blocks, (), document.notes)
    if kind == "pdf":
        from kehoach_cli.intake.official.pdf import read_pdf

        return _Raw(*read_pdf(raw))
    text = decoded(raw)
    if len(text) > 2 * MOST_LETTERS:  # blanks and signs of layout included
        raise _too_long()
    text = _GAP.sub(lambda gap: gap[1] * 200, text)
    if kind == "markdown":
        from kehoach_cli.intake.official.markdown import read_markdown

        return _Raw(read_markdown(text))
    from kehoach_cli.intake.official.plain import read_plain

    return _Raw(read_plain(text))


def _judge_size(blocks: Iterable[Block]) -> None:
    """Before the work on each letter begins."""
    letters = 0
    for block in blocks:
        if isinstance(block, Table):
            letters += sum(len(cell.text) for row in block.rows for cell in row.cells)
        else:
            letters += len(block.words)
        if letters > MOST_LETTERS:
            raise _too_long()


def _too_long() -> Unreadable:
    return Unreadable("L604", what=f"hơn {f'{MOST_LETTERS:,}'.replace(',', '.')} chữ cái")


def _tidied(blocks: Iterable[Block]) -> Iterator[Block]:
    """Letters as kehoach keeps them, and one paragraph for each line that reads by itself."""
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(row._replace(cells=tuple(map(_cell, row.cells))) for row in block.rows)
            yield block._replace(rows=rows)
            continue
        for at, line in enumerate(lines_apart(shaped(block.text))):
            yield block._replace(text=line, number=block.number if not at else "")


def _cell(cell: Cell) -> Cell:
    lines = (printed(line) for line in cell.text.split("\n"))
    return cell._replace(text="\n".join(line for line in lines if line))
