"""The command line: options to store, query, renderer and exit code."""
