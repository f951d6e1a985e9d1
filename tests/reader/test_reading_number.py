"""Rules that read the fixtures otherwise than before go with another number, so that every library is read again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from one_text import WRITERS
from typeset import Press, leaflet, paragraph, sentence

from reader.formats.registry import read
from reader.reading import READING

# The number and the digest of what the fixtures give by it. Where the digest has changed, raise READING and set both.
RECORDED = (6, "23ae316c765ad1b4")

DUMP = f"""A plan for Little Harbour

CONTENTS

Quays and ferries ........ 3
Lamps and lanes ........ 7

QUAYS AND FERRIES

{paragraph(1, 3)}

• {sentence(5)}
• {sentence(6)}

12 | The plan

Who pays for the lamps of the harbour

{paragraph(10, 4)}
"""

PAGED = f"""{paragraph(20, 3)}¹²

1
\f{paragraph(25, 2)} Who lights the lamps

2
\fof the quays asks much.[3] {sentence(30)}

3
"""


def booklet(path: Path) -> Path:
    """A contents page, chapters with running heads, lists, two columns, a table of amounts, page numbers."""
    press = Press()
    press.line(40, 60, "Contents", 20, "hebo")
    for at, (title, page) in enumerate((("Quays", 2), ("Ferries", 3), ("Lamps", 4), ("Wells", 5), ("Markets", 6))):
        press.line(40, 100 + 18 * at, f"{title} for all {'. ' * 20}{page}")
    for at, title in enumerate(("Quays", "Ferries", "Lamps", "Wells", "Markets")):
        press.new_page()
        press.line(40, 30, "A plan for Little Harbour", 16, "hebo", (0.1, 0.2, 0.7))
        press.line(40, 70, f"{title} for all", 24, "hebo")
        below = press.column(40, 100, 340, paragraph(10 * at, 3))
        press.line(40, below + 24, f"Who pays for {title.casefold()}", 10, "hebo")
        for item in range(3):
            below = press.column(52, below + 40, 300, f"• {sentence(10 * at + item)}")
        press.column(40, below + 30, 160, paragraph(10 * at + 5, 2))
        press.column(220, below + 30, 160, paragraph(10 * at + 7, 2))
        for row in range(4):
            press.line(40, below + 150 + 14 * row, f"{title} of ward {row}", 9)
            press.line(300, below + 150 + 14 * row, f"£{row + 2}.5m", 9)
        press.line(205, 580, str(at + 2), 8)
    return press.save(path)


def digest(folder: Path) -> str:
    """Of kinds, levels, markers, words and references of everything that the fixtures give."""
    (folder / "dump.txt").write_text(DUMP, encoding="utf-8")
    (folder / "paged.txt").write_text(PAGED, encoding="utf-8")
    paths = [leaflet(folder), booklet(folder / "booklet.pdf"), folder / "dump.txt", folder / "paged.txt"]
    paths.extend(WRITERS[suffix](folder / f"plan.{suffix}") for suffix in sorted(WRITERS))
    told = hashlib.sha256()
    for path in paths:
        manifesto = read(path)
        for block in manifesto.blocks:
            told.update(repr((block.kind.value, block.level, block.marker, block.section, block.text)).encode())
            told.update(repr([tuple(reference) for reference in block.references]).encode())
        told.update(repr([page.label for page in manifesto.pages]).encode())
    return told.hexdigest()[:16]


def test_rules_that_read_otherwise_have_a_number_of_their_own(tmp_path: Path) -> None:
    assert (READING, digest(tmp_path)) == RECORDED, "raise READING in reader/reading.py, then record both here"
