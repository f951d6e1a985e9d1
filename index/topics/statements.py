"""What a sentence of a manifesto does: it pledges, records, criticises, or gives context."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.topics.lead_in_kinds import led, tells
from index.topics.model import StatementKind
from index.topics.orders import is_without_verb, main_part, names_doing
from index.topics.parties import UNKNOWN, Voices
from index.topics.sentence_kinds import own_kind, plain
from index.topics.speaking import patterns
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
    own = own_kind(said, setting.voices, setting.before, sentence)
    item = setting.block is Kind.LIST_ITEM
    if item:
        # "Reopening beaches that have been closed" faults nobody: it says what is to be done.
        if own is CRITICISM and (part := main_part(said)) != said and own_kind(part, setting.voices) is CONTEXT:
            own = CONTEXT
        under = led(setting.lead_in, setting.section, setting.voices)
        # Under "The last government chose to:" an order ("Close the stations") orders nothing.
        if setting.first and under is not None and not (own is PLEDGE and (under is PLEDGE or _commits(said, setting))):
            return under
        if (
            under in (None, PLEDGE)
            and own is CONTEXT
            and is_without_verb(said)
            and not tells(setting.lead_in, setting.voices)
        ):
            return PLEDGE
    if own is CONTEXT and (names_doing(said, item=item) or _MEANS_DOING.search(said)):
        return setting.before if setting.before in (RECORD, CRITICISM) else PLEDGE
    return own


def _commits(said: str, setting: Setting) -> bool:
    """Whether the author commits in these very words ("we will", "Labour would")."""
    return patterns(setting.voices).commits.search(said) is not None


_MEANS_DOING = re.compile(
    r"^(?:and |but )?(?:that|this|it) (?:also |then )?means (?:also )?(?:\w+ing|better|more|fewer|a|an) "
)
