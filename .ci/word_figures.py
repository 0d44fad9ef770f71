"""The appendix of the consolidated report on figures, in all and by commune, landscape."""
# ruff: noqa: INP001, D103  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_appendices import attached
from word_frame import BODY, CELL, GAP, H2, MIDDLE, each, when
from word_parts import LANDSCAPE_ROOM, p, row, row_tag, table, widths

_RIGHT = '<w:jc w:val="right"/>'
_NAME, _UNIT, _WHOLE = widths(LANDSCAPE_ROOM, 60, 16, 24, 152)[:3]


def _number(text: str) -> str:
    return p(CELL, text, more=_RIGHT)


def _in_all() -> str:
    return when("view.figures.has_targets", _whole(with_targets=True)) + when(
        "not view.figures.has_targets", _whole(with_targets=False)
    )


def _whole(*, with_targets: bool) -> str:
    """Without a target for the year no column speaks of one."""
    cases: list[tuple[float, str, str]] = [
        (10, "TT", p(MIDDLE, "{{ loop.index }}")),
        (62, "Chỉ tiêu", p(CELL, "{{ ct.name }}")),
        (18, "ĐVT", p(MIDDLE, "{{ ct.unit }}")),
        (23, "Cùng kỳ năm {{ ke_hoach.year - 1 }}", _number("{{ o_tong(ct.previous, ct) }}")),
        (25, "{{ cot_thuc_hien(ky) }}", _number("{{ o_tong(ct.value, ct) }}")),
        (23, "Ước {{ ky.title }}", _number("{{ o_tong(ct.estimate, ct) }}")),
        (24, "So với cùng kỳ (%)", _number("{{ o_so_sanh(ct.on_previous, ct.estimate_on_previous) }}")),
        (25, "Ghi chú", p(CELL, "{{ ghi_chu_so_lieu(ct) }}")),
    ]
    if with_targets:
        target = "{% if ct.target is not none %}{{ ct.target|figure(ct.kind) }}{% endif %}"
        cases.insert(3, (20, "Kế hoạch năm {{ ke_hoach.year }}", _number(target)))
        ratio = "{{ o_so_sanh(ct.on_target, ct.estimate_on_target) }}"
        cases.insert(8, (22, "So với kế hoạch (%)", _number(ratio)))
    columns = widths(LANDSCAPE_ROOM, *(width for width, _, _ in cases))
    rows = [
        row(columns, [p("DauBang", head) for _, head, _ in cases], is_header=True),
        row_tag("for ct in view.figures.indicators", len(columns)),
        row(columns, [cell for _, _, cell in cases]),
        row_tag("endfor", len(columns)),
    ]
    return table(columns, rows, is_ruled=True)


def _by_commune() -> str:
    grid = [_NAME, _UNIT, _WHOLE, *[LANDSCAPE_ROOM - _NAME - _UNIT - _WHOLE] * 3]
    room = f"{{% colwidth {grid[-1]} // (view.figures.communes|length) %}}"
    heads = [
        p("DauBang", f"Chỉ tiêu{{% colwidth {_NAME} %}}"),
        p("DauBang", f"ĐVT{{% colwidth {_UNIT} %}}"),
        p("DauBang", f"Toàn huyện{{% colwidth {_WHOLE} %}}"),
        *_loop("xa in view.figures.communes", p("DauBang", "{{ xa }}" + room)),
    ]
    rows = [
        row(grid, heads, is_header=True),
        row_tag("for ct in view.figures.indicators if ct.communes", 6),
        row(grid, _commune_cells("", "value")),
        row_tag("if ct.estimate.number is not none", 6),
        row(grid, _commune_cells(" (ước)", "estimate")),
        row_tag("endif", 6),
        row_tag("endfor", 6),
    ]
    return table(grid, rows, is_ruled=True)


def _commune_cells(said: str, column: str) -> list[str]:
    return [
        p(CELL, f"{{{{ ct.name }}}}{said}"),
        p(MIDDLE, "{{ ct.unit }}"),
        _number(f"{{{{ o_tong(ct.{column}, ct) }}}}"),
        *_loop("o in ct.communes", _number(f"{{{{ o_xa(o, o.{column}, ct.kind) }}}}")),
    ]


def _loop(loop: str, content: str) -> list[str]:
    """The cells of a row whose number comes from the data."""
    return [p("The", f"{{%tc for {loop} %}}"), content, p("The", "{%tc endfor %}")]


def _by_report() -> str:
    columns = widths(LANDSCAPE_ROOM, 54, 46, 19, 19, 19, 33, 30, 32)
    heads = (
        "Chỉ tiêu",
        "Cơ quan, đơn vị",
        "Cùng kỳ",
        "Thực hiện",
        "Ước",
        "Cách dùng",
        "Ghi chú",
        "Số, ngày báo cáo",
    )
    cells = [
        p(CELL, "{{ ct.name }}"),
        p(CELL, '{{ o.agencies|names(" ") }}'),
        _number("{{ o_so(o.previous, ct.kind) }}"),
        _number("{{ o_so(o.value, ct.kind) }}"),
        _number("{{ o_so(o.estimate, ct.kind) }}"),
        p(CELL, "{{ cach_dung(o) }}"),
        p(CELL, '{{ o.note or "" }}'),
        p(CELL, "{{ so_ngay(o.source) }}{{ dau_hieu(o.source) }}"),
    ]
    rows = [
        row(columns, [p("DauBang", h) for h in heads], is_header=True),
        row_tag("for ct in view.figures.indicators", len(columns)),
        row_tag("for o in ct.cells", len(columns)),
        row(columns, cells),
        row_tag("endfor", len(columns)),
        row_tag("endfor", len(columns)),
    ]
    return table(columns, rows, is_ruled=True)


def disagreements(*, working: bool) -> str:
    """Notes on figures of which two sources say different things."""
    sources = (
        "Nguồn: {% for nguon in lech.others.sources + lech.givers.sources %}{{ nguon_tin(nguon) }}"
        '{{ "; " if not loop.last }}{% endfor %}.'
    )
    note = p(BODY, "[Ghi chú: {{ chua_thong_nhat(ct, lech) }}.]")
    return each(
        "ct in view.figures.indicators",
        each("lech in ct.discrepancies", note + (p("Nguon", sources) if working else "")),
    )


def appendix_1(*, working: bool) -> str:
    title = "TỔNG HỢP SỐ LIỆU VỀ {{ cong_tac(view)|upper }} {{ ky.name|upper }}"
    by_commune = when(
        "view.figures.communes",
        p(H2, "B. Số liệu theo xã"),
        p("NgatPhan", more=GAP),
        _by_commune(),
    )
    by_report = p(H2, '{{ "C. " if view.figures.communes }}Số liệu theo từng báo cáo')
    by_report += p("NgatPhan", more=GAP) + _by_report() + disagreements(working=True)
    return (
        p("PhuLuc", "{{ phu_luc.figures.title }}")
        + p("TenPhuLuc", title)
        + ("" if working else attached())
        + when("view.figures.communes", p(H2, "A. Số liệu chung"))
        + p("NgatPhan", more=GAP)
        + _in_all()
        + p("Nguon", "{{ chan_bang(view.figures) }}")
        + by_commune
        + (by_report if working else "")
    )
