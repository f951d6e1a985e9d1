"""What can be done with selected words: the codes and notes that stand on them, and each act as one edit."""

from __future__ import annotations

from reader.edits import Edit
from reader.library.memos import MemoOf
from reader.library.verdicts import Selection
from ui.annotating.annotating import Annotating
from ui.annotating.coding import Coding
from ui.annotating.selected import Selected

# The name that words give a code; longer ones are cut at a word.
_LONGEST_NAME = 60
_ROUND_NAMES = " \t\n.,;:!?…–—-()[]\"'“”‘’"


class Acts:
    """Acts on `selected`, or on the coding among those there that is chosen."""

    def __init__(self, annotating: Annotating) -> None:
        self._annotating = annotating
        self.selected: Selected | None = None
        self.here: tuple[Coding, ...] = ()

    def take(self, selected: Selected | None) -> None:
        """These words are selected now; a coding of other words is chosen no longer."""
        self.selected = selected
        self.look()
        chosen = self.chosen
        if self._annotating.chosen and (chosen is None or selected is None or chosen.place != selected.place):
            self._annotating.choose("")

    def look(self) -> None:
        """See what stands on the words now."""
        one = self.selected
        self.here = self._annotating.at(one.document, one.place) if one is not None else ()

    @property
    def chosen(self) -> Coding | None:
        """The coding that was chosen, if it stands in this document."""
        if self.selected is None or not self._annotating.chosen:
            return None
        return self._annotating.coding(self.selected.document, self._annotating.chosen)

    @property
    def codes_there(self) -> frozenset[str]:
        """The codes that the coder at work has on these very words."""
        return frozenset(one.code.id for one in self._mine() if one.code is not None and self._is_exact(one))

    @property
    def memo_subject(self) -> Coding | None:
        """What a memo would be on: the chosen coding, else the last made on these very words; None makes a note."""
        return self.chosen or next((one for one in self._latest() if self._is_exact(one)), None)

    @property
    def memo(self) -> str:
        """What the coder at work has written there already."""
        subject, coder = self.memo_subject, self._annotating.coder.id
        return next((memo.text for memo in subject.memos if memo.coder.id == coder), "") if subject else ""

    @property
    def removable(self) -> Coding | None:
        """What removing would take away: the chosen coding if it is one's own, else the last of one's own made here."""
        chosen = self.chosen
        if chosen is not None:
            return chosen if chosen.coder.id == self._annotating.coder.id else None
        return next(iter(self._latest()), None)

    @property
    def movable(self) -> Coding | None:
        """The coding whose ends can be moved: the chosen one, if it is one's own and its words were found."""
        chosen = self.chosen
        own = chosen is not None and chosen.coder.id == self._annotating.coder.id
        return chosen if own and chosen is not None and chosen.spans else None

    def code(self, code: str) -> Edit | None:
        """Put this code on the words, and choose it."""
        one = self.selected
        return self._made(self._annotating.apply(one.document, one.place, code)) if one is not None else None

    def new_code(self, name: str) -> Edit | None:
        """Make a code of this name ("Crime > Burglary" under the one above) and put it on the words."""
        one = self.selected
        if one is None:
            return None
        parts = [part.strip() for part in name.split(">") if part.strip()]
        parent = self._annotating.codebook.find(*parts[:-1]) if len(parts) > 1 else None
        if parent is not None:
            return self._made(self._annotating.apply_new(one.document, one.place, parts[-1], parent.id))
        return self._made(self._annotating.apply_new(one.document, one.place, name))

    def write_memo(self, text: str) -> Edit | None:
        """Write the memo, on a new note where nothing of one's own stands on these very words."""
        one, subject = self.selected, self.memo_subject
        if subject is not None:
            return self._annotating.write_memo(MemoOf.ANNOTATION, subject.id, text)
        if one is None or not text.strip():
            return None
        return self._made(self._annotating.note(one.document, one.place, text))

    def remove(self) -> Edit | None:
        """Take away what `removable` says."""
        gone = self.removable
        return self._annotating.remove([gone.id]) if gone is not None else None

    def choose_next(self) -> Coding | None:
        """Choose the next of what stands on the words, after the last the first again."""
        if not self.here:
            return None
        ids = [one.id for one in self.here]
        at = ids.index(self._annotating.chosen) + 1 if self._annotating.chosen in ids else 0
        chosen = self.here[at % len(ids)]
        self._annotating.choose(chosen.id)
        return chosen

    def move_ends(self, place: Selection) -> Edit | None:
        """Let the coding whose ends can be moved stand on these words."""
        moving = self.movable
        return self._annotating.move_ends(moving.id, place) if moving is not None else None

    def _made(self, edit: Edit | None) -> Edit | None:
        """Choose the coding that was made, so that a memo or a removal right after is about it."""
        made = [one.id for one in edit.changes if one.table == "annotations" and one.before is None] if edit else []
        if made:
            self._annotating.choose(made[0])
        return edit

    def _mine(self) -> list[Coding]:
        coder = self._annotating.coder.id
        return [one for one in self.here if one.coder.id == coder]

    def _latest(self) -> list[Coding]:
        return sorted(self._mine(), key=lambda one: one.made, reverse=True)

    def _is_exact(self, one: Coding) -> bool:
        return self.selected is not None and one.place == self.selected.place


def name_from(words: str) -> str:
    """What a code is called that is made from words: these in one line, cut at a word where they are long."""
    name = " ".join(words.split()).strip(_ROUND_NAMES)
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME + 1].rpartition(" ")[0].strip(_ROUND_NAMES) or name[:_LONGEST_NAME]
