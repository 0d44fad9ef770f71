"""YAML text to plain data, in one pass over the parser's events; the places of keys and values on demand.

Scalars stay text (only an empty value, ~ and null are nothing), so no `yes` becomes a truth and no
`12:30` a number. Aliases, merge keys, tags, equal keys and second documents are refused. An explicit
stack bounds the depth, so a hundred thousand open brackets are a sentence and not a crash.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import yaml

from kehoach_cli.checks.finding import Finding, LineOf, Span
from kehoach_cli.store.conflicts import conflict
from kehoach_cli.store.tree import Place, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.store.tree import Path

MAX_DEPTH = 32
MAX_NODES = 500_000
MAX_FINDINGS = 100
_NOTHING = ("", "~", "null")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class _Refused(Exception):  # noqa: N818  # not an error of ours: the text is not what it should be
    """Reading cannot go on; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def parse(text: str) -> Tree:
    """Read one YAML document; whatever is wrong comes back as findings, with data as far as it was read."""
    marks = conflict(text)
    if marks is not None:
        return Tree(text, None, [marks])
    builder = _Builder()
    is_whole = builder.read(text)
    tree = Tree(text, builder.data, builder.findings, _places if is_whole else None)
    for holder, key, path in builder.empty:
        if holder.get(key, "") is None:
            del holder[key]
            tree.empty.add(path)
    return tree


def _places(text: str) -> Place:
    builder = _Builder(placing=True)
    builder.read(text)
    return builder.places[0] if builder.places else Place(None, Span(0, 0, 0, 1))


