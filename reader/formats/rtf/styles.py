"""What the style sheet of a Rich Text document says of the paragraphs that have its styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.formats.style_names import Role, inherited_role, level_of_outline


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
        return inherited_role((one.name, level_of_outline(one.outline)) for one in self._chain(number))

    def _chain(self, number: int | None) -> Iterator[Style]:
        seen: set[int] = set()
        while number is not None and number in self.styles and number not in seen:
            seen.add(number)
            yield self.styles[number]
            number = self.styles[number].based_on
