"""What a sentence of a manifesto does: it pledges, records, criticises, or gives context."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from index.topics import phrases
from index.topics.model import StatementKind
from index.topics.parties import OFFICE, UNKNOWN, Voices
from reader.lead_ins import reports
from reader.model import Kind

PLEDGE, RECORD, CRITICISM, CONTEXT = StatementKind


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands.

    `block` is the kind of its block, `section` the headings above it, `lead_in` the sentence that introduces its list
    ("" for none), `voices` who is author and who opponent; `first` says that it begins its block,
    `before` is the kind of the sentence before it in the block.
    """

    block: Kind = Kind.PARAGRAPH
    section: tuple[str, ...] = ()
    lead_in: str = ""
    voices: Voices = UNKNOWN
    first: bool = True
    before: StatementKind | None = None


def kind_of(sentence: str, setting: Setting) -> StatementKind:
    """The kind of one sentence or list item."""
    if setting.block in (Kind.HEADING, Kind.CONTENTS, Kind.FURNITURE):
        return CONTEXT
    said = plain(sentence)
    own = _own_kind(said, setting)
    if setting.block is Kind.LIST_ITEM:
        led = _led(setting)
        # Under "The last government chose to:" an order ("Close the stations") orders nothing.
        if setting.first and led is not None and not (own is PLEDGE and (led is PLEDGE or _commits(said, setting))):
            return led
        if led in (None, PLEDGE) and own is CONTEXT and _is_without_verb(said) and not _tells(setting):
            return PLEDGE
    if own is CONTEXT and (_is_gerund(said, setting) or _MEANS_DOING.search(said)):
        return setting.before if setting.before in (RECORD, CRITICISM) else PLEDGE
    return own


def _led(setting: Setting) -> StatementKind | None:
    """What an item is because of its lead-in, else of the headings above it; None where they leave that open."""
    led = kind_of_lead_in(setting.lead_in, setting.voices)
    if led is None and setting.section and not _tells(setting):
        led = kind_of_lead_in(setting.section[-1] + ":", setting.voices)
    outer = (_kind_of_report(heading, setting.voices) for heading in reversed(setting.section[:-1]))
    return led or next((kind for kind in outer if kind is not None), None)


def _tells(setting: Setting) -> bool:
    """Whether the lead-in is a statement of what is, so that what it lists is no pledge ("There are two causes:")."""
    said = plain(setting.lead_in)
    if len(said.split()) < _STATEMENT or _PLANS.search(said):
        return False
    states = said.endswith(":") and (_SAYS_OF_IT.search(said) or _SHOWS.search(said))
    if not states and not _NAMES_WHAT_IS.search(said):
        return False
    return _own_kind(said, Setting(voices=setting.voices)) is not PLEDGE


@lru_cache(maxsize=1024)
def kind_of_lead_in(lead_in: str, voices: Voices = UNKNOWN) -> StatementKind | None:
    """What the items of a list are because of the sentence before it ("We will:"); None where it leaves that open."""
    said = plain(lead_in).rstrip(" .…")
    if not said:
        return None
    open_end = said.endswith((":", "will", "would", "to", "by", "yn"))
    said = said.rstrip(": ")
    last = re.split(r"(?<=[.!?])\s+", said)[-1]
    patterns = _patterns(voices)
    if patterns.commits.search(last) or _REFUSES.search(last):
        return PLEDGE
    if _OPPOSED.search(last):
        return RECORD
    if _BROKE.search(last):
        return CRITICISM
    if (report := _kind_of_report(last, voices)) is not None:
        return report
    rival, promising = patterns.opponent_acts.search(last), _PROMISING.search(last)
    if promising and not (rival and promising.start() < rival.end()) and not patterns.of_opponent.search(last):
        return PLEDGE
    if not open_end:
        return None
    if rival or patterns.of_opponent.search(last) or patterns.under_opponent.search(last) or _CONDEMNS.search(last):
        return CRITICISM
    if patterns.record.search(last) or re.search(
        r"(?:\bhave|\bhas|'ve)(?: already| also| now| since)*(?: been)?$", last
    ):
        return RECORD
    return CRITICISM if _own_kind(last, Setting(voices=voices)) is CRITICISM else None


