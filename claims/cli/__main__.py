"""The command `claims` where it is not on the path: `python -m claims.cli`."""

from claims.cli import main

main()
