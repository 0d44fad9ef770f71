"""Where this person's computer may keep what is quick to make again; losing it costs a blink."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def compiled_templates() -> Path | None:
    """A folder of the user's own for compiled templates; None where none can be had or trusted."""
    folder = _user_cache() / "kehoach" / "templates-1"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_ours(folder) else None
    except (OSError, RuntimeError):  # no home, a full or read-only disk
        return None


def _user_cache() -> Path:
    """XDG_CACHE_HOME, LOCALAPPDATA on Windows, else ~/.cache."""
    named = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".cache"


def _is_ours(folder: Path) -> bool:
    """What lies there will be run: nobody else may have put it there."""
    if os.name == "nt":
        return True  # LOCALAPPDATA belongs to the user
    found = folder.lstat()
    return (
        stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & _OTHERS_MAY_WRITE
    )
