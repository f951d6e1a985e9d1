"""The codes used last, on the keys 1 to 9: a code keeps its key as long as it is among the nine."""

from __future__ import annotations

from collections.abc import Iterable, Set

SLOTS = 9


class Recent:
    """The ids of codes by key. What was used longest ago gives way to a new one, so that keys can be learned.

    While fewer were used, the first codes of the codebook have the other keys. A new day begins with the keys in the
    codebook's order, so that with nine codes each has the same key every day.
    """

    def __init__(self, used: Iterable[str], codebook: Iterable[str]) -> None:
        """`used`: those used before, the last first; those that are not in the codebook (usable ones) are left out."""
        there = list(codebook)
        self._used = [code for code in dict.fromkeys(used) if code in set(there)][:SLOTS]
        keyed = list(dict.fromkeys([*self._used, *there]))[:SLOTS]
        self._slots = sorted(keyed, key=there.index)

    @property
    def last(self) -> str:
        """The code used last, "" for none."""
        return self._used[0] if self._used else ""

    def slots(self) -> tuple[str, ...]:
        """The code of each key from 1 on; the last may have none."""
        return tuple(self._slots)

    def use(self, code: str) -> None:
        """This code was used."""
        if code in self._used:
            self._used.remove(code)
        elif code not in self._slots:
            self._put(code)
        self._used.insert(0, code)

    def fill(self, codebook: Iterable[str]) -> None:
        """These are the codes that can be used now: others are forgotten, keys without one get the first of them."""
        there = list(codebook)
        known: Set[str] = set(there)
        self._used = [code for code in self._used if code in known]
        self._slots = [code for code in self._slots if code in known]
        self._slots += [code for code in there if code not in self._slots][: SLOTS - len(self._slots)]

    def _put(self, code: str) -> None:
        unused = [one for one in self._slots if one not in self._used]
        if len(self._slots) < SLOTS:
            self._slots.append(code)
        else:
            self._slots[self._slots.index(unused[-1] if unused else self._used.pop())] = code
