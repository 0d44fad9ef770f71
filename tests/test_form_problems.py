"""Every problem of a filled-in form with the exact words it is told in, and with its cell."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form_books import FormBook, parts_of, with_part
from kehoach_cli.model import form as layout
from program import add_second_plan
from submitting_desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(desk: Desk, form: FormBook | bytes, *options: str) -> str:
    """The problems, without the sums at the end."""
    lines = desk.submit(form, options=options).err.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(("Có ", "Không nhập ")))


# What is no workbook, or none that is harmless.

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
UNREADABLE = [
    (b"", "L403: tệp hỏng hoặc chưa tải về hết (tệp rỗng)"),
    (b"\0" * 4096, "L403: tệp hỏng hoặc chưa tải về hết (tệp rỗng)"),
    (b"PK\x03\x04 cut off", "L403: tệp hỏng hoặc chưa tải về hết (không mở được)"),
    (b"%PDF-1.7 ...", "L401: đây là tệp PDF, không phải biểu mẫu Excel (.xlsx)"),
    (b"\xff\xd8\xff\xe0", "L401: đây là tệp hình ảnh, không phải biểu mẫu Excel (.xlsx)"),
    (
        b"TT,M\xe1\xbb\xa5c\n1,II.6\n",
        "L401: đây là tệp văn bản thường (có thể là .csv), không phải biểu mẫu Excel (.xlsx)",
    ),
    (b"<html><table>", "L401: đây là trang web, không phải biểu mẫu Excel (.xlsx)"),
    (OLE, "L401: đây là tệp đời cũ (.xls, .doc), không phải biểu mẫu Excel (.xlsx)"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "L402: tệp đặt mật khẩu nên không đọc được"),
]
HINTS = {
    "L401": "dùng đúng tệp biểu mẫu; bảng tính loại khác thì mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.",
    "L402": "bỏ mật khẩu mở tệp rồi lưu lại, hoặc đề nghị đơn vị gửi tệp không đặt mật khẩu.",
    "L403": "tạo lại tệp bằng cách mở rồi lưu, hoặc đề nghị đơn vị gửi lại.",
    "L404": "chép phần đã điền sang một biểu mẫu mới rồi nhập lại.",
    "L405": "đưa tệp cho người phụ trách công nghệ thông tin kiểm tra; không mở bằng Excel.",
}


def unreadable(message: str) -> str:
    """L401 to L405 speak of the file as a whole."""
    return f"a.xlsx: lỗi {message}\n   gợi ý: {HINTS[message[:4]]}\n"


@pytest.mark.parametrize(("raw", "message"), UNREADABLE)
def test_what_is_no_workbook(desk: Desk, raw: bytes, message: str) -> None:
    """L401, L402, L403."""
    assert told(desk, raw) == unreadable(message)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("word/document.xml", "tệp Word (.docx)"),
        ("ppt/presentation.xml", "tệp PowerPoint (.pptx)"),
        ("xl/workbook.bin", "tệp Excel nhị phân (.xlsb)"),
        ("thu-muc/a.xlsx", "tệp nén có tệp .xlsx bên trong"),
        ("a.txt", "tệp nén (.zip)"),
    ],
)
def test_other_archives_are_named(desk: Desk, inside: str, kind: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(inside, "x")
    message = f"L401: đây là {kind}, không phải biểu mẫu Excel (.xlsx)"
    assert told(desk, target.getvalue()) == unreadable(message)


SHEET = "xl/worksheets/sheet2.xml"
BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""
OUTSIDE = BILLION_LAUGHS.replace(
    b'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', b'<!ENTITY b SYSTEM "file:///etc/passwd">'
)
NO_FORM = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>"""


