"""Who a sentence, a label's value or a cell names."""

from __future__ import annotations

import pytest

from kehoach_cli.intake.official.subjects import cut_subject, names_begin, without_opening
from kehoach_cli.intake.official.who import heading_people, people_of, sentence_people

SUBJECTS = {
    "Văn phòng HĐND & UBND. Trung tâm Y tế chủ trì, phối hợp": "Văn phòng HĐND & UBND. Trung tâm Y tế",
    "UBND các xã xây dựng và triển khai kế hoạch": "UBND các xã",
    "Sở, ban, ngành thuộc UBND tỉnh có trách nhiệm rà soát": "Sở, ban, ngành thuộc UBND tỉnh",
    "Các cơ quan, tổ chức có liên quan căn cứ Kế hoạch này": "Các cơ quan, tổ chức có liên quan",
    "Đề nghị Ủy ban MTTQ huyện, các tổ chức chính trị - xã hội đẩy mạnh": (
        "Ủy ban MTTQ huyện, các tổ chức chính trị - xã hội"
    ),
    "Ban Quản lý Khu kinh tế phối hợp kiểm tra": "Ban Quản lý Khu kinh tế",
    "Các cơ quan, đơn vị báo cáo kết quả": "Các cơ quan, đơn vị",
    "Sở Tài chính, trên cơ sở đề xuất của các sở": "Sở Tài chính",
    "UBND các xã: Xây dựng kế hoạch": "UBND các xã",
    "Phòng Cảnh sát giao thông chủ trì": "Phòng Cảnh sát giao thông",
    "Ban Hỗ trợ phụ nữ phát triển kinh tế chủ trì": "Ban Hỗ trợ phụ nữ phát triển kinh tế",
    "Sở Y tế quản lý, giám sát chặt chẽ": "Sở Y tế",
    "Các Phòng: Tư pháp, Nội vụ căn cứ chức năng": "Các Phòng: Tư pháp, Nội vụ",
}


@pytest.mark.parametrize("sentence", SUBJECTS)
def test_subjects(sentence: str) -> None:
    assert cut_subject(sentence).subject == SUBJECTS[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức tuyên truyền",
        "Báo cáo kết quả",
        "Các nhiệm vụ trọng tâm",
        "Kinh phí thực hiện",
        "Hội nghị tổng kết",
    ],
)
def test_other_sentences_name_nobody(sentence: str) -> None:
    assert not names_begin(sentence)
    assert cut_subject(sentence).subject == ""


def test_the_clause_before_a_subject() -> None:
    assert without_opening("Căn cứ Kế hoạch này, các sở triển khai") == "các sở triển khai"
    assert without_opening("Định kỳ 6 tháng, báo cáo") == "Định kỳ 6 tháng, báo cáo"


VALUES = {
    ("lead", "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành"): (
        ("Sở Nội vụ",),
        ("các sở, ban, ngành",),
    ),
    ("lead", "UBND cấp xã chủ trì, Công an xã phối hợp"): (("UBND cấp xã",), ("Công an xã",)),
    ("both", "Chủ trì: Sở A\nPhối hợp: Sở B"): (("Sở A",), ("Sở B",)),
    ("both", "Sở Y tế (chủ trì); Sở Nội vụ (phối hợp)"): (("Sở Y tế",), ("Sở Nội vụ",)),
    ("coordinating", "Phối hợp với Sở Y tế; các đơn vị liên quan"): ((), ("Sở Y tế", "các đơn vị liên quan")),
    ("lead", "Các sở, ngành có liên quan theo chức năng, nhiệm vụ quản lý được giao"): (
        ("Các sở, ngành có liên quan",),
        (),
    ),
    (
        "lead",
        "Sở Khoa học và Công nghệ tiến hành rà soát văn bản; các sở, ngành liên quan rà soát phần mình",
    ): (
        ("Sở Khoa học và Công nghệ", "các sở, ngành liên quan"),
        (),
    ),
    ("lead", "Tổ hợp tác Rạng Đông"): (("Tổ hợp tác Rạng Đông",), ()),
    ("coordinating", "-"): ((), ()),
}


@pytest.mark.parametrize(("role", "value"), VALUES)
def test_values(role: str, value: str) -> None:
    people = people_of(role, value, None)
    assert (people.lead, people.coordinating) == VALUES[role, value]


def test_what_counts_only_if_it_exists() -> None:
    people = people_of("lead", "Văn phòng HĐND & UBND huyện, (Quỹ Bảo trợ trẻ em – Nếu có)", None)
    assert (people.lead, people.optional) == (("Văn phòng HĐND & UBND huyện",), ("Quỹ Bảo trợ trẻ em",))


def test_headings_that_are_nothing_but_names() -> None:
    assert heading_people("Đề nghị: Hội Nông dân tỉnh, Liên minh Hợp tác xã tỉnh", None).lead == (
        "Hội Nông dân tỉnh",
        "Liên minh Hợp tác xã tỉnh",
    )
    assert heading_people("Sở Y tế chủ trì, phối hợp", None).lead == ()
    assert heading_people("Công tác tuyên truyền", None).lead == ()


def test_a_sentence_gives_both_roles() -> None:
    people = sentence_people("Phòng Nội vụ chủ trì, phối hợp với Công an huyện kiểm tra các xã.", None)
    assert (people.lead, people.coordinating) == (("Phòng Nội vụ",), ("Công an huyện",))


def test_a_list_after_phoi_hop_goes_on_behind_a_semicolon() -> None:
    people = people_of("lead", "Sở Y tế chủ trì, phối hợp với Hội, đoàn thể; UBND các xã", None)
    assert (people.lead, people.coordinating) == (("Sở Y tế",), ("Hội, đoàn thể", "UBND các xã"))
