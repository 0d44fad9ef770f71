"""The changes between two states of a folder, as text, as Markdown and as JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from textwrap import fill
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.model.days import print_day
from kehoach_cli.render.change_words import sentence
from kehoach_cli.render.sentences import cite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.queries.change import Change
    from kehoach_cli.queries.changes import ChangesView, Section

TITLE = "CÁC THAY ĐỔI"
NOTHING = "Không có thay đổi nào về nội dung."
_AREAS = {"agencies": "Danh mục cơ quan", "office": "Thông tin của cơ quan", "calendar": "Lịch làm việc"}


class Side(NamedTuple):
    """What is compared: a commit with its day, or a folder by its path («» is the one a person works in)."""

    commit: str = ""
    day: date | None = None
    folder: str = ""


def side_words(side: Side) -> str:
    """«bản 3f2a1c9 (ngày 14/5/2025)», «thư mục ban-cu», «các tệp đang có»."""
    if side.commit:
        return f"bản {side.commit[:7]}" + (f" (ngày {print_day(side.day)})" if side.day else "")
    return f"thư mục {side.folder}" if side.folder else "các tệp đang có"


def heading(section: Section) -> str:
    """The plan as it is cited, or the name of the area."""
    return cite(section.document) if section.document else _AREAS[section.area]


def changes_text(view: ChangesView, old: Side, new: Side, width: int | None) -> str:
    """A title, then a heading and a list for each area; broken to `width` columns where there is one."""
    lines = [TITLE, f"từ {side_words(old)} đến {side_words(new)}", ""]
    lines += section_lines(view, width) if view.sections else [NOTHING]
    lines += ["", _sum(view)] if view.sections else []
    return "".join(f"{line}\n" for line in lines)


def section_lines(view: ChangesView, width: int | None, indent: str = "") -> list[str]:
    """The headings and lists alone, a blank line between areas."""
    lines: list[str] = []
    for section in view.sections:
        lines += ["", f"{indent}{heading(section)}"] if lines else [f"{indent}{heading(section)}"]
        lines += [_item(said, width, indent) for said in _said(section)]
    return lines


def _said(section: Section) -> Iterator[str]:
    return (sentence(change, section.document) for change in section.changes)


def _item(text: str, width: int | None, indent: str) -> str:
    if width is None:
        return f"{indent}- {text}"
    begin, go_on = f"{indent}- ", f"{indent}  "
    return fill(
        text,
        width,
        initial_indent=begin,
        subsequent_indent=go_on,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _sum(view: ChangesView) -> str:
    return f"Cộng: {view.total} thay đổi."


def changes_markdown(view: ChangesView, old: Side, new: Side) -> str:
    """The same as a section of another document."""
    from kehoach_cli.render.markdown_escape import escape

    blocks = [f"## {TITLE}", escape(f"từ {side_words(old)} đến {side_words(new)}")]
    for section in view.sections:
        blocks.append(f"### {escape(heading(section))}")
        blocks.append("\n".join(f"- {escape(said)}" for said in _said(section)))
    blocks.append(_sum(view) if view.sections else NOTHING)
    return "\n\n".join(blocks) + "\n"


def changes_data(view: ChangesView, old: Side, new: Side) -> dict[str, Any]:
    """The answer `kehoach/diff/1`; of a change only the facts that its kind has."""
    return {
        "schema": "kehoach/diff/1",
        "old": _side_data(old),
        "new": _side_data(new),
        "sections": [
            {
                "area": section.area,
                "plan": section.plan or None,
                "number": section.document.number if section.document else None,
                "changes": [_change_data(change, section) for change in section.changes],
            }
            for section in view.sections
        ],
    }


def _side_data(side: Side) -> dict[str, str | None]:
    day = side.day.isoformat() if side.day else None
    return {"commit": side.commit or None, "date": day, "folder": side.folder or None}


_ASIDE = ("record", "earlier", "is_alone", "words", "parts")


def _change_data(change: Change, section: Section) -> dict[str, Any]:
    facts = {k: _plain(v) for k, v in change._asdict().items() if k not in _ASIDE and v not in ("", (), None)}
    if change.words:
        facts["words"] = [{"old": w.old, "new": w.new} for w in change.words]
    if change.parts:
        facts["parts"] = {key: list(inside) for key, inside in change.parts}
    period = getattr(change.record, "period", None)
    if period is not None and period != change.of:
        facts["period"] = period
    return facts | {"said": sentence(change, section.document)}


def _plain(value: Any) -> Any:  # noqa: ANN401  # whatever a field of a record holds
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
