"""A home damaged at random is opened and asked the same questions: the same answers, or a sentence that says why not.

python3 start.py soak tests/soak/test_damage.py --damages 500 --fuzz-seed 7

What people wrote themselves (fields, verdicts, lists, topics, settings) has no second copy to be compared with: another
letter in it that keeps its form is not noticed. How often that happened is counted and told.
"""

from __future__ import annotations

import gc
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from importing import enqueue, import_all, write_manifestos, write_topic

from index.cache import folder as cache_folder
from index.damage import IndexDamaged
from index.search import Searcher
from index.topics.files import read_topics
from index.topics.model import Topic
from index.topics.views import Views
from reader.errors import DocumentDamaged, LibraryDamaged, UserError
from reader.facts import facts
from reader.facts_file import PartiesInvalid
from reader.home import Home, home
from reader.library import collected, digests, edits
from reader.library.collecting import collect
from reader.library.judging import set_verdict
from reader.library.library import Library
from reader.library.records import FIELDS
from reader.library.restoring import restore
from reader.library.verdicts import Span, Verdict
from reader.model import Kind
from ui.session.settings import Settings

# What may be damaged, by the name under which it is counted.
KEPT = {
    "library": "library.sqlite3",
    "originals": "originals/*",
    "topics": "topics/*.toml",
    "settings": "settings/*",
}
MADE_AGAIN = {"views": "views.sqlite3", "index": "index/**/*"}  # in the library's cache

_PARTIES = """
[[party]]
name = "Lamp Union"
names = ["lamp union"]
nation = "Wales"
state = "United Kingdom"
"""

Answer = tuple[str, object]


@pytest.fixture
def whole(tmp_path: Path) -> Home:
    """A home with four manifestos, indexed and viewed, and something of everything that people can write."""
    place = home(tmp_path / "whole")
    place.make()
    write_topic(place.topics)
    enqueue(place, write_manifestos(tmp_path / "files", 4))
    import_all(place, [place.topics])
    with Library.open(place) as library:
        topic = read_topics([place.topics])[0][0]
        documents = library.documents()
        library.apply(edits.make_set(library, "North", [one.id for one in documents]))
        for document in documents:
            block = next(one for one in library.blocks(document.id) if one.kind is not Kind.HEADING)
            library.apply(edits.set_fields(library, document.id, {"party": "Lamp Party", "year": "2031"}))
            library.apply(set_verdict(library, document.id, block.id, topic, Verdict.BELONGS))
            lists = library.read(collected.collections)
            library.apply(collect(library, lists[0].id if lists else "", document.id, [Span(block.id, 0, 12)]))
    Settings(place.settings).change(theme="dark", text_scale=1.25)
    (place.settings / "parties.toml").write_text(_PARTIES, encoding="utf-8")
    return place


# Questions: what the program made of files, which must never come out otherwise, ...


def _texts(place: Home) -> Iterator[Answer]:
    with Library.open(place) as library:
        for document in library.documents():
            text = library.blocks(document.id), library.pages(document.id), library.outline(document.id)
            again = library.document(document.id)
            assert again is not None
            yield document.id, (*text, [getattr(again, name) for name in _FACTS])


# Its fields are its people's.
_FACTS = ("file_name", "format", "page_count", "readable_pages", "words", "notes", "added", "sample")


def _originals(place: Home) -> Iterator[Answer]:
    with Library.open(place) as library:
        for document in library.documents():
            try:
                yield document.id, library.original(document.id).read_bytes()
            except UserError as error:
                yield document.id, error


def _search(place: Home) -> Iterator[Answer]:
    with Searcher(place) as searcher:
        found = sorted(searcher.search("lamp", limit=20).hits, key=lambda hit: hit.block)
        for document in {hit.document for hit in found}:
            yield document, [(hit.block, hit.text) for hit in found if hit.document == document]


def _views(place: Home, topic: Topic) -> Iterator[Answer]:
    with Library.open(place) as library, Views(place) as views:
        documents = [document.id for document in library.documents()]
        found, missing = views.cached(topic, documents)
        made = views.make(library, topic, missing) if missing else {}
        # Of those left out, who asks is told that they are still to be worked out.
        yield from {**found, **made}.items()
        yield from ((each, IndexDamaged("not indexed as it is read now")) for each in missing if each not in made)


# ... and what people wrote.


def _own(place: Home) -> Iterator[Answer]:
    with Library.open(place) as library:
        yield "fields", [[getattr(document, name) for name in FIELDS] for document in library.documents()]
        yield "verdicts", library.all_annotations()
        yield "sets", library.sets()
        lists = library.read(collected.collections)
        yield "lists", [(one, library.read(partial(collected.items, collection=one.id))) for one in lists]
        yield "history", library.history()
        yield "waiting", (library.waiting(), library.failures(), library.coders())


def _own_files(place: Home) -> Iterator[Answer]:
    topics, wrong = read_topics([place.topics])
    yield "topics", topics if not wrong else wrong[0]
    yield "settings", Settings(place.settings).now
    try:
        yield "parties", facts(place.settings)
    except PartiesInvalid as error:
        yield "parties", error


