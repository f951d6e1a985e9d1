"""A listener as a screen reader is one: hears every event of a program and asks for everything on its windows.

Run by the system's Python, which alone has `gi`:  /usr/bin/python3 listening.py FOLDER COMMAND...
It ends with the exit code of the command. Into FOLDER it writes `events.jsonl` and, each time that the command makes a
file `asked` there and names in it what it shows, NAME.json; then it takes `asked` away.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]  # of the system's Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  # the version comes first

_LOOK_EVERY_MS = 50
_WALK_EVERY_MS = 5000
# Rows of a long table beyond these are like those before.
_MOST_CHILDREN = 150
_TELLING = ("focused", "selection", "selected", "active-descendant", "announcement", "accessible-name", "text-changed")


def described(node: Any) -> dict[str, Any]:
    """What a listener is told of one node. Raises GLib.Error where it has gone meanwhile."""
    actions = node.get_action_iface()
    count = Atspi.Action.get_n_actions(actions) if actions else 0
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": sorted(state.value_nick for state in node.get_state_set().get_states()),
        "actions": [Atspi.Action.get_action_name(actions, at) for at in range(count)],
    }


class Listener:
    """Hears events, walks trees, and watches over the command."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self._asked = folder / "asked"
        self._folder = folder
        self._events = (folder / "events.jsonl").open("a", encoding="utf-8", buffering=1)
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in ("object:", "window:", "document:"):
            self._listener.register(kind)
        self._command = subprocess.Popen(command)
        GLib.timeout_add(_LOOK_EVERY_MS, self._look, priority=GLib.PRIORITY_LOW)  # events come first
        GLib.timeout_add(_WALK_EVERY_MS, self._walk_on, priority=GLib.PRIORITY_LOW)

    def listen(self) -> int:
        """Listen until the command has ended; its exit code."""
        Atspi.event_main()
        self._events.close()
        return self._command.returncode

    def _look(self) -> bool:
        if self._command.poll() is not None:
            Atspi.event_quit()
        elif self._asked.exists():
            if name := self._asked.read_text(encoding="utf-8"):
                (self._folder / f"{name}.json").write_text(json.dumps(self._walked()), encoding="utf-8")
            self._asked.unlink()
        return True

    def _walk_on(self) -> bool:
        """Ask for everything at whatever moment: what the program does meanwhile must not matter."""
        self._walked()
        return True

    def _walked(self) -> list[Any]:
        desktop = Atspi.get_desktop(0)
        found = (self._below(desktop.get_child_at_index(at)) for at in range(desktop.get_child_count()))
        return [each for each in found if each]

    def _below(self, node: Any) -> dict[str, Any]:
        """The tree from this node down; empty where it went while it was looked at."""
        try:
            if node is None:
                return {}
            node.clear_cache()
            told = described(node)
            self._ask_more(node)
            children = [node.get_child_at_index(at) for at in range(min(node.get_child_count(), _MOST_CHILDREN))]
        except GLib.Error:
            return {}
        told["children"] = [below for below in map(self._below, children) if below]
        return told

    def _ask_more(self, node: Any) -> None:
        if component := node.get_component_iface():
            component.get_extents(Atspi.CoordType.SCREEN)
        if text := node.get_text_iface():
            Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
        if (table := node.get_table_iface()) and (rows := Atspi.Table.get_n_rows(table)):
            Atspi.Table.get_accessible_at(table, rows - 1, 0)
        if selection := node.get_selection_iface():
            Atspi.Selection.get_n_selected_children(selection)
        node.get_relation_set()
        node.get_index_in_parent()

    def _hear(self, event: Any) -> None:
        heard: dict[str, Any] = {"type": event.type, "detail": event.detail1}
        if any(word in event.type for word in _TELLING):
            try:
                heard["source"] = described(event.source)
            except GLib.Error:
                heard["source"] = None  # it has gone already
            heard["data"] = event.any_data if isinstance(event.any_data, str) else None
        self._events.write(json.dumps(heard) + "\n")


if __name__ == "__main__":
    Atspi.init()
    os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    sys.exit(Listener(Path(sys.argv[1]), sys.argv[2:]).listen())
