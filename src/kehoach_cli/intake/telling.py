"""What is wrong or odd in one workbook, gathered with its cells, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.catalogue import word
from kehoach_cli.checks.finding import Problem
from kehoach_cli.model.personal_data import masked

if TYPE_CHECKING:
    from kehoach_cli.intake.cells import Cell
    from kehoach_cli.intake.guard import Unreadable
    from kehoach_cli.intake.values import Refused

_LONGEST = 60
_LAST = 1 << 30  # what is told of a sheet as a whole comes behind its cells


class Telling:
    """The problems of one file; `file` is the path as problems print it, from the workspace's root."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sheets: list[str] = []  # in the order of their tabs, as soon as they are known
        self._found: list[tuple[tuple[str, int, int], Problem]] = []

    def add(self, code: str, cell: Cell | None = None, place: str = "", /, **words: str) -> None:
        """A problem of a cell, of another `place` (a sheet) or of the file as a whole."""
        said = {key: masked(text) for key, text in words.items()}  # no problem may spread a child's name
        severity, message, hint = word(code, {**said, "value": short(said.get("value", ""))})
        where = cell.place if cell else place
        order = (cell.sheet, cell.row, cell.column) if cell else (place, _LAST, 0)
        self._found.append((order, Problem(code, severity, self.file, 0, 0, 1, "", message, hint, where)))

    def refuse(self, error: Refused | Unreadable, cell: Cell | None = None, **words: str) -> None:
        self.add(error.code, cell, **{**words, **error.words})

    def has(self, code: str) -> bool:
        return any(problem.code == code for _, problem in self._found)

    def has_errors(self) -> bool:
        """Whether anything told so far stops the form from being taken."""
        return any(problem.severity == "error" for _, problem in self._found)

    @property
    def problems(self) -> list[Problem]:
        """Errors before warnings, each in the order of the sheets' cells."""
        tabs = {name: number for number, name in enumerate(self.sheets, 1)}
        ranked = sorted(
            self._found, key=lambda f: (f[1].severity != "error", tabs.get(f[0][0], 0), f[0], f[1].code)
        )
        return [problem for _, problem in ranked]


def short(text: str) -> str:
    """What stands in a cell as a sentence may quote it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
