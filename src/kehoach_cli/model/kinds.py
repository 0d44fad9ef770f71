"""Which kind of body a name sounds like: a first guess for agencies.yaml, for a person to check."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_KIND = Literal["phong-ban", "don-vi-su-nghiep", "mat-tran-doan-the", "ubnd-xa", "cong-an", "cap-tren"]

_PROVINCE, _DISTRICT, _COMMUNE = 3, 2, 1
_LEVELS = (
    (_COMMUNE, re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b")),
    (_DISTRICT, re.compile(r"\b(?:huyện|quận|thị xã)\b")),
    (_PROVINCE, re.compile(r"\b(?:tỉnh|thành phố)\b")),
)
_ABOVE_ALL = re.compile(
    r"(?:bộ(?! chỉ huy| phận)|tổng cục|cục|chính phủ|thủ tướng|quốc hội|(?:ban chấp hành )?trung ương)\b"
)
_RULES: tuple[tuple[_KIND, re.Pattern[str]], ...] = (
    ("ubnd-xa", re.compile(r"(?:ubnd|[uủ][yỷ] ban nhân dân)\b")),
    ("cong-an", re.compile(r"công an\b")),
    (
        "mat-tran-doan-the",
        re.compile(
            r"(?:ban thường trực |btt )?(?:[uủ][yỷ] ban |ub)?(?:mặt trận|mttq)\b"
            r"|(?:huyện |tỉnh |thành |xã )?đoàn\b"
            r"|(?:hội|hiệp hội|liên hiệp|liên đoàn|liên minh|công đoàn|ban chấp hành đoàn)\b(?! đồng)"
        ),
    ),
    (
        "don-vi-su-nghiep",
        re.compile(
            r"(?:trung tâm|bệnh viện|trường|trạm|viện(?! kiểm sát)|học viện|đài|báo|quỹ|thư viện|bảo tàng"
            r"|nhà văn h(?:óa|oá))\b"
        ),
    ),
    (
        "phong-ban",
        re.compile(r"(?:phòng|sở|ban|văn phòng|thanh tra|chi cục|thuế|hạt|bộ chỉ huy|bảo hiểm xã hội)\b"),
    ),
)


class Kind(NamedTuple):
    """A kind of agencies.yaml; `is_guess` where the name fits no rule at all."""

    name: _KIND
    is_guess: bool = False


def kind_of(name: str, issuer: str) -> Kind:
    """The kind by how a name begins; `issuer` (who issued the plan; unknown: a province) stands below some.

    Bộ, Cục and bodies of a higher level than the issuer are cap-tren; a Sở is one of ours only for a
    province. UBND → ubnd-xa, Công an → cong-an, Mặt trận, Hội, Đoàn → mat-tran-doan-the, Trung tâm, Trường,
    Bệnh viện → don-vi-su-nghiep; Phòng, Ban, Sở, and whatever fits no rule, phong-ban.
    """
    plain = name.lower()
    ours = level_of(issuer) or _PROVINCE
    if _ABOVE_ALL.match(plain) or level_of(name) > ours or (plain.startswith("sở ") and ours < _PROVINCE):
        return Kind("cap-tren")
    for kind, pattern in _RULES:
        if pattern.match(plain):
            is_ours = kind == "ubnd-xa" and level_of(name) > _COMMUNE
            return Kind("phong-ban", is_guess=True) if is_ours else Kind(kind)
    return Kind("phong-ban", is_guess=True)


def level_of(name: str) -> int:
    """1 commune, 2 district, 3 province; the innermost that is named: «UBND xã X, tỉnh Y» is a commune's.

    A name without any is of no level (0): it stands beneath everybody.
    """
    plain = name.lower()
    return next((level for level, pattern in _LEVELS if pattern.search(plain)), 0)
