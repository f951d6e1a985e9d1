"""Quotation marks of every style are paired, and apostrophes are none."""

from __future__ import annotations

import pytest

from index.quoting.marks import marked


def between(text: str) -> list[str]:
    """What stands between the marks of a text; paragraphs of one quotation are joined by a stroke."""
    return ["|".join(text[slice(*span)] for span in one.spans) for one in marked(text).quotations]


STYLES = {
    "straight": ('They "will mend the quay" soon.', ["will mend the quay"]),
    "curly": ("They “will mend the quay” soon.", ["will mend the quay"]),
    "single curly": ("They ‘will mend the quay’ soon.", ["will mend the quay"]),
    "single straight": ("They 'will mend the quay' soon.", ["will mend the quay"]),
    "low": ("Sie „wollen den Kai richten“ – bald.", ["wollen den Kai richten"]),
    "low, closed by a right one": ("Oni „naprawią nabrzeże” wkrótce.", ["naprawią nabrzeże"]),
    "low single": ("Sie ‚wollen den Kai richten‘ bald.", ["wollen den Kai richten"]),
    "guillemets": ("Ils vont « réparer l’appontement » bientôt.", ["réparer l’appontement"]),
    "guillemets inwards": ("Sie »wollen den Kai richten« bald.", ["wollen den Kai richten"]),
    "angles": ("Ils vont ‹réparer le quai› bientôt.", ["réparer le quai"]),
    "right ones alone": ("De ska ”laga kajen” snart.", ["laga kajen"]),
    "left ones alone": ("They “will mend“ it.", ["will mend"]),
    "full width": ("They ＂will mend＂ it.", ["will mend"]),
    "corners": ("彼らは「岸壁を直す」と言う。", ["岸壁を直す"]),
    "of TeX": ("They ``will mend the quay'' soon.", ["will mend the quay"]),
    "opened curly, closed straight": ('They “will mend" it.', ["will mend"]),
    "spaced": ('They " will mend " it.', ["will mend"]),
}


@pytest.mark.parametrize("style", sorted(STYLES))
def test_marks_of_every_style_are_paired(style: str) -> None:
    text, expected = STYLES[style]
    assert between(text) == expected


NO_MARKS = (
    "We don’t say it’s ours; the workers’ plan isn't the masters' either.",
    "In the '90s and the ’90s they'd say 'tis rock 'n' roll.",
    'A 6" pipe and a 5\'10" door.',
    "O'Brien of Ty'n-y-coed, l'eau d'ici.",
)


@pytest.mark.parametrize("text", NO_MARKS)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert between(text) == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert between("‘the workers’ plan won’t do’, they said") == ["the workers’ plan won’t do"]
    assert between("'the workers' plan won't do', they said") == ["the workers' plan won't do"]


def test_marks_beside_brackets_and_dashes_are_paired() -> None:
    assert between("(“one”, ‘two’)—“three”; and/or “four”") == ["one", "two", "three", "four"]
    assert between('"We will," she said, "mend it."') == ["We will,", "mend it."]
    assert between("“[W]e will … mend it”") == ["[W]e will … mend it"]


def test_a_quotation_within_a_quotation_is_told_from_it() -> None:
    text = "He wrote: “They promised ‘a new quay’ and ‘lamps’, no more.”"
    found = marked(text).quotations
    assert [(one.inside, text[slice(*one.spans[0])]) for one in found] == [
        (0, "They promised ‘a new quay’ and ‘lamps’, no more."),
        (1, "a new quay"),
        (1, "lamps"),
    ]
    assert between("“a “b” c” d") == ["a “b” c", "b"]


def test_a_quotation_over_paragraphs_repeats_its_opening_mark() -> None:
    assert between("“One.\n\n“Two.\n\n“Three.” Four.") == ["One.|Two.|Three."]
    assert between('She said: "One.\n\n"Two." Four.') == ["One.|Two."]
    assert between("« Un.\n\n» Deux. »") == ["Un.|Deux."]


def test_a_line_that_is_wrapped_goes_on_in_the_next() -> None:
    assert between("They “will mend\nthe quay” soon.") == ["will mend\nthe quay"]
    assert between("They “will mend it.\nThe “quay” too.") == ["quay"]


def test_a_mark_that_nothing_closes_is_told_of_and_costs_no_other_quotation() -> None:
    marks = marked("They “will mend it.\n\nThe “quay” too.")
    assert marks.unclosed == (5,)
    assert len(marks.quotations) == 1
    assert marked("No 'end to it.").unclosed == ()


def test_thousands_of_marks_are_no_writing_and_cost_no_time() -> None:
    nested = marked("“" * 5_000 + "net" + "”" * 5_000).quotations
    assert max(one.inside for one in nested) < 10
    for mark in ('"', "'", "“‘", "a'"):
        marked(mark * 20_000)
