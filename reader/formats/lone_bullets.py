"""Puts bullets that a converter left on lines of their own back before their items."""

from __future__ import annotations

from collections.abc import Sequence

from reader.markers import marker_at_start

_STOPS = (".", "!", "?", ":", ";", "…", ",")
# Where so many of the lone bullets interrupt a sentence, they come after the first line of their item.
_LATE = 0.3


def with_bullets_in_place(lines: Sequence[str]) -> list[str]:
    """The lines, each lone bullet joined with the line that it belongs to.

    A bullet set a little lower than its line is written after that line; one set higher, or in a column of its own,
    before it. One text has them all alike.
    """
    lone = [at for at, line in enumerate(lines) if _is_bullet(line)]
    if not lone:
        return list(lines)
    late = sum(_interrupts(lines, at) for at in lone)
    return _after_first_lines(lines) if late >= _LATE * len(lone) else _before_items(lines)


def _is_bullet(line: str) -> bool:
    marker = marker_at_start(line)
    return marker is not None and not marker.ordered and not line[marker.end :].strip()


def _interrupts(lines: Sequence[str], at: int) -> bool:
    """Whether a sentence begins in the line before the bullet and goes on in the line after it."""
    before = lines[at - 1].strip() if at else ""
    after = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return bool(before) and not before.endswith(_STOPS) and after[:1].islower()


def _after_first_lines(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if _is_bullet(line) and kept and kept[-1].strip() and not marker_at_start(kept[-1]):
            kept[-1] = _led(line, kept[-1])
        else:
            kept.append(line)
    return kept


def _before_items(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    waiting = ""
    for line in lines:
        if _is_bullet(line):
            waiting = line
        elif waiting and line.strip():
            kept.append(line if marker_at_start(line) else _led(waiting, line))
            waiting = ""
        elif not waiting:
            kept.append(line)
    return kept


def _led(bullet: str, line: str) -> str:
    indent = bullet[: len(bullet) - len(bullet.lstrip())]
    return f"{indent}{bullet.strip()} {line.strip()}"
