"""What introduces a list ("We will not:"), and whether an item of the list says something else without it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from reader.cells import CELL_GLUE
from reader.lead_in_words import LANGUAGES, Words
from reader.model import Block, Kind
from reader.sentences import sentences

BETWEEN = " […] "
# Words in the name of a column.
_COLUMN_NAME = 8

# A list goes on over these. What stands before a list is the nearest block of another kind.
PASSED_OVER = (Kind.LIST_ITEM, Kind.FURNITURE, Kind.CAPTION)

# A lead-in that ends so leaves its sentence to the items.
_OPEN = re.compile(
    r"(?:[:,;…–—-]|\.\.\.|\b(?:will|would|shall|to|by|with|for|of|on|from|and|including|yn|am|drwy|zu|für))\W*$",
    re.IGNORECASE,
)

# One that has said all it has to say.
_FINISHED = re.compile(r"(?<!\.)[.!?]\W*$")


def lead_ins(blocks: Sequence[Block], language: str) -> dict[str, str]:
    """By the id of each list item, the words that introduce it; an item that nothing introduces is left out.

    They are the last sentence of the paragraph right before the list and under the same headings; captions and
    running heads in between do not matter. A finished sentence introduces what it announces ("There are three
    reasons.") and items that are no sentences of their own; before "We will mend the wall." it only happens to stand
    there. Where a heading stands there, it introduces the list if items say something else without it ("What went
    wrong"). For a list within a list, what introduces that ("Reverse the cuts, including:") is joined to them. The
    rows of a table are introduced by its first one where that heads a column as a report ("What we did | What comes
    next").
    """
    found: dict[str, str] = {}
    before: Block | None = None
    above: list[tuple[int, Block]] = []
    head = ""
    for block in blocks:
        if is_row(block):
            if head:
                found[block.id] = head
            elif before is None or not is_row(before):
                head = block.text if _heads_columns(block.text, language) else ""
        elif block.kind not in PASSED_OVER:
            head = ""
        if block.kind is Kind.LIST_ITEM:
            depth = block.level or 1
            above = [(level, item) for level, item in above if level < depth]
            lead = _within(above, _first_lead(before, above[0][1] if above else block, language), language)
            above.append((depth, block))
            if lead:
                found[block.id] = lead
        elif block.kind not in PASSED_OVER:
            before, above = block, []
    return found


def lead_in_of(blocks: Sequence[Block], at: int, language: str) -> str:
    """The same of the block at this place alone; "" for none."""
    if not may_be_introduced(blocks[at]):
        return ""
    row = is_row(blocks[at])
    passed = (place for place in range(at, -1, -1) if blocks[place].kind not in PASSED_OVER)
    first = next((place for place in passed if not (row and is_row(blocks[place]))), 0)
    return lead_ins(blocks[first : at + 1], language).get(blocks[at].id, "")


def may_be_introduced(block: Block) -> bool:
    """Whether something can introduce the block: it is an item of a list, or a row of a table."""
    return block.kind is Kind.LIST_ITEM or is_row(block)


def is_row(block: Block) -> bool:
    """Whether the block is a row of a table with more than one cell."""
    return block.kind is Kind.PARAGRAPH and CELL_GLUE in block.text


def _heads_columns(row: str, language: str) -> bool:
    """Whether the row names its columns and one of them tells of what was done or went wrong."""
    cells = row.split(CELL_GLUE)
    named = all(len(cell.split()) <= _COLUMN_NAME and not any(map(str.isdigit, cell)) for cell in cells)
    return named and any(reports(cell, language) for cell in cells)


def _first_lead(before: Block | None, item: Block, language: str) -> str:
    """What introduces the whole list of an item of its first level, with this block before it."""
    if before is None:
        return ""
    if before.kind is Kind.PARAGRAPH and before.section == item.section:
        last = _last_sentence(before.text, language)
        return last if _introduces(last, item.text, language) else ""
    if before.kind is Kind.HEADING and item.section[-1:] == (before.text,):
        return before.text if _heading_is_said(before.text, language) else ""
    return ""


def _introduces(sentence: str, item: str, language: str) -> bool:
    """Whether the sentence before a list introduces this item, and does not only happen to stand there."""
    said = _plain(sentence)
    return not _FINISHED.search(said) or _any_has(said, "announces", language) or not _is_sentence(item, language)


def _is_sentence(item: str, language: str) -> bool:
    """Whether the words say something by themselves: they have more verbs than clauses that ask for one."""
    said = _plain(item)
    return any(
        len(re.findall(each.verbs, said)) > len(re.findall(each.joins, said)) and not re.match(each.refers, said)
        for each in _spoken(language)
    )


def _within(above: Sequence[tuple[int, Block]], lead: str, language: str) -> str:
    """The lead-in of a list with those of the items under which an item of it stands."""
    inner = [last for _, item in above if _OPEN.search(last := _last_sentence(item.text, language))]
    return " ".join([*([lead] if lead and inner else []), *inner]) or lead


@lru_cache(maxsize=512)
def _last_sentence(text: str, language: str) -> str:
    """The sentence of a paragraph that introduces the list after it; "" for one without a letter."""
    if not any(character.isalpha() for character in text):
        return ""
    spans = sentences(text, language)
    return text[spans[-1][0] : spans[-1][1]] if spans else text


def limits(words: str, language: str) -> bool:
    """Whether there is a negation or a condition in these words, which are in this language."""
    return _any_has(_plain(words), "limits", language)


def reports(words: str, language: str) -> bool:
    """Whether a heading or lead-in announces what was done or went wrong ("Our record", "What went wrong")."""
    said = _plain(words).rstrip(" :.…")
    return any(re.match(each.reports, said) for each in _spoken(language))


def before_words(lead_in: str, language: str) -> str:
    """What is said before the words of an item: "We will not: […] "; "" where the item says the same without it.

    That is so after a lead-in that does no more than promise ("We will:", "In government we are going to:"), and after
    a whole sentence that neither reports nor points at the list, nor says what the author limits or opposes.
    `language` is the document's code.
    """
    return f"{lead_in}{BETWEEN}" if lead_in and _is_said(lead_in, language[:2].lower()) else ""


@lru_cache(maxsize=1024)
def _is_said(lead_in: str, language: str) -> bool:
    said = _plain(lead_in)
    if not any(character.isalpha() for character in said):
        return False
    if _OPEN.search(said):
        # Where small letters begin a sentence ("... in the home. in addition, we will:"), two may come as one.
        last = re.split(r"(?<=[.!?]) ", said.rstrip(" :,;.…–—-"))[-1]
        return not any(_only_promises(last, each) for each in _spoken(language))
    if _any_has(said, "points", language) or _any_has(said, "announces", language) or reports(said, language):
        return True
    # What others have done ("The council voted against the count.") does not turn what the author would do.
    own = not _FINISHED.search(said) or said.endswith("?") or _any_has(said, "speaks", language)
    return own and (_any_has(said, "limits", language) or _any_has(said, "opposes", language))


def _heading_is_said(heading: str, language: str) -> bool:
    """Whether a heading is no name of a subject, but says what becomes of the items under it."""
    said = _plain(heading)
    whole = _OPEN.search(said) or _any_has(said, "speaks", language)
    takes_back = _any_has(said, "limits", language) or _any_has(said, "opposes", language)
    return bool(whole and takes_back) or reports(said, language)


def _only_promises(said: str, words: Words) -> bool:
    if promise := re.fullmatch(words.promises, said):
        said = promise["opening"]
    elif not re.fullmatch(words.label, said):
        return False
    else:
        said = re.sub(r" (?:is|are|will be|will include)(?: as follows)?$|^(?:these|here|this) (?:is|are) ", "", said)
    said = re.sub(r"^(?:this|that)(?: is|'s) why,? ", "", said)
    return not any(re.search(pattern, said) for pattern in (words.acts, words.limits, words.opposes))


def _any_has(said: str, name: str, language: str) -> bool:
    return any(re.search(getattr(each, name), said) for each in _spoken(language))


def _spoken(language: str) -> Collection[Words]:
    """The words of a language; of all that are known where it is another, since one of them may be meant."""
    known = LANGUAGES.get(language[:2].lower())
    return LANGUAGES.values() if known is None else (known,)


def _plain(text: str) -> str:
    straight = text.replace("’", "'").replace("‘", "'").lower()
    return " ".join(straight.split()).lstrip("•–—-*▪◦·'\"()[] ")
