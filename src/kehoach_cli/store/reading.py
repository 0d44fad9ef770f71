"""One file: bytes to tree to record, with a finding for whatever is not in order."""

from __future__ import annotations

import errno
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from kehoach_cli.checks.finding import Finding, LineOf, Problem, Span
from kehoach_cli.store.decoding import decode
from kehoach_cli.store.folder import Refused

if TYPE_CHECKING:
    from kehoach_cli.model.scalars import Record
    from kehoach_cli.store.folder import Folder
    from kehoach_cli.store.salvage import Usable
    from kehoach_cli.store.tree import Path, Tree

    R = TypeVar("R", bound=Record)

_REASONS = {
    errno.ENOENT: "tệp hoặc liên kết trỏ đến tệp không còn",
    errno.EACCES: "không có quyền đọc",
    errno.EPERM: "không có quyền đọc",
    errno.EISDIR: "đây là thư mục, hoặc liên kết đến một thư mục khác",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.ELOOP: "liên kết trỏ vòng tròn",
    errno.EINVAL: "đây không phải là tệp thường",
}


def reason_of(error: OSError) -> str:
    """Why the system, or the folder itself, refused a file, in Vietnamese."""
    if isinstance(error, Refused):
        return str(error)
    return _REASONS.get(error.errno or 0, f"hệ thống báo mã {error.errno}")


class SourceFile:
    """A file that was read: its text, its places, its findings."""

    def __init__(self, folder: Folder, path: str) -> None:
        self.path = path
        self.text = ""
        self.findings: list[Finding] = []  # what is wrong in the file by itself
        self._told: list[Finding] = []  # what the rules found, places as in the file
        self._tree: Tree | None = None
        self._usable: Usable | None = None
        try:
            raw = folder.read(path)
        except OSError as error:
            self.findings.append(Finding("L001", words={"reason": reason_of(error)}))
            return
        self.text, wrong = decode(raw)
        if wrong is None and not self.text.strip():
            wrong = Finding("L021")
        if wrong is not None:
            self.findings.append(wrong)

    @property
    def is_bad(self) -> bool:
        """True when the file itself has an error; what rules over several files find does not count."""
        if not self.findings:
            return False
        from kehoach_cli.checks.catalogue import is_error

        return any(is_error(f.code) for f in self.findings)

    def load(self, record: type[R], **known: str) -> R | None:
        """The file as a record, as far as it can be used; None: not at all.

        `known` says what a required key must be if the file does not say it readably.
        """
        from kehoach_cli.store.yaml_text import parse

        if self.findings:
            return None
        tree = self._tree = parse(self.text)
        self.findings += tree.findings
        if tree.is_broken:
            return None  # the text broke off: what is missing is not known
        if tree.data is None or (isinstance(tree.data, str) and not tree.data.strip()):
            self.findings.append(Finding("L021"))
            return None
        try:
            return self._validate(record, tree, known)
        finally:
            tree.data = None  # the record has it all; large files are not kept twice

    def check_words(self) -> str | None:
        """The text of a file that is no YAML; None when it cannot be used."""
        from kehoach_cli.store.conflicts import conflict

        marks = conflict(self.text)
        if marks is not None:
            self.findings.append(marks)
        return None if self.findings else self.text

    def _validate(self, record: type[R], tree: Tree, known: dict[str, str]) -> R | None:
        from pydantic import ValidationError

        details = []
        try:
            found = record.model_validate(tree.data)
        except ValidationError as error:
            found, details = None, error.errors(include_url=False)
        if not details and not tree.empty:
            return found
        from kehoach_cli.checks.schema import NEWER, schema_findings

        wrong = schema_findings(details, tree.data, record, tree.empty)
        self.findings += wrong
        if found or not isinstance(tree.data, dict) or any(f.code == NEWER for f in wrong):
            return found
        return self._salvage(record, tree.data, {tuple(d["loc"]) for d in details}, known)

    def _salvage(
        self, record: type[R], data: dict[str, Any], wrong: set[Path], known: dict[str, str]
    ) -> R | None:
        from pydantic import ValidationError

        from kehoach_cli.store.salvage import Usable

        self._usable = Usable(data, wrong, record, known)
        try:
            return record.model_validate(self._usable.data)
        except ValidationError:
            return None

    def add(self, finding: Finding) -> None:
        """Take what a rule found; its places are those of the record, which may lack parts of the file."""
        usable = self._usable
        if usable is not None:
            path = usable.path(finding.path)
            if usable.is_wrong(path):
                return
            words = {
                k: LineOf(usable.path(w.path)) if isinstance(w, LineOf) else w
                for k, w in finding.words.items()
            }
            finding = finding._replace(path=path, words=words)
        self._told.append(finding)

    def problems(self) -> list[Problem]:
        return [self._problem(f) for f in (*self.findings, *self._told)]

    def _problem(self, finding: Finding) -> Problem:
        span = finding.span or self._span(finding)
        excerpt = self._shown_lines[span.line] if span.line < len(self._lines) else ""
        end = span.end_column if span.end_line == span.line else len(excerpt)
        length = max(1, min(end, len(excerpt)) - span.column)
        words = {k: str(self._line(w)) if isinstance(w, LineOf) else w for k, w in finding.words.items()}
        place = (self.path, span.line + 1, span.column + 1, length, excerpt)
        return _worded(finding.code, place, words)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _shown_lines(self) -> list[str]:
        """The lines as a screen, a log or a picture of them may show them: no child's name in a report."""
        if "/reports/" not in self.path:
            return self._lines
        from kehoach_cli.model.personal_data import masked

        return masked(self.text).split("\n")

    def _span(self, finding: Finding) -> Span:
        if self._tree is None:
            return Span(0, 0, 0, 1)
        if finding.word is not None:
            return self._tree.word_span(finding.path, *finding.word)
        return self._tree.span(finding.path, key=finding.at_key)

    def _line(self, other: LineOf) -> int:
        return self._tree.span(other.path, key=True).line + 1 if self._tree else 1


def problem_without_place(finding: Finding) -> Problem:
    """A problem of a file that was not read: it speaks of the file as a whole."""
    words = {key: w for key, w in finding.words.items() if isinstance(w, str)}
    return _worded(finding.code, (finding.file, 1, 1, 1, ""), words)


def _worded(code: str, place: tuple[str, int, int, int, str], words: dict[str, str]) -> Problem:
    from kehoach_cli.checks.catalogue import word

    severity, message, hint = word(code, words)
    return Problem(code, severity, *place, message, hint)
