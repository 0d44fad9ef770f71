"""The office's own templates tried: every fault of theirs at once, and what leaves the decree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.render.fault_record import recorded
from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.template_registry import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.render.template_registry import Known, Sample

_MOST_RUNS = 20
_HINTS = (
    (r"dữ liệu không có; gần nhất là (“[^”]+”)", r"sửa thành \1."),
    (r"dữ liệu không có$", "so với mẫu đi kèm để biết tên đúng."),
    (r"bộ lọc .* gần nhất là (“[^”]+”)", r"sửa thành \1."),
    (r"thiếu macro|không có macro", "chép lại macro đó từ mẫu đi kèm, hoặc bỏ bản riêng của mẫu này."),
    (r"viết sai cú pháp", "xem lại các thẻ {{ … }} và {% … %} ở chỗ này, so với mẫu đi kèm."),
    (r"không thực hiện được", "so với mẫu đi kèm: giá trị ở đây không dùng được theo cách này."),
    (r"chưa đóng|thẻ mở|cùng một đoạn|ngoặc đóng", "so với mẫu đi kèm, mỗi thẻ mở có một thẻ đóng."),
)


class Told(NamedTuple):
    """One thing to tell of a template; `place` is a line or a paragraph in words, empty for the whole."""

    severity: str  # "error" or "warning"
    file: str  # its name in templates/
    place: str
    message: str
    hint: str


def check_templates(own: Path, packaged: Path, names: Sequence[str], samples: Sequence[Sample]) -> list[Told]:
    """Faults and departures of the own templates named, in their order; errors first."""
    found = [*dict.fromkeys(_faults(own, packaged, names, samples))]
    return found + [told for name in names if name.endswith(".docx") for told in _departures(own / name)]


def _faults(own: Path, packaged: Path, names: Sequence[str], samples: Sequence[Sample]) -> Iterator[Told]:
    """A partial is tried in every template that uses it."""
    has_partials = any(name.startswith("_") for name in names)
    tried = [known for known in KNOWN if has_partials or known.name in names]
    faults: dict[str, list[TemplateFault]] = {name: [] for name in names}
    for known in tried:
        for fault in _tried(known, samples, [own, packaged]):
            name = Path(fault.file).name
            is_own = Path(fault.file).parent in (own, Path())
            if is_own and name in faults:
                faults[name].append(fault)
    for name, of_file in faults.items():
        for fault in sorted(of_file, key=lambda f: f.line):
            yield told_of(name, fault)


def _tried(known: Known, samples: Sequence[Sample], folders: list[Path]) -> Iterable[TemplateFault]:
    """Fill it again and again, each time without what stopped it before."""
    with recorded() as kept:
        for sample in samples:
            for _ in range(_MOST_RUNS):
                try:
                    known.fill(sample, folders)
                except TemplateFault as fault:
                    kept.add(fault)
                    if kept.leave_out(fault):
                        continue
                break
    return kept.faults


def told_of(name: str, fault: TemplateFault) -> Told:
    """A fault as it is told."""
    paragraph = getattr(fault, "paragraph", "")
    where = f"đoạn “{_cut(paragraph)}”" if paragraph.strip() else f"dòng {fault.line}" if fault.line else ""
    hint = next((found.expand(h) for p, h in _HINTS if (found := re.search(p, fault.message))), "")
    return Told(
        "error", name, "" if paragraph == "" and name.endswith(".docx") else where, fault.message, hint
    )


def _cut(text: str, most: int = 120) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most].rstrip() + " …"


def _departures(path: Path) -> Iterator[Told]:
    from kehoach_cli.render.word.archive import read_parts
    from kehoach_cli.render.word.decree import departures
    from kehoach_cli.render.word.tree import MalformedError

    try:
        found = departures(
            read_parts(path), is_letterhead_needed=path.name in ("bao-cao.docx", "cong-van.docx")
        )
    except (TemplateFault, MalformedError):
        return  # told as a fault
    for departure in found:
        yield Told("warning", path.name, _place(departure.place), departure.message, departure.hint)


def _place(place: str) -> str:
    return place if place.startswith(("trang", "kiểu")) else f"đoạn “{_cut(place)}”" if place.strip() else ""


def told_text(told: Sequence[Told], folder: str) -> str:
    """In the form of `kehoach check`."""
    kinds = {"error": "lỗi", "warning": "cảnh báo"}
    lines = []
    for one in told:
        place = f" {one.place}:" if one.place else ""
        lines.append(f"{folder}/{one.file}:{place} {kinds[one.severity]}: {one.message}\n")
        lines += [f"   gợi ý: {one.hint}\n"] if one.hint else []
    return "".join(lines)
