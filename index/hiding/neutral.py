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
    name: str = "[name]"

    def bare(self, meaning: Meaning) -> str:
        """What stands for a name where no sentence is about it."""
        if meaning.what is What.SLOGAN:
            return self.slogan
        if meaning.letter:
            return self.party.format(letter=meaning.letter)
        return self.another_party if meaning.what is What.PARTY else self.politician


_TITLES_BEFORE = re.compile(
    r"(?:\b(?:(?:the )?(?:rt\.?|right) hon(?:\.|ourable)?|mr|mrs|ms|miss|sir|dame|lord|lady|baroness|dr|cllr|councillor|mayor|"
    r"prime minister|first minister|chancellor|taoiseach)\b\.?\s+)+$",
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
    article = _ARTICLE.search(at.whole.text[max(0, at.start - 8) : at.start])
    owner = at.joined and not at.possessive and at.after in words.OFFICES
    described = owner or (at.hyphenated and at.joined)
    if not described and at.before in words.DETERMINERS and at.joined and not at.possessive and not plural:
        described = at.after not in words.FUNCTION | words.ACTS | words.STATES
    if meaning.letter:
        words_instead = said.party.format(letter=meaning.letter)
    else:
        words_instead = said.other_party if described else said.another_party
    welsh = not form.startswith("plaid") and not words.WELSH_FORMS.isdisjoint(form.split())
    one = not welsh and at.before in words.ONE_OF and not described and not at.possessive and not form.endswith("party")
    if one:
        words_instead = said.member.format(letter=meaning.letter) if meaning.letter else said.member_of_another
    acronym = at.text.isupper() and len(at.text) < 6
    start = at.start
    if welsh:  # whose "a" is no article
        return _made(at, start, words_instead, 0)
    if article and article[1].lower() in words.ARTICLES:
        start -= len(article[0])
        right_one = "an" if words_instead[1:2].lower() in "aeiou" else "a"
        words_instead = f"{_as(article[1], right_one)} {words_instead}"
    elif article and not described and (plural or form.endswith("party") or acronym):
        start -= len(article[0])
    before = at.whole.text[:start].rstrip()
    if words_instead == said.another_party and _begins(before):
        words_instead = _opened(words_instead)
    return _made(at, start, words_instead, int(plural))


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
    if last and last[1].lower() in words.DETERMINERS:
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
