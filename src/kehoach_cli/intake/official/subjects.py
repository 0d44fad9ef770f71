"""Who a sentence assigns: «Sở X chủ trì, phối hợp với Y …», «Đề nghị Mặt trận …», «Giao Sở Z …»."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach_cli.intake.official import subject_words as known


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches whole phrases, the longest first."""
    return re.compile("(?:" + "|".join(sorted(phrases, key=len, reverse=True)) + r")(?!\w)")


_HEADS, _NO_HEADS, _HEADS_OF_MANY = map(_any_of, (known.HEADS, known.NO_HEADS, known.HEADS_OF_MANY))
_VERB = re.compile(r"\b" + _any_of(known.VERBS).pattern)
_MANY = re.compile(r"(?:tất cả )?(?:các|những) ")
# words that open a sentence before the name
_OPENINGS = re.compile(
    r"(?:đề nghị|trân trọng đề nghị|giao cho|giao|yêu cầu|phân công|kính đề nghị|đồng thời|riêng|trong đó|"
    r"ngoài ra|bên cạnh đó|đối với|ubnd (?:tỉnh|huyện|xã|thành phố) (?:giao|đề nghị|yêu cầu))\b\s*[:,]?\s*",
    re.IGNORECASE,
)
# «UBND các xã: Xây dựng …»; after «Các Phòng:» more of the name follows
_COLON = re.compile(r"(?!(?:[Cc]ác|[Nn]hững) [^\W\d_]+ ?:)([^:.;]{3,200}?) ?: +([^\W\d_].*)", re.DOTALL)
_ASKS = frozenset({"yêu cầu", "đề nghị", "giao"})
_DUTY_NEAR = re.compile(
    r"(?: [^\W\d_]+){0,4}? (?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|làm đầu mối|"
    r"phối hợp với|là (?:cơ quan|đơn vị))\b"
)  # what a whole subject does, a few words behind a verb that is part of its name
_LONGEST_SUBJECT = 420


class Sentence(NamedTuple):
    """A sentence cut into who and what; `subject` is empty where nobody is named at its beginning."""

    opening: str  # «Đề nghị», «Giao»
    subject: str
    predicate: str


def cut_subject(text: str) -> Sentence:
    """The names at the beginning of a sentence, and what follows from the first verb on."""
    words = text.strip()
    opening = _OPENINGS.match(words)
    start = opening.end() if opening else 0
    if not names_begin(words[start:]):
        return Sentence("", "", words)
    colon = _COLON.match(words, start)
    if colon is not None:
        return Sentence(words[:start].strip(" ,:"), colon[1].strip(" ,–-"), colon[2])
    for verb in _VERB.finditer(words, start):
        if verb.start() - start > _LONGEST_SUBJECT:
            break
        if verb.start() > start and not _is_noun(words, verb):
            subject = words[start : verb.start()].strip(" ,:–-")
            asked = words[verb.end() :].lstrip()
            if verb[0] in _ASKS and names_begin(asked):  # «UBND tỉnh yêu cầu các sở …»: the sở are meant
                return cut_subject(asked)._replace(opening=verb[0])
            return Sentence(words[:start].strip(" ,:"), subject, words[verb.start() :])
    return Sentence(words[:start].strip(" ,:"), words[start:].strip(" .:;"), "")


def _is_noun(words: str, verb: re.Match[str]) -> bool:
    """Whether a verb's letters are part of a name here, by the word before them."""
    if verb[0] in known.NAME_VERBS and _DUTY_NEAR.match(words, verb.end()):
        return True  # «Ban Quản lý dự án khai thác cảng chủ trì …»
    before = known.NOUN_AFTER.get(verb[0]) or (known.NOUN_AFTER_ANY if verb[0] in known.NOUNS else None)
    return (
        before is not None
        and re.search(rf"(?:^|\s|(?=,))(?:{before})\s$", words[: verb.start()], re.IGNORECASE) is not None
    )


def without_opening(text: str) -> str:
    """A sentence without the clause before its subject: «Căn cứ Kế hoạch này, các sở …»."""
    match = re.match(
        r"(?:Căn cứ|Trên cơ sở|Theo|Định kỳ|Hằng năm|Hàng năm)\b[^,]{0,120}, (.*)", text, re.DOTALL
    )
    return match[1] if match and names_begin(match[1]) else text


def names_begin(text: str) -> bool:
    """Whether a text begins as the name of an agency, a group or an office does."""
    line = text.lstrip(' (“"').lower().replace("uỷ", "ủy")
    many = _MANY.match(line)
    if many is None:
        return _HEADS.match(line) is not None and _NO_HEADS.match(line) is None
    rest = line[many.end() :]
    if _HEADS_OF_MANY.match(rest) is not None:
        return True
    return _HEADS.match(rest) is not None and _NO_HEADS.match(rest) is None
