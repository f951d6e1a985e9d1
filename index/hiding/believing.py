"""Whether a form means a party or a person where it stands, or is an ordinary word there."""

from __future__ import annotations

import re

from index.hiding import words
from index.hiding.lexicon import How, Meaning, What
from index.hiding.place import Place

_NUMBER = re.compile(r"\d{4}\b")


def believed(meaning: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    """Whether the form at this place means what it may mean. `named` are people whose full names are in the text."""
    return _RULES[meaning.how](meaning, at, form, named)


def _sure(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    return not _is_verb(at, form)


def _capitals(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    return at.capitals and not _is_verb(at, form)


def _is_verb(at: Place, form: str) -> bool:
    """Whether a name that begins as a verb may do so here: "Reform UK company law"."""
    if form.split()[0] not in words.VERBS or not (at.initial or at.whole.titled or at.shouted) or at.possessive:
        return False
    return (
        at.joined
        and at.after not in words.ACTS | words.STATES | words.FUNCTION | words.PERSONS
        and (not at.after_is_capital or at.shouted)
    )


def _capital(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    return at.capital


def _strong(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    if not at.capital or at.before in words.INNOCENT_BEFORE.get(form, ()):
        return False
    if at.hyphenated:
        return at.after in words.AFTER_HYPHEN or at.after_as_is[0].isupper()
    if at.joined and not at.possessive and at.after in words.INNOCENT_AFTER.get(form, ()):
        return False
    if form == "greens" and at.initial:
        return at.after in words.ACTS or at.before == "the" or at.possessive
    return True


def _weak(meaning: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    if not at.capital or (at.joined and at.after in words.INNOCENT_AFTER.get(form, ())):
        return False
    if at.hyphenated:
        return at.after in words.AFTER_HYPHEN
    verb = form in words.VERBS and (at.initial or at.shouted)
    if at.joined and at.after in (words.PERSONS if verb else words.OFFICES):
        return True
    if at.before in words.VOTING:
        return True
    if not at.before and not at.after and meaning.letter and form not in words.VERBS:
        return True
    if not at.before and _NUMBER.match(at.after):
        return True
    if not at.shouted and (at.before_is_capital or at.after_is_capital):
        return False
    if at.initial or at.whole.titled or at.shouted:
        acts = words.ACTS if verb or form == "green" else words.ACTS | words.STATES
        return at.possessive or (at.joined and at.after in acts)
    noun = form not in ("green", "plaid")
    return not (noun and at.before in words.DETERMINERS)


def _short(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    if at.left.endswith("(") and at.right[:1] in (")", ","):
        return at.capital
    return len(form) > 2 and form not in ("lab", "con") and at.text.isupper() and not at.shouted


def _surname(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    last = re.split(r"\s+", at.text)[-1]
    return last[0].isupper() and not (at.after_is_capital and at.after in words.PLACES)


def _common_surname(meaning: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    if not at.capital:
        return False
    if at.before in words.TITLES or (at.before == "minister" and at.left.isspace()):
        return at.left.strip(" .\n") == ""
    if at.after_is_capital and at.after not in words.OFFICES:
        return False
    called_after = at.joined and not at.possessive and at.after in words.CALLED_AFTER
    if at.hyphenated or at.before_is_capital or called_after:
        return False
    if meaning.person in named and form not in words.NEVER_ALONE:
        return True
    acts = at.joined and at.after in words.ACTS
    if form in words.NEVER_ALONE:
        return form == "may" and at.possessive and at.before not in words.MONTH_BEFORE
    offices = at.joined and not at.possessive and at.after in words.OFFICES
    if at.initial or at.whole.titled:
        as_word = form in words.SURNAMES_AS_WORDS
        ours = bool(meaning.letter) and meaning.what in (What.LEADER, What.CANDIDATE)
        return at.possessive or acts or (ours and not as_word)
    if at.before in words.DETERMINERS:
        return offices or acts
    return True


def _first_name(meaning: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    if not at.capital or at.after_is_capital or at.before_is_capital or at.before in words.DETERMINERS or at.hyphenated:
        return False
    if at.initial or at.whole.titled:
        return at.possessive or (at.joined and at.after in words.ACTS | words.STATES)
    return True


def _knighted(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    return at.capital and at.before in ("sir", "dame") and at.before_as_is[0].isupper() and at.left.isspace()


def _slogan(_: Meaning, at: Place, form: str, named: frozenset[str]) -> bool:
    """As a title of its own, in quotation marks, or with capitals that no sentence asks for."""
    if not at.capital:
        return False
    if at.left.rstrip(" ")[-1:] in ("“", "‘", '"') and at.right.lstrip(" .,!")[:1] in ("”", "’", '"'):
        return True
    others = re.findall(r"[^\W\d_]{4,}", at.text)[1 if at.initial else 0 :]
    alone = not at.before and not at.after
    return alone or at.text.isupper() or (bool(others) and at.capitals) or len(form.split()) > 4


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
