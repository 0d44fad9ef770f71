"""kehoach template: which templates there are, a copy to edit, every fault of the office's own at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach_cli.cli.templating import samples
from kehoach_cli.render.template_registry import KNOWN, PARTIALS, known_names
from kehoach_cli.render.word.archive import packed, read_parts
from kehoach_cli.render.word.decree import departures
from kehoach_cli.store.packaged import packaged_templates
from program import Office, Outcome, kehoach

if TYPE_CHECKING:
    from pathlib import Path

PACKAGED = packaged_templates()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def run(office: Office, *words: str) -> Outcome:
    return kehoach("template", *words, cwd=office.root)


def own_word(
    office: Office, *changes: tuple[str, str], name: str = "bao-cao.docx", part: str = "document"
) -> None:
    """The office's own copy of a Word template, changed."""
    folder = office.file("templates")
    folder.mkdir(exist_ok=True)
    parts = read_parts(PACKAGED / name)
    text = parts[f"word/{part}.xml"].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / name).write_bytes(packed({**parts, f"word/{part}.xml": text.encode()}))


def own_text(office: Office, name: str, *changes: tuple[str, str]) -> None:
    folder = office.file("templates")
    folder.mkdir(exist_ok=True)
    text = (PACKAGED / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / name).write_text(text, encoding="utf-8")


# list


def test_list_tells_every_template_and_whose_is_used(office: Office) -> None:
    own_text(office, "_cau.md.j2")
    office.file("templates/baocao.docx").write_bytes(b"")
    office.file("templates/~$bao-cao.docx").write_bytes(b"")
    outcome = run(office, "list")
    assert (outcome.code, outcome.err) == (0, "")
    lines = [line.split() for line in outcome.out.splitlines()]
    assert [
        "_cau.md.j2",
        "câu",
        "về",
        "kết",
        "quả",
        "từng",
        "nhiệm",
        "vụ,",
        "dùng",
        "chung",
        "cho",
        "mọi",
        "dạng",
        "mẫu",
        "riêng",
    ] in lines
    assert "baocao.docx           có phải “bao-cao.docx”?" in outcome.out
    assert "Đang dùng 1 mẫu riêng trong thư mục templates.\n" in outcome.out
    assert "~$" not in outcome.out
    data = run(office, "list", "--format", "json").data
    assert data["schema"] == "kehoach/templates/1"
    assert data["templates"][0] == {
        "name": "bao-cao.docx",
        "purpose": "dự thảo báo cáo tổng hợp, Word",
        "is_own": False,
        "nearest": None,
    }
    assert data["templates"][-1] == {
        "name": "baocao.docx",
        "purpose": None,
        "is_own": True,
        "nearest": "bao-cao.docx",
    }


def test_every_packaged_template_of_a_kind_is_known() -> None:
    there = {p.name for p in PACKAGED.iterdir() if p.name.endswith((".md.j2", ".html.j2"))}
    assert there <= set(known_names())
    assert {*PARTIALS} == {name for name in there if name.startswith("_")}


# copy


def test_copy_lays_a_template_to_edit_and_keeps_an_edited_one(office: Office) -> None:
    outcome = run(office, "copy", "bao-cao.md.j2")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "Đã chép templates/bao-cao.md.j2; sửa xong thì chạy: kehoach template check bao-cao.md.j2\n"
        "Mẫu này dùng thêm: _the-thuc.md.j2, _ghi-chu.md.j2, _cau.md.j2, _phu-luc-1.md.j2, _phu-luc-2.md.j2, _phu-luc-3.md.j2, "
        "_phu-luc-nguon.md.j2; "
        "chép riêng từng tệp nếu cần sửa.\n"
    )
    own = office.file("templates/bao-cao.md.j2")
    assert own.read_bytes() == (PACKAGED / "bao-cao.md.j2").read_bytes()
    assert (
        run(office, "copy", "bao-cao.md.j2").err == "templates/bao-cao.md.j2 đã có và giống hệt mẫu đi kèm.\n"
    )
    own.write_text("sửa", encoding="utf-8")
    assert run(office, "copy", "bao-cao.md.j2").told.startswith(
        "tệp “templates/bao-cao.md.j2” đã có và khác mẫu đi kèm."
    )
    assert own.read_text(encoding="utf-8") == "sửa"
    assert run(office, "copy", "bao-cao.md.j2", "--force").code == 0
    assert own.read_bytes() == (PACKAGED / "bao-cao.md.j2").read_bytes()


def test_copy_of_a_name_there_is_not(office: Office) -> None:
    told = "không có mẫu “baocao.docx”. Gần nhất: bao-cao.docx. Không có tệp nào bị thay đổi."
    assert run(office, "copy", "baocao.docx").told == told
    assert run(office, "copy").told == "thiếu tên mẫu cần chép, ví dụ: kehoach template copy bao-cao.docx."
    assert run(office, "copy", "../plan/office.yaml").code == 2
    assert not office.file("templates").exists()


# check


