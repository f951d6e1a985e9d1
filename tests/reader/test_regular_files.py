"""Pipes, devices, sockets and links to them: each has its sentence at once, and nobody waits for it."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import NotFound, NotSupported, UserError
from reader.formats import registry
from reader.library.library import Library
from reader.library.pasting import keep_pasted
from reader.model import Manifesto
from reader.provenance import download_of
from reader.regular_files import bytes_of, open_regular, without_waiting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its pipes in no folder")


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def bound_socket(path: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))
    return path


def linked(path: Path, target: str) -> Path:
    path.symlink_to(target)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def full_of_holes(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(9 << 30)
    return path


@pytest.mark.parametrize(
    ("make", "kind", "sentence"),
    [
        (pipe, NotSupported, "“plan.pdf” is a named pipe, not a file."),
        (bound_socket, NotSupported, "“plan.pdf” is a socket, not a file."),
        (folder, NotSupported, "“plan.pdf” is a folder."),
        (full_of_holes, NotSupported, "“plan.pdf” is larger than any manifesto (9 GB)."),
        (lambda path: linked(path, "/dev/zero"), NotSupported, "“plan.pdf” leads to a device, not to a file."),
        (lambda path: linked(path, str(pipe(path.with_name("p")))), NotSupported, "leads to a named pipe, not to a"),
        (lambda path: linked(path, "plan.pdf"), NotFound, "“plan.pdf” is a link that leads back to itself."),
        (lambda path: linked(path, "gone.pdf"), NotFound, "“plan.pdf” is not there."),
    ],
)
def test_what_is_no_file_is_refused_at_once_with_a_sentence(
    make: Callable[[Path], Path], kind: type[UserError], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the names of sockets may not be long
    with pytest.raises(kind) as refused:
        registry.read(make(tmp_path / "plan.pdf"))
    assert sentence in refused.value.problem
    assert refused.value.advice.endswith(".")


def test_a_link_to_a_file_is_read_as_the_file(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("We will light every lane.", "utf-8")
    assert bytes_of(linked(tmp_path / "link.txt", "plan.txt")) == b"We will light every lane."


def test_a_pipe_that_takes_a_files_place_after_it_was_looked_at_keeps_nobody_waiting(tmp_path: Path) -> None:
    with open(pipe(tmp_path / "plan.txt"), "rb", opener=without_waiting) as opened:
        assert opened.read() == b""


def test_a_reader_at_a_pipe_wakes_nobody_who_wants_to_write_to_it(tmp_path: Path) -> None:
    path = pipe(tmp_path / "plan.txt")
    with pytest.raises(NotSupported):
        open_regular(path)
    with pytest.raises(OSError, match="No such device"):
        os.open(path, os.O_WRONLY | os.O_NONBLOCK)  # as nobody reads from it


def test_no_original_is_made_of_a_pipe(library: Library, plan: Manifesto, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="cannot be read any more"):
        library.store(pipe(tmp_path / "plan.txt"), plan, {})
    assert list(library.home.originals.iterdir()) == []


def test_a_pipe_beside_a_file_does_not_say_where_it_came_from(tmp_path: Path) -> None:
    pipe(tmp_path / "plan.txt:Zone.Identifier")
    (tmp_path / "plan.txt").write_text("We will light every lane.", "utf-8")
    assert download_of(tmp_path / "plan.txt") == ("", "")


def test_pasting_goes_round_what_lies_in_its_folder(library: Library, tmp_path: Path) -> None:
    library.home.pasted.mkdir(parents=True)
    (library.home.pasted / "a folder").mkdir()
    pipe(library.home.pasted / "Our plan.txt")
    assert keep_pasted(library, "Our plan\n\nLamps.").read_text("utf-8") == "Our plan\n\nLamps."
    outside = tmp_path / "outside.txt"
    linked(library.home.pasted / "Lamps.txt", str(outside))
    keep_pasted(library, "Lamps")
    assert not outside.exists()


def test_a_folder_that_links_to_itself_is_walked_once(library: Library, tmp_path: Path) -> None:
    place = folder(tmp_path / "manifestos.pdf")
    (place / "plan.txt").write_text("Lamps", "utf-8")
    linked(place / "again", str(place))
    linked(place / "self.txt", "self.txt")
    assert [Path(file.path).name for file in library.enqueue([place])] == ["plan.txt", "self.txt"]
