"""Timing at the end of a paragraph: taken where it is certain, left alone elsewhere."""

from __future__ import annotations

import pytest

from kehoach_cli.model.timing_tail import split_timing


@pytest.mark.parametrize(
    ("text", "rest", "timing"),
    [
        (
            "Tổng hợp, gửi Bộ Tài chính. Thời gian hoàn thành: Trước ngày 31/5/2026.",
            "Tổng hợp, gửi Bộ Tài chính.",
            "Trước ngày 31/5/2026",
        ),
        ("Rà soát danh mục\nThời hạn thực hiện: khi có phát sinh", "Rà soát danh mục", "khi có phát sinh"),
        ("Rà soát danh mục. Hoàn thành trong quý II/2026.", "Rà soát danh mục.", "Hoàn thành trong quý II/2026"),
        ("Rà soát danh mục (hoàn thành trước ngày 30/6/2026).", "Rà soát danh mục", "hoàn thành trước ngày 30/6/2026"),
        ("Lập đề án, hoàn thành trước ngày 30/6/2026.", "Lập đề án, hoàn thành trước ngày 30/6/2026.", "hoàn thành trước ngày 30/6/2026"),
    ],
)  # fmt: skip
def test_certain_tails(text: str, rest: str, timing: str) -> None:
    assert split_timing(text) == (rest, timing)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ban hành kế hoạch. Thực hiện tốt nhiệm vụ được giao.",
        "Lập đề án; hoàn thành chỉ tiêu được giao",
        "Theo dõi thời gian hoàn thành: tổng hợp, báo cáo",
        "Thực hiện Nghị quyết ngày 30/6/2026",
        "Giai đoạn 2026 - 2030 (hoàn thành mục tiêu đề ra)",
    ],
)
def test_no_timing_is_guessed(text: str) -> None:
    assert split_timing(text) == (text, None)
