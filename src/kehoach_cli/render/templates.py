"""The office's templates: found, run in a sandbox, and their faults told in the words of the work."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.bounds import LONGEST, TOO_LONG, BreachError, one_document
from kehoach_cli.render.fault_record import record
from kehoach_cli.render.template_faults import TemplateFault, fault_of, template_errors, undefined_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from jinja2.bccache import Bucket, BytecodeCache

    from kehoach_cli.render.sandbox import BoundedEnvironment

__all__ = ["TemplateFault", "environment", "keep_compiled", "print_template"]

_LAYOUT: dict[str, Any] = {
    "autoescape": False,  # marked texts are escaped after printing, for the place they stand in
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


def environment(folders: Sequence[Path], known: Iterable[str] = ()) -> BoundedEnvironment:
    """Templates of the first folder that has them; `known` are the names a template is given."""
    kept = record()
    if kept is None:
        return _environment(tuple(folders), tuple(known))
    asked = (tuple(folders), tuple(known))
    if asked not in kept.environments:
        kept.environments[asked] = _noting_environment(*asked)
    return kept.environments[asked]  # type: ignore[no-any-return]


def keep_compiled(folder: Path) -> None:
    """Keep compiled templates in a folder that only the user can write; call it before the first report."""
    _kept.append(folder)


_kept: list[Path] = []


def _bytecode_cache() -> BytecodeCache | None:
    """Jinja's own cache (it compares each template's text first); a disk that refuses is no fault."""
    if not _kept:
        return None
    from jinja2 import FileSystemBytecodeCache

    from kehoach_cli.render.sandbox import GENERATOR

    class Forgiving(FileSystemBytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().load_bytecode(bucket)

        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    return Forgiving(str(_kept[-1]), f"%s.{GENERATOR}.bin")


@cache
def _environment(folders: tuple[Path, ...], known: tuple[str, ...]) -> BoundedEnvironment:
    """Made once a process: compiling the templates takes longer than printing them."""
    from kehoach_cli.render.sandbox import BoundedEnvironment, BoundedLoader
    from kehoach_cli.render.template_filters import allowed_filters

    made = BoundedEnvironment(
        loader=BoundedLoader(folders, encoding="utf-8-sig"),
        bytecode_cache=_bytecode_cache(),
        undefined=undefined_type(known),
        **_LAYOUT,
    )
    made.filters = allowed_filters(made)
    return made


def _noting_environment(folders: tuple[Path, ...], known: tuple[str, ...]) -> BoundedEnvironment:
    """One whose templates tell all their faults."""
    from kehoach_cli.render.noting import NotingEnvironment, NotingLoader
    from kehoach_cli.render.template_filters import allowed_filters

    made = NotingEnvironment(loader=NotingLoader(folders, encoding="utf-8-sig"), **_LAYOUT)
    made.filters = allowed_filters(made)
    made.know(known)
    return made


def print_template(name: str, given: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """What a template prints, marks and all; any fault in it or in what it includes raises TemplateFault."""
    made = environment(folders, given)
    try:
        with one_document():
            text = made.get_template(name).render(given)
            if len(text) > LONGEST:
                raise BreachError(TOO_LONG)
    except template_errors() as e:
        raise fault_of(e, name, folders, made.filters) from e
    return text