def _events(text: str) -> Iterator[Event]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Builder:
    """Takes events one by one; holds the open mappings and lists on a stack of its own."""

    def __init__(self, *, placing: bool = False) -> None:
        self.data: Any = None
        self.findings: list[Finding] = []
        self.empty: list[tuple[dict[str, Any], str, Path]] = []  # keys without a value: holder, key, path
        self.places: list[Place] = []  # of the open mappings and lists, outermost first; the first stays
        self._placing = placing
        self._source = ""
        self._stack: list[Any] = []
        self._keys: list[str | None] = []  # the pending key of each open mapping
        self._key_spans: list[Span | None] = []
        self._equal: list[int | None] = []  # which finding tells of the first equal keys of each open mapping
        self._brackets: list[Span] = []  # where lists and keys in brackets begin that are still open
        self._nodes = 0
        self._documents = 0
        self._text: tuple[str, Span] | None = None  # the last text over several lines: its style, its span

    def read(self, text: str) -> bool:
        """Take all of a text; false where it is broken off."""
        self._source = text
        try:
            for event in _events(text):
                self._take(event)
        except _Refused as refused:
            self.findings.append(refused.finding)
        except yaml.YAMLError as error:
            from kehoach_cli.store.yaml_complaints import syntax

            self.findings.append(syntax(error, text, self._text, self._brackets))
        except UnicodeEncodeError as error:  # half of a pair of surrogates, which no file can hold
            from kehoach_cli.store.yaml_complaints import control_character

            self.findings.append(control_character(text, error.start))
        else:
            return True
        return False

    def _take(self, event: Event) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._open(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            raise _Refused(Finding("L012", span=_span(event), words={"mark": f"*{_anchor(event)}"}))
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise _Refused(Finding("L014", span=_span(event)))

    def _scalar(self, event: Any) -> None:  # noqa: ANN401  # yaml's events carry no types
        if event.anchor is not None or event.tag is not None:
            raise _Refused(_extra(event))
        text: str = event.value
        if event.style:
            text = self._styled(event, text)
        elif " - " in text:
            self._refuse_joined(event)
        if self._awaits_key():
            self._take_key(text, event)
        else:
            self._add(None if not event.style and text in _NOTHING else text, event)

    def _styled(self, event: Any, text: str) -> str:  # noqa: ANN401
        """Quotes and blocks may end where nobody meant them to; escapes may hold what no file may."""
        span = _span(event)
        if span.line != span.end_line:
            self._text = (event.style, span)
        if event.style != '"':
            return text
        if not text.isprintable() and _CONTROL.search(text):
            self._tell(Finding("L003", span=span))
            text = _CONTROL.sub("", text)
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    def _refuse_joined(self, event: Any) -> None:  # noqa: ANN401
        """Plain text over several lines that swallowed an item of its list."""
        if event.start_mark.line != event.end_mark.line:
            from kehoach_cli.store.yaml_complaints import joined_item

            joined = joined_item(self._source, _span(event))
            if joined is not None:
                raise _Refused(joined)

    def _tell(self, finding: Finding) -> None:
        """Go on reading after what can be passed over; a file that is full of it is given up."""
        if len(self.findings) >= MAX_FINDINGS:
            raise _Refused(finding)
        self.findings.append(finding)

    def _awaits_key(self) -> bool:
        return bool(self._stack) and self._keys[-1] is None and type(self._stack[-1]) is dict

    def _take_key(self, text: str, event: Any) -> None:  # noqa: ANN401
        if text == "<<":
            raise _Refused(Finding("L012", span=_span(event), words={"mark": "<<"}))
        if not text:
            raise _Refused(Finding("L015", span=_first_char(_span(event))))
        if text in self._stack[-1]:
            span = _span(event)
            words: Words = {"key": text, "first": LineOf((*self._path(), text)), "second": str(span.line + 1)}
            self._tell_equal(Finding("L011", span=span, words=words))
        self._keys[-1] = text
        if self._placing:
            self._key_spans[-1] = _span(event)

    def _tell_equal(self, finding: Finding) -> None:
        """One key twice is told as such; several in one item are a new item whose dash was lost."""
        told = self._equal[-1]
        if told is None or not isinstance(self._stack[-2:][0], list):
            self._equal[-1] = len(self.findings)
            self._tell(finding)
            return
        first = self.findings.pop(told)
        raise _Refused(Finding("L031", span=first.span, words={"key": first.words["key"]}))

    def _path(self) -> Path:
        """The path of the innermost open mapping or list."""
        holders = list(zip(self._stack, self._keys, strict=True))[:-1]
        return tuple(len(c) - 1 if isinstance(c, list) else k or "" for c, k in holders)

    def _open(self, event: Any, container: Any) -> None:  # noqa: ANN401
        if event.anchor is not None or event.tag is not None:
            raise _Refused(_extra(event))
        if self._awaits_key():
            raise _Refused(Finding("L015", span=_first_char(_span(event))))
        if len(self._stack) >= MAX_DEPTH:
            words = {"most": str(MAX_DEPTH)}
            raise _Refused(Finding("L006", span=_first_char(_span(event)), words=words))
        self._add(container, event)
        if event.flow_style:
            self._brackets.append(_span(event))
        self._stack.append(container)
        self._keys.append(None)
        self._key_spans.append(None)
        self._equal.append(None)

    def _close(self, event: Any) -> None:  # noqa: ANN401
        self._stack.pop()
        self._keys.pop()
        self._key_spans.pop()
        self._equal.pop()
        if self._brackets:  # nothing but brackets stands inside brackets
            self._brackets.pop()
        if self._stack and type(self._stack[-1]) is dict:
            self._keys[-1] = None
        if self._placing:
            place, mark = self.places[-1], event.end_mark
            place.value = place.value._replace(end_line=mark.line, end_column=mark.column)
            if self._stack:
                self.places.pop()

    def _add(self, value: Any, event: Any) -> None:  # noqa: ANN401
        self._nodes += 1
        if self._nodes > MAX_NODES:
            words = {"most": f"{MAX_NODES:,}".replace(",", ".")}
            raise _Refused(Finding("L007", span=_first_char(_span(event)), words=words))
        if self._placing:
            self._add_place(value, event)
        if not self._stack:
            self.data = value
            return
        holder = self._stack[-1]
        if type(holder) is list:
            holder.append(value)
            return
        key = self._keys[-1]
        if value is None:
            self.empty.append((holder, key or "", (*self._path(), key or "")))
        if not holder.get(key):  # of two equal keys the first is kept that says something
            holder[key] = value
        if not isinstance(value, (dict, list)):
            self._keys[-1] = None

    def _add_place(self, value: Any, event: Any) -> None:  # noqa: ANN401
        is_container = isinstance(value, (dict, list))
        place = Place(None, _span(event), {} if is_container else None)
        if self._stack:
            holder, siblings = self._stack[-1], self.places[-1].children or {}
            step = len(holder) if isinstance(holder, list) else str(self._keys[-1])
            place.key = self._key_spans[-1]
            first = siblings.get(step)
            if first is None:
                siblings[step] = place
            elif not holder.get(step):  # the first of two equal keys said nothing: it lends its line
                place.key = first.key
                siblings[step] = place
            self.places[-1].children = siblings
        if is_container or not self._stack:
            self.places.append(place)


def _anchor(event: Any) -> str:  # noqa: ANN401
    return str(event.anchor)


def _extra(event: Any) -> Finding:  # noqa: ANN401
    """An anchor or a tag, which the files do not know."""
    span = _span(event)
    if event.anchor is not None:
        length = len(event.anchor) + 1
        first = Span(span.line, span.column, span.line, span.column + length)
        return Finding("L012", span=first, words={"mark": f"&{event.anchor}"})
    tag = event.tag.replace("tag:yaml.org,2002:", "!!")
    first = Span(span.line, span.column, span.line, span.column + len(tag))
    return Finding("L013", span=first, words={"tag": tag})


def _span(event: Any) -> Span:  # noqa: ANN401
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


def _first_char(span: Span) -> Span:
    return Span(span.line, span.column, span.line, span.column + 1)
