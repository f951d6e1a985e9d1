"""What a code looks like is fixed when it is made: nothing that happens to the codebook afterwards changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from annotating import do

from reader.edits import Change, Edit, Value
from reader.library.code_looks import COLOURS, PATTERNS, by_place, pattern_of, shown_colour, with_pattern
from reader.library.codebook_edits import add_codes, change_code, create_code, delete_code, merge_codes, nest_code
from reader.library.codes import Code
from reader.library.library import Library

_NAMES = tuple(f"Code {number}" for number in range(20))


def _looks(library: Library) -> dict[str, tuple[str, int]]:
    """By the name of each code, its colour and pattern, as the window draws them."""
    book = library.codebook()
    shown = {code.name: code.colour or by_place(book.number(code.id)) for code in book.codes}
    return {name: (shown_colour(colour), pattern_of(colour)) for name, colour in shown.items()}


def _same(before: dict[str, tuple[str, int]], after: dict[str, tuple[str, int]]) -> bool:
    return all(after[name] == look for name, look in before.items() if name in after)


def test_adding_nesting_merging_and_deleting_leave_the_looks_of_all_other_codes(library: Library) -> None:
    codes = [do(library, create_code(library, name)) for name in _NAMES]
    first = _looks(library)
    assert len({colour for colour, _ in list(first.values())[: len(COLOURS)]}) == len(COLOURS)
    assert len(set(first.values())) == len(_NAMES), "no two alike"
    edits: tuple[Callable[[], Edit], ...] = (
        lambda: create_code(library, "Under the first", codes[0]),
        lambda: nest_code(library, codes[7], codes[1]),
        lambda: nest_code(library, codes[12], "", 0),
        lambda: merge_codes(library, codes[3:5], codes[9]),
        lambda: delete_code(library, codes[2]),
    )
    for edit in edits:
        library.apply(edit())
        assert _same(first, _looks(library))
    last = _looks(library)
    for _ in edits:
        library.undo()
        assert _same(first, _looks(library))
    for _ in edits:
        library.redo()
    assert _looks(library) == last


def test_codes_of_before_keep_the_look_that_their_place_gave_them(library: Library) -> None:
    for number, name in enumerate(_NAMES):
        row: dict[str, Value] = {
            "id": name,
            "parent": None,
            "name": name,
            "colour": "",
            "definition": "",
            "position": number,
        }
        more: dict[str, Value] = {
            "definition": "",
            "include": "",
            "exclude": "",
            "example": "",
            "key": "",
            "codable": 1,
            "topic": "",
        }
        library.apply(Edit(name, (Change("codes", name, None, {**row, **more}),)))
    first = _looks(library)
    assert list(first.values()) == [(COLOURS[n % len(COLOURS)], n % PATTERNS) for n in range(len(_NAMES))]
    library.apply(nest_code(library, _NAMES[15], "", 0))
    assert _looks(library) == first
    library.apply(delete_code(library, _NAMES[0]))
    library.apply(create_code(library, "New", _NAMES[1]))
    assert _same(first, _looks(library))
    for _ in range(3):
        library.undo()
    assert _looks(library) == first
    assert not library.codebook().codes[0].colour, "undone to the last letter"


def test_an_imported_colour_stays_as_it_is_and_codes_without_one_differ_from_those_beside_them(
    library: Library,
) -> None:
    given = [Code("red", "", "Red", "#cc0000"), *(Code(name, "", name) for name in _NAMES[:9])]
    library.apply(add_codes(library, "Import", given))
    book = library.codebook()
    assert book.codes[0].colour == "#cc0000"
    assert len({shown_colour(code.colour) for code in book.codes}) == len(given)
    taken = [replace(code, id=f"{code.id} again", name=f"{code.name} again") for code in book.codes]
    library.apply(add_codes(library, "Import", taken))
    looks = _looks(library)
    assert all(looks[f"{code.name} again"] == looks[code.name] for code in book.codes)
    library.apply(change_code(library, _NAMES[0], colour=""))
    assert library.codebook().codes[1].colour, "there is no code without a look of its own"


def test_the_pattern_moves_a_colour_by_no_more_than_eyes_see() -> None:
    for colour in (*COLOURS, "#000000", "#ffffff", "#0000ff"):
        for pattern in range(PATTERNS):
            moved = with_pattern(colour, pattern)
            assert pattern_of(moved) == pattern
            assert abs(int(moved[1:], 16) - int(colour[1:], 16)) <= PATTERNS - 1
