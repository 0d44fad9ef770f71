"""A part of a Word template with data put in: XML in which texts of others are marked, or a fault."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.bounds import LARGEST_SOURCE, LONGEST, TOO_BIG, TOO_LONG
from kehoach_cli.render.fault_record import record
from kehoach_cli.render.foreign import CLOSE, OPEN
from kehoach_cli.render.template_faults import TemplateFault, template_errors
from kehoach_cli.render.templates import environment
from kehoach_cli.render.word.archive import escaped
from kehoach_cli.render.word.faults import WordFault, check_blocks, check_names, with_paragraph, word_fault
from kehoach_cli.render.word.names import FOREIGN, K, T
from kehoach_cli.render.word.skeleton import CHUNK, skeleton
from kehoach_cli.render.word.tree import MalformedError, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import CodeType

    from jinja2 import Environment, Template

    from kehoach_cli.render.word.skeleton import Skeleton

_SPAN = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*)(?:{CLOSE}|(?={OPEN})|$)")
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f]|[\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2: all but these
_REPLACED = "\ufffd"


def print_part(content: bytes, given: Mapping[str, Any], folders: Sequence[Path], file: str) -> Any:  # noqa: ANN401
    """The part's root element after printing; `given` by name. Any fault raises TemplateFault."""
    kept = record()
    if kept is None:
        made = _kept_skeleton(content, file)
        printed = _print(
            made, _kept_template(content, tuple(given), tuple(folders), file), given, folders, file
        )
    else:
        made = _skeleton(content, file)
        try:
            jinja = environment(folders, given)
            template = _template(made, kept.without_left_out(file, made.source), jinja, (), folders, file)
            printed = _print(made, template, given, folders, file)
        finally:
            kept.faults[:] = [with_paragraph(fault, made, file) for fault in kept.faults]
    try:
        root = parsed(_xml(printed, made.chunks, file).encode())
    except (MalformedError, IndexError) as e:
        raise TemplateFault(
            file, 0, "thẻ trong mẫu cắt ngang bảng hoặc đoạn văn; xem lại chỗ mở, chỗ đóng"
        ) from e
    if any(child.tag != FOREIGN for t in root.iter(T) for child in t):
        raise TemplateFault(file, 0, "mẫu đặt cả đoạn văn vào giữa một dòng chữ; xem lại các thẻ macro")
    return root


def _skeleton(content: bytes, file: str) -> Skeleton:
    try:
        made = skeleton(content)
    except MalformedError as e:
        raise TemplateFault(file, 0, "tệp mẫu hỏng; mở bằng Word rồi lưu lại dạng .docx") from e
    if len(made.source) > LARGEST_SOURCE:
        raise TemplateFault(file, 0, TOO_BIG)
    check_blocks(made, file)
    return made


_kept_skeleton = lru_cache(maxsize=8)(_skeleton)
"""A run of letters prints the same part hundreds of times."""


@lru_cache(maxsize=8)
def _kept_template(content: bytes, known: tuple[str, ...], folders: tuple[Path, ...], file: str) -> Template:
    """Compiled once a process, and kept with the other compiled templates between two."""
    made = _kept_skeleton(content, file)
    jinja = environment(folders, known)
    cache = jinja.bytecode_cache
    if cache is None:
        return _template(made, made.source, jinja, known, folders, file)
    # names are checked where the code is made: other names are another entry
    bucket = cache.get_bucket(jinja, f"{file}#{','.join(sorted(known))}", file, made.source)
    if bucket.code is None:
        bucket.code = _code(made, made.source, jinja, known, folders, file)
        cache.set_bucket(bucket)
    return jinja.template_class.from_code(jinja, bucket.code, jinja.make_globals(None))


def _template(
    made: Skeleton,
    source: str,
    jinja: Environment,
    known: tuple[str, ...],
    folders: Sequence[Path],
    file: str,
) -> Template:
    code = _code(made, source, jinja, known, folders, file)
    return jinja.template_class.from_code(jinja, code, jinja.make_globals(None))


def _code(
    made: Skeleton,
    source: str,
    jinja: Environment,
    known: tuple[str, ...],
    folders: Sequence[Path],
    file: str,
) -> CodeType:
    """`known`: the names there are; without any no name is judged here."""
    try:
        ast = jinja.parse(source, file, file)
        if known:
            check_names(ast, made, file, (*known, *jinja.globals))
        return jinja.compile(ast, file, file)
    except template_errors() as e:
        raise word_fault(e, made, file, folders, jinja.filters) from e


def _print(
    made: Skeleton, template: Template, given: Mapping[str, Any], folders: Sequence[Path], file: str
) -> str:
    parts, length = [], 0
    try:
        for part in template.generate(given):
            parts.append(part)
            length += len(part)
            if length > LONGEST:
                raise WordFault(file, 0, TOO_LONG, "")
    except template_errors() as e:
        raise word_fault(e, made, file, folders, template.environment.filters) from e
    return "".join(parts)


def _xml(printed: str, chunks: Sequence[str], file: str) -> str:
    """Markup back in its place; whatever else was printed is text and nothing but text."""
    pieces = printed.split(CHUNK)
    if sum(len(chunks[int(p)]) for p in pieces[1::2] if p.isdecimal()) > LONGEST:
        raise TemplateFault(file, 0, TOO_LONG)
    for index, piece in enumerate(pieces):
        pieces[index] = chunks[int(piece)] if index % 2 and piece.isdecimal() else _text(piece)
    return "".join(pieces)


def _text(printed: str) -> str:
    """Escaped, with an element around what others wrote; what XML cannot hold is shown as U+FFFD."""
    if OPEN not in printed:
        return _clean(printed.replace(CLOSE, ""))
    spans = _SPAN.split(printed)
    for index, span in enumerate(spans):
        clean = _clean(span.replace(OPEN, "").replace(CLOSE, ""))
        spans[index] = f'<k:f xmlns:k="{K}">{clean}</k:f>' if index % 2 else clean
    return "".join(spans)


def _clean(text: str) -> str:
    return escaped(text if text.isprintable() else _ILLEGAL.sub(_REPLACED, text))
