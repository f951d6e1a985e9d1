"""(u) What the shape of the PDFs' blocks betrays without any page set down by eye: `../shared/tools/score_shape.py`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.surroundings import REAL, program, run
from benchmarks.table import Measurement

SCORER = REAL.parents[1] / "tools" / "score_shape.py"
_TOTALS = re.compile(
    r"repeated headings ([\d.]+) .*once ([\d.]+) .*numbers ([\d.]+) .*found ([\d.]+) .*lost ([\d.]+) per", re.IGNORECASE
)
# What is counted, its unit, and the most it should be; templates repeat headings rightly.
_COUNTED = (
    ("headings at one height of many pages", "/head.", None),
    ("words thrown away that stand once", "/1000", 0.3),
    ("blocks of bare numbers", "/100", 0.2),
    ("entries of the outline not found", "/entry", 0.05),
    ("words lost", "/1000", 0.15),
)


def measure(work: Path, runs: int) -> list[Measurement]:  # noqa: ARG001  # they are the same in every run
    """Every folder of the corpus that holds PDFs with text."""
    if not SCORER.is_file():
        return [Measurement("(u) the shape of blocks", "", None, missing="../shared is absent")]
    found = []
    for folder in sorted({path.parent for path in REAL.parent.glob("*/*.pdf")}):
        if folder.name in ("cases", "hostile", "scanned"):
            continue
        pdfs, out = [str(path) for path in sorted(folder.glob("*.pdf"))], work / "shape" / folder.name
        run(program("extract", "--no-ocr", "--out", str(out), *pdfs))
        totals = _TOTALS.search(run([sys.executable, str(SCORER), str(out), *pdfs]).replace("\n", " "))
        if totals is None:
            raise RuntimeError(f"{SCORER.name} says nothing of {folder.name}")
        values = [float(value) for value in totals.groups()]
        values[3] = 1 - values[3]
        found += [
            Measurement(f"(u) {folder.name}: {name}", unit, most, (value,))
            for (name, unit, most), value in zip(_COUNTED, values, strict=True)
        ]
    return found
