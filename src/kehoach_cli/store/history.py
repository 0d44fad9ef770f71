"""The commits that touched plan/, each as the two states around it, as far as it changed them.

Nothing is read twice and no workspace as a whole: of every commit only the files it changed, and beside
them the register and the plans these speak of.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.model.register import Register
from kehoach_cli.model.workspace import Closing, Filed, PlanFolder, Raised, Sent, Workspace
from kehoach_cli.store.decoding import MAX_BYTES, decode
from kehoach_cli.store.folder import PLAN
from kehoach_cli.store.git import git, read_blobs, sizes_of
from kehoach_cli.store.layout import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.scalars import Record
    from kehoach_cli.store.layout import Role
    from kehoach_cli.store.revisions import Repository

_AGENCIES = f"{PLAN}/agencies.yaml"
_FILE_MODES = ("100644", "100755")
_AT_ONCE = 250  # commits whose files are read together
_AROUND = ("agencies", "plan")
_TYPES = {
    "agencies": ("agencies", "AgenciesFile"),
    "office": ("office", "Office"),
    "calendar": ("calendar", "CalendarFile"),
    "plan": ("plan", "Plan"),
    "source": ("", ""),
    "report": ("report", "Report"),
    "summary": ("report", "Summary"),
    "issued": ("issued", "Issued"),
    "urgent": ("urgent", "Urgent"),
    "closed": ("closing", "Closed"),
}
"""The kinds of files that are read, each with the module and name of its record."""

_FORMAT = "--format=%x01%H%x00%cI%x00%aN %x00%s "
_BEGIN = re.compile("\x01(?=[0-9a-f]{40,64}\0)")  # no name or subject can imitate it: a blank follows them
_NOBODY = Register((), ())


class Commit(NamedTuple):
    """One commit on the line of first parents; a merge holds all that it brought in."""

    id: str
    made: datetime  # by the clock of where it was made
    author: str
    subject: str
    files: dict[str, tuple[str, str]]  # path → id of the content before and after; «» where there was none


class Step(NamedTuple):
    """A commit with what it found and what it left; `unreadable` are files with an error on either side."""

    commit: Commit
    old: Workspace
    new: Workspace
    unreadable: tuple[str, ...]


def commits(repository: Repository, most: int | None = None) -> list[Commit]:
    """Newest first, no more than `most`; GitError «empty» where nothing was ever committed."""
    from kehoach_cli.store.revisions import find_revision

    directory, inside = repository
    words = ["--first-parent", "-m", "--root", "--raw", "--no-abbrev", "--no-renames", "-z"]
    words += [f"-n{most}"] if most is not None else []
    head = find_revision(repository, "HEAD").id
    raw = git(directory, "log", *words, _FORMAT, head, "--", PLAN)
    found = _BEGIN.split(raw.decode("utf-8", "surrogateescape"))[1:]
    return [_commit(text, inside) for text in found]


def _commit(text: str, inside: str) -> Commit:
    id_, made, author, subject, *rows = text.split("\0")
    files: dict[str, tuple[str, str]] = {}
    for facts, path in zip(rows[::2], rows[1::2], strict=False):
        old_mode, new_mode, old, new, _ = facts.strip().removeprefix(":").split(" ")
        ids = [id_ if mode in _FILE_MODES else "" for id_, mode in ((old, old_mode), (new, new_mode))]
        files[path.removeprefix(inside)] = (ids[0], ids[1])
    return Commit(id_, datetime.fromisoformat(made), author.strip(), subject.strip(), files)


def plans_of(commit: Commit) -> set[str]:
    """The plans (by their folders) whose files a commit touched."""
    return {role.plan for role in map(role_of, commit.files) if role.plan}


def steps(repository: Repository, listed: Sequence[Commit], plan: str = "") -> Iterator[Step]:
    """Each commit with the two states around it, newest first as given; with `plan` only those touching it.

    `listed` must have no gaps: what stood beside a file is found by taking back what later commits did.
    """
    past = _Past(repository, listed[0].id) if listed else None
    for start in range(0, len(listed), _AT_ONCE):
        part = listed[start : start + _AT_ONCE]
        assert past is not None
        past.fetch([c for c in part if not plan or plan in plans_of(c)], part)
        for commit in part:
            step = past.step(commit) if not plan or plan in plans_of(commit) else None
            past.take_back(commit)
            if step is not None:
                yield step


class _Past:
    """What stands where after the commit at hand, and the records of all contents met so far."""

    def __init__(self, repository: Repository, newest: str) -> None:
        self._repository = repository
        self._tree = files_at(repository, newest)
        self._contents: dict[str, bytes] = {}
        self._records: dict[tuple[str, str], Any] = {}
        self._registers: dict[int, tuple[Any, Register]] = {}  # by the record, kept alive beside

    def fetch(self, wanted: Iterable[Commit], part: Iterable[Commit]) -> None:
        """Read at once what the commits of this part will be asked for; forget what lies behind them."""
        standing = {id_ for path, id_ in self._tree.items() if role_of(path).kind in _AROUND}
        self._records = {key: record for key, record in self._records.items() if key[1] in standing}
        ids = {i for c in wanted for p, pair in c.files.items() if role_of(p).kind in _TYPES for i in pair}
        around = {i for c in part for p, pair in c.files.items() if role_of(p).kind in _AROUND for i in pair}
        needed = (ids | around | standing) - {id_ for _, id_ in self._records} - {""}
        directory = self._repository.directory
        sizes = sizes_of(directory, sorted(needed))
        self._contents = read_blobs(directory, (i for i, size in sizes.items() if size <= MAX_BYTES))

    def take_back(self, commit: Commit) -> None:
        """Put each file where it was before the commit."""
        for path, (old, _) in commit.files.items():
            if old:
                self._tree[path] = old
            else:
                self._tree.pop(path, None)

    def step(self, commit: Commit) -> Step:
        """The commit's two states; a file with an error on either side is on neither."""
        roles = {path: role for path in commit.files if (role := role_of(path)).kind in _TYPES}
        found, bad = {}, []
        for path, role in roles.items():
            ids = commit.files[path]
            pair = tuple(self._record(id_, role.kind) if id_ else None for id_ in ids)
            if any(id_ and record is None for id_, record in zip(ids, pair, strict=True)):
                bad.append(path)
            else:
                found[path] = pair
        old, new = (self._state(found, roles, plans_of(commit), side) for side in (0, 1))
        return Step(commit, old, new, tuple(bad))

    def _state(
        self, found: dict[str, tuple[Any, ...]], roles: dict[str, Role], plans: set[str], side: int
    ) -> Workspace:
        """One side: the files that changed, the register, the plans these files belong to."""
        mine = {path: pair[side] for path, pair in found.items() if pair[side] is not None}
        folders = []
        for id_ in sorted(plans):
            path = f"{PLAN}/{id_}/plan.yaml"
            plan = mine.get(path) if path in found else self._standing(path, "plan")
            if plan is not None:
                papers = [(p, roles[p].kind, r) for p, r in mine.items() if roles[p].plan == id_]
                folders.append(_folder(id_, plan, papers))
        office, calendar = (mine.get(f"{PLAN}/{name}.yaml") for name in ("office", "calendar"))
        return Workspace(self._register(found, side), office, tuple(folders), calendar)

    def _standing(self, path: str, kind: str) -> Any:  # noqa: ANN401  # the record of that kind
        id_ = self._tree.get(path)
        return self._record(id_, kind) if id_ else None

    def _register(self, found: dict[str, tuple[Any, ...]], side: int) -> Register:
        record = found[_AGENCIES][side] if _AGENCIES in found else self._standing(_AGENCIES, "agencies")
        if record is None:
            return _NOBODY
        if id(record) not in self._registers:
            self._registers[id(record)] = (record, Register(record.agencies, record.groups))
        return self._registers[id(record)][1]

    def _record(self, id_: str, kind: str) -> Any:  # noqa: ANN401
        """A content as a record (the official text as its words), made once; None where it has errors."""
        key = (kind, id_)
        if key not in self._records:
            content = self._contents.get(id_)
            self._records[key] = None if content is None else record_of(content, kind)
        return self._records[key]


