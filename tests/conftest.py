"""What several test modules share: a workspace from a base and its changes, and what loading it says."""

from __future__ import annotations

import gc
import os
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from kehoach_cli.render.diagnostics import problems_text, summary_line
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.store.loaded import Loaded

settings.register_profile(
    "kehoach",
    deadline=None,  # a slow machine is no fault
    database=None,  # nothing outside tmp_path
    derandomize=bool(os.environ.get("CI")),  # a gate gives the same answer twice
    max_examples=int(os.environ.get("KEHOACH_EXAMPLES", "50")),  # more of them for a longer search
)
settings.load_profile("kehoach")

# thousands of small tests leave little to collect, and much to look through
gc.set_threshold(100_000, 20, 20)

TESTS = Path(__file__).parent
BASE = TESTS / "cases" / "base"
AS_OF = date(2025, 5, 20)
PLAN = "plan/12-kh-ubnd-2025/plan.yaml"
SOURCE = "plan/12-kh-ubnd-2025/source.md"
REPORT = "plan/12-kh-ubnd-2025/reports/6thang/trung-tam-y-te.yaml"
AGENCIES = "plan/agencies.yaml"
OFFICE = "plan/office.yaml"


@pytest.fixture(autouse=True, scope="session")
def _a_cache_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compiled templates of a test run go where the rest of it goes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("KEHOACH_NO_CACHE", "1")  # tests/test_remembering.py allows it where it is the matter
        yield


class Desk:
    """A workspace on disk that a test changes and loads."""

    def __init__(self, root: Path, base: Path = BASE) -> None:
        self.root = root
        shutil.copytree(base, root, dirs_exist_ok=True)

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the one place where the old text stands."""
        text = self.text(file)
        assert text.count(old) == 1, f"{file} has {text.count(old)} × {old!r}"
        self.write(file, text.replace(old, new))

    def remove(self, file: str) -> None:
        path = self.root / file
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def load(self, as_of: date = AS_OF, *, thorough: bool = True) -> Loaded:
        return load(DiskFolder(self.root), as_of, thorough=thorough)

    def said(self, as_of: date = AS_OF, *, thorough: bool = True) -> str:
        """What `check` prints of the workspace, as seen from its own folder."""
        loaded = self.load(as_of, thorough=thorough)
        told = problems_text(loaded.problems, self.root, self.root)
        return told + summary_line(loaded.problems, loaded.files)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")
