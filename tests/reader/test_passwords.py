"""Passwords given for protected files: tried on the files they are for, and shown by nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import write_zip
from protected import PROMISE, protected_pdf

from reader.errors import CannotDecrypt, Encrypted
from reader.formats import registry
from reader.page_drawing import PictureRequest, WordsRequest
from reader.passwords import Passwords
from reader.pool import Pool
from reader.worker import Job

WORD = "Käptn's lantern 7"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "hostile"


def texts(path: Path, *passwords: str) -> list[str]:
    return [block.text for block in registry.read(path, passwords=passwords).blocks]


def test_a_password_of_its_own_is_tried_before_those_for_all(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    known = Passwords().with_shared("for all").with_own(one, "first").with_own(one, "its own").with_shared("newest")
    assert known.for_file(one) == ("its own", "newest", "for all")
    assert known.for_file(other) == ("newest", "for all")
    assert set(known.known()) == {"its own", "newest", "for all"}
    assert known.with_shared("for all").for_file(other) == ("for all", "newest")


def test_a_protected_pdf_is_read_with_its_password_among_others(tmp_path: Path) -> None:
    path = protected_pdf(tmp_path / "light.pdf", WORD)
    assert PROMISE in texts(path, "wrong", WORD)
    assert PROMISE in texts(path, "only the owner")


def test_what_the_error_says_depends_on_whether_a_password_was_tried(tmp_path: Path) -> None:
    path = protected_pdf(tmp_path / "light.pdf", WORD)
    with pytest.raises(Encrypted, match=r"“light.pdf” is protected by a password\."):
        texts(path)
    with pytest.raises(Encrypted, match=r"The password did not fit\.") as refused:
        texts(path, "wrong")
    assert "wrong" not in str(refused.value)
    assert refused.value.code == "Encrypted"


def test_an_empty_password_opens_by_itself(tmp_path: Path) -> None:
    path = protected_pdf(tmp_path / "light.pdf", "")
    assert PROMISE in texts(path)
    assert PROMISE in texts(path, "one that it does not need")


def test_half_a_character_fits_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    path = protected_pdf(tmp_path / "light.pdf", WORD)
    with pytest.raises(Encrypted, match="did not fit"):
        texts(path, "\udcff", "", "\0", "x" * 5000)
    assert PROMISE in texts(path, "\udcff", WORD)


def test_workers_try_each_files_own_password_on_it_alone(tmp_path: Path) -> None:
    first, second, third = (
        protected_pdf(tmp_path / f"{name}.pdf", password) for name, password in (("a", "x"), ("b", "y"), ("c", "x"))
    )
    known = Passwords().with_own(first, "x").with_shared("y")
    with Pool(1) as pool:
        came = dict(pool.read_all([first, second, third], passwords=lambda: known))
    assert [isinstance(came[path], Encrypted) for path in (first, second, third)] == [False, False, True]


def test_a_password_is_in_nothing_that_could_be_printed() -> None:
    known = Passwords().with_shared(WORD).with_own(Path("a.pdf"), WORD)
    asked = [PictureRequest("a.pdf", 1, 1.0, passwords=(WORD,)), WordsRequest("a.pdf", 1, (WORD,))]
    said = [known, Job(Path("a.pdf"), (WORD,)), *asked]
    assert not any("lantern" in repr(one) + str(one) for one in said)


def test_kinds_of_files_that_no_password_opens_say_so_with_a_code_of_their_own(tmp_path: Path) -> None:
    key = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    path = write_zip(tmp_path / "plan.odt", {"mimetype": kind, "META-INF/manifest.xml": key, "content.xml": b"\xff"})
    with pytest.raises(CannotDecrypt, match="without a password") as raised:
        registry.read(path, passwords=[WORD])
    assert raised.value.code == "CannotDecrypt"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the shared corpus beside the project")
def test_the_protected_file_of_the_corpus_opens_with_its_password() -> None:
    path = CORPUS / "con2017-userpw-secret.pdf"
    with pytest.raises(Encrypted):
        texts(path)
    assert len(texts(path, "secret")) > 20
