"""What people know from the search boxes of other programs, and how to ask for it here."""

from __future__ import annotations

import re

from reader.wording import tr

_NEAR = re.compile(
    r"(?<!\S)(?:(?i:near|within|adj|onear|pre|[wnps])[/:](?P<within>\d+)|(?:NEAR|ADJ)(?P<within_>\d*))(?=[\s(]|$)"
)
_WORDS = re.compile(r"\w[\w'’-]*")


def advice(query: str) -> tuple[str, str, str] | None:
    """What is wrong with a query that asks as another program would be asked, how to ask instead, and the query so
    asked; None if nothing is.
    """
    near = _NEAR.search(query)
    if near is None or (query.isupper() and not near["within"] and not near["within_"]):
        return None  # somebody who types in capitals means the word
    example, instead = _near(query, near)
    return (
        tr("This search does not know “{typed}”.", typed=near[0]),
        tr(
            "For words near one another, write them in quotation marks with ~ and a number: {example}.",
            example=example,
        ),
        instead,
    )


def _near(query: str, found: re.Match[str]) -> tuple[str, str]:
    """An example with the words on either side where there are some, and the query with it; else no query."""
    within = found["within"] or found["within_"] or "5"
    before = list(_WORDS.finditer(query[: found.start()]))[-1:]
    after = list(_WORDS.finditer(query, found.end()))[:1]
    if before and after:
        example = f'"{before[0][0]} {after[0][0]}"~{within}'
        return example, f"{query[: before[0].start()]}{example}{query[after[0].end() :]}"
    words = [word for word in _WORDS.findall(query[found.end() :])[:2] if not word.isdigit()]
    if len(words) == 2:
        example = f'"{" ".join(words)}"~{within}'
        return example, example
    return f'"fire safety"~{within}', ""
