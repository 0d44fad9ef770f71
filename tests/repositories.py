"""Repositories of git made for a test: fixed days and names, deaf to the settings of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")


class Repository:
    """A repository at `top` that a test commits to."""

    def __init__(self, top: Path) -> None:
        self.top = top
        top.mkdir(parents=True, exist_ok=True)
        if not (top / ".git").exists():
            self.git("init", "-q", "-b", "main", "--template=")

    def git(self, *words: str, given: bytes = b"", day: str = "2025-05-01T08:00:00+07:00") -> str:
        """What git prints, without the last line end."""
        env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": "Nguyễn Văn A",
            "GIT_AUTHOR_EMAIL": "a@example.vn",
            "GIT_COMMITTER_NAME": "Trần Thị B",
            "GIT_COMMITTER_EMAIL": "b@example.vn",
            "GIT_AUTHOR_DATE": day,
            "GIT_COMMITTER_DATE": day,
        }
        settings = ("-c", "core.autocrlf=false", "-c", "protocol.file.allow=always")
        done = subprocess.run(
            ["git", *settings, *words], cwd=self.top, env=env, input=given, capture_output=True, check=True
        )
        return done.stdout.decode().removesuffix("\n")

    def commit(self, day: str, subject: str = "Ghi lại") -> str:
        """Record everything as of a day («2025-05-14», or with an hour and a zone); the id of the commit."""
        self.git("add", "-A")
        when = day if "T" in day else f"{day}T08:00:00+07:00"
        self.git("commit", "-q", "--allow-empty", "-m", subject, day=when)
        return self.git("rev-parse", "HEAD")


@pytest.fixture(autouse=True)
def _quiet_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """For the program itself: no settings of this machine, no repository above the test's own folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
