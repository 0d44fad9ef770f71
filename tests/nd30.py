"""Every departure of a .docx from the layout of Nghị định 30/2020/NĐ-CP (Phụ lục I), told in words."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import chain
from typing import TYPE_CHECKING, Any

from lxml import etree  # type: ignore[import-untyped]

from kehoach_cli.render.word.rule_lines import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = Any
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FONT = "Times New Roman"
MM = 1440 / 25.4
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
ON = (None, "1", "true", "on")


class Paper:
    """A document with what its styles say."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]
        root = etree.fromstring(self.parts["word/styles.xml"])
        self.styles = {s.get(f"{W}styleId"): s for s in root.iter(f"{W}style")}
        self.defaults = root.find(f"{W}docDefaults")
        self.normal = next(
            i
            for i, s in self.styles.items()
            if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"
        )
        targets = etree.fromstring(self.parts["word/_rels/document.xml.rels"])
        self.targets = {t.get("Id"): f"word/{t.get('Target')}" for t in targets}

    def chain(self, id_: str | None) -> Iterator[Element]:
        while id_ is not None and id_ in self.styles:
            yield self.styles[id_]
            based = self.styles[id_].find(f"{W}basedOn")
            id_ = based.get(f"{W}val") if based is not None else None

    def style(self, paragraph: Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return str(found.get(f"{W}val")) if found is not None else self.normal

    def run(self, run: Element, name: str) -> Element | None:
        """A run's property through run, character style, paragraph style and defaults."""
        paragraph = next(run.iterancestors(f"{W}p"))
        own = run.find(f"{W}rPr/{W}rStyle")
        character = self.chain(own.get(f"{W}val")) if own is not None else ()
        for holder in chain([run], character, self.chain(self.style(paragraph))):
            found = holder.find(f"{W}rPr/{W}{name}")
            if found is not None:
                return found
        return self.defaults.find(f"{W}rPrDefault/{W}rPr/{W}{name}")

    def paragraph(self, paragraph: Element, name: str, attribute: str) -> str | None:
        for holder in chain([paragraph], self.chain(self.style(paragraph))):
            found = holder.find(f"{W}pPr/{W}{name}")
            if found is not None and found.get(f"{W}{attribute}") is not None:
                return str(found.get(f"{W}{attribute}"))
        found = self.defaults.find(f"{W}pPrDefault/{W}pPr/{W}{name}")
        return found.get(f"{W}{attribute}") if found is not None else None

    def has(self, paragraph: Element, name: str) -> bool:
        for holder in chain([paragraph], self.chain(self.style(paragraph))):
            found = holder.find(f"{W}pPr/{W}{name}")
            if found is not None:
                return found.get(f"{W}val") in ON
        return False

    def is_on(self, run: Element, name: str) -> bool:
        found = self.run(run, name)
        return found is not None and found.get(f"{W}val") in ON

    def size(self, run: Element) -> float:
        found = self.run(run, "sz")
        return int(found.get(f"{W}val")) / 2 if found is not None else 10

    def sections(self) -> list[Element]:
        return list(self.body.iter(f"{W}sectPr"))


def text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def runs(element: Element) -> list[Element]:
    return [r for r in element.iter(f"{W}r") if text(r)]


def departures(content: bytes, *, is_report: bool = True) -> list[str]:
    """Nothing for a document in order; `is_report` asks for the elements of mẫu 1.4 too."""
    paper = Paper(content)
    rules = [pages, fonts, tables, headings, paragraphs]
    if is_report:
        rules += [letterhead, opening, ending, appendices]
    return [told for rule in rules for told in rule(paper)]


def pages(paper: Paper) -> Iterator[str]:
    """Phần I, mục I: A4, margins, page number."""
    limits = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
    for number, section in enumerate(paper.sections(), 1):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        paper_size = sorted(round(int(size.get(f"{W}{s}")) / MM) for s in "wh")
        if paper_size != [210, 297]:
            yield f"section {number}: {paper_size} is not A4"
        if (int(size.get(f"{W}w")) > int(size.get(f"{W}h"))) != (size.get(f"{W}orient") == "landscape"):
            yield f"section {number}: orientation is not declared"
        for side, (least, most) in limits.items():
            if not least - 0.1 <= int(margins.get(f"{W}{side}")) / MM <= most + 0.1:
                yield f"section {number}: margin {side}"
        if section.find(f"{W}titlePg") is None:
            yield f"section {number}: page number on the first page"
        if section.find(f"{W}pgNumType") is None or section.find(f"{W}pgNumType").get(f"{W}start") != "1":
            yield f"section {number}: numbering does not begin with 1"
        yield from (f"section {number}: {told}" for told in page_number(paper, section))


def page_number(paper: Paper, section: Element) -> Iterator[str]:
    found = {h.get(f"{W}type"): paper.targets[h.get(f"{REL}id")] for h in section.iter(f"{W}headerReference")}
    header = etree.fromstring(paper.parts[found["default"]])
    paragraph = next(header.iter(f"{W}p"))
    if "PAGE" not in "".join(i.text for i in header.iter(f"{W}instrText")):
        yield "no page number in the header"
    if paper.paragraph(paragraph, "jc", "val") != "center":
        yield "page number is not centred"
    if any(not 13 <= paper.size(r) <= 14 for r in header.iter(f"{W}r")):
        yield "page number is not 13–14"
    first = etree.fromstring(paper.parts[found["first"]])
    if "PAGE" in "".join(i.text for i in first.iter(f"{W}instrText")):
        yield "page number in the first page's header"


def fonts(paper: Paper) -> Iterator[str]:
    """One font in every slot, black, nowhere a theme."""
    for name, part in paper.parts.items():
        if b"Theme=" in part and name.endswith(".xml"):
            yield f"{name}: theme font or colour"
        if "/theme/" in name:
            yield f"{name}: a theme"
    roots = [paper.body, *(etree.fromstring(p) for n, p in paper.parts.items() if "word/header" in n)]
    for run in chain.from_iterable(r.iter(f"{W}r") for r in roots):
        font = paper.run(run, "rFonts")
        if font is None or any(font.get(f"{W}{slot}") != FONT for slot in SLOTS):
            yield f"not {FONT} in every slot: {text(run)[:40]}"
        colour = paper.run(run, "color")
        if colour is not None and colour.get(f"{W}val") not in ("000000", "auto"):
            yield f"not black: {text(run)[:40]}"
        sizes = {paper.size(run), int(paper.run(run, "szCs").get(f"{W}val")) / 2}  # type: ignore[union-attr]
        if len(sizes) > 1:
            yield f"two sizes in one run: {text(run)[:40]}"
    for style in paper.styles.values():
        font = style.find(f"{W}rPr/{W}rFonts")
        if font is not None and any(font.get(f"{W}{slot}") != FONT for slot in SLOTS):
            yield f"style {style.get(f'{W}styleId')}: not {FONT}"


def is_ruled(table: Element) -> bool:
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    return borders is not None and any(b.get(f"{W}val") not in ("nil", "none") for b in borders)


def tables(paper: Paper) -> Iterator[str]:
    """Grid and cells agree; ruled tables repeat their head and break no row."""
    for table in paper.body.iter(f"{W}tbl"):
        grid = [int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            cells = [int(c.get(f"{W}w")) for c in row.iter(f"{W}tcW")]
            if sum(cells) != sum(grid):
                yield f"cells and grid disagree: {text(row)[:40]}"
            if row.find(f"{W}trPr/{W}cantSplit") is None:
                yield f"a row may break: {text(row)[:40]}"
        head = table.find(f"{W}tr")
        if (
            is_ruled(table)
            and len(table.findall(f"{W}tr")) > 2
            and head.find(f"{W}trPr/{W}tblHeader") is None
        ):
            yield f"the head is not repeated: {text(head)[:40]}"
        if len(grid) > 4 and (room := width_at(paper, table)) and room < 200 * MM:
            yield f"{len(grid)} columns on a portrait page"


def width_at(paper: Paper, element: Element) -> float:
    """The room between the margins of the section an element of the body stands in."""
    after = paper.body[paper.body.index(element) :]
    section = next(s for e in after for s in ([e] if e.tag == f"{W}sectPr" else e.iter(f"{W}sectPr")))
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return int(size.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))


def outline(paper: Paper, paragraph: Element) -> str | None:
    return paper.paragraph(paragraph, "outlineLvl", "val")


def headings(paper: Paper) -> Iterator[str]:
    """Real heading styles that stay with what follows; parts bold capitals, clauses bold."""
    for paragraph in paper.body.iter(f"{W}p"):
        said, level = text(paragraph), outline(paper, paragraph)
        name = paper.styles[paper.style(paragraph)].find(f"{W}name").get(f"{W}val")
        if level is not None and not paper.has(paragraph, "keepNext"):
            yield f"heading may stand alone: {said[:40]}"
        if re.match(r"[IVX]+\. [A-ZĐÁ]", said) and (name.casefold() != "heading 1" or said != said.upper()):
            yield f"part is no heading 1 in capitals: {said[:40]}"
        bold = all(paper.is_on(r, "b") for r in runs(paragraph))
        if level in ("0", "1") and not bold:
            yield f"heading is not bold: {said[:40]}"


def paragraphs(paper: Paper) -> Iterator[str]:
    """Mục II.6: 13–14, justified, indented 1 or 1.27 cm, 6 pt apart, single to one and a half."""
    for paragraph in paper.body.findall(f"{W}p"):
        said = text(paragraph)
        if not said.strip():
            continue
        if any(not 13 <= paper.size(r) <= 14 for r in runs(paragraph)):
            yield f"size: {said[:40]}"
        line = int(paper.paragraph(paragraph, "spacing", "line") or 240)
        if not 240 <= line <= 360:
            yield f"line spacing {line}: {said[:40]}"
        centred = paper.paragraph(paragraph, "jc", "val") == "center"
        if centred or paper.style(paragraph).startswith(("KinhGui", "NoiNhan")):
            continue
        if paper.paragraph(paragraph, "jc", "val") != "both":
            yield f"not justified: {said[:40]}"
        first = int(paper.paragraph(paragraph, "ind", "firstLine") or 0)
        if first not in (567, 720):
            yield f"first line {first}: {said[:40]}"
        gap = int(paper.paragraph(paragraph, "spacing", "before") or 0) + int(
            paper.paragraph(paragraph, "spacing", "after") or 0
        )
        if gap < 120:
            yield f"paragraphs {gap / 20} pt apart: {said[:40]}"


def letterhead(paper: Paper) -> Iterator[str]:
    """Ô 1, 2, 3, 4 in a table without lines."""
    table = paper.body.find(f"{W}tbl")
    if is_ruled(table):
        yield "letterhead has lines"
    left, right, number, date = table.iter(f"{W}tc")
    agency = [p for p in left.iter(f"{W}p") if text(p)]
    for paragraph in agency:
        if text(paragraph) != text(paragraph).upper():
            yield f"agency not in capitals: {text(paragraph)}"
        yield from sized(paper, paragraph, 12, 13, "agency")
    if not all(paper.is_on(r, "b") for r in runs(agency[-1])):
        yield "agency is not bold"
    motto = [p for p in right.iter(f"{W}p") if text(p)]
    if tuple(map(text, motto)) != MOTTO:
        yield "Quốc hiệu or Tiêu ngữ is not exact"
    for paragraph, (least, most) in zip(motto, ((12, 13), (13, 14)), strict=True):
        yield from sized(paper, paragraph, least, most, "motto")
        if not all(paper.is_on(r, "b") for r in runs(paragraph)):
            yield f"not bold: {text(paragraph)}"
    yield from rule_below(paper, motto[1], 0.98, 1.02)
    yield from rule_below(paper, agency[-1], 1 / 3, 1 / 2)
    yield from number_and_date(paper, number, date)


def number_and_date(paper: Paper, number: Element, date: Element) -> Iterator[str]:
    """Ô 3 and 4: blank for the registry, or two digits below ten (of the months only 01 and 02)."""
    if not re.fullmatch(r"Số: (\d{2,}|\s+)/BC-[A-ZĐ]+(-[A-ZĐ&]+)*", text(number)):
        yield f"number: {text(number)}"
    if not re.fullmatch(rf"{DATE_PLACE}, {DATE}", text(date)):
        yield f"date: {text(date)}"
    if not all(paper.is_on(r, "i") for r in runs(date)):
        yield "date is not italic"


DATE_PLACE = r"[^,]+"
DATE = r"ngày (\s+|0[1-9]|[12]\d|3[01]) tháng (\s+|0[12]|[3-9]|1[0-2]) năm \d{4}"


def sized(paper: Paper, paragraph: Element, least: float, most: float, what: str) -> Iterator[str]:
    if any(not least <= paper.size(r) <= most for r in runs(paragraph)):
        yield f"{what}: size of {text(paragraph)[:40]}"


def rule_below(paper: Paper, paragraph: Element, least: float, most: float) -> Iterator[str]:
    """The rule is the bottom border of the next paragraph, between its indents."""
    rule = paragraph.getnext()
    has_border = any(
        h.find(f"{W}pPr/{W}pBdr/{W}bottom") is not None for h in chain([rule], paper.chain(paper.style(rule)))
    )
    if not has_border:
        yield f"no rule under {text(paragraph)[:40]}"
        return
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    room = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) if cell is not None else width_at(paper, paragraph)
    sides = sum(int(paper.paragraph(rule, "ind", side) or 0) for side in ("left", "right"))
    length = min(text_width(text(paragraph), paper.size(runs(paragraph)[0])) * 20, room)
    if not least <= (room - sides) / length <= most:
        yield f"rule of {(room - sides) / length:.2f} under {text(paragraph)[:40]}"


