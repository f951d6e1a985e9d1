"""What the server that forks processes for tests holds ready: what they import, and what each would work out anew."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import reader.formats
from index.topics.compiled import check, compiled
from index.topics.files import load_topics
from reader.guess import guess_fields
from reader.model import Block, Kind, Manifesto, Page

MODULES = (
    *("index.import_process", "index.intake", "index.shard", "index.topics.evaluate"),
    *("pymupdf", "whoosh.lang.snowball", "whoosh.searching"),
    *(f"reader.formats.{each.name}" for each in pkgutil.iter_modules(reader.formats.__path__)),
)

for name in MODULES:
    importlib.import_module(name)
for topic in load_topics([Path(__file__).parents[2] / "assets" / "topics"]):
    check(topic)
    compiled(topic, "en")
# The facts that ship, and the patterns of all parties in them.
guess_fields(
    Path("lamps.txt"), Manifesto("Lamps", "en", (Block(Kind.PARAGRAPH, "We will mend."),), (Page(1, "", 1, 1),))
)
