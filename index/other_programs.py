"""What people know from the search boxes of other programs, and how to ask for it here."""

from __future__ import annotations

import re

from reader.wording import tr

_NEAR = re.compile(
    r"(?<!\S)(?:(?i:near|within|adj|onear|pre|[wnps])[/:](?P<within>\d+)|(?:NEAR|ADJ)(?P<within_>\d*))(?=[\s(]|$)"
)
_PATTERN = re.compile(r"(?<![^\s(:])/(?=\S)[^/]{2,}/(?=[\s)]|$)")
_WORDS = re.compile(r"\w[\w'’-]*")


def advice(query: str) -> tuple[str, str] | None:
    """What is wrong with a query that asks as another program would be asked, and how to ask instead; None if none."""
    pattern = _PATTERN.search(query)
    if pattern:
        return (
            tr("“{typed}” is a pattern that this search does not read.", typed=pattern[0]),
            tr("Write * for any letters and ? for one, as in polic* or wom?n; for one of several words, write OR."),
        )
    near = _NEAR.search(query)
    if near is None or (query.isupper() and not near["within"] and not near["within_"]):
        return None  # somebody who types in capitals means the word
    return (
        tr("This search does not know “{typed}”.", typed=near[0]),
        tr(
            "For words near one another, write them in quotation marks with ~ and a number: {example}.",
            example=_near(query, near),
        ),
    )


def _near(query: str, found: re.Match[str]) -> str:
    """The same asked here, with the words on either side where there are some."""
    within = found["within"] or found["within_"] or "5"
    before, after = _WORDS.findall(query[: found.start()])[-1:], _WORDS.findall(query[found.end() :])[:1]
    words = [*before, *after] if before and after else _WORDS.findall(query[found.end() :])[:2]
    words = words if len(words) == 2 and not words[1].isdigit() else ["fire", "safety"]
    return f'"{" ".join(words)}"~{within}'
