"""A new plan's folder and what it adds to agencies.yaml: both on the disk, or neither."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.store.folder import PLAN
from kehoach_cli.store.loading import AGENCIES
from kehoach_cli.store.writing import make_directory, write_atomic

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Change(NamedTuple):
    """agencies.yaml before (None: there was none) and after."""

    old: bytes | None
    new: bytes


class Meanwhile(Exception):  # noqa: N818  # no mistake of ours: somebody else saved the file
    """agencies.yaml is no longer what the change was made from."""


def read_register(root: Path) -> bytes | None:
    """The bytes of agencies.yaml as they are now; None where there is none."""
    try:
        return (root / AGENCIES).read_bytes()
    except FileNotFoundError:
        return None


def put_plan(root: Path, id_: str, files: Mapping[str, str], change: Change | None) -> None:
    """Make plan/ID with its files, then change agencies.yaml; where the second fails the first goes away.

    FileExistsError where plan/ID exists, Meanwhile where agencies.yaml was changed since it was read; any
    other OSError leaves everything as it was. Killed in between, it leaves names that `check` finds missing.
    """
    folder = root / PLAN / id_
    if change is not None and read_register(root) != change.old:
        raise Meanwhile
    make_directory(folder, files)
    try:
        if change is not None:
            write_atomic(root / AGENCIES, change.new, replace=change.old is not None)
    except OSError as error:
        shutil.rmtree(folder)
        if error.errno == errno.EEXIST:
            raise Meanwhile from None
        raise
