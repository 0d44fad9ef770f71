"""Plan 61 with an amendment made up for the tests: in force from 8 May, issued on the 5th."""

from __future__ import annotations

from typing import TYPE_CHECKING

from program import PLAN

if TYPE_CHECKING:
    from program import Office

BEFORE, AFTER = "2025-05-07", "2025-05-08"
CITED = "Kế hoạch số 85/KH-UBND ngày 05/5/2025"
AMENDED = f" (được sửa đổi, bổ sung bởi {CITED})"
MARK = f" (sửa đổi, bổ sung theo {CITED})"
AMENDMENT = """\
amendments:
  - number: 85/KH-UBND
    issued: 2025-05-05
    effective: 2025-05-08
    title: Sửa đổi, bổ sung Kế hoạch số 61/KH-UBND
    add:
      tasks:
        - ref: II.14
          short: Dạy bơi, phòng, chống đuối nước
          text: Tổ chức dạy bơi, phòng, chống đuối nước cho trẻ em trong dịp hè.
          lead:
            - Phòng Giáo dục và Đào tạo
          coordinating:
            - UBND các xã
          timing: Quý II, III năm 2025
      deadlines:
        - period: quy3
          label: quý III năm 2025
          by: 2025-09-30
          reporters:
            - Trung tâm Y tế
            - Phòng Nội vụ
    replace:
      tasks:
        - ref: II.6
          lead:
            - Phòng Nội vụ
      deadlines:
        - period: 6thang
          before: 2025-05-20
    repeal:
      tasks:
        - II.8
"""
LATER = """\
  - number: 90/KH-UBND
    issued: 2025-05-16
    replace:
      tasks:
        - ref: II.6
          timing: Quý II năm 2025
"""


def amend(office: Office, more: str = "") -> None:
    """Put the amendment (and `more`) at the end of the plan's file."""
    path = office.file(PLAN)
    path.write_text(path.read_text(encoding="utf-8") + AMENDMENT + more, encoding="utf-8")
