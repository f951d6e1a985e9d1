"""Whether a word only names an example of something else, or is quoted: then a passage need not be about it."""

from __future__ import annotations

import re

# So many code points before a word are looked at, for what it is an example of and for quotation marks.
_FAR = 120
_NEAR = 40
_WORD = r"[\w'’&-]+"
_ITEM = rf"{_WORD}(?:\s{_WORD}){{0,3}}"
_BETWEEN = r"(?:,\s(?:and\s|or\s|a\s)?|\s(?:and|or|a)\s)"
# "services such as schools, prisons and the ...", "other bodies, including the ..."
_EXAMPLE = re.compile(
    r"\b(?:such as|like|including|as well as|along with|alongside|for example|e\.g\.|megis|gan gynnwys|er enghraifft)"
    r",?\s"
    rf"(?:(?:the|our|a|an|those of|y|yr)\s)?(?:{_ITEM}{_BETWEEN}(?:(?:the|our|y|yr)\s)?){{0,6}}$",
    re.IGNORECASE,
)
# "the ‘bedroom tax’": somebody's name for something, of no more than two words beside it.
_OPENED = re.compile(rf"(?<!\w)[‘“\"'](?:{_WORD}\s){{0,2}}$")
_CLOSED = re.compile(rf"(?:\s{_WORD}){{0,2}}[,.]?[’”\"'](?!\w)")


def is_in_passing(text: str, span: tuple[int, int]) -> bool:
    """Whether the word or phrase at `span` (code points in the text) is named as an example or in quotation marks."""
    start, end = span
    if _CLOSED.match(text, end) and _OPENED.search(text, max(0, start - _NEAR), start):
        return True
    return _EXAMPLE.search(text, max(0, start - _FAR), start) is not None
