"""What the YAML parser complains of, as one of the few sentences that help, at the place to mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kehoach_cli.checks.finding import Finding, Span
from kehoach_cli.checks.keys import is_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    import yaml

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n?|[\n\x85\u2028\u2029]")  # where YAML ends a line
_DASHES = re.compile(r"\s*(?:- +)*")
_KEY_ALONE = re.compile(r"\s*(?P<dash>(?:- +)*)(?P<key>[A-Za-z_]+)$")
_KEY_FIRST = re.compile(r"\s*(?P<key>[A-Za-z_]+):\s")
_OPENING = re.compile(r"""\s*(?:- +)*(?:[^\s:#"'\[{]+:\s+)?(?P<sign>[\["'{])""")
_CLOSING = {"[": "]", "{": "}"}


def joined_item(text: str, span: Span) -> Finding | None:
    """An item of a list that stands too far right, so that YAML takes it for the end of the one above."""
    lines = _BREAK.split(text)[span.line + 1 : span.end_line + 1]
    found = next((n for n, line in enumerate(lines, span.line + 1) if line.lstrip().startswith("- ")), None)
    if found is None:
        return None
    line = lines[found - span.line - 1]
    return Finding("L032", span=Span(found, len(line) - len(line.lstrip()), found, len(line.rstrip())))


def control_character(text: str, position: int) -> Finding:
    """A character that no YAML file may hold, at a position of the text."""
    before = text[:position]
    line, column = before.count("\n"), position - before.rfind("\n") - 1
    return Finding("L003", span=Span(line, column, line, column + 1))


def syntax(
    error: yaml.YAMLError, text: str, before: tuple[str, Span] | None = None, brackets: Sequence[Span] = ()
) -> Finding:
    """The finding for a complaint.

    `before` is the last text over several lines (its style, its span), `brackets` what is still open.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # the reader's own complaint counts in bytes
        found = _FORBIDDEN.search(text)
        return control_character(text, found.start() if found else 0)
    lines = [*_BREAK.split(text), ""]
    line = lines[mark.line]
    return (
        _tab(line, mark)
        or _broken_text(error, mark, lines, before)
        or _never_closed(error, lines, brackets)
        or _by_context(error, lines)
        or _by_problem(error, mark, lines)
        or _value_goes_on(mark, line)
        or Finding("L004", span=_here(mark))
    )


def _here(mark: Any, length: int = 1) -> Span:  # noqa: ANN401  # yaml's marks carry no types
    return Span(mark.line, mark.column, mark.line, mark.column + length)


def _sign(mark: Any, lines: list[str]) -> str:  # noqa: ANN401
    return lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""


def _tab(line: str, mark: Any) -> Finding | None:  # noqa: ANN401
    indent = line[: len(line) - len(line.lstrip())]
    column = mark.column if line[mark.column : mark.column + 1] == "\t" else indent.find("\t")
    return Finding("L010", span=Span(mark.line, column, mark.line, column + 1)) if column >= 0 else None


def _broken_text(
    error: Any,  # noqa: ANN401
    mark: Any,  # noqa: ANN401
    lines: list[str],
    before: tuple[str, Span] | None,
) -> Finding | None:
    """What stands right behind a text over several lines is wrong: the text ended too early or too late."""
    if before is None:
        return None
    style, span = before
    if "simple key" in str(error.context or ""):
        mark = error.context_mark
    if span.end_line != mark.line:
        return None
    if style in ('"', "'"):  # the quote that closes it is one that should have opened the next
        first = Span(span.line, span.column, span.line, span.column + 1)
        return Finding("L017", span=first, words={"sign": style})
    line = lines[mark.line].rstrip()
    if line[: mark.column].strip() or is_key(line[mark.column :].partition(" ")[0].rstrip(":")):
        return None
    return Finding("L029", span=_here(mark, len(line) - mark.column))


def _never_closed(error: Any, lines: list[str], brackets: Sequence[Span]) -> Finding | None:  # noqa: ANN401
    """Quotes and brackets that end in the wrong place or nowhere: the place to mend is where they open."""
    context, opened = str(error.context or ""), error.context_mark
    if "quoted scalar" in context and "end of stream" in error.problem:
        return Finding("L017", span=_here(opened), words={"sign": _sign(opened, lines)})
    for open_ in reversed(brackets):
        rest = lines[open_.line][open_.column :]
        closing = _CLOSING.get(rest[:1])  # none: a key without braces of its own
        if closing is not None:
            return None if closing in rest else Finding("L017", span=open_, words={"sign": rest[0]})
    return None


def _by_context(error: Any, lines: list[str]) -> Finding | None:  # noqa: ANN401, PLR0911  # one return a complaint
    """Complaints whose place is where the thing begins, not where the parser gave up."""
    context, start = str(error.context or ""), error.context_mark
    if start is None:
        return None
    sign = _sign(start, lines)
    if "an alias" in context or "an anchor" in context:
        return Finding("L012", span=_here(start), words={"mark": sign})
    if "block scalar" in context:
        sign = lines[start.line][start.column :].split()[0]
        return Finding("L030", span=_here(start, len(sign)), words={"sign": sign})
    if "directive" in context or "a tag" in context:
        return Finding("L018", span=_here(start), words={"sign": sign})
    if "quoted scalar" in context:
        return Finding("L027", span=_here(error.problem_mark))
    if "simple key" in context:
        return Finding("L025", span=_here(start, len(lines[start.line].rstrip()) - start.column))
    return None


def _by_problem(error: Any, mark: Any, lines: list[str]) -> Finding | None:  # noqa: ANN401
    problem, sign = str(error.problem or ""), _sign(mark, lines)
    if "mapping values are not allowed" in problem:
        return _colon(mark, lines)
    if "block sequence entries are not allowed" in problem:
        return Finding("L026", span=_here(mark))
    if "cannot start any token" in problem or ("node content" in problem and sign in tuple(",]}")):
        return Finding("L018", span=_here(mark), words={"sign": sign})
    return None


def _colon(mark: Any, lines: list[str]) -> Finding:  # noqa: ANN401
    """A colon inside a value; or a key that the parser took for the end of the value on the line above."""
    key = _KEY_ALONE.match(lines[mark.line][: mark.column])
    if key is None:
        return Finding("L016", span=_here(mark))
    above = _line_above(lines, mark.line, key.start("key"))
    start = _content(lines[above])
    if start == key.start("key") and ":" not in lines[above]:
        return Finding("L025", span=Span(above, start, above, len(lines[above].rstrip())))
    line = mark.line
    if key["dash"] and (
        first := _KEY_FIRST.match(lines[above])
    ):  # a new item: the line above stands too far left
        key, line = first, above
    span = Span(line, key.start("key"), line, key.end("key"))
    return Finding("L028", span=span, words={"key": key["key"]})


def _line_above(lines: list[str], number: int, column: int) -> int:
    """The nearest line above with content that begins no further right than a column."""
    return next(
        (n for n in range(number - 1, -1, -1) if lines[n].strip() and _content(lines[n]) <= column), 0
    )


def _content(line: str) -> int:
    """The column where a line's content begins, dashes of lists left out."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def _value_goes_on(mark: Any, line: str) -> Finding | None:  # noqa: ANN401
    """Text after a closing quote or bracket: «title: "Toàn dân" đoàn kết», «text: [khẩn] làm ngay»."""
    found = _OPENING.match(line)
    if found is None or found.start("sign") >= mark.column:
        return None
    column = found.start("sign")
    return Finding("L018", span=Span(mark.line, column, mark.line, column + 1), words={"sign": found["sign"]})
