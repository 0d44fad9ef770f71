"""The console entry: streams in UTF-8, one run, out without the interpreter's slow goodbye."""

from __future__ import annotations

import sys
from typing import NoReturn


def console() -> NoReturn:
    """Run the program for this process; never returns."""
    import gc
    import os

    gc.disable()  # a short command makes nothing worth collecting
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is used; looking for them costs 10 ms
    from kehoach_cli.cli.streams import flush_and_exit, use_utf8

    use_utf8()
    words = sys.argv[1:]
    if words == ["--version"]:
        from kehoach_cli import __version__

        sys.stdout.write(f"kehoach {__version__}\n")
        flush_and_exit(0)
    from kehoach_cli.cli.app import make_app
    from kehoach_cli.cli.frame import run

    flush_and_exit(run(make_app(words)))
