"""Personal data in the words of a report: what must be found, what must not, and what may be repeated of it."""

from __future__ import annotations

import string
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.personal_data import masked, may_hold, may_reward, personal_data_in, rewarded_in, shown

SOURCE = Path(__file__).parents[1] / "plan" / "61-kh-ubnd-2025" / "source.md"
FOUND = [
    ("citizen_number", "Số định danh cá nhân: 051210001234."),
    ("citizen_number", "cháu trai có mã số 051 210 001 234 đã được cấp thẻ"),
    ("citizen_number", "CCCD: 0512.1000.1234"),
    ("citizen_number", "Căn cước công dân số 051185004321, cấp ngày 01/02/2022"),
    ("citizen_number", "CMND số 212345678"),
    ("citizen_number", "Chứng minh nhân dân: 212 345 678"),
    ("citizen_number", "người giám hộ, số căn cước 001089012345"),
    ("citizen_number", "051.210.001.234"),
    ("citizen_number", "số định danh 999912345678"),
    ("child", "Hỗ trợ cháu Nguyễn Thị Hoa 2.000.000 đồng."),
    ("child", "Đã thăm hỏi cháu Đinh Văn Lực, thôn Mang Tà Bể, bị đuối nước ngày 12/4/2025."),
    ("child", "em Đinh Thị Hà My, học sinh lớp 5A Trường Tiểu học Sơn Mùa"),
    ("child", "Có 01 trường hợp bị xâm hại: bé Hồ Thị Na (5 tuổi)."),
    ("child", "trẻ Đinh Văn Trỗi bị bỏ rơi tại trạm y tế"),
    ("child", "trẻ em Đinh Thị Mơ, sinh năm 2016, mồ côi cả cha và mẹ"),
    ("child", "học sinh Phạm Văn Tèo bỏ học từ tháng 3"),
    ("child", "cháu Đ.T.B., sinh ngày 12/3/2018, bị bạo lực"),
    ("child", "cháu Đ.T.B bị xâm hại"),
    ("child", "em N. V. A. ở xã Sơn Bua"),
    ("child", "cháu: Đinh Thị Bé"),
    ("child", "cháu tên là Đinh Y Thảo"),
    ("child", "cháu gái tên Đinh Thị Thúy"),
    ("child", "bé trai Nguyễn Minh Khôi"),
    ("child", "các em Đinh Văn A, Đinh Thị B và Hồ Văn C"),
    ("child", "cháu A Brấc ở thôn Ra Nhua"),
    ("child", "cháu Y Lan được phẫu thuật tim"),
    ("child", "cháu H'Lan, sinh năm 2019"),
    ("child", "bé Na (5 tuổi) bị bỏng"),
    ("child", "cháu Lan, sinh ngày 12/3/2018"),
    ("child", "em Hoa bị xâm hại tình dục"),
    ("child", "cháu Thanh Trúc, 7 tuổi, mồ côi mẹ"),
    ("child", "cháu bé, con ông Đinh Văn Tiến ở thôn Huy Măng"),
    ("child", "con bà Đinh Thị Sương tử vong do đuối nước"),
    ("child", "cháu là con của ông Phạm Văn Đây"),
    ("child", "mẹ cháu là bà Đinh Thị Lý"),
    ("child", "cha: Đinh Văn Trum, mẹ: Đinh Thị Kia"),
    ("child", "phụ huynh em: Nguyễn Văn Bảy"),
    ("child", "người giám hộ: bà Đinh Thị Mía"),
    ("child", "Đinh Văn Khải (5 tuổi) được hỗ trợ phẫu thuật"),
    ("child", "Nguyễn Thị Hồng Nhung, sinh ngày 01/6/2014, học sinh lớp 5"),
    ("child", "Đinh Thị Xa, sinh năm 2017, bị bỏng"),
    ("child", "CHÁU NGUYỄN THỊ HOA"),
    ("child", "cháu NGUYỄN VĂN AN"),
    ("child", "Cháu Trần Gia Bảo đạt giải Nhất"),
    ("child", "học sinh lớp 4B Đinh Văn Nghĩa"),
    ("child", "nạn nhân Đinh Thị Tâm, 12 tuổi"),
    ("child", "trẻ khuyết tật Đinh Văn Hùng được cấp xe lăn"),
    ("child", "thiếu nhi Lê Hoàng Phúc dự diễn đàn"),
    ("child", "đề nghị khen thưởng em Đinh Thị Ngọc, học sinh giỏi"),
    ("child", "cháu Đinh\n Văn Xuân"),
    ("child", "Trao học bổng cho em Huỳnh Ngọc Quốc Bảo."),
    ("child", "vợ chồng nhận nuôi cháu Đinh Gia Hân"),
    ("birth_day", "Cháu bé sinh ngày 12/3/2018 tại thôn Đăk Lang"),
    ("birth_day", "trẻ sinh ngày 01 tháng 6 năm 2020 bị bỏ rơi"),
    ("phone", "Liên hệ đ/c Lan, điện thoại 0905 123 456"),
    ("phone", "ĐT: 0905.123.456"),
    ("phone", "SĐT 0905123456"),
    ("phone", "Zalo 0905-123-456 (ông Tâm)"),
    ("phone", "ông Đinh Văn Bình, Chủ tịch UBND xã: +84 905 123 456"),
    ("phone", "bà Hoa (0912 34 56 78)"),
    ("phone", "0905123456/0912345678"),
    ("phone", "số điện thoại phụ huynh: 0387 654 321"),
    ("phone", "điện thoại của gia đình cháu: 0387654321"),
    ("mail", "gửi về đồng chí Lan, lan.sontay@gmail.com"),
    ("mail", "Thư điện tử: dvlan-sontay@quangngai.gov.vn."),
    ("child", "bé gái 3 tuổi tên Đinh Thị Ly"),
    ("child", "cháu nội bà Đinh Thị Lan"),
    ("child", "cháu “Đinh Thị Hoa”"),
    ("child", "cháu Thái Bình An, 6 tuổi"),
]
NOT_FOUND = [
    "Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây",
    "Kinh phí 125.500.000 đồng",
    "tổng 1.051.210.001.234 đồng",
    "kinh phí 051.500.000 đồng",
    "Quyết định số 1245/QĐ-UBND ngày 12.05.2025",
    "Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị",
    "Tổng đài điện thoại quốc gia bảo vệ trẻ em (số 111)",
    "đường dây nóng 0905 123 456 của Công an xã",
    "Tổng đài 18001567",
    "Trẻ em Việt Nam là tương lai của đất nước",
    "Tháng hành động vì trẻ em năm 2025",
    "các em Trường Tiểu học Sơn Mùa",
    "em Trường Tiểu học và THCS Sơn Liên đạt giải",
    "bé xã Sơn Mùa",
    "bé Sơn Mùa được tiêm chủng",
    "các em học sinh Trường THCS Sơn Mùa",
    "12 em được hỗ trợ",
    "Có 03 trẻ em tử vong do đuối nước",
    "Hội Bảo vệ quyền trẻ em tỉnh Quảng Ngãi",
    "Quỹ Bảo trợ trẻ em Việt Nam tài trợ",
    "Đội Thiếu niên Tiền phong Hồ Chí Minh",
    "đội viên, thiếu nhi Hồ Chí Minh",
    "trẻ em Ca Dong, Hrê và Kinh",
    "trẻ em Xơ Đăng 5 tuổi được phổ cập",
    "học sinh Ca Dong đến trường đạt 98,5%",
    "trẻ em Hà Nội và trẻ em Cao Bằng",
    "học sinh Lý Sơn giao lưu với học sinh Sơn Tây",
    "trẻ em Thái Lan",
    "học sinh Lê Quý Đôn",
    "con em Nhân dân trong huyện",
    "chị em Hội Liên hiệp Phụ nữ",
    "anh em Công an xã",
    "trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế",
    "trẻ em (0-16 tuổi): 5.432",
    "Trẻ 5 tuổi đến lớp đạt 99,8%",
    "Trẻ sinh năm 2019 vào lớp 1: 340 em",
    "trẻ sinh từ ngày 01/01/2024 đến ngày 31/12/2024",
    "trẻ sinh ngày 01/01/2025 đến ngày 30/4/2025 được đăng ký khai sinh",
    "trẻ em UBND xã Sơn Dung hỗ trợ",
    "Học sinh Trường PTDTBT THCS Sơn Liên bỏ học: 02 em",
    "học sinh THPT Đinh Tiên Hoàng",
    "Trường THPT Phạm Kiệt",
    "số trẻ em Đoàn Thanh niên xã nhận đỡ đầu",
    "mẹ đỡ đầu Hội LHPN xã",
    "Bà mẹ Việt Nam Anh hùng",
    "con Lạc cháu Hồng",
    "cháu ngoan Bác Hồ",
    "Cháu ngoan Bác Hồ: 125 em",
    "Tặng quà cho trẻ em Tết Trung thu",
    "học sinh Mầm non Hoa Sen",
    "Phó Chủ tịch UBND huyện Đinh Trường Giang chủ trì hội nghị",
    "đồng chí Nguyễn Văn Minh, sinh năm 1975, Trưởng phòng",
    "Ông Đinh Văn Hùng (45 tuổi), già làng thôn Huy Măng",
    "em Đinh Văn Tú, sinh năm 1998, Bí thư Đoàn xã",
    "chi-tieu: tre-em, ma-so 001",
    "II.5, IV.5.1 và V",
    "căn cước công dân cho 125.500.000 đồng",
    "cấp căn cước: 340 em",
    "số 03 12 05 10 08 25",
    "từ ngày 03.12.2025 đến 08.12.2025",
    "Luật Trẻ em năm 2016, Điều 21",
    "SỐ TRẺ EM LƯU BAN",
    "TRẺ EM HUYỆN SƠN TÂY",
    "DANH SÁCH HỌC SINH TRƯỜNG TIỂU HỌC",
    "Học sinh: Đạt 98%",
    "trẻ: Không phát sinh",
    "trẻ em Lào Cai, Yên Bái sau bão số 3",
    "cúm A H1N1 ở trẻ em",
    "trẻ em A Lưới",
    "học sinh lớp 5 Trường Tiểu học Sơn Tân",
    "Bộ Y tế; Sở Y tế; Trung tâm Y tế",
    "Phối hợp với cha mẹ, phụ huynh Trường Mầm non Sơn Long",
    "Số tài khoản 4501201001234 của Quỹ",
    "số hiệu 0512/BC-UBND-0905",
    'thi đua "Vì trẻ em Quảng Ngãi"',
    "Chương trình Mẹ đỡ đầu Hội Liên hiệp Phụ nữ Việt Nam",
    "danh hiệu Cháu ngoan Bác Hồ, Con ngoan trò giỏi",
    "trẻ em nghèo vượt khó xã Đinh Văn",
    "mã 2025000123456",
    "cán bộ phụ trách trẻ em Đinh Thị Sen",
    "công chức làm công tác trẻ em: Đinh Thị Sen",
    "người làm công tác bảo vệ trẻ em Đinh Văn Tấn",
    "Ông Đinh Văn Tâm – phụ trách công tác trẻ em",
    "trẻ em La Hường",
    "Đoàn Thanh Niên, thiếu nhi Đoàn Thanh Niên",
]
SURNAMES = ("Nguyễn", "Đinh", "Phạm", "Hồ", "Huỳnh", "Đỗ", "Y", "A")
GIVEN = ("Thị Hoa", "Văn Lực", "Ngọc Ánh", "Gia Bảo", "Minh", "Thị Kim Oanh", "K'Rễ")
WORDS = ("cháu", "Cháu", "em", "bé", "trẻ", "học sinh", "các em", "cháu gái tên", "trẻ em")


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_what_must_be_found(kind: str, text: str) -> None:
    kinds = [found.kind for found in personal_data_in(text)]
    assert kinds[:1] == [kind]
    assert set(kinds) <= {kind, "birth_day"}  # a child's day of birth may stand beside the name
    assert may_hold(text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_must_not_be_found(text: str) -> None:
    assert personal_data_in(text) == []
    assert personal_data_in(f"- {text}.") == []


def test_tables_are_long_enough() -> None:
    assert min(len(FOUND), len(NOT_FOUND)) >= 60
    assert (len(set(FOUND)), len(set(NOT_FOUND))) == (len(FOUND), len(NOT_FOUND))


def test_nothing_is_found_in_plan_61() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    assert personal_data_in(text) == []
    assert rewarded_in(text) == []
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Giúp cháu Đinh Thị Hoa và Đinh Văn Lực (5 tuổi).", ["cháu Đ…", "Đ…"]),
        ("Cháu Hồ Thị Na, con ông Hồ Văn Bảy, bà Đinh Thị Xa", ["Cháu H…", "con ông H…"]),
        ("em Đinh\n  Thị Hoa, học sinh", ["em Đ…"]),
        ("số 051 210 001 234", ["051 2…"]),
        ("CMND 212345678, ĐT (0905)123456", ["2123…", "0905…"]),
        ("hộp thư lan@example.vn", ["l…"]),
        ("Cháu bé sinh ngày 01/02/2020", ["sinh ngày…"]),
    ],
)
def test_what_a_message_may_repeat(text: str, said: list[str]) -> None:
    assert [shown(text, found) for found in personal_data_in(text)] == said


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (
            "- cháu Đinh\n  Thị Hoa, số 051 210 001 234, mẹ là bà Hồ Thị Na.",
            "- cháu Đ•••\n  ••• •••, số 051 2•• ••• •••, mẹ là bà H• ••• ••.",
        ),
        ("Đinh Văn Khải (5 tuổi); 0905.123.456", "Đ••• ••• •••• (5 tuổi); 0905••••••••"),
        ("Tháng hành động vì trẻ em", "Tháng hành động vì trẻ em"),
    ],
)
def test_masked_text_keeps_its_columns(text: str, hidden: str) -> None:
    assert masked(text) == hidden


