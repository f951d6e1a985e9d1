"""Two passages with the same wording shown as one text, in which what differs can be seen and heard."""

from __future__ import annotations

from index.reuse import Reuse, Wordings
from reader.model import Block, Kind
from ui.compare.panels.differences import differences

OLD = "We will put two officers on foot patrol in every ward until midnight, and say where they went."
NEW = "We will put three officers on foot patrol in every ward until dawn, and say where they went. All year."


def compared(left: str, right: str) -> Reuse:
    blocks = {"a": [Block(Kind.PARAGRAPH, left, id="a0")], "b": [Block(Kind.PARAGRAPH, right, id="b0")]}
    (found,) = Wordings(blocks, {"a": "en", "b": "en"}).pairs()
    return found


def test_words_of_either_passage_alone_stand_side_by_side_with_their_signs() -> None:
    found = differences(compared(OLD, NEW))
    assert found.text == (
        "We will put two three officers on foot patrol in every ward until midnight, dawn, and say where they went. "
        "All year."
    )
    assert [found.text[slice(*span)] for span in found.left] == ["two", "midnight,"]
    assert [found.text[slice(*span)] for span in found.right] == ["three", "dawn,", "All year."]
    assert not found.none


def test_the_ear_is_told_which_passage_a_word_stands_in() -> None:
    said = differences(compared(OLD, NEW)).said("only here", "only there")
    assert said.startswith("We will put [only here: two] [only there: three] officers")
    assert said.endswith("they went. [only there: All year.]")


def test_the_same_words_have_no_differences_whatever_their_signs() -> None:
    found = differences(compared(OLD, OLD.replace(",", " –").upper()))
    assert found.none
    assert found.text == OLD
    assert found.said("only here", "only there") == OLD
