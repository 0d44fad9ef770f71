"""The parts that every Word template shares: styles, header, page, and the zip around them."""
# ruff: noqa: E501, INP001  # sentences stand whole; this folder is no package

from __future__ import annotations

from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONT = "Times New Roman"
FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
MM = 1440 / 25.4  # twips
PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)
TOP, BOTTOM, LEFT, RIGHT, HEADER = (round(v * MM) for v in (20, 20, 30, 15, 10))
PORTRAIT_ROOM = PORTRAIT[0] - LEFT - RIGHT
LANDSCAPE_ROOM = LANDSCAPE[0] - LEFT - RIGHT


def style(id_: str, name: str, size: int, paragraph: str = "", run: str = "", based: str = "Normal") -> str:
    """A paragraph style; `size` in points, `run` of b and i."""
    marks = "".join(f"<w:{m}/><w:{m}Cs/>" for m in run)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr>{FONTS}{marks}<w:color w:val="000000"/><w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
        "</w:rPr></w:style>"
    )


def _built_in(made: str) -> str:
    return made.replace(' w:customStyle="1"', "")


def _shape(
    before: int, after: int, jc: str, *, first: int = 0, line: int = 240, keep: str = "", level: str = ""
) -> str:
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'
    return f'{keep}{spacing}<w:ind w:left="0" w:right="0" w:firstLine="{first}"/><w:jc w:val="{jc}"/>{level}'


def _rule(id_: str, name: str) -> str:
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    spacing = '<w:spacing w:before="40" w:after="0" w:line="60" w:lineRule="exact"/>'
    return style(
        id_,
        name,
        14,
        f'{border}{spacing}<w:ind w:left="1400" w:right="1400" w:firstLine="0"/><w:jc w:val="center"/>',
    )


KEEP = "<w:keepNext/><w:keepLines/>"
STYLES = (
    f'{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{FONTS}<w:color w:val="000000"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f'<w:rPr>{FONTS}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    + _built_in(style("BodyText", "Body Text", 14, _shape(120, 0, "both", first=567, line=264)))
    + _built_in(
        style(
            "Heading1",
            "heading 1",
            14,
            _shape(180, 0, "both", first=567, keep=KEEP, level='<w:outlineLvl w:val="0"/>'),
            "b",
        )
    )
    + _built_in(
        style(
            "Heading2",
            "heading 2",
            14,
            _shape(120, 0, "both", first=567, keep=KEEP, level='<w:outlineLvl w:val="1"/>'),
            "b",
        )
    )
    + _built_in(
        style(
            "Heading3",
            "heading 3",
            14,
            _shape(120, 0, "both", first=567, keep=KEEP, level='<w:outlineLvl w:val="2"/>'),
        )
    )
    + _built_in(style("Title", "Title", 14, _shape(240, 0, "center", keep=KEEP), "b"))
    + _built_in(style("Subtitle", "Subtitle", 14, _shape(0, 0, "center", keep=KEEP), "b"))
    + _built_in(style("Header", "header", 14, _shape(0, 0, "center")))
    + style("QuocHieu", "Quốc hiệu", 13, _shape(0, 0, "center"), "b")
    + style("TieuNgu", "Tiêu ngữ", 14, _shape(0, 0, "center"), "b")
    + style("CoQuanChuQuan", "Cơ quan chủ quản", 13, _shape(0, 0, "center"))
    + style("CoQuan", "Cơ quan ban hành", 13, _shape(0, 0, "center"), "b")
    + style("SoKyHieu", "Số, ký hiệu", 13, _shape(120, 0, "center"))
    + style("NgayThang", "Địa danh, ngày tháng", 14, _shape(120, 0, "center"), "i")
    + _rule("KeBangChu", "Kẻ bằng chữ ở trên")
    + _rule("KeNgan", "Kẻ ngắn dưới chữ")
    + style("KinhGui", "Kính gửi", 14, _shape(240, 120, "center"))
    + style("KinhGuiDong", "Kính gửi, từng dòng", 14, _shape(0, 0, "left", first=2552))
    + style("NoiNhan", "Nơi nhận", 12, _shape(0, 0, "left"), "bi")
    + style("NoiNhanDong", "Nơi nhận, từng dòng", 11, _shape(0, 0, "left"))
    + style("ChuKy", "Chữ ký", 14, _shape(0, 0, "center"), "b")
    + style(
        "PhuLuc", "Phụ lục", 14, _shape(0, 0, "center", keep=KEEP, level='<w:outlineLvl w:val="0"/>'), "b"
    )
    + style("TenPhuLuc", "Tên phụ lục", 14, _shape(0, 0, "center", keep=KEEP), "b")
    + style("KemTheo", "Kèm theo", 14, _shape(0, 60, "center", keep=KEEP), "i")
    + style("DauBang", "Đầu bảng", 13, _shape(20, 20, "center"), "b")
    + style("OBang", "Ô bảng", 13, _shape(10, 10, "left"))
    + style("OBangGiua", "Ô bảng, giữa", 13, _shape(10, 10, "center"))
    + style("Nguon", "Nguồn", 13, _shape(120, 0, "both", first=567), "i")
    + style("YKien", "Nội dung phiếu trình", 13, _shape(120, 0, "both", first=567))
    + style("The", "Thẻ", 11, _shape(0, 0, "left"))
    + style(
        "NgatPhan", "Ngắt phần", 14, '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    )
    + "</w:styles>"
)

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def section(paper: tuple[int, int], *, is_new: bool) -> str:
    """The properties of a section; a new one begins a page and counts from 1."""
    turned = ' w:orient="landscape"' if paper == LANDSCAPE else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/>'
        + ('<w:type w:val="nextPage"/>' if is_new else "")
        + f'<w:pgSz w:w="{paper[0]}" w:h="{paper[1]}"{turned}/><w:pgMar w:top="{TOP}" w:right="{RIGHT}" '
        f'w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="{HEADER}" w:footer="{HEADER}" w:gutter="0"/>'
        '<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>'
    )


