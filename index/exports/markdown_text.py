"""Text as Markdown shows it: on one line, with nothing in it that would be taken for a mark."""

from __future__ import annotations

import re

# An "&" is a mark only where it would begin the name or number of a character: "&copy;".
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~]|&(?=#?[0-9A-Za-z]+;))")


def plain(text: str) -> str:
    """The text on one line, with all that Markdown would take for its own marks escaped."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])|^([-+=])", lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", line)
