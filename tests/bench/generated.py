"""A large workspace made by rule: many tasks, many agencies, the official text beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = (
    "Triển khai thực hiện có hiệu quả các chương trình, kế hoạch số {n} về bảo vệ, chăm sóc trẻ em, "
    "phòng, chống tai nạn, thương tích và xâm hại trẻ em trên địa bàn"
)
TASK = """\
  - ref: II.{n}
    short: Nhiệm vụ số {n}
    text: >-
      {text}
    lead:
      - {lead}
    coordinating:
      - {first}
      - {second}
    timing: {timing}
"""
_TIMING = "Thường xuyên trong năm"
_CLAUSE = """\
{n}. {text}

- Cơ quan chủ trì: {lead}.

- Cơ quan phối hợp: {first}, {second}.

- Thời gian thực hiện: Thường xuyên trong năm.

"""


def write_workspace(root: Path, *, tasks: int, agencies: int) -> None:
    """Write plan/ with one plan of so many tasks, given in turn to so many agencies; it passes `check`."""
    names = [f"Phòng Chuyên môn số {n}" for n in range(1, agencies + 1)]
    folder = root / "plan" / "1-kh-ubnd-2025"
    folder.mkdir(parents=True)
    register = "".join(
        f"  - id: phong-{n}\n    name: {name}\n    kind: phong-ban\n" for n, name in enumerate(names, 1)
    )
    (root / "plan" / "agencies.yaml").write_text(f"schema: 1\nagencies:\n{register}", encoding="utf-8")
    rows = [
        {
            "n": n,
            "text": _TEXT.format(n=n),
            "lead": names[n % agencies],
            "first": names[(n + 7) % agencies],
            "second": names[(n + 19) % agencies],
        }
        for n in range(1, tasks + 1)
    ]
    head = "schema: 1\nversion: 1\ndocument:\n  number: 1/KH-UBND\n  issued: 2025-01-06\n  year: 2025\n"
    head += "  issuer: UBND huyện\n  title: Kế hoạch công tác\ntasks:\n"
    plan = head + "".join(TASK.format(**row, timing=_TIMING) for row in rows)
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    source = "# Kế hoạch công tác\n\n" + "".join(_CLAUSE.format(**row) for row in rows)
    (folder / "source.md").write_text(source, encoding="utf-8")


def add_deadline(root: Path, *, agencies: int) -> None:
    """Let every agency of `write_workspace` owe a report before 15/5/2025 to an office that may write letters."""
    plan = root / "plan" / "1-kh-ubnd-2025" / "plan.yaml"
    reporters = "".join(f"      - Phòng Chuyên môn số {n}\n" for n in range(1, agencies + 1))
    deadline = f"deadlines:\n  - period: 6thang\n    before: 2025-05-15\n    reporters:\n{reporters}"
    plan.write_text(plan.read_text(encoding="utf-8") + deadline, encoding="utf-8")
    (root / "plan" / "office.yaml").write_text(_OFFICE, encoding="utf-8")


_OFFICE = """\
schema: 1
office:
  - name: UBND huyện
    full: Ủy ban nhân dân huyện
    short: UBND huyện
    letterhead:
      - ỦY BAN NHÂN DÂN
      - HUYỆN
    place: Huyện
    symbol: UBND
    consolidator: Phòng Chuyên môn số 1
    archive: VT, TH
"""
