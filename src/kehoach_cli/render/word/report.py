"""The consolidated report and its cover as Word documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.foreign import plain
from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.word.archive import CORE, DOCUMENT, STYLES, core_properties, packed, read_parts
from kehoach_cli.render.word.given import given_for_cover, given_names, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation

DRAFT, WORKING, COVER = "bao-cao.docx", "bang-tong-hop.docx", "phieu-trinh.docx"
_PRINTED = ("word/document", "word/header", "word/footer")
_TITLES = {DRAFT: "Báo cáo", WORKING: "Bảng tổng hợp báo cáo", COVER: "Phiếu trình giải quyết công việc"}


class WordFile(NamedTuple):
    """A document's bytes and how many notes of ours stand in it."""

    content: bytes
    notes: int


def word_report(
    view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]
) -> WordFile:
    """The draft for signature, or the working copy, as .docx: equal views give equal bytes.

    Of `folders` the first that has the template gives it, and each partial likewise; a fault in one
    raises TemplateFault, and there is no document. `with_status` adds to the draft who has reported.
    """
    name = WORKING if working else DRAFT
    return _made(name, view, given_names(_legible(view), working=working, with_status=with_status), folders)


def word_cover(view: Consolidation, folders: Sequence[Path]) -> WordFile:
    """The one-page phiếu trình that carries what the draft leaves open; `notes` are the draft's."""
    notes = word_report(view, working=False, with_status=False, folders=folders).notes
    made = _made(COVER, view, given_for_cover(_legible(view), notes), folders)
    return WordFile(made.content, notes)


def _made(name: str, view: Consolidation, names: Mapping[str, Any], folders: Sequence[Path]) -> WordFile:
    from kehoach_cli.render.word.printing import print_part
    from kehoach_cli.render.word.rule_lines import fit_rules
    from kehoach_cli.render.word.styles import read_styles
    from kehoach_cli.render.word.tree import MalformedError, part_form
    from kehoach_cli.render.word.weaving import weave

    path = _found(name, folders)
    parts = read_parts(path)
    try:
        styles = read_styles(parts.get(STYLES, b"<none/>"))
    except MalformedError as e:
        raise TemplateFault(str(path), 0, "tệp mẫu hỏng; mở bằng Word rồi lưu lại dạng .docx") from e
    printed = sorted(p for p in parts if p.startswith(_PRINTED) and p.endswith(".xml"))
    given = {**names, **sentences(folders, names)}
    notes = 0
    for part in printed:
        if part != DOCUMENT and b"{" not in parts[part]:
            continue
        root = print_part(parts[part], given, folders, str(path))
        notes += weave(root, styles, verbatim=name == WORKING)
        fit_rules(root, styles)
        parts[part] = part_form(root)
    parts[CORE] = core_properties(f"{_TITLES[name]} {view.period.name}", view.paper.issuer, view.as_of)
    return WordFile(packed(parts), notes)


def _found(name: str, folders: Sequence[Path]) -> Path:
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        raise TemplateFault(name, 0, f"không tìm thấy mẫu “{name}”")
    return path


def _legible(view: Consolidation) -> Consolidation:
    """The same view; a control character, which Word cannot hold, is shown as U+FFFD and not dropped."""
    return _shown(view)  # type: ignore[no-any-return]


def _shown(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        text = plain(value)
        return text if text.isprintable() else "".join(map(_sign, text))
    if isinstance(value, tuple):
        return getattr(type(value), "_make", tuple)([_shown(item) for item in value])
    return value


def _sign(char: str) -> str:
    is_kept = char in "\t\n\v\f\r\x85" or " " <= char < "\x7f" or char > "\x9f"
    return char if is_kept else "\ufffd"
