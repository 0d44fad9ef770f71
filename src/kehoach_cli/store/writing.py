"""Writing files: whole or not at all, and nothing that exists is lost by accident."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_REFUSALS = {
    errno.ENOENT: "không có thư mục này",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EEXIST: "ở đó đã có một tệp cùng tên",
    errno.EISDIR: "đây là thư mục",
    errno.EACCES: "không có quyền ghi, hoặc tệp đang mở trong chương trình khác",
    errno.EPERM: "không có quyền ghi, hoặc tệp đang mở trong chương trình khác",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EINVAL: "tên có ký tự không dùng được",
}


def refusal_of(error: OSError) -> str:
    """Why the system did not let us write, in Vietnamese."""
    return _REFUSALS.get(error.errno or 0, f"hệ thống báo mã {error.errno}")


def write_atomic(path: Path, content: str | bytes, *, replace: bool = False) -> None:
    """Write bytes, or text as UTF-8, to a file that is there whole or not at all, whatever happens.

    FileExistsError where the file exists and `replace` is false; any other OSError leaves no trace.
    A link is followed; what is no file (a pipe, the terminal) is written to as it is.
    """
    raw = content.encode("utf-8") if isinstance(content, str) else content
    path = Path(os.path.realpath(path)) if replace else path
    if not replace and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "exists", str(path))
    if path.exists() and not path.is_file():
        path.write_bytes(raw)  # a directory refuses
        return
    beside = path.with_name(f".{os.urandom(4).hex()}.tmp")
    try:
        _write_beside(beside, raw)
        _put(beside, path, replace=replace)
    finally:
        beside.unlink(missing_ok=True)


def _write_beside(beside: Path, raw: bytes) -> None:
    """A new file that is on the disk, not only in memory, when this returns."""
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def write_together(folder: Path, files: Mapping[str, str | bytes], *, replace: bool = False) -> None:
    """Write several files of one folder, made where it is missing: all of them or, where one fails, none.

    Everything is on the disk under other names before the first file gets its own. FileExistsError names
    the file that exists where `replace` is false; any other OSError leaves no trace.
    """
    taken = [name for name in files if os.path.lexists(folder / name)]
    if taken and not replace:
        raise FileExistsError(errno.EEXIST, "exists", str(folder / taken[0]))
    above = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    waiting: dict[str, Path] = {}
    done: list[str] = []
    try:
        for name, content in files.items():
            waiting[name] = folder / f".{os.urandom(4).hex()}.tmp"
            _write_beside(waiting[name], content.encode() if isinstance(content, str) else content)
        for name, beside in waiting.items():
            _put(beside, folder / name, replace=replace)
            beside.unlink(missing_ok=True)
            done.append(name)
    except BaseException:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)
        for name in done if not replace else ():
            (folder / name).unlink(missing_ok=True)
        _clear(None, above)
        raise


def _put(beside: Path, path: Path, *, replace: bool) -> None:
    """Give the finished file its name; without `replace` a file made meanwhile wins."""
    if replace:
        beside.replace(path)
    elif os.name == "nt":
        beside.rename(path)  # refuses an existing name there
    else:
        try:
            path.hardlink_to(beside)
        except FileExistsError:
            raise
        except OSError:  # a disk without links (a USB stick)
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
            beside.replace(path)


def make_directory(path: Path, files: Mapping[str, str | bytes]) -> None:
    """Make a directory with these files (relative paths with /) in it, all at once.

    FileExistsError where the directory exists; any other OSError leaves no trace.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "exists", str(path))
    above = [parent for parent in path.parents if not parent.exists()]
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        for name, content in files.items():
            file = beside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            _write_beside(file, content.encode() if isinstance(content, str) else content)
        beside.rename(path)
    except BaseException:
        _clear(beside, above)
        raise


def _clear(beside: Path | None, above: list[Path]) -> None:
    """Take away what was begun, and the directories above that were made for it."""
    if beside is not None:
        import shutil

        shutil.rmtree(beside, ignore_errors=True)
    for parent in above:  # the innermost first
        try:
            parent.rmdir()
        except OSError:
            return
