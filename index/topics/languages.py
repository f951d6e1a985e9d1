"""Which languages a topic has words in: in a manifesto of another, nothing found says nothing.

A topic's file says them; languages of queries that name one are added. Where the file says none, queries that name no
language are taken for English and for the language of the topic's definition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from index.topics.model import Topic, TopicQuery
from reader.language import language_name, language_of
from reader.library.records import Document

UNKNOWN = "und"


@lru_cache(maxsize=64)
def languages_of(topic: Topic) -> tuple[str, ...]:
    """The codes of the languages that the topic has words in."""
    said = topic.languages or tuple(_taken_for(topic))
    return tuple(dict.fromkeys((*said, *_named(topic))))


def missing_language(topic: Topic, document: Document) -> str:
    """The English name of the document's language where the topic has no words in it ("German"), else "".

    Nothing is said of a document whose language nobody knows, nor of a draft that has no words at all yet.
    """
    code, known = code_of(document.language), languages_of(topic)
    return "" if code == UNKNOWN or code in known or not known else language_name(code)


def no_words(language: str, *, topic: str = "This topic") -> str:
    """The sentence for a manifesto in a language, by its English name, that the topic has no words in; no full stop."""
    return f"{topic} has no {language} words"


def left_out(topic: Topic, documents: Iterable[Document]) -> list[str]:
    """A sentence for each language of the documents in which the topic has no words, where figures are made."""
    names = [language_name(code) for code in missing_languages(topic, documents)]
    return [f"{no_words(name)}, so {name} manifestos are left out." for name in names]


def missing_languages(topic: Topic, documents: Iterable[Document]) -> dict[str, int]:
    """How many of the documents are in each language that the topic has no words in, by code; the commonest first."""
    return dict(Counter(code_of(one.language) for one in documents if missing_language(topic, one)).most_common())


def to_translate(topic: Topic, language: str) -> Topic:
    """The topic with a query of this language for each that names none, or names the topic's own, to be translated.

    Each still has the words that it is to be a translation of: until it has others, the topic has no words in the
    language.
    """
    own = {"", *languages_of(topic)[:1]}
    there = {(query.query, query.scope) for query in topic.queries if query.language == language}
    added = [
        replace(query, language=language)
        for query in topic.queries
        if query.language in own and (query.query, query.scope) not in there
    ]
    return replace(topic, queries=(*topic.queries, *added))


def also_in(topic: Topic, language: str) -> Topic:
    """The topic whose queries that name no language have words of this one too."""
    return replace(topic, languages=(*languages_of(topic), language))


def is_untranslated(query: TopicQuery, queries: Iterable[TopicQuery]) -> bool:
    """Whether this query of a language still has the words of one before it of another, which it is to translate."""
    first = next((one for one in queries if (one.query, one.scope) == (query.query, query.scope)), query)
    return bool(query.language) and first.language != query.language


def with_languages(topic: Topic, before: Topic | None) -> Topic:
    """The topic with all of its languages said, once its file says any or one of its queries names one.

    Gone is a language whose queries were in `before` and are no more; but for the first, which is that of the queries
    that name none.
    """
    if not topic.languages and not any(_named(topic)):
        return topic
    gone = set() if before is None else {*_named(before)} - {*_named(topic)}
    if any(not query.language for query in topic.queries):
        gone -= set(languages_of(topic)[:1])
    return replace(topic, languages=tuple(one for one in languages_of(topic) if one not in gone))


def _named(topic: Topic) -> Iterator[str]:
    """The languages of the queries that name one, and can bring a passage in."""
    first = {(query.query, query.scope): query.language for query in reversed(topic.queries)}
    for query in topic.queries:
        if query.language and query.weight > 0 and first[query.query, query.scope] == query.language:
            yield query.language


def _taken_for(topic: Topic) -> Iterator[str]:
    unnamed = [query.query for query in topic.queries if not query.language]
    if unnamed:
        yield "en"
        yield language_of(" ".join((topic.name, topic.definition, *unnamed))) or "en"


def code_of(language: str) -> str:
    """As `index.analysis.language_code`, which loads the search engine: codes, the usual case, do without."""
    if len(language) == 2 and language.isalpha():
        return language.lower()
    if not language:
        return UNKNOWN
    from index.analysis import language_code

    return language_code(language)
