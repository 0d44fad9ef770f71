"""What the folder said at a commit, a tag, a branch or on a day, read through git; no file is touched."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.days import DayError, parse_day
from kehoach_cli.store.decoding import MAX_BYTES
from kehoach_cli.store.folder import PLAN, Refused
from kehoach_cli.store.git import GitError, git, read_blobs
from kehoach_cli.store.layout import role_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_SHORT = 7
_LARGE_FILES = b"version https://git-lfs.github.com/spec/"
_LINK, _OTHER_REPOSITORY = "120000", "160000"
_NOT_READ = ("ignored", "kept")


class Revision(NamedTuple):
    """One commit; `day` is the day it was made where it was made."""

    id: str
    day: date

    @property
    def short(self) -> str:
        """The id as people quote it."""
        return self.id[:_SHORT]


class Repository(NamedTuple):
    """The repository a workspace lies in; `inside` is the way down to it: «» or «phong/ke-hoach/»."""

    directory: Path
    inside: str


def find_repository(root: Path) -> Repository:
    """The repository of a workspace; GitError «missing», «outside» or «owner» where there is none."""
    said = git(root, "rev-parse", "--show-prefix")
    return Repository(root, said.decode("utf-8", "surrogateescape").removesuffix("\n"))


def find_revision(repository: Repository, said: str) -> Revision:
    """The commit that a person means: its id, a tag, a branch, or a day, 2025-05-14 or 14/5/2025.

    A day means the last commit of that day or, where it has none, the last before it, on the line of first
    parents. Raises GitError «option», «revision», «empty» or «early».
    """
    text = said.strip()
    if not text or text.startswith("-") or any(not c.isprintable() for c in text):
        raise GitError("option" if text.startswith("-") else "revision", said)
    try:
        day = parse_day(text)
    except DayError:
        return _named(repository, text)
    return _on(repository, day)


def _named(repository: Repository, name: str) -> Revision:
    try:
        id_ = git(
            repository.directory, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
    except GitError as error:
        if error.kind != "failed":
            raise
        is_empty = name == "HEAD" and not git(repository.directory, "rev-list", "-n1", "--all")
        raise GitError("empty" if is_empty else "revision", name) from None
    if id_.startswith(b"^"):  # «all but this one»
        raise GitError("revision", name)
    facts = git(repository.directory, "show", "-s", "--format=%H %cs", id_.decode().strip())
    return _read(facts.decode().splitlines()[0])


def _on(repository: Repository, day: date) -> Revision:
    _named(repository, "HEAD")
    line = git(repository.directory, "log", "--first-parent", "--format=%H %cs", "HEAD")
    commits = [_read(row) for row in line.decode().splitlines()]
    found = next((c for c in commits if c.day <= day), None)
    if found is None:
        raise GitError("early", commits[-1].day.isoformat())
    return found


def _read(row: str) -> Revision:
    id_, day = row.split(" ")
    return Revision(id_, parse_day(day))


class _Entry(NamedTuple):
    mode: str
    id: str
    size: int


class GitFolder:
    """The workspace as a commit holds it: one process lists the files, one reads them all.

    A link is refused, never followed; the content of another repository inside is not part of this one.
    """

    def __init__(self, repository: Repository, revision: Revision) -> None:
        self.repository = repository
        self.revision = revision
        self._entries = self._listed()
        self._contents: dict[str, bytes] | None = None

    def _listed(self) -> dict[str, _Entry]:
        directory, inside = self.repository
        words = ("-r", "-l", "-z", "--full-tree", self.revision.id, "--", f"{inside}{PLAN}")
        raw = git(directory, "ls-tree", *words)
        entries: dict[str, _Entry] = {}
        for row in raw.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            facts, _, path = row.partition("\t")
            mode, _, id_, size = facts.split()
            entry = _Entry(mode, id_, int(size) if size.isdigit() else 0)
            entries[_shown(path.removeprefix(inside), mode)] = entry
        return entries

    def files(self) -> list[str]:
        return sorted(self._entries)

    def read(self, path: str) -> bytes:
        entry = self._entries.get(path)
        if entry is None:
            raise FileNotFoundError(errno.ENOENT, "not in this revision", path)
        if entry.mode == _LINK:
            raise Refused("ở bản này đây là liên kết, không phải tệp thường")
        if entry.mode == _OTHER_REPOSITORY:
            raise Refused("ở bản này đây là một kho git khác đặt bên trong")
        return readable(self._content(entry))

    def _content(self, entry: _Entry) -> bytes | None:
        if entry.size > MAX_BYTES:  # read alone: the others are kept in memory together
            content = read_blobs(self.repository.directory, [entry.id]).get(entry.id)
            return content[: MAX_BYTES + 1] if content else content
        if self._contents is None:
            wanted = [e.id for path, e in self._entries.items() if _is_wanted(path, e)]
            self._contents = read_blobs(self.repository.directory, wanted)
        if entry.id not in self._contents:
            self._contents |= read_blobs(self.repository.directory, [entry.id])
        return self._contents.get(entry.id)


def _shown(path: str, mode: str) -> str:
    """A link or another repository may stand for a whole folder: nobody may take it for a file to ignore."""
    is_file = mode not in (_LINK, _OTHER_REPOSITORY) or (mode == _LINK and role_of(path).kind != "ignored")
    return path if is_file else f"{path}/"


def _is_wanted(path: str, entry: _Entry) -> bool:
    is_file = entry.mode not in (_LINK, _OTHER_REPOSITORY)
    return is_file and entry.size <= MAX_BYTES and role_of(path).kind not in _NOT_READ


def readable(content: bytes | None) -> bytes:
    """A file's bytes; Refused where git keeps only a note of where they are."""
    if content is None:
        raise Refused("kho git trên máy này không có nội dung của tệp (bản sao không đầy đủ)")
    if content.startswith(_LARGE_FILES):
        raise Refused("kho git chỉ giữ dấu nhắc của Git LFS, không giữ nội dung của tệp")
    return content
