"""Where manifestos are found: archives and lists, as addresses that the system opens."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from reader.wording import tr
from ui.shared.opening_outside import open_outside
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip


class Source(NamedTuple):
    """A place of the web: its name, its address, what is found there."""

    name: str
    address: str
    what: str


def sources() -> tuple[Source, ...]:
    """All of them."""
    return (
        Source(
            "Manifesto Project",
            "https://manifesto-project.wzb.eu/",
            tr("Manifestos of some sixty countries since 1945, many as text."),
        ),
        Source(
            "Political Resources on the Net",
            "https://www.politicalresources.net/",
            tr("Parties’ own sites, country by country."),
        ),
        Source(
            tr("Parties of the United Kingdom"),
            "https://en.wikipedia.org/wiki/List_of_political_parties_in_the_United_Kingdom",
            tr("Wikipedia’s list; each article has the party’s address."),
        ),
        Source(
            tr("British elections"),
            "https://en.wikipedia.org/wiki/List_of_United_Kingdom_general_elections",
            tr("Wikipedia’s list; its articles link to manifestos."),
        ),
        Source(
            "UK Web Archive",
            "https://www.webarchive.org.uk/",
            tr("British Library: parties’ sites as they once were."),
        ),
        Source("LSE Library", "https://www.lse.ac.uk/library", tr("Collections of manifestos and election leaflets.")),
    )


class SourceLinks(QWidget):
    """One line for each: a button that opens the address, and what is found there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Where manifestos are found"))
        lines = QGridLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(TWO)
        lines.setVerticalSpacing(STEP)
        lines.setColumnStretch(1, 1)
        for row, source in enumerate(sources()):
            button = QPushButton(caption(source.name))
            button.setAutoDefault(False)
            button.setAccessibleDescription(f"{source.what} {source.address}")
            give_tip(button, source.address)
            button.clicked.connect(lambda _=False, to=source.address: open_outside(QUrl(to)))
            lines.addWidget(button, row, 0)
            lines.addWidget(Text(source.what, Role.SECONDARY).wrapped(), row, 1)
