"""How a text tells of agencies that took over from others, and of those that are no more (office: 8.13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import squeeze
from kehoach_cli.model.register import names_of
from kehoach_cli.model.succession import ended_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.report import Report
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.lives import Life
    from kehoach_cli.queries.naming import Naming
    from kehoach_cli.queries.vacancy import Vacancy

NOBODY_FOLLOWS = "chưa xác định cơ quan kế thừa"
NO_BASIS = "chưa có văn bản làm căn cứ trong hồ sơ"


def names_said(namings: Iterable[Naming]) -> str:
    """«Phòng Tư pháp; UBND các xã: Sơn Long, Sơn Tân»."""
    return "; ".join(f"{n.head}: {', '.join(n.ends)}" if n.ends else n.head for n in namings)


def with_predecessors(name: str, namings: Sequence[Naming]) -> str:
    """«UBND xã Sơn Tây (tiếp nhận nhiệm vụ của UBND các xã: Sơn Long, …)»; the name alone of others."""
    return f"{name} (tiếp nhận nhiệm vụ của {names_said(namings)})" if namings else name


def basis_words(agency: Agency) -> str:
    """« (Nghị quyết …)» behind a day of its life, or that no document is known."""
    return f" ({agency.basis.rstrip('.')})" if agency.basis else f" ({NO_BASIS})"


def end_words(agency: Agency) -> str:
    """«kết thúc hoạt động từ ngày 01/7/2025 (Nghị quyết …)»."""
    day = ended_on(agency)
    return f"kết thúc hoạt động từ ngày {print_day(day)}{basis_words(agency)}" if day else ""


def coming_words(agency: Agency) -> str:
    """«UBND xã Sơn Tây hoạt động từ ngày 01/7/2025 (Nghị quyết …)»."""
    since = f" hoạt động từ ngày {print_day(agency.from_)}{basis_words(agency)}" if agency.from_ else ""
    return f"{agency.name}{since}"


def life_words(life: Life) -> list[str]:
    """What is to be told of an agency's life on a day, a sentence each; nothing of one still to end."""
    agency, name = life.agency, life.agency.name
    took = f"tiếp nhận nhiệm vụ của {names_said(life.forebears_named)}" if life.forebears else ""
    if life.state == "ended":
        said = [f"{name} đã {end_words(agency)}."]
        follows = f"Cơ quan kế thừa nhiệm vụ: {names_said(life.heirs_named)}." if life.heirs else ""
        return [*said, follows or f"{NOBODY_FOLLOWS[0].upper()}{NOBODY_FOLLOWS[1:]}."]
    since = f"từ ngày {print_day(agency.from_)}{basis_words(agency)}" if agency.from_ else ""
    if life.state == "coming":
        said = [f"{coming_words(agency)}; ngày đang xét ở trước ngày đó."]
        return [*said, f"Từ ngày đó {took}."] if took else said
    if not took:
        return []
    return [f"{since[0].upper()}{since[1:]}, {name} {took}." if since else f"{name} {took}."]


def absence_words(agency: Agency, day: date) -> str:
    """« (hoạt động từ ngày …)», « (đã kết thúc từ ngày …)» of who is not there on a day; else nothing."""
    if agency.from_ is not None and day < agency.from_:
        return f" (hoạt động từ ngày {print_day(agency.from_)})"
    ended = ended_on(agency)
    return f" (đã kết thúc từ ngày {print_day(ended)})" if ended and ended <= day else ""


def life_facts(life: Life | None) -> list[tuple[str, str]]:
    """Heads and words of an agency's life, for a page that tells it fact by fact; empty words for none."""
    if life is None:
        return []
    agency = life.agency
    return [
        ("Hoạt động từ", print_day(agency.from_) if agency.from_ else ""),
        ("Hoạt động đến", print_day(agency.until) if agency.until else ""),
        ("Căn cứ", agency.basis or ("" if agency.from_ is None and agency.until is None else NO_BASIS)),
        ("Tiếp nhận từ", names_said(life.forebears_named)),
        ("Cơ quan kế thừa", names_said(life.heirs_named) or (NOBODY_FOLLOWS if agency.until else "")),
    ]


def slot_marks(slot: Slot) -> Iterator[str]:
    """Whose reports stand in a slot beside its agency's own: its predecessors', or its successor's."""
    filed = slot.filed.report if slot.filed else None
    before = [f.report for f in slot.parts]
    if filed and slot.is_joint and not filed.covers:
        yield f"Trong báo cáo của {filed.agency}"
    elif filed and not slot.is_joint and squeeze(filed.agency) not in map(squeeze, names_of(slot.agency)):
        before.append(filed)
    if before:
        when = "kết thúc" if slot.state == "ended" else "sắp xếp"
        yield f"Đã có báo cáo gửi trước khi {when}: {'; '.join(map(_report_words, before))}"


def _report_words(report: Report) -> str:
    """«UBND xã Sơn Mùa (số 12/BC-UBND, đến ngày 20/6/2025)»."""
    number = f"số {report.number}, " if report.number else ""
    return f"{report.agency} ({number}đến ngày {print_day(report.received)})"


def ended_words(count: int) -> str:
    """How the slots of bodies that nobody follows are counted."""
    return (
        f"{count} cơ quan đã kết thúc hoạt động, {NOBODY_FOLLOWS}: báo cáo vẫn tính là chưa gửi, "
        "không tính quá hạn."
    )


def vacancy_words(vacancy: Vacancy) -> str:
    """Who received the reports and is no more, and what must be decided (office: 8.13)."""
    if vacancy.is_receiver:
        return (
            f"Cơ quan nhận báo cáo ghi trong kế hoạch ({', '.join(vacancy.names)}) đã kết thúc hoạt động từ "
            f"ngày {print_day(vacancy.since)}. Cần quyết định cơ quan nhận báo cáo, kèm văn bản làm căn cứ, "
            "rồi khai receiver của kỳ này ở amendments trong plan.yaml."
        )
    return (
        f"Cơ quan nhận và tổng hợp báo cáo ({', '.join(vacancy.names)}) đã kết thúc hoạt động từ ngày "
        f"{print_day(vacancy.since)}. Cần quyết định: (1) cơ quan nhận báo cáo; (2) cơ quan tổng hợp; "
        "(3) người ký; kèm văn bản làm căn cứ."
    )
