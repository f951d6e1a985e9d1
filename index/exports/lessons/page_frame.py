"""What stands around the slides in the HTML file: the foot with its buttons, the keys, the questions it asks."""

from __future__ import annotations

from collections.abc import Iterator

from index.exports.lessons.page_words import attribute, text
from reader.wording import tr


def frame(*, can_hide: bool, hides: bool) -> Iterator[str]:
    """The lines of HTML; nothing of it is seen where no script runs. `hides`: names are hidden for good."""
    yield f'<div id="stage" hidden{_said(hides=hides)}>'
    yield '<main>\n<div class="top"></div>\n<div class="room"></div>\n<div class="below"></div>\n</main>'
    yield '<p class="aloud" role="status"></p>\n<footer>\n<p id="clock" role="timer" hidden></p>'
    yield f"<nav{attribute('aria-label', tr('Slides'))}>"
    for does, label in _buttons(can_hide=can_hide):
        yield f'<button type="button" data-does="{does}">{text(label)}</button>'
    yield '<span class="where"></span>\n</nav>\n</footer>\n</div>'
    yield f'<section id="blank" hidden{attribute("aria-label", tr("Blank"))}></section>'
    yield from _keys(can_hide=can_hide)
    yield from _question("go", tr("Go to slide"), tr("Go"), "<ol></ol>")
    yield from _question("time", tr("Countdown, in minutes"), tr("Start"), "")


def _said(*, hides: bool) -> str:
    """The sentences that the script says, with places for its numbers and names in braces."""
    hidden = tr("Names hidden; style may still tell")
    said = {
        "where": tr("{number} of {of}", number="{number}", of="{of}"),
        "part": tr("part {part}", part="{part}"),
        "aloud": tr("Slide {number} of {of}: {title}", number="{number}", of="{of}", title="{title}"),
        "hidden": hidden,
        "always": hidden if hides else "",
        "ask": tr("Whose name? Its letter or number; R for all"),
        "reveal": tr("Say who {name} is", name="{name}"),
        "more": tr("{count} more below", count="{count}"),
        "rest": tr("More below"),
        "show": tr("Show it (Space)"),
        "skip": tr("Go on without it (S)"),
        "votes": tr("Votes for {name}", name="{name}"),
        "correct": tr("right"),
        "over": tr("Time is up"),
    }
    return "".join(attribute(f"data-{name}", sentence) for name, sentence in said.items())


def _buttons(*, can_hide: bool) -> Iterator[tuple[str, str]]:
    yield "back", tr("Back")
    yield "next", tr("Next")
    yield "more", tr("More")
    if can_hide:
        yield "hide", tr("Names")
    yield "reveal", tr("Reveal")
    yield "votes", tr("Votes")
    yield "blank", tr("Blank")
    yield "keys", tr("Keys")


def _keys(*, can_hide: bool) -> Iterator[str]:
    rows = [
        (tr("Space, PgDn, Right, N"), tr("Next slide")),
        (tr("PgUp, Left"), tr("The slide before")),
        (tr("Down, M"), tr("The rest of a long passage; Up goes back")),
        (tr("Home, End, G"), tr("First slide, last slide, go to a slide")),
        (tr("Full stop, B"), tr("Blank, and the slide again")),
        ("+ −", tr("Larger and smaller type")),
    ]
    if can_hide:
        rows += [(tr("H"), tr("Hide who is who, or show it again"))]
    rows += [
        (tr("R"), tr("Say who one is, R again for all; at a question the answer")),
        (tr("C"), tr("Count votes: 1 to 4 add one, with Shift take one away")),
        (tr("S"), tr("At the notice: go on without what speaks of violence")),
        (tr("T"), tr("A countdown, or none")),
        (tr("F5, F"), tr("Full screen; Esc leaves it")),
        ("?", tr("These keys")),
    ]
    yield '<dialog id="keys" aria-labelledby="keys-title">'
    yield f'<h2 id="keys-title">{text(tr("Keys"))}</h2>\n<dl>'
    yield from (f"<div><dt>{text(key)}</dt><dd>{text(does)}</dd></div>" for key, does in rows)
    yield "</dl>"
    told = tr("Votes are counted in this window alone, without names, and are gone when it is closed.")
    yield f"<p>{text(told)}</p>"
    yield f'<button type="button" data-closes>{text(tr("Close"))}</button>\n</dialog>'


def _question(name: str, label: str, goes: str, more: str) -> Iterator[str]:
    yield f'<dialog id="{name}"{attribute("aria-label", label)}>'
    yield f'<label>{text(label)} <input type="number" min="1" max="600" inputmode="numeric"></label>'
    yield f'<button type="button" data-goes>{text(goes)}</button> '
    yield f'<button type="button" data-closes>{text(tr("Close"))}</button>\n{more}</dialog>'
