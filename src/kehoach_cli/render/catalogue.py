"""The catalogue of problems as a person reads it: one entry explained, or the list of all."""

from __future__ import annotations

from kehoach_cli.checks.catalogue import CATALOGUE
from kehoach_cli.checks.catalogue.entry import fill, with_gaps

_KINDS = {"error": "lỗi", "warning": "cảnh báo"}
_AREAS = {
    "L0": "Tệp và YAML",
    "L1": "Khóa và giá trị",
    "L2": "Kế hoạch và danh mục cơ quan",
    "L3": "Báo cáo của các cơ quan",
}


def explanation(code: str) -> str | None:
    """Sentence, reason and remedy of a code (letter case free); None for a code there is not."""
    import textwrap

    code = code.strip().upper()
    entry = CATALOGUE.get(code)
    if entry is None:
        return None
    said = [f"{code} ({_KINDS[entry.severity]}): {with_gaps(entry.message)}", "", fill(entry.why, {}), ""]
    remedies = [with_gaps(text) for text in (entry.hint, entry.otherwise) if text]
    said += [f"Cách sửa: {remedy}" for remedy in remedies]
    return "".join(textwrap.fill(line, 100, break_long_words=False) + "\n" for line in said)


def code_titles() -> list[tuple[str, str]]:
    """Every code with its sentence, gaps shown as ‹…›."""
    return [(code, with_gaps(entry.message)) for code, entry in sorted(CATALOGUE.items())]


def all_codes_text() -> str:
    lines = []
    area = ""
    for code, title in code_titles():
        if code[:2] != area:
            area = code[:2]
            lines += ([""] if lines else []) + [_AREAS[area]]
        lines.append(f"  {code}  {_KINDS[CATALOGUE[code].severity]:9} {title}")
    return "".join(f"{line}\n" for line in lines)


def nearest_code(code: str) -> str:
    from kehoach_cli.model.names import nearest_text

    return nearest_text(code, CATALOGUE, at_least=0) or min(CATALOGUE)
