"""Putting the line in use into a category: by its key, by its button, or by naming a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from index.concordance import Line, Place
from reader.edits import Edit
from reader.library import categorising
from reader.library.codes import Code
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.search.concordance.categories import KEYS, Categories, ask_for_name
from ui.search.concordance.model import LinesModel
from ui.search.concordance.table import LinesTable
from ui.session.session import Session
from ui.session.shown_coders import shown_coder


class Categorising(QObject):
    """Follows the codebook: categories are codes, wherever they are changed. Every step is an edit."""

    def __init__(
        self, session: Session, model: LinesModel, table: LinesTable, row: Categories, query: Callable[[], str]
    ) -> None:
        super().__init__(row)
        self._session = session
        self._model, self._table, self._row, self._query = model, table, row, query
        self._inside: dict[Place, Code] = {}
        self.group = ""  # the id of the code whose codes are the categories
        row.wanted.connect(self.put)
        row.new_wanted.connect(self.ask)
        row.group_chosen.connect(self._choose_group)
        table.category_wanted.connect(self.put)
        annotating(session).changed.connect(lambda _: self.read())
        annotating(session).codebook_changed.connect(self.read)

    @property
    def names(self) -> Mapping[Place, str]:
        """What the category of each line is called, of those that are in one."""
        return {place: code.name for place, code in self._inside.items()}

    def read(self) -> None:
        """See anew which lines are in which category."""
        library, book = self._session.library, annotating(self._session).codebook
        if self.group and book.get(self.group) is None and not self._model.lines:
            self.group = ""
        found = categorising.categorised(library, self.group, shown_coder(self._session))
        self._inside = {place: code for place, name in found.items() if (code := book.get(name)) is not None}
        self.show()

    def show(self) -> None:
        """Show the categories, and those of the lines that are shown."""
        here = {place: code for place, code in self._inside.items() if self._model.row_of(place) >= 0}
        self._model.show_categories(here)
        self._row.show_categories(annotating(self._session).codebook, self.group, here)
        self._table.show_categories(bool(self._row.buttons))

    def put(self, key: int) -> None:
        """Put the line in use into the category of this key, 1 to 9, and go on to the next; 0 takes it out."""
        library, line = self._session.library, self._line()
        if line is None:
            return
        if not key:
            self._do(lambda: categorising.uncategorise(library, line.place, self.group))
            return
        categories = categorising.categories(library, self.group)[:KEYS]
        if key > len(categories):
            self.ask()
            return
        code = categories[key - 1].id
        if self._do(lambda: categorising.categorise(library, line.place, code, self.group)) is not None:
            self._table.step(1)

    def ask(self) -> None:
        """Ask for the name of a new category, and put the line in use into it."""
        if self._line() is None:
            return
        if len(categorising.categories(self._session.library, self.group)) >= KEYS:
            self._session.say(tr("There are nine categories already, and no more keys. The codebook can hold more."))
            return
        ask_for_name(self._table).named.connect(self.put_anew)

    def put_anew(self, name: str) -> None:
        """Put the line in use into a new category of this name, and go on to the next."""
        library, line = self._session.library, self._line()
        if line is None:
            return
        group_name = tr("Lines of {query}", query=self._query())
        made: list[str] = []

        def edit() -> Edit:
            group, change = categorising.categorise_anew(library, line.place, name, self.group, group_name)
            made.append(group)
            return change

        before = self.group
        if self._do(edit) is not None:
            self.group = made[0]
            if before != self.group:
                self.read()
            self._table.step(1)

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        return self._session.attempt(make, self)

    def _choose_group(self) -> None:
        self.group = self._row.group
        self.read()

    def _line(self) -> Line | None:
        if self._table.current is None:
            self._session.say(tr("Choose a line first."))
        return self._table.current
