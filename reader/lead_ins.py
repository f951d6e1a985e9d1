"""What introduces a list ("We will not:"), and whether an item of the list says the contrary without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Block, Kind
from reader.sentences import sentences

_BETWEEN = " […] "

# Words of condition, negation and contrast, in English, Welsh and German: a sentence that has one may take back
# what the sentence before it says, or limit it; a lead-in that has one, what its items say.
_LIMITS = re.compile(
    r"\b(?:not|cannot|\w+n['’]t|no|nor|neither|never|none|nothing|nobody|nowhere|without|hardly|"
    r"if|unless|until|except|excluding|other than|provided|providing|subject to|depending on|dependent on|"
    r"conditional|on condition|as long as|so long as|assuming|only|but|however|yet|although|though|otherwise|"
    r"even so|even then|that said|in return|instead|"
    r"os|oni bai|nid|ni|na|nad|ddim|dim|heb|ond|oni|amod|"
    r"nicht|kein\w*|nie|niemals|ohne|wenn|falls|sofern|soweit|es sei denn|außer|nur|aber|jedoch|unter der bedingung)\b",
    re.IGNORECASE,
)


def lead_ins(blocks: Sequence[Block], language: str) -> dict[str, str]:
    """By the id of each list item, the sentence that introduces its list: the last one of the paragraph before it.

    The paragraph stands right before the list and under the same headings; captions and running heads in between do
    not matter. An item without such a paragraph is left out.
    """
    found: dict[str, str] = {}
    before: Block | None = None
    lead = ""
    for block in blocks:
        if block.kind is Kind.LIST_ITEM:
            if before is not None:
                lead = last_sentence(before.text, language) if before.section == block.section else ""
                before = None
            if lead:
                found[block.id] = lead
        elif block.kind not in (Kind.FURNITURE, Kind.CAPTION):
            before = block if block.kind is Kind.PARAGRAPH else None
            lead = ""
    return found


def lead_in_of(blocks: Sequence[Block], at: int, language: str) -> str:
    """The same of the block at this place alone; "" for none."""
    if blocks[at].kind is not Kind.LIST_ITEM:
        return ""
    first = next((place for place in range(at, -1, -1) if blocks[place].kind is Kind.PARAGRAPH), at)
    return lead_ins(blocks[first : at + 1], language).get(blocks[at].id, "")


def last_sentence(text: str, language: str) -> str:
    """The sentence of a paragraph that introduces the list after it."""
    spans = sentences(text, language)
    return text[spans[-1][0] : spans[-1][1]] if spans else text


def limits(words: str) -> bool:
    """Whether there is a negation or a condition in these words."""
    return _LIMITS.search(words) is not None


def before_words(lead_in: str) -> str:
    """What is said before the words of an item: "We will not: […] "; "" where the item says the same without it."""
    return f"{lead_in}{_BETWEEN}" if limits(lead_in) else ""
