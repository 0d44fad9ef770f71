"""Where the files of a workspace are read from; a directory today, a revision of it another day."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Protocol

from kehoach_cli.store.decoding import MAX_BYTES

PLAN = "plan"


class Refused(OSError):  # noqa: N818  # not every refusal is an error: a link is none
    """A file that is there and is not read; the text says why, in Vietnamese."""


class Folder(Protocol):
    """Read access to one state of a workspace; paths are relative to it, with /."""

    def files(self) -> list[str]:
        """Every file below plan/, sorted; what is a directory that was not entered ends with /."""

    def read(self, path: str) -> bytes:
        """The bytes of a file (of a huge one, the beginning); raises OSError where it cannot be read."""


class DiskFolder:
    """The workspace as it lies on the disk. Links to directories are not followed: they could go round."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self) -> list[str]:
        found: list[str] = []

        def refused(error: OSError) -> None:
            if error.errno != errno.ENOENT:
                found.append(self._inside(str(error.filename)) + "/")

        for directory, below, names in os.walk(self.root / PLAN, onerror=refused):
            inside = self._inside(directory)
            found += [f"{inside}/{name}" for name in names]
            found += [f"{inside}/{name}/" for name in below if Path(directory, name).is_symlink()]
        return sorted(found)

    def _inside(self, path: str) -> str:
        return os.path.relpath(path, self.root).replace(os.sep, "/")

    def read(self, path: str) -> bytes:
        place = self.root / path
        found = place.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would keep us waiting for ever
            number = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
            raise OSError(number, "not a file", str(place))
        with place.open("rb") as file:
            return file.read(min(found.st_size, MAX_BYTES) + 1)


def find_root(start: Path) -> Path | None:
    """The nearest directory from `start` upwards that holds plan/; None where there is none."""
    for directory in (start, *start.parents):
        if (directory / PLAN).is_dir():
            return directory
    return None