def test_check_without_own_templates(office: Office) -> None:
    outcome = run(office, "check")
    assert (outcome.code, outcome.out) == (
        0,
        (
            "Chưa có mẫu riêng nào trong thư mục templates; mọi văn bản dùng mẫu đi kèm. "
            "Muốn có mẫu riêng: kehoach template copy TÊN_MẪU.\n"
        ),
    )


def test_copies_of_all_templates_are_in_order(office: Office) -> None:
    for name in known_names():
        assert run(office, "copy", name).code == 0
    outcome = run(office, "check", "--strict")
    assert (outcome.code, outcome.out) == (0, f"Không có lỗi trong {len(known_names())} mẫu riêng.\n")


def test_check_tells_every_fault_of_a_word_template_at_once(office: Office) -> None:
    own_word(
        office,
        ("{{ vp.strengths }}", "{{ vp.strenghts }}"),
        ("{{ ghi_chu(note) }}", "{{ ghichu(note) }}"),
        ("|upper_first", "|uper_first"),
        ("{{ mo_dau(view) }}", "{{ view.as_of + 1 }}"),
    )
    outcome = run(office, "check")
    assert (outcome.code, outcome.out) == (
        1,
        (
            "templates/bao-cao.docx: đoạn “{{ ten_bao_cao(view)|uper_first }}”: lỗi: mẫu dùng bộ lọc “uper_first” nhưng "
            "không có; gần nhất là “upper_first”\n"
            "   gợi ý: sửa thành “upper_first”.\n"
            "templates/bao-cao.docx: đoạn “{{ view.as_of + 1 }}”: lỗi: không thực hiện được đoạn này của mẫu\n"
            "   gợi ý: so với mẫu đi kèm: giá trị ở đây không dùng được theo cách này.\n"
            "templates/bao-cao.docx: đoạn “{{ ghichu(note) }}”: lỗi: mẫu dùng “ghichu” nhưng dữ liệu không có; gần nhất là “ghi_chu”\n"
            "   gợi ý: sửa thành “ghi_chu”.\n"
            "templates/bao-cao.docx: đoạn “{% if vp.strengths %}{{ vp.strenghts }}.{% else %}[Ghi chú: Văn phòng bổ sung.]"
            "{% endif %}”: lỗi: mẫu dùng “strenghts” nhưng dữ liệu không có; gần nhất là “strengths”\n"
            "   gợi ý: sửa thành “strengths”.\n"
            "Có 4 lỗi trong 1 mẫu riêng.\n"
        ),
    )


def test_check_tells_every_block_that_is_open(office: Office) -> None:
    own_word(office, ("{%p endfor %}", ""), ("{%p endif %}", ""))
    outcome = run(office, "check", "bao-cao.docx")
    assert outcome.code == 1
    assert outcome.out.count("chưa đóng; thêm {% end") == 2


def test_check_looks_into_branches_that_nothing_reaches(office: Office) -> None:
    own_text(
        office,
        "bao-cao.md.j2",
        (
            "# BÁO CÁO",
            "# BÁO CÁO\n{% if false %}{{ giai.to }}{{ 'a'|uper }}{% include '_khong.j2' %}{% endif %}",
        ),
        ("import cau, ", "import cau, khong_co, "),
    )
    told = [line for line in run(office, "check").out.splitlines() if "lỗi: " in line]
    line = next(
        n
        for n, text in enumerate(
            office.file("templates/bao-cao.md.j2").read_text(encoding="utf-8").splitlines(), 1
        )
        if "giai.to" in text
    )
    assert told == [
        "templates/bao-cao.md.j2: dòng 5: lỗi: mẫu “_cau.md.j2” không có macro “khong_co”",
        f"templates/bao-cao.md.j2: dòng {line}: lỗi: mẫu dùng “giai” nhưng dữ liệu không có",
        f"templates/bao-cao.md.j2: dòng {line}: lỗi: mẫu dùng bộ lọc “uper” nhưng không có; gần nhất là “upper”",
        f"templates/bao-cao.md.j2: dòng {line}: lỗi: không tìm thấy mẫu “_khong.j2”",
    ]


def test_check_of_a_partial_tries_what_uses_it(office: Office) -> None:
    own_text(office, "_cau.md.j2", ("noi_dung.expected", "noi_dung.expectd"))
    own_text(office, "_ghi-chu.md.j2", ("macro ghi_chu(", "macro ghichu("))
    outcome = run(office, "check")
    assert outcome.code == 1
    assert "mẫu dùng “expectd” nhưng dữ liệu không có; gần nhất là “expected”" in outcome.out
    assert "templates/_ghi-chu.md.j2: lỗi: mẫu này thiếu macro “ghi_chu” mà mẫu Word dùng" in outcome.out


def test_check_of_a_file_nothing_uses_and_of_one_there_is_not(office: Office) -> None:
    own_text(office, "nhan-tin.txt.j2")
    office.file("templates/baocao.docx").write_bytes(b"")
    outcome = run(office, "check")
    assert (outcome.code, outcome.out) == (
        0,
        (
            "templates/baocao.docx: cảnh báo: không lệnh nào dùng tệp này\n   gợi ý: đổi tên thành “bao-cao.docx”.\n"
            "Có 1 cảnh báo trong 2 mẫu riêng.\n"
        ),
    )
    assert run(office, "check", "--strict").code == 1
    assert run(office, "check", "bao-cao.docx").code == 2


