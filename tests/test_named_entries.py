"""The register's entries in running text, as in the lines of «Nơi nhận»."""

from __future__ import annotations

import pytest

from kehoach_cli.model.named_entries import entries_in
from test_register import REAL


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("- CVP, PCVP HĐN&UBND huyện;", ["Văn phòng HĐND & UBND huyện"]),
        (
            "- Các Phòng: Giáo dục và Đào tạo,\nTư pháp, Văn hóa, Khoa học và Thông tin;",
            ["Phòng Giáo dục và Đào tạo", "Phòng Tư pháp", "Phòng Văn hóa, Khoa học và Thông tin"],
        ),
        ("- BTT Ủy ban MTTQ Việt Nam huyện;", ["Ủy ban Mặt trận Tổ quốc Việt Nam huyện"]),
        ("- UBND các xã Sơn Mùa, Sơn Liên;", ["UBND các xã", "UBND xã Sơn Mùa", "UBND xã Sơn Liên"]),
        ("- Trung tam y te; UBND các xã;", ["Trung tâm Y tế", "UBND các xã"]),
        ("- Lưu: VT, TH.", []),
    ],
)
def test_entries_of_a_line(line: str, names: list[str]) -> None:
    assert [entry.name for entry in entries_in(line, REAL)] == names
