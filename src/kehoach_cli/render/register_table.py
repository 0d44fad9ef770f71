"""The register, or one entry of it, as tables and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.render.duties_table import duties_foot
from kehoach_cli.render.load_table import load_data, load_table, load_words
from kehoach_cli.render.succession_words import absence_words, life_facts
from kehoach_cli.render.table import Forms, Part, Table

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.agencies import Agency, Group
    from kehoach_cli.model.register import Member
    from kehoach_cli.queries.register import EntryView, RegisterView

KIND_NAMES = {
    "phong-ban": "Phòng, ban",
    "don-vi-su-nghiep": "Đơn vị sự nghiệp",
    "mat-tran-doan-the": "Mặt trận, đoàn thể",
    "ubnd-xa": "UBND xã",
    "cong-an": "Công an",
    "cap-tren": "Cấp trên",
}
_AGENCY_COLUMNS = ("Tên", "Cách viết khác", "Mã", "Loại", "Ký hiệu", "Liên hệ")
_GROUP_COLUMNS = ("Tên nhóm", "Cách viết khác", "Mã", "Thành phần")


def register_forms(view: RegisterView) -> Forms:
    """People get two tables; CSV has agencies and groups in one."""

    def tables() -> list[Table]:
        return [_agencies(view), _groups(view)]

    return Forms(tables, lambda: register_data(view), lambda: _whole(view), pages=tables)


def _agencies(view: RegisterView) -> Table:
    rows = tuple((str(n), *_agency_cells(a, view.as_of)) for n, a in enumerate(view.agencies, 1))
    titles = ("DANH MỤC CƠ QUAN", f"(tính đến ngày {print_day(view.as_of)})")
    return Table(titles, ("TT", *_AGENCY_COLUMNS), (Part("", rows),), (), narrow=(0,), name="Cơ quan")


def _groups(view: RegisterView) -> Table:
    rows = tuple(
        (str(n), group.name, "; ".join(group.aliases), group.id, composition(group, members))
        for n, (group, members) in enumerate(view.groups, 1)
    )
    foot = (f"Cộng: {len(view.agencies)} cơ quan, {len(view.groups)} nhóm.",)
    columns = ("TT", *_GROUP_COLUMNS)
    return Table(("NHÓM CƠ QUAN",), columns, (Part("", rows),), foot, narrow=(0,), name="Nhóm cơ quan")


def _whole(view: RegisterView) -> Table:
    columns = (*_AGENCY_COLUMNS, "Thành phần", "Thành viên")
    rows = [(*_agency_cells(a, view.as_of), "", "") for a in view.agencies]
    for group, members in view.groups:
        certain = "; ".join(m.agency.name for m in members if m.certain)
        aliases = "; ".join(group.aliases)
        rows.append((group.name, aliases, group.id, "Nhóm", "", "", composition(group, members), certain))
    return Table((), columns, (Part("", tuple(rows)),), ())


def _agency_cells(agency: Agency, as_of: date) -> tuple[str, ...]:
    """The cells of _AGENCY_COLUMNS; behind the name of who is not there on that day, since or until when."""
    aliases = "; ".join(agency.aliases)
    return (
        agency.name + absence_words(agency, as_of),
        aliases,
        agency.id,
        KIND_NAMES[agency.kind],
        agency.symbol or "",
        agency.contact or "",
    )


def composition(group: Group, members: tuple[Member, ...]) -> str:
    """«9 cơ quan», or that nobody enumerated the members and who may be meant."""
    certain = sum(m.certain for m in members)
    if not group.open:
        return f"{certain} cơ quan"
    known = f"đã rõ {certain} cơ quan" if certain else "chưa rõ cơ quan nào"
    possible = len(members) - certain
    return f"chưa xác định thành phần ({known}" + (f"; có thể gồm {possible})" if possible else ")")


def entry_forms(view: EntryView) -> Forms:
    """One agency or group, fact by fact."""

    def tables() -> list[Table]:
        return [_entry(view), *([load_table(view.load)] if view.load.plans else [])]

    return Forms(tables, lambda: entry_data(view), lambda: _entry(view), pages=tables)


def _entry(view: EntryView) -> Table:
    entry = view.entry
    facts = [("Tên", entry.name), ("Cách viết khác", "; ".join(entry.aliases)), ("Mã", entry.id)]
    if view.is_group:
        facts += _group_facts(view)
    else:
        facts += _agency_facts(view)
    facts += [("Ghi chú", entry.note or "")]
    rows = tuple((name, text) for name, text in facts if text)
    titles = (entry.name.upper(), f"(tính đến ngày {print_day(view.tasks.as_of)})")
    foot = (*duties_foot(view.tasks), *load_words(view.load))
    columns = ("Thông tin", "Nội dung")
    return Table(titles, columns, (Part("", rows),), foot, narrow=(0,), name=entry.name, keys=1)


def _agency_facts(view: EntryView) -> list[tuple[str, str]]:
    agency: Any = view.entry
    belongs = [g.name for g, member in view.groups if member.certain]
    may = [g.name for g, member in view.groups if not member.certain]
    return [
        ("Loại", KIND_NAMES[agency.kind]),
        ("Ký hiệu", agency.symbol or ""),
        ("Liên hệ", agency.contact or ""),
        *life_facts(view.tasks.life),
        ("Thuộc nhóm", "; ".join(belongs)),
        ("Có thể thuộc nhóm", "; ".join(may)),
    ]


def _group_facts(view: EntryView) -> list[tuple[str, str]]:
    group: Any = view.entry
    certain = [m.agency.name for m in view.members if m.certain]
    may = [m.agency.name for m in view.members if not m.certain]
    return [
        ("Thành phần", composition(group, view.members)),
        ("Thành viên", "; ".join(certain)),
        ("Có thể gồm", "; ".join(may)),
    ]


def _agency_data(agency: Agency) -> dict[str, Any]:
    """`from`, `until`, `successors` and `basis` only of agencies that have a life of their own."""
    life = {
        "from": agency.from_.isoformat() if agency.from_ else None,
        "until": agency.until.isoformat() if agency.until else None,
        "successors": list(agency.successors),
        "basis": agency.basis,
    }
    return {
        "id": agency.id,
        "name": agency.name,
        "aliases": list(agency.aliases),
        "kind": agency.kind,
        "symbol": agency.symbol,
        "contact": agency.contact,
        **(life if any(life.values()) else {}),
    }


def _group_data(group: Group, members: tuple[Member, ...]) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "aliases": list(group.aliases),
        "open": group.open,
        "members": [m.agency.id for m in members if m.certain],
        "possible": [m.agency.id for m in members if not m.certain],
    }


def register_data(view: RegisterView) -> dict[str, Any]:
    """The answer `kehoach/agencies/1`."""
    return {
        "schema": "kehoach/agencies/1",
        "as_of": view.as_of.isoformat(),
        "agencies": [_agency_data(a) for a in view.agencies],
        "groups": [_group_data(g, members) for g, members in view.groups],
    }


def entry_data(view: EntryView) -> dict[str, Any]:
    """The same schema, with the one entry asked about and the groups it is in."""
    group: Any = view.entry
    agency: Any = view.entry
    groups = [{"id": g.id, "name": g.name, "certain": m.certain} for g, m in view.groups]
    return {
        "schema": "kehoach/agencies/1",
        "as_of": view.tasks.as_of.isoformat(),
        "agencies": [] if view.is_group else [_agency_data(agency) | {"groups": groups}],
        "groups": [_group_data(group, view.members)] if view.is_group else [],
        "load": load_data(view.load),
    }
