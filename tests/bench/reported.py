"""Plan 61 with a made-up report of every agency that owes one; every figure is invented."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2025-05-20"
_REFS = [f"II.{n}" for n in range(1, 14)]
_REPORT = """\
schema: 1
agency: {agency}
period: 6thang
number: {n}/BC
dated: 2025-05-10
received: 2025-05-12
directives:
  - Kế hoạch số {n}/KH ngày 20/4/2025 về công tác trẻ em năm 2025.
tasks:
{tasks}rest: không phát sinh
difficulties:
  - text: Địa bàn rộng, đi lại khó khăn trong mùa mưa; kinh phí cho công tác trẻ em còn hạn chế ({n}).
next:
  - Tổ chức Tháng hành động vì trẻ em năm 2025 tại {n} thôn.
proposals:
  - text: Hỗ trợ tài liệu truyền thông bằng tiếng dân tộc Ca Dong ({n}).
    to: Sở Y tế
"""
_TASK = """\
  - ref: {ref}
    status: đang thực hiện
    result: >-
      Đã tổ chức {n} buổi truyền thông với {people} lượt người tham gia, rà soát và lập danh sách trẻ em có
      hoàn cảnh đặc biệt, phối hợp với nhà trường và gia đình vận động trẻ em trở lại lớp.
"""


def write_reported(root: Path, plan: Path, kehoach: Path) -> None:
    """Copy `plan` into the workspace `root` and lay one report of each reporter in it, four tasks in each."""
    import json

    shutil.copytree(plan, root / "plan", ignore=shutil.ignore_patterns("reports"))
    words = [str(kehoach), "status", "--period", "6thang", "--as-of", AS_OF, "--format", "json"]
    told = subprocess.run(words, cwd=root, check=True, capture_output=True, text=True, encoding="utf-8")
    slots = json.loads(told.stdout)["deadlines"][0]["slots"]
    folder = root / "plan" / "61-kh-ubnd-2025" / "reports" / "6thang"
    folder.mkdir(parents=True)
    for n, slot in enumerate(slots, 1):
        tasks = "".join(
            _TASK.format(ref=_REFS[(3 * n + k) % len(_REFS)], n=n + k, people=50 * n + k) for k in range(4)
        )
        text = _REPORT.format(agency=slot["agency"]["id"], n=n, tasks=tasks)
        (folder / f"{slot['agency']['id']}.yaml").write_text(text, encoding="utf-8")
