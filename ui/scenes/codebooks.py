"""The scenes of codes: a codebook that is worked with beside the text, and one that is still empty."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from reader.library.codebook_edits import add_codes
from reader.library.coder_edits import rename_coder
from reader.library.codes import Code
from reader.library.coding import New, add_annotations
from reader.library.verdicts import Selection
from ui.frame.window import Window
from ui.scenes.stage import Stage, manifesto_of
from ui.session.session import Session

# Name, depth, the words that put it on a passage, and what is written of it.
_CODES: tuple[tuple[str, int, str, dict[str, str]], ...] = (
    ("Policing", 0, "police", {"key": "p", "definition": "What the police do, how many they are and who holds them."}),
    ("Numbers of officers", 1, "officers", {"definition": "More, fewer or as many officers."}),
    (
        "Stop and search",
        1,
        "search",
        {
            "key": "s",
            "definition": "Powers to stop people and search them, and limits to these.",
            "include": "Body-worn video and scrutiny panels, where they are about searches.",
            "exclude": "Searching for missing people.",
            "example": "Each search will be recorded and explained.",
        },
    ),
    ("Neighbourhoods", 1, "neighbourhood", {}),
    ("Victims", 0, "victims", {"key": "v"}),
    ("Women and girls", 1, "women", {}),
    ("Money", 0, "million", {"key": "m"}),
    ("Blame", 0, "government", {"definition": "Somebody else is said to have caused it."}),
    ("Places", 0, "", {}),
    ("Outer London", 1, "outer", {}),
)


def codebook(stage: Stage) -> Window:
    """The codebook beside a manifesto: a tree, counts, and what is written of the code in use."""
    window = _reading(stage)
    made = make_codes(window.session)
    window.session.actions.action("read.codebook").trigger()
    stage.settle(window)
    panel = window.places.read.codebook.panel
    panel.tree.use(made["Stop and search"])
    stage.settle(window)
    return window


def empty_codebook(stage: Stage) -> Window:
    """A codebook without codes: what they are for, and how to begin."""
    window = _reading(stage)
    window.session.actions.action("read.codebook").trigger()
    stage.settle(window)
    return window


def make_codes(session: Session) -> dict[str, str]:
    """Make the codes and put them on passages that have their words; their ids by name."""
    library = session.library
    made: dict[str, str] = {}
    above = [""]
    codes = []
    for name, depth, _, fields in _CODES:
        code = replace(Code(str(uuid4()), above[depth], name, codable=name != "Places"), **fields)  # type: ignore[arg-type]  # texts alone
        above[depth + 1 :] = [code.id]
        made[name] = code.id
        codes.append(code)
    session.apply(add_codes(library, "Make the codes of the scene", codes))
    new = [
        New(document.id, Selection(block.id, 0, block.id, len(block.text)), made[name])
        for document in library.documents()
        for block in library.blocks(document.id)
        if block.is_passage
        for name, _, word, _ in _CODES
        if word and word in block.text.casefold()
    ]
    session.apply(add_annotations(library, "Code the passages of the scene", new))
    return made


def _reading(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    session = window.session
    session.apply(rename_coder(session.library, session.library.coder, "Ines Example"))
    window.places.open_passage(manifesto_of(window, "Sadiq Khan").id)
    stage.settle(window)
    return window
