"""Who leads and who coordinates, where one value or sentence tells both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.agency_names import ListReader, Named, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.register import Register


class Roles(NamedTuple):
    """Who leads and who coordinates; `rest` is what is left as the wording of the duty."""

    lead: tuple[Named, ...]
    coordinating: tuple[Named, ...]
    rest: str


_LABEL = re.compile(
    r"(?:^|(?<=[\n;.])|(?<=\s)(?=(?-i:[A-ZĐ])))[\s*+•–-]*(?:[a-zđ]\)\s*)?"
    r"(?:(?:các )?(?:cơ quan|đơn vị|cơ quan, đơn vị)\s+)?"
    r"(chủ trì|thực hiện|phối hợp)(?:[ ,]+(?:thực hiện|tham mưu|phối hợp))*\s*:\s*",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\s*(?:UBND \w+ )?(?:giao|đề nghị|yêu cầu|phân công|kính đề nghị)\s*:?\s+", re.IGNORECASE
)
_MARKED = re.compile(r"\(\s*(chủ trì|phối hợp)\s*\)", re.IGNORECASE)
_LEADS = re.compile(
    r"\s*(?:(?:có|chịu) trách nhiệm\s*)?"
    r"(?:(?:là|làm) (?:cơ quan |đơn vị )?(?:thường trực|đầu mối)\s*,?\s*(?:và )?)?"
    r"(?:trực tiếp )?(?:chủ trì)?(?: thực hiện)?\s*,?\s*(?:và\s+)?"
)
_WITH = re.compile(
    r"\s*,?\s*(?:và |cùng |chủ động |tích cực )?phối(?: kết)? hợp(?: chặt chẽ| đồng bộ| thực hiện)*"
    r"(?:\s*,?\s*(?:với|cùng với|cùng))?\s*(?::\s*)?"
)
_LATER_WITH = re.compile(r"(?P<words>[^;.]{1,60}?),? (?:và )?phối hợp(?: chặt chẽ)? (?:với|cùng) ")
_TOGETHER = re.compile(r"\s*(?:cùng )?phối hợp\b")


def roles_in(text: str, register: Register | None = None) -> Roles:
    """Both roles of a value or a sentence: «Sở X chủ trì, phối hợp với Sở Y, các đơn vị liên quan …»."""
    labels = list(_LABEL.finditer(text))
    if labels:
        return _labelled(text, labels, register)
    if _MARKED.search(text):
        return _marked(text, register)
    return _told(text, register)


def _labelled(text: str, labels: list[re.Match[str]], register: Register | None) -> Roles:
    lead: list[Named] = []
    coordinating: list[Named] = []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        part = roles_in(text[label.end() : end], register)
        is_coordinating = label[1].lower() == "phối hợp"
        (coordinating if is_coordinating else lead).extend(part.lead)
        coordinating += part.coordinating
    return Roles(tuple(lead), tuple(coordinating), text[: labels[0].start()].strip())


def _marked(text: str, register: Register | None) -> Roles:
    """«Sở X (chủ trì), Sở Y, Sở Z (phối hợp)»: a mark is of every name since the one before."""
    found: dict[str, list[Named]] = {"chủ trì": [], "phối hợp": []}
    at = 0
    for mark in _MARKED.finditer(text):
        found[mark[1].lower()] += names_in(text[at : mark.start()].lstrip(" ,;"), register)
        at = mark.end()
    if text[at:].strip(" ,;."):
        found["phối hợp"] += names_in(text[at:].lstrip(" ,;"), register)
    return Roles(tuple(found["chủ trì"]), tuple(found["phối hợp"]), "")


def _told(text: str, register: Register | None) -> Roles:
    lead: list[Named] = []
    coordinating: list[Named] = []
    rests: list[str] = []
    for clause in _clauses(text):
        one = _clause(clause, register, is_first=not lead)
        lead += _new(one.lead, lead)
        coordinating += _new(one.coordinating, coordinating)
        rests += [one.rest] if one.rest else []
    return Roles(tuple(lead), tuple(coordinating), "; ".join(rests))


def _new(some: tuple[Named, ...], known: list[Named]) -> list[Named]:
    names = {named.name.lower() for named in known}
    return [named for named in some if named.name.lower() not in names]


def _clauses(text: str) -> Iterator[str]:
    reader = ListReader(text)
    at = 0
    while at < reader.length:
        following = reader.next_clause(at)
        end = reader.tokens[following].start if following < reader.length else len(reader.text)
        yield reader.text[reader.tokens[at].start : end].strip()
        at = following


def _clause(clause: str, register: Register | None, *, is_first: bool) -> Roles:
    """One clause: who acts, with whom, and what."""
    order = _ORDER.match(clause)
    reader = ListReader(clause[order.end() :] if order else clause, register)
    names, at = reader.read(reader.after_orders(0), only_openings=not is_first)
    rest = _from(reader, at)
    leads = _LEADS.match(rest)
    behind = leads.end() if leads else 0
    if (
        names
        and not is_first
        and not behind
        and _TOGETHER.match(rest)
        and not _partners(rest, register).coordinating
    ):
        return Roles((), tuple(names), _TOGETHER.sub("", rest, count=1).strip(" ,;."))
    found = _partners(rest[behind:], register)
    return Roles(tuple(names), found.coordinating, found.rest)


def _partners(rest: str, register: Register | None) -> Roles:
    """Behind the verb: with whom, then the wording of the duty."""
    beside = _WITH.match(rest)
    words = ""
    if beside is None:
        beside = _LATER_WITH.match(rest)
        words = beside["words"].strip() if beside else ""
    partners = ListReader(rest[beside.end() :] if beside else rest, register)
    others, at = partners.read(0, only_openings=True)
    if beside is None:  # «Sở X chủ trì, các sở, ngành phối hợp»
        tail = _from(partners, at)
        is_together = bool(others) and _TOGETHER.match(tail) is not None
        return Roles((), tuple(others) if is_together else (), ("" if is_together else rest).strip(" ,;."))
    if words and not others:
        return Roles((), (), rest.strip(" ,;."))
    told = f"{words} {_from(partners, at)}" if words else _from(partners, at)
    return Roles((), tuple(others), told.strip(" ,;."))


def _from(reader: ListReader, at: int) -> str:
    return reader.text[reader.tokens[at].start :] if at < reader.length else ""
