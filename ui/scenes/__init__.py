"""Named screens of the program, drawn without a screen: `draw(name, out)`; `NAMES` are those there are."""

from ui.scenes.drawing import draw
from ui.scenes.registry import NAMES

__all__ = ["NAMES", "draw"]
