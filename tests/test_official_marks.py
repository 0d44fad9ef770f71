"""Numbers, letters and dashes before a paragraph."""

from __future__ import annotations

import pytest

from kehoach_cli.intake.official.marks import cut_mark

MARKS = {
    "I. MỤC ĐÍCH": ("roman", "I", "MỤC ĐÍCH"),
    "IV/ TỔ CHỨC": ("roman", "IV", "TỔ CHỨC"),
    "Phần II NHIỆM VỤ": ("part", "II", "NHIỆM VỤ"),
    "Phần thứ hai": ("part", "II", ""),
    "Điều 3. Giao Sở Nội vụ": ("article", "3", "Giao Sở Nội vụ"),
    "A. SỞ Y TẾ": ("capital", "A", "SỞ Y TẾ"),
    "1. Mục đích": ("number", "1", "Mục đích"),
    "1) Mục đích": ("number", "1", "Mục đích"),
    "2.1. Tập huấn": ("number", "2.1", "Tập huấn"),
    "2.1 Tập huấn": ("number", "2.1", "Tập huấn"),
    "1.1.1. Chi tiết": ("number", "1.1.1", "Chi tiết"),
    "1. 100% cơ quan": ("number", "1", "100% cơ quan"),
    "đ) Đến hết năm 2045": ("letter", "đ", "Đến hết năm 2045"),
    "a. Thời gian": ("letter", "a", "Thời gian"),
    "f) Khác": ("letter", "f", "Khác"),
    "(1) Tư vấn": ("bracket", "1", "Tư vấn"),
    "(ii) Cho vay": ("small", "ii", "Cho vay"),
    "- Cơ quan chủ trì": ("dash", "", "Cơ quan chủ trì"),
    "– 05 lớp": ("dash", "", "05 lớp"),
    "+ Thôn": ("plus", "", "Thôn"),
}


@pytest.mark.parametrize("words", MARKS)
def test_marks_are_cut_off(words: str) -> None:
    mark, rest = cut_mark(words)
    assert mark is not None
    assert (mark.kind, mark.value, rest) == MARKS[words]


@pytest.mark.parametrize(
    "words",
    ["V/v tăng cường", "1.200 người", "15/5/2025", "-5 độ", "100% hộ", "v.v…", "2025 - 2030", "UBND xã", ""],
)
def test_other_beginnings_are_no_marks(words: str) -> None:
    assert cut_mark(words) == (None, words)
