"""What can be wrong in a template, told with the file, the line and the nearest right name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.names import nearest_text
from kehoach_cli.render.bounds import BreachError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jinja2 import StrictUndefined


class TemplateFault(Exception):  # noqa: N818  # a fault in the office's file, not an error of ours
    """A template that cannot be printed; `file` is its path, `line` counts from 1 (0: unknown)."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")
        self.file, self.line, self.message = file, line, message


def template_errors() -> tuple[type[Exception], ...]:
    """What a template's code may raise, compiling or running: the template is at fault, not the program."""
    from jinja2 import TemplateError

    return (
        TemplateError,
        BreachError,
        ArithmeticError,
        AttributeError,
        LookupError,
        MemoryError,
        RecursionError,
        SyntaxError,  # Python's own, of blocks nested too deeply
        TypeError,
        ValueError,
    )


def undefined_type(known: tuple[str, ...]) -> type[StrictUndefined]:
    """An undefined value that names itself and its nearest neighbour in Vietnamese."""
    from jinja2 import StrictUndefined
    from jinja2.utils import missing

    class Unknown(StrictUndefined):
        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            name, owner = str(self._undefined_name), self._undefined_obj
            fields = known if owner is missing else getattr(owner, "_fields", ())
            return unknown_name(name, fields)

    return Unknown


def unknown_name(name: str, known: Iterable[str]) -> str:
    """A name that nothing gives, with the nearest that something does."""
    return f"mẫu dùng “{name}” nhưng dữ liệu không có{_nearest(name, known)}"


def unknown_filter(name: str, known: Iterable[str]) -> str:
    """A filter that there is not, with the nearest there is."""
    return f"mẫu dùng bộ lọc “{name}” nhưng không có{_nearest(name, known)}"


def _nearest(name: str, known: Iterable[str]) -> str:
    near = nearest_text(name, known)
    return f"; gần nhất là “{near}”" if near else ""


def fault_of(error: Exception, name: str, folders: Sequence[Path], filters: Iterable[str]) -> TemplateFault:
    """The fault that an exception raised by or in a template means; `name` is the template asked for."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    if isinstance(error, TemplateNotFound):
        missing_name = str(error.name or name)
        return TemplateFault(missing_name, 0, f"không tìm thấy mẫu “{missing_name}”")
    if isinstance(error, UnicodeDecodeError):
        return TemplateFault(name, 0, "tệp mẫu không phải mã UTF-8; lưu lại bằng mã UTF-8")
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or name, error.lineno
        return TemplateFault(file, line, _syntax_message(error, filters))
    file, line, excerpt = _place(error, name, folders)
    if isinstance(error, UndefinedError):
        return TemplateFault(file, line, str(error.message))
    told = _unknown_filter(error, filters) or limit_message(error)
    return TemplateFault(file, line, told or f"không thực hiện được dòng này của mẫu{excerpt}")


def limit_message(error: Exception) -> str | None:
    """For a template that reaches out or wants more than a document may cost."""
    from jinja2.exceptions import SecurityError

    if isinstance(error, BreachError):
        return error.message
    if isinstance(error, SecurityError):
        return "mẫu dùng phần bên trong của chương trình; mẫu chỉ được dùng dữ liệu của văn bản"
    if isinstance(error, RecursionError):
        return "mẫu gọi lại chính mình không dừng, hoặc lồng quá nhiều lớp; xem lại macro và include"
    if isinstance(error, (MemoryError, SyntaxError)):
        return "mẫu lồng các khối if, for quá nhiều lớp; viết lại đơn giản hơn"
    return None


def _syntax_message(error: Any, filters: Iterable[str]) -> str:  # noqa: ANN401  # jinja2 is imported on use
    unknown = _unknown_filter(error, filters)
    if unknown:
        return unknown
    lines = (error.source or "").splitlines()
    return f"mẫu viết sai cú pháp{_excerpt(lines, error.lineno)}"


def _unknown_filter(error: Exception, filters: Iterable[str]) -> str | None:
    """Jinja tells of it while compiling or, inside a condition, while printing."""
    words = str(error).split("'")
    if not words[0].startswith("No filter named") or len(words) == 1:
        return None
    return unknown_filter(words[1], filters)


def _place(error: Exception, name: str, folders: Sequence[Path]) -> tuple[str, int, str]:
    """The innermost line of a template on the way to the error."""
    roots = tuple(str(folder) for folder in folders)
    file, line, trace = name, 0, error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code.co_filename
        if code.startswith(roots):
            file, line = code, trace.tb_lineno
        trace = trace.tb_next
    return file, line, _excerpt(_lines(file), line) if line else ""


def _lines(file: str) -> list[str]:
    with open(file, encoding="utf-8-sig") as opened:  # noqa: PTH123
        return opened.read().splitlines()


def _excerpt(lines: list[str], line: int) -> str:
    return f": “{lines[line - 1].strip()}”" if 0 < line <= len(lines) else ""
