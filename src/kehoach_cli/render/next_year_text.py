"""The list of what became of a plan on its way into another year, for the person who goes on with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.render.next_year_words import OPEN, moved_words, place_of, settling
from kehoach_cli.render.sentences import cite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kehoach_cli.queries.next_year import NextYear, Step

    Path = tuple[str | int, ...]

_LISTED = {"other_years", "exempt", "extended"}  # neither moved nor to be settled


class Placed(NamedTuple):
    """The new file, and on which line of it (from 1) each step's value stands; None: nowhere any more."""

    file: str
    lines: Mapping[Path, int | None]
    comments: tuple[int, ...] = ()  # lines with nothing but a comment that names the old year


def head_lines(view: NextYear) -> list[str]:
    """The comment that opens the new file."""
    document = view.folder.plan.document
    return [
        f"# DỰ THẢO NĂM {view.year}, chuyển từ {cite(document)}, tệp plan/{view.folder.id}.",
        f"# Chỗ nào có chữ «{OPEN}» thì sửa hoặc giữ, rồi xóa lời nhắc đó. Xong hết thì xóa ba dòng này.",
        f"# Chú thích khác chép nguyên từ tệp năm {document.year}, nói về văn bản năm {document.year}.",
    ]


def next_year_text(view: NextYear, placed: Placed) -> str:
    """What to decide first; then what moved, what stays as it was, what is not carried over."""
    old = view.folder.plan.document
    lines = [f"Kế hoạch năm {view.year} chuyển từ {cite(old)}: {placed.file}"]
    for section in (_open(view, placed), _moved(view, placed), _kept(view, placed), _left(view)):
        if section:
            lines += ["", *section]
    return "".join(f"{line}\n" for line in lines)


def _at(step: Step, placed: Placed) -> str:
    line = placed.lines.get(step.path)
    return f"{placed.file}:{line}" if line else placed.file


def _in_order(view: NextYear, placed: Placed) -> list[Step]:
    """The steps by their lines in the new file; what stands nowhere any more comes last."""
    return sorted(view.steps, key=lambda step: placed.lines.get(step.path) or sys.maxsize)


def _open(view: NextYear, placed: Placed) -> list[str]:
    """What a person decides; that a group has lost members is settled in the register."""
    steps = [s for s in _in_order(view, placed) if s.decide]
    lines = _told(steps, placed, lambda step: _with_move(step, settling(step, view)))
    groups = [
        f"plan/agencies.yaml: nhóm {name}: đã kết thúc hoạt động, chưa xác định cơ quan kế thừa: "
        f"{'; '.join(lost)}"
        for name, lost in view.groups
    ]
    count = len(steps) + len(groups)
    head = f"{OPEN} ({len(lines) + len(groups)} việc, {count} chỗ)"
    return [head, *lines, *groups] if count else []


def _with_move(step: Step, words: str) -> str:
    return f"{moved_words(step, short=True)}; {words}" if step.kind in ("day", "timing") else words


def _moved(view: NextYear, placed: Placed) -> list[str]:
    steps = [
        s for s in _in_order(view, placed) if s.new is not None and not s.decide and s.kind not in _LISTED
    ]
    return [f"ĐÃ CHUYỂN SANG NĂM {view.year} ({len(steps)} chỗ)", *_told(steps, placed, moved_words)]


def _told(steps: list[Step], placed: Placed, words: Callable[[Step], str]) -> list[str]:
    """One line for what is the same at several places, with all the lines it stands on."""
    said: dict[str, list[Step]] = {}
    for step in steps:
        said.setdefault(words(step), []).append(step)
    lines = []
    for told, (first, *others) in said.items():
        more = "; ".join(_also(step, placed) for step in others)
        lines.append(f"{_at(first, placed)}: {place_of(first)}: {told}{f'. Còn ở: {more}' if more else ''}")
    return lines


def _also(step: Step, placed: Placed) -> str:
    line = placed.lines.get(step.path)
    return f"dòng {line} ({place_of(step)})" if line else place_of(step)


def _kept(view: NextYear, placed: Placed) -> list[str]:
    """Years that are not the plan's own, and comments, which nobody changes."""
    said = [
        f"{_at(s, placed)}: {place_of(s)}: năm {', '.join(s.more)}"
        for s in view.steps
        if s.kind == "other_years"
    ]
    if placed.comments:
        old = view.folder.plan.document.year
        said.append(f"{placed.file}: chú thích nhắc năm {old}: dòng {', '.join(map(str, placed.comments))}")
    return ["NHẮC NĂM KHÁC, GIỮ NGUYÊN", *said] if said else []


def _left(view: NextYear) -> list[str]:
    said = [*_left_files(view), *map(_left_list, (s for s in view.steps if s.kind in ("exempt", "extended")))]
    return ["KHÔNG CHUYỂN", *said] if said else []


def _left_files(view: NextYear) -> Iterator[str]:
    folder = view.folder
    if folder.source is not None:
        yield f"source.md: văn bản năm {folder.plan.document.year}; có văn bản năm {view.year} thì chép vào"
    counted = (
        ("báo cáo của cơ quan", len(folder.reports)),
        ("phần của Văn phòng trong báo cáo tổng hợp", len(folder.summaries)),
        ("khó khăn, vướng mắc báo cáo đột xuất", len(folder.raised)),
        ("văn bản đã phát hành", len(folder.sent)),
        ("lần chốt số liệu", len(folder.closings)),
    )
    if said := [f"{n} {what}" for what, n in counted if n]:
        yield "; ".join(said)

    if view.later:
        yield f"sửa đổi, bổ sung có hiệu lực sau năm {folder.plan.document.year}: {'; '.join(view.later)}"


def _left_list(step: Step) -> str:
    what = "không phải báo cáo" if step.kind == "exempt" else "gia hạn"
    return f"kỳ {step.where}, {what}: {'; '.join(step.more)}"
