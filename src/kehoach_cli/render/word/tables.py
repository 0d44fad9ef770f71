"""Tables as one Word document: a section each, from the office's template `bang.docx`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.foreign import marked
from kehoach_cli.render.page_layout import laid_out, squeezed
from kehoach_cli.render.word.document import About, legible, word_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.render.page_layout import Layout
    from kehoach_cli.render.table import Origin, Table

TEMPLATE = "bang.docx"
_SIZES = (13, 11)  # of the two styles that the template has for cells
_PADDING = 8  # points: what the template's cells keep free on both sides, and their lines
_TWIPS = 20


class Column(NamedTuple):
    """A column of a printed table."""

    title: str
    width: int  # twips
    is_centred: bool


class Cell(NamedTuple):
    """A cell of a printed table."""

    text: str
    is_centred: bool


class Rows(NamedTuple):
    """Rows under a heading of their own (empty: none)."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]


class Page(NamedTuple):
    """One table as the template has it."""

    titles: tuple[str, ...]
    attached: str
    is_small: bool  # the smaller of the two sizes of letters
    columns: tuple[Column, ...]
    parts: tuple[Rows, ...]
    foot: tuple[str, ...]


def tables_document(tables: Sequence[Table], origin: Origin) -> bytes:
    """The tables in their order, each beginning a page; equal tables give equal bytes.

    A fault in the template raises TemplateFault.
    """
    title = tables[0].titles[0] if tables and tables[0].titles else ""
    about = About(title, origin.author, origin.day, is_demo=origin.is_demo)
    names: dict[str, Any] = {"cac_bang": marked(legible(tuple(map(_page, tables))))}
    return word_document(TEMPLATE, names, origin.folders, about, verbatim=True).content


def _page(table: Table) -> Page:
    layout = squeezed(laid_out(table, _SIZES, padding=_PADDING))
    centred = [_is_centred(table, n) for n in range(len(table.columns))]
    parts = (
        Rows(p.heading, tuple(tuple(map(Cell, row, centred)) for row in p.rows))
        for p in (table.parts if table.rows else ())
    )
    return Page(
        table.titles,
        table.attached,
        layout.size < _SIZES[0],
        _columns(table, layout, centred) if table.rows else (),
        tuple(parts),
        table.foot,
    )


def _columns(table: Table, layout: Layout, centred: Sequence[bool]) -> tuple[Column, ...]:
    columns = zip(table.columns, layout.widths, centred, strict=True)
    return tuple(Column(title, width * _TWIPS, is_centred) for title, width, is_centred in columns)


def _is_centred(table: Table, n: int) -> bool:
    """Numbers, days and signs stand in the middle of their columns."""
    return n in table.narrow or (table.is_grid and n >= table.keys)
