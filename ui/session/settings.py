"""What the window remembers from one start to the next: a small JSON file in the settings folder, written through."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.errors import DiskFull, NotWritable, UserError
from reader.full_disk import is_full
from reader.small_files import SmallFileInvalid, plain_json, read_small
from ui.actions.spec import PLACES
from ui.theme.tokens import SCALES

THEMES = ("system", "light", "dark")
_LONGEST = 2_000  # characters; Qt's bytes of a window take a hundred
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remembered:
    """How people left the window.

    `geometry` is Qt's own bytes in base64; `places` is what each place's state() gave. `importing` stays set where the
    program ended in the middle of reading or indexing. `collection` is the id of the plan in use.
    `citation_style` is the id of a style that ships, or the path of one's own; "" until somebody has been asked.
    `folder` is where a file was last chosen or saved.
    `coder` is the id of the coder at work, "" for the first; `coders_shown` says whose codes and verdicts are shown: ""
    for everybody's, "mine", or the id of one coder.
    `advice` is whom to talk to, as a teacher wrote it for the notice before what speaks of violence; "" for the usual.
    `present_on` is the name of the screen that lessons are presented on, "window" for a window, "" until asked.
    `topic_fields` is whether the topic editor shows definition, weights and where words are looked for.
    `folder_accepted` is the network drive or service that people keep the library on although they were asked.
    """

    theme: str = "system"
    text_scale: float = 1.0
    single_keys: bool = True
    place: str = "compare"
    geometry: str = ""
    samples_note: bool = True
    importing: bool = False
    collection: str = ""
    citation_style: str = ""
    folder: str = ""
    folder_accepted: str = ""
    coder: str = ""
    coders_shown: str = ""
    present_on: str = ""
    advice: str = ""
    topic_fields: bool = False
    places: Mapping[str, Any] = field(default_factory=dict)


class Settings(QObject):
    """The remembered values, and where they are kept. A damaged file counts as none."""

    changed = Signal()
    not_kept = Signal(object)  # UserError, once until they are kept again

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / "window.json"
        self._kept = True
        self.now = _read(self._file)

    def change(self, **values: Any) -> None:
        """Remember these values (names as in Remembered) from now on."""
        changed = replace(self.now, **values)
        if changed == self.now:
            return
        self.now = changed
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        unfinished = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(asdict(self.now), indent=1), encoding="utf-8")
            unfinished.replace(self._file)
            self._kept = True
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            _log.warning("The window's settings could not be kept: %s", error)
            if self._kept:
                self._kept = False
                self.not_kept.emit(_unkept(error, self._file))


def _unkept(error: OSError, file: Path) -> UserError:
    why = "the disk is full" if is_full(error) else error.strerror
    kind = DiskFull if is_full(error) else NotWritable
    return kind(
        f"How the window is left could not be kept ({why}).",
        f"It is as you set it until it is closed. Make room for “{file}”, or make it writable, to keep it.",
    )


def _read(file: Path) -> Remembered:
    """What the file says, field by field; what it does not say, or says wrongly, is as at a first start."""
    try:
        read = plain_json(read_small(file, file.name))
    except FileNotFoundError:
        return Remembered()
    except (SmallFileInvalid, ValueError) as error:
        _log.warning("The window's settings cannot be used: %s", error)
        return Remembered()
    if not isinstance(read, dict):
        return Remembered()
    usable = {name: read[name] for name, makes_sense in _CHECKS.items() if name in read and makes_sense(read[name])}
    return replace(Remembered(), **usable)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _is_scale(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and SCALES[0] <= value <= SCALES[-1]


# What each field may be; a test holds the two lists together.
_CHECKS: dict[str, Callable[[object], bool]] = {
    "theme": lambda value: value in THEMES,
    "text_scale": _is_scale,
    "single_keys": _is_truth,
    "place": lambda value: value in PLACES,
    "geometry": _is_text,
    "samples_note": _is_truth,
    "importing": _is_truth,
    "collection": _is_text,
    "citation_style": _is_text,
    "folder": _is_text,
    "folder_accepted": _is_text,
    "coder": _is_text,
    "coders_shown": _is_text,
    "present_on": _is_text,
    "advice": _is_text,
    "topic_fields": _is_truth,
    "places": lambda value: isinstance(value, dict),
}
