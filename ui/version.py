"""The program's version, as in pyproject.toml (a test compares them; a frozen program has no package metadata)."""

VERSION = "0.1.0"

# How the program names itself in what it writes.
PROGRAM = f"Hustings {VERSION}"
