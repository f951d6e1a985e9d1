"""Decides which lines of a plain text are headings, and of which level, for the whole text at once.

Lines that may be headings fall into classes by their shape: numbered, capitals, anything else. What speaks for a class
is that its lines stand over body text, after the end of a paragraph and short of the width. So a class becomes headings
or text as a whole; single lines leave it only because the list of contents names them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.formats.contents_list import MOST_LINES, Contents, Entry, key_of, levels_of
from reader.formats.print_lines import CLOSERS, Line, ends_sentence, is_filled, is_unfinished
from reader.markers import marker_at_start

DEEPEST = 4
_LONGEST, _MOST_WORDS = 100, 16
# The same where capitals or a number say that it may be one.
_LONGEST_SURE, _MOST_WORDS_SURE = 160, 24
_FEWEST_LETTERS = 2
# Where so many short lines of their own follow each other, they are a list, a poster or an address.
_MOST_IN_A_ROW = 3
# Of the lines of one class so many stand over body text, or it is no class of headings.
_SHARE = 0.4
# So often a line recurs, of headings in so large a share of its places over body text.
_RECURS, _RECURS_WELL = 3, 0.4
# A line is long from this share of its column on; a heading's of larger type may be full then.
_LONG = 0.6
# What stands so often before items introduces them.
_INTRODUCES = 0.2
# Of all headings fewer than this are no level.
_RARE = 0.05
_NUMBERED = re.compile(
    r"(?:chapter\s+)?(?:\((?P<inner>\d{1,2})\)|(?P<number>\d{1,2}(?:\.\d{1,2})*)[.):]?)\s*(?:[•·–-]\s*)?(?P<words>[^\W\d].*)$",
    re.IGNORECASE,
)
_QUOTES = ("”", "“", "’", "»", '"')
_OFFICE = re.compile(
    r"\b(?:leader|chair|chairman|chairwoman|president|minister|secretary|member|mayor|author|producer|candidate"
    r"|voorzitter|lijsttrekker|partijleider|vorsitzender?|spitzenkandidat(?:in)?)(?:,| of\b|$)",
    re.IGNORECASE,
)


class Heading(NamedTuple):
    """Some lines, from `start` to before `end`, that are one heading."""

    start: int
    end: int
    level: int


class _Shape(NamedTuple):
    """What lines of one class share; sorts by rank: what has the lowest stands highest."""

    depth: int  # how many numbers after its first: 1.2 stands under 1
    small: bool
    unnumbered: bool


class _Candidate(NamedTuple):
    start: int
    end: int
    shape: _Shape
    entry: Entry | None
    over_body: bool


def headings_of(lines: Sequence[Line], widths: Sequence[int] | None, contents: Contents) -> list[Heading]:
    """The headings in the lines, which do not overlap, in order.

    `widths` are the widths of the columns at each line, None where every line is a paragraph of its own.
    """
    text = _Text(lines, widths)
    named = _at_page_tops(text, _in_order(list(_named(text, contents))))
    taken = {at for one in named for at in range(one.start, one.end)}
    likely = list(_likely(text, taken))
    found = sorted([*named, *_of_good_classes(text, likely, taken)])
    return _levelled(text, _without_rows(text, found), levels_of(contents.titles))


class _Text:
    """The lines with what can be asked of them."""

    def __init__(self, lines: Sequence[Line], widths: Sequence[int] | None) -> None:
        self.lines = lines
        self.widths = widths
        self.has_pages = any(line.after_page for line in lines)
        self._often = Counter(line.text for line in lines)
        before_items = Counter(one.text for one, other in pairwise(lines) if marker_at_start(other.text))
        self._introducing = {text for text, many in before_items.items() if many > _INTRODUCES * self._often[text]}
        self._pairs = Counter((one.text, other.text) for one, other in pairwise(lines))

    def joined(self, start: int, end: int) -> str:
        return " ".join(line.text for line in self.lines[start:end])

    def may_hold(self, start: int, end: int) -> bool:
        """Whether a heading may be these lines: the list of contents has none."""
        return not any(line.listed for line in self.lines[start:end])

    def parted(self, at: int) -> bool:
        """Whether an empty line or the end of a page stands before this one, or it is the first or after the last."""
        return at <= 0 or at >= len(self.lines) or self.lines[at].after_blank or self.lines[at].after_page

    def always_together(self, at: int) -> bool:
        """Whether the words of this line recur, each time under those of the line before it, which recur above them."""
        one, other = self.lines[at - 1].text, self.lines[at].text
        return 1 < self._often[one] == self._often[other] == self._pairs[one, other]

    def is_label(self, at: int) -> bool:
        """Whether the line ends in a colon, recurs, and mostly has text under it: over a list it introduces this."""
        line = self.lines[at].text
        return line.endswith(":") and self._often[line] >= _RECURS and line not in self._introducing

    def recurs_well(self, at: int, over_body: Mapping[str, int]) -> bool:
        """Whether the line does not recur, or often right over body text: credits of photographs stand anywhere."""
        many = self._often[self.lines[at].text]
        return many < _RECURS or over_body.get(self.lines[at].text, 0) >= _RECURS_WELL * many

    def may_begin(self, at: int) -> bool:
        """Whether what stands before this line may be over."""
        if at == 0 or self.widths is None:
            return True
        before = self.lines[at - 1].text
        if is_unfinished(before) or before.endswith("-"):
            return False
        return (
            self.parted(at)
            or ends_sentence(before)
            or self.is_label(at)
            or not is_filled(self.lines, self.widths, at - 1)
        )

    def is_body(self, at: int) -> bool:
        """Whether the line is one of running text or of a list."""
        if at >= len(self.lines):
            return False
        text = self.lines[at].text
        if self.lines[at].listed:
            return True
        if self.widths is None:
            return len(text) > _LONGEST or ends_sentence(text) or marker_at_start(text) is not None
        return marker_at_start(text) is not None or len(text) > _LONG * self.widths[at] or ends_sentence(text)


def _named(text: _Text, contents: Contents) -> Iterator[_Candidate]:
    """The lines that the list of contents names; where it names a line and that with the next one, the longer."""
    first_words = {key[0] for key in contents.titles}
    at = 0
    while at < len(text.lines):
        key = key_of(text.lines[at].text)
        # A label, a number or an article by itself is not of the title's words.
        may_begin = len(key) < 2 or key[0] in first_words
        ends = range(min(at + MOST_LINES, len(text.lines)), at, -1) if may_begin and first_words else range(0)
        found = next(((end, entry) for end in ends if (entry := _entry(text, contents, at, end))), None)
        if found:
            yield _Candidate(at, found[0], _shape(text.joined(at, found[0])), found[1], True)
        at = found[0] if found else at + 1


def _entry(text: _Text, contents: Contents, start: int, end: int) -> Entry | None:
    """What names these lines, or what stands before their first colon or dash."""
    joined = text.joined(start, end)
    broken = start > 0 and is_unfinished(text.lines[start - 1].text)
    if broken or joined[0].islower() or joined.endswith((".", ",", ";")) or not text.may_hold(start, end):
        return None
    if len(joined) > _LONGEST_SURE:
        return None
    first = re.split(r":\s|\s[–—-]\s", joined)[0] if end == start + 1 else ""
    return contents.titles.get(key_of(joined)) or contents.titles.get(key_of(first))


def _in_order(named: Sequence[_Candidate]) -> list[_Candidate]:
    """The longest run of them that stands in the order of the list, and those that have no place in it.

    A summary may use the words of the list in another order, and a list may have an order of its own.
    """
    tails: list[int] = []
    orders: list[int] = []
    before: list[int] = []
    for nth, one in enumerate(named):
        order = one.entry.order if one.entry else 0
        place = bisect_right(orders, order)
        before.append(tails[place - 1] if place else -1)
        tails[place:] = [nth, *tails[place + 1 :]]
        orders[place:] = [order, *orders[place + 1 :]]
    kept: set[int] = set()
    nth = tails[-1] if tails else -1
    while nth >= 0:
        kept.add(nth)
        nth = before[nth]
    placed = {named[nth].entry for nth in kept}
    return [one for nth, one in enumerate(named) if nth in kept or one.entry not in placed]


def _at_page_tops(text: _Text, named: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that begin pages, of each title that does so anywhere: chapters do, summaries that name them do not."""
    tops = {one.entry for one in named if text.lines[one.start].after_page}
    return [one for one in named if one.entry not in tops or text.lines[one.start].after_page]


