"""For words that no manifesto has, the passage that is most like them."""

from __future__ import annotations

from dataclasses import replace

from index.closest import Passages
from index.quoting.checking import Checked, Finding, Source, Verdict
from reader.library.verdicts import Span
from reader.model import Block, Kind

# Below this similarity, what words have in common is the subject at most.
_LIKE = 0.2


def with_nearest(checked: Checked, passages: Passages, language: str) -> Checked:
    """The findings, with the nearest passage of each that is absent; `language` is the code of the essay's."""
    return replace(checked, findings=tuple(_with(one, passages, language) for one in checked.findings))


def _with(finding: Finding, passages: Passages, language: str) -> Finding:
    if finding.verdict is not Verdict.ABSENT or finding.nearest is not None:
        return finding
    asked = Block(Kind.QUOTE, finding.quotation.words)
    closest = max(passages.closest_to(asked, language).values(), key=lambda one: one.similarity, default=None)
    if closest is None or closest.similarity < _LIKE:
        return finding
    block = closest.block
    place = (Span(block.id, 0, len(block.text)),)
    return replace(finding, nearest=Source(closest.document, place, block.text, (), share=closest.similarity))
