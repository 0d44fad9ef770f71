"""A workspace read once and remembered: as long as its files say the same, so do its records.

Loading depends on nothing but the names of the files and the bytes of those it reads. Both are remembered
beside the records that came of them, and compared in full: an answer from memory is the answer of loading,
whatever clocks, times or links say. In any doubt the files are read as if there were no memory.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from kehoach_cli import __version__
from kehoach_cli.checks.finding import FileCounts
from kehoach_cli.store.cache import put, read_workspaces
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loaded import Loaded

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.store.folder import Folder

_MOST_BYTES = 64_000_000
_FORM = "kehoach 1"
_PACKAGE = Path(__file__).parents[1]
_READERS = ("checks", "checks/catalogue", "model", "store")  # the rooms that make records of files
_DOUBTS = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
)


class Watched:
    """A folder that takes down what was seen of it; `unsure` once a file could not be read."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.listed: list[str] = []
        self.seen: dict[str, bytes] = {}
        self.unsure = False

    def files(self) -> list[str]:
        self.listed = self._folder.files()
        return self.listed

    def read(self, path: str) -> bytes:
        try:
            raw = self._folder.read(path)
        except OSError:
            self.unsure = True
            raise
        self.unsure |= self.seen.setdefault(path, raw) != raw  # changed while it was being read
        return raw


def load_remembered(root: Path, as_of: date) -> Loaded:
    """What `load` gives for the folder on the disk; in order and unchanged, without reading it all anew."""
    folder = DiskFolder(root)
    place = read_workspaces()
    file = place / f"{crc32(os.fsencode(root)):08x}" if place else None
    found = recall(file, folder) if file else None
    if found:
        return found
    from kehoach_cli.store.loading import load

    watched = Watched(folder)
    loaded = load(watched, as_of)
    if file and not loaded.problems and not watched.unsure:
        remember(file, watched, loaded)
    return loaded


def recall(file: Path, folder: Folder) -> Loaded | None:
    """What is remembered in a file, if that is what the folder says today; None in any doubt."""
    try:
        with file.open("rb") as opened:
            if os.fstat(opened.fileno()).st_size > _MOST_BYTES:
                return None
            kept = opened.read()
        return _recalled(kept, folder)
    except _DOUBTS:
        return None


def _recalled(kept: bytes, folder: Folder) -> Loaded | None:
    head, _, rest = kept.partition(b"\n")
    said, checked, *sizes = head.rsplit(b" ", 3)
    seen, records = map(int, sizes)
    start = seen + records
    if said != _speaker() or int(checked, 16) != crc32(memoryview(rest)[:start]):
        return None
    import json

    listed, read, counts = json.loads(rest[:seen])
    if folder.files() != listed:
        return None
    for path, size in read:
        raw = folder.read(path)
        if len(raw) != size or not rest.startswith(raw, start):
            return None
        start += size
    from kehoach_cli.store.light_records import workspace_of

    return Loaded(workspace_of(rest[seen : seen + records]), (), FileCounts(*counts))


def remember(file: Path, watched: Watched, found: Loaded) -> None:
    """Keep a workspace for the next command, with everything that was seen of its files."""
    if sum(map(len, watched.seen.values())) > _MOST_BYTES // 2:
        return
    import json

    from kehoach_cli.store.light_text import records_of

    try:
        read = [(path, len(raw)) for path, raw in watched.seen.items()]
        seen = json.dumps([watched.listed, read, found.files], separators=(",", ":")).encode("ascii")
        records = records_of(found.workspace)
        checked = crc32(records, crc32(seen))
        head = b"%s %x %d %d\n" % (_speaker(), checked, len(seen), len(records))
    except _DOUBTS:
        return
    put(file, b"".join((head, seen, records, *watched.seen.values())))


def _speaker() -> bytes:
    """Which program, of which Python, made the records; one character of its code changed is another."""
    code = 0
    for room in _READERS:
        with os.scandir(_PACKAGE / room) as entries:
            for entry in sorted((e for e in entries if e.name.endswith(".py")), key=lambda e: e.name):
                found = entry.stat()
                code = crc32(f"{entry.name} {found.st_size} {found.st_mtime_ns} ".encode(), code)
    return f"{_FORM} {__version__} {sys.hexversion:x} {code:x}".encode()
