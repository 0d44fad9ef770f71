"""The office's templates: which come first, what is told of their faults, what they cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach_cli.render.markdown import report_markdown
from kehoach_cli.render.templates import TemplateFault
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import ROOT, answer, under, view_of

if TYPE_CHECKING:
    from pathlib import Path


def override(folder: Path, name: str, change: tuple[str, str]) -> Path:
    text = (packaged_templates() / name).read_text(encoding="utf-8")
    assert change[0] in text
    (folder / name).write_text(text.replace(*change), encoding="utf-8")
    return folder / name


def test_the_offices_own_template_comes_first(tmp_path: Path) -> None:
    override(tmp_path, "_cau.md.j2", ("Nhiệm vụ đã hoàn thành.", "Đã xong & gọn."))
    view = view_of({"phong-tu-phap": answer("II.6", "đã hoàn thành")})
    result = report_markdown(view, working=False, with_status=False, folders=[tmp_path, packaged_templates()])
    assert under(result.text, "### 6. ")[0] == "Đã xong & gọn."


def test_a_note_in_the_offices_own_template_counts_too(tmp_path: Path) -> None:
    override(tmp_path, "bao-cao.md.j2", ("# BÁO CÁO", "# BÁO CÁO\n\n[Ghi chú: của Văn phòng.]"))
    result = report_markdown(
        view_of({}), working=False, with_status=False, folders=[tmp_path, packaged_templates()]
    )
    assert result.notes == result.text.count("[Ghi chú:") == 26


@pytest.mark.parametrize(
    ("name", "change", "line_of", "message"),
    [
        (
            "bao-cao.md.j2",
            ("{{ vp.strengths }}", "{{ vp.strenghts }}"),
            "strenghts",
            "mẫu dùng “strenghts” nhưng dữ liệu không có; gần nhất là “strengths”",
        ),
        (
            "bao-cao.md.j2",
            ("{{ view.as_of|day }}", "{{ veiw.as_of|day }}"),
            "veiw",
            "mẫu dùng “veiw” nhưng dữ liệu không có; gần nhất là “view”",
        ),
        (
            "_the-thuc.md.j2",
            ("{{ giay.place }}", "{{ giay.plase }}"),
            "plase",
            "mẫu dùng “plase” nhưng dữ liệu không có; gần nhất là “place”",
        ),
        (
            "_the-thuc.md.j2",
            ("giay.dated|long_day", "giay.dated|longday"),
            "longday",
            "mẫu dùng bộ lọc “longday” nhưng không có; gần nhất là “long_day”",
        ),
        (
            "bao-cao.md.j2",
            ("{% if not view.has_reports %}", "{% if not view.has_reports"),
            "Ghi chú: đến ngày",
            (
                "mẫu viết sai cú pháp: “[Ghi chú: đến ngày {{ view.as_of|day }} chưa nhận được báo cáo của cơ quan, "
                "đơn vị, địa phương nào; dự thảo chưa đủ căn cứ trình ký.]”"
            ),
        ),
        (
            "bao-cao.md.j2",
            ("{{ view.as_of|day }}", "{{ view.as_of + 1 }}"),
            "view.as_of + 1",
            (
                "không thực hiện được dòng này của mẫu: “[Ghi chú: đến ngày {{ view.as_of + 1 }} chưa nhận được báo cáo "
                "của cơ quan, đơn vị, địa phương nào; dự thảo chưa đủ căn cứ trình ký.]”"
            ),
        ),
    ],
)
def test_a_template_fault_tells_file_line_and_the_nearest_name(
    tmp_path: Path, name: str, change: tuple[str, str], line_of: str, message: str
) -> None:
    path = override(tmp_path, name, change)
    view = view_of({}, {"strengths": "Có.", "dated": "2025-05-28"})
    with pytest.raises(TemplateFault) as caught:
        report_markdown(view, working=False, with_status=False, folders=[tmp_path, packaged_templates()])
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if line_of in text)
    assert (caught.value.file, caught.value.line, caught.value.message) == (str(path), line, message)


def test_a_template_that_is_missing_or_in_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match=r"không tìm thấy mẫu “bao-cao\.md\.j2”"):
        report_markdown(view_of({}), working=False, with_status=False, folders=[tmp_path])
    (tmp_path / "bao-cao.md.j2").write_bytes("BÁO CÁO".encode("utf-16"))
    with pytest.raises(TemplateFault, match="không phải mã UTF-8"):
        report_markdown(view_of({}), working=False, with_status=False, folders=[tmp_path])


@pytest.mark.parametrize(
    "attack",
    [
        "{{ view.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ view._replace.__globals__ }}",
        "{{ range(10**9) }}",
    ],
)
def test_a_template_cannot_reach_out(tmp_path: Path, attack: str) -> None:
    (tmp_path / "bao-cao.md.j2").write_text(attack, encoding="utf-8")
    with pytest.raises(TemplateFault):
        report_markdown(view_of({}), working=False, with_status=False, folders=[tmp_path])


def test_the_source_trees_templates_come_before_an_old_copy() -> None:
    assert packaged_templates() == ROOT / "templates"
