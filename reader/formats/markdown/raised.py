"""Reads what stands between carets in Markdown as raised ("crime^12^"), as pandoc and others write it."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_RAISED = re.compile(r"\^([^\s^]{1,20})\^(?!\^)")


def read_raised(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: whether something raised begins here; unless `silent`, its tokens are added."""
    found = _RAISED.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("sup_open", "sup", 1)
        state.push("text", "", 0).content = found[1]
        state.push("sup_close", "sup", -1)
    state.pos = found.end()
    return True
