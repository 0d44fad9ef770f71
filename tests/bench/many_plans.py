"""How long a folder with many plans takes to answer: wall and CPU of the whole process, median of some runs.

    python tests/bench/many_plans.py [--plans 200] [--tasks 20] [--reports 0] [--runs 7] [--keep FOLDER]
                                     [--kehoach PATH]

The register is plan 61's; every other plan, with its text and so many reports (at most 18) beside it, is made
by rule in a temporary folder.
Each command runs first without the cache (KEHOACH_NO_CACHE), then with it. Deadlines lie all over the year.
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

from generated import TASK

ROOT = Path(__file__).parents[2]
BUDGET = 1.5
_AS_OF = "2025-05-20"
COMMANDS: dict[str, list[str]] = {
    "tasks --agency (a commune)": ["tasks", "--agency", "UBND xã Sơn Mùa", "--as-of", _AS_OF],
    "tasks --agency, json": ["tasks", "--agency", "ttyt", "--as-of", _AS_OF, "-f", "json"],
    "tasks": ["tasks", "--as-of", _AS_OF],
    "status": ["status", "--as-of", _AS_OF],
    "status --agency": ["status", "--agency", "ttyt", "--as-of", _AS_OF],
    "agencies NAME": ["agencies", "ttyt", "--as-of", _AS_OF],
    "kehoach (today)": ["--as-of", _AS_OF],
    "check": ["check", "--as-of", _AS_OF],
}
_LEADS = ["Trung tâm Y tế", "Phòng Tư pháp", "Phòng Nội vụ", "Phòng Giáo dục và Đào tạo", "UBND các xã"]
_LEADS += ["Công an các xã", "Huyện đoàn", "Hội Nông dân huyện", "Phòng Văn hóa, Khoa học và Thông tin"]
_OTHERS = ["UBND các xã", "Các cơ quan, ban, ngành", "Hội, đoàn thể", "Phòng Dân tộc và Tôn giáo"]
_TIMINGS = ["Thường xuyên trong năm", "Quý II, IV năm 2025", "Trước ngày 30/{m}/2025", "Tháng {m} năm 2025"]
_TEXT = (
    "Triển khai thực hiện có hiệu quả nhiệm vụ số {n} của Kế hoạch số {p} về bảo vệ, chăm sóc trẻ em, phòng, "
    "chống tai nạn, thương tích và xâm hại trẻ em trên địa bàn huyện"
)
_COMMUNES = ["mua", "dung", "lien", "bua", "tan", "mau", "tinh", "long", "lap"]
_SENDERS = [f"{kind}-xa-son-{name}" for kind in ("ubnd", "cong-an") for name in _COMMUNES]
_REPORT = "schema: 1\nagency: {agency}\nperiod: 6thang\nreceived: 2025-04-02\nrest: không phát sinh\n"
_DEADLINE = """\
  - period: {period}
    before: 2025-{month:02d}-{day:02d}
    reporters:
      - Trung tâm Y tế
      - Phòng Tư pháp
      - UBND các xã
      - Công an các xã
    receiver: Văn phòng HĐND & UBND huyện
    source: V
"""


def write_plans(root: Path, *, plans: int, tasks: int, reports: int = 0) -> None:
    """Write plan/ with so many plans of so many tasks; it passes `check`."""
    folder = root / "plan"
    folder.mkdir(parents=True)
    for name in ("agencies.yaml", "office.yaml", "calendar.yaml"):
        shutil.copy(ROOT / "plan" / name, folder / name)
    for p in range(1, plans + 1):
        place = folder / f"{p}-kh-ubnd-2025"
        place.mkdir()
        texts = [_TEXT.format(n=n, p=p) for n in range(1, tasks + 1)]
        (place / "plan.yaml").write_text(_plan(p, texts), encoding="utf-8")
        (place / "source.md").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
        for agency in _SENDERS[:reports]:
            file = place / "reports" / "6thang" / f"{agency}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_REPORT.format(agency=agency), encoding="utf-8")


def _plan(p: int, texts: list[str]) -> str:
    head = f"schema: 1\nversion: 1\ndocument:\n  number: {p}/KH-UBND\n  issued: 2025-01-06\n  year: 2025\n"
    head += f"  issuer: UBND huyện Sơn Tây\n  title: Kế hoạch công tác số {p}\ntasks:\n"
    made = (_one(p, n, text) for n, text in enumerate(texts, 1))
    first = _DEADLINE.format(period="6thang", month=4 + p % 4, day=1 + p % 28)
    second = _DEADLINE.format(period="nam", month=9 + p % 4, day=1 + p % 28)
    return f"{head}{''.join(made)}deadlines:\n{first}{second}"


def _one(p: int, n: int, text: str) -> str:
    return TASK.format(
        n=n,
        text=text,
        lead=_LEADS[(p + n) % len(_LEADS)],
        first=_OTHERS[(p + n) % len(_OTHERS)],
        second=_OTHERS[(p + n + 1) % len(_OTHERS)],
        timing=_TIMINGS[(p * 7 + n) % len(_TIMINGS)].format(m=1 + (p + n) % 12),
    )


def run(words: list[str], cwd: Path, env: dict[str, str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(words, cwd=cwd, stdout=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, words
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--tasks", type=int, default=20)
    parser.add_argument("--reports", type=int, default=0, help="of each plan's first deadline")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="write the folder here and leave it")
    parser.add_argument("--kehoach", default=str(Path(sys.executable).with_name("kehoach")))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = asked.keep or Path(temporary) / "many"
        if not (root / "plan").exists():
            write_plans(root, plans=asked.plans, tasks=asked.tasks, reports=asked.reports)
        env = os.environ | {"XDG_CACHE_HOME": temporary, "LOCALAPPDATA": temporary}
        print(f"{'command':28} {'cache':>6} {'wall s':>7} {'CPU s':>7} {'MiB':>5}")
        for cache in ("no", "yes"):
            for name, words in COMMANDS.items():
                given = env | ({"KEHOACH_NO_CACHE": "1"} if cache == "no" else {})
                run([asked.kehoach, *words], root, given)
                found = [run([asked.kehoach, *words], root, given) for _ in range(asked.runs)]
                wall, cpu = median(f[0] for f in found), median(f[1] for f in found)
                mark = "  > budget" if name.startswith("tasks --agency") and wall > BUDGET else ""
                print(f"{name:28} {cache:>6} {wall:7.2f} {cpu:7.2f} {max(f[2] for f in found):5.0f}{mark}")


if __name__ == "__main__":
    main()