@pytest.mark.parametrize("content", [BILLION_LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_declarations_are_refused_in_every_part(desk: Desk, part: str, content: bytes) -> None:
    message = "L405: tệp có phần khai báo (DOCTYPE) mà phần mềm văn phòng không bao giờ ghi"
    assert told(desk, with_part(desk.answered().raw(), part, content)) == unreadable(message)


def too_large(what: str) -> str:
    return unreadable(f"L404: tệp lớn khác thường, không thể là một biểu mẫu đã điền ({what})")


def test_bombs_are_refused(desk: Desk) -> None:
    raw = desk.answered().raw()
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row>' * 1_200_000
    assert told(desk, with_part(raw, SHEET, NO_FORM % rows)) == too_large(
        f"phần “{SHEET}” giải nén ra quá lớn"
    )
    deep = b"<a>" * 100_000
    assert told(desk, with_part(raw, SHEET, deep)) == too_large(f"phần “{SHEET}” lồng quá nhiều tầng")
    cells = b"".join(b'<c r="A%d"><v>1</v></c>' % (n % 4000 + 1) for n in range(20_500))
    wide = NO_FORM % (b'<row r="1">' + cells + b"</row>")
    assert told(desk, with_part(raw, SHEET, wide)) == too_large("có hơn 20000 ô có nội dung")
    parts = {f"x{n}": b"" for n in range(1_100)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {**parts_of(raw), **parts}.items():
            archive.writestr(name, content)
    count = len(parts_of(raw)) + 1_100
    assert told(desk, target.getvalue()) == too_large(f"có {count} phần bên trong")
    assert told(desk, b"PK" + bytes(20_000_100)) == too_large("lớn hơn 20 MB")


@pytest.mark.parametrize(
    ("part", "content", "what"),
    [
        (SHEET, b"<worksheet><sheetData>", f"phần “{SHEET}” không đọc được"),
        (
            SHEET,
            NO_FORM % b'<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
            "trang “Nhiệm vụ” trỏ đến chữ không có trong tệp",
        ),
    ],
)
def test_broken_parts_are_named(desk: Desk, part: str, content: bytes, what: str) -> None:
    raw = with_part(desk.answered().raw(), part, content)
    assert told(desk, raw) == unreadable(f"L403: tệp hỏng hoặc chưa tải về hết ({what})")


def test_archive_with_a_password_of_its_own(desk: Desk) -> None:
    raw = bytearray(desk.answered().raw())
    at = raw.find(b"PK\x01\x02")
    while at >= 0:  # the flag of every member in the list at the end
        raw[at + 8] |= 1
        at = raw.find(b"PK\x01\x02", at + 4)
    assert told(desk, bytes(raw)) == unreadable("L402: tệp đặt mật khẩu nên không đọc được")


# Whose form it is.


def rename(form: FormBook, name: str) -> None:
    for sheet in form.book.worksheets:
        if sheet.title != layout.META:
            sheet["A2"] = f"Đơn vị báo cáo: {name}"


def retitle(form: FormBook, title: str) -> None:
    for sheet in form.book.worksheets:
        if sheet.title != layout.META:
            sheet["A1"] = title


def without_meta(form: FormBook) -> None:
    del form.book[layout.META]


def no_table(form: FormBook) -> None:
    for sheet in layout.SHEETS:
        del form.book[sheet.name]


def nameless(form: FormBook) -> None:
    without_meta(form)
    for sheet in form.book.worksheets:
        sheet["A2"] = None


def meta(key: str, value: str) -> Callable[[FormBook], None]:
    return lambda form: form.set_meta(key, value)


def unknown_name(form: FormBook) -> None:
    rename(form, "Phòng Tư phápp")


def name_of_another(form: FormBook) -> None:
    rename(form, "Phòng Nội vụ")


def title_of_another_period(form: FormBook) -> None:
    retitle(form, "BIỂU MẪU BÁO CÁO CÔNG TÁC TRẺ EM NĂM 2025")


def title_of_no_period(form: FormBook) -> None:
    without_meta(form)
    retitle(form, "BIỂU MẪU BÁO CÁO")


def printed_other_plan(form: FormBook) -> None:
    without_meta(form)
    retitle(form, "BIỂU MẪU BÁO CÁO KẾ HOẠCH SỐ 52/KH-UBND 6 THÁNG ĐẦU NĂM 2025")


def nobody_reports(form: FormBook) -> None:
    name = "Trung tâm Truyền thông - Văn hóa - Thể thao"
    rename(form, name)
    form.set_meta("agency", "")


@pytest.mark.parametrize(
    ("change", "options", "expected"),
    [
        (
            no_table,
            (),
            (
                "lỗi L410: không tìm thấy bảng nào của biểu mẫu báo cáo\n"
                "   gợi ý: kiểm tra lại tệp; nếu đơn vị báo cáo bằng tệp riêng thì ghi nhận bằng kehoach receive rồi "
                "nhập nội dung.\n"
            ),
        ),
        (
            nameless,
            (),
            (
                "lỗi L412: biểu mẫu không ghi đơn vị báo cáo\n"
                "   gợi ý: thêm --agency với tên cơ quan gửi biểu mẫu.\n"
            ),
        ),
        (
            str,
            ("--agency", "Phòng Nội vụ"),
            (
                "lỗi L413: biểu mẫu ghi của Phòng Tư pháp, nhưng --agency ghi Phòng Nội vụ\n"
                "   gợi ý: bỏ --agency, hoặc kiểm tra lại tệp.\n"
            ),
        ),
        (
            name_of_another,
            (),
            (
                "lỗi L419: biểu mẫu ghi của hai cơ quan khác nhau: Phòng Tư pháp và Phòng Nội vụ\n"
                "   gợi ý: thêm --agency với cơ quan đúng.\n"
            ),
        ),
        (
            meta("plan", "52/KH-UBND"),
            (),
            (
                "lỗi L414: biểu mẫu của kế hoạch khác (52/KH-UBND)\n"
                "   gợi ý: chọn đúng kế hoạch bằng --plan, hoặc kiểm tra lại tệp.\n"
            ),
        ),
        (
            printed_other_plan,
            (),
            (
                "lỗi L414: biểu mẫu của kế hoạch khác (52/KH-UBND)\n"
                "   gợi ý: chọn đúng kế hoạch bằng --plan, hoặc kiểm tra lại tệp.\n"
            ),
        ),
        (
            str,
            ("--period", "nam"),
            (
                "lỗi L416: biểu mẫu của kỳ 6thang, nhưng --period ghi nam\n"
                "   gợi ý: bỏ --period, hoặc kiểm tra lại tệp.\n"
            ),
        ),
        (
            title_of_another_period,
            (),
            (
                "lỗi L417: trang ẩn và tiêu đề của biểu mẫu ghi hai kỳ khác nhau: 6thang và nam\n"
                "   gợi ý: thêm --period với kỳ đúng.\n"
            ),
        ),
        (
            title_of_no_period,
            (),
            (
                "lỗi L418: không rõ biểu mẫu của kỳ báo cáo nào\n"
                "   gợi ý: thêm --period với một trong các kỳ: 6thang, nam.\n"
            ),
        ),
        (
            meta("period", "quy1"),
            ("--period", "quy1"),
            "lỗi L312: kế hoạch không có hạn báo cáo kỳ “quy1”\n   gợi ý: dùng một trong các kỳ: 6thang, nam.\n",
        ),
        (
            nobody_reports,
            (),
            (
                "lỗi L302: Trung tâm Truyền thông - Văn hóa - Thể thao không phải báo cáo kỳ này (6thang)\n"
                "   gợi ý: kiểm tra tên cơ quan hoặc danh sách reporters.\n"
            ),
        ),
        (
            meta("form", "2"),
            (),
            (
                "cảnh báo L422: biểu mẫu theo mẫu phiên bản 2, khác phiên bản mà bản kehoach này tạo ra\n"
                "   gợi ý: kiểm tra lại nội dung vừa nhập.\n"
            ),
        ),
    ],
)
def test_whose_form_it_is(
    desk: Desk, change: Callable[[FormBook], None], options: tuple[str, ...], expected: str
) -> None:
    """L302, L312, L410, L412, L413, L414, L416, L417, L418, L419, L422."""
    form = desk.answered()
    change(form)
    assert told(desk, form, *options) == f"a.xlsx: {expected}"


def test_name_that_nobody_has_is_told_with_its_cell(desk: Desk) -> None:
    form = desk.answered()
    unknown_name(form)
    assert told(desk, form) == (
        "a.xlsx:Hướng dẫn!A2: lỗi L411: không rõ “Phòng Tư phápp” là cơ quan nào trong danh mục\n"
        "   gợi ý: thêm --agency với tên đúng; gần nhất: “Phòng Tư pháp”.\n"
    )
    assert told(desk, form, "--agency", "Phòng Tư pháp") == ""


def test_plan_must_be_clear(desk: Desk) -> None:
    add_second_plan(desk.office)
    form = desk.answered()
    without_meta(form)
    retitle(form, "BIỂU MẪU BÁO CÁO 6 THÁNG ĐẦU NĂM 2025")
    assert told(desk, form) == (
        "a.xlsx: lỗi L415: không rõ biểu mẫu của kế hoạch nào\n"
        "   gợi ý: thêm --plan với một trong các kế hoạch: 12-kh-ubnd-2025, 61-kh-ubnd-2025.\n"
    )
    assert told(desk, form, "--plan", "61") == ""


def test_plan_that_was_asked_for_must_be_the_form_s(desk: Desk) -> None:
    add_second_plan(desk.office)
    assert told(desk, desk.answered(), "--plan", "12") == (
        "a.xlsx: lỗi L414: biểu mẫu của kế hoạch khác (61/KH-UBND)\n"
        "   gợi ý: chọn đúng kế hoạch bằng --plan, hoặc kiểm tra lại tệp.\n"
    )


def test_what_stands_in_the_way_of_writing(desk: Desk) -> None:
    """L423 and L424; L406, L407, L420, L421 and L425 are in test_submit."""
    first, second = desk.answered(), desk.answered()
    second.answer("IV.3", "Đang thực hiện", "Khác.")
    said = desk.submit(first, second).err
    assert said.startswith(
        "a.xlsx: lỗi L423: báo cáo kỳ 6thang của Phòng Tư pháp còn có ở tệp khác trong cùng lần nhập: b.xlsx\n"
        "   gợi ý: giữ tệp đúng rồi nhập lại.\n"
        "b.xlsx: lỗi L423: báo cáo kỳ 6thang của Phòng Tư pháp còn có ở tệp khác trong cùng lần nhập: a.xlsx\n"
    )
    assert told(desk, first) == ""
    assert told(desk, second) == (
        "a.xlsx: lỗi L424: đã có báo cáo kỳ 6thang của Phòng Tư pháp (nhận ngày 13/5/2025)\n"
        "   gợi ý: dùng --replace; bản cũ được giữ lại.\n"
    )


# Cells. Each change is made to a form of Phòng Tư pháp that answers II.6 and the rest.

STATUSES = (
    "“Chưa triển khai”, “Đang thực hiện”, “Đã hoàn thành”, “Tạm dừng”, “Không phát sinh trong kỳ”, "
    "“Không thuộc nhiệm vụ của cơ quan”"
)
SOURCES = "“ngân sách huyện”, “ngân sách xã”, “nguồn hợp pháp khác”"


def number(value: object, indicator: str = "luot-tro-giup") -> Callable[[FormBook], None]:
    return lambda form: form.figure(indicator, value=value)


def answer(*values: object) -> Callable[[FormBook], None]:
    return lambda form: form.answer("II.6", *values)


def row(table: layout.Table, **values: object) -> Callable[[FormBook], None]:
    def change(form: FormBook) -> None:
        form.add(table, **values)

    return change


def cell(place: str, value: object) -> Callable[[FormBook], None]:
    def change(form: FormBook) -> None:
        sheet, _, address = place.rpartition("!")
        form[sheet][address] = value  # type: ignore[assignment]

    return change


def box(key: str, value: object) -> Callable[[FormBook], None]:
    return lambda form: form.box(key, value)


def merged(form: FormBook) -> None:
    first = form.rows["II.6"]
    form.tasks.merge_cells(f"F{first}:F{first + 1}")


def twice(form: FormBook) -> None:
    form.tasks["B8"] = "II.6"
    form.answer("IV.3", "Đã hoàn thành", "Khác.")


def no_rest(form: FormBook) -> None:
    form.rest("")


def gone_since(form: FormBook) -> None:
    form[layout.META].append(("duty:II.99", "x"))
    form.tasks["B8"] = "II.99"
    form.answer("IV.3", "Đang thực hiện", "Đã làm.")


def no_clause(form: FormBook) -> None:
    form.tasks["B8"] = None
    form.tasks["C8"] = "Việc khác"
    form.answer("IV.3", "Đang thực hiện")


def not_its_task(form: FormBook) -> None:
    form.tasks["B8"] = "II.4"
    form.answer("IV.3", "Đang thực hiện", "Đã làm.")


def percent(form: FormBook) -> None:
    form.figure("luot-tro-giup", value=0.5)
    form["Số liệu"]["G6"].number_format = "0%"


def figure_twice(form: FormBook) -> None:
    form["Số liệu"]["B7"] = "luot-tro-giup"
    form.figure("luot-tro-giup", value=1)
    form.figure("ty-le-tro-giup", value=2)


def unknown_figure(form: FormBook) -> None:
    form["Số liệu"]["B6"], form["Số liệu"]["C6"] = "luot-la", "Lượt lạ"
    form.figure("luot-tro-giup", value=5, note="mới")


def figure_of_another(form: FormBook) -> None:
    form["Số liệu"]["B6"] = "tre-em"
    form.figure("luot-tro-giup", value=5)


def ticked(form: FormBook) -> None:
    form.tick("no_difficulties")
    form.add(layout.DIFFICULTIES, text="Thiếu cán bộ")


def hidden_sheet(form: FormBook) -> None:
    sheet = form.book.create_sheet("Bản cũ")
    sheet["A1"], sheet.sheet_state = "Nội dung cũ", "hidden"


def far_away(form: FormBook) -> None:
    form.tasks["XFD1048576"] = "x"


def scribbled(form: FormBook) -> None:
    form.tasks["K7"], form.tasks["L8"] = "ghi chú riêng", 5
    form.book.create_sheet("Sheet1")["B2"] = "Danh sách"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            answer(None, "Đã trợ giúp 12 lượt."),
            (
                "Nhiệm vụ!F7: lỗi L430: chưa chọn tình trạng thực hiện (nhiệm vụ II.6)\n"
                "   gợi ý: chọn tình trạng ở ô này rồi nhập lại.\n"
            ),
        ),
        (
            answer("Đang thực hiên tốt"),
            (
                "Nhiệm vụ!F7: lỗi L431: không có tình trạng thực hiện “Đang thực hiên tốt” (nhiệm vụ II.6)\n"
                "   gợi ý: sửa thành “Đang thực hiện”.\n"
            ),
        ),
        (
            answer("???"),
            (
                "Nhiệm vụ!F7: lỗi L431: không có tình trạng thực hiện “???” (nhiệm vụ II.6)\n"
                f"   gợi ý: chọn một trong: {STATUSES}.\n"
            ),
        ),
        (
            answer("Chưa triển khai", None),
            (
                "Nhiệm vụ!G7: cảnh báo L432: đã chọn “Chưa triển khai” nhưng chưa nêu lý do (nhiệm vụ II.6)\n"
                "   gợi ý: ghi lý do ở cột Kết quả, hoặc hỏi lại đơn vị.\n"
            ),
        ),
        (
            lambda form: form.rest("đã nêu tại báo cáo"),
            (
                "Nhiệm vụ!F9: lỗi L433: dòng “Các nhiệm vụ còn lại” ghi “đã nêu tại báo cáo”; dòng này chỉ nhận "
                "“Không phát sinh trong kỳ”\n"
                "   gợi ý: ghi tình trạng cho từng nhiệm vụ, hoặc chọn “Không phát sinh trong kỳ”.\n"
            ),
        ),
        (
            no_rest,
            (
                ": cảnh báo L434: còn 1 nhiệm vụ chưa trả lời: IV.3\n"
                "   gợi ý: kiểm tra với đơn vị, hoặc để nguyên nếu chấp nhận.\n"
            ),
        ),
        (
            cell("Nhiệm vụ!B7", "II.66"),
            "Nhiệm vụ!B7: lỗi L435: kế hoạch không có nhiệm vụ “II.66”\n   gợi ý: sửa thành II.6.\n",
        ),
        (
            gone_since,
            (
                ": cảnh báo L421: biểu mẫu phát hành trước khi kế hoạch thay đổi: bỏ nhiệm vụ II.99\n"
                "   gợi ý: xem lại các nội dung này với đơn vị.\n"
                "a.xlsx:Nhiệm vụ!F8: cảnh báo L436: nhiệm vụ II.99 không còn trong kế hoạch; phần trả lời không được nhập: "
                "“Đang thực hiện – Đã làm.”\n"
                "   gợi ý: xem lại phần này với đơn vị; nếu còn dùng thì ghi vào nhiệm vụ khác.\n"
            ),
        ),
        (
            twice,
            (
                "Nhiệm vụ!F8: lỗi L437: nhiệm vụ II.6 được trả lời hai lần, khác nhau (ở đây và ở Nhiệm vụ!F7)\n"
                "   gợi ý: giữ một câu trả lời.\n"
            ),
        ),
        (
            no_clause,
            (
                "Nhiệm vụ!F8: lỗi L438: không rõ “Đang thực hiện” là trả lời cho nhiệm vụ nào\n"
                "   gợi ý: ghi số mục của nhiệm vụ (như II.5) ở cột Mục cùng dòng.\n"
            ),
        ),
        (
            not_its_task,
            (
                "Nhiệm vụ!B8: cảnh báo L304: Phòng Tư pháp báo cáo nhiệm vụ II.4 nhưng kế hoạch không giao cơ quan này "
                "chủ trì hay phối hợp\n"
                "   gợi ý: kiểm tra lại số mục; nếu đúng, nội dung vẫn được đưa vào báo cáo tổng hợp.\n"
            ),
        ),
        (
            row(layout.FUNDS, ref="II.5, II.6", source="ngân sách xã", used=1),
            (
                "Kinh phí!B6: lỗi L439: không có nhiệm vụ “II.5, II.6” trong kế hoạch\n"
                "   gợi ý: ghi một số mục (như II.5), hoặc để trống nếu là chung cho kế hoạch.\n"
            ),
        ),
        (
            row(layout.DIFFICULTIES, text="Thiếu cán bộ", ref="II.66"),
            (
                "Khó khăn, kiến nghị!D9: lỗi L439: không có nhiệm vụ “II.66” trong kế hoạch\n"
                "   gợi ý: sửa thành II.6, hoặc để trống nếu là chung cho kế hoạch.\n"
            ),
        ),
        (
            number("=SUM(A1:A3)"),
            (
                "Số liệu!G6: lỗi L440: ô trả lời chứa công thức (=SUM(A1:A3))\n"
                "   gợi ý: chép ô này rồi dán lại dạng giá trị.\n"
            ),
        ),
        (
            answer("Đang thực hiện", "#REF!"),
            "Nhiệm vụ!G7: lỗi L441: ô trả lời đang báo lỗi #REF!\n   gợi ý: ghi lại nội dung của ô này.\n",
        ),
        (
            number("12 em"),
            (
                "Số liệu!G6: lỗi L442: ô này phải là số, đang ghi “12 em”\n"
                "   gợi ý: ghi 12, phần chữ đưa sang cột Ghi chú.\n"
            ),
        ),
        (
            number("khoảng hai chục"),
            (
                "Số liệu!G6: lỗi L442: ô này phải là số, đang ghi “khoảng hai chục”\n"
                "   gợi ý: ghi số, như 12 hoặc 12,5; chưa có số liệu thì để trống.\n"
            ),
        ),
        (
            number("1.234", "so-gio"),
            (
                "Số liệu!G8: lỗi L443: chưa rõ “1.234” là bao nhiêu: 1234 hay 1,234\n"
                "   gợi ý: ghi lại cho rõ; số thập phân dùng dấu phẩy, như 12,5.\n"
            ),
        ),
        (
            number("-"),
            (
                "Số liệu!G6: lỗi L443: chưa rõ “-” là bao nhiêu: 0 (bằng không) hay để trống (chưa có số liệu)\n"
                "   gợi ý: ghi lại cho rõ; số thập phân dùng dấu phẩy, như 12,5.\n"
            ),
        ),
        (
            number(12.5),
            "Số liệu!G6: lỗi L444: ô này phải là số nguyên, đang ghi “12,5”\n   gợi ý: sửa lại số.\n",
        ),
        (
            number(-3),
            "Số liệu!G6: lỗi L445: ô này phải là số không âm, đang ghi “-3”\n   gợi ý: sửa lại số.\n",
        ),
        (
            box("dated", "12/5/25"),
            "Hướng dẫn!C14: lỗi L446: không hiểu ngày “12/5/25”\n   gợi ý: viết lại như 12/5/2025.\n",
        ),
        (
            box("dated", "đầu tháng"),
            (
                "Hướng dẫn!C14: lỗi L446: không hiểu ngày “đầu tháng”\n"
                "   gợi ý: viết đủ ngày, tháng, năm, như 12/5/2025.\n"
            ),
        ),
        (
            row(layout.DOCUMENTS, kind="Công văn", symbol=__import__("datetime").date(2025, 5, 12)),
            (
                "Chỉ đạo, phương hướng!C7: cảnh báo L447: ô này là ngày 12/5/2025; có thể bảng tính đã tự đổi chữ thành "
                "ngày\n   gợi ý: kiểm tra lại với đơn vị.\n"
            ),
        ),
        (
            merged,
            (
                "Nhiệm vụ!F7: cảnh báo L448: ô này được gộp cho nhiều dòng nên được tính cả cho nhiệm vụ IV.3\n"
                "   gợi ý: kiểm tra lại với đơn vị nếu câu trả lời chỉ dành cho dòng đầu.\n"
            ),
        ),
        (
            row(layout.DOCUMENTS, kind="Công văn", symbol="5/TP", date="tháng 4"),
            (
                "Chỉ đạo, phương hướng!D7: cảnh báo L449: không hiểu ngày “tháng 4” của văn bản; được giữ nguyên như "
                "đã ghi\n   gợi ý: sửa lại trong tệp báo cáo, phần directives.\n"
            ),
        ),
        (
            unknown_figure,
            (
                "Số liệu!G6: cảnh báo L450: kế hoạch không có chỉ tiêu “luot-la”; số liệu không được nhập: 5; mới\n"
                "   gợi ý: kiểm tra mã chỉ tiêu ở cột Mã.\n"
            ),
        ),
        (
            figure_of_another,
            (
                "Số liệu!G6: cảnh báo L451: kế hoạch không giao Phòng Tư pháp cung cấp chỉ tiêu “Số trẻ em”; "
                "số liệu không được nhập: 5\n"
                "   gợi ý: xem lại với đơn vị; nếu đúng thì thêm đơn vị vào givers hoặc compare của chỉ tiêu.\n"
            ),
        ),
        (
            lambda form: form.figure("luot-tro-giup", value=12, estimate=10),
            (
                "Số liệu!G6: cảnh báo L452: số thực hiện (12) lớn hơn số ước cả kỳ (10)\n"
                "   gợi ý: kiểm tra lại với đơn vị.\n"
            ),
        ),
        (
            percent,
            (
                "Số liệu!G6: lỗi L453: ô này đang là tỷ lệ phần trăm (50%), nhưng chỉ tiêu không tính bằng phần trăm\n"
                "   gợi ý: ghi lại số, bỏ dấu %.\n"
            ),
        ),
        (
            figure_twice,
            (
                "Số liệu!G7: lỗi L454: chỉ tiêu “Số lượt trợ giúp pháp lý” có hai dòng số liệu khác nhau\n"
                "   gợi ý: giữ một dòng.\n"
            ),
        ),
        (
            row(layout.FUNDS, ref="II.6", used=5),
            f"Kinh phí!B6: lỗi L460: chưa chọn nguồn kinh phí\n   gợi ý: chọn một trong: {SOURCES}.\n",
        ),
        (
            row(layout.FUNDS, source="tài trợ", used=5),
            (
                "Kinh phí!C6: lỗi L461: không có nguồn kinh phí “tài trợ”\n"
                f"   gợi ý: chọn một trong: {SOURCES}.\n"
            ),
        ),
        (
            row(layout.DIFFICULTIES, proposal="Bổ sung kinh phí"),
            (
                "Khó khăn, kiến nghị!E9: lỗi L462: chưa ghi kiến nghị này với ai: “Bổ sung kinh phí”\n"
                "   gợi ý: chọn ở cột Kiến nghị với: UBND huyện, Sở Y tế, hoặc UBND tỉnh, sở, ngành khác.\n"
            ),
        ),
        (
            ticked,
            (
                "Khó khăn, kiến nghị!A5: cảnh báo L463: đã đánh dấu “Không có khó khăn, vướng mắc” nhưng vẫn ghi 1 nội "
                "dung; các nội dung này được nhập\n   gợi ý: kiểm tra lại với đơn vị.\n"
            ),
        ),
        (
            row(layout.DIFFICULTIES, text="Thiếu cán bộ", beyond="tùy"),
            "Khó khăn, kiến nghị!G9: lỗi L464: cột Vượt thẩm quyền ghi “tùy”\n   gợi ý: chọn Có hoặc Không.\n",
        ),
        (
            row(layout.DIFFICULTIES, to="Sở Y tế"),
            (
                "Khó khăn, kiến nghị!F9: cảnh báo L465: đã chọn kiến nghị với “Sở Y tế” nhưng chưa ghi nội dung kiến "
                "nghị\n   gợi ý: kiểm tra với đơn vị, hoặc để nguyên nếu không có kiến nghị.\n"
            ),
        ),
        (
            box("covers", "Phòng Nội vụ; Phòng Văn phòng"),
            (
                "Hướng dẫn!C18: lỗi L466: báo cáo chung ghi “Phòng Văn phòng”, không rõ là cơ quan nào trong danh mục\n"
                "   gợi ý: sửa lại tên, mỗi tên cách nhau bằng dấu chấm phẩy.\n"
            ),
        ),
        (
            box("covers", "UBND xã Sơn Mùaa"),
            (
                "Hướng dẫn!C18: lỗi L466: báo cáo chung ghi “UBND xã Sơn Mùaa”, không rõ là cơ quan nào trong danh mục\n"
                "   gợi ý: sửa lại tên, mỗi tên cách nhau bằng dấu chấm phẩy; gần nhất: “UBND xã Sơn Mùa”.\n"
            ),
        ),
        (
            scribbled,
            (
                "Nhiệm vụ: cảnh báo L470: 2 ô có nội dung nhưng không thuộc chỗ nào của biểu mẫu, không được nhập: "
                "K7 “ghi chú riêng”, L8 “5”\n"
                "   gợi ý: xem các ô này; nội dung nào cần thì ghi vào tệp báo cáo.\n"
                "a.xlsx:Sheet1: cảnh báo L470: 1 ô có nội dung nhưng không thuộc chỗ nào của biểu mẫu, không được nhập: "
                "B2 “Danh sách”\n"
                "   gợi ý: xem các ô này; nội dung nào cần thì ghi vào tệp báo cáo.\n"
            ),
        ),
        (
            hidden_sheet,
            (
                "Bản cũ: cảnh báo L471: trang này đang ẩn và có 1 ô có nội dung, không được nhập\n"
                "   gợi ý: bỏ ẩn trang rồi nhập lại nếu đó là phần trả lời.\n"
            ),
        ),
        (
            answer("Đang thực hiện", "Đã giúp cháu Đinh Thị Lan và 3 em khác."),
            (
                "Nhiệm vụ!G7: lỗi L371: nêu tên một trẻ em hoặc cha mẹ của trẻ (“cháu Đ…”)\n"
                "   gợi ý: bỏ họ tên, chỉ nêu số lượng (Luật Trẻ em 2016, khoản 1 Điều 21; Nghị định 56/2017/NĐ-CP, "
                "Điều 33); nếu buộc phải giữ: ghi lý do ở personal_data, lúc nhập thì thêm --allow-personal-data LÝ_DO.\n"
            ),
        ),
        (
            far_away,
            (
                "Nhiệm vụ!XFD1048576: cảnh báo L474: ô này nằm quá xa, ngoài phạm vi của biểu mẫu; không đọc các ô từ "
                "đây\n   gợi ý: xem ô này (bấm Ctrl+End trong Excel); nội dung nào cần thì chép về bảng.\n"
            ),
        ),
    ],
)
def test_cells(desk: Desk, change: Callable[[FormBook], None], expected: str) -> None:
    form = desk.answered()
    change(form)
    assert told(desk, form) == f"a.xlsx:{expected}".replace("a.xlsx:: ", "a.xlsx: ")