def test_check_of_a_file_that_is_no_word_document(office: Office) -> None:
    office.file("templates").mkdir()
    office.file("templates/bao-cao.docx").write_bytes(b"abc")
    outcome = run(office, "check")
    assert (outcome.code, outcome.out) == (
        1,
        "templates/bao-cao.docx: lỗi: không mở được tệp mẫu; lưu lại trong Word dạng .docx\nCó 1 lỗi trong 1 mẫu riêng.\n",
    )


# The decree

RED = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'


@pytest.mark.parametrize(
    ("part", "change", "place", "message"),
    [
        (
            "document",
            ('w:left="1701"', 'w:left="1134"'),
            "trang, phần 1",
            "lề trái 20 mm; quy định 30 - 35 mm (mục 3)",
        ),
        ("document", ('w:w="11906"', 'w:w="12240"'), "trang, phần 1", "khổ giấy không phải A4 (mục 1)"),
        ("document", ("<w:titlePg/>", ""), "trang, phần 1", "số trang hiện cả ở trang đầu (mục 5)"),
        ("header1", ("PAGE", "DATE"), "trang, phần 1", "không có số trang ở lề trên (mục 5)"),
        (
            "document",
            ("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh Phúc"),
            "đoạn “Độc lập – Tự do – Hạnh Phúc”",
            "Tiêu ngữ phải đúng từng chữ “Độc lập - Tự do - Hạnh phúc” (mục II.1)",
        ),
        (
            "document",
            ('"KeBangChu"', '"TieuNgu"'),
            "trang",
            "thiếu đường kẻ dưới Tiêu ngữ (mục II.1, II.2)",
        ),
        (
            "document",
            (
                '<w:t xml:space="preserve">BÁO CÁO',
                '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:t xml:space="preserve">BÁO CÁO',
            ),
            "đoạn “BÁO CÁO”",
            "phông chữ Arial; quy định Times New Roman (mục 2)",
        ),
        (
            "document",
            (
                '<w:t xml:space="preserve">BÁO CÁO',
                '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr><w:t xml:space="preserve">BÁO CÁO',
            ),
            "đoạn “BÁO CÁO”",
            "phông chữ phông của chủ đề (theme); quy định Times New Roman (mục 2)",
        ),
        (
            "document",
            (
                '<w:t xml:space="preserve">BÁO CÁO',
                RED + '<w:t xml:space="preserve">BÁO CÁO',
            ),
            "đoạn “BÁO CÁO”",
            "chữ không phải màu đen (mục 2)",
        ),
        (
            "document",
            (
                '<w:t xml:space="preserve">BÁO CÁO',
                '<w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">BÁO CÁO',
            ),
            "đoạn “BÁO CÁO”",
            "cỡ chữ 16; quy định 13 - 14 (mục V)",
        ),
    ],
)
def test_what_leaves_the_decree(
    office: Office, part: str, change: tuple[str, str], place: str, message: str
) -> None:
    own_word(office, change, part=part)
    found = departures(read_parts(office.file("templates/bao-cao.docx")), is_letterhead_needed=True)
    assert (place.removeprefix("đoạn “").removesuffix("”"), message) in [(d.place, d.message) for d in found]
    assert all(d.hint for d in found)


def test_what_leaves_the_decree_is_a_warning(office: Office) -> None:
    own_word(office, ('<w:t xml:space="preserve">BÁO CÁO', RED + '<w:t xml:space="preserve">BÁO CÁO'))
    outcome = run(office, "check")
    assert outcome.code == 0
    told = "templates/bao-cao.docx: đoạn “BÁO CÁO”: cảnh báo: chữ không phải màu đen (mục 2)\n   gợi ý: "
    assert told in outcome.out
    assert "lỗi: " not in outcome.out


@pytest.mark.parametrize("name", sorted(p.name for p in PACKAGED.glob("*.docx")))
def test_the_packaged_word_templates_keep_to_the_decree(name: str) -> None:
    is_paper = name in ("bao-cao.docx", "cong-van.docx")
    assert departures(read_parts(PACKAGED / name), is_letterhead_needed=is_paper) == []


def test_the_sample_meets_what_an_office_meets() -> None:
    rich, empty = samples(PACKAGED)
    statuses = {a.status for t in rich.view.tasks + rich.view.organisation for a in t.answers}
    assert statuses >= {
        "chưa triển khai",
        "đang thực hiện",
        "đã hoàn thành",
        "tạm dừng",
        "không thuộc nhiệm vụ",
    }
    assert {s.state for s in rich.view.sending.slots} >= {"on_time", "late", "overdue", "returned", "exempt"}
    assert {p.addressee for p in rich.view.proposals} == {"up", "others", "internal"}
    assert not empty.view.has_reports
    for known in KNOWN:
        known.fill(rich, [PACKAGED])
        known.fill(empty, [PACKAGED])
