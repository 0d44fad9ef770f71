"""The office's templates: found, run in a sandbox, and their faults told in the words of the work."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day, print_long_day
from kehoach_cli.render.foreign import OPEN, keeping
from kehoach_cli.render.template_faults import TemplateFault, fault_of, undefined_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from jinja2.bccache import Bucket, BytecodeCache
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from kehoach_cli.queries.naming import Naming

__all__ = ["TemplateFault", "environment", "keep_compiled", "print_template"]

_LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of điểm a), b), … đ)
_TWO_DIGITS = 10


def environment(folders: Sequence[Path], known: Iterable[str] = ()) -> ImmutableSandboxedEnvironment:
    """Templates of the first folder that has them; `known` are the names a template is given."""
    return _environment(tuple(folders), tuple(known))


def keep_compiled(folder: Path) -> None:
    """Keep compiled templates in a folder that only the user can write; call it before the first report."""
    _kept.append(folder)


_kept: list[Path] = []


def _bytecode_cache() -> BytecodeCache | None:
    """Jinja's own cache (it compares each template's text first); a disk that refuses is no fault."""
    if not _kept:
        return None
    from jinja2 import FileSystemBytecodeCache

    class Forgiving(FileSystemBytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().load_bytecode(bucket)

        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    return Forgiving(str(_kept[-1]), "%s.bin")


@cache
def _environment(folders: tuple[Path, ...], known: tuple[str, ...]) -> ImmutableSandboxedEnvironment:
    """Made once a process: compiling the templates takes longer than printing them."""
    from jinja2 import FileSystemLoader
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders, encoding="utf-8-sig"),
        bytecode_cache=_bytecode_cache(),
        undefined=undefined_type(known),
        autoescape=False,  # marked texts are escaped after printing, for the place they stand in
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    for name in ("upper", "lower", "trim", "replace", "truncate"):
        made.filters[name] = keeping(_plain_filter(name, made))
    return made


def _plain_filter(name: str, made: ImmutableSandboxedEnvironment) -> Callable[..., str]:
    """A filter of Jinja's as a function of the text alone."""
    methods: dict[str, Callable[..., str]] = {
        "upper": str.upper,
        "lower": str.lower,
        "trim": str.strip,
        "replace": str.replace,
    }
    if name in methods:
        return methods[name]
    from jinja2.filters import do_truncate

    return lambda text, *args, **options: do_truncate(made, text, *args, **options)


def print_template(name: str, given: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """What a template prints, marks and all; any fault in it or in what it includes raises TemplateFault."""
    from jinja2 import TemplateError

    made = environment(folders, given)
    try:
        return made.get_template(name).render(given)
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as e:
        raise fault_of(e, name, folders, made.filters) from e


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


FILTERS: dict[str, Callable[..., Any]] = {
    "day": print_day,
    "long_day": print_long_day,
    "two": _two,
    "letter": _letter,
    "upper_first": keeping(_upper_first),
    "lower_first": keeping(_lower_first),
    "inline": keeping(_inline),
    "first_mention": keeping(_first_mention),
    "names": _names,
}
"""What templates may use besides Jinja's own filters."""
