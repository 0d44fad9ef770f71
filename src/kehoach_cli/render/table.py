"""A table before it has a form: titles, columns, rows in parts, and what stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path


class Part(NamedTuple):
    """Rows under a heading of their own (empty: none); a heading without rows is a line of its own."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


class Table(NamedTuple):
    """What every form of a table shares; a cell is plain text, its line breaks its own."""

    titles: tuple[str, ...]
    columns: tuple[str, ...]
    parts: tuple[Part, ...]
    foot: tuple[str, ...]
    narrow: tuple[int, ...] = ()  # columns that are never broken over lines
    keys: int = 2  # the first columns, which say what a row is about
    is_grid: bool = False  # signs under many heads: too wide for a terminal, it may be cut between columns
    name: str = ""  # short, for the tab of a sheet
    attached: str = ""  # «(Kèm theo Công văn số …)»: the table is an appendix of that document

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        return tuple(row for part in self.parts for row in part.rows)


class Origin(NamedTuple):
    """What a file of an office program says besides its tables, and where its templates lie."""

    author: str
    day: date  # the one asked about
    folders: tuple[Path, ...]
    is_demo: bool = False  # of a workspace made to try the program on


class Forms(NamedTuple):
    """The forms one answer can take; each is made only when it is asked for."""

    tables: Callable[[], list[Table]]  # for people at a screen
    data: Callable[[], dict[str, Any]]  # for programs: the JSON answer
    rows: Callable[[], Table]  # for a program's spreadsheet: one table, the words whole
    pages: Callable[[], list[Table]]  # for other documents, as Markdown, and for sheets of a workbook
    papers: Callable[[], list[Table]] | None = None  # for Word, where it must not be as wide as `pages`

    def written(self, format_: str, origin: Origin) -> str | bytes | None:
        """The answer in a format; None for «table», whose look depends on where it goes.

        A fault in the office's own Word template raises TemplateFault.
        """
        if format_ == "table":
            return None
        if format_ == "md":
            from kehoach_cli.render.markdown_table import markdown_text

            return markdown_text(self.pages())
        if format_ == "xlsx":
            from kehoach_cli.render.excel import workbook_bytes

            return workbook_bytes(self.pages(), origin)
        if format_ == "docx":
            from kehoach_cli.render.word.tables import tables_document

            return tables_document((self.papers or self.pages)(), origin)
        from kehoach_cli.render.machine import csv_text, json_text

        return json_text(self.data()) if format_ == "json" else csv_text(self.rows())


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """The text with a blank for every control character but line breaks."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\n" else " " for c in text)
