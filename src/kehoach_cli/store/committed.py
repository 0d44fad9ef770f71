"""The plans as the last commit holds them, of those that were edited since: what `check` compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.revision_rules import Committed
from kehoach_cli.model.days import print_day
from kehoach_cli.store.layout import role_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kehoach_cli.store.revisions import Repository, Revision


def committed_plans(root: Path, texts: Mapping[str, str]) -> dict[str, Committed]:
    """Plan id → the plan of the last commit, where its file says something else than `texts` (path → text).

    Nothing outside a repository, without git or before the first commit; nothing of a plan that the last
    commit has not, or not in order.
    """
    if not any((place / ".git").exists() for place in (root, *root.parents)):
        return {}  # no process need be started to know that
    from kehoach_cli.store.git import GitError
    from kehoach_cli.store.revisions import find_repository, find_revision

    try:
        repository = find_repository(root)
        revision = find_revision(repository, "HEAD")
        return _edited(repository, revision, texts)
    except GitError:
        return {}


def _edited(repository: Repository, revision: Revision, texts: Mapping[str, str]) -> dict[str, Committed]:
    from kehoach_cli.store.decoding import decode
    from kehoach_cli.store.git import read_blobs
    from kehoach_cli.store.history import files_at, record_of

    ids = {path: id_ for path, id_ in files_at(repository, revision.id).items() if path in texts}
    contents = read_blobs(repository.directory, ids.values())
    named = f"{revision.short}, ngày {print_day(revision.day)}"
    found = {}
    for path, id_ in ids.items():
        content = contents.get(id_)
        if content is None or decode(content)[0] == texts[path]:
            continue
        plan = record_of(content, "plan")
        if plan is not None:
            found[role_of(path).plan] = Committed(named, plan)
    return found
