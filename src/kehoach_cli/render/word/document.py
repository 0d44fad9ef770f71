"""A Word template filled: the one way from names and a template to a document's bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.bounds import one_document
from kehoach_cli.render.foreign import T, changed, plain
from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.word.archive import CORE, DOCUMENT, STYLES, core_properties, packed, read_parts
from kehoach_cli.render.word.stamp import stamped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

_PRINTED = ("word/document", "word/header", "word/footer")


class WordFile(NamedTuple):
    """A document's bytes and how many notes of ours stand in it."""

    content: bytes
    notes: int


class About(NamedTuple):
    """What the file's own properties say of it: shown by Word, read by `kehoach issued`.

    `facts` are short texts by ASCII names; they travel with the file through Word and LibreOffice.
    """

    title: str
    author: str
    day: date
    facts: Mapping[str, str] = {}
    is_demo: bool = False  # marked as made-up on every page


@one_document()
def word_document(
    name: str, names: Mapping[str, Any], folders: Sequence[Path], about: About, *, verbatim: bool = False
) -> WordFile:
    """The template `name` of the first folder that has it, filled with `names`; equal input, equal bytes.

    Texts of others in `names` are marked (foreign.marked). Unless `verbatim`, a text's closing «./.»
    outside tables becomes a stop. Any fault in the template raises TemplateFault; there is no document.
    """
    from kehoach_cli.render.word.grid import settle_grids
    from kehoach_cli.render.word.printing import print_part
    from kehoach_cli.render.word.rule_lines import fit_rules
    from kehoach_cli.render.word.sections import close_sections
    from kehoach_cli.render.word.styles import read_styles
    from kehoach_cli.render.word.tree import MalformedError, part_form
    from kehoach_cli.render.word.weaving import weave

    path = found(name, folders)
    parts = read_parts(path)
    try:
        styles = read_styles(parts.get(STYLES, b"<none/>"))
    except MalformedError as e:
        raise TemplateFault(str(path), 0, "tệp mẫu hỏng; mở bằng Word rồi lưu lại dạng .docx") from e
    printed = sorted(p for p in parts if p.startswith(_PRINTED) and p.endswith(".xml"))
    notes = 0
    for part in printed:
        if part != DOCUMENT and b"{" not in parts[part]:
            continue
        root = print_part(parts[part], names, folders, str(path))
        settle_grids(root, str(path))
        notes += weave(root, styles, verbatim=verbatim)
        close_sections(root)
        if getattr(names.get("view"), "trace", ()):
            from kehoach_cli.render.word.trace_links import link_marks

            link_marks(root)
        fit_rules(root, styles)
        parts[part] = part_form(root)
    if about.is_demo:
        from kehoach_cli.render.word.demonstration import marked_parts

        parts = marked_parts(parts)
    parts[CORE] = core_properties(about.title, about.author, about.day)
    return WordFile(packed(stamped(parts, about.facts)), notes)


def found(name: str, folders: Sequence[Path]) -> Path:
    """The template of that name in the first folder that has it; TemplateFault where none has."""
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        raise TemplateFault(name, 0, f"không tìm thấy mẫu “{name}”")
    return path


def legible(view: T) -> T:
    """The same view; a control character, which Word cannot hold, is shown as U+FFFD and not dropped."""
    return changed(view, _legible)


def _legible(text: str) -> str:
    text = plain(text)
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(char: str) -> str:
    is_kept = char in "\t\n\v\f\r\x85" or " " <= char < "\x7f" or char > "\x9f"
    return char if is_kept else "\ufffd"
