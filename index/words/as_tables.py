"""What was counted as tables of words and figures, which window, files and terminal share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.naming import told_apart
from index.words import columns
from index.words.collocates import Collocates
from index.words.corpus import languages
from index.words.crosstab import Crosstab, Row
from index.words.dispersion import Part, Spread, note_on_cut
from index.words.formulas import FORMULAS
from index.words.frequency import FrequencyList
from index.words.keyness import Keyness
from index.words.readability import Readability
from index.words.tables import Column, Line, Value, WordTable
from index.words.terms import Unit
from reader.wording import tr, tr_count


def frequency_table(found: FrequencyList, name: str = "frequency") -> WordTable:
    """A line for each term."""
    lines = tuple(
        Line((row.shown, row.count, found.per_thousand(row), row.passages, row.manifestos), number)
        for number, row in enumerate(found.rows)
    )
    heads = (columns.word(), columns.count(), columns.per_thousand(), columns.passages(), columns.manifestos())
    title = tr("Words by frequency") if name == "frequency" else tr("Runs of words by frequency")
    about = (_extent(found), _unit(found.unit))
    return WordTable(name, title, about, heads, lines, finds=lambda number: found.query(found.rows[number]))


def keyness_table(found: Keyness) -> WordTable:
    """A line for each key term."""
    lines = []
    for number, row in enumerate(found.rows):
        here, others = found.per_thousand(row)
        use = tr("more") if row.is_over else tr("less")
        cells = (row.shown, use, row.count, here, row.others, others, row.log_likelihood, row.log_ratio)
        lines.append(Line(cells, number))
    heads = (
        columns.word(),
        Column("use", tr("Use"), tr("Whether it is used more here than in the others, or less.")),
        columns.count("count here", tr("Here")),
        columns.per_thousand("per 1,000 here"),
        columns.count("count in others", tr("Others")),
        columns.per_thousand("per 1,000 in others"),
        columns.likelihood(),
        columns.log_ratio(),
    )
    names = told_apart([*found.here.documents, *found.others.documents])
    about = tr(
        "{here} against {others}.",
        here=", ".join(names[one.id] for one in found.here.documents),
        others=", ".join(names[one.id] for one in found.others.documents),
    )
    return WordTable(
        "keyness",
        tr("Key words"),
        (about, _unit(found.unit)),
        heads,
        tuple(lines),
        finds=lambda number: found.query(found.rows[number]),
    )


def crosstab_table(found: Crosstab) -> WordTable:
    """A line for each manifesto, with figures of each choice beside one another; then a table of the choices."""
    names = told_apart(found.documents)
    heads = [columns.manifesto(), columns.count("words", tr("Words"))]
    for row in found.rows:
        typed, query = row.asked.typed, row.asked.query
        heads += [
            columns.count(f"{typed} count", typed, query),
            columns.per_thousand(f"{typed} per 1,000", "", query),
            columns.likelihood(f"{typed} log-likelihood", "", query),
            columns.log_ratio(f"{typed} log ratio", "", query),
        ]
    lines = []
    for number, document in enumerate(found.documents):
        cells: list[Value] = [names[document.id], document.words]
        for row in found.rows:
            cell = row.cells[number]
            cells += [cell.count, cell.per_thousand, cell.log_likelihood, cell.log_ratio]
        lines.append(Line(tuple(cells), number, document=document.id))
    about = [tr("G² and log ratio compare each manifesto with all others together.")]
    if len(languages(found.documents)) > 1:
        about.append(tr("The manifestos are in several languages: each word is only found where it is written so."))
    return WordTable(
        "crosstab", tr("Words by manifesto"), tuple(about), tuple(heads), tuple(lines), (choices_table(found.rows),)
    )


def choices_table(rows: Sequence[Row]) -> WordTable:
    """A line for each choice over all manifestos."""
    heads = (
        columns.word(),
        columns.count(),
        columns.per_thousand(),
        columns.passages(),
        columns.manifestos(),
        columns.likelihood(),
        Column("degrees of freedom", tr("d.f."), tr("Degrees of freedom: the number of manifestos less one."), 0),
        columns.deviation(),
        columns.deviation_normalised(),
    )
    lines = tuple(
        Line(
            (
                *(row.asked.typed, row.count, row.per_thousand, row.passages, row.manifestos, row.log_likelihood),
                *(max(0, len(row.cells) - 1), row.dispersion, row.dispersion_normalised),
            ),
            number,
        )
        for number, row in enumerate(rows)
    )
    title = tr("All manifestos together")
    return WordTable("choices", title, (), heads, lines, finds=lambda number: rows[number].asked.query)


def dispersion_table(found: Sequence[Spread]) -> WordTable:
    """A line for each choice over all manifestos, then one for each in each manifesto, then one for each place."""
    heads = (
        *(columns.word(), columns.count(), columns.manifestos()),
        *(columns.deviation(), columns.deviation_normalised()),
    )
    lines = tuple(
        Line(
            (one.asked.typed, one.count, one.manifestos, one.deviation, one.deviation_normalised),
            number,
        )
        for number, one in enumerate(found)
    )
    more = (parts_table(found), places_table(found))
    about = tuple(filter(None, [note_on_cut(found)]))
    return WordTable("dispersion", tr("Where words stand"), about, heads, lines, more, _finds(found))


def parts_table(found: Sequence[Spread]) -> WordTable:
    """A line for each choice in each manifesto."""
    heads = (columns.word(), columns.manifesto(), columns.count(), columns.per_thousand(), columns.passages())
    lines = [
        Line((one.asked.typed, name, part.count, part.per_thousand, part.passages), number, document)
        for number, one in enumerate(found)
        for part, document, name in _named(one)
    ]
    return WordTable("manifestos", tr("By manifesto"), (), heads, tuple(lines), finds=_finds(found))


def places_table(found: Sequence[Spread]) -> WordTable:
    """A line for each place: how far into its manifesto, and the code points of its block."""
    heads = (
        columns.word(),
        columns.manifesto(),
        Column("at", tr("At"), tr("How far into the manifesto, from 0 to 1."), 4),
        Column("block", tr("Block")),
        Column("start", tr("Start"), tr("Code points in the block, from 0."), 0),
        Column("end", tr("End"), "", 0),
    )
    lines = [
        Line((one.asked.typed, name, round(place.at, 6), place.block, place.start, place.end), number, document)
        for number, one in enumerate(found)
        for part, document, name in _named(one)
        for place in part.places
    ]
    return WordTable("places", tr("Places"), (), heads, tuple(lines))


def collocates_table(found: Collocates) -> WordTable:
    """A line for each collocate."""
    heads = (
        *(columns.word(), columns.together(), columns.expected(), columns.of_all(), columns.passages()),
        *(columns.likelihood_of_four(), columns.mutual_information(), columns.log_dice()),
    )
    lines = tuple(
        Line(
            (
                *(row.shown, row.together, row.expected, row.count, row.passages),
                *(row.log_likelihood, row.mutual_information, row.log_dice),
            ),
            number,
        )
        for number, row in enumerate(found.rows)
    )
    window = found.window
    bound = tr("within a sentence") if window.in_sentence else tr("within a passage")
    about = tr(
        "Near “{node}” ({count:,} times): up to {left} words before and {right} after it, {bound}.",
        node=found.node.typed,
        count=found.nodes,
        left=window.left,
        right=window.right,
        bound=bound,
    )
    title = tr("Words near “{node}”", node=found.node.typed)
    return WordTable("collocates", title, (about, _unit(found.unit)), heads, lines)


def readability_table(found: Sequence[Readability], topic: str = "") -> WordTable:
    """A line for each manifesto; `topic` is what it is said on, "" for all of it."""
    heads = (
        columns.manifesto(),
        Column(
            "score", tr("Score"), tr("100 is very easy, 0 very hard. Only scores of one formula can be compared."), 1
        ),
        Column("words per sentence", tr("Words per sentence"), "", 1),
        Column("syllables per word", tr("Syllables per word"), tr("Told by the groups of vowels in a word."), 2),
        Column("words", tr("Words"), "", 0),
        Column("sentences", tr("Sentences"), tr("An item of a list without a full stop is one."), 0),
        Column("formula", tr("Formula")),
    )
    names = told_apart(one.document for one in found)
    lines = tuple(
        Line(
            (
                *(names[one.document.id], one.score, one.words_per_sentence, one.syllables_per_word),
                *(one.words, one.sentences, one.why_not or (one.formula.name if one.formula else "")),
            ),
            number,
            document=one.document.id,
        )
        for number, one in enumerate(found)
    )
    used = [FORMULAS[code] for code in dict.fromkeys(one.language for one in found) if code in FORMULAS]
    about = tuple(f"{formula.name}: {formula} ({formula.source})." for formula in used)
    title = tr("How easy it is to read, on {topic}", topic=topic) if topic else tr("How easy it is to read")
    return WordTable("readability", title, about, heads, lines)


def _finds(found: Sequence[Spread]) -> Callable[[int], str]:
    return lambda number: found[number].asked.query


def _named(one: Spread) -> list[tuple[Part, str, str]]:
    """The parts of a spread, each with the id and the name of its manifesto."""
    names = told_apart(part.document for part in one.parts)
    return [(part, part.document.id, names[part.document.id]) for part in one.parts]


def _extent(found: FrequencyList) -> str:
    return tr_count(
        "{words:,} words of 1 manifesto.",
        "{words:,} words of {count} manifestos.",
        len(found.corpus.documents),
        words=found.corpus.words,
    )


def _unit(unit: Unit) -> str:
    if unit is Unit.STEMS:
        return tr("All inflections of a word count as one, shown in the most common form.")
    return tr("Each form of a word counts by itself, whatever its case.")
