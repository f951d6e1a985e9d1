"""The look: tokens, faces, icons and the few parts that the style does not draw as calmly as we want them.

`from ui import theme`, then `theme.tokens().colours.ink`, `theme.fonts.reading(...)`; icons are in ui.theme.icons. The
only package of ui/ in which colours, fonts and sizes are written.
"""

from ui.theme import fonts
from ui.theme.contrast import legible, mixed, tint
from ui.theme.theme import apply, changed, tokens

__all__ = ["apply", "changed", "fonts", "legible", "mixed", "tint", "tokens"]
