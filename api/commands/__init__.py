"""The command line, one module a group of commands."""

INTERRUPTED = 130
"""Exit code of a command stopped from the keyboard."""
