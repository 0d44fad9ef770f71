"""Tasks told by label lines: a clause with «Cơ quan chủ trì: …», «Thời gian thực hiện: …» under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.citing import cite
from kehoach_cli.intake.official.label_words import role_of
from kehoach_cli.intake.official.labels import NO_WORDS, Label, split_labels
from kehoach_cli.intake.official.marks import cut_mark
from kehoach_cli.intake.official.owners import owners_in
from kehoach_cli.intake.official.segments import Segment, segments_of
from kehoach_cli.intake.official.subjects import cut_subject
from kehoach_cli.intake.official.told import Told, group_of
from kehoach_cli.intake.official.who import (
    People,
    clauses,
    heading_people,
    partners,
    people_of,
    sentence_people,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.official.structure import Node
    from kehoach_cli.model.register import Register

_PEOPLE = frozenset({"lead", "coordinating", "both"})
# the label is dropped from the text, its value stays; «Yêu cầu:», «Mục tiêu:» are words of the task
_CONTENT = re.compile(r"(?:các |tên )?(?:nội dung|nhiệm vụ|công việc|hoạt động|đầu việc)", re.IGNORECASE)
_ACTS = re.compile(r"chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|tổ chức|thực hiện|triển khai|chủ động")
# «1.2. Sở Tài chính chủ trì, phối hợp với …:» over its points
_LEADS_BELOW = re.compile(r"\b(?:chủ trì|có trách nhiệm|chịu trách nhiệm)\b[^.;]{0,200}:?$")
# chapters whose times and goals are no tasks
_NO_TASKS = re.compile(
    r"mục đích|yêu cầu|mục tiêu|quan điểm|kinh phí|căn cứ|phạm vi|đối tượng", re.IGNORECASE
)


class LabelledTasks:
    """Reads the tasks of one outline; `taken` holds every node whose words went somewhere."""

    def __init__(self, root: Node, register: Register | None) -> None:
        self._register = register
        self.taken: set[Node] = set()
        self._owners = owners_in(root)
        self._given: dict[Node, tuple[People, str | None]] = {}

    def read(self) -> Iterator[Told]:
        for owner in self._owners:
            segments = segments_of(owner, self._owners)
            below = [o for o in owner.walk() if o in self._owners]
            if below and owner.is_section and not _labels_come_first(owner, self._owners):
                continue
            if below and len(segments) == 1:
                people = self._give(owner, segments[0])
                if not people.lead or any(not _leads(o, self._owners) for o in below):
                    continue  # it only says what holds for all the clauses below
            yield from self._tasks(owner, segments)

    def _give(self, owner: Node, segment: Segment) -> People:
        """What a clause's labels say for the clauses below that do not say it themselves."""
        self._given[owner] = self._tell(segment)
        self.taken.update(*(_all_of(n) for n, _ in segment.labels if n is not owner))
        return self._given[owner][0]

    def _tasks(self, owner: Node, segments: list[Segment]) -> Iterator[Told]:
        for index, segment in enumerate(segments):
            people, timing = self._tell(segment)
            if not _is_task(owner, people, timing):
                continue
            is_whole = index == 0 and len(segments) == 1
            text = self._text(owner, segment, is_whole=is_whole)
            sentences = [text, *(cut_mark(n.text)[1] for n in segment.content)]
            people, timing = self._completed(owner, sentences, people, timing)
            self.taken.add(owner)
            self.taken.update(*(_all_of(n) for n, _ in segment.labels if n is not owner))
            self.taken.update(*(_all_of(n) for n in segment.content))
            if text:
                place = owner.place if is_whole or not segment.content else segment.content[0].place
                ref = cite(owner) if len(segments) == 1 else f"{cite(owner)}.{index + 1}"
                is_group = owner.is_section or len(segments) > 1
                group = owner.text.rstrip(" :.") if is_group else group_of(owner)
                yield Told(place, ref.lstrip("."), text, people, timing, group)

    def _tell(self, segment: Segment) -> tuple[People, str | None]:
        people, persons = People(), People()
        times: list[str] = []
        for node, label in segment.labels:
            value = _value(node, label)
            if label.role == "timing":
                times.append(_tidy(value).rstrip(" ."))
            elif value and label.role in _PEOPLE:
                people = people.with_more(people_of(label.role, value, self._register))
            elif value and label.role == "person":
                persons = persons.with_more(people_of("lead", value, self._register))
        if not people.lead and not people.optional:
            people = people.with_more(persons)
        return people, "; ".join(filter(None, times)) or None

    def _text(self, owner: Node, segment: Segment, *, is_whole: bool) -> str:
        """The clause's heading and the words before its labels; several tasks share it as a group."""
        heading = split_labels(owner.text)[0]
        words = [_content_words(node) for node in segment.content]
        if (is_whole and not owner.is_section) or not words:
            is_agency = heading_people(heading, self._register).lead
            words = words if is_agency and words else [heading, *words]
        if words and words[0] != heading:
            words[0] = cut_mark(words[0])[1]
        return _tidy(" ".join(filter(None, words)))

    def _completed(
        self, owner: Node, sentences: list[str], people: People, timing: str | None
    ) -> tuple[People, str | None]:
        """Who leads by the clause above that says it for all, by the sentence, or by the agency above."""
        for above in owner.ancestors():
            if above in self._given:
                people = people if people.lead else self._given[above][0]
                timing = timing or self._given[above][1]
        if people.lead or people.optional:
            return people, timing
        for sentence in (clause for words in sentences for clause in clauses(words)):
            cut = cut_subject(sentence)
            if cut.subject and (cut.opening or _ACTS.match(cut.predicate)):
                return people.with_more(sentence_people(sentence, self._register)), timing
        for above in (owner, *owner.ancestors()):
            heading = heading_people(above.text, self._register) if above.parent else People()
            if not heading.lead and above is not owner and _LEADS_BELOW.search(above.text):
                heading = sentence_people(above.text, self._register)
            if heading.lead:
                return heading.with_more(people).with_more(partners(sentences[0], self._register)), timing
        return people, timing


