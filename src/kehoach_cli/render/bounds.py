"""What printing one document may cost: characters made, steps taken, seconds used; beyond it is refused."""

from __future__ import annotations

import operator
import re
from contextlib import contextmanager
from time import monotonic, process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CHARACTERS = 64_000_000
"""All that templates may put together for one document; a thousand answers of the longest kind are fewer."""
SECONDS = 20.0
LONGEST = 20_000_000  # characters of one text that is printed
LARGEST_SOURCE = 2_000_000  # characters of one template
_BITS = 1024  # of the largest number
_ITEM = 8  # what an item of a list or a turn of a loop counts, in characters
_DEPTH = 20
_NESTED = (list, tuple, dict)
_FORMAT = re.compile(r"(?:[^%]|%(?:\(\w{1,40}\))?[-#0 +]{0,4}\d{0,3}(?:\.\d{0,3})?[sdifFeEgG%])*")

TOO_MUCH = "mẫu tạo ra quá nhiều chữ hoặc lặp quá nhiều lần; xem lại các vòng lặp và chỗ nối, nhân chữ"
TOO_SLOW = "mẫu chạy quá lâu nên đã dừng; xem lại các vòng lặp lồng nhau và macro gọi lẫn nhau"
TOO_LARGE = "mẫu tính ra số quá lớn; xem lại phép nhân, phép lũy thừa, cách làm tròn"
TOO_DEEP = "mẫu lồng danh sách vào nhau quá nhiều lớp; viết lại đơn giản hơn"
TOO_LONG = "mẫu in ra quá nhiều chữ; xem lại các vòng lặp"
TOO_BIG = "tệp mẫu quá lớn; bỏ bớt phần không dùng"
ODD_FORMAT = "cách ghi % trong mẫu không dùng được; chỉ dùng dạng như %s, %d, %02d, %.1f"


class BreachError(Exception):
    """A template wants more than a document may cost; `message` says it in Vietnamese with the remedy."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class _Account:
    """What is left for one document.

    The clock is looked at step by step in this very thread: nothing can interrupt a healthy run, and the
    user's own Ctrl-C stays theirs. Time counts only while this process worked, so a laptop that slept in
    between, or a disk that was slow, is no fault of the template.
    """

    __slots__ = ("_begun", "_until", "left")

    def __init__(self) -> None:
        self.left = CHARACTERS
        self._begun = process_time()
        self._until = monotonic() + SECONDS

    def spend(self, characters: int) -> None:
        self.left -= characters
        if self.left < 0:
            raise BreachError(TOO_MUCH)

    def step(self, characters: int = _ITEM) -> None:
        self.left -= characters
        if self.left < 0:
            raise BreachError(TOO_MUCH)
        if monotonic() > self._until:
            used = process_time() - self._begun
            if used >= SECONDS:
                raise BreachError(TOO_SLOW)
            self._until = monotonic() + SECONDS - used


_open: list[_Account] = []


@contextmanager
def one_document() -> Iterator[None]:
    """All that is printed inside counts together; one inside another counts with the outer."""
    if _open:
        yield
        return
    _open.append(_Account())
    try:
        yield
    finally:
        _open.clear()


def _account() -> _Account:
    return _open[-1] if _open else _Account()


def spend(characters: int) -> None:
    """Count characters about to be made; BreachError where nothing is left of the document's share."""
    _account().spend(characters)


def step(characters: int = _ITEM) -> None:
    """Count one step of a loop or a call, and look at the clock."""
    _account().step(characters)


def steps(items: Iterable[Any], characters: int = _ITEM) -> Iterator[Any]:
    """The same items, each counted as it is taken."""
    account = _account()
    for item in items:
        account.step(characters)
        yield item


def held(made: Any) -> Any:  # noqa: ANN401  # whatever a template puts into a list
    """A list, tuple or mapping just made, counted with all it holds, each time it holds it."""
    account = _account()
    account.step(_weight(made, account.left, 0))
    return made


def _weight(made: Any, left: int, depth: int) -> int:  # noqa: ANN401
    if depth > _DEPTH:
        raise BreachError(TOO_DEEP)
    total = _ITEM * (len(made) + 1)
    for item in made.values() if isinstance(made, dict) else made:
        if type(item) in _NESTED or type(item).__name__ == "_GroupTuple":  # what groupby makes
            total += _weight(item, left - total, depth + 1)
        elif isinstance(item, str):
            total += len(item) >> 6  # to compare it takes that long
        if total > left:
            raise BreachError(TOO_MUCH)
    return total


def times(left: Any, right: Any) -> Any:  # noqa: ANN401
    """`left * right`; a text of others stays marked in each copy."""
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > _BITS:
            raise BreachError(TOO_LARGE)
        return left * right
    some, count = (right, left) if isinstance(left, int) else (left, right)
    if isinstance(some, str) and isinstance(count, int):
        some = str(some)
        step(len(some) * max(count, 0))
        return some * count
    if isinstance(some, (list, tuple)) and isinstance(count, int):
        spend(_ITEM * len(some) * max(count, 0))
        return held(some * count)
    return operator.mul(left, right)


def power(left: Any, right: Any) -> Any:  # noqa: ANN401
    """`left ** right`."""
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > _BITS:
        raise BreachError(TOO_LARGE)
    return operator.pow(left, right)


def plus(left: Any, right: Any) -> Any:  # noqa: ANN401
    """`left + right`; a text of others stays marked."""
    if isinstance(left, str) and isinstance(right, str):
        left, right = str(left), str(right)
        step(len(left) + len(right))
        return left + right
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
        spend(_ITEM * (len(left) + len(right)))
        return held(operator.add(left, right))
    return operator.add(left, right)


def percent(left: Any, right: Any) -> Any:  # noqa: ANN401
    """`left % right`, of numbers or as `formatted`."""
    if not isinstance(left, str):
        return operator.mod(left, right)
    return formatted(left, right if isinstance(right, (tuple, dict)) else (right,))


def formatted(text: str, given: tuple[Any, ...] | Mapping[str, Any]) -> str:
    """`text % given` with texts and numbers put in plainly: no width from outside, none above 999."""
    text = str(text)
    step(len(text))
    if not _FORMAT.fullmatch(text):
        raise BreachError(ODD_FORMAT)
    values = given if isinstance(given, tuple) else tuple(given.values())
    if any(isinstance(value, _NESTED) for value in values):
        raise BreachError(ODD_FORMAT)
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    spend(text.count("%") * (longest + 1000 if longest > 1000 else 1000))  # noqa: PLR2004  # three digits
    return text % given


def precise(digits: int) -> int:
    """A number of digits to round to."""
    if not -_DEPTH <= digits <= _DEPTH:
        raise BreachError(TOO_LARGE)
    return digits