def parts(body: str) -> dict[str, bytes]:
    """Everything in a template's zip, by name."""
    overrides = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_TYPE}.styles+xml",
        "/word/settings.xml": f"{_TYPE}.settings+xml",
        "/word/header1.xml": f"{_TYPE}.header+xml",
        "/word/header2.xml": f"{_TYPE}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in overrides.items())
        + "</Types>",
        "_rels/.rels": _relations(
            (f"{_RELATION}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            (f"{_RELATION}/styles", "styles.xml"),
            (f"{_RELATION}/header", "header1.xml"),
            (f"{_RELATION}/header", "header2.xml"),
            (f"{_RELATION}/settings", "settings.xml"),
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{_PARAGRAPH}{_FIELD}</w:p></w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}>{_PARAGRAPH}</w:p></w:hdr>",
        "word/settings.xml": f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
    }
    return {name: (DECLARATION + text).encode() for name, text in texts.items()} | {
        "word/styles.xml": STYLES.encode()
    }


def _relations(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def p(style_id: str, *texts: str, more: str = "") -> str:
    """A paragraph of one run a text; `more` goes into its properties."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r>' for t in texts if t)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{runs}</w:p>'


def tag(code: str) -> str:
    """A paragraph that holds nothing but a tag."""
    return p("The", f"{{%p {code} %}}")


def row_tag(code: str, columns: int) -> str:
    """A row that holds nothing but a tag."""
    return _row([(p("The", f"{{%tr {code} %}}"), columns, 0)])


def _row(cells: list[tuple[str, int, int]], properties: str = "") -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + f"</w:tcPr>{content}</w:tc>"
        for content, span, width in cells
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def row(widths: list[int], cells: list[str], *, is_header: bool = False) -> str:
    """A row that no page break cuts; a header row stands on every page."""
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if is_header else "")
    return _row([(c, 1, w) for c, w in zip(cells, widths, strict=True)], properties)


def wide_row(widths: list[int], first: str, content: str) -> str:
    """A row whose second cell runs to the end."""
    return _row([(first, 1, widths[0]), (content, len(widths) - 1, sum(widths[1:]))], "<w:cantSplit/>")


def table(widths: list[int], rows: list[str], *, is_ruled: bool) -> str:
    """A table of fixed columns, ruled or without any line."""
    kind, size = ("single", 4) if is_ruled else ("nil", 0)
    line = f'w:val="{kind}" w:sz="{size}" w:space="0" w:color="000000"' if is_ruled else 'w:val="nil"'
    sides = "".join(
        f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = 70 if is_ruled else 0
    margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def widths(room: int, *millimetres: float) -> list[int]:
    """Column widths in twips that fill the room; the widest takes what rounding leaves."""
    made = [round(v * room / sum(millimetres)) for v in millimetres]
    made[made.index(max(made))] += room - sum(made)
    return made
