"""python -m kehoach_cli."""

from kehoach_cli.cli.main import console

console()
