"""Cells of a workbook as they are written by whatever program, read within bounds."""

from __future__ import annotations

import re
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form_books import FormBook, packed, parts_of
from kehoach_cli.intake.cells import Cell, clean, column_name, position
from kehoach_cli.intake.guard import Unreadable
from kehoach_cli.intake.workbook import plain_number, read_book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = f"{RELATIONS}/worksheet"


def book(sheet: str, strings: str = "", styles: str = "", workbook: str = "", namespace: str = MAIN) -> bytes:
    """A workbook with one sheet «A», its parts as few as any program writes."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{RELATIONS}">{workbook}<sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{SHEET}" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{namespace}">{strings}</sst>'
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{namespace}">{styles}</styleSheet>'
    return packed({name: text.encode() for name, text in parts.items()})


WHOLE = FormBook().raw()


def cells(raw: bytes) -> list[tuple[str, str, str]]:
    """Address, value and kind."""
    [sheet] = read_book(raw).sheets
    return [(c.address, c.value, c.kind) for row in sheet.rows.values() for c in row.values()]


def test_texts_of_every_kind() -> None:
    strings = (
        "<si><t>Đang</t></si>"
        "<si><r><t>Kết </t></r><r><rPr/><t>quả</t></r><rPh><t>phiên âm</t></rPh></si>"
        '<si><t xml:space="preserve">  dòng 1_x000D_\ndòng 2 </t></si>'
        "<si><t>_x005F_x0041_</t></si><si><t> </t></si>"
    )
    sheet = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
        '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>trong ô</t></is></c><c r="B2" t="b"><v>1</v></c>'
        '<c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="d"><v>2025-05-12T00:00:00</v></c><c r="E2"/></row>'
    )
    assert cells(book(sheet, strings)) == [
        ("A1", "Đang", "text"),
        ("B1", "Kết quả", "text"),
        ("C1", "dòng 1\ndòng 2", "text"),
        ("D1", "_x0041_", "text"),
        ("A2", "trong ô", "text"),
        ("B2", "TRUE", "truth"),
        ("C2", "#N/A", "error"),
        ("D2", "2025-05-12", "date"),
    ]


def test_numbers_are_what_their_format_shows() -> None:
    codes = [
        "General",
        "0",
        "dd/mm/yyyy",
        '#,##0 "đồng"',
        "[$-42A]d mmmm yyyy",
        "0.00%",
        "[Red]0;[Blue]-0",
        "h:mm",
        "@",
    ]
    styles = (
        "<numFmts>"
        + "".join(
            f'<numFmt numFmtId="{164 + n}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
            for n, code in enumerate(codes)
        )
        + '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
        + "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(codes)))
        + '<xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>'
    )
    values = ["12", "12.5", "45789", "125500000", "45789", "0.985", "7", "0.5", "1E3", "45789.75", "0.5"]
    sheet = '<row r="1">' + "".join(f'<c s="{n}"><v>{v}</v></c>' for n, v in enumerate(values)) + "</row>"
    assert [pair[1:] for pair in cells(book(sheet, styles=styles))] == [
        ("12", "number"),
        ("12.5", "number"),
        ("2025-05-12", "date"),
        ("125500000", "number"),
        ("2025-05-12", "date"),
        ("98.5", "percent"),
        ("7", "number"),
        ("0.5", "number"),
        ("1000", "number"),
        ("2025-05-12", "date"),
        ("50", "percent"),
    ]


def test_digits_beyond_what_a_sheet_computes_are_dropped() -> None:
    assert [plain_number(n) for n in (0.1 + 0.2, 98.700000000000003, 1e-7, -0.0, 123456789012345.0)] == [
        "0.3",
        "98.7",
        "0.0000001",
        "0",
        "123456789012345",
    ]


@pytest.mark.parametrize("value", ["NaN", "inf", "1e400", "mười", "9" * 400])
def test_what_is_no_number_stays_text(value: str) -> None:
    assert cells(book(f"<row><c><v>{value}</v></c></row>"))[0][2] == "text"


def test_formulas_are_seen_with_and_without_a_last_result() -> None:
    sheet = (
        "<row><c><f>SUM(B1:B2)</f><v>3</v></c><c><f>A1</f></c>"
        '<c t="str"><f t="shared" si="0"/><v>chữ</v></c></row>'
    )
    [sheet_] = read_book(book(sheet)).sheets
    assert [c for row in sheet_.rows.values() for c in row.values()] == [
        Cell("A", 1, 1, "3", "formula", "=SUM(B1:B2)"),
        Cell("A", 1, 2, "", "formula", "=A1"),
        Cell("A", 1, 3, "chữ", "formula", "="),
    ]


def test_positions_may_be_left_out_and_namespaces_may_differ() -> None:
    sheet = '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    expected = [("B3", "1", "number"), ("C3", "2", "number"), ("A4", "3", "number")]
    assert cells(book(sheet)) == expected
    assert cells(book(sheet, namespace=STRICT)) == expected


def test_merged_cells_and_hidden_sheets() -> None:
    form = FormBook()
    form.tasks.merge_cells("F7:F9")
    form.tasks["F7"] = "Đang thực hiện"
    sheets = {s.name: s for s in read_book(form.raw()).sheets}
    tasks = sheets["Nhiệm vụ"]
    assert (7, 6, 9, 6) in tasks.merged
    over = tasks.cell_over(9, 6)
    assert over is not None
    assert over.address == "F7"
    assert tasks.cell_over(10, 6) is None
    assert [s.name for s in sheets.values() if s.is_hidden] == ["_kehoach"]


def test_far_cells_cost_nothing() -> None:
    sheet = '<dimension ref="A1:XFD1048576"/><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    tracemalloc.start()
    [found] = read_book(book(sheet)).sheets
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.rows, found.beyond) == ({}, "XFD1048576")
    assert peak < 2_000_000


def test_bomb_is_stopped_while_it_inflates() -> None:
    raw = book("<row><c><v>1</v></c></row>" * 4_000_000)
    assert len(raw) < 1_000_000
    begun = time.perf_counter()
    tracemalloc.start()
    with pytest.raises(Unreadable) as refused:
        read_book(raw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.code == "L404"
    assert peak < 5_000_000
    assert time.perf_counter() - begun < 5


def test_size_that_lies_is_not_believed() -> None:
    """The list at the end says 10 bytes; what comes out is counted (or the sum of bytes does not fit)."""
    raw = bytearray(book("<row><c><v>1</v></c></row>" * 2_000_000))
    for match in re.finditer(b"PK\x01\x02", bytes(raw)):
        raw[match.start() + 24 : match.start() + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable) as refused:
        read_book(bytes(raw))
    assert refused.value.code in ("L403", "L404")


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/etc/passwd", "C:\\x", "worksheets/none.xml"])
def test_sheet_whose_part_is_not_in_the_archive_is_named(target: str) -> None:
    raw = book("<row><c><v>1</v></c></row>")
    parts = parts_of(raw)
    relations = parts["xl/_rels/workbook.xml.rels"].replace(b"worksheets/sheet1.xml", target.encode())
    with pytest.raises(Unreadable) as refused:
        read_book(packed({**parts, "xl/_rels/workbook.xml.rels": relations}))
    assert (refused.value.code, refused.value.words) == ("L403", {"what": "thiếu phần của trang “A”"})


def test_sheet_without_a_relation_is_named_and_one_that_is_a_chart_is_none() -> None:
    parts = parts_of(book("<row><c><v>1</v></c></row>"))
    name = "xl/_rels/workbook.xml.rels"
    with pytest.raises(Unreadable) as refused:
        read_book(packed({**parts, name: parts[name].replace(b"rId1", b"rId2")}))
    assert refused.value.words == {"what": "thiếu phần của trang “A”"}
    chart = parts[name].replace(SHEET.encode(), SHEET.replace("worksheet", "chartsheet").encode())
    assert read_book(packed({**parts, name: chart})).sheets == ()


@given(st.data())
@settings(max_examples=60)
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.just(len(raw)), st.integers(0, len(raw))))
    try:
        read_book(bytes(raw[:end]))
    except Unreadable:
        return


@given(st.data())
@settings(max_examples=60)
def test_any_damage_to_a_part_is_read_or_refused(data: st.DataObject) -> None:
    parts = parts_of(WHOLE)
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        read_book(packed({**parts, name: bytes(content)}))
    except Unreadable:
        return


def test_addresses() -> None:
    assert [column_name(n) for n in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert [position(a) for a in ("A1", "$AA$27", "xfd1048576", "A", "1", "A1:B2", "")] == [
        (1, 1),
        (27, 27),
        (1048576, 16384),
        None,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "clean_text"),
    [
        ("  a\xa0 b\t", "a b"),
        ("a\r\nb\rc\x0bd\x85e\u2028f", "a\nb\nc\nd\ne\nf"),
        ("a\n\n\n\nb\n", "a\n\nb"),
        ("tie\u0302\u0301ng Vie\u0323\u0302t", "tiếng Việt"),
        ("a\u200bb\ufeff\xad", "ab"),
        ("a\x00b\x1bc\ud800", "a b c"),
        ("\u202eabc", "abc"),
    ],
)
def test_clean(text: str, clean_text: str) -> None:
    assert clean(text) == clean_text