def _is_task(owner: Node, people: People, timing: str | None) -> bool:
    """Somebody leads it, or it stands in a chapter of work and has a time or somebody to help."""
    if people.lead or people.optional:
        return True
    chapters = [n.text for n in (owner, *owner.ancestors()) if n.is_section]
    return (
        bool(timing or people.coordinating)
        and not owner.is_section
        and not any(map(_NO_TASKS.search, chapters))
    )


def _labels_come_first(owner: Node, owners: dict[Node, None]) -> bool:
    """Whether a chapter says who acts before its clauses, so for all; later labels are of one of them."""
    first = next((n for n in owner.children if n.label is not None or n in owners), None)
    return first is None or first.label is not None


def _leads(owner: Node, owners: dict[Node, None]) -> bool:
    return any(segment.leads() for segment in segments_of(owner, owners))


def _all_of(node: Node) -> list[Node]:
    return [node, *node.walk()]


def _value(node: Node, label: Label) -> str:
    """What follows the colon; where nothing does, the lines below."""
    if node.label is not label:
        return label.value
    below = [n.text.strip(" .;") for n in node.walk()]
    has_labels = any(n.label is not None for n in node.walk())
    return "; ".join(filter(None, [label.value.rstrip(":"), *([] if has_labels else below)]))


def _content_words(node: Node) -> str:
    """A paragraph and what stands under it, without labels and their values."""
    label, own = node.label, node.printed
    if label is not None and _CONTENT.match(label.words):
        own = label.value
    elif label is None and _CONTENT.match(node.text) and role_of(node.text) == "content":
        own = ""  # «1. Nội dung» over the words themselves
    below = (n.printed for n in node.walk() if n.label is None or n.label.role not in NO_WORDS)
    return " ".join(filter(None, (split_labels(own)[0], *below)))


def _tidy(words: str) -> str:
    """Without the marks that only end a line; the full stop stays."""
    return words.strip().removesuffix("/.").rstrip(" ;,")
