"""One passage looked at for one topic: whether it is in the view, why, in which rows, and what its sentences do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from index.analysis import Sieve, Word
from index.topics import scoring
from index.topics.cells import led_in, sentence_spans
from index.topics.compiled import SCOPES, Compiled
from index.topics.evidence import Evidence, Hits, find_hits, scope_evidence, text_evidence
from index.topics.model import Match, Reason, Scope, Statement, StatementKind
from index.topics.parties import Voices
from index.topics.rows import Around, rows
from index.topics.scoring import Lent, Weighed
from index.topics.scraps import is_scrap, only_introduces
from index.topics.statements import Setting, kind_of
from reader.model import Block, Kind

# A heading of so many words names what stands under it.
_SHORT_HEADING = 4

# The spans of a passage's sentences, and the wanted words of each.
Parts: TypeAlias = tuple[list[tuple[int, int]], list[list[Word]]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the passages of one document share.

    `lead_ins` are those of its list items by block id, `voices` its author and opponents, `facts` what filters ask for,
    `sieve` what finds the words that the topics ask for, `after` how many blocks after their heading passages stand,
    by block id. `looked` keeps what a topic's queries found in headings and
    lead-ins, since many passages have the same, `taken_apart` the sentences and words of passages that several topics
    look at.
    """

    document: str
    lead_ins: Mapping[str, str]
    voices: Voices
    facts: Mapping[str, str]
    sieve: Sieve
    after: Mapping[str, int] = field(default_factory=dict)
    looked: dict[tuple[int, str, str], Hits] = field(default_factory=dict)
    taken_apart: dict[str, Parts] = field(default_factory=dict)

    def parts(self, block: Block) -> Parts:
        """The sentences of a passage and the wanted words of each."""
        if block.id not in self.taken_apart:
            spans = sentence_spans(block.text, self.lead_ins.get(block.id, ""), self.facts["language"])
            self.taken_apart[block.id] = spans, _by_sentence(self.sieve.words(block.text), spans)
        return self.taken_apart[block.id]


@dataclass(frozen=True, slots=True)
class Looked:
    """A passage weighed for a topic: the spans of its sentences, what each weighs, and what was lent to them.

    `found` are the leaves found in each sentence, `above` those in the headings and the lead-in.
    """

    spans: Sequence[tuple[int, int]]
    weighed: Sequence[Weighed]
    section: Lent
    lead_in: Lent
    found: Sequence[Hits]
    above: Hits


def look_at(topic: Compiled, block: Block, surroundings: Surroundings, *, beside: bool = False) -> Looked:
    """The passage weighed for the topic, whether or not it comes to the threshold.

    `beside` says that the item before or after it in its list carries by its own words.
    """
    lead = surroundings.lead_ins.get(block.id, "")
    facts = {**surroundings.facts, "kind": block.kind.value}
    headings = [(heading, _look(topic, "section", heading, surroundings)) for heading in block.section]
    led = _look(topic, "lead", lead, surroundings)
    around: Hits = dict(led)
    for _, hits in headings:
        around.update(hits)
    # A heading that says something says it by its own words.
    lending = [] if block.kind is Kind.HEADING else headings
    section = scoring.section_lends(
        [(text, scope_evidence(topic, Scope.SECTION, hits, facts)) for text, hits in lending]
    )
    # A heading that introduces the list lends as a heading already.
    leading = [] if lead in block.section else scope_evidence(topic, Scope.LEAD_IN, led, facts)
    lead_in = scoring.lead_in_lends(lead, leading)
    spans, worded = surroundings.parts(block)
    found = [find_hits(topic, "text", words) for words in worded]
    evidence = [text_evidence(topic, block.text, hits, around, facts) for hits in found]
    texts = [block.text[start:end] for start, end in spans]
    of_its_own = any(one.query.weight > 0 for of_sentence in evidence for one in of_sentence)
    section = scoring.lent_from(section, surroundings.after.get(block.id, 0), of_its_own=of_its_own)
    item = block.kind is Kind.LIST_ITEM
    weighed = scoring.weigh(list(zip(texts, evidence, strict=True)), section, lead_in, item=item, beside=beside)
    scrap = is_scrap(block, lead)
    weighed = [
        Weighed(0.0, 0.0, ()) if scrap or (not one.evidence and only_introduces(text)) else one
        for text, one in zip(texts, weighed, strict=True)
    ]
    return Looked(spans, weighed, section, lead_in, found, around)


def look_at_each(
    topic: Compiled, passages: Mapping[int, Block], surroundings: Surroundings
) -> dict[int, tuple[Block, Looked]]:
    """These passages of a document, each weighed with what its list lends; by their places in it, as given."""
    looked = {order: (block, look_at(topic, block, surroundings)) for order, block in passages.items()}
    firm = {order for order, (_, one) in looked.items() if any(part.own >= scoring.THRESHOLD for part in one.weighed)}

    def is_beside(order: int, other: int) -> bool:
        return other in firm and _in_one_list(passages[order], passages[other], surroundings)

    for order in looked.keys() - firm:
        if is_beside(order, order - 1) or is_beside(order, order + 1):
            block = passages[order]
            looked[order] = block, look_at(topic, block, surroundings, beside=True)
    return looked


