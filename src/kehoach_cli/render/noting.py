"""Jinja that notes what is wrong in a template and goes on, for `kehoach template check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateNotFound, Undefined, meta, nodes  # noqa: TID253  # loaded when templates are checked
from jinja2.exceptions import SecurityError  # noqa: TID253
from jinja2.utils import missing  # noqa: TID253

from kehoach_cli.render.fault_record import record, tell
from kehoach_cli.render.sandbox import BoundedEnvironment, BoundedLoader
from kehoach_cli.render.template_faults import TemplateFault, unknown_filter, unknown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

_CHANGING = [
    "add",
    "radd",
    "sub",
    "rsub",
    "mul",
    "rmul",
    "truediv",
    "rtruediv",
    "floordiv",
    "rfloordiv",
    "mod",
    "rmod",
    "pos",
    "neg",
    "call",
    "getitem",
]
_NUMBERS = {
    "int": 0,
    "float": 0.0,
    "len": 0,
    "bool": False,
    "lt": False,
    "le": False,
    "gt": False,
    "ge": False,
}


class Noted(Undefined):
    """A value nobody gives: each use of it is on record, and prints nothing."""

    __slots__ = ()
    known: tuple[str, ...] = ()

    def note(self, *_: object, **__: object) -> Noted:
        """Put on record what is used here, and where."""
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_exception is SecurityError:
            told = "mẫu dùng phần bên trong của chương trình; mẫu chỉ được dùng dữ liệu của văn bản"
        elif self._undefined_hint:
            told = self._undefined_hint
        else:
            told = unknown_name(name, self.known if owner is missing else getattr(owner, "_fields", ()))
        file, line = _here()
        tell(TemplateFault(file, line, told))
        return self

    def __getattr__(self, name: str) -> Noted:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.note()

    def __str__(self) -> str:
        self.note()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self.note()
        return iter(())

    def __eq__(self, other: object) -> bool:
        self.note()
        return False

    def __hash__(self) -> int:
        return id(self)


def _answering(answer: object) -> Callable[..., Any]:
    def noted(self: Noted, *_: object) -> Any:  # noqa: ANN401
        self.note()
        return answer

    return noted


for _name in _CHANGING:
    setattr(Noted, f"__{_name}__", Noted.note)
for _name, _answer in _NUMBERS.items():
    setattr(Noted, f"__{_name}__", _answering(_answer))


def _here() -> tuple[str, int]:
    """File and line of the template that is being printed."""
    frame = sys._getframe(1)  # noqa: SLF001  # there is no other way to ask
    while frame.f_back is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and frame.f_code.co_filename == template.filename:
            return str(template.filename), template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 0


class _Filters(dict[str, Any]):
    """Filters by name; one there is not lets its value through."""

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401, ARG002
        return self[name]

    def __missing__(self, name: str) -> Callable[..., Any]:
        def noted(value: Any, *_: object, **__: object) -> Any:  # noqa: ANN401
            file, line = _here()
            tell(TemplateFault(file, line, unknown_filter(name, self)))
            return value

        return noted


class NotingLoader(BoundedLoader):
    """Reads templates without the lines that are left out."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, is_fresh = super().get_source(environment, template)
        kept = record()
        return (kept.without_left_out(file, source) if kept else source), file, is_fresh


class NotingEnvironment(BoundedEnvironment):
    """Looks through each template when it is read, down to the branches that nothing reaches today."""

    def know(self, known: tuple[str, ...]) -> None:
        """The names that templates are given."""
        self.known = known
        self.undefined = type("Noted", (Noted,), {"known": known, "__slots__": ()})
        self.filters = _Filters(self.filters)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        made = super()._parse(source, name, filename)
        for line, told in () if self._is_packaged(filename) else self._faults(made):
            tell(TemplateFault(filename or str(name), line, told))
        return made

    def _is_packaged(self, filename: str | None) -> bool:
        """True for a file of the last folder, which is not the office's to mend."""
        folders = self.loader.searchpath if isinstance(self.loader, BoundedLoader) else []
        return len(folders) > 1 and bool(filename) and str(filename).startswith(str(folders[-1]))

    def _faults(self, made: nodes.Template) -> Iterator[tuple[int, str]]:
        every = (*self.known, *self.globals)
        unknown = meta.find_undeclared_variables(made) - {*every, "caller", "varargs", "kwargs", "self"}
        for node in made.find_all(nodes.Name):
            if node.ctx == "load" and node.name in unknown:
                yield node.lineno, unknown_name(node.name, self.known)
        for used in made.find_all(nodes.Filter):
            if used.name not in self.filters:
                yield used.lineno, unknown_filter(used.name, self.filters)
        for borrowed in made.find_all((nodes.Include, nodes.Import, nodes.FromImport)):
            yield from self._borrowed_faults(borrowed)

    def _borrowed_faults(self, borrowed: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
        """A partial there is not, or one without the macro asked of it."""
        if not isinstance(borrowed.template, nodes.Const):
            return
        name = str(borrowed.template.value)
        try:
            source = self.loader.get_source(self, name)[0] if self.loader else ""
        except TemplateNotFound:
            yield borrowed.lineno, f"không tìm thấy mẫu “{name}”"
            return
        if not isinstance(borrowed, nodes.FromImport):
            return
        made = super()._parse(source, name, None)
        has = {m.name for m in made.find_all((nodes.Macro,))}
        has |= {n.name for n in made.find_all((nodes.Name,)) if n.ctx == "store"}
        for wanted in borrowed.names:
            macro = wanted[0] if isinstance(wanted, tuple) else wanted
            if macro not in has:
                yield borrowed.lineno, f"mẫu “{name}” không có macro “{macro}”"