def _kind_of_report(heading: str, voices: Voices) -> StatementKind | None:
    """What stands under a heading that announces what was done or went wrong; None under another."""
    if not reports(heading, "en"):
        return None
    said, patterns = plain(heading), _patterns(voices)
    if patterns.of_opponent.search(said) or patterns.opponent_acts.search(said) or _GONE_WRONG.search(said):
        return CRITICISM
    return RECORD


def _commits(said: str, setting: Setting) -> bool:
    """Whether the author commits in these very words ("we will", "Labour would")."""
    return _patterns(setting.voices).commits.search(said) is not None


def plain(text: str) -> str:
    """The text in lower case, with straight quotes and single spaces, without the marks it begins with."""
    straight = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').casefold()
    return " ".join(straight.split()).lstrip("•–—-*▪◦·'\"()[] ")


def _own_kind(said: str, setting: Setting) -> StatementKind:
    """The kind that the words of the sentence show by themselves."""
    patterns = _patterns(setting.voices)
    if (
        patterns.commits.search(said)
        and not _muses(said)
        and not ("would have" in said and patterns.would_have.search(said))
    ):
        return PLEDGE
    if _is_imperative(said) or ((label := _LABEL.match(said)) and _is_imperative(said[label.end() :])):
        return PLEDGE
    record = patterns.record.search(said) or _BETTER_THAN.search(said)
    rival = patterns.opponent_acts.search(said)
    if record and record[0].startswith("this ") and _BLAME.search(said):
        return CRITICISM
    if record and not (rival and rival.start() < record.start() and not _CONCEDES.match(said)):
        return RECORD
    if rival or _blames(said, patterns):
        return CRITICISM
    if (_MODAL.search(said) or _CALLS.search(said) or _AIMS.search(said)) and not _muses(said):
        return PLEDGE
    if setting.before is PLEDGE and _WOULD.search(said):
        return PLEDGE
    if setting.before not in (None, CONTEXT) and _GOES_ON.search(said) and _TELLS.search(said):
        return setting.before
    if _ACHIEVED.search(said) or (_IMPROVED.search(said) and not _BLAME.search(said)):
        return RECORD
    if (_SUFFERED.search(said) or _CUTS.search(said)) and not _MORE_TO_DO.search(said):
        return CRITICISM
    return CONTEXT


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The regular expressions that depend on who speaks."""

    commits: re.Pattern[str]
    would_have: re.Pattern[str]
    record: re.Pattern[str]
    opponent: re.Pattern[str]
    opponent_acts: re.Pattern[str]
    of_opponent: re.Pattern[str]
    under_opponent: re.Pattern[str]


@lru_cache(maxsize=64)
def _patterns(voice: Voices) -> _Patterns:
    party = (
        rf"(?:{voice.author}){OFFICE}(?:'s?)?(?:\s+(?:plans?|policy|policies|approach|proposals?|manifesto|pledge))?"
    )
    ours = (
        r"(?:our|my|this)(?:\s+\w+){0,2}\s+(?:government|party|administration|plans?|policy|policies|approach|proposals?"
        r"|manifesto|team|mps?|councillors|strategy|pledge|aim|goal|ambition|mayoralty|priority)"
    )
    subject = rf"\b(?:i\b|we\b|ours\b|{party}(?![\w'])|{ours}\b)"
    adverbs, commits = phrases.ADVERBS, phrases.COMMITS
    past = rf"(?!{phrases.NO_PAST})(?:\w{{3,}}ed|{phrases.IRREGULAR_PAST})\b(?!'| to be)"
    perfect = rf"(?:'ve|\s+have|\s+has|\s+had){adverbs}\s+(?!{phrases.NO_RECORD}){phrases.PARTICIPLE}\b"
    progress = rf"(?:'m|'re|\s+am|\s+are|\s+is)(?:\s+(?:already|now|currently))*\s+(?!{phrases.NO_PROGRESS})\w+ing\b"
    opponent = (
        rf"\b(?:{voice.opponent}|the (?:\w+ )?government|(?:successive|previous) (?:\w+ )?governments?|ministers"
        rf"|westminster|the home secretary|the prime minister|whitehall|(?:the|this|our) (?:\w+ )?mayor)(?!\w)"
    )
    rival = rf"\b(?:{voice.opponent})(?![\w])"
    if voice.named:
        rival = rf"(?:{rival}|\bthe (?!(?:{voice.author})\b)(?:\w+ ){{1,2}}(?:party|alliance)(?!\w))"
    return _Patterns(
        commits=re.compile(rf"{subject}(?:'ll\b|'d\b(?! have)|{adverbs}(?:\s+|(?='))(?:{commits}))|{_CYMRAEG_COMMITS}"),
        would_have=re.compile(rf"{subject}{adverbs}\s+would have\b"),
        record=re.compile(
            rf"{subject}(?:{adverbs}{perfect}|{progress}|{adverbs}\s+{past})|\bthanks to (?:our|my|{voice.author})\b"
            rf"|\bunder (?:{voice.author})\b.*\b(?:{past})|\b(?:my|our) record\b|{_CYMRAEG_RECORD}"
        ),
        opponent=re.compile(opponent),
        opponent_acts=re.compile(
            rf"{rival}{OFFICE}(?:'s?)?(?:\s+\w+)?{adverbs}\s+(?:has|have|had|is|are|was|were|will|would|want|wants|plan"
            rf"|plans|cut|cuts|who|whose|say|says|claims?|(?!need)\w+ed|{phrases.IRREGULAR_PAST})\b"
        ),
        of_opponent=re.compile(
            rf"(?:{rival}{OFFICE}(?:'s?)?|\b(?:the|this|last|previous) government's|\btheir) (?:\w+ ){{0,2}}"
            r"(?:plans?|proposals?|polic(?:y|ies)|programme|manifesto|promises|pledges|record|cuts|approach|legacy"
            r"|failures?|failings|achievements|mistakes|agenda|choices)\b"
        ),
        under_opponent=re.compile(
            rf"\b(?:under|since|on|because of|thanks to)\s+(?:the\s+|this\s+)?(?:\w+\s+)?{rival}"
        ),
    )


def _blames(said: str, patterns: _Patterns) -> bool:
    """Whether the sentence faults an opponent, a government or an institution; of what opponents do it asks nothing."""
    if patterns.under_opponent.search(said):
        return True
    if not _BLAME.search(said) or _MORE_TO_DO.search(said):
        return False
    return bool(patterns.opponent.search(said) or _SUFFERED.search(said) or _FAULT.search(said))


def _muses(said: str) -> bool:
    """Whether the sentence tells what is known or expected, so that a modal in it promises nothing."""
    return bool(_MUSES.match(said) or _FORETELLS.search(said))


def _is_imperative(said: str) -> bool:
    """Whether the sentence begins as an order does ("Introduce a ...", "To end ..."): a pledge without its subject."""
    words = [word[0] for word in islice(_WORDS.finditer(said), 3)]
    if words[:1] == ["to"] and len(words) > 1 and not re.search(r",| [–—-] ", said):
        words = words[1:]
    if not words or not _is_verb(words[0]):
        return False
    if words[0] not in phrases.ALSO_NOUNS:
        return True
    if len(words) == 1 or _NOUN_GOES_ON.fullmatch(words[1]) or (f"{words[0]}, " in said and not _is_verb(words[1])):
        return False
    # "Further cuts have left ..." says something of cuts.
    return not _SAYS_OF_IT.search(" ".join(said.split()[:_SUBJECT]))


def _is_verb(word: str) -> bool:
    return word.removeprefix("re-") in phrases.BASE_VERBS


def _is_gerund(said: str, setting: Setting) -> bool:
    """Whether the sentence names what is to be done and says nothing of it ("Building trust in our parks.").

    Without a stop and outside of a list it is rather a heading that was taken for a paragraph.
    """
    found = _DOING.match(said)
    if found is None or not phrases.is_doing(found[1]) or _SAYS_OF_IT.search(said):
        return False
    return setting.block is Kind.LIST_ITEM or said[-1] in ".;!"


def _is_without_verb(said: str) -> bool:
    """Whether a list item only names what there is to be ("More police on our streets", "Tougher sentences")."""
    return not _FINITE.search(said)


_WORDS = re.compile(r"[\w'-]+")
_MUSES = re.compile(phrases.MUSES)
_FORETELLS = re.compile(phrases.FORETELLS)
_BLAME = re.compile(phrases.BLAME)
_SUFFERED = re.compile(phrases.SUFFERED)
_ACHIEVED = re.compile(phrases.ACHIEVED)
_IMPROVED = re.compile(phrases.IMPROVED)
_GOES_ON = re.compile(phrases.GOES_ON)
_TELLS = re.compile(phrases.TELLS)
_MODAL = re.compile(
    r"(?=[wsmoia'])(?:(?:\b|(?='))(?<!\bthat )(?<!\bwhich )(?<!\bwho )(?<!\bwhat )"
    r"(?:\b(?:will|shall|must|should|ought to)\b|'ll\b)"
    r"|\bwould (?:also |then )?be (?:\w+ly )?(?:\w+(?:ed|en)|done|made|paid|set|run|put|built|kept|brought)\b"
    r"|\b(?:is|are) to be (?:\w+ly )?(?:\w+ed|made|built|set)\b|\b(?:it is|it's) time (?:to|for|that)\b)"
)
# Within so many words a subject has met its verb.
_SUBJECT = 6
# "Street lighting: Increase ..." orders what stands after its label.
_LABEL = re.compile(r"^[^:.!?]{2,40}: (?=\w)")
# Not "the homes we need" and "why we need": there nothing is called for.
_CALLS = re.compile(
    r"(?:^|[,;:–—-] |\b(?:and|but|so|that|now|again|instead|also|first|finally|secondly|therefore) )"
    r"we(?: \w+ly| also| now| all| still)? need (?!not\b|only\b|look\b|never\b|more\b|better\b)"
)
_AIMS = re.compile(
    r"(?:'s?|\bour|\bmy) (?:\w+ ){0,3}(?:mission|aim|goal|ambition|target|pledge|plan|priority|objective)"
    r" (?:is|will be|remains) to\b|^(?:no more|an end to|a ban on)\b"
)
_MEANS_DOING = re.compile(
    r"^(?:and |but )?(?:that|this|it) (?:also |then )?means (?:also )?(?:\w+ing|better|more|fewer|a|an) "
)
_DOING = re.compile(r"(?:and )?(?:\w+ly )?((?:re-)?\w+ing)\b")
# A verb in a main clause; one after "which", "that" or "they" says nothing of what the sentence began with.
_SAYS_OF_IT = re.compile(
    r"\b(?<!\bwho )(?<!\bwhich )(?<!\bthat )(?<!\bwhat )(?<!\bthey )(?<!\bwe )(?<!\bit )(?<!\bhow )"
    r"(?<!\bthere )(?<!\bpeople )(?:is|are|was|were|isn't|aren't|has|have|had|does|means|requires|remains|makes"
    r"|helps|matters|depends|can|could|may|might"
    r"|offers|gives|increase[sd]|reduces|raises|costs|leads|saves|improves|provides|ensures|creates|needs|takes|brings)\b"
)
_BETTER_THAN = re.compile(
    r"\b(?:safer|better|lower|higher|stronger|more|fewer)\b[^.;]{0,60}"
    r"\bthan (?:when|under|(?:it|they|there) (?:was|were) (?:in|under))\b"
)
_CONCEDES = re.compile(r"(?:while|whilst|despite|although|though|since|after|when|where|unlike|as|even|following)\b")
_MORE_TO_DO = re.compile(r"\bmore to do\b|\bmore needs to be done\b|\bmore must be done\b")
_WOULD = re.compile(r"\bwould\b(?! have)|^(?:a )?bydd(?:ai)? hyn\b")
_PROMISING = re.compile(
    r"\b(?:pledges?|priorities|plan|plans|programme|manifesto|commitments?|promises?|proposals?|demands?|will|would"
    r"|want|aims?|policies|action|actions|steps|measures|byddwn|bydd|galw)\b[^.]{0,40}$"
)
# To be against something is a policy as well ("We do not support:").
_REFUSES = re.compile(
    r"\b(?:we|i)(?: \w+ly)? (?:do not|don't|cannot|can't|could not|never) (?:\w+ly )?"
    r"(?:support|accept|back|agree|tolerate|want)\b"
    r"|\b(?:we|i)(?: are| am|'re|'m) (?:\w+ly )?against\b|\b(?:we|i)(?: \w+ly)? (?:say no|disagree)\b"
)
_OPPOSED = re.compile(
    r"\b(?:we|i)(?:'ve| have)?(?: \w+ly| also)* (?:opposed|rejected|resisted|blocked|stopped|fought|voted against"
    r"|scrapped|abolished|repealed|prevented)\b"
)
_CONDEMNS = re.compile(r"\b(?:we|i)(?: \w+ly| also)* (?:condemn|deplore|regret|denounce|criticise)\b")
_BROKE = re.compile(
    r"\b(?:broke|broken|abandoned|dropped|ditched) (?:its|their|his|her|every|the|that) (?:\w+ )?"
    r"(?:promises?|pledges?|plans?|commitments?)\b"
)
_GONE_WRONG = re.compile(
    r"\b(?:wrong|fail\w*|mistakes|broken promises|status quo|they|he|she|governments?|ministers|their|his|her)\b"
)
# "These are:" and "It is:" only point on.
_STATEMENT = 4
_SHOWS = re.compile(r"\b(?:shows?|presents?|demonstrates?|suggests?|reveals?|found|told us|said|saw|sought)\b")
_NAMES_WHAT_IS = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?"
    r"(?:challenges|reasons|problems|causes|threats|failures)\b"
)
_PLANS = re.compile(
    r"\b(?:pledges?|priorities|plans?|commitments?|promises|proposals?|policies|measures|reforms?|steps)\b"
)
_FAULT = re.compile(
    r"\b(?:cuts?|failures?|failing|failed|austerity|scandal|shameful|disgrace\w*|disaster\w*|neglect\w*|decimat\w+|betray\w*"
    r"|underfund\w*)\b"
)
_CUTS = re.compile(
    r"\b(?:constant|budget|funding|police|spending|service|staff|deep|further|more) cuts\b|^(?:the \w+ )?cuts\b"
    r"|\bcan(?:'t|not) go on\b"
)
_NOUN_GOES_ON = re.compile(
    r"for|of|is|are|was|were|from|has|have|in|on|by|and|officers?|forces?|service|numbers|stations?|to"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|cannot|isn't|aren't|don't|doesn't|i|we|they|he|she|it)\b"
)
_CYMRAEG_COMMITS = (
    r"\b(?:byddwn|byddaf|fyddwn|fyddaf|byddem|ymrwymwn|addawn|galwn|cefnogwn|gwnawn|mynnwn|anelwn|bwriadwn|dylid|ddylid|rhaid)\b"
    r"|\bbydd(?:ai)? (?:plaid|y blaid|llafur|ein|y democrat|democrat|y ceidwadwyr|llywodraeth)"
    r"|\b(?:rydym|rydyn|ry'n|rwy|rwyf|dw)(?: \w+){0,2} (?:addo|ymrwymo|bwriadu|cefnogi|galw|am (?:\w+))\b"
)
_CYMRAEG_RECORD = r"\b(?:rydym|rydyn|ry'n|rwyf|dw i|mae ein)(?: ni)?(?: \w+)? wedi\b|\bgwnaethom\b"
