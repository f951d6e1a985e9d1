"""Which blocks say nothing of their own: lines of contents, cells of cost tables, bare lead-ins, headings that name."""

from __future__ import annotations

import re

from index.topics.orders import is_order, is_without_verb, names_doing
from index.topics.sentence_kinds import plain
from reader.cells import CELL_GLUE
from reader.model import Block, Kind

# A paragraph of fewer words says something only as a sentence ("Scrap tuition fees.").
_FEW = 4
# An entry of contents, an index or a table of costs has no more words before its figures.
_ENTRY = 12
# A lead-in of no more words, with nothing of the topic in it, only hands on what its heading says.
_BARE = 8

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}\b|[…·_]{2,}\s*\d{1,3}\b|\t\d{1,3}$")
# "Policing 34", "Fire safety, 12, 34–36"; not "by 20", "ward 12" and "Article 8".
_PAGED = re.compile(
    r"(?<!\bby)(?<!\bto)(?<!\bof)(?<!\bin)(?<!\bfor)(?<!\bover)(?<!\bunder)(?<!\bthan)(?<!\band)(?<!\bor)(?<!\bward)"
    r"(?<!\barticle)(?<!\bsection)(?<!\bzone)(?<!\bage)(?<!\bnumber)(?<!\bthe)(?<!\bleast)(?<!\babout)(?<!\baround)"
    r",? \d{1,3}(?:(?:, ?| ?[-–] ?)\d{1,3})*$"
)
_FIGURE = re.compile(r"(?<![\w£€$])[-–+(]?[£€$]? ?\d[\d,.]*(?: ?(?:million|billion|mn?|bn|k|%))?\)?(?!\w)")
# "Extra police: £300m", and not "an extra £300m", "up by £300m".
_COSTED = re.compile(
    r"(?:(?<=[a-z)\]]):?|[|:–-])(?<!\bby)(?<!\bto)(?<!\bof)(?<!\bextra)(?<!\badditional)(?<!\ban)(?<!\bwith)(?<!\bfor)"
    r"(?<!\bover)(?<!\bunder)(?<!\bthan)(?<!\bleast)(?<!\babout)(?<!\bfurther)(?<!\banother)(?<!\bof up to)"
    r" (?:[-–+(]?[£€$] ?\d[\d,.]*(?: ?(?:million|billion|mn?|bn|k))?\)?[ |]*)+(?:(?:a|per) year)?$"
)
_ADDS = re.compile(r"(?:an? |up to |over )?(?:extra|additional|further|another|rise|increase|boost|cut|new)\b")
_ROW_OF_FIGURES = 3
# What a heading names before what it says ("Policing – end gang violence", "3.1 Ending ...").
_NAMED_BEFORE = re.compile(r"\s[–—|-]+\s|:\s|^(?:chapter |part )?[\dIVX]+(?:\.\d+)*[.:)]?\s")
_ASKS_FOR = re.compile(
    r"(?:no|more|fewer|less|better|safer|stronger|tougher|faster|fairer|zero tolerance|an end to|justice for)\b \w"
)
_ASKS = re.compile(r"(?:what|how|why|where|when|who)\b")


def is_scrap(block: Block, lead_in: str = "") -> bool:
    """Whether the passage or heading holds no statement that could be on a topic.

    `lead_in` introduces it, "" for none.
    """
    text = " ".join(block.text.split())
    if block.kind is Kind.HEADING:
        return not any(map(_is_statement, _NAMED_BEFORE.split(text)))
    words = len(_WORD.findall(text))
    if block.kind is not Kind.LIST_ITEM and words < _FEW and CELL_GLUE not in text:
        return text[-1:] not in (".", "!", "?") and not is_order(plain(text))
    if words > _ENTRY and not _LEADERS.search(text):
        return False
    said = plain(text)
    if _LEADERS.search(text) or not words:
        return True
    if is_order(said) or not is_without_verb(said):
        return False
    figures = len(_FIGURE.findall(text))
    if figures >= _ROW_OF_FIGURES and figures * 2 >= words:
        return True
    if (lead_in or _ADDS.match(said)) and CELL_GLUE not in text:
        return False
    return bool(_PAGED.search(said) or _COSTED.search(said))


def _is_statement(heading: str) -> bool:
    """Whether a heading says what is to be or what is so ("More police on our streets"), and not only what it is on."""
    said = plain(heading)
    if not said or _ASKS.match(said):
        return False
    return is_order(said) or names_doing(said, item=True) or bool(_ASKS_FOR.match(said)) or not is_without_verb(said)


def only_introduces(text: str) -> bool:
    """Whether the words only hand on what stands above them ("We will:", "In government we would also:")."""
    return text.rstrip().endswith(":") and len(_WORD.findall(text)) <= _BARE
