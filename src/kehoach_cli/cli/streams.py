"""The three standard streams: UTF-8 on every console, a closed pipe without noise, the width."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from io import TextIOWrapper
from typing import NoReturn

WRITE_FAILED = 74
"""Exit code when the answer could not be written (EX_IOERR of sysexits)."""


def use_utf8() -> None:
    r"""Read and write UTF-8 whatever the console's code page says.

    What UTF-8 cannot hold (a file name with a broken byte) is printed as `\udcff`, never an error;
    broken bytes on stdin come in as surrogates, so nothing is lost before it is looked at.
    """
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def is_closed_pipe(error: OSError) -> bool:
    """Whether the reader (`head`, `more`) has gone; Windows says EINVAL without a file name."""
    if error.errno in (errno.EPIPE, errno.ESHUTDOWN):
        return True
    return os.name == "nt" and error.errno == errno.EINVAL and error.filename is None


def silence_stdout() -> None:
    """Let what is still buffered for a reader who has gone run into nothing, not into a second error."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return  # a stream without a descriptor buffers nothing


def flush_and_exit(code: int) -> NoReturn:
    """Write out both streams and leave at once, without the interpreter's slow goodbye.

    For the console entry only: nothing registered with atexit runs. A full disk gives exit code 74.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        if not is_closed_pipe(error):
            code = code or WRITE_FAILED
            _last_words("Lỗi: không ghi được kết quả ra ngoài (ổ đĩa đã đầy, hoặc thiết bị ngừng nhận).\n")
    except ValueError:
        pass  # already closed
    _last_words("")
    os._exit(code)


def _last_words(text: str) -> None:
    try:
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()
    except (OSError, ValueError):
        return


def is_terminal() -> bool:
    """Whether a person sees stdout directly: only then colour, boxes and cutting to the width."""
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:  # closed
        return False


def terminal_width() -> int:
    """Columns: what COLUMNS says, else the terminal's, else 80."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    return shutil.get_terminal_size().columns
