"""What in a query looks like a mistake that was forgiven: said beside what was searched all the same."""

from __future__ import annotations

import re

from index.query import FILTERS, SCOPES
from reader.wording import tr

_QUOTES = re.compile('["“”„]')
_EXPRESSION = re.compile(r"(?<!\S)-?/(?:\\.|[^/\\\s])(?:\\.|[^/\\])*/(?=[\s)]|$)")
_QUOTED = re.compile('["“”„][^"“”„]*["“”„]')
_OPERATOR = re.compile(r"(?<=\S )(or|not)(?= \S)")
_FIELDS = sorted({*SCOPES, *FILTERS, "lang"} - {"text", "document"})
_PARTED = re.compile(rf"(?<!\S)({'|'.join(_FIELDS)}):\s+(\w+)", re.IGNORECASE)
# In small letters and right before a value: "Note: police" and "Re:" are words.
_UNKNOWN_FIELD = re.compile(r"(?<![^\s(])([a-z]{3,12}):(?=[\w\"“])")
_DISTANCE = re.compile(r'["“”„]~(?!\d)')


def mistakes(query: str) -> tuple[str, ...]:
    """Sentences on what was most likely meant otherwise; none where all is understood as it stands."""
    plain = _EXPRESSION.sub(" ", query)
    return tuple(filter(None, (_marks(plain), _brackets(plain), *_words(_QUOTED.sub(" … ", plain)), _distance(plain))))


def _marks(query: str) -> str:
    if len(_QUOTES.findall(query)) % 2 == 0:
        return ""
    return tr("A quotation mark opens that does not close: all words after it are searched as one phrase.")


def _brackets(query: str) -> str:
    words = _QUOTED.sub(" ", query)
    opened = 0
    for sign in re.findall(r"(?<!\w)\(|\)(?!\w)", words):
        opened += 1 if sign == "(" else -1
        if opened < 0:
            return tr("A bracket closes that does not open: it is passed over.")
    return tr("A bracket opens that does not close: it is closed at the end.") if opened else ""


def _words(query: str) -> list[str]:
    said = []
    operator = _OPERATOR.search(query)
    if operator is not None:
        said.append(
            tr(
                "“{word}” is searched as a word. Write “{operator}” in capitals to join what stands around it.",
                word=operator[1],
                operator=operator[1].upper(),
            )
        )
    parted = _PARTED.search(query)
    if parted is not None:
        said.append(tr("Without a space it names a field: “{field}:{value}”.", field=parted[1], value=parted[2]))
    unknown = next((name for name in _UNKNOWN_FIELD.findall(query) if name not in _FIELDS), None)
    if unknown is not None and unknown not in ("document", "text", "http", "https"):
        said.append(tr("There is no field “{name}”. Fields are {fields}.", name=unknown, fields=", ".join(_FIELDS)))
    return said


def _distance(query: str) -> str:
    return tr("After ~ stands how many words may be between: “~5” for five.") if _DISTANCE.search(query) else ""
