"""The words that labels and headers of columns are made of, and what each of them tells."""

from __future__ import annotations

import re

from kehoach_cli.model.folding import squeeze

# what a word tells → the phrases; a label is made of nothing else
_PHRASES: dict[str, tuple[str, ...]] = {
    "time": (
        "hoàn thành trước", "ngày hoàn thành", "xong trước", "mốc thời gian", "thời gian", "thời hạn",
        "tiến độ", "thời điểm", "kỳ hạn", "lộ trình", "hạn",
    ),
    "together": (
        "phối hợp", "tham gia", "hỗ trợ", "phối kết hợp",
    ),
    "lead": (
        "chủ trì", "đầu mối", "chịu trách nhiệm chính", "chịu trách nhiệm", "thường trực", "phụ trách",
        "trách nhiệm", "phân công", "được giao", "được phân công", "giao",
    ),
    "person": (
        "người đứng đầu", "lãnh đạo chỉ đạo", "lãnh đạo phụ trách", "lãnh đạo", "người chỉ đạo",
        "đồng chí phụ trách",
    ),
    "who": (
        "cơ quan", "đơn vị", "địa phương", "bộ phận", "phòng", "ban", "sở", "ngành", "đoàn thể", "bộ",
        "đồng chí", "người", "cá nhân", "thành viên", "chủ thể", "cán bộ", "công chức",
    ),
    "result": (
        "kết quả", "sản phẩm", "đầu ra", "chỉ tiêu đạt được", "hình thức văn bản", "yêu cầu đạt được",
    ),
    "what": (
        "nội dung", "nhiệm vụ", "công việc", "giải pháp", "hoạt động", "công tác", "đầu việc", "việc",
        "chỉ tiêu", "tiêu chí", "mục tiêu", "đề án", "dự án", "chương trình", "văn bản", "danh mục",
        "phần việc", "yêu cầu",
    ),
    "money": (
        "nguồn kinh phí", "kinh phí", "nguồn vốn", "nguồn lực", "dự toán", "nguồn", "tổng mức đầu tư",
    ),
    "do": (
        "thực hiện", "triển khai", "tổ chức", "hoàn thành", "ban hành", "trình", "xây dựng", "tham mưu",
        "soạn thảo", "báo cáo", "dự kiến", "phê duyệt", "kiểm tra", "theo dõi", "áp dụng", "đạt được",
        "cần đạt", "tham mưu, đề xuất", "giải quyết", "xử lý", "bắt đầu", "kết thúc", "dự kiến hoàn thành",
        "chủ quản", "quản lý", "hướng dẫn", "đề xuất",
    ),
    "": (
        "các", "và", ",", "/", "-", "–", ";", "của", "chính", "trọng tâm", "chủ yếu", "cụ thể", "tên", "hoặc",
        "nhóm", "&", "(", ")", "liên quan", "có", "để", "sơ bộ", "tính", "được", "nhiệm", "chung", "về",
    ),
}  # fmt: skip
_KIND_OF = {phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases}
_ONE = re.compile(
    "|".join(
        re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalpha() else "")
        for phrase in sorted(_KIND_OF, key=len, reverse=True)
    )
)
_NUMBER_HEADS = frozenset({"stt", "tt", "số tt", "số thứ tự", "số", "#", "s tt", "st t", "thứ tự", "no"})
_MOST_WORDS = 9
_SENTENCE = re.compile(r"\b(?:có trách nhiệm|phải|cần|sẽ|là|để|gồm|bao gồm|như sau)\b")
_WHO = r"(?:các )?(?:cơ quan|đơn vị|bộ phận)(?:,? (?:và )?(?:đơn vị|cơ quan|địa phương|tổ chức|cá nhân))*"
_BEGUN = (
    (
        re.compile(
            r"(?:thời gian|thời hạn|tiến độ)(?: dự kiến)? (?:trình|gửi|ban hành|thực hiện|hoàn thành)\b"
        ),
        "timing",
    ),
    (re.compile(rf"(?:{_WHO} )?chủ trì(?:,| và|/) ?phối hợp\b"), "both"),
    (re.compile(rf"{_WHO} (?:được )?(?:giao |phân công )?chủ trì\b"), "lead"),
    (re.compile(rf"{_WHO} phối hợp\b"), "coordinating"),
)
# «Sở Xây dựng», «Ban Tổ chức», «Phòng Quản lý …» are agencies, whatever their words
_AGENCY = re.compile(
    r"(?:sở|bộ|ban|phòng) (?:xây dựng|tổ chức|quản lý|kiểm tra|tham mưu|hướng dẫn|công tác|dự án|kế hoạch)"
)
_MEASURES = re.compile(r"đơn vị tính|^đvt$|^đv tính$")


def kinds_in(words: str) -> tuple[str, ...] | None:
    """What the phrases of a label tell, in their order; None if it holds a word no label has."""
    line = squeeze(words).lower().replace("uỷ", "ủy")
    if _MEASURES.search(line) or "có trách nhiệm" in line:
        return None
    found: list[str] = []
    at = 0
    while at < len(line):
        if line[at] == " ":
            at += 1
            continue
        match = _ONE.match(line, at)
        if match is None:
            return None
        found.append(_KIND_OF[match[0]])
        at = match.end()
    return tuple(kind for kind in found if kind)


def role_of(words: str) -> str | None:
    """lead, coordinating, both, timing, result, content, money or person; None for no label's words."""
    kinds = kinds_in(words)
    if not kinds or set(kinds) == {"do"} or _AGENCY.match(squeeze(words).lower()):
        return None
    told = set(kinds)
    if "time" in told and kinds[0] in {"time", "do"}:
        return "timing"
    if "person" in told:
        return "person"
    if kinds[0] in {"result", "what", "money"}:
        return {"result": "result", "what": "content", "money": "money"}[kinds[0]]
    if "time" in told:
        return None
    return _role_of_people(kinds, told)


def _role_of_people(kinds: tuple[str, ...], told: set[str]) -> str | None:
    if "together" in told and "lead" in told:
        return "both"
    if "together" in told and kinds[0] in {"who", "together"}:
        return "coordinating"
    if "lead" in told and kinds[0] in {"who", "lead"}:
        return "both" if "what" in told and kinds[0] == "lead" else "lead"
    if kinds[0] == "who" and "do" in told:
        return "lead"
    return None


def role_begun(words: str) -> str | None:
    """The role of words that only begin as a label: «Thời gian trình Chính phủ», «Cơ quan chủ trì (tỉnh)».

    For the headers of columns and for lines with a colon; a sentence begins so too, but has a verb of duty.
    """
    line = squeeze(words).lower().replace("uỷ", "ủy")
    if len(line.split()) > _MOST_WORDS or _SENTENCE.search(line):
        return None
    return next((role for pattern, role in _BEGUN if pattern.match(line)), None)


def is_number_head(words: str) -> bool:
    """Whether a column's header says that the rows are numbered in it."""
    return squeeze(words).lower().strip(" .") in _NUMBER_HEADS