@pytest.mark.parametrize(
    ("text", "of_a_child"),
    [
        ("điện thoại phụ huynh: 0387 654 321", True),
        ("gia đình cháu, 0387654321", True),
        ("SĐT mẹ em 0387654321", True),
        ("nhắn qua me.hoa@example.vn của gia đình em bị bỏng", True),
        ("đ/c Lan, cán bộ trẻ em, 0387654321", False),
        ("liên hệ trẻ em qua đ/c Lan 0387654321", False),
        ("Chủ tịch UBND xã: 0387654321", False),
    ],
)
def test_whose_telephone_it_is(text: str, *, of_a_child: bool) -> None:
    assert [found.of_a_child for found in personal_data_in(text)] == [of_a_child]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tặng giấy khen cho bà Đinh Thị Lan và ông Hồ Văn Tâm", ["bà Đ…", "ông H…"]),
        ("đề nghị UBND huyện khen thưởng đồng chí Nguyễn Thị Mai", ["đồng chí N…"]),
        ("biểu dương cô giáo Phạm Thị Hà", ["giáo P…"]),
        ("đồng chí Đinh Trường Giang chủ trì hội nghị", []),
        ("khen thưởng ông, bà ở các thôn", []),
        ("khen thưởng 02 tập thể, 05 cá nhân", []),
        ("Tặng giấy khen cho anh Công an xã", []),
    ],
)
def test_who_is_to_be_rewarded(text: str, names: list[str]) -> None:
    assert [shown(text, found) for found in rewarded_in(text)] == names


