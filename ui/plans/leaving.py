"""A plan as it leaves: for every format that plans are written in, and as Markdown on the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from index.citations.styles import USUAL, opened
from index.exports.planning import Plan, exportable
from index.exports.registry import Exportable, Layout, format_called
from reader.library.plans import Part
from reader.wording import tr
from ui import assets
from ui.session.session import Session
from ui.shared.sensitive import Passage
from ui.version import PROGRAM


def exported(session: Session, name: str, parts: tuple[Part, ...], speaking: frozenset[Passage]) -> Exportable:
    """The plan of this name with these parts for the registry; `speaking` are the passages that speak of violence."""
    topics = {topic.id: topic for topic in session.topics}
    style = session.settings.now.citation_style or USUAL

    def made() -> Plan:
        return Plan(name, parts, opened(style, assets.citation_styles()), PROGRAM, speaking, topics)

    return exportable(name, made)


def copy_as_markdown(session: Session, thing: Exportable) -> None:
    """Put the plan on the clipboard and say so."""
    form, layout = format_called("md"), Layout(assets.for_exports())

    def copied(text: bytes) -> None:
        QGuiApplication.clipboard().setText(text.decode())
        session.say(tr("Copied as Markdown."))

    session.run(lambda: form.made(thing, layout), copied)
