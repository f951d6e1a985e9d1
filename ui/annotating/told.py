"""What the bar says of the words it stands beside: what stands on them, or what of it is chosen."""

from __future__ import annotations

from reader.wording import tr
from ui.annotating.acts import Acts
from ui.annotating.annotating import Annotating

_ENDS_SHOWN = 4  # words


def told(annotating: Annotating, acts: Acts, *, words_too: bool) -> str:
    """What stands on the words, or what of it is chosen; with `words_too` the words first, which no view shows."""
    here, chosen = acts.here, acts.chosen
    words = _shortened(acts.selected.words) if words_too and acts.selected is not None else ""
    if chosen is None:
        return "\n".join(filter(None, (words, ", ".join(dict.fromkeys(one.name for one in here)))))
    on_keys = set(annotating.recent.slots()) & acts.codes_there
    if here == (chosen,) and not chosen.memos and chosen.code is not None and chosen.code.id in on_keys:
        return words  # its button says it
    ids = [one.id for one in here]
    number = (
        tr(" ({number} of {many})", number=ids.index(chosen.id) + 1, many=len(ids))
        if len(ids) > 1 and chosen.id in ids
        else ""
    )
    by = "" if len(annotating.coders) == 1 else f", {chosen.coder.name}"
    memos = "\n".join(memo.text for memo in chosen.memos)
    return f"{chosen.name}{by}{number}\n{memos}".strip()


def _shortened(words: str) -> str:
    """The words in one line, of many only the first and the last: both ends can be moved."""
    parts = words.split()
    if len(parts) <= 2 * _ENDS_SHOWN:
        return f"“{' '.join(parts)}”"
    return f"“{' '.join(parts[:_ENDS_SHOWN])} … {' '.join(parts[-_ENDS_SHOWN:])}”"
