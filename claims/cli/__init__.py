"""The command `claims`."""

from claims.cli.commands import main

__all__ = ["main"]
