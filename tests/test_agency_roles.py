"""Both roles out of one value or sentence, and what is left as the duty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.agency_roles import roles_in

# Text, who leads, who coordinates, what is left.
SENTENCES = [
    (
        "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và UBND các xã, phường tổ chức thực hiện.",
        ["Sở Nội vụ"],
        ["các sở, ban, ngành", "UBND các xã, phường"],
        "tổ chức thực hiện",
    ),
    (
        "Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế, các đơn vị liên quan tham mưu bố trí kinh phí.",
        ["Sở Tài chính"],
        ["Sở Y tế", "các đơn vị liên quan"],
        "tham mưu bố trí kinh phí",
    ),
    (
        "Công an tỉnh chủ trì phối hợp Sở Y tế, Sở Xây dựng xây dựng kế hoạch",
        ["Công an tỉnh"],
        ["Sở Y tế", "Sở Xây dựng"],
        "xây dựng kế hoạch",
    ),
    ("Sở Y tế phối hợp với Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"], ""),
    ("Sở Tài chính chủ trì, các sở, ngành phối hợp", ["Sở Tài chính"], ["các sở, ngành"], ""),
    ("Sở Nội vụ chủ trì; Sở Tài chính, Sở Y tế phối hợp.", ["Sở Nội vụ"], ["Sở Tài chính", "Sở Y tế"], ""),
    (
        "Sở Y tế chủ trì tham mưu, phối hợp với Sở Tài chính lập kế hoạch",
        ["Sở Y tế"],
        ["Sở Tài chính"],
        "tham mưu lập kế hoạch",
    ),
    (
        "Sở Y tế có trách nhiệm chủ trì, phối hợp chặt chẽ với Công an tỉnh và UBND các xã, phường kiểm tra",
        ["Sở Y tế"],
        ["Công an tỉnh", "UBND các xã, phường"],
        "kiểm tra",
    ),
    (
        "Sở Khoa học và Công nghệ là cơ quan đầu mối, phối hợp với các cơ quan, đơn vị theo dõi tiến độ",
        ["Sở Khoa học và Công nghệ"],
        ["các cơ quan, đơn vị"],
        "theo dõi tiến độ",
    ),
    ("Sở Tư pháp có trách nhiệm theo dõi", ["Sở Tư pháp"], [], "theo dõi"),
    (
        "Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội đẩy mạnh tuyên truyền",
        ["Ủy ban MTTQ Việt Nam tỉnh", "các tổ chức chính trị - xã hội"],
        [],
        "đẩy mạnh tuyên truyền",
    ),
    (
        "Phòng Tài chính – Kế hoạch chủ trì, phối hợp với các sở, ban ngành và địa phương tổng hợp kinh phí",
        ["Phòng Tài chính – Kế hoạch"],
        ["các sở, ban ngành và địa phương"],
        "tổng hợp kinh phí",
    ),
    (
        "Văn phòng HĐND & UBND. Trung tâm Y tế chủ trì, phối hợp, hướng dẫn các cơ quan, ban, ngành",
        ["Văn phòng HĐND & UBND", "Trung tâm Y tế"],
        [],
        "hướng dẫn các cơ quan, ban, ngành",
    ),
    ("UBND các xã xây dựng và triển khai kế hoạch", ["UBND các xã"], [], "xây dựng và triển khai kế hoạch"),
    (
        "Các Phòng: Tư pháp, Nội vụ, Huyện đoàn căn cứ nhiệm vụ, chủ động xây dựng kế hoạch",
        ["Phòng Tư pháp", "Phòng Nội vụ", "Huyện đoàn"],
        [],
        "chủ động xây dựng kế hoạch",
    ),
    (
        (
            "Căn cứ Kế hoạch và tình hình thực tế, các sở, ngành và UBND các xã, phường được phân công chủ trì nhiệm vụ"
            " tại Kế hoạch này có trách nhiệm xây dựng kế hoạch"
        ),
        ["các sở, ngành", "UBND các xã, phường"],
        [],
        "xây dựng kế hoạch",
    ),
    ("Sở Y tế, Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"], [], ""),
]
MARKED = [
    ("Chủ trì: Sở Y tế.\nPhối hợp: Sở Tài chính, UBND các xã.", ["Sở Y tế"], ["Sở Tài chính", "UBND các xã"]),
    ("- Đơn vị chủ trì: Sở Y tế; Đơn vị phối hợp: các sở, ngành", ["Sở Y tế"], ["các sở, ngành"]),
    ("Chủ trì: Sở Y tế Phối hợp: Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]),
    ("Sở Y tế (chủ trì), Sở Nội vụ (phối hợp)", ["Sở Y tế"], ["Sở Nội vụ"]),
    ("Sở Y tế (chủ trì), Sở Nội vụ, UBND các xã", ["Sở Y tế"], ["Sở Nội vụ", "UBND các xã"]),
]


@pytest.mark.parametrize(("text", "lead", "coordinating", "rest"), SENTENCES)
def test_roles_of_a_sentence(text: str, lead: list[str], coordinating: list[str], rest: str) -> None:
    roles = roles_in(text)
    assert [named.name for named in roles.lead] == lead
    assert [named.name for named in roles.coordinating] == coordinating
    assert roles.rest == rest


@pytest.mark.parametrize(("text", "lead", "coordinating"), MARKED)
def test_roles_told_by_labels_or_marks(text: str, lead: list[str], coordinating: list[str]) -> None:
    roles = roles_in(text)
    assert [named.name for named in roles.lead] == lead
    assert [named.name for named in roles.coordinating] == coordinating


@given(
    st.lists(
        st.sampled_from(
            [
                "Sở Y tế",
                "chủ trì",
                ", ",
                "phối hợp với ",
                "; ",
                "Phối hợp:",
                "(chủ trì)",
                "UBND xã",
                ". ",
                "\n",
                "liên quan",
            ]
        )
    )
)
def test_any_words_are_read(words: list[str]) -> None:
    roles = roles_in(" ".join(words))
    assert all(named.name for named in (*roles.lead, *roles.coordinating))
