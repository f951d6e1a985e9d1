"""What the server that forks processes for tests holds ready: all that they import, the built-in topics in English."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import reader.formats
from index.topics.compiled import compiled
from index.topics.files import load_topics

MODULES = (
    *("index.import_process", "index.intake", "index.shard", "index.topics.evaluate"),
    *("whoosh.lang.snowball", "whoosh.searching"),
    *(f"reader.formats.{each.name}" for each in pkgutil.iter_modules(reader.formats.__path__)),
)

for name in MODULES:
    importlib.import_module(name)
for topic in load_topics([Path(__file__).parents[2] / "assets" / "topics"]):
    compiled(topic, "en")