def _likely(text: _Text, taken: set[int]) -> Iterator[_Candidate]:
    """The lines that look like headings where they stand, whatever becomes of their class."""
    at = 0
    while at < len(text.lines):
        end = 0 if at in taken else _end_of(text, at, taken)
        if end:
            shape = _shape(text.joined(at, end))
            yield _Candidate(at, end, shape, None, _is_over_body(text, end, shape))
        at = max(at + 1, end)


def _end_of(text: _Text, at: int, taken: set[int]) -> int:
    """The index after a heading that may begin at this line, 0 for none."""
    if (
        not (text.may_begin(at) and text.may_hold(at, at + 1))
        or _is_signature(text, at)
        or not _may_be_first(text.lines[at].text)
    ):
        return 0
    end = at + 1
    while end < len(text.lines) and end not in taken and end - at < MOST_LINES and _goes_on(text, at, end):
        end += 1
    joined, last = text.joined(at, end), text.lines[end - 1].text
    if end < len(text.lines) and not text.parted(end) and text.lines[end].text[0].islower():
        return 0
    capitals = joined.isupper()
    sure = capitals or _NUMBERED.match(joined) is not None
    if len(joined) > (_LONGEST_SURE if sure else _LONGEST) or len(joined.split()) > (
        _MOST_WORDS_SURE if sure else _MOST_WORDS
    ):
        return 0
    introduces = end < len(text.lines) and marker_at_start(text.lines[end].text) is not None
    if joined.rstrip(CLOSERS)[-1:] in (",", ";", ".", "…", ":", "-") and not (
        (capitals and joined[-1] in ".:" and not introduces) or text.is_label(end - 1)
    ):
        return 0
    short = text.widths is None or not is_filled(text.lines, text.widths, end - 1)
    alone = end < len(text.lines) and (text.lines[end].after_blank or text.lines[end].listed)
    return end if (short or capitals or alone) and not is_unfinished(last) else 0