def test_picture_is_told(desk: Desk) -> None:
    raw = with_part(desk.answered().raw(), "xl/media/image1.png", b"\x89PNG")
    assert told(desk, raw) == (
        "a.xlsx: cảnh báo L472: tệp có hình ảnh hoặc hộp văn bản; phần này không đọc được\n"
        "   gợi ý: xem phần này trong tệp; nội dung nào cần thì ghi vào tệp báo cáo.\n"
    )


def test_everything_is_told_at_once_errors_first(desk: Desk) -> None:
    form = desk.answered()
    for change in (number("12 em"), answer("Chưa triển khai", None), scribbled, box("dated", "x")):
        change(form)
    before = desk.plan_files()
    outcome = desk.submit(form)
    assert [line.split(": ")[1][-4:] for line in outcome.err.splitlines() if line.startswith("a.xlsx:")] == [
        "L446",
        "L442",
        "L432",
        "L470",
        "L470",
    ]
    assert outcome.err.endswith(
        "Có 2 lỗi, 3 cảnh báo trong 1 biểu mẫu.\nKhông nhập 1/1 tệp: a.xlsx. Không có tệp nào bị thay đổi.\n"
    )
    assert (outcome.code, desk.plan_files()) == (1, before)


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


VALUES = st.one_of(
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30),
    st.sampled_from(
        ["Đang thực hiện", "II.6", "IV.3", "12 em", "1.234", "12/5", "=A1", "#REF!", "x", "Có", "TT", "Mục"]
    ),
    st.sampled_from([c.title for t in (layout.TASKS, layout.FUNDS) for c in t.columns]),
    st.integers(-(10**6), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([s.name for s in layout.SHEETS]), st.integers(1, 45), st.integers(1, 10), VALUES
        ),
        max_size=12,
    )
)
@settings(max_examples=40)
def test_whatever_is_typed_is_taken_or_told(one_desk: Desk, typed: list[tuple[str, int, int, Any]]) -> None:
    form = one_desk.answered()
    for sheet, row, column, value in typed:
        form[sheet].cell(row, column).value = value
    outcome = one_desk.submit(form, options=("--dry-run",))
    assert outcome.code in (0, 1)
    assert (outcome.code == 1) == (" lỗi L" in outcome.err)
