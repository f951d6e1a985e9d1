"""Text that was pasted is kept until it has been read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import EmptyFile
from reader.home import home
from reader.library.library import Library
from reader.library.pasting import keep_pasted
from reader.model import Manifesto

TEXT = "\n  A plan: for/Little Harbour?\n\nWe will light every lane.\n"


def test_pasted_text_is_a_file_named_for_its_first_line_or_its_title(library: Library) -> None:
    first, titled = keep_pasted(library, TEXT), keep_pasted(library, TEXT, "Harbour 2031")
    assert (first.name, titled.name) == ("A plan for Little Harbour.txt", "Harbour 2031.txt")
    assert titled.read_text(encoding="utf-8") == TEXT


def test_two_pasted_texts_with_the_same_first_line_are_both_kept(library: Library) -> None:
    paths = []
    for end in ("one", "two"):
        paths.append(keep_pasted(library, TEXT + end))
        library.enqueue(paths[-1:])
    assert [path.read_text(encoding="utf-8") for path in paths] == [f"{TEXT}one", f"{TEXT}two"]


def test_what_has_been_read_goes_with_the_next_paste_and_what_waits_or_failed_stays(
    library: Library, plan: Manifesto
) -> None:
    read, waits, failed = paths = [library.home.pasted / name for name in ("read.txt", "waits.txt", "failed.txt")]
    library.home.pasted.mkdir()
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    library.enqueue(paths)
    library.store(read, plan, {})
    library.fail(failed, EmptyFile("It is empty.", "Fill it."))
    keep_pasted(library, TEXT)
    assert [path.exists() for path in (read, waits, failed)] == [False, True, True]


def test_waiting_text_stays_in_a_library_given_by_a_path_that_goes_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with Library.open(home(Path("../there"))) as library:
        first = keep_pasted(library, TEXT)
        library.enqueue([first])
        keep_pasted(library, "Another plan")
        assert [Path(file.path) for file in library.waiting()] == [first]
        assert first.read_text(encoding="utf-8") == TEXT


def test_waiting_text_stays_when_its_folder_is_reached_by_another_path(library: Library, tmp_path: Path) -> None:
    kept = keep_pasted(library, TEXT)
    other = tmp_path / "other"
    try:
        other.symlink_to(library.home.pasted, target_is_directory=True)
    except OSError:
        pytest.skip("this machine does not allow links to folders")
    library.enqueue([other / kept.name])
    keep_pasted(library, "Another plan")
    assert kept.exists()


@pytest.mark.parametrize("text", ["", " \n\t", "—\n***"])
def test_text_without_words_is_no_manifesto(library: Library, text: str) -> None:
    with pytest.raises(EmptyFile, match="no text to paste"):
        keep_pasted(library, text)
    assert not library.home.pasted.exists()
