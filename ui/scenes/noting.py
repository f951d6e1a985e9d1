"""Scenes of Notes: the table, codes by manifestos, what was done, and the copies of the library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reader.library import backups
from reader.library.backups import Reason
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import add_coder, rename_coder
from reader.library.coding import apply_code, code_document, make_note, recode
from reader.library.library import Library
from reader.library.memo_edits import write_memo
from reader.library.memos import MemoOf
from reader.library.verdicts import Selection
from reader.sentences import sentences
from ui.frame.window import Window
from ui.notes.figures import Measure
from ui.scenes.stage import Stage

# What words a careful person might put under which code, and how many passages of each manifesto.
_CODED = (
    ("Police on foot", "police officers", 3),
    ("Safety at night", "night", 2),
    ("Fire", "sprinkler", 2),
    ("Fire", "fire", 2),
    ("Homes", "homes", 3),
    ("Women and girls", "women", 2),
    ("Money", "£", 2),
)
_CODEBOOK = (
    ("Safety", ""),
    ("Police on foot", "Safety"),
    ("Safety at night", "Safety"),
    ("Women and girls", "Safety"),
    ("Homes", ""),
    ("Fire", "Homes"),
    ("Money", ""),
)
_MEMO = "Is this new money, or what was promised two years before?"


def table(stage: Stage) -> Window:
    """All that two people coded and noted, the context beside, three rows chosen."""
    window = _noted(stage)
    place = window.places.notes
    rows = place.model.found
    place.table.choose([row.id for row in rows[3:6]], rows[4].id)
    window.activateWindow()
    stage.settle(window)
    return window


def grouped(stage: Stage) -> Window:
    """The same under the names of the codes, narrowed by typing."""
    from index.annotations.filtering import By

    window = _noted(stage)
    place = window.places.notes
    place.facets.group(By.CODE)
    place.facets.field.setText("police")
    place.table.setFocus()
    stage.settle(window)
    return window


def matrix(stage: Stage) -> Window:
    """Codes by manifestos, in words of every thousand."""
    window = _noted(stage)
    place = window.places.notes
    place.show_view("matrix")
    stage.settle(window)
    place.matrix.measure(Measure.PER_THOUSAND)
    place.matrix.table.setCurrentIndex(place.matrix.figures.index(1, 1))
    place.matrix.table.setFocus()
    return window


def report(stage: Stage) -> Window:
    """The passages of one code and those below it, party after party."""
    from index.annotations.filtering import Facets

    window = _noted(stage)
    place = window.places.notes
    safety = window.session.library.codebook().find("Safety")
    place.show_view("report")
    place.narrow(Facets(code=safety.id if safety is not None else ""))
    place.report.list.setFocus()
    stage.settle(window)
    return window


def history(stage: Stage) -> Window:
    """What was done by whom, some of it undone again, at a row some edits back."""
    from ui.frame.history import History

    window = _noted(stage)
    for _ in range(2):
        window.session.undo()
    window.strip.clear()
    window.session.actions.action("history").trigger()
    if isinstance(window.over, History):
        window.over.table.selectRow(5)
    stage.settle(window)
    return window


def restore(stage: Stage) -> Window:
    """Copies of four days, of before an import, and a damaged one."""
    window = _noted(stage)
    database, document = window.session.home.database, window.session.library.documents()[1].id
    for days, reason in ((9, Reason.DAILY), (2, Reason.DAILY), (1, Reason.DAILY), (0, Reason.IMPORT)):
        kept = backups.keep(database, reason)
        if kept is not None:
            made = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d 08-15-00")
            path = kept.path.rename(kept.path.with_name(f"{made} {reason}.sqlite3"))
            if days == 9:
                path.write_bytes(path.read_bytes()[:9_000])
        for place in _places(window.session.library, document, "will")[days : 2 * days + 1]:
            window.session.apply(make_note(window.session.library, document, place))
    window.strip.clear()
    window.session.actions.action("copies").trigger()
    stage.settle(window)
    return window


def _noted(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    session = window.session
    session.apply(rename_coder(session.library, session.library.coder, "Ines Example"))
    _write(session.library)
    window.places.go("notes")
    stage.settle(window)
    return window


def _write(library: Library) -> None:
    """Code and note as two people might."""
    codes: dict[str, str] = {}
    for name, parent in _CODEBOOK:
        edit = create_code(library, name, codes.get(parent, ""))
        library.apply(edit)
        codes[name] = edit.changes[0].id
    first = library.coder
    edit = add_coder(library, "Tom Example")
    library.apply(edit)
    for number, document in enumerate(library.documents()):
        for name, words, most in _CODED:
            library.work_as(edit.changes[0].id if name in ("Homes", "Money") else first)
            for place in _places(library, document.id, words)[:most]:
                library.apply(apply_code(library, document.id, place, codes[name]))
        library.work_as(first)
        for place in _places(library, document.id, "council")[: number % 2 + 1]:
            library.apply(make_note(library, document.id, place, "Compare with the budget of the council."))
    library.apply(code_document(library, library.documents()[0].id, codes["Money"]))
    noted = library.noted()
    for one in noted[4:6]:
        library.apply(write_memo(library, MemoOf.ANNOTATION, one.id, _MEMO))
    library.apply(
        recode(library, [one.id for one in noted if one.target == codes["Safety at night"]][:3], codes["Safety"])
    )


def _places(library: Library, document: str, words: str) -> list[Selection]:
    """The sentences of passages that have these words."""
    return [
        Selection(block.id, start, block.id, end)
        for block in library.blocks(document)
        if block.is_passage
        for start, end in sentences(block.text)
        if words in block.text[start:end]
    ]
