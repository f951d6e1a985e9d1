"""Draws the pictures of the guide from the scenes of the same names: .venv/bin/python docs/guide/draw.py [NAME...].

They are small: 1024x640 points, in few colours, with nothing but the samples that ship.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from reader.library.library import Library
from ui.scenes import draw
from ui.scenes.homes import samples

PICTURES = ("compare-policing", "compare-why", "read-page", "search", "help")
_SIZE = (1024, 640)
_HERE = Path(__file__).parent


def in_few_colours(picture: QImage) -> QImage:
    """The picture in the 256 colours that most of it has: screens have few, beside the edges of letters."""
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def main(names: list[str]) -> None:
    with Library.open(samples()) as library:
        if library.failures():
            sys.exit("A sample could not be read, as happens on a machine that is very busy. Try again.")
    with tempfile.TemporaryDirectory() as folder:
        for name in names or PICTURES:
            drawn = Path(folder) / "drawn.png"
            draw(name, drawn, size=_SIZE)
            few = in_few_colours(QImage(str(drawn)).convertToFormat(QImage.Format.Format_RGB32))
            few.save(str(_HERE / f"{name}.png"), "PNG", 0)  # 0: as small as it gets


if __name__ == "__main__":
    main(sys.argv[1:])