def _may_be_first(line: str) -> bool:
    if line[0].islower() or sum(char.isalpha() for char in line) < _FEWEST_LETTERS:
        return False
    marker = marker_at_start(line)
    return marker is None or (marker.ordered and line.lstrip("(")[0].isdigit() and not ends_sentence(line))


def _goes_on(text: _Text, start: int, at: int) -> bool:
    """Whether a heading goes on in this line: no rule but the words tells, since large type fills no column."""
    line, before = text.lines[at], text.lines[at - 1].text
    if line.listed or line.after_blank or line.after_page or ends_sentence(before):
        return False
    if _NUMBERED.match(line.text) or marker_at_start(line.text):
        return False
    if before.isupper() and line.text.isupper():
        return True
    if before.isupper() != line.text.isupper() and len(before) > 3:
        return False
    if is_unfinished(before) or line.text[0].islower() or text.always_together(at):
        return True
    numbered = _NUMBERED.match(text.lines[start].text) is not None
    if numbered and text.widths and len(before) > _LONG * text.widths[at - 1]:
        return not ends_sentence(line.text) and not is_filled(text.lines, text.widths, at)
    # A stanza of two short lines, with empty lines around it.
    return text.parted(start) and text.parted(at + 1) and at == start + 1 and not text.is_body(at)


def _is_signature(text: _Text, at: int) -> bool:
    """Whether name and office stand here, under a quotation or at the end of a page."""
    if at == 0:
        return False
    before = text.lines[at - 1].text
    if before.rstrip(".").endswith(_QUOTES) or before.endswith(",") or _is_office(text.lines[at].text):
        return True
    if at + 1 < len(text.lines) and _is_office(text.lines[at + 1].text) and not text.parted(at + 1):
        return True
    for after in range(at + 1, min(at + MOST_LINES + 1, len(text.lines))):
        if text.lines[after].after_page:
            return not text.lines[at].after_page
        if text.is_body(after):
            break
    return False


def _is_office(line: str) -> bool:
    """Whether the line says what somebody is: "Deputy Leader of the party", "Ann Lamp, author"."""
    match = _OFFICE.search(line)
    before = line[: match.start()] if match else ""
    return match is not None and len(line) <= _LONGEST and ("," in before or len(before.split()) <= 1)


