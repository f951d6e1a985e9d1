"""What stands instead of a name: bracketed words that fit into the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.hiding import words
from index.hiding.hidden import Replacement
from index.hiding.lexicon import Meaning, What
from index.hiding.place import Place


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that stand instead of names; {letter} is the column's. Another language needs no more than this."""

    party: str = "[Party {letter}]"
    another_party: str = "[another party]"
    other_party: str = "[other party]"  # before a noun: "the [other party] government"
    member: str = "[member of Party {letter}]"
    member_of_another: str = "[member of another party]"
    leader: str = "[the leader of Party {letter}]"
    candidate: str = "[the candidate of Party {letter}]"
    politician: str = "[a politician]"
    politician_of: str = "[a politician of Party {letter}]"
    slogan: str = "[slogan]"
    web_address: str = "[web address]"
    mail_address: str = "[e-mail address]"
    handle: str = "[handle]"
    hashtag: str = "[hashtag]"


_TITLES_BEFORE = re.compile(
    r"(?:\b(?:(?:the )?(?:rt\.?|right) hon(?:\.|ourable)?|mr|mrs|ms|miss|sir|dame|lord|lady|baroness|dr|cllr|"
    r"councillor|mayor|prime minister|first minister|chancellor|taoiseach)\b\.?\s+)+$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(an?|the)(\s+)$", re.IGNORECASE)


def instead(meaning: Meaning, at: Place, form: str, said: Wording) -> Replacement:
    """The replacement of a form: with its article or title where they go with it, and its possessive kept."""
    if meaning.what is What.SLOGAN:
        return _made(at, at.start, said.slogan, 0)
    if meaning.what is What.PARTY:
        return _party(meaning, at, form, said)
    return _person(meaning, at, said)


def _party(meaning: Meaning, at: Place, form: str, said: Wording) -> Replacement:
    plural = (form.endswith("s") and not form.endswith("ss")) or form in ("ceidwadwyr", "toriaid")
    describes = _describes(at, plural=plural)
    # Welsh has no "a", and its "y" may stay; "Plaid Cymru" is said in English too.
    welsh = not form.startswith("plaid") and not words.WELSH_FORMS.isdisjoint(form.split())
    one = at.determined and at.before in words.ONE_OF and not (welsh or describes or at.possessive)
    if one and not form.endswith("party"):
        words_instead = said.member.format(letter=meaning.letter) if meaning.letter else said.member_of_another
    elif meaning.letter:
        words_instead = said.party.format(letter=meaning.letter)
    else:
        words_instead = said.other_party if describes else said.another_party
    start = at.start
    article = None if welsh else _ARTICLE.search(at.whole.text[max(0, at.start - 8) : at.start])
    if article and article[1].lower() in words.ARTICLES:
        start -= len(article[0])
        right_one = "an" if words_instead[1:2].lower() in "aeiou" else "a"
        words_instead = f"{_as(article[1], right_one)} {words_instead}"
    elif article and not describes and (plural or " " in form or _is_acronym(at.text)):
        start -= len(article[0])
    if words_instead == said.another_party and _begins(at.whole.text[:start].rstrip()):
        words_instead = _opened(words_instead)
    return _made(at, start, words_instead, int(plural))


def _describes(at: Place, *, plural: bool) -> bool:
    """Whether the name stands before what it describes: "the Labour government", "a Labour-led council"."""
    if at.possessive or not at.joined:
        return False
    if at.hyphenated or at.after in words.OFFICES:
        return True
    return at.determined and not plural and at.after not in words.FUNCTION | words.ACTS | words.STATES


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) < 6


def _person(meaning: Meaning, at: Place, said: Wording) -> Replacement:
    patterns = {
        What.LEADER: said.leader,
        What.CANDIDATE: said.candidate,
        What.POLITICIAN: said.politician_of if meaning.letter else said.politician,
    }
    pattern = patterns[meaning.what] if meaning.letter else said.politician
    words_instead = pattern.format(letter=meaning.letter)
    title = _TITLES_BEFORE.search(at.whole.text[max(0, at.start - 50) : at.start])
    start = at.start - len(title[0]) if title else at.start
    before = at.whole.text[:start].rstrip()
    last = re.search(r"([^\W_]+)$", before)
    joined = start == len(before) and before.endswith(("-", "‐", "–"))
    if joined or (last and last[1].lower() in words.DETERMINERS):
        words_instead = re.sub(r"^\[(?:an?|the) ", "[", words_instead)
    elif _begins(before):
        words_instead = _opened(words_instead)
    return _made(at, start, words_instead, int(at.text[-1:] == "s"))


def _made(at: Place, start: int, words_instead: str, ends_in_s: int) -> Replacement:
    """`ends_in_s`: an apostrophe alone makes its possessive, which the words instead need their own "s" for."""
    end = at.end
    hidden = len(re.findall(r"[\w'’]+", at.text))
    bare = re.match(r"(['’])(?![\w])", at.whole.text[end : end + 2])
    if ends_in_s and bare and not _quoted(at):
        return Replacement(start, end + 1, f"{words_instead}{bare[1]}s", hidden)
    return Replacement(start, end, words_instead, hidden)


def _quoted(at: Place) -> bool:
    """Whether the apostrophe after it may close a quotation."""
    earlier = at.whole.text[: at.start]
    return earlier.count("‘") > earlier.count("’") or re.search(r"(?<!\w)'", earlier) is not None


def _begins(before: str) -> bool:
    """Whether a sentence begins after this text."""
    return not before or before[-1] in ".!?"


def _opened(words_instead: str) -> str:
    return words_instead[:1] + words_instead[1:2].upper() + words_instead[2:]


def _as(model: str, word: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.capitalize() if model[:1].isupper() else word