def opening(paper: Paper) -> Iterator[str]:
    """Ô 5a and 9a: type, trích yếu with its rule, Kính gửi."""
    said = [p for p in paper.body.findall(f"{W}p") if text(p)]
    kind, subject, to = said[:3]
    if text(kind) != "BÁO CÁO":
        yield "no BÁO CÁO"
    for paragraph in (kind, subject):
        if not all(paper.is_on(r, "b") for r in runs(paragraph)):
            yield f"not bold: {text(paragraph)[:40]}"
        if paper.paragraph(paragraph, "jc", "val") != "center":
            yield f"not centred: {text(paragraph)[:40]}"
    yield from rule_below(paper, subject, 1 / 3, 1 / 2)
    if not text(to).startswith("Kính gửi: "):
        yield "no Kính gửi"


def ending(paper: Paper) -> Iterator[str]:
    """«./.» once, then Nơi nhận and signature in one row that stays with the closing."""
    body = "\n".join(text(p) for p in paper.body.findall(f"{W}p"))
    if body.count("./.") != 1:
        yield f"./. {body.count('./.')} times"
    table = next((t for t in paper.body.iter(f"{W}tbl") if "Nơi nhận:" in text(t)), None)
    if table is None:
        yield "no Nơi nhận"
        return
    before = list(table.itersiblings(preceding=True))
    closing = next(e for e in before if text(e))
    if not text(closing).endswith("./.") or not paper.has(closing, "keepNext"):
        yield "the closing may leave the signature alone"
    if len(table.findall(f"{W}tr")) != 1 or is_ruled(table):
        yield "signature is not one row without lines"
    left, right = table.iter(f"{W}tc")
    head, *listed = [p for p in left.iter(f"{W}p") if text(p)]
    yield from sized(paper, head, 12, 12, "Nơi nhận")
    if text(head) != "Nơi nhận:" or not all(paper.is_on(r, "b") and paper.is_on(r, "i") for r in runs(head)):
        yield "Nơi nhận is not bold italic"
    for index, paragraph in enumerate(listed):
        yield from sized(paper, paragraph, 11, 11, "Nơi nhận")
        is_last = index == len(listed) - 1
        if not re.fullmatch(r"- Lưu: VT.*\." if is_last else r"- .*;", text(paragraph)):
            yield f"Nơi nhận: {text(paragraph)}"
    for paragraph in (p for p in right.iter(f"{W}p") if text(p)):
        yield from sized(paper, paragraph, 13, 14, "signature")
        if not all(paper.is_on(r, "b") for r in runs(paragraph)):
            yield "signature is not bold"


