"""The codes used last, on the keys 1 to 9: a code keeps its key as long as it is among the nine."""

from __future__ import annotations

from collections.abc import Callable, Iterable

SLOTS = 9


class Recent:
    """The ids of codes by key. What was used longest ago gives way to a new one, so that keys can be learned."""

    def __init__(self, used: Iterable[str] = ()) -> None:
        """`used`: those used before, the last first."""
        self._used = list(dict.fromkeys(used))[:SLOTS]
        self._slots: list[str] = list(self._used)

    @property
    def last(self) -> str:
        """The code used last, "" for none."""
        return self._used[0] if self._used else ""

    def slots(self) -> tuple[str, ...]:
        """The code of each key from 1 on; the last may have none."""
        return tuple(self._slots)

    def use(self, code: str) -> None:
        """This code was used."""
        if code in self._slots:
            self._used.remove(code)
        elif len(self._slots) < SLOTS:
            self._slots.append(code)
        else:
            self._slots[self._slots.index(self._used.pop())] = code
        self._used.insert(0, code)

    def keep(self, there: Callable[[str], bool]) -> None:
        """Forget the codes that are not there any more."""
        self._used = [code for code in self._used if there(code)]
        self._slots = [code for code in self._slots if there(code)]
