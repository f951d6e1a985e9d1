"""Words that other people wrote, on labels, buttons, tabs, menus and in tips: shown as they are, never as markup.

The only place that sets a tip. Qt takes a tip that looks like markup for markup (an <img> enlarges it, or fetches), and
a "&" on what has a key for the key's mark.
"""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QStandardItem, Qt
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

# Characters: of a label that may have many lines, of one that has one, of a tip, and of a line of a tip.
_MOST, _ONE_LINE, _TIP, _TIP_WIDTH = 20_000, 400, 1_000, 80

# Accents, points and tone marks on one letter: no language has more, and more would stand in the rows above and below.
_STACKED = 4
_LONG_RUN = re.compile(rf"[^\w\s\x00-\x7f]{{{_STACKED + 1},}}")

# What would turn the words that follow round, or begin a line or an end of its own.
_STEERING = str.maketrans(
    {**dict.fromkeys(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))), "\u2028": "\n", "\u2029": "\n"}
    | {chr(code): " " for code in (*range(9), *range(11, 32), *range(127, 160))}
)


@lru_cache(maxsize=4096)
def shown(words: str, most: int = _MOST) -> str:
    """The words as a label of any number of lines shows them: no piles of marks, nothing that turns what follows."""
    cut = words if len(words) <= most else f"{words[: most - 1]}…"
    return _LONG_RUN.sub(lambda run: _thinned(run[0]), cut.translate(_STEERING))


def one_line(words: str, most: int = _ONE_LINE) -> str:
    """The words as a row, a tab or a button shows them."""
    return shown(" ".join(words[: 2 * most].split()), most)


def caption(words: str) -> str:
    """The words for what has a key of its own (tab, button, menu, action), where "&" would mark the key."""
    return one_line(words).replace("&", "&&")


def words_on(captioned: QAction | QAbstractButton) -> str:
    """The words that `caption` was given."""
    return captioned.text().replace("&&", "&")


def never_markup(words: str) -> str:
    """The words for what guesses whether it is given markup: as they are, or escaped where it would guess wrong."""
    if not Qt.mightBeRichText(words):
        return words
    return f'<p style="white-space: pre-wrap">{html.escape(words)}</p>'


def tip(words: str) -> str:
    """What a model answers as a tip: these words, in lines that fit on a screen."""
    return never_markup(_in_lines(words))


def give_tip(to: QWidget | QStandardItem, words: str) -> None:
    """Let it show this tip ("" for none). A screen reader hears the words, escaped or not."""
    to.setToolTip(tip(words))
    if isinstance(to, QWidget) and not to.accessibleDescription() and Qt.mightBeRichText(to.toolTip()):
        to.setAccessibleDescription(_in_lines(words))


def show_tip(at: QPoint, words: str, over: QWidget) -> None:
    """Show this tip now, at this point of the screen; hide it for no words."""
    QToolTip.showText(at, tip(words), over)


def _in_lines(words: str) -> str:
    lines = shown(words, _TIP).splitlines()
    return "\n".join("\n".join(textwrap.wrap(line, _TIP_WIDTH)) for line in lines)


def _thinned(run: str) -> str:
    """The run without the marks that are piled on others."""
    kept: list[str] = []
    pile = 0
    for each in run:
        pile = pile + 1 if unicodedata.category(each) in ("Mn", "Me") else 0
        if pile <= _STACKED:
            kept.append(each)
    return "".join(kept)