def _answers(place: Home, topic: Topic, own: bool) -> dict[str, object]:
    """By question, the answer, or the UserError that came instead of it and of those after it."""
    questions: Sequence[Callable[[Home], Iterator[Answer]]] = (
        (_own, _own_files) if own else (_texts, _originals, _search, lambda place: _views(place, topic))
    )
    found: dict[str, object] = {}
    for number, question in enumerate(questions):
        try:
            for name, answer in question(place):
                found[f"{number} {name}"] = answer
        except (UserError, IndexDamaged) as error:  # who asks for views catches the second and has the index built
            found[f"{number} refused"] = error
    return found


# Damages


def _flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _truncate(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def _zero(content: bytearray, chance: random.Random) -> None:
    begin = chance.randrange(len(content))
    end = min(len(content), begin + chance.choice((1, 16, 512, 4096, len(content))))
    content[begin:end] = bytes(end - begin)


def _take_out(content: bytearray, chance: random.Random) -> None:
    begin = chance.randrange(len(content))
    del content[begin : begin + chance.choice((1, 2, 16, 4096))]


def _damage(folder: Path, pattern: str, chance: random.Random) -> str:
    """Damage one file of the folder; gives what was done."""
    files = [path for path in sorted(folder.glob(pattern)) if path.is_file() and path.stat().st_size]
    file = chance.choice(files)
    if chance.random() < 0.1:
        file.unlink()
        return f"{file.name} removed"
    content = bytearray(file.read_bytes())
    fault = chance.choice((_flip, _flip, _truncate, _zero, _take_out))
    fault(content, chance)
    file.write_bytes(content)
    return f"{file.name} {fault.__name__}"


def _outcomes(whole: Home, targets: dict[str, str], times: int, seed: int) -> Counter[str]:
    chance = random.Random(seed)  # noqa: S311  # the same damage for the same seed
    topic = read_topics([whole.topics])[0][0]
    expected = {own: _answers(whole, topic, own) for own in (False, True)}
    assert not [answer for answers in expected.values() for answer in answers.values() if _is_error(answer)]
    counted: Counter[str] = Counter()
    place = home(whole.library.with_name("damaged"))
    shutil.copytree(whole.library, place.library)
    import_all(place, [place.topics])  # another place has a cache of its own
    cache = cache_folder(place)
    sound = cache.rename(cache.with_name("sound"))
    shutil.rmtree(place.library)
    for number in range(times):
        shutil.copytree(whole.library, place.library)
        shutil.copytree(sound, cache)
        digests.forget_checks()
        target = chance.choice(list(targets))
        folder = cache if target in MADE_AGAIN else place.library
        done = f"{number}: {_damage(folder, targets[target], chance)}"
        for own in (True, False):
            counted[f"{target:10} {_compared(expected[own], _answers(place, topic, own), own, done)}"] += 1
        _restored(place)
        gc.collect()
        shutil.rmtree(place.library)
        shutil.rmtree(cache, ignore_errors=True)
    return counted


def _compared(expected: dict[str, object], answers: dict[str, object], own: bool, done: str) -> str:
    """What came of it. Fails where words of the program's own are others without a sentence that says so."""
    told = [answer for answer in answers.values() if _is_error(answer)]
    for error in told:
        assert not isinstance(error, UserError) or (error.problem and error.advice), done
    refused = {name.split()[0] for name in answers if name.endswith("refused")}
    others = {
        name
        for name, answer in answers.items()
        if not _is_error(answer) and answer != expected.get(name, "nothing asked")
    }
    others |= {name for name in expected.keys() - answers.keys() if name.split()[0] not in refused}
    if others and own:
        return f"own words are others, unnoticed: {', '.join(sorted(name[2:] for name in others))}"
    # Whether a manifesto counts as removed is its people's: then nothing is said of it, by any question.
    gone = {name.split()[1] for name in expected if name.startswith("1 ") and name not in answers}
    if "1" not in refused and others and {name.split()[1] for name in others} <= gone:
        return "own words are others, unnoticed: a manifesto counts as removed"
    assert not others, f"{done}: {others}"
    return f"told: {', '.join(sorted({type(error).__name__ for error in told}))}" if told else "the same answers"


def _is_error(answer: object) -> bool:
    return isinstance(answer, UserError | IndexDamaged)


def _restored(place: Home) -> None:
    """A library that is said to be damaged can be restored, and then opens."""
    try:
        with Library.open(place) as library:
            for document in library.documents():
                with suppress(DocumentDamaged):
                    library.blocks(document.id)
            library.all_annotations()
    except LibraryDamaged:
        restore(place)
        with Library.open(place) as library:
            assert library.documents() or library.waiting()


def test_a_few_random_damages_to_what_is_kept_are_told_or_change_nothing(whole: Home) -> None:
    counted = _outcomes(whole, KEPT, 24, 1832)
    assert counted.total() == 48
    assert sum(count for outcome, count in counted.items() if "told: " in outcome) > 10


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves what it cannot read open
def test_random_damages_to_a_home_are_told_or_change_nothing(whole: Home, request: pytest.FixtureRequest) -> None:
    times, seed = request.config.getoption("--damages"), request.config.getoption("--fuzz-seed")
    counted = _outcomes(whole, {**KEPT, **MADE_AGAIN}, times, seed)
    print(*(f"{count:7} {outcome}" for outcome, count in sorted(counted.items())), sep="\n")  # noqa: T201  # what came of it
    assert counted.total() == 2 * times
