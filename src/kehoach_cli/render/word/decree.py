"""What in a Word document or template leaves the layout of Nghị định 30/2020/NĐ-CP (Phụ lục I)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.word.archive import DOCUMENT, STYLES
from kehoach_cli.render.word.names import PPR, RPR, SECTION, VAL, P, R, w
from kehoach_cli.render.word.rule_lines import SHARES, rule_of
from kehoach_cli.render.word.skeleton import TAG, own_texts, text_of
from kehoach_cli.render.word.styles import read_styles
from kehoach_cli.render.word.tree import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Element = Any  # lxml tells its types nowhere

_TWIPS_A_MM = 1440 / 25.4
_MARGINS = (
    ("top", "trên", 20, 25),
    ("bottom", "dưới", 20, 25),
    ("left", "trái", 30, 35),
    ("right", "phải", 15, 20),
)
"""Phụ lục I, phần I, mục 3: in millimetres."""
_SIZES, _BODY_SIZES = (11, 14), (13, 14)
"""Phụ lục I, mục V: of everything, and of the text."""
_FONT, _SLOTS = "Times New Roman", ("ascii", "hAnsi", "cs")
_STATE, _MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LINKS = "word/_rels/document.xml.rels"
_BLACK = ("000000", "auto")


class Departure(NamedTuple):
    """One departure; `place` is «trang, phần 1», «kiểu chữ …» or a paragraph's text."""

    place: str
    message: str
    hint: str


def departures(parts: Mapping[str, bytes], *, is_letterhead_needed: bool) -> list[Departure]:
    """Every departure once, in the order of the page; parts that are no XML raise MalformedError."""
    paper = _Paper(parts)
    found = [*_pages(paper), *_letters(paper)]
    if is_letterhead_needed:
        found += _letterhead(paper)
    return [*dict.fromkeys(found)]


