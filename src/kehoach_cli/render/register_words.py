"""One sentence for each change of the register, of the office's own facts and of its calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.render.change_labels import become, gone_and_come, label
from kehoach_cli.render.register_table import KIND_NAMES
from kehoach_cli.render.succession_words import NOBODY_FOLLOWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.queries.change import Change

_DOCUMENTS = {"bao-cao": "báo cáo", "cong-van": "công văn"}
_DAYS = {"off": "ngày nghỉ", "working": "ngày làm việc"}


def _whose(change: Change) -> str:
    return f"nhóm {change.of}" if change.group == "groups" else change.of


def _merged(change: Change, _: str) -> str:
    olds = ", ".join(change.removed)
    if change.is_alone:
        return f"Hợp nhất {olds} thành {change.of}"
    return f"Hợp nhất {olds} vào {change.of}"


def _followed(change: Change, _: str) -> str:
    """Several that one follows were merged; one that is followed by a new one has got another name."""
    olds, since = ", ".join(change.removed), _since(change)
    if len(change.removed) == 1 and change.is_alone:
        return f"Đổi tên {olds} thành {change.of} {since}"
    return f"Hợp nhất {olds} {'thành' if change.is_alone else 'vào'} {change.of} {since}"


def _ended(change: Change, _: str) -> str:
    follows = f"cơ quan kế thừa: {', '.join(change.added)}" if change.added else NOBODY_FOLLOWS
    return f"{change.of} kết thúc hoạt động {_since(change)}; {follows}"


def _since(change: Change) -> str:
    """«từ ngày 01/7/2025 (Nghị quyết …)»."""
    basis = f" ({change.record.basis.rstrip('.')})" if change.record.basis else ""
    day = change.new
    return f"từ ngày {print_day(day) if isinstance(day, date) else day}{basis}"


def _renamed(change: Change, _: str) -> str:
    return f"Đổi tên {'nhóm ' if change.group == 'groups' else ''}{change.old} thành {change.new}"


def _added(change: Change, _: str) -> str:
    if change.group == "agencies":
        return f"Bổ sung {change.of} vào danh mục cơ quan (loại: {KIND_NAMES[change.record.kind]})"
    group = change.record
    size = f" ({len(group.members)} thành viên)" if group.members else ""
    return f"Bổ sung nhóm {change.of}{' chưa xác định thành phần' if group.open else size}"


def _removed(change: Change, _: str) -> str:
    return f"Bỏ nhóm {change.of}" if change.group == "groups" else f"Bỏ {change.of} khỏi danh mục cơ quan"


def _aliases(change: Change, _: str) -> str:
    return gone_and_come(f"cách viết khác của {_whose(change)}", change.removed, change.added)


def _members(change: Change, _: str) -> str:
    what = "thành viên" if change.field == "members" else "nơi có thể là thành viên"
    return gone_and_come(f"{what} của nhóm {change.of}", change.removed, change.added)


def _field(change: Change, _: str) -> str:
    if change.field == "open":
        state = "chưa xác định đủ thành phần" if change.new else "đã xác định đủ thành phần"
        return f"Nhóm {change.of} nay {state}"
    if change.field == "kind":
        old, new = KIND_NAMES[str(change.old)], KIND_NAMES[str(change.new)]
        return f"Chuyển {change.of} từ loại {old} sang loại {new}"
    return become(f"{label('agency', change.field)} của {_whose(change)}", change)


def _register_added(change: Change, _: str) -> str:
    agencies, groups = (len(names) for _, names in change.parts)
    return f"Lập danh mục cơ quan: {agencies} cơ quan, {groups} nhóm"


def _entry(change: Change) -> str:
    """«cơ quan ban hành UBND huyện», «thẩm quyền ký công văn», «đầu mối liên hệ bà A»."""
    if change.group == "signatures":
        return f"thẩm quyền ký {_DOCUMENTS[change.of]}"
    return f"{'cơ quan ban hành' if change.group == 'office' else 'đầu mối liên hệ'} {change.of}"


def _office_entry(change: Change, verb: str) -> str:
    record = change.record
    more = (
        f": {', '.join((*record.lines, record.name or '')).strip(', ')}"
        if change.group == "signatures"
        else ""
    )
    return f"{verb} {_entry(change)}{more}"


def _day(change: Change, verb: str) -> str:
    why = f" ({change.record.name})" if change.record.name else ""
    return f"{verb} {_DAYS[change.group]} {change.of}{why}"


REGISTER: dict[str, Callable[[Change, str], str]] = {
    "register_added": _register_added,
    "agencies_merged": _merged,
    "agencies_followed": _followed,
    "agency_ended": _ended,
    "agency_removed": _removed,
    "agency_added": _added,
    "agency_renamed": _renamed,
    "agency_aliases": _aliases,
    "agency_field": _field,
    "agency_list": lambda c, _: gone_and_come(
        f"{label('agency', c.field)} của {_whose(c)}", c.removed, c.added
    ),
    "group_members": _members,
    "agencies_order": lambda c, _: f"Sắp xếp lại thứ tự trong danh mục cơ quan: {'; '.join(c.added)}",
    "office_file_added": lambda _, __: "Lập thông tin của cơ quan (office.yaml)",
    "office_file_removed": lambda _, __: "Bỏ thông tin của cơ quan (office.yaml)",
    "office_added": lambda c, _: _office_entry(c, "Bổ sung"),
    "office_removed": lambda c, _: _office_entry(c, "Bỏ"),
    "office_field": lambda c, _: become(f"{label('office', c.field)} của {_entry(c)}", c),
    "office_list": lambda c, _: gone_and_come(
        f"{label('office', c.field)}{f' của {_entry(c)}' if c.group else ''}", c.removed, c.added
    ),
    "day_added": lambda c, _: _day(c, "Bổ sung"),
    "day_removed": lambda c, _: _day(c, "Bỏ"),
    "day_field": lambda c, _: become(f"{label('day', c.field)} của {_DAYS[c.group]} {c.of}", c),
}
