"""`hustings sample`: the samples that people judged blind, what they say of each topic, and their export."""

from __future__ import annotations

import argparse

from index import sample_words as words
from index.exports.registry import Layout
from index.exports.samples import estimate_values, exportable
from index.sampled import Outcome, outcome
from reader.errors import NotFound
from reader.home import Home, home
from reader.library import samples
from reader.library.library import Library
from reader.library.samples import KeptSample
from ui import assets
from ui.cli import exporting, naming, output
from ui.cli.refusing import refuse
from ui.cli.viewing import usable_topics

EPILOG = """Samples are drawn and judged in the window, in Compare. Without --export they are listed, the latest first;
with --json as {"samples": [{"id", "topic", "topic_version", "seed", "size", "coder", "drawn", "passages",
"judged", "precision": {"value", "low", "high", "judged"}, "recall": the same}], "errors": []}. --export writes one with
all passages, judgements and estimates; the format is JSON unless --format or the suffix of --out says CSV or XLSX."""

NOTHING: output.Json = {"samples": []}

# How much of an id people are shown and may type.
_SHORT = 8


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--topic", metavar="ID", help="only samples of this topic")
    parser.add_argument("--json", action="store_true", help="list as JSON, for scripts")
    parser.add_argument("--export", metavar="SAMPLE", help="write the sample whose id begins so")
    parser.add_argument("--format", choices=("json", "csv", "xlsx"), help="the format of the export")
    parser.add_argument("--out", type=naming.path, metavar="FILE", help="write export or JSON to this file")


def run(options: argparse.Namespace) -> int:
    if options.export:
        refuse(options, ("json",), "An export has --format json.")
    elif options.format or not options.json:
        refuse(options, ("format", "out"), "It belongs to --export SAMPLE; a list as JSON has --out too.")
    chosen = home(options.library)
    with Library.open(chosen) as library:
        found = [one for one in library.read(samples.every) if options.topic in (None, one.topic)]
        if options.export:
            _export(chosen, library, _called(options.export, found), options)
        else:
            _list([outcome(library, one) for one in found], options)
    return 0


def _called(beginning: str, found: list[KeptSample]) -> KeptSample:
    fitting = [one for one in found if one.id.startswith(beginning)]
    if len(fitting) != 1:
        problem = f"There is no sample “{beginning}”." if not fitting else f"Several samples begin with “{beginning}”."
        raise NotFound(problem, "See their ids with: hustings sample")
    return fitting[0]


def _export(chosen: Home, library: Library, sample: KeptSample, options: argparse.Namespace) -> None:
    names = {topic.id: topic.name for topic in usable_topics(chosen)}
    thing = exportable(library, outcome(library, sample), names.get(sample.topic, sample.topic))
    exporting.write_with(thing, exporting.chosen(options, "json"), Layout(assets.for_exports()), options.out)


def _list(found: list[Outcome], options: argparse.Namespace) -> None:
    if options.json:
        output.write_json({"samples": [_described(one) for one in found], "errors": []}, options.out)
        return
    for one in found:
        sample = one.sample
        output.say(
            f"{sample.id[:_SHORT]}  {sample.made[:10]}  {sample.topic} version {sample.topic_version}, "
            f"seed {sample.seed}, {len(one.said)} of {len(sample.items)} judged by {sample.coder.name}: "
            f"precision {words.figure(one.accuracy.precision)}, recall {words.figure(one.accuracy.recall)}"
        )
    if not found:
        output.say("No sample has been drawn. In the window: Compare, Check accuracy.")


def _described(found: Outcome) -> output.Json:
    sample = found.sample
    return {
        "id": sample.id,
        "topic": sample.topic,
        "topic_version": sample.topic_version,
        "seed": sample.seed,
        "size": sample.size,
        "coder": sample.coder.name,
        "drawn": sample.made,
        "passages": len(sample.items),
        "judged": len(found.said),
        "precision": estimate_values(found.accuracy.precision),
        "recall": estimate_values(found.accuracy.recall),
    }