def files_at(repository: Repository, id_: str) -> dict[str, str]:
    """Path → id of every file that may be asked for."""
    directory, inside = repository
    raw = git(directory, "ls-tree", "-r", "-z", "--full-tree", id_, "--", f"{inside}{PLAN}")
    tree = {}
    for row in raw.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        facts, _, path = row.partition("\t")
        mode, _, id_ = facts.split(" ")
        if mode in _FILE_MODES:
            tree[path.removeprefix(inside)] = id_
    return tree


def _folder(id_: str, plan: Plan, papers: list[tuple[str, str, Any]]) -> PlanFolder:
    """A plan with those of its papers that changed: path, kind, record."""

    def of(kind: str) -> list[tuple[str, Any]]:
        return [(path, record) for path, its_kind, record in papers if its_kind == kind]

    return PlanFolder(
        id_,
        plan,
        next((text for _, text in of("source")), None),
        tuple(Filed(*paper) for paper in of("report")),
        {summary.period: summary for _, summary in of("summary")},
        tuple(Sent(*paper) for paper in of("issued")),
        tuple(Raised(*paper) for paper in of("urgent")),
        tuple(Closing(*paper) for paper in of("closed")),
    )


def record_of(content: bytes, kind: str) -> Record | str | None:
    """The record of a whole file; a file with any error in it gives none."""
    from pydantic import ValidationError

    text, wrong = decode(content)
    if wrong is not None:
        return None
    if kind == "source":
        return text
    from kehoach_cli.store.yaml_text import parse

    tree = parse(text)
    if tree.findings or not isinstance(tree.data, dict):
        return None
    try:
        return _type_of(kind).model_validate(tree.data)
    except ValidationError:
        return None


def _type_of(kind: str) -> type[Record]:
    """The record of a role."""
    from importlib import import_module

    module, name = _TYPES[kind]
    found: type[Record] = getattr(import_module(f"kehoach_cli.model.{module}"), name)
    return found
