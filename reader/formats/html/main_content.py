"""Finds what a web page is about among its menus, heads, feet, banners, side columns and comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reader.formats.html.hidden import hidden_in
from reader.formats.html.names import attribute, name_of
from reader.formats.html.page_furniture import Furniture
from reader.formats.html.weights import Weight, weigh

# The element that says it is the main one has to hold this share of what is no furniture to be believed.
_MAIN_SHARE = 0.3
_ARTICLES_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Content:
    """Where the text of a page stands: the elements to be read in order, those in them that are left out, and tables of
    contents. `furniture` are the elements left out for being a menu, head, foot and the like, `closed` those that are
    read though the page shows them only when somebody opens them."""

    roots: tuple[etree._Element, ...]
    left_out: frozenset[etree._Element] = frozenset()
    contents: frozenset[etree._Element] = frozenset()
    furniture: tuple[etree._Element, ...] = ()
    weights: dict[etree._Element, Weight] = field(default_factory=dict)
    closed: tuple[etree._Element, ...] = ()


def content_of(root: etree._Element, address: str = "") -> Content:
    """The content of a page; `address` is where it was saved from, so that links within it can be told."""
    body = next((node for node in root.iter(etree.Element) if name_of(node) == "body"), root)
    hidden = hidden_in(body)
    never = set(hidden.never)
    weights = weigh(body, never, address)
    furniture = Furniture(body, never, weights)
    dropped = furniture.found()
    left_out = never | dropped
    # Weighed again without the furniture, since what is left decides.
    weights = weigh(body, left_out, address)
    roots = _roots(body, left_out, weights)
    return Content(
        roots=roots,
        left_out=frozenset(left_out),
        contents=frozenset(furniture.contents),
        furniture=tuple(node for node in body.iter(etree.Element) if node in dropped),
        weights=weights,
        closed=tuple(node for root in roots for node in _read(root, left_out) if node in hidden.closed),
    )


def whole(root: etree._Element) -> Content:
    """The content of what is no web page but written as one: a chapter of a book, a converted text."""
    body = next((node for node in root.iter(etree.Element) if name_of(node) == "body"), root)
    hidden = set(hidden_in(body).never)
    weights = weigh(body, hidden)
    contents = Furniture(body, hidden, weights).tables_of_contents()
    return Content((body,), frozenset(hidden), frozenset(contents), (), weights)


def _roots(
    body: etree._Element, left_out: set[etree._Element], weights: dict[etree._Element, Weight]
) -> tuple[etree._Element, ...]:
    total = weights[body].own
    read = list(_read(body, left_out))
    for is_main in (_is_main, _is_article_body):
        found = [node for node in read if is_main(node)]
        best = max(found, key=lambda node: weights[node].own, default=None)
        if best is not None and weights[best].own >= total * _MAIN_SHARE:
            return (best,)
    articles = _outermost([node for node in read if name_of(node) == "article"])
    if articles and sum(weights[node].own for node in articles) >= total * _ARTICLES_SHARE:
        return tuple(articles)
    return (body,)


def _is_main(node: etree._Element) -> bool:
    return name_of(node) == "main" or attribute(node, "role") == "main"


def _is_article_body(node: etree._Element) -> bool:
    return attribute(node, "itemprop") == "articlebody"


def _read(node: etree._Element, left_out: set[etree._Element]) -> Iterator[etree._Element]:
    """The element and those in it that are blocks and not left out, in order."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one in left_out:
            continue
        yield one
        waiting.extend(reversed(one))


def _outermost(nodes: list[etree._Element]) -> list[etree._Element]:
    known = set(nodes)
    return [node for node in nodes if not any(above in known for above in node.iterancestors())]