def _is_over_body(text: _Text, end: int, shape: _Shape) -> bool:
    """Whether running text or a list stands under it, with at most another two headings between.

    What has a number and stands over the next number is an item of a list.
    """
    nearest = range(end, min(end + 2 * _MOST_IN_A_ROW, len(text.lines)))
    first = next((at for at in nearest if text.is_body(at)), None)
    if first is None or first - end > _MOST_IN_A_ROW:
        return False
    return shape.unnumbered or not _NUMBERED.match(text.lines[end].text)


def _shape(joined: str) -> _Shape:
    match = _NUMBERED.match(joined)
    words = match["words"] if match else joined
    letters = [char for char in words if char.isalpha()]
    capitals = len(letters) > 5 and words.isupper()
    return _Shape((match["number"] or "").count(".") if match else 0, not capitals, match is None)


def _of_good_classes(text: _Text, likely: Sequence[_Candidate], taken: set[int]) -> list[_Candidate]:
    """The candidates of the classes that are headings: numbers begin items of lists too."""
    good = Counter(one.shape for one in likely if one.over_body)
    all_of = Counter(one.shape for one in likely)
    starts = {one.start for one in likely} | taken
    all_of.update(
        _shape(line.text)
        for at, line in enumerate(text.lines)
        if at not in starts and not line.listed and _NUMBERED.match(line.text) and marker_at_start(line.text)
    )
    of_good_class = [one for one in likely if one.over_body and good[one.shape] >= _SHARE * all_of[one.shape]]
    over_body = Counter(text.lines[one.start].text for one in of_good_class if text.is_body(one.end))
    return [one for one in of_good_class if text.recurs_well(one.start, over_body)]


def _without_rows(text: _Text, found: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates without long rows of them, one after the other, and without one that ends the text."""
    rows: list[list[_Candidate]] = []
    for one in found:
        if rows and rows[-1][-1].end == one.start:
            rows[-1].append(one)
        else:
            rows.append([one])
    kept = []
    for row in rows:
        if row[-1].end < len(text.lines):
            kept += row if len(row) <= _MOST_IN_A_ROW else [one for one in row if one.entry]
    return kept


def _levelled(text: _Text, found: Sequence[_Candidate], entry_levels: dict[int, int]) -> list[Heading]:
    """The headings with their levels: what the contents name over the rest, the rest by the rank of its class."""
    deepest = max((entry_levels[one.entry.order] for one in found if one.entry), default=0)
    cover = next((at for at, line in enumerate(text.lines) if line.listed), 0)
    ranks = _ranked(text, [one for one in found if not one.entry and one.start >= cover])
    headings = []
    for one in found:
        if one.entry:
            level = entry_levels[one.entry.order]
        elif one.start < cover:
            level = 1
        else:
            level = deepest + 1 + ranks[one.shape]
        headings.append(Heading(one.start, one.end, min(level, DEEPEST)))
    return headings if deepest or text.has_pages else _under_the_title(headings)


def _ranked(text: _Text, found: Sequence[_Candidate]) -> dict[_Shape, int]:
    """The rank of each class, 0 for the highest: those that begin pages first, those that count anew last.

    A class of few lines among many has no rank of its own: it shares that of the next lower one.
    """
    members = Counter(one.shape for one in found)
    tops = Counter(one.shape for one in found if text.lines[one.start].after_page)
    firsts = Counter(one.shape for one in found if re.match(r"1[.):]?\s", text.lines[one.start].text))
    ordered = sorted(
        members, key=lambda shape: (tops[shape] < 0.5 * members[shape], shape.depth, firsts[shape] > 1, shape)
    )
    ranks = {}
    rank = 0
    for shape in ordered:
        ranks[shape] = rank
        rank += members[shape] >= _RARE * len(found)
    return ranks


def _under_the_title(headings: Sequence[Heading]) -> list[Heading]:
    """A text without pages and contents: what begins it is its title; a heading right above another stands over it."""
    levelled: list[Heading] = []
    deeper = 0
    for nth, one in enumerate(headings):
        following = headings[nth + 1] if nth + 1 < len(headings) else None
        alone = not levelled or levelled[-1].end < one.start
        if one.start == 0:
            levelled.append(one._replace(level=1))
        elif following and following.start == one.end and following.level == one.level and alone:
            levelled.append(one._replace(level=min(one.level + 1, DEEPEST)))
            deeper = 1
        else:
            levelled.append(one._replace(level=min(one.level + 1 + deeper, DEEPEST)))
    return levelled
