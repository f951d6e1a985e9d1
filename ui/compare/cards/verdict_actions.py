"""Which actions a card or a silence offers for saying something of it, in the order of the menu."""

from __future__ import annotations

ON_CARDS = ("compare.confirm", "compare.reject", "compare.rows", "compare.kind", "compare.withdraw", "compare.mark")
ON_SILENCES = ("compare.confirm-silence", "compare.withdraw", "compare.mark")
