"""Addresses of the web and of mail, handles and hashtags that hold a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.hiding import words
from index.hiding.folded import plain
from index.hiding.hidden import Replacement
from index.hiding.lexicon import Lexicon
from index.hiding.neutral import Wording

_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_ENDINGS = (
    "com|org|net|uk|co|wales|cymru|scot|london|party|vote|info|eu|ie|de|es|nl|tv|me|gov|edu|int|io|news|today|global"
    "|online|website"
)
_ADDRESS = re.compile(
    rf"(?P<mail>[\w.+-]+@{_LABEL}(?:\.{_LABEL})+)"
    rf"|(?P<web>https?://[^\s<>\"”’)]*[^\s<>\"”’).,;:!?]|www\.[^\s<>\"”’)]*[^\s<>\"”’).,;:!?]"
    rf"|(?<![\w.@]){_LABEL}(?:\.{_LABEL})*\.(?:{_ENDINGS})(?![\w@])(?:/[^\s<>\"”’)]*[^\s<>\"”’).,;:!?])?)"
    r"|(?P<handle>(?<![\w@])@[\w.]*\w|(?<![\w/<])/[\w.]{5,}\b)"
    r"|(?P<hashtag>(?<![\w#&])#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)
_HINT = re.compile(r"[@#/]|\.[^\W\d_]")
_HOST = re.compile(r"^(?:https?://)?([^/]+)", re.IGNORECASE)
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+")
_AROUND = re.compile(
    r"^(?:www|vote|voting|voted|back|elect|join|team|my|we|the|go|for|with)?(?P<name>.+?)(?:party|(?:for|4)?(?:london|mayor|mp)|uk|wales|cymru|ni|online|group|news)?$"
)


def addresses(text: str, known: Lexicon, said: Wording) -> Iterator[Replacement]:
    """The addresses in a text that hold a name, each replaced as a whole."""
    if not _HINT.search(text):
        return
    instead = {"mail": said.mail_address, "web": said.web_address, "handle": said.handle, "hashtag": said.hashtag}
    for found in _ADDRESS.finditer(text):
        if _tells(found[0], known):
            yield Replacement(found.start(), found.end(), instead[found.lastgroup or "web"], 1)


def _tells(address: str, known: Lexicon) -> bool:
    """Whether an address holds a name, even written together with other words."""
    host = _HOST.match(address.rpartition("@")[2] if "@" in address[1:] else address)
    if host and f".{host[1].lower().split(':')[0]}".endswith(words.PUBLIC_DOMAINS):
        return False
    together = re.sub(r"[\W_]", "", plain(address))
    if any(form in together for form in known.inside):
        return True
    for part in re.split(r"[\W_\d]+", address):
        pieces = {part, *_PARTS.findall(part)}
        for piece in pieces:
            folded = plain(piece)
            if folded in known.parts:
                return True
            around = _AROUND.match(folded)
            if around and around["name"] != folded and around["name"] in known.parts | known.weak_parts:
                return True
    return False
