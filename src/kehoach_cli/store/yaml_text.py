"""YAML text to plain data with the place of every key and value, in one pass over the parser's events.

Scalars stay text (only an empty value, ~ and null are nothing), so no `yes` becomes a truth and no
`12:30` a number. Aliases, merge keys, tags, equal keys and second documents are refused. An explicit
stack bounds the depth, so a hundred thousand open brackets are a sentence and not a crash.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from kehoach_cli.checks.finding import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

MAX_BYTES = 20_000_000
MAX_DEPTH = 32
MAX_NODES = 2_000_000
_NOTHING = ("", "~", "null")
_CONFLICT = ("<<<<<<<", "|||||||", ">>>>>>>")

Path = tuple[str | int, ...]


class Place:
    """Where a node stands: the span of its key (if it has one), its own span, and its children's places."""

    __slots__ = ("children", "key", "value")

    def __init__(self, key: Span | None, value: Span) -> None:
        self.key = key
        self.value = value
        self.children: dict[str | int, Place] = {}


class Tree(NamedTuple):
    """The data of a file (dict, list, str, None), the places in it, and what is wrong with its text."""

    data: Any
    place: Place
    findings: list[Finding]

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The span of the node at a path, or of the nearest node above it that exists."""
        node = self.place
        for step in path:
            child = node.children.get(step)
            if child is None:
                return node.key or _first_char(node.value)
            node = child
        if key or _is_container(node):
            return node.key or _first_char(node.value)
        return node.value


def _is_container(node: Place) -> bool:
    return bool(node.children)


def _first_char(span: Span) -> Span:
    return Span(span.line, span.column, span.line, span.column + 1)


class _Refused(Exception):  # noqa: N818  # not an error of ours: the text is not what it should be
    """Reading cannot go on; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def decode(raw: bytes) -> str | Finding:
    """UTF-8 text in NFC without a byte order mark, or what is wrong with the bytes."""
    if len(raw) > MAX_BYTES:
        return Finding("L005", words={"most": f"{MAX_BYTES // 1_000_000} MB"})
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n")
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace"))
        return Finding("L002", span=Span(line, column, line, column + 1))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def parse(text: str) -> Tree:
    """Read one YAML document; whatever is wrong comes back as findings, with data as far as it was read."""
    conflict = _conflict(text)
    if conflict is not None:
        return _nothing(conflict)
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except _Refused as refused:
        builder.findings.append(refused.finding)
    except yaml.YAMLError as error:
        builder.findings.append(_syntax(error, text))
    if builder.root is None:
        return Tree(None, Place(None, Span(0, 0, 0, 1)), builder.findings)
    data, place = builder.root
    return Tree(data, place, builder.findings)


def _nothing(finding: Finding) -> Tree:
    return Tree(None, Place(None, Span(0, 0, 0, 1)), [finding])


