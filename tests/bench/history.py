"""How long `log` and `--at` take on plan 61 with a long history.

    python tests/bench/history.py [--commits 1000] [--kehoach PATH]

Every commit logs or edits one of 18 reports; each tenth edits the plan, each fiftieth the register. The
repository is made by `git fast-import` in a temporary folder; every wording in it is made up.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
_REPORT = """\
schema: 1
agency: {agency}
period: 6thang
received: 2025-05-{day:02d}
tasks:
  - ref: II.{ref}
    status: đang thực hiện
    result: Đã tổ chức {n} buổi truyền thông với {people} lượt người tham gia.
rest: không phát sinh
"""
_BUDGETS = {"log": 3.0, "status --at": 1.0}


def write_history(root: Path, plan: Path, commits: int) -> None:
    """Lay a repository in `root`: plan 61 first, then one change a commit."""
    shutil.copytree(plan, root / "plan", ignore=shutil.ignore_patterns("reports"))
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True, env=env)
    stream = subprocess.run(
        ["git", "-C", str(root), "fast-import", "--quiet"], input=_stream(root, commits), check=True, env=env
    )
    assert stream.returncode == 0
    subprocess.run(["git", "-C", str(root), "reset", "-q", "--hard"], check=True, env=env)


def _stream(root: Path, commits: int) -> bytes:
    """The commands of fast-import."""
    files = {
        p.relative_to(root).as_posix(): p.read_bytes() for p in (root / "plan").rglob("*") if p.is_file()
    }
    folder = "plan/61-kh-ubnd-2025"
    text = files[f"{folder}/plan.yaml"].decode()
    register = files["plan/agencies.yaml"].decode()
    ids = [line.removeprefix("  - id: ") for line in register.splitlines() if line.startswith("  - id: ")]
    reporters = [id_ for id_ in ids if id_.startswith(("ubnd-xa-", "cong-an-xa-"))][:18]
    parts = [_commit(0, files)]
    for n in range(1, commits):
        if n % 50 == 0:
            text_of = register.replace("symbol: TTYT", f"symbol: TTYT{n}", 1)
            changed = {"plan/agencies.yaml": text_of.encode()}
        elif n % 10 == 0:
            edited = text.replace("mồ côi", f"mồ côi ({n})", 1)
            changed = {f"{folder}/plan.yaml": edited.encode()}
        else:
            agency = reporters[n % len(reporters)]
            words = _REPORT.format(agency=agency, day=1 + n % 28, ref=1 + n % 13, n=n, people=50 * n)
            changed = {f"{folder}/reports/6thang/{agency}.yaml": words.encode()}
        parts.append(_commit(n, changed))
    return b"".join(parts)


def _commit(n: int, files: dict[str, bytes]) -> bytes:
    subject = f"Lần {n}".encode()
    head = (
        f"commit refs/heads/main\ncommitter Văn phòng <vp@example.vn> {1746000000 + 600 * n} +0700\n".encode()
    )
    body = b"".join(b"M 100644 inline %s\ndata %d\n%s\n" % (p.encode(), len(c), c) for p, c in files.items())
    return head + b"data %d\n%s\n" % (len(subject), subject) + body


def seconds(words: list[str], cwd: Path, runs: int) -> float:
    """The median of whole-process wall time."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(words, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commits", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kehoach", default=str(Path(sys.executable).with_name("kehoach")))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "desk"
        root.mkdir()
        write_history(root, ROOT / "plan", given.commits)
        day = ["--as-of", "20/5/2025"]
        calls = {
            "log": ["log", "-n", str(given.commits)],
            "log -n 20": ["log"],
            "status": ["status", *day],
            "status --at": ["status", "--at", "HEAD~1", *day],
            "diff HEAD~99 HEAD": ["diff", "HEAD~99", "HEAD"],
        }
        for name, words in calls.items():
            taken = seconds([given.kehoach, *words], root, given.runs)
            budget = f"{_BUDGETS[name]:.1f}s" if name in _BUDGETS else "–"
            print(f"{name:20} {taken:6.2f}s {budget:>7}")


if __name__ == "__main__":
    main()
