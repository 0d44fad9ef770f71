"""Documents as Word, a printer or a person makes them, from a few lines: for tests of the readers."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(
    text: str = "", *, style: str = "", num: int | None = None, level: int = 0, props: str = "", run: str = ""
) -> str:
    """A paragraph of one run; `num` numbers it by a list, `run` are properties of its letters."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num is not None else ""
    )
    return f"<w:p><w:pPr>{named}{listed}{props}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run; line ends and tabs become elements as in Word."""
    inner = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    inner = inner.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def tc(*paragraphs: str, props: str = "") -> str:
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def tr(*cells: str, props: str = "") -> str:
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def document(*body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{"".join(body)}</w:body></w:document>'.encode()


def docx(*body: str, **parts: str) -> bytes:
    """A Word document; `parts` such as styles= and numbering= are the inside of those parts."""
    made = {"word/document.xml": document(*body)}
    for name, inner in parts.items():
        made[f"word/{name}.xml"] = f"<w:{name} {_W}>{inner}</w:{name}>".encode()
    return archive(made)


def archive(parts: dict[str, bytes], *, packed: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def levels(*forms: tuple[str, str], number: int = 0, extra: str = "") -> str:
    """A kind of list: for each level how it counts and what it prints."""
    made = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{made}</w:abstractNum>'


def num(number: int, kind: int = 0, inner: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{inner}</w:num>'


Piece = tuple[float, float, str]
"""x, y and words; y counts from the foot of the page."""


class PdfPage:
    """One page being drawn, in points."""

    def __init__(self, size: float = 14) -> None:
        self._size = size
        self._steps: list[str] = []
        self.letters: set[str] = set()
        self.turn = ""

    def text(self, x: float, y: float, words: str, *, font: str = "F1", size: float = 0) -> PdfPage:
        self.letters |= set(words)
        code = "".join(f"{ord(letter):04X}" for letter in words)
        matrix = f"0 1 -1 0 {-y:g} {x:g}" if self.turn else f"1 0 0 1 {x:g} {y:g}"
        self._steps.append(f"BT /{font} {size or self._size:g} Tf {matrix} Tm <{code}> Tj ET")
        return self

    def lines(self, x: float, y: float, *lines: str, leading: float = 19, font: str = "F1") -> PdfPage:
        for n, line in enumerate(lines):
            self.text(x, y - n * leading, line, font=font)
        return self

    def grid(self, xs: list[float], ys: list[float], *, boxes: bool = False) -> PdfPage:
        """Every line between columns and rows; `boxes`: thin filled ones, as Word draws them."""
        for y in ys:
            self._rule(xs[0], y, xs[-1], y, boxes=boxes)
        for x in xs:
            self._rule(x, ys[-1], x, ys[0], boxes=boxes)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        self._rule(x0, y0, x1, y1, boxes=False)
        return self

    def _rule(self, x0: float, y0: float, x1: float, y1: float, *, boxes: bool) -> None:
        if boxes:
            self._steps.append(f"{x0:g} {y0:g} {max(x1 - x0, 0.5):g} {max(y1 - y0, 0.5):g} re f")
        else:
            self._steps.append(f"{x0:g} {y0:g} m {x1:g} {y1:g} l S")

    def raw(self, step: str) -> PdfPage:
        self._steps.append(step)
        return self

    def content(self) -> bytes:
        return "\n".join(self._steps).encode()


def pdf(*pages: PdfPage, trailer: str = "", told: bool = True) -> bytes:
    """A PDF with two fonts, plain (F1) and bold (F2), that tell their letters unless `told` is off."""
    letters = sorted(set().union(*(page.letters for page in pages)))
    pairs = "\n".join(f"<{ord(letter):04X}> <{ord(letter):04X}>" for letter in letters)
    chars = f"{len(letters)} beginbfchar\n{pairs}\nendbfchar\n" if told else ""
    cmap = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{chars}endcmap end"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(_stream(cmap.encode()))
    unicode = " /ToUnicode 3 0 R" if told else ""
    for name in ("TimesNewRoman", "TimesNewRoman-Bold"):
        inner = f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        objects.append(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{inner}]{unicode} >>".encode()
        )
    kids = []
    for page in pages:
        objects.append(_stream(page.content()))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page.turn} /Contents {len(objects)} 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> /XObject << /Im1 << >> >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _pdf_file(objects, trailer)


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _pdf_file(objects: list[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, inner in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(out)
