#!/usr/bin/env python3
"""Writes the Word templates that come with the program: `make-templates.py [DIR]`, by default templates/."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / ".ci")]

from word_cover import cover  # noqa: E402
from word_draft import draft  # noqa: E402
from word_letter import letter  # noqa: E402
from word_lists import lists  # noqa: E402
from word_outline import outline  # noqa: E402
from word_parts import parts  # noqa: E402
from word_working import working_copy  # noqa: E402

from kehoach_cli.render.word.archive import CORE, core_properties, packed  # noqa: E402

TEMPLATES = {
    "bao-cao.docx": ("Mẫu báo cáo", draft),
    "bang-tong-hop.docx": ("Mẫu bảng tổng hợp báo cáo", working_copy),
    "bang.docx": ("Mẫu bảng, danh sách", lists),
    "cong-van.docx": ("Mẫu công văn yêu cầu báo cáo, đôn đốc", letter),
    "de-cuong.docx": ("Mẫu đề cương báo cáo", outline),
    "phieu-trinh.docx": ("Mẫu phiếu trình giải quyết công việc", cover),
}
MADE = date(2025, 1, 1)


def main(folder: Path) -> None:
    """The same bytes every time."""
    for name, (title, body) in TEMPLATES.items():
        made = parts(body()) | {CORE: core_properties(title, "kehoach", MADE)}
        (folder / name).write_bytes(packed(made))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates")
