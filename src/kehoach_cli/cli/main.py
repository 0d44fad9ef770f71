"""The console entry: everything in UTF-8, one run, out without the interpreter's slow goodbye."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable


def console() -> NoReturn:
    """Run the program for this process; never returns."""
    import gc

    gc.disable()  # a short command makes nothing worth collecting
    _ensure_utf8()
    _without_plugins()
    _without_compiled_annotations()
    from kehoach_cli.cli.streams import flush_and_exit, use_utf8

    use_utf8()
    words = sys.argv[1:]
    if words == ["--version"]:
        from kehoach_cli import __version__

        sys.stdout.write(f"kehoach {__version__}\n")
        flush_and_exit(0)
    from kehoach_cli.cli.app import make_app
    from kehoach_cli.cli.frame import run

    flush_and_exit(run(make_app(words)))


def _ensure_utf8() -> None:
    """Begin again in UTF-8 mode where arguments and file names were read by another code page.

    Only a POSIX system with an old locale and PYTHONUTF8=0 does that; everywhere else this costs nothing.
    """
    if os.name == "posix" and sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


def _without_plugins() -> None:
    """Spare pydantic its search for plugins: none is used, and the search alone costs a start-up of Python.

    PYDANTIC_DISABLE_PLUGINS would still import importlib.metadata. Where pydantic keeps its loader
    elsewhere, the stand-in is never asked and pydantic searches as it would have.
    """
    from types import ModuleType

    nobody = ModuleType("pydantic.plugin._loader")
    vars(nobody)["get_plugins"] = tuple  # called, it answers: none
    sys.modules.setdefault(nobody.__name__, nobody)


def _without_compiled_annotations() -> None:
    """Spare typing the compiling of every annotation of every NamedTuple: half a start-up of Python.

    Under `from __future__ import annotations` they are text; typing makes a ForwardRef of each, which
    compiles it. Nobody asks a view for its types, and who does (typing.get_type_hints) still gets them.
    Python 3.14 leaves them alone by itself.
    """
    import typing
    from collections import namedtuple

    if sys.version_info >= (3, 14) or not hasattr(typing, "_make_nmtuple"):
        return

    def made(
        name: str, types: Iterable[tuple[str, object]], module: str | None, defaults: Iterable[object] = ()
    ) -> type[Any]:
        given = dict(types)
        kind = namedtuple(name, given, defaults=defaults, module=module)  # type: ignore[misc]  # noqa: PYI024
        kind.__annotations__ = kind.__new__.__annotations__ = given
        return kind

    vars(typing)["_make_nmtuple"] = made
