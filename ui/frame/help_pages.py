"""The pages of the help: which there are, and their words with the keys that actions have now.

A page is Markdown in `assets/help/`. It names actions by their ids, so that it cannot go stale: `{compare.copy}` is the
key, or the way through the menus where there is none; `{compare.copy|name}` is what the action is called,
`{compare.copy|what}` what it does. A link leads to another page by its name, or to KEYS.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from reader.wording import tr
from ui import assets
from ui.actions.offered import ActionSpec
from ui.actions.table import is_single

START = "start"
KEYS = "keys"  # where links to the keys of the place lead
# In the order in which they are listed.
PAGES = (
    START,
    "library",
    "compare",
    "charts",
    "sample",
    "topics",
    "read",
    "codebook",
    "search",
    "concordance",
    "quotes",
    "words",
    "notes",
    "coding",
    "plans",
    "lessons",
    "present",
    "quiz",
)

REFERENCE = re.compile(r"\{([a-z0-9.-]+)(?:\|(name|what))?\}")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~])")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page by its name: its heading, and all of it as Markdown."""

    name: str
    title: str
    text: str


def page(name: str, spec_of: Callable[[str], ActionSpec], *, single_keys: bool) -> HelpPage:
    """The page with this name. Keys of one letter are not named where people have switched them off.

    Raises OSError for a page that is not there, KeyError for an action that is not.
    """
    text = assets.help_page(name).read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()

    def said(found: re.Match[str]) -> str:
        spec = spec_of(found[1])
        match found[2]:
            case "name":
                return f"**{_literal(_name(spec))}**"
            case "what":
                return _literal(spec.description)
            case _:
                return f"**{_literal(way_to(spec, single_keys=single_keys))}**"

    return HelpPage(name, title, REFERENCE.sub(said, text))


def way_to(spec: ActionSpec, *, single_keys: bool) -> str:
    """How people come to an action: its key as the system writes it, else its place in the menus, else its name."""
    usable = (key for key in (spec.shortcut, *spec.also) if key and (single_keys or not is_single(key)))
    key = next(usable, "")
    if key:
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return tr("{menu} > {action}", menu=spec.menu, action=_name(spec)) if spec.menu else _name(spec)


def _name(spec: ActionSpec) -> str:
    return spec.text.rstrip("…")


def _literal(words: str) -> str:
    """Words in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", words)
