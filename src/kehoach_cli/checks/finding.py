"""A finding: what a rule found wrong, where in the data, and the words that fill its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text; lines and columns count characters from 0, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class LineOf(NamedTuple):
    """A word that stands for the line number of another place in the same file."""

    path: tuple[str | int, ...]


Words = Mapping[str, "str | LineOf"]


class Finding(NamedTuple):
    """One thing wrong. `file` is relative to the workspace with /; empty: the file being read.

    The place is `path` in the YAML (the key itself when `at_key`; one word of the text there when `word`
    says its number, counted from 0, and how many there are) unless `span` names it outright.
    """

    code: str
    path: tuple[str | int, ...] = ()
    words: Words = {}  # noqa: RUF012  # never changed
    file: str = ""
    at_key: bool = False
    span: Span | None = None
    word: tuple[int, int] | None = None


class Problem(NamedTuple):
    """A finding with its place and its sentence, ready to be shown; line and column count from 1."""

    code: str
    severity: str  # "error" or "warning"
    file: str  # relative to the workspace, with /
    line: int
    column: int
    length: int  # characters to underline on that line, at least 1
    excerpt: str  # the whole line, empty where the file has none
    message: str
    hint: str
    cell: str = ""  # of a workbook: «Nhiệm vụ!F7», or a sheet; line and column are 0 there


class FileCounts(NamedTuple):
    """What became of every file below plan/: bad ones are among the read ones."""

    read: int
    bad: int
    ignored: int
    kept: int = 0  # reports that others have replaced: known, never read
