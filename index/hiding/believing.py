"""Whether a form means a party or a person where it stands, or is an ordinary word there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.hiding import words
from index.hiding.lexicon import How, Meaning, What
from index.hiding.place import Place

# What no noun can be: after "Reform" or "Price", "plans" tells nothing.
_ACTS = words.ACTS - words.NOUNS_TOO
_NUMBER = re.compile(r"\d{4}\b")


@dataclass(frozen=True, slots=True)
class Case:
    """A form at its place, and what it may mean there; `named` are people whose full names are in the text."""

    meaning: Meaning
    at: Place
    form: str
    named: frozenset[str]


def believed(meaning: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    """Whether the form at this place means what it may mean. `named` are people whose full names are in the text."""
    return _RULES[meaning.how](Case(meaning, at, form, named))


def _sure(case: Case) -> bool:
    at = case.at
    return not _is_verb(at, case.form)


def _capitals(case: Case) -> bool:
    at = case.at
    return at.capitals and not _is_verb(at, case.form)


def _is_verb(at: Place, form: str) -> bool:
    """Whether a name that begins as a verb may do so here: "Reform UK company law"."""
    if form.split()[0] not in words.VERBS or not (at.initial or at.whole.titled or at.shouted) or at.possessive:
        return False
    return (
        at.joined
        and at.after not in words.ACTS | words.STATES | words.FUNCTION | words.PERSONS
        and (not at.after_is_capital or at.shouted)
    )


def _capital(case: Case) -> bool:
    at = case.at
    another = case.meaning.what is What.POLITICIAN and at.after_is_capital  # somebody else of the same first name
    return at.capital and not another


def _strong(case: Case) -> bool:
    at = case.at
    if not at.capital and at.joined and at.right.isspace() and at.after in words.GOVERNING:
        return True
    if not at.capital or at.before in words.INNOCENT_BEFORE.get(case.form, ()):
        return False
    if at.hyphenated:
        return at.after in words.AFTER_HYPHEN or at.after_as_is[0].isupper()
    if at.joined and not at.possessive and at.after in words.INNOCENT_AFTER.get(case.form, ()):
        return False
    if case.form == "greens" and at.initial:
        return at.possessive or (at.joined and at.after in words.ACTS | words.STATES)
    return True


def _weak(case: Case) -> bool:
    at, form, ours = case.at, case.form, bool(case.meaning.letter)
    if not at.capital or (at.joined and at.after in words.INNOCENT_AFTER.get(form, ())):
        return False
    if at.hyphenated:
        return at.after in words.AFTER_HYPHEN
    verb = form in words.VERBS and (at.initial or at.shouted)
    if at.joined and at.after in (words.PERSONS if verb else words.OFFICES):
        return True
    if at.before in words.VOTING or (not at.before and _NUMBER.match(at.after)):
        return True
    if not at.before and not at.after:
        return ours and form not in words.VERBS
    # A noun that the party of a column is called by is more likely to mean it.
    noun = form != "green"
    ours = ours and noun and form not in words.VERBS
    if ours and at.before in words.SENDERS and not at.shouted:
        return True
    if ours and at.text.isupper() and not at.shouted:
        return True
    if not at.shouted and (at.before_is_capital or at.after_is_capital or at.listed):
        return False
    acts = at.joined and at.after in (_ACTS if verb or not noun else _ACTS | words.STATES)
    if at.initial or at.whole.titled or at.shouted:
        return at.possessive or acts or (ours and at.joined and at.after not in words.FUNCTION)
    if noun and at.determined:
        describes = at.before in words.ARTICLES and at.joined and at.after not in words.FUNCTION
        return ours and (acts or describes)
    return True


def _short(case: Case) -> bool:
    at, form = case.at, case.form
    if at.left.endswith("(") and at.right[:1] in (")", ","):
        spelt = "".join(word[0] for word in re.findall(r"[^\W\d_]+", at.whole.text[: at.start])[-len(form) :])
        return at.capital and spelt.casefold() != form
    if form in ("lab", "con") or len(form) < 3 or not at.text.isupper() or at.whole.shouting:
        return False
    return len(form) > 3 or bool(case.meaning.letter) or (at.joined and at.after in words.OFFICES | words.ACTS)


def _surname(case: Case) -> bool:
    at = case.at
    last = re.split(r"\s+", at.text)[-1]
    return last[0].isupper() and not (at.after_is_capital and at.after in words.PLACES)


def _common_surname(case: Case) -> bool:
    at = case.at
    if not at.capital:
        return False
    if at.before in words.TITLES or (at.before == "minister" and at.left.isspace()):
        return at.left.strip(" .\n") == ""
    if at.after_is_capital and at.after not in words.LED:
        return False
    called_after = at.joined and not at.possessive and at.after in words.CALLED_AFTER
    if at.hyphenated or at.before_is_capital or called_after:
        return False
    if case.meaning.person in case.named and case.form not in words.NEVER_ALONE:
        return True
    acts = at.joined and at.after in _ACTS
    if case.form in words.NEVER_ALONE:
        return case.form == "may" and at.possessive and at.before not in words.MONTH_BEFORE
    led = at.joined and not at.possessive and at.after in words.LED
    if at.initial or at.whole.titled:
        as_word = case.form in words.SURNAMES_AS_WORDS
        ours = bool(case.meaning.letter) and case.meaning.what in (What.LEADER, What.CANDIDATE)
        return at.possessive or acts or (ours and not as_word)
    if at.determined:
        return led or acts
    return True


def _first_name(case: Case) -> bool:
    at = case.at
    if not at.capital or at.after_is_capital or at.hyphenated:
        return False
    if at.before in words.TITLES and at.left.isspace():
        return True
    if at.before_is_capital or at.determined:
        return False
    if at.initial or at.whole.titled:
        return at.possessive or (at.joined and at.after in words.ACTS | words.STATES)
    return True


def _knighted(case: Case) -> bool:
    at = case.at
    return at.capital and at.before in ("sir", "dame") and at.left.isspace() and not at.after_is_capital


def _slogan(case: Case) -> bool:
    """As a title of its own, in quotation marks, or with capitals that no sentence asks for."""
    at = case.at
    if not at.capital:
        return False
    if at.left.rstrip(" ")[-1:] in ("“", "‘", '"') and at.right.lstrip(" .,!")[:1] in ("”", "’", '"'):
        return True
    others = [word for word in re.findall(r"[^\W\d_]+", at.text)[1 if at.initial else 0 :] if len(word) > 3]
    alone = not at.before and not at.after
    return alone or at.text.isupper() or (bool(others) and at.capitals) or len(case.form.split()) > 4


_RULES = {
    How.SURE: _sure,
    How.CAPITALS: _capitals,
    How.CAPITAL: _capital,
    How.STRONG: _strong,
    How.WEAK: _weak,
    How.SHORT: _short,
    How.SURNAME: _surname,
    How.COMMON_SURNAME: _common_surname,
    How.FIRST_NAME: _first_name,
    How.KNIGHTED: _knighted,
    How.SLOGAN: _slogan,
}
