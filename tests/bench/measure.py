"""How fast the installed program is: one table, every figure against `python -c pass` run in turn with it.

    python tests/bench/measure.py [--runs 15]

Builds the wheel, installs it into a new virtual environment in a temporary folder, compiles it, and runs
each command in pairs with the same interpreter doing nothing. Ratios are medians of whole-process wall time.
Workspaces are remembered in that folder too; «read anew» is without.
"""

from __future__ import annotations

import argparse
import os
import pty
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from generated import add_deadline, write_workspace
from reported import AS_OF, write_reported

ROOT = Path(__file__).parents[2]
BUDGETS: list[tuple[str, list[str], bool, float]] = [
    ("--version", ["--version"], False, 6.5),
    ("--help", ["--help"], False, 8),
    ("tasks --agency", ["tasks", "--agency", "Trung tâm Y tế"], False, 13.5),
    ("status", ["status"], False, 13.5),
    ("tasks --agency, terminal", ["tasks", "--agency", "Trung tâm Y tế"], True, 17),
    ("status, terminal", ["status"], True, 17),
    ("report --period 6thang", ["report", "--period", "6thang"], False, 17),
]
READ_ANEW: list[tuple[str, list[str], bool, float]] = [
    ("tasks --agency, read anew", ["tasks", "--agency", "Trung tâm Y tế"], False, 17.5),
    ("status, read anew", ["status"], False, 17.5),
]
"""Run as the first command after a file has changed."""

_REPORT = ["report", "--period", "6thang", "--as-of", AS_OF, "--force", "-o"]
REPORTED: list[tuple[str, list[str], bool, float]] = [
    ("31 reports, md", [*_REPORT, "x.md"], False, 17),
    ("31 reports, html", [*_REPORT, "x.html"], False, 18),
    ("31 reports, docx", [*_REPORT, "x.docx", "--overwrite-edited"], False, 22),
    ("31 reports, pdf", [*_REPORT, "x.pdf"], False, 16),
]
"""Run where every agency of plan 61 has reported."""


def install(folder: Path) -> Path:
    """The bin directory of a fresh environment with the wheel in it, compiled."""
    wheels = folder / "dist"
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    binaries = folder / "env" / "bin"
    subprocess.run(
        [binaries / "pip", "install", "--quiet", *(f"{w}[pdf]" for w in wheels.glob("*.whl"))], check=True
    )
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        [binaries / "python", "-m", "compileall", "-q", str(folder / "env" / "lib")], check=False, env=env
    )
    return binaries


def run(words: list[str], cwd: Path, *, terminal: bool = False) -> tuple[float, float]:
    """Seconds and peak MiB of one run; output goes nowhere, or to a terminal of its own."""
    controller, out = pty.openpty() if terminal else (None, os.open(os.devnull, os.O_WRONLY))
    start = time.perf_counter()
    process = subprocess.Popen(words, cwd=cwd, stdout=out, stderr=subprocess.DEVNULL)
    os.close(out)
    if controller is not None:
        drain(controller)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def drain(controller: int) -> None:
    while True:
        try:
            if not os.read(controller, 65536):
                break
        except OSError:  # the other end is closed
            break
    os.close(controller)


def compare(binaries: Path, case: tuple[str, list[str], bool, float], cwd: Path, runs: int) -> None:
    """Print a case's median ratio to the interpreter doing nothing, the two run in turn."""
    name, words, terminal, budget = case
    nothing = [str(binaries / "python"), "-c", "pass"]
    call = [str(binaries / "kehoach"), *words]
    run(call, cwd, terminal=terminal)
    pairs = [(run(call, cwd, terminal=terminal), run(nothing, cwd)) for _ in range(runs)]
    ratio = median(a[0] / b[0] for a, b in pairs)
    print(
        f"{name:28} {ratio:7.1f} {budget:7.1f} {median(a[0] for a, _ in pairs) * 1000:7.0f} "
        f"{max(a[1] for a, _ in pairs):6.0f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        binaries = install(folder)
        reported = folder / "reported"
        reported.mkdir()
        write_reported(reported, ROOT / "plan", binaries / "kehoach")
        print(f"{'command':28} {'ratio':>7} {'budget':>7} {'ms':>7} {'MiB':>6}")
        for case in BUDGETS:
            compare(binaries, case, ROOT, runs)
        for case in REPORTED:
            compare(binaries, case, reported, runs)
        os.environ["KEHOACH_NO_CACHE"] = "1"
        for case in READ_ANEW:
            compare(binaries, case, ROOT, runs)
        large = folder / "large"
        write_workspace(large, tasks=5000, agencies=50)
        checks = [run([str(binaries / "kehoach"), "check", "-C", str(large)], large) for _ in range(5)]
        seconds, memory = median(c[0] for c in checks), max(c[1] for c in checks)
        print(f"{'check, 5,000 tasks':28} {seconds:6.2f}s {'1.50s':>7} {seconds * 1000:7.0f} {memory:6.0f}")
        letters = folder / "letters"
        write_workspace(letters, tasks=300, agencies=300)
        add_deadline(letters, agencies=300)
        days = ["--as-of", "20/5/2025", "--before", "23/5/2025"]
        call = [str(binaries / "kehoach"), "remind", "-p", "6thang", *days, "--each", "-o", "out"]
        seconds, memory = run(call, letters)
        name = "remind --each, 300 letters"
        print(f"{name:28} {seconds:6.2f}s {'15.00s':>7} {seconds * 1000:7.0f} {memory:6.0f}")


if __name__ == "__main__":
    main()