@given(
    st.sampled_from(WORDS),
    st.sampled_from(SURNAMES),
    st.sampled_from(GIVEN),
    st.sampled_from((" ", "\n", "  ")),
)
def test_every_child_with_surname_is_found_and_hidden(word: str, surname: str, rest: str, blank: str) -> None:
    text = f"Đã thăm {word} {surname}{blank}{rest}, hỗ trợ 2.000.000 đồng."
    assert [found.kind for found in personal_data_in(text)] == ["child"]
    assert rest not in masked(text)
    assert rest not in shown(text, personal_data_in(text)[0])


@given(
    st.sampled_from(("001", "051", "096", "048")),
    st.integers(0, 3),
    st.integers(0, 99_999_999),
    st.sampled_from(((12,), (3, 9), (4, 4, 4), (3, 3, 3, 3), (6, 6))),
    st.sampled_from(" .-"),
)
def test_citizen_number_is_found_however_it_is_grouped(
    province: str, century: int, rest: int, groups: tuple[int, ...], mark: str
) -> None:
    digits = f"{province}{century}{rest:08}"
    pieces = [digits[sum(groups[:n]) : sum(groups[: n + 1])] for n in range(len(groups))]
    number = mark.join(pieces)
    text = f"Có số {number}, đã cấp."
    (found,) = personal_data_in(text)
    assert (found.kind, text[found.start : found.end]) == ("citizen_number", number)
    assert number not in masked(text)


@given(st.integers(0, 10**14))
def test_money_is_nobodys_number(amount: int) -> None:
    text = f"Kinh phí {amount:,} đồng".replace(",", ".")
    assert personal_data_in(text) == []


@given(st.dates(), st.integers(1, 9999))
def test_days_and_documents_are_nobodys_numbers(day: object, number: int) -> None:
    year, month, date = str(day).split("-")
    text = f"Quyết định số {number}/QĐ-UBND ngày {date}.{month}.{year}, từ {date}/{month}/{year} đến {date}-{month}-{year}"
    assert personal_data_in(text) == []


@given(st.text(alphabet="cháu bé em trẻĐinhVăn A.(,)5tuổi\nsinh ngày0912@+84" + string.digits, max_size=80))
def test_any_text_is_read_and_masked_in_place(text: str) -> None:
    found = personal_data_in(text)
    hidden = masked(text)
    assert all(0 <= f.start <= f.open <= f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not found or may_hold(text)
    assert [c.isspace() for c in hidden] == [c.isspace() for c in text]
    assert len(rewarded_in(text)) == 0 or may_reward(text)
