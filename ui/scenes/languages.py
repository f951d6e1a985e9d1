"""Scenes of a manifesto in a language that the topics have no words in: compared, and the words being translated."""

from __future__ import annotations

from pathlib import Path

from ui.frame.window import Window
from ui.scenes.homes import folder
from ui.scenes.stage import Stage
from ui.scenes.topics import editor_of

# Fictional, as everything in the scenes.
_GERMAN = """Leuchtturmpartei

Ein ruhiges Licht für die Stadt. Programm zur Wahl 2024

Sicherheit am Hafen

Wir wollen mehr Polizei auf den Straßen und am Kai. Die Wache am Hafen wird nicht geschlossen, und wer
dort arbeitet, geht zu Fuß.

Die Feuerwehr bekommt zwei neue Wagen. In jedem Haus mit mehr als vier Stockwerken werden Rauchmelder eingebaut.

Laternen

Jede Laterne, die dunkel ist, wird in einer Woche repariert. Das ist nicht zu viel verlangt.
"""


def german_file() -> Path:
    """A short manifesto in German, as plain text."""
    file = folder() / "leuchtturmpartei-2024.txt"
    file.write_text(_GERMAN, encoding="utf-8")
    return file


def compared(stage: Stage) -> Window:
    """The samples beside a German manifesto, in which nobody has looked for policing."""
    window = stage.open_samples(own=True)
    window.session.add_files([german_file()])
    stage.settle(window)
    window.strip.clear()
    window.places.show_topic("policing")
    stage.settle(window)
    documents = window.session.library.documents()
    window.places.compare.show_set([each.id for each in sorted(documents, key=lambda one: one.language != "de")])
    stage.settle(window)
    return window


def translating(stage: Stage) -> Window:
    """The editor with the lines of a topic that are to be translated into German."""
    window = compared(stage)
    window.session.actions.action("compare.edit-topic").trigger()
    editor = editor_of(window)
    stage.settle(window)
    editor.words.translate("de")
    stage.settle(window)
    return window
