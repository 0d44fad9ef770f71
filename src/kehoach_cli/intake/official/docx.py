"""A Word document as blocks: paragraphs with the numbers Word prints, tables, text boxes, in reading order.

Not read: headers and footers (page numbers, running heads), comments, pictures, charts, a table of contents
(its words stand in the headings). Footnotes are kept apart from the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.guard import Unreadable
from kehoach_cli.intake.official.blocks import Paragraph, Table
from kehoach_cli.intake.official.docx_numbering import Numbering
from kehoach_cli.intake.official.docx_parts import DocxParts
from kehoach_cli.intake.official.docx_styles import Style, Styles, over, paragraph_says
from kehoach_cli.intake.official.docx_tables import Content, nested_text, table_of
from kehoach_cli.intake.official.docx_text import LetterReader, Letters
from kehoach_cli.intake.official.docx_xml import child, local, value
from kehoach_cli.intake.official.kinds import refuse_archive

if TYPE_CHECKING:
    from kehoach_cli.intake.official.docx_xml import Element

    Block = Paragraph | Table

_PASSED = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


class Document(NamedTuple):
    """The body as it stands in the file, line ends and tabs included, and the footnotes."""

    blocks: list[Block]
    notes: list[str]


def read_docx(raw: bytes) -> Document:
    """Unreadable for what is no Word document, locked, broken or without bounds."""
    parts = DocxParts(raw)
    if not parts.main():
        refuse_archive(parts.names())
    body = child(parts.tree(parts.main()), "body")
    if body is None:
        raise Unreadable("L603", what="thiếu phần thân văn bản")
    styles = Styles(parts.beside_main("styles"))
    reader = _BodyReader(styles, Numbering(parts.beside_main("numbering"), styles))
    reader.read(body)
    return Document(reader.blocks, _notes(parts.beside_main("footnotes"), styles))


class _BodyReader:
    """Walks the body once; lists count on from cell to paragraph to text box as Word prints them."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.blocks: list[Block] = []
        self._styles, self._numbering = styles, numbering
        self._letters = LetterReader(styles)
        self._paragraphs = self._tables = 0
        self._carried = ""  # letters of paragraphs whose end was deleted

    def read(self, element: Element) -> None:
        for inner in element:
            name = local(inner.tag)
            if name == "p":
                self._paragraph(inner)
            elif name == "tbl":
                self._table(inner)
            elif name in _PASSED:
                self.read(inner)
            elif name == "AlternateContent" and len(inner):
                self.read(inner[0])

    def _paragraph(self, element: Element) -> None:
        paragraph, boxes = self._read(element)
        if paragraph.text.strip():
            self._paragraphs += 1
            self.blocks.append(paragraph._replace(place=f"đoạn {self._paragraphs}"))
        for box in boxes:
            self.read(box)

    def _read(self, element: Element) -> tuple[Paragraph, tuple[Element, ...]]:
        properties = child(element, "pPr")
        style, style_id = self._style_of(properties)
        said = self._letters.read(element, style)
        if _end_is_deleted(properties):
            self._carried += said.text
            return Paragraph("", ""), said.boxes
        number = self._numbering.next(style.numbering, style.depth, style_id)
        text = "" if style.contents else self._carried + said.text
        self._carried = ""
        marks = (said.bold, said.italic, bool(style.centred))
        return Paragraph(text, "", number, *marks, style.level or 0), said.boxes

    def _style_of(self, properties: Element) -> tuple[Style, str]:
        """The style of a paragraph with what the paragraph says itself."""
        named = child(properties, "pStyle") if properties is not None else None
        style_id = value(named) if named is not None else self._styles.default
        style = self._styles.get(style_id)
        if properties is None:
            return style, style_id
        return over(paragraph_says(properties, None), style), style_id

    def _table(self, element: Element) -> None:
        self._tables += 1
        table = table_of(element, f"bảng {self._tables}", self._cell)
        if any(cell.text for row in table.rows for cell in row.cells):
            self.blocks.append(table)

    def _cell(self, tc: Element) -> Content:
        """The lines of a cell, automatic numbers in front; a table within it as lines."""
        found: list[tuple[str, bool]] = []
        self._lines(tc, found)
        filled = [(text, bold) for text, bold in found if text]
        return Content(
            "\n".join(text for text, _ in filled), bool(filled) and all(bold for _, bold in filled)
        )

    def _lines(self, element: Element, found: list[tuple[str, bool]]) -> None:
        for inner in element:
            name = local(inner.tag)
            if name == "p":
                paragraph, boxes = self._read(inner)
                found.append((paragraph.words.strip(), paragraph.bold or not paragraph.text.strip()))
                for box in boxes:
                    self._lines(box, found)
            elif name == "tbl":
                found.append((nested_text(table_of(inner, "", self._cell)), False))
            elif name in _PASSED:
                self._lines(inner, found)


def _end_is_deleted(properties: Element) -> bool:
    """A deleted end of a paragraph (tracked): its words go on in the next one."""
    r_pr = child(properties, "rPr") if properties is not None else None
    return r_pr is not None and any(local(inner.tag) in {"del", "moveFrom"} for inner in r_pr)


def _notes(root: Element, styles: Styles) -> list[str]:
    """The footnotes in their order, without the lines that part them from the text."""
    reader = LetterReader(styles)
    found = []
    for note in root if root is not None else ():
        if value(note, "type") in {"", "normal"}:
            lines: list[Letters] = [reader.read(p, Style()) for p in note.iter() if local(p.tag) == "p"]
            found.append(" ".join(line.text for line in lines))
    return [note for note in found if note.strip()]
