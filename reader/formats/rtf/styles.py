"""What the style sheet of a Rich Text document says of the paragraphs that have its styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.formats.style_names import Role, role_of
from reader.model import Kind

BODY_LEVEL = 9


@dataclass(slots=True)
class Style:
    """One paragraph style as it is being read."""

    name: str = ""
    based_on: int | None = None
    outline: int | None = None


@dataclass(slots=True)
class Styles:
    """The paragraph styles by number."""

    styles: dict[int, Style] = field(default_factory=dict)

    def role(self, number: int) -> Role | None:
        """What a paragraph of this style is, None for an ordinary one."""
        for style in self._chain(number):
            role = role_of(style.name)
            if role:
                return role
            if style.outline is not None:
                return Role(Kind.HEADING, style.outline + 1) if style.outline < BODY_LEVEL else None
        return None

    def _chain(self, number: int | None) -> Iterator[Style]:
        seen: set[int] = set()
        while number is not None and number in self.styles and number not in seen:
            seen.add(number)
            yield self.styles[number]
            number = self.styles[number].based_on
