"""Edits of a plan's file: whatever its layout, the data change as meant and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.store.plan_edits import Edit, Years, edited, meant
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = """\
schema: 1   # đầu
document:
  number: 61/KH-UBND       # bản in: «61 /KH-UBND»
  title: "Công tác # trẻ em năm 2025"   # giữ
tasks:
  - ref: II.1
    text: >-
      Trung thu năm
      2025, # không phải chú thích

    # trước lead
    lead:
      - Phòng A   # bản in thiếu chữ
      - Phòng B
    coordinating: [Phòng C, "Phòng D, E"]  # trong ngoặc
  - exempt:
      - agency: X
        reason: y
    # sau exempt
    ref: II.2
    text: một
      hai
    lead:
      - Z
"""


def change(*edits: Edit, text: str = FILE) -> tuple[str, dict[Any, int | None]]:
    tree = parse(text)
    assert tree.findings == []
    made = edited(tree, text, edits)
    again = parse(made.text)
    assert (again.findings, again.data) == ([], meant(tree.data, edits))
    return made


def lines_changed(made: str) -> tuple[list[str], list[str]]:
    old, new = FILE.splitlines(), made.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (
            Edit(("document", "number"), ("…/KH-UBND",), remark="chưa có"),
            ["  number: 61/KH-UBND       # bản in: «61 /KH-UBND»"],
            ['  number: "…/KH-UBND"      # chưa có'],
        ),
        (
            Edit(("document", "title"), years=Years(2025, 2026)),
            ['  title: "Công tác # trẻ em năm 2025"   # giữ'],
            ['  title: "Công tác # trẻ em năm 2026"   # giữ'],
        ),
        (
            Edit(("document", "title"), remark="xem"),
            ['  title: "Công tác # trẻ em năm 2025"   # giữ'],
            ['  title: "Công tác # trẻ em năm 2025"   # xem # giữ'],
        ),
        (
            Edit(("tasks", 0, "text"), years=Years(2025, 2026), remark="xem"),
            ["    text: >-", "      2025, # không phải chú thích"],
            ["    text: >-   # xem", "      2026, # không phải chú thích"],
        ),
        (
            Edit(("tasks", 0, "lead", 0), ("Phòng K", "Phòng L"), remark="chọn"),
            ["      - Phòng A   # bản in thiếu chữ"],
            ["      - Phòng K   # chọn", "      - Phòng L"],
        ),
        (Edit(("tasks", 0, "lead", 1), ()), ["      - Phòng B"], []),
        (Edit(("tasks", 0, "lead"), remark="ai"), ["    lead:"], []),
        (
            Edit(("tasks", 0, "coordinating", 0), ("Phòng K, L", "M")),
            ['    coordinating: [Phòng C, "Phòng D, E"]  # trong ngoặc'],
            ['    coordinating: ["Phòng K, L", M, "Phòng D, E"]'],
        ),
        (
            Edit(("tasks", 0, "coordinating", 1), ()),
            ['    coordinating: [Phòng C, "Phòng D, E"]  # trong ngoặc'],
            ["    coordinating: [Phòng C]  # trong ngoặc"],
        ),
        (
            Edit(("tasks", 1, "exempt"), ()),
            ["  - exempt:", "      - agency: X", "        reason: y", "    ref: II.2"],
            ["  - ref: II.2"],
        ),
        (Edit(("tasks", 1, "text"), remark="xem"), [], ["    # xem"]),
        (Edit(("tasks", 1, "text"), ("ba",)), ["    text: một", "      hai"], ["    text: ba"]),
    ],
)
def test_one_edit_changes_its_own_lines(edit: Edit, gone: list[str], come: list[str]) -> None:
    made, _ = change(edit)
    if edit.path == ("tasks", 0, "lead"):  # the other clause has such a line too
        assert made == FILE.replace("    lead:\n", "    lead:   # ai\n", 1)
    else:
        assert lines_changed(made) == (gone, come)


def test_lines_are_those_of_the_new_text() -> None:
    edits = [
        Edit(("tasks", 0, "lead", 0), ("K", "L", "M")),
        Edit(("tasks", 1, "exempt"), ()),
        Edit(("tasks", 1, "ref"), remark="đây"),
        Edit(("tasks", 1, "text"), remark="trên"),
        Edit(("không", "có"), ("x",)),
    ]
    made, at = change(*edits[:-1])
    listed = made.splitlines()
    assert {path: listed[line - 1] if line else None for path, line in at.items()} == {
        ("tasks", 0, "lead", 0): "      - K",
        ("tasks", 1, "exempt"): None,
        ("tasks", 1, "ref"): "  - ref: II.2   # đây",
        ("tasks", 1, "text"): "    text: một",
    }
    assert edited(parse(FILE), FILE, edits[-1:]) == (FILE, {})


def test_whole_lines_stand_where_the_key_stood() -> None:
    edits = [
        Edit(("tasks", 0, "lead"), block=("lead:", "  - K")),
        Edit(("tasks", 1, "exempt"), block=("timing: Quý I",)),
        Edit(("tasks", 1, "ref"), below=("short: ngắn",)),
        Edit(("tasks", 0), below=("", "- ref: II.9", "  text: mới")),
    ]
    made = edited(parse(FILE), FILE, edits).text
    data = parse(made).data
    assert [task["ref"] for task in data["tasks"]] == ["II.1", "II.9", "II.2"]
    assert data["tasks"][0]["lead"] == ["K"]
    assert data["tasks"][2] == {
        "timing": "Quý I",
        "ref": "II.2",
        "short": "ngắn",
        "text": "một hai",
        "lead": ["Z"],
    }
    assert "    # sau exempt\n" in made


WORDS = st.lists(
    st.sampled_from(["năm 2025", "trẻ em", "“Ưu tiên”", "đến năm 2025", "A: b", "#1", "- x", "2025", "'y'"]),
    min_size=1,
    max_size=4,
).map(" ".join)
NAMES = st.lists(st.sampled_from(["Phòng A", "Phòng B, C", "UBND & X", "Đội 1: Y"]), min_size=1, max_size=4)
STYLES = st.sampled_from(["plain", "double", "folded", "next"])
REMARKS = st.sampled_from(["", "  # một", "   # hai # ba"])


def scalar_in(style: str, text: str, indent: str, remark: str) -> str:
    plain = f'"{text}"'
    if style == "plain" and text[0].isalpha() and ": " not in text and " #" not in text:
        plain = text
    if style == "folded":
        return f" >-{remark}\n{indent}  " + f"\n{indent}  ".join(text.split(" ")) + "\n"
    return f"\n{indent}  {plain}{remark}\n" if style == "next" else f" {plain}{remark}\n"


def names_in(style: str, names: Iterable[str], remark: str) -> str:
    listed = [f'"{name}"' for name in names]
    if style == "double":
        return f" [{', '.join(listed)}]{remark}\n"
    return "\n" + "".join(f"      - {name}{remark}\n    # ghi chú\n" for name in listed)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    lines, edits = ["schema: 1\ntasks:\n"], []
    for n in range(draw(st.integers(1, 3))):
        text, names, remark = draw(WORDS), draw(NAMES), draw(REMARKS)
        lines.append(f"  - ref: II.{n}{remark}\n    # nhiệm vụ\n")
        lines.append("    text:" + scalar_in(draw(STYLES), text, "    ", draw(REMARKS)))
        lines.append("    lead:" + names_in(draw(STYLES), names, draw(REMARKS)))
        lines.append(f"    timing:{scalar_in(draw(STYLES), draw(WORDS), '    ', remark)}\n")
        note = draw(st.sampled_from(["", "CẦN QUYẾT ĐỊNH: x"]))
        everywhere = draw(st.booleans())
        edits.append(Edit(("tasks", n, "text"), None, Years(2025, 2031, everywhere=everywhere), note))
        kept = draw(st.integers(0, len(names) - 1))
        for i in range(len(names)):
            new = draw(st.sampled_from([None, ("N",), ("N, M", "O: p"), ()])) if i != kept else ("K",)
            edits.append(Edit(("tasks", n, "lead", i), new, remark=note if new != () else ""))
        edits.append(Edit(("tasks", n, "timing"), draw(st.sampled_from([None, (), ("Quý I",)])), remark=""))
    return "".join(lines), edits


@given(files())
def test_any_layout_says_what_is_meant(made: tuple[str, list[Edit]]) -> None:
    text, edits = made
    changed, _ = change(*edits, text=text)
    comments = [line for line in text.splitlines() if line.strip() in ("# nhiệm vụ", "# ghi chú")]
    assert [line for line in changed.splitlines() if line.strip() in ("# nhiệm vụ", "# ghi chú")] == comments
    noted = sum(bool(e.remark) for e in edits)
    assert changed.count("CẦN QUYẾT ĐỊNH: x") == noted


@given(files())
def test_no_edit_no_change(made: tuple[str, list[Edit]]) -> None:
    text, _ = made
    assert edited(parse(text), text, [Edit(("tasks", 0, "text"))]).text == text
