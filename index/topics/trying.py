"""A draft tried on the library: what the whole topic would show, which words its examples share, what a word finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from whoosh.reading import IndexReader

from index import store
from index.analysis import language_code
from index.damage import IndexDamaged
from index.folding import fold
from index.query import Word, parse
from index.results import Hit, Results
from index.search import IndexNotReady
from index.topics.drafting import usable
from index.topics.evaluate import evaluate
from index.topics.languages import missing_language, missing_languages
from index.topics.model import Match, Scope, Topic, TopicQuery
from index.topics.parties import is_name
from index.topics.proposing import Example, KeyTerm, key_terms
from reader.facts import usable_facts
from reader.home import Home
from reader.language import language_name
from reader.library.library import Library

_SCOPES = {Scope.TEXT: "", Scope.SECTION: "section:", Scope.LEAD_IN: "lead:"}
_FORMS = 4


@dataclass(frozen=True, slots=True)
class Trial:
    """What a draft shows of a library: how many passages in how many of `of` manifestos, and the best of all it finds.

    `uncertain` is how many more it finds that are less certain: among the best they count too.

    Silent manifestos in languages in which the draft has no words, `without_words_in` (English names), do not count.
    """

    passages: int
    manifestos: int
    of: int
    best: tuple[Hit, ...]
    without_words_in: tuple[str, ...] = ()
    uncertain: int = 0


def tried(home: Home, draft: Topic, *, most: int = 20) -> Trial:
    """Evaluate what can be used of the draft on all manifestos. Raises IndexNotReady."""
    topic = usable(draft)
    with _reading(home) as reader, Library.open(home) as library:
        held = library.documents()
        documents = [document.id for document in held]
        views = evaluate(reader, library, topic, documents) if topic.queries else dict.fromkeys(documents, ())
    matches = [match for document in documents for match in views.get(document, ())]
    best = sorted(matches, key=lambda match: -match.score)[:most]
    certain = sum(not match.uncertain for match in matches)
    speaking = sum(any(not match.uncertain for match in view) for view in views.values())
    unasked = [one for one in held if not views.get(one.id, True) and missing_language(topic, one)]
    languages = tuple(language_name(code) for code in missing_languages(topic, unasked))
    hits = tuple(_hit(match) for match in best)
    return Trial(certain, speaking, len(views) - len(unasked), hits, languages, len(matches) - certain)


def proposed(home: Home, passages: Sequence[tuple[str, str]]) -> tuple[KeyTerm, ...]:
    """The key terms of these passages (document, block), best first. Raises IndexNotReady.

    Passages that the library does not hold are left out, and so are the names of parties and candidates.
    """
    with _reading(home) as reader, Library.open(home) as library:
        examples: list[Example] = []
        names: list[str] = []
        for document, block in passages:
            held, known = library.block(document, block), library.document(document)
            if held is not None and known is not None:
                examples.append(Example(held.id, held.text, language_code(known.language)))
                names += [known.party, known.candidate]
        parties = usable_facts(home.settings)
        found = key_terms(reader, examples) if examples else ()
        return tuple(term for term in found if not is_name(term.text, names, parties))


def asked(query: TopicQuery) -> str:
    """A search that finds what a query of a topic looks for, where it looks for it."""
    where = f"language:{query.language} " if query.language else ""
    scope = _SCOPES[query.scope]
    return f"{where}{scope}({query.query})" if where or scope else query.query


def other_forms(query: str, results: Results) -> tuple[str, ...]:
    """Words that a query of one word found beside the one that was typed, the commonest first, at most four."""
    node = parse(query)
    if not isinstance(node, Word) or node.exact or node.prefix:
        return ()
    words = (fold(hit.text[start:end]) for hit in results.hits for start, end in hit.marks)
    return tuple(form for form, _ in Counter(word for word in words if word != fold(node.text)).most_common(_FORMS))


@contextmanager
def _reading(home: Home) -> Iterator[IndexReader]:
    try:
        with store.reading(home) as reader:
            yield reader
    except IndexDamaged:
        raise IndexNotReady("The index is being built.", "Passages are counted once it is ready.") from None


def _hit(match: Match) -> Hit:
    marks = tuple((reason.start, reason.end) for reason in match.why if reason.field == "text")
    return Hit(
        match.document,
        match.block,
        match.text,
        match.kind,
        match.page,
        match.label,
        match.section,
        match.score,
        marks,
        match.lead_in,
        match.language,
    )
