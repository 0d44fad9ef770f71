"""Who leads and who coordinates: the value of a label, a cell of a table, a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kehoach_cli.intake.official.labels import split_labels
from kehoach_cli.intake.official.marks import UPPER
from kehoach_cli.intake.official.subjects import cut_subject, names_begin
from kehoach_cli.model.agency_names import Named, names_in
from kehoach_cli.model.agency_roles import roles_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.register import Register

_NOBODY = re.compile(r"\W*(?:không(?: có)?|x)?\W*", re.IGNORECASE)
_MARKED = re.compile(r"\((?:chủ trì|phối hợp)\)", re.IGNORECASE)
_LONGEST_NAME = 200
_Thing = TypeVar("_Thing")
_TOGETHER = re.compile(r"(?:chặt chẽ |cùng )?phối(?: kết)? hợp(?: chặt chẽ| tốt)?(?: với)?:?", re.IGNORECASE)
_LEADING = re.compile(
    r"\b[Cc]hủ trì\b|\b[Ll]àm đầu mối\b|\b[Ll]à (?:cơ quan|đơn vị) (?:đầu mối|chủ trì|thường trực)\b"
)
# «theo chức năng, nhiệm vụ được giao», «trong phạm vi quản lý của mình»: no part of a name
_QUALIFIER = re.compile(
    r",?\s*\b(?:trong phạm vi|theo|căn cứ|thuộc|tùy theo)(?: các| phạm vi| lĩnh vực| đúng)*"
    r" (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|quyền hạn|quản lý|phân công|phân cấp|phạm vi)"
    r"(?:[, ]+(?:và |, )?(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|lĩnh vực|phạm vi|quản lý|nhà nước|"
    r"được giao|được phân công|phụ trách|của (?:từng )?(?:mình|ngành|cơ quan|đơn vị|địa phương)))*"
)
_PARTNERS = re.compile(
    r"(?:(?:có trách nhiệm|là)[^,;.]{0,60},? )?(?:chủ trì|chủ động|trực tiếp)?,? ?(?:và )?"
    r"phối(?: kết)? hợp(?: chặt chẽ)?(?: với| cùng)?:? ",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    rf"(?<=[^\W\d_]{{2}}[.)])\s+(?=[{UPPER}])|(?<=[.;])\s*\n+|;\s+|\n+(?=[-+•]|[A-ZĐ])"
)


class People(NamedTuple):
    """Names as printed; `optional` are leads that count only if they exist."""

    lead: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()  # all of them, with what is known of each

    def with_more(self, other: People) -> People:
        """Both, each name once."""
        return People(
            _once((*self.lead, *other.lead)),
            _once((*self.optional, *other.optional)),
            _once((*self.coordinating, *other.coordinating)),
            _once((*self.named, *other.named)),
        )

    def all_coordinating(self) -> People:
        """Everyone named, in the part of those who help."""
        return People((), (), _once((*self.lead, *self.optional, *self.coordinating)), self.named)


def people_of(role: str, value: str, register: Register | None) -> People:
    """Who a value names; `role` is what its label says: lead, coordinating, both or person."""
    if _NOBODY.fullmatch(value):
        return People()
    inner, labels = split_labels(value)
    if labels:
        found = people_of(role, inner, register) if inner else People()
        for label in labels:
            if label.role in {"lead", "coordinating", "both"}:
                found = found.with_more(people_of(label.role, label.value, register))
        return found
    if role == "coordinating":
        return _or_whole(
            _listed(_TOGETHER.sub("", value, count=1) if _opens(value) else value, register), value
        ).all_coordinating()
    if _MARKED.search(value):
        told = roles_in(value, register)
        return _people(told.lead).with_more(_people(told.coordinating).all_coordinating())
    return _or_whole(_acting(value, register), value)


def _or_whole(people: People, value: str) -> People:
    """Where no name was recognised, what is printed is the name: nobody is lost for being unknown."""
    if people.named or len(value) > _LONGEST_NAME:
        return people
    parts = [part.strip(" -+.,") for part in re.split(r"[;\n]", value)]
    names = _once(part for part in parts if any(map(str.isalpha, part)))
    return People(names, named=tuple(Named(name, name) for name in names))


def _opens(value: str) -> bool:
    return _TOGETHER.match(value) is not None


def _acting(value: str, register: Register | None) -> People:
    """Everyone who acts in a value: a list of names, one sentence, or several with a subject each."""
    if not _is_prose(value):
        return _listed(value, register)
    found = People()
    parts = clauses(value)
    is_led = any(_LEADING.search(part) for part in parts)
    goes_on = False  # with whoever stands after «phối hợp với»: «…, phối hợp với các sở; UBND các xã»
    for part in parts:
        predicate = cut_subject(part).predicate
        people = sentence_people(part, register)
        if is_led and (_opens(predicate) or (goes_on and not predicate)):
            people = people.all_coordinating()
        goes_on = bool(people.coordinating)
        found = found.with_more(people)
    return found


def _is_prose(value: str) -> bool:
    plain = _QUALIFIER.sub("", value)
    return bool(_LEADING.search(plain) or _TOGETHER.search(plain))


def clauses(value: str) -> list[str]:
    """The sentences of a text, and their parts between semicolons and line ends."""
    return [c.strip(" -+") for c in _SENTENCE_END.split(value) if c and c.strip(" -+.;")]


def sentence_people(sentence: str, register: Register | None) -> People:
    """Who a sentence assigns: its subject leads, whoever stands after «phối hợp với» coordinates."""
    cut = cut_subject(_QUALIFIER.sub("", sentence))
    if not cut.subject:
        return People()
    return _listed(cut.subject, register).with_more(partners(cut.predicate, register))


def heading_people(text: str, register: Register | None) -> People:
    """The agencies of a heading that is nothing but their names: «1. Sở Y tế», «Đề nghị: Hội Nông dân»."""
    cut = cut_subject(text.rstrip(" .:"))
    if not cut.subject or cut.predicate or "." in cut.subject.removesuffix("."):
        return People()
    return people_of("lead", cut.subject, register)


def partners(predicate: str, register: Register | None) -> People:
    """Who is named after «phối hợp với» in «chủ trì, phối hợp với Y …»; the object of the work is not."""
    match = _PARTNERS.match(predicate)
    if match is not None and names_begin(predicate[match.end() :]):
        return _listed(cut_subject(predicate[match.end() :]).subject, register).all_coordinating()
    match = re.match(r"chủ trì[,;] ", predicate, re.IGNORECASE)
    if match is not None:  # «Sở A chủ trì, các sở B phối hợp»
        cut = cut_subject(predicate[match.end() :])
        if cut.subject and _opens(cut.predicate):
            return _listed(cut.subject, register).all_coordinating()
    return People()


def _listed(words: str, register: Register | None) -> People:
    """The names in a list."""
    return _people(names_in(_QUALIFIER.sub("", words).strip(" .;:,"), register))


def _people(found: tuple[Named, ...]) -> People:
    """Names in the part of those who lead; those meant only «nếu có» are optional."""
    certain = _once(n.name for n in found if not n.optional)
    return People(certain, _once(n.name for n in found if n.optional), (), found)


def _once(things: Iterable[_Thing]) -> tuple[_Thing, ...]:
    return tuple(dict.fromkeys(things))
