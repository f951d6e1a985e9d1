"""Reads web pages that a browser saved in one file with their pictures (.mhtml, .mht)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path

from reader.errors import NoText
from reader.formats.registry import OnPage
from reader.model import Manifesto
from reader.regular_files import bytes_of

_HEADERS = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.I)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)


@dataclass(frozen=True, slots=True)
class WebArchive:
    """Pages in MIME HTML."""

    name: str = "Web page"
    suffixes: tuple[str, ...] = (".mhtml", ".mht")
    # Before web pages: it holds one.
    order: int = 39

    def recognises(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - what is in it decides, not its name
        headers = _HEADERS.match(head.lstrip())
        return headers is not None and bool(_RELATED.search(headers[0]))

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises NotFound, NotSupported, NoText."""
        from reader.formats.html.document import manifesto_in
        from reader.formats.html.encoding import text_of

        message = message_from_bytes(bytes_of(path), policy=policy.compat32)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        texts = [text_of(_content(page), page.get_content_charset() or "") for page in pages]
        if not pages:
            raise NoText(f"“{path.name}” holds no page.", "Save the page again as a web page, and add that.")
        frames = {name: text for page, text in zip(pages[1:], texts[1:], strict=True) for name in _names(page) if name}
        manifesto = manifesto_in(texts[0], path, self.name, _address(message) or _address(pages[0]), frames)
        on_page(1, 1)
        return manifesto


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _names(part: Message) -> tuple[str, str]:
    """How a page calls this part, where it is a frame of it."""
    own = str(part.get("Content-ID") or "").strip().strip("<>")
    return f"cid:{own}" if own else "", str(part.get("Content-Location") or "").strip()


def _address(part: Message) -> str:
    """Where the part was saved from, "" where it does not say."""
    said = str(part.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    return said if said.startswith(("http://", "https://")) else ""


FORMAT = WebArchive()
