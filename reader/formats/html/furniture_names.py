"""The names that writers of web pages give to what is not the text: classes and ids, in small letters."""

from __future__ import annotations

import re

_PLACES = (
    r"(?:(?:site|page|main|global|local|top|bottom|left|right|primary|secondary|header|footer|mobile|desktop|sub|side)"
    r"[-_]?)*"
)
_THINGS = (
    r"(?:[-_]?(?:wrapper|wrap|container|inner|outer|list|links|items|block|section|area|bar|box|row|col|column|menu"
    r"|nav|content))*"
)

# What is called so is never the text.
STRONG = re.compile(
    rf"{_PLACES}(?:nav|navbar|navigation|menu|menus|breadcrumbs?|sidebar|sidenav|footer|masthead|cookies?|cookiebar"
    rf"|comments|respond|pagination|pager|toolbar|skip-?links?|navbox|catlinks|jump-?links?){_THINGS}"
    r"|.*(?:cookie|gdpr|ccpa)[-_]?(?:consent|banner|notice|bar|message|law|popup|modal|policy|settings).*"
    r"|(?:onetrust|cookiebot|cybot|usercentrics|didomi|qc-cmp|truste|disqus|mw-jump)[-_]?.*"
    r"|skip-to-.*|skip-nav.*"
)
# What is called so is not the text if it is short.
WEAK = re.compile(
    rf"(?:share|sharing|social)[-_]?(?:links|icons|buttons?|bar|media|share|this|list|nav|menu){_THINGS}"
    r"|(?:share|sharing|addtoany|sharedaddy|addthis).{0,20}"
    rf"|related[-_]?(?:posts?|articles?|links?|content|stories|news|pages){_THINGS}"
    r"|(?:newsletter|subscribe|sign-?up|popup|modal|lightbox|login).{0,20}"
    rf"|(?:ad|ads|advert|adverts|advertisement|banner-ad|sponsored){_THINGS}"
    r"|(?:post|entry|article)[-_](?:meta|footer|nav|navigation|tags|author|share)|author-?(?:box|bio)"
    rf"|widget(?:[-_]area)?|noprint|navigation-not-searchable|search[-_]?(?:form|box|bar){_THINGS}"
)
# Of these a text has no chapter, though a heading of the same name may stand over them.
NO_CHAPTERS = frozenset(("comments", "respond", "breadcrumbs", "sidebar", "pagination"))
# What is called so is the head of the page, which may hold the title.
HEAD = re.compile(r"(?:(?:site|page|global|top|main|blog)[-_]?)?header(?:[-_]?(?:wrapper|wrap|container|inner))?")
# What is called so is a table of contents.
CONTENTS = re.compile(r"(?:toc|table-?of-?contents|page-?contents|contents-?list|toc[-_]?(?:container|list|wrapper))")
