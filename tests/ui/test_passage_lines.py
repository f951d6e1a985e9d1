"""A line of a list of passages says what introduces its words where that does more than promise."""

from __future__ import annotations

from dataclasses import replace

from ui.passages.line import PassageLine, Target, with_lead_ins

LINE = PassageLine("a", "Tide Party", "p. 4", "sell the ferry", tinted=((9, 14),), target=Target("d", "b", 0, 14))
PAIR = replace(LINE, where="Word for word.", other=Target("e", "c", 0, 14))


def test_it_stands_before_the_words_and_the_marks_stay_on_theirs() -> None:
    led = with_lead_ins(LINE, "We will not: […] ")
    assert led.words == "We will not: […] sell the ferry"
    assert [led.words[start:end] for start, end in led.tinted] == ["ferry"]
    assert "We will not: […] sell" in led.spoken
    assert with_lead_ins(LINE, "") == LINE


def test_of_a_pair_it_is_told_which_one_is_negated() -> None:
    assert with_lead_ins(PAIR, "We will not: […] ", "We will not: […] ").words == "We will not: […] sell the ferry"
    told = with_lead_ins(PAIR, "", "We will not: […] ")
    assert told.words == PAIR.words
    assert told.where == "Word for word. The second follows “We will not:”."
