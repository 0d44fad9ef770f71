"""What can be wrong in a Word template, told with the paragraph it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.model.names import nearest_text
from kehoach_cli.render.fault_record import tell
from kehoach_cli.render.template_faults import TemplateFault, fault_of, limit_message
from kehoach_cli.render.word.skeleton import TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from jinja2 import nodes

    from kehoach_cli.render.word.skeleton import Skeleton, Tag

_LENGTH = 120
_WORD = re.compile(r"[{%#\s-]*(\w+)")
_APART = re.compile(r"\{\s+[{%#]|[}%#]\s+\}")
_OF_JINJA = ("loop", "self", "super", "caller", "varargs", "kwargs")
_BLOCKS = ("for", "if", "macro", "call", "filter", "with", "block")


class WordFault(TemplateFault):
    """A fault in a Word template; `line` counts paragraphs, `paragraph` is the text of the one at fault."""

    def __init__(self, file: str, line: int, message: str, paragraph: str) -> None:
        super().__init__(file, line, message)
        self.paragraph = paragraph
        where = f", đoạn “{_cut(paragraph)}”" if paragraph.strip() else ""
        self.args = (f"{file}{where}: {message}",)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LENGTH else text[:_LENGTH].rstrip() + " …"


def check_blocks(made: Skeleton, file: str) -> None:
    """Raise WordFault where a block is not closed, closed twice, or closed in another place of the page.

    Where faults are put on record, all of them are, before the first is raised.
    """
    for found in (list(_bracket_faults(made, file)), list(_block_faults(made, file))):
        for fault in found:
            tell(fault)
        if found:
            raise found[0]


def _block_faults(made: Skeleton, file: str) -> Iterator[WordFault]:
    opened: list[tuple[str, Tag]] = []
    for tag in made.tags:
        word = _word(tag)
        if word in _BLOCKS:
            opened.append((word, tag))
        if not word.startswith("end") or word == "endset":
            continue
        if word not in [f"end{name}" for name, _ in opened]:
            yield _at(made, file, tag, f"thẻ {tag.code} không có thẻ mở tương ứng đứng trước")
            continue
        while word != f"end{opened[-1][0]}":
            yield _unclosed(made, file, *opened.pop())
        _, start = opened.pop()
        if start.container != tag.container:
            told = f"thẻ {start.code} và thẻ {tag.code} phải đứng cùng một đoạn, một ô hoặc một bảng"
            yield _at(made, file, start, told)
    for word, tag in reversed(opened):
        yield _unclosed(made, file, word, tag)


def _unclosed(made: Skeleton, file: str, word: str, tag: Tag) -> WordFault:
    return _at(made, file, tag, f"thẻ {tag.code} chưa đóng; thêm {{% end{word} %}} ở chỗ kết thúc")


def with_paragraph(fault: TemplateFault, made: Skeleton, file: str) -> TemplateFault:
    """A fault of this file as one that knows its paragraph; others as they are."""
    if fault.file != file or isinstance(fault, WordFault) or not 0 < fault.line <= len(made.lines):
        return fault
    return WordFault(file, fault.line, fault.message, made.lines[fault.line - 1])


def _bracket_faults(made: Skeleton, file: str) -> Iterator[WordFault]:
    for number, line in enumerate(made.lines, 1):
        rest = TAG.sub("", line)
        if any(mark in rest for mark in ("{{", "{%", "{#")):
            yield WordFault(file, number, "thẻ thiếu ngoặc đóng “}}” hoặc “%}” trong cùng đoạn", line)
        elif any(mark in rest for mark in ("}}", "%}", "#}")):
            yield WordFault(file, number, "thẻ thiếu ngoặc mở “{{” hoặc “{%” trong cùng đoạn", line)
        elif _APART.search(rest):
            yield WordFault(
                file, number, "dấu ngoặc của thẻ bị viết rời; viết liền “{{”, “{%”, “%}”, “}}”", line
            )


def check_names(ast: nodes.Template, made: Skeleton, file: str, known: Sequence[str]) -> None:
    """Raise WordFault for a name that nothing gives, even under a condition that does not hold today."""
    from jinja2 import nodes

    names = list(ast.find_all((nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)))
    made_here = {n.name for n in names if isinstance(n, nodes.Macro)}
    made_here |= {n.name for n in names if isinstance(n, nodes.Name) and n.ctx != "load"}
    if any(isinstance(n, (nodes.Import, nodes.FromImport)) for n in names):
        return  # what those bring is known only once they run
    every = {*known, *made_here, *_OF_JINJA}
    for name in names:
        if isinstance(name, nodes.Name) and name.name not in every:
            near = nearest_text(name.name, known)
            told = f"; gần nhất là “{near}”" if near else ""
            message = f"mẫu dùng “{name.name}” nhưng dữ liệu không có{told}"
            raise WordFault(file, name.lineno, message, made.lines[name.lineno - 1])


def _word(tag: Tag) -> str:
    if not tag.code.startswith("{%"):
        return ""
    found = _WORD.match(tag.code)
    word = found[1] if found else ""
    return "" if word == "set" else word


def _at(made: Skeleton, file: str, tag: Tag, message: str) -> WordFault:
    return WordFault(file, tag.line, message, made.lines[tag.line - 1])


def word_fault(
    error: Exception, made: Skeleton, file: str, folders: Sequence[Path], filters: Iterable[str]
) -> TemplateFault:
    """The fault that an exception means: in this template, or in a partial that it uses."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    inner, line = _place(error, file, folders)
    if isinstance(error, TemplateSyntaxError):
        inner, line = str(error.filename or file).endswith(".j2"), error.lineno
    if inner:
        return fault_of(error, file, folders, filters)
    paragraph = made.lines[line - 1] if 0 < line <= len(made.lines) else ""
    if isinstance(error, UndefinedError):
        return WordFault(file, line, str(error.message), paragraph)
    is_named = isinstance(error, TemplateNotFound) or "No filter named" in str(error)
    told = fault_of(error, file, (), filters).message if is_named else limit_message(error)
    if not told:
        is_syntax = isinstance(error, TemplateSyntaxError)
        told = "mẫu viết sai cú pháp" if is_syntax else "không thực hiện được đoạn này của mẫu"
    return WordFault(file, line, told, paragraph)


def _place(error: Exception, file: str, folders: Sequence[Path]) -> tuple[bool, int]:
    """Whether the innermost template on the way to the error is a partial, and the line in ours."""
    roots = tuple(str(folder) for folder in folders)
    is_inner, line, trace = False, 0, error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code.co_filename
        if code == file:
            is_inner, line = False, trace.tb_lineno
        elif code.startswith(roots) and code.endswith(".j2"):
            is_inner = True
        trace = trace.tb_next
    return is_inner, line