class _Paper:
    """A document with what its styles say."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.body = parsed(parts[DOCUMENT])
        styles = parsed(parts[STYLES]) if STYLES in parts else None
        found = list(styles.iter(w("style"))) if styles is not None else []
        self.styles = {s.get(w("styleId")): s for s in found}
        self.normal = next(
            (
                s.get(w("styleId"))
                for s in found
                if s.get(w("default")) == "1" and s.get(w("type")) == "paragraph"
            ),
            None,
        )
        default = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}") if styles is not None else None
        self.defaults = [default] if default is not None else []
        links = parsed(parts[_LINKS]) if _LINKS in parts else ()
        self.targets = {link.get("Id"): f"word/{link.get('Target')}" for link in links}

    def value(self, run: Element, paragraph: Element, name: str) -> Element | None:
        """A property of a run's letters: its own, its style's, its paragraph's, the document's."""
        own = run.find(f"{RPR}/{w('rStyle')}")
        style = paragraph.find(f"{PPR}/{w('pStyle')}")
        holders = [run, *self._chain(own.get(VAL) if own is not None else None)]
        holders += self._chain(style.get(VAL) if style is not None else self.normal)
        found = (holder.find(f"{RPR}/{w(name)}") for holder in [*holders, *self.defaults])
        return next((f for f in found if f is not None), None)

    def _chain(self, id_: str | None) -> list[Element]:
        found: list[Element] = []
        while id_ in self.styles and self.styles[id_] not in found:
            found.append(self.styles[id_])
            based = found[-1].find(w("basedOn"))
            id_ = based.get(VAL) if based is not None else None
        return found


def _pages(paper: _Paper) -> Iterator[Departure]:
    """Phụ lục I, phần I: khổ giấy, lề, số trang."""
    sections = list(paper.body.iter(SECTION))
    if not sections:
        yield Departure("trang", "mẫu không khai khổ giấy, lề trang", "đặt khổ A4 và lề trong Layout.")
    for number, section in enumerate(sections, 1):
        place = "trang" if len(sections) == 1 else f"trang, phần {number}"
        yield from (
            Departure(place, *told) for told in (*_paper_size(section), *_page_number(section, paper))
        )


def _paper_size(section: Element) -> Iterator[tuple[str, str]]:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    sides = sorted(_mm(size, side) for side in ("w", "h")) if size is not None else []
    if [round(side) for side in sides] != [210, 297]:
        yield "khổ giấy không phải A4 (mục 1)", "Layout → Size → A4."
    for side, name, least, most in _MARGINS:
        width = _mm(margins, side) if margins is not None else 0
        if not least - 0.2 <= width <= most + 0.2:
            told = f"lề {name} {width:.0f} mm; quy định {least} - {most} mm (mục 3)"
            yield told, f"Layout → Margins: lề {name} {least} - {most} mm."


def _mm(element: Element, name: str) -> float:
    value = element.get(w(name), "0")
    return abs(int(value)) / _TWIPS_A_MM if value.lstrip("-").isdecimal() else 0


def _page_number(section: Element, paper: _Paper) -> Iterator[tuple[str, str]]:
    """Mục 5: giữa lề trên, không hiện ở trang đầu. A section without headers has those before it."""
    named = {
        h.get(w("type")): paper.targets.get(h.get(_RELATION), "") for h in section.iter(w("headerReference"))
    }
    is_first = next(paper.body.iter(SECTION)) is section
    header = paper.parts.get(named.get("default", ""), b"")
    if ("default" in named or is_first) and not re.search(rb"\bPAGE\b", header):
        yield "không có số trang ở lề trên (mục 5)", "Insert → Page Number → Top of Page, ở giữa."
    if section.find(w("titlePg")) is None:
        yield "số trang hiện cả ở trang đầu (mục 5)", "trong Header chọn Different First Page."


def _letters(paper: _Paper) -> Iterator[Departure]:
    """Phụ lục I, phần I, mục 2 and mục V: phông, màu, cỡ chữ."""
    headers = [
        parsed(paper.parts[p])
        for p in sorted(paper.parts)
        if re.fullmatch(r"word/(header|footer)\d*\.xml", p)
    ]
    for root in (paper.body, *headers):
        for paragraph in root.iter(P):
            shown = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", text_of(paragraph)).strip()
            if not shown:
                continue
            is_body = root is paper.body and not any(a.tag == w("tc") for a in paragraph.iterancestors())
            for message, hint in _of_letters(paragraph, paper, is_body=is_body):
                yield Departure(text_of(paragraph), message, hint)


def _of_letters(paragraph: Element, paper: _Paper, *, is_body: bool) -> Iterator[tuple[str, str]]:
    runs = {t.getparent() for t in own_texts(paragraph) if (t.text or "").strip()}
    for run in (r for r in paragraph.iter(R) if r in runs):
        font = paper.value(run, paragraph, "rFonts")
        if font is None or any(
            font.get(w(f"{slot}Theme")) or font.get(w(slot)) != _FONT for slot in _SLOTS[:2]
        ):
            named = (font.get(w("ascii")) if font is not None else None) or "phông của chủ đề (theme)"
            yield f"phông chữ {named}; quy định {_FONT} (mục 2)", f"chọn đoạn này, đặt phông {_FONT}."
        colour = paper.value(run, paragraph, "color")
        if colour is not None and (colour.get(w("themeColor")) or colour.get(VAL) not in _BLACK):
            yield "chữ không phải màu đen (mục 2)", "chọn đoạn này, đặt màu chữ Automatic."
        size = paper.value(run, paragraph, "sz")
        points = int(size.get(VAL)) / 2 if size is not None and size.get(VAL, "").isdecimal() else 10
        least, most = _BODY_SIZES if is_body else _SIZES
        if not least <= points <= most:
            told = f"cỡ chữ {points:g}; quy định {least} - {most} (mục V)"
            yield told, f"chọn đoạn này, đặt cỡ chữ {least} - {most}."


def _letterhead(paper: _Paper) -> Iterator[Departure]:
    """Mục II.1, II.2: Quốc hiệu, Tiêu ngữ word for word; the rules below them."""
    said = {_plain(text_of(p)): p for p in paper.body.iter(P)}
    for words, name in ((_STATE, "Quốc hiệu"), (_MOTTO, "Tiêu ngữ")):
        if _plain(words) in said:
            continue
        near = next((s for s in said if _like(s, words)), "")
        told = f"{name} phải đúng từng chữ “{words}” (mục II.1)"
        yield Departure(near or "trang", told, f"sửa thành “{words}”.")
    styles = read_styles(paper.parts.get(STYLES, b"<none/>"))
    ruled = {rule_of(style.get(VAL), styles) for style in paper.body.iter(w("pStyle"))}
    has_drawn = any(True for _ in paper.body.iter(w("drawing"), w("pict")))
    for style, under in zip(SHARES, ("Tiêu ngữ", "tên cơ quan ban hành, trích yếu"), strict=True):
        if style not in ruled and not has_drawn:
            told = f"thiếu đường kẻ dưới {under} (mục II.1, II.2)"
            yield Departure(
                "trang", told, f"thêm sau đó một đoạn trống có kiểu {style}, như trong mẫu đi kèm."
            )


def _plain(text: str) -> str:
    """As one compares: NFC, one blank, «HOÀ» as «HÒA» (the decree writes both)."""
    text = unicodedata.normalize("NFC", " ".join(TAG.sub("", text).split()))
    return text.replace("HOÀ", "HÒA")


def _like(said: str, words: str) -> bool:
    """Two in three of the words stand there."""
    wanted = set(words.casefold().replace("-", " ").split())
    return len(wanted & set(said.casefold().replace("-", " ").split())) * 3 >= len(wanted) * 2
