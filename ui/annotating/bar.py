"""The bar beside selected words: codes on keys, finding or making a code, a memo, copying and collecting.

Letters and digits are its own only while it is open; the words beside it keep the focus, so that the selection can be
changed further.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.wording import tr
from ui.annotating import bar_keys
from ui.annotating.acts import Acts, name_from
from ui.annotating.annotating import Annotating
from ui.annotating.bar_keys import ALT, CONTROL, PLAIN, SHIFT, BarKeys
from ui.annotating.buttons import Buttons
from ui.annotating.memo_field import MemoField
from ui.annotating.moving_ends import MovingEnds
from ui.annotating.name_question import NameQuestion
from ui.annotating.picker import CodePicker
from ui.annotating.placing import placed
from ui.annotating.selected import Selected, Surroundings
from ui.annotating.told import told
from ui.shared.overlay import Raised
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP

__all__ = ["Selected", "SelectionBar", "Surroundings"]


class SelectionBar(Raised):
    """Open from `offer` until `leave`. `keys` is who has the focus while words are selected, by default the view.

    With `own_ends` the words are narrowed by the bar: the view shows passages and has no selection of its own.
    """

    closed = Signal()  # by Esc

    def __init__(
        self,
        annotating: Annotating,
        surroundings: Surroundings,
        keys: Callable[[], QWidget] | None = None,
        *,
        own_ends: bool = False,
    ) -> None:
        super().__init__(surroundings.widget, tr("Selected words"))
        self.setAccessibleDescription(tr("Digits and letters code the words; Tab goes into the bar, Esc closes it."))
        self._annotating = annotating
        self._around = surroundings
        self._focus = keys or (lambda: surroundings.widget)
        self.acts = Acts(annotating)
        self._at, self._column = QRect(), QRect()
        self._moving = MovingEnds(annotating, self.acts)
        self._unkept: tuple[Selected | None, str] = (None, "")  # a memo that is not kept yet, and its words
        self._own_ends = own_ends
        self._acting = False
        self.head = Text("", Role.SMALL).wrapped()
        self.buttons = Buttons()
        self.picker = CodePicker(annotating)
        self.memo = MemoField()
        self.question = NameQuestion(annotating)
        self._pages: tuple[QWidget, ...] = (self.buttons, self.picker, self.memo, self.question)
        self._keys = BarKeys(self._acts_now, self._begins, self)
        self._lay_out()
        self._connect()
        self.hide()

    # What the view tells

    def offer(self, selected: Selected, at: QRect, column: QRect) -> None:
        """These words are selected: their lines cover `at`, in a `column` of words."""
        self._at, self._column = at, column
        if self._moving.place is not None and selected.place == self._moving.place:
            self.acts.selected = selected
            self._fit()
            return
        self._keep_written()
        self.memo.hide()  # it has been kept, or comes back on its words
        self.acts.take(selected)
        self._show(self.buttons)
        self._keys.hear(self._focus())
        self.show()
        self.raise_()

    def follow(self, at: QRect, column: QRect) -> None:
        """The words stand there now: they were scrolled, or set anew."""
        if not self.isHidden():
            self._at, self._column = at, column
            self._fit()

    def leave(self) -> None:
        """Nothing is selected any more."""
        self._keep_begun()
        self._keys.hear(None)
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        self.memo.hide()
        self.acts.take(None)
        if had_focus:
            self._focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def open(self) -> bool:
        return not self.isHidden()

    # What can be done

    def use_slot(self, number: int) -> None:
        """Put the code of this key, from 0, on the words."""
        slots = self._annotating.recent.slots()
        if number < len(slots):
            self.use_code(slots[number])
        else:
            self._say(tr("No code has this key yet."))

    def use_code(self, code: str) -> None:
        """Put this code (id) on the words."""
        self._named(lambda: self.acts.code(code))

    def use_last(self) -> None:
        """Put the code on the words that was used last."""
        if self._annotating.recent.last:
            self.use_code(self._annotating.recent.last)
        else:
            self._say(tr("No code has been used yet."))

    def code_from_words(self) -> None:
        """Propose a code that is called as the words, which Return makes."""
        if self.acts.selected is not None:
            self._show(self.picker)
            self.picker.propose(name_from(self.acts.selected.words), instead="v")
            self._fit()

    def make_code(self, name: str) -> None:
        """Make a code of this name for the words."""
        self._named(lambda: self.acts.new_code(name))

    def pick(self, typed: str = "") -> None:
        """Find a code by typing, of which this is the first letter."""
        self._show(self.picker)
        self.picker.begin(typed)
        self._fit()

    def write(self) -> None:
        """Write a memo, on a note where no code is meant; whose it is is asked for once it is written."""
        self._show(self.memo)
        words, unkept = self._unkept
        subject = self.acts.memo_subject
        text = unkept if unkept and words == self.acts.selected else self.acts.memo
        self.memo.begin(text, subject.code.name if subject is not None and subject.code is not None else "")
        self._fit()

    def remove(self) -> None:
        """Take a code or note of one's own away."""
        if self.acts.removable is None:
            self._say(tr("Nothing of yours stands on these words."))
        self.acts.remove()
        self._rest()

    def choose_next(self) -> None:
        """Go through what stands on the words."""
        chosen = self.acts.choose_next()
        if chosen is None:
            self._say(tr("No code stands here."))
        elif chosen.place is not None:
            self._around.select(chosen.place)
        self._refresh()

    def move_end(self, *, start: bool, forward: bool) -> None:
        """Move an end of the chosen coding by a word, and keep it there."""
        self._move(start=start, forward=forward)
        self._finish_moving()

    # How it works

    def _say(self, sentence: str) -> None:
        self._annotating.session.say(sentence)

    @Slot()
    def _keep_begun(self) -> None:
        """Keep ends that are being moved and a memo that is being written."""
        self._finish_moving()
        self._keep_written()

    def _keep_written(self) -> None:
        """Keep a memo, under the name of now where people went on without an answer to the question for it."""
        if self.memo.isVisibleTo(self):
            self.memo.keep()
        words, text = self._unkept
        if self.question.isVisibleTo(self) and text and words == self.acts.selected:
            self._write_memo(text)

    def _named(self, act: Callable[[], object]) -> None:
        """Do this as soon as the coder at work has a name that a person has confirmed."""
        if self._annotating.coder.confirmed:
            self._acting = True
            try:
                act()
            finally:
                self._acting = False
            self._rest()
        else:
            self._ask(partial(self._named, act))

    def _ask(self, then: Callable[[], object]) -> None:
        """Ask for the name; the keys go back to the words first: what is being typed is no answer."""
        self._give_back()
        self._show(self.question)
        self.question.ask(then)
        self._fit()

    def _kept(self, text: str) -> None:
        """Keep a memo, once it is known whose."""
        if self._annotating.coder.confirmed or not text.strip():
            self._write_memo(text)
        else:
            self._unkept = (self.acts.selected, text)
            self._ask(partial(self._write_memo, text))

    def _write_memo(self, text: str) -> None:
        """Write it; where that is refused, which is said, it stays in the field, or comes back on the same words."""
        refused = self.acts.write_memo(text) is None and bool(text.strip())
        self._unkept = (self.acts.selected, text) if refused else (None, "")
        if not refused:
            self._rest()
        elif self.memo.isVisibleTo(self):
            self.memo.go_on()
        else:
            self.write()

    @Slot()
    def _rest(self) -> None:
        """Show the buttons; whoever had the focus in the bar has it no longer."""
        self._give_back()
        self._show(self.buttons)

    def _give_back(self) -> None:
        """The words have the keys again, where the bar has them."""
        inside = self.window().focusWidget()
        if inside is not None and self.isAncestorOf(inside):
            self._focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, page: QWidget) -> None:
        for one in self._pages:
            one.setVisible(one is page)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.acts.look()
        self.head.setText(told(self._annotating, self.acts, words_too=self._own_ends))
        self.head.setVisible(bool(self.head.text()))
        self.buttons.show_acts(self._annotating, self.acts, digits=self.picker.finder.digits)
        self._fit()

    def _fit(self) -> None:
        """Lie where the words leave room."""
        for page in self._pages:
            page.updateGeometry()  # what it shows has changed, which layouts else learn only later
        bounds = self._around.widget.rect()
        for in_column in (True, False):
            self.buttons.allow_column(in_column)
            self._layout.invalidate()
            place = placed(self._at, self._column, bounds, self._height_for)
            if place.bottom() <= bounds.bottom():
                break
        self.setGeometry(place)

    def _height_for(self, width: int) -> int:
        """Qt gives -1 where nothing that is shown wraps, as when the field for a memo stands alone."""
        height = self._layout.totalHeightForWidth(width)
        return height if height >= 0 else self._layout.totalSizeHint().height()

    # Keys

    def _acts_now(self) -> bar_keys.Acts:
        if self.question.isVisibleTo(self):
            return {(Qt.Key.Key_Escape, PLAIN): self._rest, (Qt.Key.Key_Tab, PLAIN): self.question.take_keys}
        acts: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_Escape, PLAIN): self._close,
            (Qt.Key.Key_Tab, PLAIN): self._go_in,
            (Qt.Key.Key_Space, PLAIN): self.pick,  # also without a codebook: else the words would scroll away
            (Qt.Key.Key_C, CONTROL | SHIFT): self._around.copy,
        }
        single = self._annotating.session.settings.now.single_keys
        if single:
            acts |= {(key, PLAIN): act for key, act in self._letters().items()}
        digits = PLAIN if single and not self.picker.finder.digits else ALT
        for number in range(10) if len(self._annotating.codebook) else ():  # 0 is the tenth, which no code has
            key = Qt.Key(Qt.Key.Key_0 + (number + 1) % 10)
            acts[key, digits] = acts[key, ALT] = partial(self.use_slot, number)
        if self.acts.movable is not None or self._own_ends:
            for key, forward in ((Qt.Key.Key_Left, False), (Qt.Key.Key_Right, True)):
                acts[key, SHIFT] = partial(self._move, start=False, forward=forward)
                acts[key, CONTROL | SHIFT] = partial(self._move, start=True, forward=forward)
        return acts

    def _letters(self) -> dict[Qt.Key, Callable[[], object]]:
        """The bar's own letters, whether or not they have something to act on: people must know which ones type."""
        letters: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_M: self.write,
            Qt.Key.Key_K: self._around.collect,
            Qt.Key.Key_U: self.remove,
            Qt.Key.Key_O: self.choose_next,
        }
        if len(self._annotating.codebook):
            return letters | {Qt.Key.Key_V: self.code_from_words, Qt.Key.Key_Q: self.use_last}
        return letters | {Qt.Key.Key_C: self._around.copy}

    def _begins(self, text: str) -> Callable[[], object] | None:
        """What a letter begins that no act has: finding a code, where there are any; no answer to the question."""
        if self.question.isVisibleTo(self):
            return lambda: None
        finds = text.isalnum() and len(self._annotating.codebook) and self.buttons.isVisibleTo(self)
        return partial(self.pick, text) if finds else None

    def _close(self) -> None:
        self.leave()
        self.closed.emit()

    def _go_in(self) -> None:
        self.buttons.take_focus()

    def _move(self, *, start: bool, forward: bool) -> None:
        """Move an end, for as long as Shift is held; then it is kept, as one step."""
        place = self._moving.move(start=start, forward=forward)
        if place is not None:
            self._around.select(place)

    @Slot()
    def _finish_moving(self) -> None:
        if self._moving.keep():
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._around.widget and self.open:
            self._fit()
        return False

    # Making

    def _lay_out(self) -> None:
        self._layout = column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(HALF)
        for widget in (self.head, *self._pages):
            column.addWidget(widget)

    def _connect(self) -> None:
        annotating = self._annotating
        for changed in (annotating.changed, annotating.codebook_changed, annotating.coders_changed):
            changed.connect(self._look_again)
        annotating.chosen_changed.connect(self._look_again)
        annotating.session.closing.connect(self._keep_begun)
        self._keys.let_go.connect(self._finish_moving)
        self._around.widget.installEventFilter(self)
        self.buttons.slot_used.connect(self.use_slot)
        self.buttons.acts = {
            "find": self.pick,
            "words": self.code_from_words,
            "memo": self.write,
            "remove": self.remove,
            "next": self.choose_next,
            "collect": self._around.collect,
            "copy": self._around.copy,
        }
        self.picker.chosen.connect(self.use_code)
        self.picker.new_wanted.connect(self.make_code)
        self.picker.resized.connect(self._fit)
        self.question.resized.connect(self._fit)
        for left in (self.picker.left, self.memo.left, self.question.left, self.buttons.left):
            left.connect(self._rest)
        self.memo.kept.connect(self._kept)

    @Slot()
    def _look_again(self) -> None:
        if self.open and not self._acting:  # an act ends by looking, once for all that it brings about
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picker.fit()
