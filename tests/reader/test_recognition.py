"""OCR of pages that are pictures: what is seen, how it is read, what is said of it, where its data is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from scanned import WORDS, photograph, scan, scanned_tiff
from typeset import paragraph

from reader.errors import Damaged, Encrypted, NotSupported
from reader.formats import registry
from reader.library.library import Library
from reader.model import Kind
from reader.recognition import data
from reader.recognition.course import Course
from reader.recognition.notes import notes_on_language
from reader.recognition.pages import RecognisedPage, Word, language_seen, packed_lines, unpacked_lines
from reader.recognition.recognising import recognise_page
from reader.recognition.waiting import unrecognised

DUTCH = "Wij willen dat de gemeente meer doet voor het behoud van de oude stad en niet alleen voor de haven. " * 3


def seen(number: int, used: str, text: str = DUTCH) -> RecognisedPage:
    return RecognisedPage(number, used, (line(text, 0, 0),))


def line(text: str, x: float, y: float, height: float = 9) -> tuple[Word, ...]:
    words = []
    for word in text.split():
        words.append(Word(x, y, x + 5 * len(word), y + height, word))
        x += 5 * len(word) + 4
    return tuple(words)


def test_a_scanned_page_is_read_with_its_heading_and_its_places(tmp_path: Path) -> None:
    path = scan(tmp_path / "scan.pdf")
    assert not registry.read(path).pages[0].readable
    manifesto = registry.read(path, recognised=[recognise_page(path, 1, "eng")])
    assert [(block.kind, block.text) for block in manifesto.blocks] == [
        (Kind.HEADING, "Chapter 1"),
        (Kind.PARAGRAPH, WORDS),
    ]
    assert manifesto.pages[0].readable
    assert manifesto.notes == ("Page 1 was read by OCR.",)
    rect = manifesto.blocks[1].pieces[0].rect
    assert rect is not None
    assert 15 < rect.x0 < 25
    assert 55 < rect.y0 < 70


def test_a_photograph_of_a_page_is_a_document_of_one_page(tmp_path: Path) -> None:
    path = photograph(tmp_path / "page.png")
    empty = registry.read(path)
    assert (empty.format, empty.blocks, [page.readable for page in empty.pages]) == ("Picture", (), [False])
    seen = recognise_page(path, 1, "eng")
    assert WORDS in " ".join(block.text for block in registry.read(path, recognised=[seen]).blocks)


def test_a_tiff_has_as_many_pages_as_pictures(tmp_path: Path) -> None:
    manifesto = registry.read(scanned_tiff(tmp_path / "scan.tif", 3))
    assert [page.readable for page in manifesto.pages] == [False, False, False]
    assert manifesto.notes == ("Pages 1 to 3 are pictures that OCR has not read yet.",)


def test_only_the_pages_that_ocr_saw_are_replaced(tmp_path: Path) -> None:
    path = scan(tmp_path / "mixed.pdf", 1, readable_first=True)
    before = registry.read(path)
    assert [page.readable for page in before.pages] == [True, False]
    after = registry.read(path, recognised=[RecognisedPage(2, "eng", (line("We will mend every lamp.", 20, 30),))])
    assert {block.id for block in before.blocks} < {block.id for block in after.blocks}
    assert after.blocks[-1].text == "We will mend every lamp."
    assert after.blocks[-1].page == 2


SHAPES = (line("~ | §§ ..", 20, 30), line("|| =", 20, 60))


def with_picture(path: Path, dots: Callable[[int, int], int]) -> Path:
    """A PDF of two pages: one of text, one that is a picture with these levels of grey, by column and row."""
    document = pymupdf.open(scan(path.with_name("first.pdf"), 1, readable_first=True))
    document.delete_page(1)
    samples = bytes(dots(x, y) for y in range(200) for x in range(300))
    picture = pymupdf.Pixmap(pymupdf.csGRAY, 300, 200, samples, False)
    document.new_page(width=300, height=200).insert_image(pymupdf.Rect(0, 0, 300, 200), pixmap=picture)
    document.save(path)
    return path


@pytest.mark.parametrize("lines", [(), SHAPES])
@pytest.mark.parametrize("dots", [lambda x, y: (x * y // 3) % 256, lambda x, y: 250 + (x + y) % 3])
def test_a_photograph_and_a_blank_page_without_words_are_no_loss(
    dots: Callable[[int, int], int], lines: tuple[tuple[Word, ...], ...], tmp_path: Path
) -> None:
    path = with_picture(tmp_path / "plan.pdf", dots)
    manifesto = registry.read(path, recognised=[RecognisedPage(2, "eng", lines)])
    assert [page.readable for page in manifesto.pages] == [True, True]
    assert manifesto.notes == ()


@pytest.mark.parametrize("seen", [RecognisedPage(2, "eng"), RecognisedPage(2, "eng", SHAPES), RecognisedPage(2, "")])
@pytest.mark.parametrize("readable_first", [True, False])
def test_a_page_of_print_on_which_ocr_found_no_word_is_not_read(
    seen: RecognisedPage, readable_first: bool, tmp_path: Path
) -> None:
    path = scan(tmp_path / "plan.pdf", 1 if readable_first else 2, readable_first=readable_first)
    manifesto = registry.read(path, recognised=[seen])
    assert [page.readable for page in manifesto.pages] == [readable_first, False]
    assert "Page 2 could not be read by OCR." in manifesto.notes


def test_a_document_in_which_ocr_found_no_word_at_all_was_not_read(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    pymupdf.open(with_picture(tmp_path / "plan.pdf", lambda x, y: (x * y // 3) % 256))[1].get_pixmap().save(path)
    manifesto = registry.read(path, recognised=[RecognisedPage(1, "eng")])
    assert [page.readable for page in manifesto.pages] == [False]
    assert manifesto.notes == ("Page 1 could not be read by OCR.",)


# As Tesseract sees print that is too small for it: more small words of Danish than of any other language.
GARBLED = (
    "Ldgearg Larios Saket Fltetpatg i Licdtchcaerd mike Pike i Geet ged ll cond i tlie og wail er priotity i Maver e "
    "Sgena reductionin det homieides i gut critne er buriglary til aid i nurnber af tens den cveb i anid "
) * 3


def test_what_ocr_garbled_is_called_no_language_and_nothing_is_to_be_installed(tmp_path: Path) -> None:
    page = RecognisedPage(1, "eng", (line(GARBLED, 0, 0), line("the people and we will have it for the of to", 0, 20)))
    assert language_seen([page]) is None
    assert best_of(Course(tmp_path / "plan.pdf", [2], [page])) == "eng"
    manifesto = registry.read(scan(tmp_path / "plan.pdf"), recognised=[page])
    assert manifesto.language == "en"
    assert notes_on_language(manifesto.language, [page]) == ()


def best_of(course: Course) -> str:
    """The language data that the course takes next."""
    task = course.next()
    assert task is not None
    return task.data


@pytest.mark.parametrize("turn", [90, 180])
def test_print_that_stands_on_its_head_is_not_read(turn: int, tmp_path: Path) -> None:
    document = pymupdf.open(scan(tmp_path / "scan.pdf", text=paragraph(10, 6)))
    document[0].set_rotation(turn)
    path = tmp_path / "turned.pdf"
    document.save(path)
    manifesto = registry.read(path, recognised=[recognise_page(path, 1, "eng")])
    assert [page.readable for page in manifesto.pages] == [False]
    assert manifesto.language == "en"


def test_a_scan_takes_its_title_from_a_cover_alone(tmp_path: Path) -> None:
    path = scan(tmp_path / "harbour-2024.pdf")
    heading = line("Lamps", 20, 20, 16)
    cover = (line("Lamps for all of the harbour", 20, 20, 16),)
    assert registry.read(path, recognised=[RecognisedPage(1, "eng", cover)]).title == "Lamps for all of the harbour"
    page = (heading, *(line("We will mend every lamp by the quay", 20, 40 + 12 * at) for at in range(10)))
    assert registry.read(path, recognised=[RecognisedPage(1, "eng", page)]).title == ""


def test_lines_of_one_size_are_one_size_though_some_have_no_tall_letters(tmp_path: Path) -> None:
    path = scan(tmp_path / "scan.pdf")
    lines = (line("We will mend every lamp by the quay", 20, 20), line("even more amen rose", 20, 34, 5.2))
    blocks = registry.read(path, recognised=[RecognisedPage(1, "eng", lines)]).blocks
    assert [block.text for block in blocks] == ["We will mend every lamp by the quay even more amen rose"]


def test_what_was_seen_survives_packing() -> None:
    page = RecognisedPage(3, "eng", (line("Lamps “for” all", 20, 30), line("now", 20, 45)))
    assert unpacked_lines(packed_lines(page)) == page.lines


def test_the_language_of_a_scan_is_told_from_enough_words() -> None:
    assert language_seen([seen(1, "eng")]) == "nl"
    assert language_seen([RecognisedPage(1, "eng", (line("de stad", 0, 0),))]) is None


def test_a_scan_is_tried_in_english_and_seen_again_in_its_own_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    (tmp_path / "nld.traineddata").write_bytes(b"")
    course = Course(tmp_path / "scan.pdf", [1, 2, 3])
    tasks = course.tasks()
    first, second = next(tasks), next(tasks)
    assert [(task.page, task.data) for task in (first, second)] == [(1, "eng"), (2, "eng")]
    course.take(first, seen(1, "eng"))
    assert course.place == (2, 3)
    again = [next(tasks), next(tasks), next(tasks)]
    assert [(task.page, task.data) for task in again] == [(1, "nld"), (2, "nld"), (3, "nld")]
    course.take(again[1], seen(2, "nld"))
    assert course.take(second, seen(2, "eng")) is None, "a page begun before comes in after the better one"
    course.take(again[0], seen(1, "nld"))
    course.take(again[2], seen(3, "nld"))
    assert course.next() is None
    assert [page.data for page in course.pages] == ["nld", "nld", "nld"]


def test_a_page_that_fails_is_kept_as_failed_unless_a_password_may_come(tmp_path: Path) -> None:
    course = Course(tmp_path / "scan.pdf", [1, 2], language="en")
    first, second = course.tasks()
    assert course.take(first, Encrypted("It is protected.", "Give its password.")) is None
    assert course.take(second, Damaged("It is damaged.", "Copy it again.")) == RecognisedPage(2, "")
    assert course.next() is None


def test_missing_language_data_is_named_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "_ON_MACHINE", ())
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    pages = [RecognisedPage(1, "eng", (line("de stad", 0, 0),))]
    (note,) = notes_on_language("nl", pages)
    assert "its data for Dutch is missing" in note
    assert "tesseract-ocr-nld" in note
    assert data.best_data("nl") == "eng"
    with pytest.raises(NotSupported, match="tesseract-ocr-nld"):
        recognise_page(scan(tmp_path / "scan.pdf"), 1, "nld")
    (tmp_path / "nld.traineddata").write_bytes(b"")
    assert data.best_data("nl") == "nld"
    assert notes_on_language("nl", pages) == ()
    assert notes_on_language("en", pages) == ()


def test_the_data_for_english_and_german_comes_with_the_program() -> None:
    for name in ("eng", "deu"):
        folder = data.folder_with(name)
        assert folder is not None
        assert (folder / f"{name}.traineddata").stat().st_size > 100_000


def test_the_library_knows_what_ocr_still_has_to_do(library: Library, tmp_path: Path) -> None:
    path = scan(tmp_path / "scan.pdf", 2)
    document = library.store(path, registry.read(path), {})
    assert library.recognition().unseen == {document.id: [1, 2]}
    pages = [RecognisedPage(number, "eng", (line("We will mend every lamp.", 20, 30),)) for number in (1, 2)]
    for page in pages:
        library.keep_recognised(document.id, page)
    assert library.recognised(document.id) == pages
    assert library.recognition().unseen == {}
    assert [one.id for one in unrecognised(library)] == [document.id]
    stored = library.store_again(document.id, registry.read(path, recognised=pages), {})
    assert stored is not None
    assert (stored.file_name, stored.readable_pages) == ("scan.pdf", 2)
    library.mark_used(document.id, pages)
    assert unrecognised(library) == []