def appendices(paper: Paper) -> Iterator[str]:
    """Mục III.1: each on a new page in a section of its own, mentioned in the body, Roman numbers."""
    said = list(paper.body)
    body = text(paper.body).split("Nơi nhận:")[0]
    is_lone = sum(bool(re.match(r"Phụ lục\b", text(e))) and len(text(e)) <= 20 for e in said) == 1
    for index, element in enumerate(said):
        if not re.match(r"Phụ lục\b", text(element)) or element.tag != f"{W}p" or len(text(element)) > 20:
            continue
        if not re.fullmatch(r"Phụ lục" if is_lone else r"Phụ lục [IVX]+", text(element)):
            yield f"appendix number: {text(element)}"
        if said[index - 1].find(f"{W}pPr/{W}sectPr") is None:
            yield f"{text(element)} is in no section of its own"
        section = next(
            s for e in said[index:] for s in ([e] if e.tag == f"{W}sectPr" else e.iter(f"{W}sectPr"))
        )
        kind = section.find(f"{W}type")
        if kind is not None and kind.get(f"{W}val") != "nextPage":
            yield f"{text(element)} begins no page"
        title = said[index + 1]
        if text(title) != text(title).upper() or not all(paper.is_on(r, "b") for r in runs(title)):
            yield f"title of {text(element)}"
        if "Ghi chú: đến ngày" not in body and text(element) not in body:
            yield f"{text(element)} is not mentioned"
