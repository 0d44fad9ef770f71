"""One file: bytes to tree to record, with a finding for whatever is not in order."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any, TypeVar

from kehoach_cli.checks.finding import Finding, LineOf, Problem, Span
from kehoach_cli.store.yaml_text import decode, parse

if TYPE_CHECKING:
    from kehoach_cli.model.scalars import Record
    from kehoach_cli.store.folder import Folder
    from kehoach_cli.store.yaml_text import Path, Tree

    R = TypeVar("R", bound=Record)

_SHOWN_BYTES = 100_000
_REASONS = {
    errno.ENOENT: "tệp hoặc liên kết trỏ đến tệp không còn",
    errno.EACCES: "không có quyền đọc",
    errno.EPERM: "không có quyền đọc",
    errno.EISDIR: "đây là thư mục",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.ELOOP: "liên kết trỏ vòng tròn",
}


def reason_of(error: OSError) -> str:
    """Why the system refused a file, in Vietnamese."""
    return _REASONS.get(error.errno or 0, f"hệ thống báo mã {error.errno}")


class SourceFile:
    """A file that was read: its text, its places, its findings."""

    def __init__(self, folder: Folder, path: str) -> None:
        self.path = path
        self.text = ""
        self.findings: list[Finding] = []
        self.tree: Tree | None = None
        self.kept: dict[str, list[int]] = {}  # list key → original indices, where items were left out
        try:
            raw = folder.read(path)
        except OSError as error:
            self.findings.append(Finding("L001", words={"reason": reason_of(error)}))
            return
        decoded = decode(raw)
        if isinstance(decoded, Finding):
            self.findings.append(decoded)
            self.text = raw[:_SHOWN_BYTES].decode("utf-8", "replace")
        else:
            self.text = decoded

    @property
    def is_bad(self) -> bool:
        """True when the file itself has an error; rules that look at several files do not count."""
        if not self.findings:
            return False
        from kehoach_cli.checks.catalogue import is_error

        return any(is_error(f.code) for f in self.findings)

    def load(self, record: type[R]) -> R | None:
        """The file as a record. Items with errors are left out of what the rules see; None: unusable."""
        if self.findings:
            return None
        tree = self.tree = parse(self.text)
        self.findings += tree.findings
        if tree.findings and tree.data is None:
            return None
        if tree.data is None:
            self.findings.append(Finding("L021"))
            return None
        if any(f.code != "L011" for f in tree.findings):
            return None  # the text broke off: what is missing is not known
        return self._validate(record, tree.data)

    def _validate(self, record: type[R], data: Any) -> R | None:  # noqa: ANN401
        from pydantic import ValidationError

        try:
            return record.model_validate(data)
        except ValidationError as error:
            from kehoach_cli.checks.schema import schema_findings

            details = error.errors(include_url=False)
            self.findings += schema_findings(details, data, record)
        whole, self.kept = without_items(data, {tuple(d["loc"][:2]) for d in details})
        try:
            return record.model_validate(whole)
        except ValidationError:
            return None

    def problem(self, finding: Finding) -> Problem:
        from kehoach_cli.checks.catalogue import word

        span = finding.span or self._span(finding)
        lines = self.text.split("\n")
        excerpt = lines[span.line].rstrip("\r") if span.line < len(lines) else ""
        end = span.end_column if span.end_line == span.line else len(excerpt)
        length = max(1, min(end, len(excerpt)) - span.column)
        words = {k: w if isinstance(w, str) else str(self._line(w)) for k, w in finding.words.items()}
        severity, message, hint = word(finding.code, words)
        return Problem(
            finding.code, severity, self.path, span.line + 1, span.column + 1, length, excerpt, message, hint
        )

    def _span(self, finding: Finding) -> Span:
        if self.tree is None:
            return Span(0, 0, 0, 1)
        return self.tree.span(self._original(finding.path), key=finding.at_key)

    def _line(self, other: LineOf) -> int:
        return self._span(Finding("", other.path)).line + 1

    def _original(self, path: Path) -> Path:
        """The path in the file of a path in what the rules saw."""
        if len(path) > 1 and isinstance(path[1], int) and str(path[0]) in self.kept:
            return (path[0], self.kept[str(path[0])][path[1]], *path[2:])
        return path


def without_items(data: Any, wrong: set[Path]) -> tuple[Any, dict[str, list[int]]]:  # noqa: ANN401
    """A copy of a file's data without the list items that hold errors, and what indices were kept."""
    if not isinstance(data, dict):
        return data, {}
    whole = dict(data)
    kept: dict[str, list[int]] = {}
    for key, items in data.items():
        bad = {step[1] for step in wrong if len(step) > 1 and step[0] == key}
        if isinstance(items, list) and bad:
            kept[key] = [n for n in range(len(items)) if n not in bad]
            whole[key] = [items[n] for n in kept[key]]
        elif (key,) in wrong:
            del whole[key]
    return whole, kept


def problem_without_place(finding: Finding) -> Problem:
    """A problem of a file that was not read: it speaks of the file as a whole."""
    from kehoach_cli.checks.catalogue import word

    words = {key: w for key, w in finding.words.items() if isinstance(w, str)}
    severity, message, hint = word(finding.code, words)
    return Problem(finding.code, severity, finding.file, 1, 1, 1, "", message, hint)
