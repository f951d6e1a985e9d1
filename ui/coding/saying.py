"""What is said of a unit in words: by the coder at work, and, where that is wished, by others and by the program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from index.topics.model import Topic
from index.topics.views import Views
from reader.home import Home
from reader.library import units
from reader.library.units import PlacedUnit, UnitMark, UnitState
from reader.library.verdicts import About, Span, Verdict
from reader.wording import tr, tr_count
from ui.annotating.annotating import Annotating
from ui.annotating.coding import Coding
from ui.coding.course import Progress, place_of
from ui.session.shown_coders import shown_coder


def progress_said(progress: Progress) -> str:
    """How far one is: "37 of 100 seen, 4 unsure"."""
    if progress.unsure:
        return tr(
            "{seen} of {units} seen, {unsure} unsure", seen=progress.seen, units=progress.units, unsure=progress.unsure
        )
    return tr("{seen} of {units} seen", seen=progress.seen, units=progress.units)


def ended_said(progress: Progress) -> str:
    """What is left to do behind the last unit."""
    if progress.unseen:
        return tr_count(
            "This was the last unit; {count} is unseen.", "This was the last unit; {count} are unseen.", progress.unseen
        )
    if progress.unsure:
        return tr_count(
            "All units are seen; you are unsure of {count}.",
            "All units are seen; you are unsure of {count}.",
            progress.unsure,
        )
    return tr("All units are seen.")


def own_said(state: UnitState, own: Sequence[Coding]) -> str:
    """What has become of a unit: unseen, unsure, no code or coded, and how."""
    names = ", ".join(dict.fromkeys(one.name for one in own if one.code is not None))
    match state:
        case UnitState.UNSEEN:
            return tr("Unseen")
        case UnitState.UNSURE:
            return tr("Unsure: {codes}", codes=names) if names else tr("Unsure")
        case UnitState.NO_CODE:
            return tr("No code")
        case _:
            return names


def own_codings(annotating: Annotating, unit: PlacedUnit) -> list[Coding]:
    """The codes and notes that the coder at work has on words of a unit, in order of their places."""
    place, coder = place_of(unit), annotating.coder.id
    if place is None:
        return []
    found = [
        one for one in annotating.all_codings(unit.unit.document) if one.coder.id == coder and _meets(unit, one.spans)
    ]
    return sorted(found, key=lambda one: one.made)


def others_said(annotating: Annotating, unit: PlacedUnit) -> list[str]:
    """What the other coders that are shown say of a unit: codes, marks, verdicts; a line each."""
    library, mine = annotating.session.library, annotating.coder.id
    shown = shown_coder(annotating.session)
    names = {topic.id: topic.name for topic in annotating.session.topics}
    found = [
        tr("{coder}: {code}", coder=one.coder.name, code=one.name)
        for one in annotating.codings(unit.unit.document)
        if one.coder.id != mine and _meets(unit, one.spans)
    ]
    marks = {UnitMark.UNSURE: tr("unsure"), UnitMark.NO_CODE: tr("no code")}
    found += [
        tr("{coder}: {mark}", coder=one.coder.name, mark=marks[UnitMark(one.value)])
        for one in library.read(partial(units.marks_of, names=[unit.unit.id]))
        if one.coder.id != mine and shown in ("", one.coder.id)
    ]
    for placed in library.annotations(unit.unit.document):
        said = placed.annotation
        if said.about is About.TOPIC and shown in ("", said.coder.id) and _meets(unit, placed.spans):
            topic = names.get(said.target, said.target)
            sentence = (
                tr("{coder}: belongs to “{topic}”", coder=said.coder.name, topic=topic)
                if said.value == Verdict.BELONGS
                else tr("{coder}: does not belong to “{topic}”", coder=said.coder.name, topic=topic)
            )
            found.append(sentence)
    return list(dict.fromkeys(found))


def proposals(home: Home, topics: Sequence[Topic], document: str) -> dict[str, tuple[str, ...]]:
    """By block (id), the names of the topics that the program finds there; for work given to run()."""
    found: dict[str, list[str]] = {}
    with Views(home) as views:
        for topic in topics:
            kept, _ = views.cached(topic, [document])
            for match in kept.get(document, ()):
                if not match.uncertain:
                    found.setdefault(match.block, []).append(topic.name)
    return {block: tuple(names) for block, names in found.items()}


def program_said(found: dict[str, tuple[str, ...]], unit: PlacedUnit) -> str:
    """What the program finds in the passages in which a unit stands, "" for nothing."""
    names = dict.fromkeys(name for span in unit.spans for name in found.get(span.block, ()))
    return tr("The program finds in the passage: {topics}", topics=", ".join(names)) if names else ""


def _meets(unit: PlacedUnit, spans: Sequence[Span]) -> bool:
    return any(units.overlap(one, other) for one in unit.spans for other in spans)
