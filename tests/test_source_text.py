"""The official text as wordings are looked for in it: whole, from paragraph to paragraph, in the cells of tables."""

from __future__ import annotations

import pytest

from kehoach_cli.checks.source_text import SourceText

TEXT = SourceText(
    """\
1.1. Xây dựng Chiến lược:

a) Nhiệm vụ:

- Rà soát, hoàn thiện Chiến lược dữ liệu.

- Tổ chức tập huấn.

b) Cơ quan thực hiện: Sở Tài chính.

| TT | Nhiệm vụ | Chủ trì |
|---|---|---|
| 1 | Đào tạo \\| bồi dưỡng | Sở Nội vụ |
"""
)


@pytest.mark.parametrize(
    ("wording", "is_there"),
    [
        ("Rà soát, hoàn thiện Chiến lược dữ liệu.", True),
        ("Xây dựng Chiến lược: Rà soát, hoàn thiện Chiến lược dữ liệu.", True),
        ("Xây dựng Chiến lược: - Rà soát, hoàn thiện Chiến lược dữ liệu. - Tổ chức tập huấn.", True),
        ("Xây dựng Chiến lược: Rà soát, hoàn thiện Chiến lược", True),
        ("Xây dựng Chiến lược: Tổ chức tập huấn.", False),
        ("Xây dựng Rà soát, hoàn thiện Chiến lược dữ liệu.", False),
        ("Rà soát, hoàn thiện Chiến lược dữ liệu. Sở Tài chính.", False),
        ("Rà soát, hoàn thiện Chiến lược số.", False),
        ("Tổ chức hội nghị.", False),
        ("Đào tạo | bồi dưỡng", True),
        ("", True),
    ],
)
def test_wording_may_go_on_in_the_next_paragraph(wording: str, is_there: bool) -> None:
    assert TEXT.has(wording) is is_there


def test_a_cell_ends_a_paragraph() -> None:
    wording = "Đào tạo | bồi dưỡng"
    assert TEXT.rest(TEXT.find(wording), wording) == ""
    assert TEXT.rest(TEXT.find("Đào tạo"), "Đào tạo") == "| bồi dưỡng"
