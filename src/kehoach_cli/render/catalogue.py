"""The catalogue of problems as a person reads it: one entry explained, or the list of all."""

from __future__ import annotations

from kehoach_cli.checks.catalogue import CATALOGUE
from kehoach_cli.checks.catalogue.entry import Entry, fill, with_gaps

_KINDS = {"error": "lỗi", "warning": "cảnh báo"}
_AREAS = {
    "L0": "Tệp và YAML",
    "L1": "Khóa và giá trị",
    "L2": "Kế hoạch và danh mục cơ quan",
    "L3": "Báo cáo của các cơ quan",
    "L4": "Biểu mẫu đã điền",
    "L5": "Phiên bản và thay đổi",
    "L6": "Văn bản kế hoạch được nhập vào",
}
_LEAST = 40  # columns: a terminal that is narrower breaks lines itself


def explanation(code: str, width: int = 100) -> str | None:
    """Sentence, reason and remedy of a code (letter case free); None for a code there is not."""
    code = code.strip().upper()
    entry = CATALOGUE.get(code)
    if entry is None:
        return None
    said = [f"{code} ({_KINDS[entry.severity]}): {_title(entry)}", "", fill(entry.why, {}), ""]
    remedies = [with_gaps(text) for text in (entry.hint, entry.otherwise) if text]
    said += [f"{word}: {text}" for word, text in zip(("Cách sửa", "Hoặc"), remedies, strict=False)]
    return "".join(_wrapped(line, width) for line in said)


def _wrapped(line: str, width: int, indent: str = "") -> str:
    import textwrap

    wrapper = textwrap.TextWrapper(width, subsequent_indent=indent)
    wrapper.break_long_words = wrapper.break_on_hyphens = False
    return wrapper.fill(line) + "\n"


def _title(entry: Entry) -> str:
    """The sentence with its gaps; a gap right behind a quotation holds its meaning and is left out."""
    return with_gaps(entry.message).replace("”‹…›", "”")


def code_titles() -> list[tuple[str, str]]:
    """Every code with its sentence, gaps shown as ‹…›."""
    return [(code, _title(entry)) for code, entry in sorted(CATALOGUE.items())]


def all_codes_text(width: int | None = None) -> str:
    """One line a code under the headings of their areas; wrapped where a terminal says how wide it is."""
    text = area = ""
    for code, title in code_titles():
        if code[:2] != area:
            text += ("\n" if area else "") + f"{_AREAS[code[:2]]}\n"
            area = code[:2]
        begin = f"  {code}  {_KINDS[CATALOGUE[code].severity]:9} "
        line = begin + title
        text += _wrapped(line, max(width, _LEAST), " " * len(begin)) if width else f"{line}\n"
    return text


def nearest_code(code: str) -> str:
    """The code that looks most like a wrong one."""
    from kehoach_cli.model.names import nearest_text

    return nearest_text(code, CATALOGUE, at_least=0) or min(CATALOGUE)
