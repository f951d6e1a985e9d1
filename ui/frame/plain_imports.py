"""Makes PySide6 let imported modules be."""

from __future__ import annotations

import sys


def let_modules_be() -> None:
    """Keep PySide6 from reading the source of each module that is imported from now on.

    It looks for its own name in them, for the sake of `from __feature__ import snake_case`, which nothing here uses;
    that takes a twentieth of a start. No option keeps it from it; where a newer PySide6 does it otherwise, nothing
    changes but the time.
    """
    features = sys.modules.get("shibokensupport.feature")
    if features is not None and hasattr(features, "_mod_uses_pyside"):
        vars(features)["_mod_uses_pyside"] = _uses_none


def _uses_none(_module: object) -> bool:
    return False
