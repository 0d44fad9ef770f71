"""Who reported when, as a small picture: a mark for each agency's report over the days of the period."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.days import print_day, print_short_day
from kehoach_cli.render.sentences import STATE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.queries.sending import Sending, SlotView

_STATES = ("on_time", "late", "returned", "exempt")  # of reports that came in, from the axis upwards
_COLOURS = {"on_time": "#1b5e20", "late": "#b23c00", "returned": "#7b1fa2", "exempt": "#37474f"}
_WIDTH, _MARGIN, _TOP = 360.0, 14.0, 24.0
_STEPS = (10.0, 8.0, 6.0, 5.0)  # room for one mark; the first that fits
_MOST_COLUMNS = 60
_HEIGHT = 120.0
_SHORTEST, _LONGEST_WAIT = 7, 31  # days
_TICKS = (1, 2, 3, 5, 7, 10, 14, 21, 28)
_TICK_ROOM = 38.0
_LEGEND_LINE = 18.0


class _Axis(NamedTuple):
    """Bands of equal width, each of `unit` days, the first beginning with `first`."""

    first: date
    unit: int
    bands: int

    @property
    def band(self) -> float:
        return (_WIDTH - 2 * _MARGIN) / self.bands

    def begin(self, day: date) -> float:
        return _MARGIN + (day - self.first).days * self.band / self.unit

    def end(self, day: date) -> float:
        return self.begin(day + timedelta(days=1))


def chart(sending: Sending, as_of: date) -> str:
    """A figure with an SVG picture; a sentence instead where nobody has reported."""
    marks = sorted(
        (s for s in sending.slots if s.received), key=lambda s: (s.received, _STATES.index(s.state))
    )
    begin = '<figure class="bieu-do">\n<figcaption>Ngày đến của các báo cáo</figcaption>'
    if not marks:
        said = f"Đến hết ngày {print_day(as_of)} chưa có báo cáo nào được gửi đến."
        return f'{begin}\n<p class="chua-co">{said}</p>\n</figure>'
    return f"{begin}\n{_picture(marks, sending, as_of)}\n</figure>"


def _picture(marks: list[SlotView], sending: Sending, as_of: date) -> str:
    last_day = sending.last_day
    axis = _axis([s.received for s in marks if s.received], last_day, as_of)
    step, stacks = _stacks(marks, axis)
    base = _TOP + max(40.0, step * max(len(rows) for rows in stacks.values())) + 4
    legend = list(_legend(sending, base + 50))
    height = base + 50 + _LEGEND_LINE * len(legend) - 8
    drawn = [
        f'<svg viewBox="0 0 360 {height:.0f}" role="img" aria-labelledby="bieu-do-ten bieu-do-loi">',
        '<title id="bieu-do-ten">Ngày đến của các báo cáo</title>',
        f'<desc id="bieu-do-loi">{_told(marks, sending, last_day)}</desc>',
        *_drawn_axis(axis, base, last_day, as_of),
        *_drawn_marks(stacks, axis, step, base),
        *legend,
        "</svg>",
    ]
    return "\n".join(drawn)


def _axis(received: list[date], last_day: date, as_of: date) -> _Axis:
    """From the first report to the last or the last day; to `as_of` where that is not long after.

    Where several days share a band, one band ends with the last day: none holds both sides of it.
    """
    last = max(*received, last_day)
    if timedelta(0) < as_of - last <= timedelta(days=_LONGEST_WAIT):
        last = as_of
    first = min(min(*received, last_day) - timedelta(days=1), last - timedelta(days=_SHORTEST - 1))
    unit = -(-((last - first).days + 1) // _MOST_COLUMNS)
    first -= timedelta(days=-((last_day - first).days + 1) % unit)  # whole bands up to the last day
    return _Axis(first, unit, -(-((last - first).days + 1) // unit))


def _stacks(marks: list[SlotView], axis: _Axis) -> tuple[float, dict[int, list[list[SlotView]]]]:
    """The room of one mark, and by band its marks in rows from the axis upwards."""
    bands = {band: list(slots) for band, slots in groupby(marks, key=lambda s: _band(s, axis))}
    for step in _STEPS:
        across = max(1, int(axis.band // step))
        rows = max(-(-len(slots) // across) for slots in bands.values())
        if axis.band >= step and rows * step <= _HEIGHT:
            break
    return step, {b: [s[i : i + across] for i in range(0, len(s), across)] for b, s in bands.items()}


def _band(slot: SlotView, axis: _Axis) -> int:
    return (slot.received - axis.first).days // axis.unit if slot.received else 0


def _drawn_axis(axis: _Axis, base: float, last_day: date, as_of: date) -> Iterator[str]:
    line = f"M{_MARGIN:.1f} {base:.1f}H{_WIDTH - _MARGIN:.1f}"
    yield f'<path d="{line}" stroke="#222" stroke-width="1" fill="none"/>'
    yield from _ticks(axis, base, last_day)
    x = axis.end(last_day)
    yield (
        f'<path class="han" d="M{x:.1f} {_TOP - 6:.1f}V{base + 5:.1f}" '
        'stroke="#222" stroke-width="1.6" stroke-dasharray="5 3" fill="none"/>'
    )
    yield _text(x, _TOP - 11, f"Hạn cuối: hết ngày {print_day(last_day)}", weight=' font-weight="bold"')
    yield _text(min(axis.end(as_of), _WIDTH), base + 32, f"tính đến ngày {print_day(as_of)}")


def _ticks(axis: _Axis, base: float, anchor: date) -> Iterator[str]:
    """Days named under the axis as far apart as their names need, one of them `anchor`."""
    days = axis.bands * axis.unit
    width = axis.band / axis.unit
    apart = next((t for t in _TICKS if t * width >= _TICK_ROOM), int(_TICK_ROOM / width) + 1)
    day = axis.first + timedelta(days=(anchor - axis.first).days % apart)
    while (day - axis.first).days < days:
        x = axis.begin(day) + width / 2
        yield f'<path d="M{x:.1f} {base:.1f}v4" stroke="#222" stroke-width="1" fill="none"/>'
        yield f'<text x="{x:.1f}" y="{base + 16:.1f}" text-anchor="middle">{print_short_day(day)}</text>'
        day += timedelta(days=apart)


def _text(x: float, y: float, words: str, weight: str = "") -> str:
    """Words beside a place of the axis, on the side that has room for them."""
    anchor, x = ("end", min(x + 2, _WIDTH - 2)) if x > _WIDTH / 2 else ("start", max(x - 2, 2))
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{weight}>{words}</text>'


def _drawn_marks(
    stacks: dict[int, list[list[SlotView]]], axis: _Axis, step: float, base: float
) -> Iterator[str]:
    for band, rows in stacks.items():
        middle = _MARGIN + (band + 0.5) * axis.band
        across = len(rows[0])
        for row, slots in enumerate(rows):
            for column, slot in enumerate(slots):
                x = middle + (column - (across - 1) / 2) * step
                yield _mark(slot.state, x, base - 4 - (row + 0.5) * step, step * 0.42, _name(slot))


def _name(slot: SlotView) -> str:
    day = f": đến ngày {print_day(slot.received)}" if slot.received else ""
    return f"<title>{escape(slot.agency)}{day}; {STATE_NAMES[slot.state].lower()}</title>"


def _mark(state: str, x: float, y: float, r: float, inside: str = "") -> str:
    """A disc, a triangle, an open square or an open diamond of radius `r`: told apart without colour."""
    colour = _COLOURS[state]
    if state == "on_time":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{colour}">{inside}</circle>'
    if state == "late":
        path, fill = f"M{x:.1f} {y - r:.1f}l{r:.1f} {2 * r:.1f}h{-2 * r:.1f}z", colour
    elif state == "returned":
        path, fill = f"M{x - r:.1f} {y - r:.1f}h{2 * r:.1f}v{2 * r:.1f}h{-2 * r:.1f}z", "#fff"
    else:
        path, fill = f"M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z", "#fff"
    return f'<path d="{path}" fill="{fill}" stroke="{colour}" stroke-width="1.3">{inside}</path>'


def _legend(sending: Sending, y: float) -> Iterator[str]:
    """Each kind of mark with its number, then who stands nowhere on the picture."""
    shown = [(s, sum(v.state == s and v.received is not None for v in sending.slots)) for s in _STATES]
    entries = [(state, f"{STATE_NAMES[state]}: {n}") for state, n in shown if n]
    silent = sending.counts.missing - sending.counts.returned
    if silent:
        entries.append(("", f"Chưa gửi, không có trên hình: {silent}"))
    for n, (state, words) in enumerate(entries):
        line = y + _LEGEND_LINE * n
        mark = _mark(state, _MARGIN + 5, line - 4, 4.5) if state else ""
        yield f'{mark}<text x="{_MARGIN + 16:.1f}" y="{line:.1f}">{words}</text>'


def _told(marks: list[SlotView], sending: Sending, last_day: date) -> str:
    """The picture in words, for who cannot see it."""
    n = sending.counts
    days = [s.received for s in marks if s.received]
    limit = f" Hạn cuối: hết ngày {print_day(last_day)}."
    back = f" Trả lại để bổ sung: {n.returned}." if n.returned else ""
    return (
        f"Phải báo cáo {n.expected}; đã gửi {n.received} (đúng hạn {n.on_time}, trễ {n.late}); "
        f"chưa gửi {n.missing}.{back}{limit} Báo cáo đầu tiên đến ngày {print_day(min(days))}, "
        f"báo cáo gần nhất đến ngày {print_day(max(days))}."
    )