def _events(text: str) -> Iterator[Event]:
    loader = getattr(yaml, "CLoader", yaml.SafeLoader)(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _conflict(text: str) -> Finding | None:
    """The marks that a merge of two edits leaves behind, named as what they are."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    marked = [n for n, line in enumerate(text.splitlines()) if line.startswith(_CONFLICT)]
    if not marked:
        return None
    return Finding(
        "L009",
        span=Span(marked[0], 0, marked[0], 7),
        words={"first": str(marked[0] + 1), "last": str(marked[-1] + 1)},
    )


class _Builder:
    """Takes events one by one; holds the open mappings and lists on a stack of its own."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.root: tuple[Any, Place] | None = None
        self._stack: list[tuple[Any, Place]] = []
        self._key: list[tuple[str, Span] | None] = []  # the pending key of each open mapping
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            raise _Refused(Finding("L012", span=_span(event), words={"mark": f"*{event.anchor}"}))
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise _Refused(Finding("L014", span=_span(event)))

    def _scalar(self, event: Any) -> None:  # noqa: ANN401  # yaml's events carry no types
        self._refuse_extras(event)
        span = _span(event)
        text: str = event.value
        mapping = bool(self._key) and self._stack and isinstance(self._stack[-1][0], dict)
        if mapping and self._key[-1] is None:
            self._take_key(text, span)
            return
        value = None if event.style is None and text in _NOTHING else text
        self._add(value, span)

    def _take_key(self, text: str, span: Span) -> None:
        if text == "<<":
            raise _Refused(Finding("L012", span=span, words={"mark": "<<"}))
        data, place = self._stack[-1]
        if text in data:
            first = place.children[text].key or span
            self.findings.append(
                Finding(
                    "L011",
                    span=span,
                    words={"key": text, "first": str(first.line + 1), "second": str(span.line + 1)},
                )
            )
        self._key[-1] = (text, span)

    def _open(self, event: Any, container: Any) -> None:  # noqa: ANN401
        self._refuse_extras(event)
        span = _span(event)
        if self._stack and isinstance(self._stack[-1][0], dict) and self._key[-1] is None:
            raise _Refused(Finding("L015", span=_first_char(span)))
        place = self._add(container, span)
        self._stack.append((container, place))
        self._key.append(None)
        if len(self._stack) > MAX_DEPTH:
            raise _Refused(Finding("L006", span=_first_char(span), words={"most": str(MAX_DEPTH)}))

    def _close(self, event: Any) -> None:  # noqa: ANN401
        _, place = self._stack.pop()
        self._key.pop()
        mark = event.end_mark
        place.value = Span(place.value.line, place.value.column, mark.line, mark.column)

    def _add(self, value: Any, span: Span) -> Place:  # noqa: ANN401
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _Refused(Finding("L007", span=_first_char(span), words={"most": f"{MAX_NODES:,}".replace(",", ".")}))
        if not self._stack:
            place = Place(None, span)
            self.root = (value, place)
            return place
        data, parent = self._stack[-1]
        if isinstance(data, list):
            place = parent.children[len(data)] = Place(None, span)
            data.append(value)
            return place
        pending = self._key[-1]
        assert pending is not None
        key, key_span = pending
        self._key[-1] = None
        place = Place(key_span, span)
        if key not in data:  # of two equal keys the first is kept; the second is a finding already
            data[key] = value
            parent.children[key] = place
        return place

    def _refuse_extras(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            raise _Refused(Finding("L012", span=_span(event), words={"mark": f"&{event.anchor}"}))
        if event.tag is not None:
            raise _Refused(Finding("L013", span=_first_char(_span(event)), words={"tag": event.tag}))


def _span(event: Any) -> Span:  # noqa: ANN401
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


def _syntax(error: yaml.YAMLError, text: str) -> Finding:
    """The parser's own complaint, as one of the few sentences that help to mend it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    if mark is None:
        position = getattr(error, "position", 0)
        line = text.count("\n", 0, position) if isinstance(position, int) else 0
        return Finding("L003", span=Span(line, 0, line, 1))
    span = Span(mark.line, mark.column, mark.line, mark.column + 1)
    lines = text.splitlines()
    line_text = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line_text[: mark.column + 1] or "tab" in problem:
        column = max(line_text.find("\t"), 0)
        return Finding("L010", span=Span(mark.line, column, mark.line, column + 1))
    if "mapping values are not allowed" in problem:
        return Finding("L016", span=span)
    if "quoted scalar" in str(getattr(error, "context", "")):
        start = getattr(error, "context_mark", None) or mark
        return Finding("L017", span=Span(start.line, start.column, start.line, start.column + 1))
    if "cannot start any token" in problem:
        sign = line_text[mark.column : mark.column + 1]
        return Finding("L018", span=span, words={"sign": sign})
    if "control characters" in problem or "special characters" in problem:
        return Finding("L003", span=span)
    return Finding("L004", span=span)
