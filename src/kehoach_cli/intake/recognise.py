"""Where the tables of the form stand in a workbook, whoever copied, moved or sorted them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.titles import FOOT, Head, folded, head_of, heading_of, is_form_text
from kehoach_cli.model import form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kehoach_cli.intake.cells import Book, Cell, Sheet
    from kehoach_cli.model.form import Table

_HIDDEN = (form.META, form.LISTS)
_AGENCY = ("agency", "Đơn vị báo cáo")
_UNTICKED = ("☐", "□", "[ ]", "[]", "0", "FALSE")
_BELOW_FOOT = 12  # rows for signatures and names
_LONGEST_NAME = 40
_MOST_SIGNERS = 2


class Found(NamedTuple):
    """A table with the rows below its titles."""

    table: Table
    sheet: Sheet
    columns: Mapping[str, int]
    rows: tuple[int, ...]


class Recognised(NamedTuple):
    """What of a workbook is a form: the hidden sheet, the tables, and what stands around them."""

    meta: Mapping[str, str]
    tables: tuple[Found, ...]
    information: Mapping[str, Cell]  # the box «Thông tin báo cáo» and the boxes to tick: key → answer
    names: tuple[Cell, ...]  # what stands behind «Đơn vị báo cáo:», on whatever sheet
    lines: tuple[Cell, ...]  # texts outside the tables, for names and titles
    hidden: tuple[Sheet, ...]  # sheets that are not shown: nothing is taken from them
    leftover: tuple[Cell, ...]  # of those, what is no fixed word of the form

    def of(self, table: Table) -> list[Found]:
        return [found for found in self.tables if found.table is table]


def recognise(book: Book) -> Recognised:
    """Every table found by its titles, wherever it stands; whatever is filled in elsewhere is kept apart."""
    meta: dict[str, str] = {}
    tables: list[Found] = []
    information: dict[str, Cell] = {}
    names: list[Cell] = []
    lines: list[Cell] = []
    leftover: list[Cell] = []
    hidden = tuple(s for s in book.sheets if s.is_hidden and s.rows and s.name.lower() not in _HIDDEN)
    for sheet in book.sheets:
        if sheet.name.lower() == form.META:
            meta |= _meta(sheet)
        if sheet.is_hidden or sheet.name.lower() in _HIDDEN:
            continue
        around = _read_sheet(sheet, tables)
        lines += around
        known = [*_information(sheet, around)]
        for key, _, answer in known:
            information.setdefault(key, answer)
        names += [answer for key, _, answer in known if key == _AGENCY[0]]
        used = {(c.row, c.column) for _, *pair in known for c in pair}
        left = (c for c in around if (c.row, c.column) not in used and not _is_label(c))
        leftover += [cell for cell in left if not is_form_text(cell.value)]
    return Recognised(meta, tuple(tables), information, tuple(names), tuple(lines), hidden, tuple(leftover))


def _meta(sheet: Sheet) -> dict[str, str]:
    """The hidden sheet: a key and a value a row."""
    pairs = ([c.value for _, c in sorted(row.items())] for row in sheet.rows.values())
    return {pair[0]: pair[1] for pair in pairs if len(pair) > 1}


def _read_sheet(sheet: Sheet, tables: list[Found]) -> list[Cell]:
    """Adds the sheet's tables; returns the cells that stand in none of them."""
    around: list[Cell] = []
    under: Table | None = None
    head: Head | None = None
    rows: list[int] = []
    foot = 0

    def close() -> None:
        if head is not None:
            tables.append(Found(head.table, sheet, head.columns, tuple(rows)))
        rows.clear()

    for number in sorted(sheet.rows):
        row = sheet.rows[number]
        heading = _heading(row)
        begun = head_of({c: cell.value for c, cell in row.items()}, under)
        if begun is not None:
            close()
            head, under = begun, None
        elif heading is not None:
            close()
            head, under = None, heading
        elif any(folded(c.value).startswith(FOOT) for c in row.values()):
            close()
            head, under, foot = None, None, number
        elif head is not None:
            rows.append(number)
        elif under is not None:  # a heading whose titles somebody deleted
            head = Head(under, {})
            rows.append(number)
        else:
            is_below = 0 < foot < number <= foot + _BELOW_FOOT
            around += () if is_below and _is_signature(row) else row.values()
    close()
    return around


def _is_signature(row: Mapping[int, Cell]) -> bool:
    """One or two names; a number, a day, an answer of a drop-down or a third text is none."""
    return len(row) <= _MOST_SIGNERS and all(
        cell.kind == "text"
        and len(cell.value) <= _LONGEST_NAME
        and not any(sign.isdigit() for sign in cell.value)
        and cell.value not in form.STATUS_LABELS.values()
        for cell in row.values()
    )


def _heading(row: Mapping[int, Cell]) -> Table | None:
    """A heading stands alone in its row, or with its number in a cell of its own."""
    texts = [cell.value for cell in row.values() if not cell.value.strip(".)").isdigit()]
    return heading_of(texts[0]) if len(texts) == 1 else None


def _is_label(cell: Cell) -> bool:
    said = folded(cell.value).rstrip(" :")
    return cell.value in _UNTICKED or any(
        said == folded(label) for _, label in (*form.INFORMATION, *form.NOTHING)
    )


def _information(sheet: Sheet, around: list[Cell]) -> Iterator[tuple[str, Cell, Cell]]:
    """Key, label and answer: at the right of the label, or behind a colon in the same cell."""
    for cell in around:
        said = folded(cell.value)
        for key, label in (*form.INFORMATION, _AGENCY):
            name = folded(label)
            if not said.startswith(name):
                continue
            rest = cell.value.partition(":")[2].strip()
            if rest:
                yield key, cell, cell._replace(value=rest)
            elif said == name and (answer := _beside(sheet, cell, 1)):
                yield key, cell, answer
        for key, label in form.NOTHING:
            if said != folded(label):
                continue
            if _is_ticked(cell.value):
                yield key, cell, cell
            elif (answer := _beside(sheet, cell, -1)) and answer.value not in _UNTICKED:
                yield key, cell, answer


def _beside(sheet: Sheet, cell: Cell, step: int) -> Cell | None:
    """The nearest filled cell in the same row to the right (1) or to the left (-1)."""
    row = sheet.rows[cell.row]
    columns = sorted((c for c in row if (c - cell.column) * step > 0), key=lambda c: abs(c - cell.column))
    return row[columns[0]] if columns and not _is_label(row[columns[0]]) else None


def _is_ticked(text: str) -> bool:
    return text.lower().lstrip("[( ").startswith(("x", "☒", "☑", "✓", "✔", "v "))
