"""Words as the XML of office files can hold them."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(words: str) -> str:
    """The words with U+FFFD for each character that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
