"""The office's own Word templates: edited, cut up by Word, broken, hostile; and the packaged ones."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import docx
import pytest

from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.word import WordFile, word_cover, word_report
from kehoach_cli.render.word.archive import packed, read_parts
from kehoach_cli.render.word.faults import WordFault
from kehoach_cli.render.word.names import P
from kehoach_cli.render.word.skeleton import text_of
from kehoach_cli.render.word.tree import parsed
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import REPORTS, ROOT, SUMMARY, answer, view_of
from word_habits import HABITS

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("bao-cao.docx", "bang-tong-hop.docx", "phieu-trinh.docx")
VIEW = view_of(REPORTS, SUMMARY)
OPENING = "{{ mo_dau(view) }}"


def own(folder: Path, *changes: tuple[str, str], name: str = "bao-cao.docx") -> list[Path]:
    """The folders of an office that changed the packaged template."""
    parts = read_parts(packaged_templates() / name)
    text = parts["word/document.xml"].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    parts["word/document.xml"] = text.encode()
    (folder / name).write_bytes(packed(parts))
    return [folder, packaged_templates()]


def draft(folders: list[Path]) -> WordFile:
    return word_report(VIEW, working=False, with_status=False, folders=folders)


def said(word: WordFile) -> str:
    return "\n".join(p.text for p in docx.Document(io.BytesIO(word.content)).paragraphs)


def fault(folders: list[Path]) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        draft(folders)
    return caught.value


# The packaged templates


def test_the_committed_templates_are_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / ".ci" / "make-templates.py", tmp_path], check=True)
    for name in NAMES:
        assert (tmp_path / name).read_bytes() == (packaged_templates() / name).read_bytes(), name


@pytest.mark.parametrize("name", NAMES)
def test_a_packaged_template_opens_in_word(name: str) -> None:
    document = docx.Document(str(packaged_templates() / name))
    assert "{{" in "\n".join(p.text for p in document.paragraphs)


# What a clerk does to one


def test_the_offices_wording_comes_first(tmp_path: Path) -> None:
    folders = own(
        tmp_path, ("Trên đây là báo cáo", "Trên đây là toàn bộ báo cáo"), ("BÁO CÁO<", "BÁO CÁO TỔNG HỢP<")
    )
    assert "Trên đây là toàn bộ báo cáo kết quả" in said(draft(folders))
    assert "BÁO CÁO TỔNG HỢP\n" in said(draft(folders))


def test_the_offices_sentence_comes_first_in_word_too(tmp_path: Path) -> None:
    text = (packaged_templates() / "_cau.md.j2").read_text(encoding="utf-8")
    (tmp_path / "_cau.md.j2").write_text(
        text.replace("Nhiệm vụ đã hoàn thành.", "Đã xong & gọn."), encoding="utf-8"
    )
    view = view_of({"phong-tu-phap": answer("II.6", "đã hoàn thành")})
    word = word_report(view, working=False, with_status=False, folders=[tmp_path, packaged_templates()])
    assert "\nĐã xong & gọn.\n" in said(word)


def test_a_note_of_the_office_is_counted(tmp_path: Path) -> None:
    folders = own(
        tmp_path, ("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", "[Ghi chú: hỏi lại.] I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO")
    )
    assert draft(folders).notes == draft([packaged_templates()]).notes + 1


def test_a_tag_that_word_cut_into_runs(tmp_path: Path) -> None:
    cut = (
        '{{ mo_</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>dau</w:t></w:r>'
        "<w:r><w:t>(view) }</w:t></w:r><w:r><w:t>} Hết."
    )
    assert said(draft(own(tmp_path, (OPENING, cut)))) == said(
        draft(own(tmp_path, (OPENING, f"{OPENING} Hết.")))
    )


def test_quotation_marks_that_word_made_round(tmp_path: Path) -> None:
    typed = "{% if ky.id == “6thang” %}“Sáu tháng”{% endif %}"
    assert "\n“Sáu tháng”\n" in said(draft(own(tmp_path, (OPENING, typed))))


def test_tags_in_a_header_are_filled_in_too(tmp_path: Path) -> None:
    folders = own(tmp_path)
    parts = read_parts(tmp_path / "bao-cao.docx")
    header = parts["word/header2.xml"].decode().replace("</w:p>", "<w:r><w:t>{{ ky.name }}</w:t></w:r></w:p>")
    (tmp_path / "bao-cao.docx").write_bytes(packed({**parts, "word/header2.xml": header.encode()}))
    with zipfile.ZipFile(io.BytesIO(draft(folders).content)) as made:
        assert "6 tháng đầu năm 2025" in made.read("word/header2.xml").decode()


# What is wrong in one


@pytest.mark.parametrize(
    ("old", "new", "paragraph", "message"),
    [
        (
            "{{ vp.strengths }}",
            "{{ vp.strenghts }}",
            "{% if vp.strengths %}{{ vp.strenghts }}.{% else %}[Ghi chú: Văn phòng bổ sung.]{% endif %}",
            "mẫu dùng “strenghts” nhưng dữ liệu không có; gần nhất là “strengths”",
        ),
        (
            "Kính gửi: {% if giay.to %}",
            "Kính gửi: {% if giai.to %}",
            "Kính gửi: {% if giai.to %}{{ giay.to }}{% else %}[Ghi chú: bổ sung nơi nhận báo cáo.]{% endif %}",
            "mẫu dùng “giai” nhưng dữ liệu không có; gần nhất là “giay”",
        ),
        (
            "{{ ghi_chu(note) }}",
            "{{ ghichu(note) }}",
            "{{ ghichu(note) }}",
            "mẫu dùng “ghichu” nhưng dữ liệu không có; gần nhất là “ghi_chu”",
        ),
        (
            "|upper_first",
            "|uper_first",
            "{{ ten_bao_cao(view)|uper_first }}",
            "mẫu dùng bộ lọc “uper_first” nhưng không có; gần nhất là “upper_first”",
        ),
        (
            "{%p endfor %}",
            "",
            "{% for dong in giay.letterhead %}",
            "thẻ {% for dong in giay.letterhead %} chưa đóng; thêm {% endfor %} ở chỗ kết thúc",
        ),
        (
            "{%p for viec in vp.next %}",
            "",
            "{% endfor %}",
            "thẻ {% endfor %} không có thẻ mở tương ứng đứng trước",
        ),
        (
            "{%p for viec in vp.next %}",
            "{%p for viec in vp.next",
            "{% for viec in vp.next",
            "thẻ thiếu ngoặc đóng “}}” hoặc “%}” trong cùng đoạn",
        ),
        (OPENING, "{{ view.as_of + 1 }}", "{{ view.as_of + 1 }}", "không thực hiện được đoạn này của mẫu"),
        (OPENING, "{{ view as_of }}", "{{ view as_of }}", "mẫu viết sai cú pháp"),
        (
            OPENING,
            '{% include "khong-co.j2" %} a',
            '{% include "khong-co.j2" %} a',
            "không tìm thấy mẫu “khong-co.j2”",
        ),
    ],
)
def test_a_fault_tells_the_paragraph_and_the_nearest_name(
    tmp_path: Path, old: str, new: str, paragraph: str, message: str
) -> None:
    found = fault(own(tmp_path, (old, new)))
    assert isinstance(found, WordFault)
    assert (found.file, found.paragraph, found.message) == (
        str(tmp_path / "bao-cao.docx"),
        paragraph,
        message,
    )


def test_a_fault_names_its_paragraph_in_one_sentence(tmp_path: Path) -> None:
    found = fault(own(tmp_path, ("{{ ghi_chu(note) }}", "{{ ghichu(note) }}")))
    assert str(found) == (
        f"{tmp_path / 'bao-cao.docx'}, đoạn “{{{{ ghichu(note) }}}}”: "
        "mẫu dùng “ghichu” nhưng dữ liệu không có; gần nhất là “ghi_chu”"
    )


def test_a_loop_that_ends_in_another_cell(tmp_path: Path) -> None:
    found = fault(
        own(
            tmp_path,
            ("Số:{{", "Số:{% if giay.number %}{{"),
            ("{{ giay.place }}", "{{ giay.place }}{% endif %}"),
        )
    )
    assert (
        found.message
        == "thẻ {% if giay.number %} và thẻ {% endif %} phải đứng cùng một đoạn, một ô hoặc một bảng"
    )


def test_a_fault_in_a_partial_is_told_with_its_line(tmp_path: Path) -> None:
    text = (packaged_templates() / "_cau.md.j2").read_text(encoding="utf-8")
    (tmp_path / "_cau.md.j2").write_text(
        text.replace("noi_dung.expected", "noi_dung.expectd"), encoding="utf-8"
    )
    found = fault([tmp_path, packaged_templates()])
    assert (found.file, found.message) == (
        str(tmp_path / "_cau.md.j2"),
        "mẫu dùng “expectd” nhưng dữ liệu không có; gần nhất là “expected”",
    )


def test_a_partial_without_the_sentence_that_is_asked_of_it(tmp_path: Path) -> None:
    (tmp_path / "_ghi-chu.md.j2").write_text("{# trống #}", encoding="utf-8")
    assert fault([tmp_path, packaged_templates()]).message == "mẫu này thiếu macro “ghi_chu” mà mẫu Word dùng"
    (tmp_path / "_ghi-chu.md.j2").write_text("{% if %}", encoding="utf-8")
    assert fault([tmp_path, packaged_templates()]).message == "mẫu viết sai cú pháp: “{% if %}”"


@pytest.mark.parametrize(
    "attack",
    [
        "{{ view.__class__.__mro__ }}",
        "{{ view._replace.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ cau.__globals__ }}",
        "{{ range(10**9) }}",
        "{{ '\\x01999\\x01' }}",
        "{% for a in range(9999) %}{% for b in range(9999) %}một hai ba bốn{% endfor %}{% endfor %}",
    ],
)
def test_a_template_cannot_reach_out(tmp_path: Path, attack: str) -> None:
    fault(own(tmp_path, (OPENING, attack)))


def test_a_file_that_is_no_word_document(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    for content in (b"", b"abc", packed({"a.txt": b"x"})):
        path.write_bytes(content)
        assert fault([tmp_path]).file == str(path)
    assert (
        fault(own(tmp_path, ("<w:body>", "<w:body><w:p>"))).message
        == "tệp mẫu hỏng; mở bằng Word rồi lưu lại dạng .docx"
    )


def test_a_template_that_is_missing() -> None:
    with pytest.raises(TemplateFault, match=r"không tìm thấy mẫu “bao-cao\.docx”"):
        word_cover(VIEW, [packaged_templates() / "khoi-tao"])


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("tuyet-mat", encoding="utf-8")
    own(tmp_path)
    parts = read_parts(tmp_path / "bao-cao.docx")
    text = parts["word/document.xml"].decode()
    entity = f'?>\n<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = text.replace("?>\n", entity, 1).replace("BÁO CÁO<", "BÁO CÁO &x;<", 1)
    (tmp_path / "bao-cao.docx").write_bytes(packed({**parts, "word/document.xml": text.encode()}))
    try:
        word = draft([tmp_path, packaged_templates()])
    except TemplateFault:
        return
    assert "tuyet-mat" not in said(word)


# What Word and LibreOffice make of one


@pytest.mark.parametrize(
    ("name", "habit"),
    [
        *(("bao-cao.docx", habit) for habit in HABITS),
        ("bang-tong-hop.docx", "cut-4"),
        ("phieu-trinh.docx", "cut-4"),
    ],
)
def test_a_template_that_word_saved_says_the_same(tmp_path: Path, name: str, habit: str) -> None:
    parts = read_parts(packaged_templates() / name)
    changed = HABITS[habit](parts["word/document.xml"].decode())
    (tmp_path / name).write_bytes(packed({**parts, "word/document.xml": changed.encode()}))
    assert paragraphs(filled(name, [tmp_path, packaged_templates()])) == as_packaged(name)


def filled(name: str, folders: list[Path]) -> WordFile:
    if name == "phieu-trinh.docx":
        return word_cover(VIEW, folders)
    return word_report(VIEW, working=name == "bang-tong-hop.docx", with_status=False, folders=folders)


@cache
def as_packaged(name: str) -> list[str]:
    return paragraphs(filled(name, [packaged_templates()]))


def paragraphs(word: WordFile) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(word.content)) as made:
        root = parsed(made.read("word/document.xml"))
    return [text_of(paragraph) for paragraph in root.iter(P)]


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_filled_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>[Ghi chú: {{ ky.name }}.]</w:t></w:r></w:p></w:txbxContent>"
    folders = own(tmp_path, ("BÁO CÁO</w:t></w:r>", f"BÁO CÁO</w:t></w:r>{BOX.format(box=box)}"))
    word = draft(folders)
    assert word.notes == draft([packaged_templates()]).notes + 1
    assert paragraphs(word).count("[Ghi chú: 6 tháng đầu năm 2025.]") == 1


def test_a_template_that_libreoffice_saved_keeps_its_rules_and_sources(tmp_path: Path) -> None:
    """It makes other ids of the styles and keeps their names."""
    name = "bang-tong-hop.docx"
    parts = read_parts(packaged_templates() / name)
    for part in ("word/document.xml", "word/styles.xml"):
        text = parts[part].decode()
        for old, new in (("KeNgan", "Kngndich"), ("KeBangChu", "Kbngchtrn"), ("Nguon", "Ngun")):
            text = text.replace(f'"{old}"', f'"{new}"')
        parts[part] = text.encode()
    (tmp_path / name).write_bytes(packed(parts))
    with zipfile.ZipFile(io.BytesIO(filled(name, [tmp_path, packaged_templates()]).content)) as made:
        said = made.read("word/document.xml").decode()
    with zipfile.ZipFile(io.BytesIO(filled(name, [packaged_templates()]).content)) as made:
        expected = made.read("word/document.xml").decode()
    assert said.replace('"Ngun"', '"Nguon"').replace('"Kngndich"', '"KeNgan"') == expected


def test_a_picture_beside_a_tag_stays(tmp_path: Path) -> None:
    picture = "</w:t></w:r><w:r><w:drawing><w:logo/></w:drawing></w:r><w:r><w:t>"
    folders = own(tmp_path, (OPENING, f"{picture}{OPENING}"))
    with zipfile.ZipFile(io.BytesIO(draft(folders).content)) as made:
        assert made.read("word/document.xml").decode().count("<w:logo/>") == 1


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("{ { ky.name } }", "dấu ngoặc của thẻ bị viết rời; viết liền “{{”, “{%”, “%}”, “}}”"),
        ("ky.name }}", "thẻ thiếu ngoặc mở “{{” hoặc “{%” trong cùng đoạn"),
    ],
)
def test_brackets_that_came_apart(tmp_path: Path, typed: str, message: str) -> None:
    found = fault(own(tmp_path, (OPENING, typed)))
    assert isinstance(found, WordFault)
    assert (found.message, found.paragraph) == (message, typed)


def test_a_dash_that_word_made_long_in_a_bracket(tmp_path: Path) -> None:
    folders = own(tmp_path, (OPENING, "{%– if true –%} Có {%– endif –%}"))
    assert "\nCó\n" in said(draft(folders))
