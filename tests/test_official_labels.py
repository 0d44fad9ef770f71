"""Label lines, and the headers of columns that are made of the same words."""

from __future__ import annotations

import pytest

from kehoach_cli.intake.official.label_words import is_number_head, role_begun, role_of
from kehoach_cli.intake.official.labels import label_of, split_labels

LINES = {
    "Cơ quan chủ trì: Trung tâm Y tế.": ("lead", "Trung tâm Y tế"),
    "Đơn vị chủ trì tham mưu thực hiện: Sở Nội vụ": ("lead", "Sở Nội vụ"),
    "Cơ quan thực hiện:": ("lead", ""),
    "Phân công thực hiện: Sở A chủ trì": ("lead", "Sở A chủ trì"),
    "Cơ quan chủ trì": ("lead", ""),
    "Cơ quan chủ trì, phối hợp": ("both", ""),
    "Cơ quan, đơn vị phối hợp thực hiện: UBND các xã.": ("coordinating", "UBND các xã"),
    "Thời hạn ban hành: Tháng 6/2025": ("timing", "Tháng 6/2025"),
    "Thời gian trình Chính phủ: Quý I": ("timing", "Quý I"),
    "Thời gian thực hiện sau khi Luật được ban hành.": ("timing", "sau khi Luật được ban hành"),
    "Thời gian thực hiện: Hằng năm./.": ("timing", "Hằng năm"),
    "Sản phẩm dự kiến: Báo cáo": ("result", "Báo cáo"),
    "Kinh phí: Ngân sách xã": ("money", "Ngân sách xã"),
    "Nội dung thực hiện: Phổ biến Luật.": ("content", "Phổ biến Luật."),
}


@pytest.mark.parametrize("line", LINES)
def test_label_lines(line: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.role, label.value) == LINES[line]


@pytest.mark.parametrize(
    "line",
    [
        "TỔ CHỨC THỰC HIỆN",
        "Tổ chức thực hiện",
        "Sở Xây dựng",
        "Ban Tổ chức: Rà soát quy chế",
        "Các Phòng: Giáo dục và Đào tạo, Tư pháp",
        "Phối hợp với các sở: rà soát",
        "Các cơ quan chủ trì có trách nhiệm: báo cáo",
        "Về công tác đào tạo",
        "Thời gian qua, công tác trẻ em được quan tâm",
        "Nội dung",
        "Chủ trì kiểm tra.",
        "Phối hợp thực hiện",
        "",
    ],
)
def test_other_lines_are_no_labels(line: str) -> None:
    assert label_of(line) is None


HEADERS = {
    "lead": ["Cơ quan chủ trì", "CHỦ TRÌ", "Đơn vị thực hiện", "Cơ quan chủ trì thực hiện", "Trách nhiệm"],
    "coordinating": ["Cơ quan phối hợp", "PHỐI HỢP", "Cơ quan phối hợp thực hiện"],
    "both": ["Phân công nhiệm vụ", "Đơn vị chủ trì, phối hợp"],
    "person": ["Người đứng đầu chịu trách nhiệm", "Lãnh đạo chỉ đạo"],
    "timing": [
        "Thời gian hoàn thành",
        "Thời gian dự kiến hoàn thành",
        "Tiến độ",
        "Thời hạn",
        "Thời gian trình",
    ],
    "result": ["Sản phẩm đầu ra", "Kết quả dự kiến", "Chỉ tiêu đạt được", "Sản phẩm/kết quả"],
    "content": [
        "Tên nhiệm vụ",
        "Nội dung/nhiệm vụ",
        "NHIỆM VỤ VÀ GIẢI PHÁP",
        "Nhiệm vụ, giải pháp",
        "Chỉ tiêu",
    ],
    "money": ["Nguồn kinh phí"],
}


@pytest.mark.parametrize(("role", "header"), [(r, h) for r, headers in HEADERS.items() for h in headers])
def test_headers_of_columns(role: str, header: str) -> None:
    assert role_of(header) == role


@pytest.mark.parametrize("header", ["Đơn vị tính", "Ghi chú", "Số lượng", "Cấp trình", "Vĩ độ", "", "Đơn vị"])
def test_other_headers_tell_nothing(header: str) -> None:
    assert role_of(header) is None


def test_headers_that_only_begin_as_one() -> None:
    assert role_begun("Cơ quan chủ trì (cấp tỉnh)") == "lead"
    assert role_begun("Chủ trì, phối hợp của các cấp") == "both"
    assert role_begun("Thời gian thực hiện từng năm") == "timing"
    assert role_begun("Cơ quan chủ trì phải báo cáo") is None


def test_columns_of_numbers() -> None:
    assert [is_number_head(head) for head in ("STT", "TT", "Số\nTT", "Số lượng")] == [True, True, True, False]


def test_labels_inside_a_paragraph() -> None:
    text, labels = split_labels("Rà soát văn bản, gửi Bộ. Thời gian hoàn thành: Trước ngày 31/5/2026.")
    assert text == "Rà soát văn bản, gửi Bộ."
    assert [(label.role, label.value) for label in labels] == [("timing", "Trước ngày 31/5/2026")]


def test_labels_in_brackets_and_in_a_cell() -> None:
    text, labels = split_labels("Chăm lo (Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B).")
    assert (text, [(label.role, label.value) for label in labels]) == (
        "Chăm lo",
        [("lead", "Sở A"), ("coordinating", "Sở B")],
    )
    text, labels = split_labels("Chủ trì: Sở A, Sở B\nPhối hợp: Sở C")
    assert (text, [label.value for label in labels]) == ("", ["Sở A, Sở B", "Sở C"])
