"""Where this person's computer may keep what is quick to make again; losing it costs a blink."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_MOST_WORKSPACES = 20


def compiled_templates() -> Path | None:
    """A folder of the user's own for compiled templates; None where none can be had or trusted."""
    return _own_folder("templates-1")


def read_workspaces() -> Path | None:
    """Likewise for what was read of workspaces; none where KEHOACH_NO_CACHE is set."""
    return None if os.environ.get("KEHOACH_NO_CACHE") else _own_folder("workspaces-1")


def put(file: Path, content: bytes) -> None:
    """Give a file of a cache new content, for this user's eyes alone; where that fails it stays as it was.

    Who reads at the same time has the old content or the new. The oldest files of the folder go.
    """
    beside = file.with_name(f"{file.name}.{os.urandom(4).hex()}.tmp")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
        beside.replace(file)
        _forget_oldest(file.parent)
    except OSError:  # a full disk, or on Windows a file that is being read: another run will do it
        try:
            beside.unlink(missing_ok=True)
        except OSError:
            return


def _forget_oldest(folder: Path) -> None:
    """Keep what was written last; what a killed run left behind goes with its time."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.stat(follow_symlinks=False).st_mtime_ns)
    for entry in found[:-_MOST_WORKSPACES]:
        Path(entry.path).unlink(missing_ok=True)


def _own_folder(name: str) -> Path | None:
    try:
        folder = _user_cache() / "kehoach" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_ours(folder) else None
    except (OSError, RuntimeError):  # no home, a full or read-only disk
        return None


def _user_cache() -> Path:
    """XDG_CACHE_HOME, LOCALAPPDATA on Windows, else ~/.cache; OSError where no home is there to hold it."""
    named = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if Path(named).is_absolute():
        return Path(named)
    home = Path.home()
    home.stat()  # the home of an account without one is not made for it
    return home / ".cache"


def _is_ours(folder: Path) -> bool:
    """What lies there will be run or believed: nobody else may have put it there."""
    if os.name == "nt":
        return True  # LOCALAPPDATA belongs to the user
    found = folder.lstat()
    return (
        stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & _OTHERS_MAY_WRITE
    )
