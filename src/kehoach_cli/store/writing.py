"""Writing files: whole or not at all, and nothing that exists is lost by accident."""

from __future__ import annotations

import os
from pathlib import Path


def write_atomic(path: Path, text: str, *, replace: bool = False) -> None:
    """Write UTF-8 text to a file that is there whole or not at all, whatever happens in between.

    FileExistsError where the file exists and `replace` is false; any other OSError leaves no trace.
    """
    if not replace and os.path.lexists(path):
        raise FileExistsError(path)
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        _put(beside, path, replace=replace)
    finally:
        beside.unlink(missing_ok=True)


def _put(beside: Path, path: Path, *, replace: bool) -> None:
    """Give the finished file its name; without `replace` a file made meanwhile wins."""
    if replace:
        beside.replace(path)
    elif os.name == "nt":
        beside.rename(path)  # refuses an existing name there
    else:
        try:
            path.hardlink_to(beside)
        except FileExistsError:
            raise
        except OSError:  # a disk without links (a USB stick)
            if os.path.lexists(path):
                raise FileExistsError(path) from None
            beside.replace(path)


def make_directory(path: Path, files: dict[str, str]) -> None:
    """Make a directory with these files (relative paths with /) in it, all at once.

    FileExistsError where the directory exists.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        for name, text in files.items():
            file = beside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        beside.rename(path)
    except BaseException:
        import shutil

        shutil.rmtree(beside, ignore_errors=True)
        raise
