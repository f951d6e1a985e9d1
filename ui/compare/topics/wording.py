"""What the numbers and codes of a topic's queries are called on screen."""

from __future__ import annotations

from collections.abc import Sequence

from index.topics.model import Scope, Subtopic, Topic, TopicQuery
from reader.language import language_name

# What a query of this weight is; two hints together weigh as much as a sure sign, and so do four weak ones.
WEIGHTS = ((1.0, "Sure sign"), (0.5, "Hint"), (0.3, "Weak hint"), (-1.0, "Speaks against"), (0.0, "Sub-topic only"))
_SCOPES = {Scope.TEXT: "Text", Scope.SECTION: "Headings", Scope.LEAD_IN: "Lead-in"}


def weight_name(weight: float) -> str:
    """What a weight is called: "Hint", or "Hint (0.7)" for one between the names."""
    known = dict(WEIGHTS)
    if weight in known:
        return known[weight]
    nearest = min((name for name in WEIGHTS if (name[0] < 0) == (weight < 0)), key=lambda name: abs(name[0] - weight))
    return f"{nearest[1]} ({weight:g})"


def weight_choices(weight: float) -> list[tuple[float, str]]:
    """The weights to choose from, with the one that is chosen where it has no name of its own."""
    chosen = [] if weight in dict(WEIGHTS) else [(weight, weight_name(weight))]
    return [*chosen, *WEIGHTS]


def where_name(scope: Scope, language: str) -> str:
    """Where a query looks, and in which language's documents where that is said."""
    return f"{_SCOPES[scope]}, {language_name(language)}" if language else _SCOPES[scope]


def where_code(scope: Scope, language: str) -> str:
    """The same as one text, as `where_of` reads it."""
    return f"{scope.value}/{language}"


def where_of(code: str) -> tuple[Scope, str]:
    """Scope and language of what `where_code` made."""
    scope, _, language = code.partition("/")
    return Scope(scope), language


def where_choices(topic: Topic) -> list[tuple[str, str]]:
    """The places to choose from: in all documents, in Welsh ones, and in those of languages the topic speaks of."""
    languages = dict.fromkeys(["", "cy", *(query.language for query in topic.queries)])
    return [(where_code(scope, one), where_name(scope, one)) for one in languages for scope in Scope]


def rows_name(query: TopicQuery, rows: Sequence[Subtopic]) -> str:
    """The sub-topics that a query speaks for, by name; "any" for none."""
    names = {row.id: row.name for row in rows}
    return ", ".join(names[one] for one in query.subtopics if one in names) or "any"


def manifestos(number: int) -> str:
    return "1 manifesto" if number == 1 else f"{number:,} manifestos"
