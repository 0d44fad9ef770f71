"""Runs git: by argument list alone, deaf to variables that redirect it, never asking, never on a network."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_KEPT = (
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
)
"""What says where git itself and its settings are; every other GIT_… may point at another repository."""

_ALWAYS = ("--no-pager", "--literal-pathspecs", "--no-replace-objects")
_SETTINGS = {
    "core.quotePath": "false",
    "core.fsmonitor": "false",  # a repository could name a program here
    "core.hooksPath": os.devnull,
    "log.showSignature": "false",  # would run gpg
    "log.diffMerges": "separate",
    "diff.relative": "false",
    "i18n.logOutputEncoding": "UTF-8",
    "color.ui": "false",
}


class GitError(Exception):
    """Why git gave no answer.

    `kind`: «missing» (no git on this machine), «outside» (no repository), «owner» (the repository belongs to
    another user), «revision» (no such revision), «option» (a revision that begins with -), «empty» (nothing
    was ever committed), «early» (no commit yet on that day), «failed» (anything else; `said` is its word).
    """

    def __init__(self, kind: str, said: str = "") -> None:
        super().__init__(f"{kind}: {said}")
        self.kind, self.said = kind, said


def find_git() -> str | None:
    """The program, never one that lies in the folder where the person stands (Windows would look there)."""
    found = shutil.which("git")
    return found if found and os.path.isabs(found) else None  # noqa: PTH117  # a text, not a place


def git(directory: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints when it runs in `directory`; GitError where it cannot or will not answer."""
    program = find_git()
    if program is None:
        raise GitError("missing")
    settings = [word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}")]
    try:
        done = subprocess.run(  # noqa: S603  # an argument list, never a shell
            [program, *_ALWAYS, *settings, *words],
            cwd=directory,
            env=environment(),
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitError("failed", str(error)) from None
    if done.returncode:
        raise GitError(*_kind_of(done.stderr.decode("utf-8", "replace").strip()))
    return done.stdout


def environment() -> dict[str, str]:
    """The variables git runs with."""
    kept = {k: v for k, v in os.environ.items() if not k.upper().startswith("GIT_") or k.upper() in _KEPT}
    return kept | {
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_NO_LAZY_FETCH": "1",
    }


def _kind_of(said: str) -> tuple[str, str]:
    if "not a git repository" in said:
        return "outside", said
    return ("owner" if "dubious ownership" in said else "failed"), said


def read_blobs(directory: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The contents of files by their ids, in one process; what the repository does not hold is left out."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    raw = git(directory, "cat-file", "--batch", given="".join(f"{i}\n" for i in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    while at < len(raw):
        end = raw.index(b"\n", at)
        id_, *facts = raw[at:end].decode("ascii", "replace").split(" ")
        at = end + 1
        if facts[:1] != ["blob"]:
            continue  # «… missing»
        size = int(facts[1])
        found[id_] = raw[at : at + size]
        at += size + 1
    return found


def sizes_of(directory: Path, ids: Iterable[str]) -> dict[str, int]:
    """How many bytes each file has that the repository holds, without reading it."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    raw = git(directory, "cat-file", "--batch-check", given="".join(f"{i}\n" for i in wanted).encode())
    rows = (line.split(" ") for line in raw.decode("ascii", "replace").splitlines())
    return {row[0]: int(row[2]) for row in rows if row[1:2] == ["blob"]}
