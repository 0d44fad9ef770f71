"""Duties told by sentences: the chapter of organisation, and clauses elsewhere that say who does what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.citing import cite
from kehoach_cli.intake.official.subjects import cut_subject, names_begin, without_opening
from kehoach_cli.intake.official.told import Told, group_of
from kehoach_cli.intake.official.who import People, clauses, heading_people, partners, sentence_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.official.structure import Node
    from kehoach_cli.model.register import Register

_ORGANISATION = re.compile(
    r"tổ chức(?: triển khai)? thực hiện|phân công(?: nhiệm vụ| trách nhiệm| thực hiện| tổ chức)|"
    r"^trách nhiệm(?: thực hiện| thi hành| tổ chức| của| các| cụ thể|$)|"
    r"tổ chức, phân công|tổ chức triển khai$|"
    r"trách nhiệm (?:của )?(?:các )?(?:cơ quan|đơn vị|tổ chức|sở|cấp|ngành)",
    re.IGNORECASE,
)
_WORK = re.compile(r"phân công (?:nhiệm vụ|công việc|thực hiện)", re.IGNORECASE)
_SEES_TO_IT = re.compile(r"tổ chức", re.IGNORECASE)
_REPORTING = re.compile(r"chế độ (?:thông tin,? )?báo cáo|(?:thông tin,|kiểm tra,) báo cáo", re.IGNORECASE)
# chapters that say why, for whom and how much: they assign nothing
_AIMS = re.compile(
    r"mục đích|mục tiêu|quan điểm|căn cứ|sự cần thiết|thực trạng|đánh giá chung|tình hình|phạm vi|"
    r"đối tượng|khái quát|nguyên tắc|bối cảnh|đặc điểm|định hướng",
    re.IGNORECASE,
)
# what a person does who was given a duty; other sentences only speak of agencies
_DUTY = re.compile(
    r"(?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phối hợp với|làm đầu mối|"
    r"là (?:cơ quan|đơn vị) (?:thường trực|đầu mối))"
)
_NEAR = 250  # letters of a sentence in which its verb of duty stands: «, trên cơ sở …, chủ trì tổng hợp»
_TITLE, _SHORT_TITLE = 160, 50  # letters of a chapter's title, and of a numbered one that is no task
_BOILERPLATE = re.compile(r"thi hành (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) này")
_DONE = re.compile(r"(?:đã|vừa|đang) ", re.IGNORECASE)  # a report tells what was done
_TROUBLE = re.compile(r"khó khăn|vướng mắc|phát sinh", re.IGNORECASE)


class SentenceDuties:
    """Reads the duties that no label and no table tells; `taken` holds every node that went somewhere."""

    def __init__(self, register: Register | None, taken: set[Node], reports: set[Node]) -> None:
        self._register = register
        self.taken = taken
        self._reports = reports

    def organisation(self, root: Node, *, of_work: bool) -> Iterator[Told]:
        """The clauses of the chapters of organisation, whoever they address as the lead.

        `of_work` takes the chapters that share out the work («Phân công nhiệm vụ»), else all others.
        """
        for chapter in root.walk():
            if not is_organisation(chapter) or any(map(is_organisation, chapter.ancestors())):
                continue
            if of_work == bool(_WORK.search(chapter.text) and not _SEES_TO_IT.search(chapter.text)):
                yield from self._chapter(chapter, People())

    def elsewhere(self, root: Node) -> Iterator[Told]:
        """Clauses of other chapters that give somebody a duty in so many words."""
        for node in root.walk():
            if (
                node in self.taken
                or node.table is not None
                or node.label is not None
                or _stands_in(node, _AIMS)
            ):
                continue
            if is_organisation(node) or any(map(is_organisation, node.ancestors())):
                continue
            if node.text.endswith(":") and any(child in self.taken for child in node.children):
                continue  # it only leads to its points
            is_heading = bool(node.mark and node.children)
            heading = heading_people(node.text, self._register) if is_heading else People()
            if heading.lead:
                self.taken.add(node)
                yield from self._chapter(node, heading)
                continue
            told = self._sentence(node)
            if told is not None:
                yield told

    def _chapter(self, node: Node, above: People) -> Iterator[Told]:
        """Everything below a clause; `above` is the agency that the clauses over it name."""
        is_reporting = any(
            n.mark is not None and _REPORTING.search(n.text) for n in (node, *node.ancestors())
        )
        for child in node.children:
            if child in self.taken or child.table is not None or (is_reporting and child in self._reports):
                continue
            heading = heading_people(child.text, self._register)
            if heading.lead and child.children:
                self.taken.add(child)
                yield from self._chapter(child, heading)
                continue
            told = self._duty(child, above)
            if told is not None:
                self.taken.add(child)
                yield told
            own = told.people if told is not None and not above.lead else above
            yield from self._chapter(child, People(own.lead, own.optional))

    def _duty(self, node: Node, above: People) -> Told | None:
        if _TROUBLE.search(node.text) and node.text.lower().startswith(
            ("trong quá trình", "quá trình", "trường hợp")
        ):
            return None
        people = above
        if not any(map(str.isalpha, node.text)):
            return None
        if above.lead or above.optional:
            people = above.with_more(partners(node.text, self._register))
        else:
            cut = cut_subject(without_opening(node.text))
            if not cut.subject or not (cut.predicate or cut.opening):
                return None
            people = sentence_people(without_opening(node.text), self._register)
        return self._told(node, people) if people.lead or people.optional else None

    def _sentence(self, node: Node) -> Told | None:
        for sentence in clauses(node.text):
            told = self._one_sentence(node, sentence)
            if told is not None:
                return told
        return None

    def _one_sentence(self, node: Node, sentence: str) -> Told | None:
        cut = cut_subject(sentence)
        if _BOILERPLATE.search(cut.predicate) or _DONE.match(cut.predicate):
            return None
        is_preamble = not any(n.mark for n in (node, *node.ancestors())) and "ban hành" in cut.predicate
        if (
            is_preamble
            or not cut.subject
            or not (
                _DUTY.search(cut.predicate[:_NEAR]) or cut.opening.lower().startswith(("giao", "đề nghị"))
            )
        ):
            return None
        people = sentence_people(sentence, self._register)
        if not people.lead:
            return None
        self.taken.add(node)
        return self._told(node, people)

    def _told(self, node: Node, people: People) -> Told:
        return Told(node.place, cite(node), _ended(node.text), people, None, group_of(node))


def is_organisation(node: Node) -> bool:
    """Whether a chapter tells who sees to the plan as a whole, rather than its work."""
    is_title = node.mark is None and node.rank > 1 and node.is_section
    if not (is_title or (node.mark is not None and not node.is_bullet)) or names_begin(node.text):
        return False
    longest = _TITLE if node.is_section else _SHORT_TITLE
    return len(node.text) < longest and bool(_ORGANISATION.search(node.text) or _REPORTING.search(node.text))


def _stands_in(node: Node, chapters: re.Pattern[str]) -> bool:
    return any(
        n.is_section and len(n.text) < _TITLE and chapters.search(n.text) for n in (node, *node.ancestors())
    )


def _ended(text: str) -> str:
    return text.strip().removesuffix("/.").rstrip(" ;,")
