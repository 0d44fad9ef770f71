"""Closings on the disk: a record with the copies it vouches for, made all at once, undone on record."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kehoach_cli.checks.finding import Finding
from kehoach_cli.model.workspace import Closing, Filed, Raised
from kehoach_cli.store.layout import CLOSED, CLOSED_REPORTS, URGENT, closing_path
from kehoach_cli.store.report_text import scalar
from kehoach_cli.store.writing import make_directory, write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from kehoach_cli.model.closing import Closed, Copy
    from kehoach_cli.model.scalars import Record
    from kehoach_cli.store.folder import Folder
    from kehoach_cli.store.reading import SourceFile

    R = TypeVar("R", bound=Record)

_HEAD = """\
# {period}: chốt tính đến ngày {day}. Báo cáo tổng hợp dùng đúng các bản sao trong thư mục này.
# Không sửa, không xóa; muốn tính lại thì dùng kehoach reopen, sau đó kehoach close.
schema: 1
"""


class Desk(NamedTuple):
    """What loading lends: where bytes come from, the files opened so far, where findings go."""

    folder: Folder
    open: Callable[[str], SourceFile]
    files: Mapping[str, SourceFile]
    strays: list[Finding]


def digest(raw: bytes) -> str:
    """The hash that a closing keeps of a file: BLAKE2b, 128 bit, in hexadecimal digits.

    Lines may end either way: git on Windows changes that of every file it lays out.
    """
    return blake2b(raw.replace(b"\r\n", b"\n"), digest_size=16).hexdigest()


def closings_in(paths: Iterable[str], desk: Desk, known: Mapping[str, Record]) -> tuple[Closing, ...]:
    """The closings among these paths of one plan, oldest first.

    `known` are the records of the plan's own files: a copy of a file that never changed is not read twice.
    A copy that is missing or not what it was is a finding of the closing's record (L360, L361), copies
    without a record are one of their own (L366).
    """
    listed = list(paths)
    found = [c for p in listed if p.endswith(f"/{CLOSED}") and (c := _closing(p, desk, known))]
    heads = {p.rpartition("/")[0] for p in listed if p.endswith(f"/{CLOSED}")}
    lost = dict.fromkeys(p.rsplit("/", 2)[0] for p in listed if not p.endswith(f"/{CLOSED}"))
    for folder in lost:
        if folder not in heads:
            desk.strays.append(Finding("L366", words={"folder": folder}, file=f"{folder}/{CLOSED}"))
    return tuple(sorted(found, key=lambda c: (c.closed.date, len(c.file), c.file)))


def _closing(path: str, desk: Desk, known: Mapping[str, Record]) -> Closing | None:
    from kehoach_cli.model.closing import Closed
    from kehoach_cli.model.report import Report
    from kehoach_cli.model.urgent import Urgent

    folder, _, _ = path.rpartition("/")
    period_folder = folder.rsplit("/", 2)[0]
    file = desk.open(path)
    closed = file.load(Closed, period=period_folder.rpartition("/")[2])
    if closed is None or closed.reopened is not None:
        return Closing(path, closed) if closed else None
    reading = _Reading(desk, file, known)
    urgent_folder = f"{period_folder.rpartition('/')[0]}/{URGENT}"
    reports = reading.records("reports", closed.reports, f"{folder}/{CLOSED_REPORTS}", period_folder, Report)
    raised = reading.records("urgent", closed.urgent, f"{folder}/{URGENT}", urgent_folder, Urgent)
    return Closing(
        path,
        closed,
        tuple(Filed(f, r) for f, r in reports),
        tuple(Raised(f, u) for f, u in raised),
        reading.copies,
    )


class _Reading:
    """The copies of one closing, each held against its hash."""

    def __init__(self, desk: Desk, file: SourceFile, known: Mapping[str, Record]) -> None:
        self._desk, self._file, self._known = desk, file, known
        self.copies: dict[str, str] = {}

    def records(
        self, key: str, copies: tuple[Copy, ...], folder: str, origin: str, kind: type[R]
    ) -> Iterator[tuple[str, R]]:
        """Where each file stood, with its record."""
        for index, copy in enumerate(copies):
            path, source = f"{folder}/{copy.file}", f"{origin}/{copy.file}"
            wrong = self._judged(path, copy.hash)
            if wrong:
                words = {"file": copy.file, "copy": path}
                self._file.add(Finding(wrong, (key, index, "file"), words))
                continue
            opened, now = self._desk.open(path), self._desk.files.get(source)
            record = self._known.get(source)
            if not (now and now.text == opened.text and not now.is_bad and isinstance(record, kind)):
                record = opened.load(kind)
            if isinstance(record, kind):
                self.copies[source] = path
                yield source, record

    def _judged(self, path: str, hash_: str) -> str:
        """The code of what is wrong with a copy; empty for one that is as it was."""
        try:
            raw = self._desk.folder.read(path)
        except OSError:
            return "L360"
        return "" if digest(raw) == hash_ else "L361"


def closing_text(closed: Closed, period: str, day: str) -> str:
    """The record as a file; `period` and `day` in the words of its head."""
    lines = [f"period: {closed.period}", f"date: {closed.date.isoformat()}", f"version: {closed.version}"]
    lines.append("counts:")
    lines += [f"  {key}: {number}" for key, number in closed.counts]
    for key, copies in (("reports", closed.reports), ("urgent", closed.urgent)):
        lines += [f"{key}:"] if copies else []
        for copy in copies:
            lines += [f"  - file: {scalar(copy.file)}", f"    hash: {scalar(copy.hash)}"]
    return _HEAD.format(period=period, day=day) + "".join(f"{line}\n" for line in lines)


def put_closing(
    root: Path, folder: str, text: str, reports: Mapping[str, bytes], urgent: Mapping[str, bytes]
) -> None:
    """Make the folder of a closing with its record and its copies: all of it or, whatever happens, none.

    FileExistsError where it is there already. What an earlier call left when it was killed goes away.
    """
    import shutil

    files: dict[str, str | bytes] = {CLOSED: text}
    files |= {f"{CLOSED_REPORTS}/{name}": raw for name, raw in reports.items()}
    files |= {f"{URGENT}/{name}": raw for name, raw in urgent.items()}
    made = root / folder
    make_directory(made, files)
    for begun in made.parent.glob(".*.tmp"):
        shutil.rmtree(begun, ignore_errors=True)


def free_closing(plan: str, period: str, day: date, taken: Iterable[str]) -> str:
    """The folder of the next closing of that day; `taken` are the records there are."""
    folders = {file.rpartition("/")[0] for file in taken}
    number = 1
    while (folder := closing_path(plan, period, day, number)) in folders:
        number += 1
    return folder


def put_reopened(root: Path, file: str, day: date, reason: str) -> None:
    """Undo a closing on record: day and reason stand in its file from now on, the copies stay."""
    path = root / file
    text = path.read_bytes().decode("utf-8")
    ending = "" if text.endswith("\n") else "\n"
    added = f"reopened:\n  date: {day.isoformat()}\n  reason: {scalar(reason)}\n"
    write_atomic(path, text + ending + added, replace=True)
