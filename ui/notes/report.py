"""What is found, read as a report: party after party, each passage with page and citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.annotations.listing import Annotations, Listed
from index.annotations.retrieval import OfParty
from reader.wording import tr, tr_count
from ui.passages.line import PassageLine, Target
from ui.shared.citing import citation, section_named
from ui.theme.code_marks import colour_in

# More are not read in one go, and would keep the window waiting.
MOST = 300


def lines_of(annotations: Annotations, parties: Sequence[OfParty], *, paths: bool) -> tuple[PassageLine, ...]:
    """The passages as a list shows them; with `paths` each names its code, where there are several."""
    found = tuple(_lines(annotations, parties, paths=paths))
    passages = sum(party.passages for party in parties)
    if passages <= MOST:
        return found
    left = tr(
        "These are the first {most:,} of {passages:,} passages: narrow them by code.", most=MOST, passages=passages
    )
    return (*found, PassageLine("more", left))


def _lines(annotations: Annotations, parties: Sequence[OfParty], *, paths: bool) -> Iterator[PassageLine]:
    left = MOST
    for party in parties:
        if not left:
            return
        name = party.party or tr("No party")
        count = tr_count("one passage", "{count:,} passages", party.passages)
        yield PassageLine(f"party {party.party}", f"{name}: {count}")
        for manifesto in party.manifestos:
            for row in manifesto.rows[:left]:
                page = _page(row)
                cited = citation(manifesto.document, page)
                said = [row.path] if paths else []
                said += [tr("Memo: {memo}", memo=row.memo)] if row.memo else []
                where = "\n".join(filter(None, [cited, " · ".join(said)]))
                colour = _colour(annotations, row)
                yield PassageLine(
                    row.id, "", where, row.words or tr("The whole manifesto"), colour=colour, target=_target(row)
                )
            left = max(0, left - len(manifesto.rows))


def _page(row: Listed) -> str:
    """The pages, else the section, as citations name them."""
    if not row.pages:
        return section_named(row.section)
    return tr("pp. {pages}", pages=row.pages) if "–" in row.pages else tr("p. {page}", page=row.pages)


def _colour(annotations: Annotations, row: Listed) -> str:
    code = annotations.codebook.get(row.code)
    return colour_in(annotations.codebook, code) if code is not None else ""


def _target(row: Listed) -> Target | None:
    if not row.spans:
        return None
    first = row.spans[0]
    return Target(row.document, first.block, first.start, first.end)
