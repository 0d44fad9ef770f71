"""What can be wrong in a .typ template, told with the file, the line and the nearest right name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.model.names import nearest_text
from kehoach_cli.render.template_faults import TemplateFault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+$", re.MULTILINE)
_ERROR = "error: "
_SYNTAX = ("unclosed ", "expected ", "unexpected ", "the character ", "invalid ")
_FIXED = (
    (
        "failed to download package",
        "mẫu gọi gói thư viện trên mạng; chỉ được dùng tệp nằm trong thư mục của mẫu",
    ),
    ("package not found", "mẫu gọi gói thư viện trên mạng; chỉ được dùng tệp nằm trong thư mục của mẫu"),
    ("would escape the project root", "mẫu gọi tệp ngoài thư mục của mẫu"),
    ("maximum function call depth exceeded", "mẫu gọi lại chính mình không dừng"),
    ("seems to be infinite", "mẫu lặp mãi không dừng"),
    ("condition is always true", "mẫu lặp mãi không dừng"),
    ("not valid UTF-8", "tệp mẫu không phải mã UTF-8; lưu lại bằng mã UTF-8"),
)


def pdf_fault(message: str, diagnostic: str, template: Path, known: Iterable[str]) -> TemplateFault:
    """The fault that typst's message and diagnostic mean; `known` are the names a template is given."""
    place = _PLACE.search(diagnostic, max(diagnostic.find(_ERROR), 0))  # warnings may come first
    file = template.parent / _last(place[1]) if place else template
    line = int(place[2]) if place else 0
    return TemplateFault(str(file), line, _told(message, known) or _untold(message, file, line))


def _last(path: str) -> str:
    """The file's own name, in whichever way the machine writes paths."""
    return re.split(r"[/\\]", path)[-1]


def _told(message: str, known: Iterable[str]) -> str | None:
    """The sentences we have; typst's are English and meant for programmers."""
    if found := re.match(r"unknown variable: (.+)", message):
        return f"mẫu dùng tên “{found[1]}” nhưng không có"
    if found := re.match(r'dictionary does not contain key "(.*)"', message):
        near = nearest_text(found[1], known)
        return f"mẫu dùng “{found[1]}” nhưng dữ liệu không có" + (f"; gần nhất là “{near}”" if near else "")
    if found := re.match(r"file not found \(searched at (.+)\)", message):
        return f"mẫu gọi tệp “{_last(found[1])}” nhưng trong thư mục của mẫu không có"
    return next((told for part, told in _FIXED if part in message), None)


def _untold(message: str, file: Path, line: int) -> str:
    """Any other fault: what the line says, and typst's own words for who can read them."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    excerpt = f": “{lines[line - 1].strip()}”" if 0 < line <= len(lines) else ""
    what = "mẫu viết sai cú pháp" if message.startswith(_SYNTAX) else "không thực hiện được dòng này của mẫu"
    return f"{what}{excerpt} (typst: {message})"
