"""Jinja as the office's templates get it: nothing outside reach, and every step counted."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from types import BuiltinFunctionType
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, Undefined, nodes  # noqa: TID253  # loaded when a template is printed
from jinja2.compiler import CodeGenerator  # noqa: TID253
from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: TID253
from jinja2.utils import Namespace  # noqa: TID253

from kehoach_cli.render import bounds
from kehoach_cli.render.bounds import BreachError
from kehoach_cli.render.foreign import Foreign, plain, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Environment, Template
    from jinja2.compiler import Frame
    from jinja2.runtime import Context

GENERATOR = "1"
"""Part of the names of compiled templates: what another generator compiled must not be run by this one."""
_LISTED = "mẫu in cả một danh sách hoặc một nhóm dữ liệu; lấy từng phần bằng {% for … %} hoặc bộ lọc join"
_METHOD = "không gọi được “{}” trong mẫu; dùng bộ lọc (upper, lower, replace, join, day …)"
_DAY_FORMAT = re.compile(r"(?:[^%]|%[-]?[dmYyHMSj%]){0,100}")
_ANSWERS = frozenset(
    [
        "count",
        "endswith",
        "find",
        "index",
        "isalnum",
        "isalpha",
        "isdecimal",
        "isdigit",
        "islower",
        "isnumeric",
        "isspace",
        "istitle",
        "isupper",
        "rfind",
        "startswith",
    ]
)
_TEXTS = frozenset(
    ["capitalize", "lower", "lstrip", "removeprefix", "removesuffix", "rstrip", "strip", "title", "upper"]
)
_SPLITS = frozenset(("split", "rsplit", "splitlines"))
_OF_KIND: tuple[tuple[type, frozenset[str]], ...] = (
    (str, _ANSWERS | _TEXTS | _SPLITS),
    ((list), frozenset(("count", "index"))),
    ((tuple), frozenset(("count", "index"))),
    ((dict), frozenset(("get", "items", "keys", "values"))),
    (date, frozenset(("isoformat", "isoweekday", "weekday", "strftime"))),
)
_NO_TESTS = ("callable", "escaped", "filter", "sameas", "test")
_SCALARS = (str, int, float, date, Decimal, type(None), Undefined)


def printed(value: Any) -> Any:  # noqa: ANN401
    """A value about to become text; a list or a record, which no reader wants to see, is a fault."""
    if isinstance(value, _SCALARS):
        return value
    raise BreachError(_LISTED)


class BoundedLoader(FileSystemLoader):
    """Reads templates of a sensible size."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, is_fresh = super().get_source(environment, template)
        if len(source) > bounds.LARGEST_SOURCE:
            raise BreachError(bounds.TOO_BIG)
        return source, file, is_fresh


class _Generator(CodeGenerator):
    """Code in which loops, joined texts, slices and lists go through the environment."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self._weights: dict[int, int] = {}
        self._weigh(node)
        super().visit_Template(node, frame)

    def _weigh(self, node: nodes.Node) -> int:
        """How many characters one turn through the node prints of itself, each output counted as eight."""
        if isinstance(node, nodes.TemplateData):
            return len(node.data)
        if isinstance(node, nodes.Expr):
            return 0
        total = 8 * len(node.nodes) if isinstance(node, nodes.Output) else 0
        total += sum(map(self._weigh, node.iter_child_nodes()))
        if isinstance(node, nodes.For):
            self._weights[id(node)] = total
        return total

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        if node.recursive:
            self.fail("recursive", node.lineno)
        weight = nodes.Const(8 + self._weights[id(node)])
        counted = nodes.EnvironmentAttribute("steps", lineno=node.lineno)
        node.iter = nodes.Call(counted, [node.iter, weight], [], None, None, lineno=node.lineno)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.cut(")
        self.visit(node.node, frame)
        self.write(", slice(")
        for bound in (node.arg.start, node.arg.stop, node.arg.step):
            self.visit(bound if bound is not None else nodes.Const(None), frame)
            self.write(", ")
        self.write("))")

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        self._hold(super().visit_Tuple, node, frame, is_made=node.ctx == "load")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        self._hold(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        self._hold(super().visit_Dict, node, frame)

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier, _: Frame) -> None:  # noqa: N802
        self.fail("autoescape", node.lineno)

    def _hold(
        self, visit: Callable[..., None], node: nodes.Node, frame: Frame, *, is_made: bool = True
    ) -> None:
        self.write("environment.held(" if is_made else "")
        visit(node, frame)
        self.write(")" if is_made else "")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Its filters are set by who makes it; BreachError is what a template gets that wants too much."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(["*", "**", "+", "%"])
    held = staticmethod(bounds.held)
    steps = staticmethod(bounds.steps)

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        super().__init__(finalize=printed, **options)
        self.binop_table |= {
            "*": bounds.times, "**": bounds.power, "+": bounds.plus, "%": bounds.percent
        }  # fmt: skip
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}
        self.tests = {name: test for name, test in self.tests.items() if name not in _NO_TESTS}

    def concat(self, parts: Iterable[str]) -> str:
        """The parts of a macro, a block or a whole text as one."""
        made = list(parts)
        bounds.spend(sum(map(len, made)))
        return "".join(made)

    def joined(self, parts: tuple[Any, ...]) -> str:
        """`a ~ b`."""
        said = [str(printed(part)) for part in parts]
        bounds.step(sum(map(len, said)))
        return "".join(said)

    def cut(self, value: Any, part: slice) -> Any:  # noqa: ANN401
        """`value[a:b]`; a text of others stays one."""
        bounds.step(len(value) if isinstance(value, str) else 8 * len(value))
        value = whole(value) if isinstance(value, str) else value
        return Foreign(plain(value)[part]) if isinstance(value, Foreign) else value[part]

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """A field of a view at once: none has a name that begins with «_», so Jinja lets each through."""
        if isinstance(obj, tuple) and attribute in getattr(type(obj), "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def get_template(self, *args: Any, **options: Any) -> Template:  # noqa: ANN401
        bounds.step()
        return super().get_template(*args, **options)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401, ARG002
        """No way around: `str.format` is a method like others, and not on the list."""
        return

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        bounds.step()
        if isinstance(obj, BuiltinFunctionType):
            return _method(obj, *args, **kwargs)
        if isinstance(obj, type) and obj is not Namespace:
            raise BreachError(_METHOD.format(obj.__name__))
        return super().call(context, obj, *args, **kwargs)


def _method(method: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
    """A method of a text, list, mapping or day, of those that make little; a text of others stays one."""
    owner, name = method.__self__, method.__name__
    if not any(isinstance(owner, kind) and name in names for kind, names in _OF_KIND):
        raise BreachError(_METHOD.format(name))
    if name == "strftime" and not (len(args) == 1 and _DAY_FORMAT.fullmatch(str(args[0]))):
        raise BreachError(_METHOD.format(name))
    if not isinstance(owner, str):
        return method(*args, **kwargs)
    bounds.spend(len(owner) * (32 if name in _SPLITS else 1))
    made = method(*args, **kwargs)
    if not isinstance(owner, Foreign) or name in _ANSWERS:
        return made
    return Foreign(made) if isinstance(made, str) else [Foreign(part) for part in made]
