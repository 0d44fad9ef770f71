"""What loading gives, whichever way the records were had."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kehoach_cli.checks.finding import FileCounts, Problem
    from kehoach_cli.model.workspace import Workspace


class Loaded(NamedTuple):
    """A workspace as far as it could be read, with everything wrong in it (errors first)."""

    workspace: Workspace
    problems: tuple[Problem, ...]
    files: FileCounts

    @property
    def has_errors(self) -> bool:
        return any(p.severity == "error" for p in self.problems)
