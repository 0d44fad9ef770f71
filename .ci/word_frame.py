"""What several Word templates share in words: letterhead, signature, conditions and loops."""
# ruff: noqa: INP001, D103  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_parts import PORTRAIT_ROOM, p, row, section, table, tag, widths

BODY, H1, H2, H3 = "BodyText", "Heading1", "Heading2", "Heading3"
CELL, MIDDLE = "OBang", "OBangGiua"
KEEP_NEXT = "<w:keepNext/>"
GAP = '<w:keepNext/><w:spacing w:before="120" w:after="0" w:line="20" w:lineRule="exact"/>'
SPACE_BEFORE_SIGNATURE = '<w:spacing w:before="200" w:after="0" w:line="20" w:lineRule="exact"/>'


def when(condition: str, *content: str) -> str:
    """Paragraphs under a condition."""
    return tag(f"if {condition}") + "".join(content) + tag("endif")


def each(loop: str, *content: str) -> str:
    """Paragraphs once for every thing in a list."""
    return tag(f"for {loop}") + "".join(content) + tag("endfor")


def letterhead(left: str, *, number: str) -> str:
    columns = widths(PORTRAIT_ROOM, 63, 102)
    right = (
        p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + p("KeBangChu")
    )
    date = p("NgayThang", "{{ giay.place }}, {{ ngay(giay) }}")
    rows = [row(columns, [left + p("KeNgan"), right]), row(columns, [p("SoKyHieu", number), date])]
    return table(columns, rows, is_ruled=False)


def signature() -> str:
    columns = widths(PORTRAIT_ROOM, 80, 85)
    left = p("NoiNhan", "Nơi nhận:") + each(
        'noi in giay.recipients or ["Như trên"]', p("NoiNhanDong", "- {{ noi }};")
    )
    left += p("NoiNhanDong", "- Lưu: {{ giay.archive }}.")
    right = (
        each("dong in giay.signature", p("ChuKy", "{{ dong }}"))
        + when("not giay.signature", p("ChuKy", "[Ghi chú: bổ sung quyền hạn, chức vụ của người ký.]"))
        + p("ChuKy") * 5
        + p("ChuKy", '{{ giay.signer or "" }}')
    )
    return p("NgatPhan", more=KEEP_NEXT + SPACE_BEFORE_SIGNATURE) + table(
        columns, [row(columns, [left, right])], is_ruled=False
    )


def section_break(paper: tuple[int, int], *, is_new: bool) -> str:
    return p("NgatPhan", more=section(paper, is_new=is_new))
