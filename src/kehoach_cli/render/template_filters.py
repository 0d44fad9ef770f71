"""The filters of the office's templates: the work's own, and those of Jinja that make no more than is due."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day, print_long_day
from kehoach_cli.render import bounds
from kehoach_cli.render.bounds import BreachError
from kehoach_cli.render.foreign import CLOSE, OPEN, Foreign, keeping, plain, whole
from kehoach_cli.render.numbers import comparison_words, figure_words, millions_words, thousands_words
from kehoach_cli.render.sentences import amended_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2 import Environment

    from kehoach_cli.queries.naming import Naming

_LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of điểm a), b), … đ)
_TWO_DIGITS = 10
_MOST_PARTS = 1000
_AS_THEY_ARE = (
    "abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last",
    "length", "max", "min", "reverse", "sort", "string", "wordcount",
)  # fmt: skip
_ONE_BY_ONE = ("list", "map", "reject", "rejectattr", "select", "selectattr", "unique")


def allowed_filters(made: Environment) -> dict[str, Callable[..., Any]]:
    """Every filter a template may use; those of Jinja that are missing only make programs' text."""
    from jinja2 import pass_environment
    from jinja2.filters import FILTERS as OF_JINJA
    from jinja2.filters import do_truncate

    found = {name: _counted(OF_JINJA[name]) for name in _AS_THEY_ARE}
    found |= {name: _one_by_one(OF_JINJA[name]) for name in _ONE_BY_ONE}
    found |= {name: _in_parts(OF_JINJA[name]) for name in ("batch", "slice")}
    found |= {name: _counted(keeping(change)) for name, change in _TEXT.items()}
    cut = keeping(lambda text, *args, **options: do_truncate(made, text, *args, **options))
    found["truncate"] = _counted(lambda text, *args, **options: cut(whole(text), *args, **options))
    found |= {"format": _format, "replace": _replace}
    found |= {"join": pass_environment(_join), "sum": pass_environment(_sum)}
    found["round"] = lambda value, precision=0, method="common": OF_JINJA["round"](
        value, bounds.precise(precision), method
    )
    return found | FILTERS


