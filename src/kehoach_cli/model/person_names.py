"""Names of people as offices write them: where one stands in a text, and what only looks like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SYLLABLES = 5
_FAR = 60  # characters that five syllables never exceed
_SYLLABLE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIALS = re.compile(r"[^\W\d_](?:\.\s?[^\W\d_]){1,4}(?!\w)")
_ADULT = re.compile(
    r"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]/c|[Đđ]ồng chí|[Cc]ô|[Tt]hầy|giáo|[Bb]ác sĩ|[Yy] sĩ"
    r"|[Cc]á nhân)[\s:]+"
    r"(?=[^\W\d_a-zđ])"
)
_MARKS = str.maketrans("", "", "'’-")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split(", "))


# The surnames of nearly all Kinh and of the peoples of the mountains, with A and Y of the Xơ Đăng.
# Those that are above all words of an office or of places (Đoàn aside: see _PLACES) are left out: Văn, Kim.
_SURNAMES = _listed(
    "nguyễn, trần, lê, phạm, huỳnh, hoàng, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh, "
    "trương, lương, cao, đoàn, trịnh, đào, mai, lâm, hà, châu, tạ, phùng, tô, vương, thái, tăng, "
    "quách, lưu, kiều, nghiêm, khổng, thạch, doãn, diệp, chu, tống, triệu, mạc, hứa, bạch, cù, "
    "ninh, nông, lục, vi, lò, giàng, vàng, sùng, thào, hạng, cầm, quàng, bế, nhữ, ngụy, uông, ôn, lã, "
    "lữ, khuất, khúc, đàm, đậu, đới, đổng, cung, bành, âu, giáp, sầm, tào, tòng, ứng, rơ, siu, ksor, "
    "rmah, kpă, niê, rcom, rahlan, alăng, bling, bríu, arất, hôih, pơloong, zơrâm, vừ, lầu, a, y"
)
_PLACES = _listed(
    "hà nội, hà giang, hà nam, hà tĩnh, hà tây, hà đông, hà lan, cao bằng, cao lãnh, cao đẳng, lâm "
    "đồng, lâm hà, lý sơn, thái nguyên, thái bình, thái lan, ninh bình, ninh thuận, mai châu, mai "
    "sơn, châu á, châu âu, châu phi, châu đốc, châu thành, phan rang, phan thiết, vũ quang, la hai, "
    "la gi, lục nam, lục ngạn, bạch mã, hoàng sa, a lưới, y tế, đoàn thanh, đoàn thiếu, đoàn viên, "
    "đoàn đội, đoàn kết, ca dong, ka dong, cà dong, xơ đăng, ba na, gia rai, việt nam, tây nguyên, "
    "quảng ngãi, sơn tây"
)
"""Two words that begin a place, a people or an office, not a person."""
_OTHERS = _listed(
    "hồ chí minh, lê quý đôn, nguyễn trãi, trần hưng đạo, phạm văn đồng, lê hồng phong, võ thị sáu, "
    "lý tự trọng, nguyễn bá ngọc, võ nguyên giáp, nguyễn chí thanh, trần quốc toản, lê lợi, nguyễn "
    "tất thành, chu văn an, trần phú, nguyễn du, phan bội châu, phan chu trinh, lê văn tám, vừ a "
    "dính, dương minh châu, nguyễn huệ, đinh tiên hoàng, ngô quyền, hoàng văn thụ, nguyễn thị minh "
    "khai, võ văn kiệt, lê duẩn, "
    "đoàn thanh niên"
)
"""Names of schools, streets and movements."""
_OFFICES = _listed(
    "trường, lớp, thôn, xã, huyện, tỉnh, ubnd, hđnd, lhpn, hội, ban, trạm, khoa, phòng, quỹ, mầm, "
    "tiểu, thcs, thpt, th, ptdtbt, tncs, tntp, đội, tổ, khu, kdc, chi, tháng, tết, quý, luật, nghị, "
    "năm, ngày, làng, nhà, đài, kinh, hrê, hre, co, cor, chương, kế, quyết, dân, sos, uỷ, ủy, câu, "
    "chủ, bí, trưởng, phó, giám, ông, bà, quốc, công, ủng"
)
"""Words that begin an office, a document, a people or a post."""
_ALSO_IN_NAMES = frozenset(
    ("công", "quốc", "chi", "quý", "dân", "nhà", "khoa", "năm", "trường", "kinh", "hội")
)


class Name(NamedTuple):
    """A run of syllables with capitals; `known` when it begins with a surname and is no place or hero."""

    start: int
    end: int
    syllables: tuple[str, ...]  # in small letters
    known: bool


def read_name(text: str, start: int) -> Name | None:
    """The name that begins at `start`, of one to five syllables; None where none can."""
    syllables: list[str] = []
    end = position = start
    while len(syllables) < MOST_SYLLABLES and (found := _SYLLABLE.match(text, position)):
        small = found[0].lower()
        if not _has_capital(found[0]) or _is_office(small, syllables):
            break
        syllables.append(small)
        end = position = found.end()
        while text[position : position + 1].isspace():
            position += 1
        if position == end:
            break
    if not syllables or " ".join(syllables) in _PLACES:
        return None
    return Name(start, end, tuple(syllables), _is_known(syllables))


def _has_capital(syllable: str) -> bool:
    """«Nguyễn», «NGUYỄN», «A»; in the names of the mountains also «H'Lan», «K’Rễ»."""
    plain = syllable.translate(_MARKS)
    return syllable[0].isupper() and (plain != syllable or plain[1:].islower() or plain.isupper())


def _is_office(small: str, before: list[str]) -> bool:
    return small in _OFFICES and not (before and small in _ALSO_IN_NAMES)


def _is_known(syllables: list[str]) -> bool:
    whole = " ".join(syllables)
    hero = any(whole == name or whole.startswith(f"{name} ") for name in _OTHERS)
    return len(syllables) > 1 and syllables[0] in _SURNAMES and not hero


def name_before(text: str, end: int) -> Name | None:
    """The name with a surname that ends at `end`; its longest reading."""
    words = [*_SYLLABLE.finditer(text, max(0, end - _FAR), end)][-MOST_SYLLABLES:]
    for word in words:
        name = read_name(text, word.start())
        if name is not None and name.known and name.end == end:
            return name
    return None


def initials_end(text: str, start: int) -> int | None:
    """Where initials that begin at `start` end («Đ.T.B.»); None where there are none."""
    found = _INITIALS.match(text, start)
    if found is None or not found[0][0].isupper():
        return None
    letters = [at for at in range(found.start(), found.end()) if text[at].isalpha()]
    small = next((n for n, at in enumerate(letters) if text[at].islower()), len(letters))
    return letters[small - 1] + 1 if small > 1 else None


def named_adults(text: str) -> Iterator[tuple[int, int, int]]:
    """Begin, begin of the name and end of what calls a grown-up by name: «bà Đinh Thị Lan», «đ/c …»."""
    for found in _ADULT.finditer(text):
        name = read_name(text, found.end())
        if name is not None and name.known:
            yield found.start(), name.start, name.end
