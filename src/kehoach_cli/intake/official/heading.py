"""The head of a document: number, date, issuer, title, basis; a plan wrapped in a decision included."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.draft import Heading
from kehoach_cli.intake.official.foot import foot_of
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.intake.official.lines import Line

_MOST_LINES = 60  # of a head with its basis
_TYPES = (
    "KẾ HOẠCH HÀNH ĐỘNG", "KẾ HOẠCH LIÊN NGÀNH", "KẾ HOẠCH PHỐI HỢP", "KẾ HOẠCH", "QUYẾT ĐỊNH",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH CÔNG TÁC", "CHƯƠNG TRÌNH PHỐI HỢP", "CHƯƠNG TRÌNH", "ĐỀ ÁN",
    "PHƯƠNG ÁN", "CHỈ THỊ", "NGHỊ QUYẾT", "THÔNG BÁO", "HƯỚNG DẪN", "KẾT LUẬN", "QUY CHẾ", "BÁO CÁO",
    "TỜ TRÌNH", "CÔNG ĐIỆN", "DỰ ÁN", "DANH MỤC",
)  # fmt: skip
_TYPE = re.compile(rf"\W*({'|'.join(_TYPES)})\b(?!,)\W*(.*)$", re.IGNORECASE)
# 61/KH-UBND, 61 /KH-UBND, 55/2007/QĐ-UBND, 12-KH/ĐU; a blank before the slash is no number at all
_LETTERS = r"[A-ZĐ][A-Za-zĐđƯưÂÊÔƠ&0-9]*"
_SYMBOL = rf"(?:\s*[/-]\s*\d{{4}})?\s*[/-]\s*{_LETTERS}(?:\s?[-/.]\s?{_LETTERS})*"
_NUMBER = re.compile(rf"\bSố\s*:?\s*(\d[\d.]*[a-z]?{_SYMBOL})")
_NUMBER_BEGUN = re.compile(r"Số\s*[:\d/.…]")
_DATED = re.compile(r"([^\d;:]*?),?\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_DAY_BEGUN = re.compile(r"\bngày(?:\s*\d{1,2}(?:\s*tháng(?:\s*\d{1,2}(?:\s*năm)?)?)?)?$", re.IGNORECASE)
_ATTACHED = re.compile(
    rf"[Kk]èm theo .{{0,40}}?số:?\s*(\d[\d.]*[a-z]?{_SYMBOL})"
    r".{0,20}?ngày\s*(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})\s*(?:/|năm)\s*(\d{4})"
)
_SUBJECT = re.compile(r"\(?\s*V/v:?\s+(.+?)\)?$|^\(?Về việc:?\s+(.+?)\)?$")
_NATION = re.compile(r"CỘNG H[OÒ][AÀ]? XÃ HỘI.*|ĐẢNG CỘNG SẢN VIỆT NAM.*|Độc lập\s*[-–].*", re.IGNORECASE)
# the nation's name where a narrow column breaks it, folded
_NATION_NAMES = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
# a decision whose copy has lost the line «QUYẾT ĐỊNH» above its title
_BARE_TITLE = re.compile(r"(?:VỀ VIỆC )?(?:BAN HÀNH|PHÊ DUYỆT) ")
_BASIS = re.compile(
    r"(?:Căn cứ|Theo |Xét|Để |Nhằm |Trên cơ sở|Tiếp tục thực hiện|"
    r"(?:Triển khai )?(?:thực hiện|thi hành) .{0,60}?\b(?:số|ngày|của)\b)",
    re.IGNORECASE,
)
_STOPS = re.compile(r"(?:Kính gửi|Điều \d|Nơi nhận|Phần |PHẦN |PHỤ LỤC|Phụ lục|BIỂU )")
# «ỦY BAN NHÂN DÂN TỈNH …» below the title of a decision: who decides, no more of the title
_DECIDES = re.compile(
    r"[ỦU][ỶY] BAN NHÂN DÂN|CHỦ TỊCH|BAN THƯỜNG VỤ|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|TỔNG"
)
_OPENING = re.compile(r"^(?:Căn cứ|(?:Triển khai )?[Tt]hực hiện|[Tt]hi hành|Theo)\s+")
_ISSUES = re.compile(
    r"[;,]\s*(?:theo|xét) đề nghị|[;,.]\s+(?:UBND|[ỦU][ỷy] ban|Ban )[^;]{0,80}? (?:ban hành|xây dựng)"
)
_PROPOSED = re.compile(r"(?:Theo|Xét) (?:đề nghị|Tờ trình)", re.IGNORECASE)
_DOCUMENT = r"(?:Luật|Nghị|Quyết|Chỉ|Kế|Công|Chương|Thông|Kết|Hướng|Đề|Văn|Báo|Tờ)\b"
_NEXT_DOCUMENT = re.compile(rf";\s+(?:căn cứ\s+)?(?={_DOCUMENT})", re.IGNORECASE)
_LETTERHEAD = 15
_LONG_TITLE = 600
_SHORT_LINE = 160


class _Found(NamedTuple):
    """Where the head's parts stand among the lines."""

    kind_at: int | None
    title: str | None
    after_title: int