def _in_one_list(one: Block, other: Block, surroundings: Surroundings) -> bool:
    """Whether two passages that follow one another are items of one list."""
    lead_ins = surroundings.lead_ins
    return (
        one.kind is other.kind is Kind.LIST_ITEM
        and one.section == other.section
        and lead_ins.get(one.id, "") == lead_ins.get(other.id, "")
    )


def match_passage(
    topic: Compiled, block: Block, looked: Looked, order: int, surroundings: Surroundings
) -> Match | None:
    """The match of a passage looked at, or None where it is not in the topic's view. `order` is its place."""
    carrying = scoring.carriers(looked.weighed)
    if not any(carrying):
        return None
    lead = surroundings.lead_ins.get(block.id, "")
    naming = _naming(topic, block, looked, surroundings)
    found = rows(naming, carrying, lambda: _around(topic, block, lead, surroundings))
    return Match(
        document=surroundings.document,
        block=block.id,
        order=order,
        text=block.text,
        kind=block.kind.value,
        page=block.page,
        label=block.label,
        section=block.section,
        score=scoring.score(looked.weighed, carrying),
        subtopics=found.passage,
        why=reasons(block.text, looked, carrying),
        statements=_statements(block, looked.spans, carrying, found.sentences, lead, surroundings.voices),
        lead_in=lead,
        language=surroundings.facts["language"],
        uncertain=scoring.is_uncertain(looked.weighed),
    )


def _naming(topic: Compiled, block: Block, looked: Looked, surroundings: Surroundings) -> list[tuple[Evidence, ...]]:
    """All that may name the rows of each sentence of a passage that is in the view."""
    facts = {**surroundings.facts, "kind": block.kind.value}

    def alone(hits: Hits) -> list[Evidence]:
        return text_evidence(topic, block.text, hits, looked.above, facts, for_rows=True)

    every = zip(looked.weighed, looked.found, strict=True)
    return [(*weighed.evidence, *alone(hits)) for weighed, hits in every]


def _around(topic: Compiled, block: Block, lead: str, surroundings: Surroundings) -> Around:
    """What above a passage may name its rows: queries for such places; in an open lead-in or a short heading, all.

    Long headings are sentences with a matter of their own: what they name is not that of every passage under them.
    """
    facts = {**surroundings.facts, "kind": block.kind.value}

    def named(text: str, scope: Scope) -> list[Evidence]:
        above = scope_evidence(topic, scope, _look(topic, SCOPES[scope], text, surroundings), facts)
        if scope is Scope.SECTION and len(text.split()) > _SHORT_HEADING:
            return above
        hits = _look(topic, "text", text, surroundings)
        named = (text_evidence(topic, text, hits, {}, facts, for_rows=alone) for alone in (False, True))
        return [*above, *(one for evidence in named for one in evidence)]

    headings = tuple(named(heading, Scope.SECTION) for heading in reversed(block.section))
    return Around(named(lead, Scope.LEAD_IN) if scoring.is_open(lead) else (), headings)


def _look(topic: Compiled, scope: str, text: str, surroundings: Surroundings) -> Hits:
    """The leaves of a scope that are found in a heading or lead-in."""
    if not text:
        return {}
    key = (id(topic), scope, text)
    if key not in surroundings.looked:
        surroundings.looked[key] = find_hits(topic, scope, surroundings.sieve.words(text))
    return surroundings.looked[key]


def _by_sentence(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[list[Word]]:
    """The words of each sentence, both in order."""
    parted: list[list[Word]] = [[] for _ in spans]
    place = 0
    for word in words:
        while place + 1 < len(spans) and word.start >= spans[place][1]:
            place += 1
        if parted:
            parted[place].append(word)
    return parted


def reasons(text: str, looked: Looked, carrying: Sequence[bool]) -> tuple[Reason, ...]:
    """The words of the sentences that carry, and those of the heading and the lead-in that lent to them."""
    own = [one for weight, carries in zip(looked.weighed, carrying, strict=True) if carries for one in weight.evidence]
    found = [Reason(text[start:end], "text", start, end) for start, end in _merged(own)]
    for name, lent in (("section", looked.section), ("lead-in", looked.lead_in)):
        if lent.points > 0:
            found += [Reason(lent.text[start:end], name, start, end) for start, end in _merged(lent.evidence)]
    return tuple(found)


def _merged(evidence: Iterable[Evidence]) -> list[tuple[int, int]]:
    """The spans of the evidence in order, those that overlap as one; evidence against is no reason."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted({span for one in evidence if one.query.weight > 0 for span in one.spans}):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def _statements(
    block: Block,
    spans: Sequence[tuple[int, int]],
    carrying: Sequence[bool],
    found: Sequence[tuple[str, ...]],
    lead: str,
    voices: Voices,
) -> tuple[Statement, ...]:
    made: list[Statement] = []
    before: StatementKind | None = None
    for place, (start, end) in enumerate(spans):
        text = block.text[start:end]
        setting = Setting(block.kind, block.section, lead, voices, place == 0, before)
        before = kind_of(text, led_in(setting, block.text, start))
        made.append(Statement(start, end, text, before, carrying[place], found[place]))
    return tuple(made)
