"""Archives and XML from strangers: nothing is fetched, unpacked without end, or believed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from office_files import write_word, write_zip

from reader.errors import Damaged, Encrypted, NotFound, TookTooMuchMemory
from reader.formats.archives import Archive, opened, xml_of
from reader.formats.registry import read

MIB = 1 << 20
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def test_a_member_is_read_by_name(tmp_path: Path) -> None:
    with opened(write_zip(tmp_path / "a.zip", {"a.xml": "<a/>"})) as archive:
        assert archive.names == ("a.xml",)
        assert archive.read("a.xml") == b"<a/>"
        assert archive.read("b.xml") is None
        assert archive.xml("b.xml") is None


@pytest.mark.parametrize("members", [{"one": 30}, {"one": 7, "two": 8}])
def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, members: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_zip(tmp_path / "bomb.docx", {name: b"\0" * (size * MIB) for name, size in members.items()})
    monkeypatch.setattr("reader.formats.archives._MOST", 10 * MIB)

    def read_all(archive: Archive) -> None:
        for name in members:
            archive.read(name)

    with opened(path) as archive, pytest.raises(TookTooMuchMemory, match="unpack"):
        read_all(archive)


def test_what_is_compressed_as_far_as_no_writing_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "bomb.docx", {"one": b"\0" * (9 * MIB)})
    with opened(path) as archive, pytest.raises(TookTooMuchMemory):
        archive.read("one")


def test_what_an_entity_points_to_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the harbour master's key")
    outside = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]><d>&e;</d>'
    assert "key" not in "".join(xml_of(outside.encode(), tmp_path).itertext())


def test_entities_in_a_document_are_left_out_and_do_not_multiply(tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", "<w:p><w:r><w:t>Lamps</w:t></w:r></w:p>")
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    document = members["word/document.xml"]
    few = b'<!DOCTYPE d [<!ENTITY e "ha">]>' + document.replace(b"Lamps", b"La&e;mps")
    write_zip(path, {**members, "word/document.xml": few})
    assert read(path).blocks[0].text == "Lamps"
    write_zip(path, {**members, "word/document.xml": LAUGHS.encode() + document.replace(b"Lamps", b"&i;")})
    with pytest.raises(Damaged):
        read(path)


def test_xml_nested_deeper_than_any_writer_does_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        xml_of(b"<a>" * 5_000 + b"</a>" * 5_000, tmp_path / "deep.docx")


def test_an_archive_cut_short_is_damaged(tmp_path: Path) -> None:
    path = write_word(tmp_path / "plan.docx", "<w:p/>")
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(Damaged, match=r"plan\.docx.*again"):
        read(path)


def test_a_member_with_flipped_bits_is_damaged(tmp_path: Path) -> None:
    path = write_word(tmp_path / "plan.docx", "<w:p/>" * 100)
    content = bytearray(path.read_bytes())
    begin = content.index(b"word/document.xml") + len("word/document.xml")
    content[begin : begin + 20] = b"\xff" * 20
    path.write_bytes(content)
    with pytest.raises(Damaged):
        read(path)


def test_a_member_with_a_password_asks_for_a_copy_without(tmp_path: Path) -> None:
    path = write_word(tmp_path / "plan.docx", "<w:p/>")
    content = path.read_bytes()
    # The flag stands in the list at the end, two bytes after the versions.
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content = content[: at + 8] + b"\x01" + content[at + 9 :]
        at += 4
    path.write_bytes(content)
    with pytest.raises(Encrypted, match="without a password"):
        read(path)


def test_an_archive_that_is_gone_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound), opened(tmp_path / "gone.docx"):
        pass


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_cannot_be_unpacked_is_damage_however_it_was_packed(tmp_path: Path, compression: int) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("one", "lamps on every pier " * 300)
    content = bytearray(path.read_bytes())
    packed = content.index(b"one") + len("one")
    content[packed + 8 : packed + 36] = b"\xff" * 28
    path.write_bytes(content)
    with opened(path) as archive_of_ours, pytest.raises(Damaged):
        archive_of_ours.read("one")