def heading_of(lines: Sequence[Line]) -> Heading:
    """What the head and the foot of the document say, as printed; blank numbers and days stay None.

    Of a plan issued with a decision the decision's own number, day and title count: it is what people cite.
    """
    head = lines[:_MOST_LINES]
    found = _find_title(head)
    above = [line.text for line in head[: found.kind_at if found.kind_at is not None else len(head)]]
    number, issued = _number_of(above), _date_of(above)
    if number is None or issued is None:
        number, issued = _attached(head, number, issued)
    foot = foot_of(lines)
    return Heading(
        number,
        issued and issued[1],
        _issuer(above),
        (issued and issued[0]) or None,
        found.title or _subject(above),
        _basis(head[found.after_title :]),
        foot.recipients,
        foot.signature,
        foot.signer,
    )


def body_start(lines: Sequence[Line]) -> int:
    """How many lines the letterhead and the title take; what follows them is the plan itself."""
    head = lines[:_MOST_LINES]
    found = _find_title(head)
    if found.kind_at is not None:
        return found.after_title
    opening = [n for n, line in enumerate(head[:_LETTERHEAD]) if _opens_letter(line.text)]
    return _below_receivers(head, opening[-1] + 1 if opening else 0)


def _below_receivers(head: Sequence[Line], at: int) -> int:
    """The line under «Kính gửi: …» and the list of those a letter is sent to."""
    if at >= len(head) or not head[at].text.startswith("Kính gửi"):
        return at
    listed = takewhile(lambda line: line.mark is not None and line.mark.bullet, head[at + 1 :])
    below = sum(1 for _ in listed)
    return at + 1 + below if below else at


def _opens_letter(text: str) -> bool:
    return bool(
        _NUMBER.search(text)
        or _SUBJECT.search(text)
        or _NATION.match(text)
        or (_DATED.match(text) and len(text) < _SHORT_LINE)
    )


def _find_title(head: Sequence[Line]) -> _Found:
    for index, line in enumerate(head):
        match = _TYPE.fullmatch(line.text) if line.mark is None else None
        if line.mark is None and line.text.isupper() and _BARE_TITLE.match(line.text):
            return _title_from(head, index - 1, "")._replace(kind_at=index)
        if match is not None and not match[2] and line.text.endswith(":"):
            continue  # «QUYẾT ĐỊNH:» over the articles
        if match is None or (match[1] != match[1].upper() and not _looks_like_title(line)):
            continue
        if match[2] and len(match[2]) < 4:  # noqa: PLR2004 - «QUYẾT ĐỊNH:» and the like, not a title
            continue
        return _title_from(head, index, match[2].strip(" :*"))
    return _Found(None, None, 0)


