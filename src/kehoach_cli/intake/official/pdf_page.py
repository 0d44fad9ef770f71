"""What one page of a PDF shows: pieces of text and ruled lines, each where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.intake.guard import Unreadable
from kehoach_cli.intake.official.pdf_widths import width_of

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BYTES = 1_500_000
"""Of the drawing of one page: one of a document has some 20,000."""

_MOST_STEPS = 150_000  # drawing steps of one page: one of a document has some 3,000
_DEEPEST = 5  # drawings within drawings
_THIN = 2.5  # points: a filled box thinner than this is a line
_SHORTEST = 4.0  # points of a line that may part cells
_WIDE = 3  # blanks in a row that may be filled by a piece of its own, such as the number of the document
_SHOWN = frozenset({b"Tj", b"TJ", b"'", b'"'})
_PAINTED = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_FILLED = frozenset({b"f", b"F", b"f*"})


class Piece(NamedTuple):
    """Letters set in one go; x and y of where they begin, in points from the lower left."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    italic: bool


class Rule(NamedTuple):
    """A line from one point to another, upright or level."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_upright(self) -> bool:
        return self.x1 - self.x0 < self.y1 - self.y0


class Page(NamedTuple):
    """Everything of one page, turned so that its text stands upright."""

    pieces: list[Piece]
    rules: list[Rule]
    has_picture: bool


def read_page(page: Any) -> Page:  # noqa: ANN401 - pypdf is imported by whoever opens the file
    """The pieces and rules of a page; a page that draws without end is refused."""
    seen = _Seen()
    page.extract_text(visitor_text=seen.text, visitor_operand_before=seen.step)
    turn = _turn_of(seen.turns)
    pieces = [part for piece in seen.pieces for part in _parts(_turned(piece, turn))]
    rules = [_rule(*turn(rule[0], rule[1]), *turn(rule[2], rule[3])) for rule in seen.rules]
    return Page(pieces, [rule for rule in rules if rule is not None], seen.has_picture)


def drawing_bytes(page: Any, depth: int = 0) -> int:  # noqa: ANN401
    """How much there is to read on a page, the drawings placed on it included, pictures not."""
    content = page.get_contents() if depth == 0 else page
    size = len(content.get_data()) if content is not None else 0
    placed = _inner(_inner(page, "/Resources"), "/XObject")
    for inner in placed.values() if depth < _DEEPEST and size <= MOST_BYTES else ():
        drawing = inner.get_object()
        if drawing.get("/Subtype") == "/Form":
            size += drawing_bytes(drawing, depth + 1)
    return size


def _inner(dictionary: Any, name: str) -> Any:  # noqa: ANN401
    found = dictionary.get(name)
    return {} if found is None else found.get_object()


class _Seen:
    """Called back by pypdf for every step of a page."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.turns = [0, 0, 0, 0]  # letters by quarters of a turn
        self.has_picture = False
        self._steps = 0
        self._begun: tuple[list[float], list[float]] | None = None  # where the text being shown began
        self._path: list[tuple[bytes, list[float]]] = []

    def text(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:  # noqa: ANN401
        if not text.strip("\n"):
            return
        cm, tm = self._begun or (cm, tm)
        self._begun = None
        a, b = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
        c, d = tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]
        x, y = _point(tm[4], tm[5], cm)
        quarter = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
        self.turns[quarter] += len(text)
        name = str(font.get("/BaseFont", "")) if font else ""
        height = abs(size) * max((c * c + d * d) ** 0.5, 1e-3)
        bold = "Bold" in name or "Black" in name
        italic = "Italic" in name or "Oblique" in name
        self.pieces.append(Piece(text.replace("\n", " "), x, y, height, bold, italic))

    def step(self, operator: bytes, operands: Any, cm: list[float], tm: list[float]) -> None:  # noqa: ANN401
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise Unreadable("L604", what="một trang có quá nhiều nét vẽ")
        if operator == b"BT":
            self._begun = None
        elif operator in _SHOWN and self._begun is None and operands and operands[0]:
            self._begun = [*cm], [*tm]
        elif operator in {b"re", b"m", b"l"}:
            numbers = [float(n) for n in operands]
            corner = [*_point(numbers[0], numbers[1], cm)]
            if operator == b"re":
                corner += _point(numbers[0] + numbers[2], numbers[1] + numbers[3], cm)
            self._path.append((operator, corner))
        elif operator in _PAINTED or operator in _FILLED:
            self._commit(is_filled=operator in _FILLED)
        elif operator == b"n":
            self._path = []
        elif operator == b"Do":
            self.has_picture = True

    def _commit(self, *, is_filled: bool) -> None:
        """The edges that a path draws; a filled box is a line where it is thin."""
        last: list[float] = []
        for operator, corner in self._path:
            if operator == b"re":
                self._box(*corner, is_filled=is_filled)
            elif operator == b"l" and last and not is_filled:
                self.rules.append((last[0], last[1], corner[0], corner[1]))
            last = corner[:2]
        self._path = []

    def _box(self, x0: float, y0: float, x1: float, y1: float, *, is_filled: bool) -> None:
        if abs(x1 - x0) <= _THIN or abs(y1 - y0) <= _THIN:
            self.rules.append((x0, y0, x1, y1))
        elif not is_filled:
            self.rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]


def _point(x: float, y: float, cm: list[float]) -> tuple[float, float]:
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]


def _turn_of(turns: list[int]) -> Callable[[float, float], tuple[float, float]]:
    """How to turn a page on whose side its text lies; most of the letters decide."""
    quarter = turns.index(max(turns))
    ways: tuple[Callable[[float, float], tuple[float, float]], ...] = (
        lambda x, y: (x, y),
        lambda x, y: (y, -x),
        lambda x, y: (-x, -y),
        lambda x, y: (-y, x),
    )
    return ways[quarter]


def _turned(piece: Piece, turn: Callable[[float, float], tuple[float, float]]) -> Piece:
    x, y = turn(piece.x, piece.y)
    return piece._replace(x=x, y=y)


def _rule(x0: float, y0: float, x1: float, y1: float) -> Rule | None:
    """A level or upright line of some length; the middle of a thin box."""
    left, right, low, high = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    if right - left <= _THIN < _SHORTEST <= high - low:
        return Rule((left + right) / 2, low, (left + right) / 2, high)
    if high - low <= _THIN < _SHORTEST <= right - left:
        return Rule(left, (low + high) / 2, right, (low + high) / 2)
    return None


def _parts(piece: Piece) -> list[Piece]:
    """A piece cut at wide blanks: a stamped number or date stands over them as a piece of its own."""
    blanks = " " * _WIDE
    if blanks not in piece.text.strip():
        return [piece]
    found: list[Piece] = []
    at = 0
    for part in piece.text.split(blanks):
        if part.strip():
            before = width_of(piece.text[:at], piece.size, bold=piece.bold)
            words = f" {part.strip()}" if found else part  # what is stamped before it brings no blank
            found.append(piece._replace(text=words, x=piece.x + before))
        at += len(part) + _WIDE
    return found