def _counted(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """What it makes is no more than what it is given; that is counted."""

    @wraps(filter_)
    def counted(*args: Any, **options: Any) -> Any:  # noqa: ANN401
        made = filter_(*args, **options)
        if isinstance(made, str):
            bounds.step(len(made))
        elif isinstance(made, list):
            bounds.held(made)
        return made

    return counted


def _one_by_one(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that goes through a list, each step counted."""
    at = 1 if hasattr(filter_, "jinja_pass_arg") else 0

    @wraps(filter_)
    def stepped(*args: Any, **options: Any) -> Any:  # noqa: ANN401
        items = bounds.steps(args[at]) if args[at] else args[at]
        made = filter_(*args[:at], items, *args[at + 1 :], **options)
        return bounds.held(made) if isinstance(made, list) else made

    return stepped


def _in_parts(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """`batch` and `slice`: lists of a given length, or a given number of lists."""

    def parted(value: Any, number: int, fill_with: Any = None) -> Iterator[Any]:  # noqa: ANN401
        if not 0 < number <= _MOST_PARTS:
            raise BreachError(bounds.TOO_MUCH)
        return bounds.steps(filter_(bounds.steps(value), number, fill_with), 8 * number)

    return parted


def _join(environment: Environment, value: Iterable[Any], d: str = "", attribute: Any = None) -> str:  # noqa: ANN401
    from jinja2.filters import make_attrgetter

    from kehoach_cli.render.sandbox import printed

    items = map(make_attrgetter(environment, attribute), value) if attribute is not None else value
    said = [str(printed(item)) for item in bounds.steps(items)]
    between = str(d)
    bounds.step(sum(map(len, said)) + len(between) * len(said))
    return between.join(said)


def _sum(environment: Environment, iterable: Iterable[Any], attribute: Any = None, start: Any = 0) -> Any:  # noqa: ANN401
    """Of numbers only."""
    from jinja2.filters import make_attrgetter

    items = map(make_attrgetter(environment, attribute), iterable) if attribute is not None else iterable
    return sum(bounds.steps(items), _number(start))


def _number(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, (int, float)):
        raise BreachError("bộ lọc sum chỉ cộng số; nối danh sách bằng dấu +, nối chữ bằng bộ lọc join")
    return value


def _replace(text: str, old: str, new: str, count: int = -1) -> str:
    said, new = plain(text), plain(new) if isinstance(text, Foreign) else str(new)
    found = said.count(old) if count < 0 else min(count, said.count(old))
    bounds.step(len(said) + found * len(new))
    made = said.replace(plain(old), new, count)
    return Foreign(made) if isinstance(text, Foreign) else made


def _format(text: str, *args: Any, **options: Any) -> str:  # noqa: ANN401
    return bounds.formatted(text, options or args)


def _two(number: int) -> str:
    """«09» for 9: how a document writes a count below ten."""
    return f"{number:02d}" if number < _TWO_DIGITS else str(number)


def _letter(number: int) -> str:
    """The letter of the nth điểm, from 1; after «y» the number itself."""
    return _LETTERS[number - 1] if number <= len(_LETTERS) else str(number)


def _upper_first(text: str) -> str:
    start = 1 if text.startswith(OPEN) else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def _lower_first(text: str) -> str:
    start = 1 if text.startswith(OPEN) else 0
    if not text[start + 1 : start + 2].islower():  # an abbreviation: UBND
        return text
    return text[:start] + text[start : start + 1].lower() + text[start + 1 :]


def _inline(text: str) -> str:
    """All lines on one."""
    return " ".join(text.split())


def _first_mention(name: str) -> str:
    """«Ủy ban nhân dân (UBND) huyện Sơn Tây»: the abbreviation introduced where the name comes first."""
    return name.replace("Ủy ban nhân dân", "Ủy ban nhân dân (UBND)", 1)


def _names(namings: Iterable[Naming], joint: str = ": ") -> str:
    """«Phòng Tư pháp; Công an các xã: Sơn Bua, Sơn Lập»; commas where no name holds one.

    `joint` stands between a group and its members: a blank where the sentence goes on.
    """
    said = [f"{n.head!s}{joint}{', '.join(map(str, n.ends))}" if n.ends else str(n.head) for n in namings]
    return ("; " if any(c in part for part in said for c in ",:") else ", ").join(said)


def _names_within(namings: Iterable[Naming], length: int, joint: str = ": ") -> str:
    """The same in `length` letters or so, cut between names: «… và 07 cơ quan khác, xem bảng tổng hợp»."""
    every = tuple(namings)
    kept: tuple[Naming, ...] = ()
    for naming in every:
        parts = [naming._replace(ends=naming.ends[:n], size=n) for n in range(len(naming.ends) - 1, 0, -1)]
        fitting = (p for p in (naming, *parts) if len(_unmarked(_names((*kept, p), joint))) <= length)
        found = next(fitting, None)
        kept += (found,) if found else ()
        if found != naming:
            break
    kept = kept or every[:1]
    left = sum(n.size for n in every) - sum(n.size for n in kept)
    said = _names(kept, joint)
    return f"{said} và {_two(left)} cơ quan khác, xem bảng tổng hợp" if left else said


def _unmarked(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


def _clause(ref: str) -> str:
    """«khoản 1 Mục IV» for IV.1; what is not numbered so is cited as it stands."""
    if " " in ref:
        return ref
    part, _, point = ref.partition(".")
    return f"khoản {point} Mục {part}" if point.isdigit() else f"Mục {ref}"


_TEXT: dict[str, Callable[..., str]] = {
    "capitalize": str.capitalize,
    "lower": str.lower,
    "title": str.title,
    "trim": str.strip,
    "upper": str.upper,
    "upper_first": _upper_first,
    "lower_first": _lower_first,
    "inline": _inline,
    "first_mention": _first_mention,
    "clause": _clause,
}
FILTERS: dict[str, Callable[..., Any]] = {
    "amended": lambda plan: amended_words(plan.amended_by),
    "day": print_day,
    "long_day": print_long_day,
    "two": _two,
    "letter": _letter,
    "names": _counted(_names),
    "names_within": _counted(_names_within),
    "figure": figure_words,
    "comparison": comparison_words,
    "millions": millions_words,
    "thousands": thousands_words,
    "verbatim": Foreign,  # signs that no markup may take for its own: (*)
}
"""The work's own that make little."""
