"""Where the files of a workspace are read from; a directory today, a revision of it another day."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "plan"


class Folder(Protocol):
    """Read access to one state of a workspace; paths are relative to it, with /."""

    def files(self) -> list[str]:
        """Every file below plan/, sorted."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises OSError where it cannot be read."""


class DiskFolder:
    """The workspace as it lies on the disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self) -> list[str]:
        found: list[str] = []
        prefix = len(str(self.root)) + 1
        for directory, _, names in os.walk(self.root / PLAN):
            inside = directory[prefix:].replace(os.sep, "/")
            found += [f"{inside}/{name}" for name in names]
        return sorted(found)

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()


def find_root(start: Path) -> Path | None:
    """The nearest directory from `start` upwards that holds plan/; None where there is none."""
    for directory in (start, *start.parents):
        if (directory / PLAN).is_dir():
            return directory
    return None
