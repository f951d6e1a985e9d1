"""Which code is on which key while units are coded: shortcuts of codes' own, then the codes used last on 1 to 9."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library.codes import Code, Codebook

# What these keys do has nothing to do with codes.
TAKEN = frozenset("?xqu")


def code_keys(codebook: Codebook, recent: Sequence[str], *, digits: bool) -> dict[str, Code]:
    """By key (one small letter or digit), the code it puts on a unit. With `digits`, digits are typed to find codes."""
    keys: dict[str, Code] = {}
    for code in codebook.codes:
        key = code.key.casefold()
        if code.codable and len(key) == 1 and key not in TAKEN and not (digits and key.isdigit()):
            keys.setdefault(key, code)
    if digits:
        return keys
    placed = {code.id for code in keys.values()}
    for number, name in enumerate(recent, 1):
        used = codebook.get(name)
        if used is not None and used.id not in placed:
            keys.setdefault(str(number), used)
    return keys
