"""Wording used again in other manifestos: which passages share it, and how the rest of them differs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.reuse import LEAST, Reuse, Wordings
from reader.model import Block, Kind

OLD = "We will build a new lifeboat station on the old quay, and paint it red."
NEW = "By spring, we will build a new life-boat station on the old quay – and it will be green."
OTHER = "We will build a road, and a new lifeboat for the crew of the old ferry."


def blocks(document: str, *texts: str) -> list[Block]:
    return [Block(Kind.PARAGRAPH, text, id=f"{document}{number}") for number, text in enumerate(texts)]


def wordings(**documents: tuple[str, ...]) -> Wordings:
    return Wordings({name: blocks(name, *texts) for name, texts in documents.items()}, dict.fromkeys(documents, "en"))


def said(one: Reuse) -> list[tuple[bool, str, str]]:
    return [(part.same, one.left.text[slice(*part.left)], one.right.text[slice(*part.right)]) for part in one.parts]


def test_passages_that_share_a_long_run_of_words_are_a_pair_with_their_differences_side_by_side() -> None:
    station = "will build a new life-boat station on the old quay"
    text = OLD.replace("lifeboat", "life-boat")
    (pair,) = wordings(a=(text, OTHER), b=(OTHER.upper(), NEW)).of("a", "a0")
    assert (pair.left_document, pair.left.id, pair.right_document, pair.right.id) == ("a", "a0", "b", "b1")
    assert said(pair) == [
        (False, "", "By spring"),
        (True, f"We {station}, and", f"we {station} – and"),
        (False, "paint", ""),
        (True, "it", "it"),
        (False, "red", "will be green"),
    ]
    assert (pair.run, pair.common, pair.share) == (13, 14, round(14 / 16, 4))


def test_case_and_punctuation_do_not_count_but_every_word_does() -> None:
    assert [one.share for one in wordings(a=(OTHER,), b=(OTHER.upper().replace(",", " –"),)).pairs()] == [1.0]
    short = " ".join(f"word{number}" for number in range(LEAST - 1))
    assert list(wordings(a=(short,), b=(short,)).pairs()) == []
    assert len(list(wordings(a=(short + " more",), b=(short + " more",)).pairs())) == 1


def test_wording_used_twice_in_one_manifesto_is_no_pair_and_a_refrain_makes_none() -> None:
    assert list(wordings(a=(OLD, OLD), b=(OTHER,)).pairs()) == []
    assert len(list(wordings(a=(OLD, OLD), b=(OLD,)).pairs())) == 2
    assert list(wordings(a=(OLD,) * 40, b=(OLD,)).pairs()) == []


def test_headings_and_running_heads_are_not_compared() -> None:
    heading = [Block(Kind.HEADING, OLD, 1, id="h")]
    assert list(Wordings({"a": heading, "b": blocks("b", OLD)}, {"a": "en", "b": "en"}).pairs()) == []


def test_a_passage_that_is_not_there_is_used_nowhere() -> None:
    assert wordings(a=(OLD,), b=(OLD,)).of("a", "none") == []
    assert wordings(a=(OLD,), b=(OLD,)).of("none", "a0") == []


texts = st.lists(st.sampled_from(["we", "will", "build", "a", "new", "quay"]), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts.map(" ".join), min_size=1, max_size=4), st.lists(texts.map(" ".join), min_size=1, max_size=4))
def test_pairs_do_not_depend_on_the_order_of_manifestos_and_their_same_parts_are_the_same(
    one: list[str], other: list[str]
) -> None:
    there = list(wordings(a=tuple(one), b=tuple(other)).pairs())
    back = list(wordings(b=tuple(other), a=tuple(one)).pairs())
    assert {(pair.left.id, pair.right.id) for pair in there} == {(pair.right.id, pair.left.id) for pair in back}
    for pair in there:
        assert all(left == right for same, left, right in said(pair) if same)
        assert " ".join(left for _, left, _ in said(pair) if left) == pair.left.text
        assert " ".join(right for _, _, right in said(pair) if right) == pair.right.text
