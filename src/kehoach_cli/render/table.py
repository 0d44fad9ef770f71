"""A table before it has a form: titles, columns, rows in parts, and what stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Part(NamedTuple):
    """Rows under a heading of their own (empty: none)."""

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
    is_grid: bool = False  # where it is too wide for a terminal it may be cut between columns

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        return tuple(row for part in self.parts for row in part.rows)


class Forms(NamedTuple):
    """The forms one answer can take; each is made only when it is asked for."""

    tables: Callable[[], list[Table]]  # for people at a screen
    data: Callable[[], dict[str, Any]]  # for programs: the JSON answer
    rows: Callable[[], Table]  # for a spreadsheet: one table, the words whole
    pages: Callable[[], list[Table]]  # for other documents, as Markdown

    def written(self, format_: str) -> str | None:
        """The answer as json, csv or md; None for «table», whose look depends on where it goes."""
        if format_ == "table":
            return None
        if format_ == "md":
            from kehoach_cli.render.markdown_table import markdown_text

            return markdown_text(self.pages())
        from kehoach_cli.render.machine import csv_text, json_text

        return json_text(self.data()) if format_ == "json" else csv_text(self.rows())


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """The text with a blank for every control character but line breaks."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\n" else " " for c in text)