def _looks_like_title(line: Line) -> bool:
    return line.centred or line.bold or line.level > 0


def _title_from(head: Sequence[Line], index: int, begun: str) -> _Found:
    """The lines after «KẾ HOẠCH» as long as they go on as the first of them began."""
    parts = [begun] if begun else []
    at = index + 1
    while at < len(head) and _is_title_line(head[at], parts):
        parts.append(head[at].text)
        at += 1
    title = " ".join(parts).strip(" *.") if parts else None
    return _Found(index, title, at)


def _is_title_line(line: Line, parts: list[str]) -> bool:
    text = line.text
    if line.mark is not None or text.startswith("(") or _STOPS.match(text) or len(text) > _LONG_TITLE:
        return False
    if not parts:
        return not text.endswith(";") and not text.startswith("Căn cứ ")
    if text.endswith((";", ":", ".")) or _TYPE.fullmatch(text):
        return False
    so_far = " ".join(parts)
    if so_far.isupper():
        return text.isupper() and _DECIDES.match(text) is None
    is_alike = text[0].islower() or (_looks_like_title(line) and not _BASIS.match(text))
    return is_alike and len(text) < _SHORT_LINE


def _number_of(lines: list[str]) -> str | None:
    match = next((m for line in lines if (m := _NUMBER.search(line))), None)
    return re.sub(r"\s+", "", match[1]) if match else None


def _date_of(lines: list[str]) -> tuple[str | None, date] | None:
    broken = [f"{line} {below}" for line, below in pairwise(lines) if _DAY_BEGUN.search(line)]
    for line in (*lines, *broken):
        match = _DATED.search(line) if len(line) < _SHORT_LINE else None
        if match is not None and (day := _day(*match.groups()[1:])) is not None:
            place = _NATION.sub("", _NUMBER.sub("", match[1])).strip(" ,.*")
            return place or None, day
    return None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _attached(
    head: Sequence[Line], number: str | None, issued: tuple[str | None, date] | None
) -> tuple[str | None, tuple[str | None, date] | None]:
    """«(Ban hành kèm theo Quyết định số … ngày …)» where the document has no letterhead of its own."""
    match = next((m for line in head if (m := _ATTACHED.search(line.text))), None)
    if match is None or number is not None:
        return number, issued
    day = _day(*match.groups()[1:])
    return re.sub(r"\s+", "", match[1]), issued or (None if day is None else (None, day))


def _issuer(lines: list[str]) -> str | None:
    """The lines above the number in capitals, without the nation's name and motto."""
    parts: list[str] = []
    for line in lines:
        if _NUMBER.search(line) or _NUMBER_BEGUN.match(line):
            break
        words = _NATION.sub("", line).strip(" *-_–|")
        if words == words.upper() and any(c.isalpha() for c in words) and not _is_of_nation(words):
            parts.append(words)
    return " ".join(parts) or None


def _is_of_nation(words: str) -> bool:
    """A line of the nation's name broken in two: «CHỦ NGHĨA VIỆT NAM»."""
    return any(f" {fold(words)} " in f" {name} " for name in _NATION_NAMES)


def _subject(lines: list[str]) -> str | None:
    """«V/v …» of a letter, which has no line that says what kind of document it is."""
    match = next((m for line in lines if (m := _SUBJECT.search(line))), None)
    return (match[1] or match[2]).strip(" .") if match else None


def _basis(lines: Sequence[Line]) -> tuple[str, ...]:
    """The documents that the paragraphs before the first chapter name as their ground."""
    found: list[str] = []
    for line in lines:
        if line.mark is not None or (found and not _BASIS.match(line.text)):
            break
        if not _BASIS.match(line.text) or _PROPOSED.match(line.text):
            continue
        words = _ISSUES.split(_OPENING.sub("", line.text))[0]
        found += [part.strip(" ,;.") for part in _NEXT_DOCUMENT.split(words)]
    return tuple(filter(None, found))
