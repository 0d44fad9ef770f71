"""kehoach explain: every code of the catalogue, in words a clerk can act on."""

from __future__ import annotations

import re

import pytest

from kehoach_cli.checks.catalogue import CATALOGUE
from program import ROOT, kehoach


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_explained(code: str) -> None:
    outcome = kehoach("explain", code, cwd=ROOT)
    assert (outcome.code, outcome.err) == (0, "")
    title, why, *remedies = outcome.out.split("\n\n")
    kind = {"error": "lỗi", "warning": "cảnh báo"}[CATALOGUE[code].severity]
    assert title.startswith(f"{code} ({kind}): ")
    assert why.rstrip().endswith(".")
    assert remedies[0].startswith("Cách sửa: ")
    assert re.search(r"\{\w+\}", outcome.out) is None
    assert max(map(len, outcome.out.splitlines())) <= 100


def test_letter_case_and_blanks_do_not_matter() -> None:
    expected = kehoach("explain", "L201", cwd=ROOT)
    assert kehoach("explain", "l201", cwd=ROOT) == kehoach("explain", " L201 ", cwd=ROOT) == expected
    assert expected.out == (
        "L201 (lỗi): không tìm thấy cơ quan “‹…›” trong danh mục cơ quan (‹…›)\n\n"
        "Tên trong tệp phải đúng với tên, cách viết khác (aliases) hoặc mã trong agencies.yaml, để không giao\n"
        "nhầm việc và không bỏ sót ai.\n\n"
        "Cách sửa: sửa thành “‹…›”, hoặc khai cơ quan mới trong agencies.yaml.\n"
        "Hoặc: khai cơ quan này trong agencies.yaml, hoặc kiểm tra lại tên.\n"
    )


@pytest.mark.parametrize(
    ("typed", "near"), [("L999", None), ("", None), ("201", "L201"), ("L 201", "L201"), ("\x1b[0m", None)]
)
def test_an_unknown_code_is_a_wrong_call_with_the_nearest(typed: str, near: str | None) -> None:
    told = kehoach("explain", typed, cwd=ROOT).told
    head, _, nearest = told.rstrip(".").partition(". Gần nhất: ")
    assert head.startswith("không có mã “")
    assert "\x1b" not in told
    assert nearest in CATALOGUE
    assert near in (None, nearest)


def test_without_a_code_all_are_listed_by_area() -> None:
    out = kehoach("explain", cwd=ROOT).out
    lines = out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  L")] == sorted(CATALOGUE)
    areas = [line for line in lines if line and not line.startswith(" ")]
    assert areas == [
        "Tệp và YAML",
        "Khóa và giá trị",
        "Kế hoạch và danh mục cơ quan",
        "Báo cáo của các cơ quan",
        "Biểu mẫu đã điền",
        "Phiên bản và thay đổi",
        "Văn bản kế hoạch được nhập vào",
    ]
    assert "‹…›”‹…›" not in out


def test_on_a_terminal_lines_are_wrapped_and_no_word_is_lost() -> None:
    plain = kehoach("explain", cwd=ROOT).out
    for width in (60, 80, 120):
        drawn = kehoach("explain", cwd=ROOT, width=width).out
        assert max(map(len, drawn.splitlines())) <= width
        assert drawn.split() == plain.split()
    narrow = kehoach("explain", "L201", cwd=ROOT, width=40).out
    assert max(map(len, narrow.splitlines())) <= 40
    assert narrow.split() == kehoach("explain", "L201", cwd=ROOT).out.split()
