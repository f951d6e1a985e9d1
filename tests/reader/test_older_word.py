"""Word documents of before 2007: known by their streams, read through LibreOffice or sent back with a sentence."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from office_files import blocks_in, outline, texts, write_opendocument

from reader.errors import Damaged, Encrypted, NotSupported, TookTooLong
from reader.formats.older_word import libreoffice
from reader.formats.older_word.compound import SIGNATURE, streams_of
from reader.formats.registry import read, recognise
from reader.model import Kind

TEXT = "We will light every lane, and mend what the storms have broken."
SECTOR, FREE, END, TABLE = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

StandIn = Callable[[str], None]


def write_compound(path: Path, *streams: str, flags: int = 0) -> Path:
    """A compound file with these empty streams and one of 4,096 bytes under the first name, which has `flags`."""
    names = ("Root Entry", *streams)
    directory = b""
    for at, name in enumerate(names):
        entry = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 2 * len(name) + 2, 2 if at else 5, 1)
        right = at + 1 if 0 < at < len(names) - 1 else FREE
        entry += struct.pack("<3I", FREE, right, 1 if not at and streams else FREE)
        directory += entry.ljust(116, b"\0") + struct.pack("<IQ", 3 if at == 1 else END, 4096 if at == 1 else 0)
    blocks = -(-len(directory) // SECTOR)
    # The table, one or two sectors of directory, then the stream.
    chains = [TABLE, *([2, END] if blocks == 2 else [END, FREE]), *range(4, 11), END]
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(SECTOR, b"\xff")
    header = SIGNATURE.ljust(24, b"\0") + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<7I", 1, 1, 0, 4096, END, 0, END)
    header = (header + struct.pack("<2I", 0, 0))[:76] + struct.pack("<109I", 0, *[FREE] * 108)
    stream = struct.pack("<HHIHH", 0xA5EC, 193, 0, 0, flags).ljust(4096, b"\0")
    path.write_bytes(header + table + directory.ljust(2 * SECTOR, b"\0") + stream)
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return write_compound(tmp_path / "plan.doc", "WordDocument", "1Table", "Data", "CompObj")


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "programs").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    monkeypatch.setattr(libreoffice, "_PLACES", ())


@pytest.fixture
def stand_in(tmp_path: Path, nothing_installed: None) -> StandIn:
    """Installs a program in LibreOffice's place that does what the lines of Python say."""
    if sys.platform == "win32":
        pytest.skip("a stand-in for LibreOffice takes a script that Windows does not start")

    def install(lines: str) -> None:
        program = tmp_path / "programs" / "soffice"
        front = f"#!{sys.executable}\nimport os, pathlib, shutil, subprocess, sys, time\narguments = sys.argv\n"
        program.write_text(f"{front}made = pathlib.Path(arguments[arguments.index('--outdir') + 1])\n{lines}\n")
        program.chmod(0o755)

    return install


def test_the_streams_of_a_compound_file_are_listed(document: Path) -> None:
    streams = streams_of(document)
    assert set(streams) == {"WordDocument", "1Table", "Data", "CompObj"}
    assert streams["WordDocument"] == 4 * SECTOR


def test_a_table_longer_than_the_header_has_room_for_is_followed(document: Path) -> None:
    whole = document.read_bytes()
    more = struct.pack("<128I", *[FREE] * 127, END)
    # One more sector of the list of tables, behind everything else.
    at = (len(whole) - 512) // SECTOR
    document.write_bytes(whole[:68] + struct.pack("<2I", at, 1) + whole[76:] + more)
    assert "WordDocument" in streams_of(document)
    document.write_bytes(document.read_bytes()[:-1])
    assert streams_of(document) == {}


def test_what_it_is_is_told_by_its_streams(document: Path, tmp_path: Path) -> None:
    assert recognise(document.rename(tmp_path / "plan.txt")).name == "Word 97"
    with pytest.raises(NotSupported, match="older Office"):
        recognise(write_compound(tmp_path / "sheet.doc", "Workbook"))


@pytest.mark.usefixtures("nothing_installed")
def test_without_libreoffice_a_sentence_says_to_save_it_as_docx(document: Path) -> None:
    with pytest.raises(NotSupported) as caught:
        read(document)
    assert caught.value.problem.startswith("“plan.doc”")
    assert ".docx" in caught.value.advice
    assert "LibreOffice" in caught.value.advice


@pytest.mark.parametrize(("streams", "flags"), [(("EncryptedPackage",), 0), (("WordDocument",), 0x0100)])
def test_a_protected_document_asks_for_a_copy_without_password(
    tmp_path: Path, streams: tuple[str, ...], flags: int
) -> None:
    with pytest.raises(Encrypted, match="without a password"):
        read(write_compound(tmp_path / "plan.docx", *streams, flags=flags))


def test_a_document_cut_short_or_in_circles_is_damaged(document: Path) -> None:
    whole = document.read_bytes()
    for broken in (whole[:600], whole[:1100], whole[:30] + b"\x05\x00" + whole[32:], whole[:512] + b"\0" * 3000):
        document.write_bytes(broken)
        with pytest.raises(Damaged):
            read(document)
    # The directory's chain leads back to itself.
    document.write_bytes(whole[:516] + struct.pack("<I", 1) + whole[520:])
    assert "WordDocument" in streams_of(document)


def test_it_is_read_as_libreoffice_turns_it_over(document: Path, tmp_path: Path, stand_in: StandIn) -> None:
    heading = '<text:h text:outline-level="1">Light</text:h>'
    text = write_opendocument(tmp_path / "made.odt", f"{heading}<text:p>{TEXT}</text:p>")
    stand_in(f"made.mkdir()\nshutil.copy({str(text)!r}, made / 'document.odt')")
    before = sorted(document.parent.iterdir())
    manifesto = read(document)
    assert manifesto.format == "Word 97"
    assert outline(manifesto.blocks) == [(Kind.HEADING, 1, "Light"), (Kind.PARAGRAPH, None, TEXT)]
    assert sorted(document.parent.iterdir()) == before


def test_it_is_given_a_copy_and_a_profile_without_macros_and_network(
    document: Path, tmp_path: Path, stand_in: StandIn
) -> None:
    stand_in(
        "seen = pathlib.Path(" + repr(str(tmp_path / "seen")) + ")\n"
        "profile = next(a for a in arguments if a.startswith('-env')).split('file://')[1]\n"
        "settings = (pathlib.Path(profile) / 'user' / 'registrymodifications.xcu').read_text()\n"
        "seen.write_text('\\n'.join([arguments[-1], settings]))"
    )
    with pytest.raises(Damaged):
        read(document)
    copy, *settings = (tmp_path / "seen").read_text().splitlines()
    assert Path(copy) != document
    assert not Path(copy).exists()
    assert any("DisableMacrosExecution" in line and "<value>true</value>" in line for line in settings)
    assert any("BlockUntrustedRefererLinks" in line and "<value>true</value>" in line for line in settings)


def test_when_it_hangs_it_is_ended_with_all_it_started(
    document: Path, tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(tmp_path / 'child')!r}).write_text(str(child.pid))\ntime.sleep(60)"
    )
    program = libreoffice.libreoffice()
    assert program is not None
    folder = tmp_path / "work"
    folder.mkdir()
    with pytest.raises(TookTooLong, match=r"plan\.doc.*docx"):
        libreoffice.converted(program, document, folder, longest=2.0)
    child = int((tmp_path / "child").read_text())
    until = time.monotonic() + 5
    while psutil.pid_exists(child) and psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.soak
def test_libreoffice_itself_gives_the_blocks_of_the_document_it_was_made_from(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    headings = (f'<text:h text:outline-level="{at}">{text}</text:h>' for at, text in ((1, "Light"), (2, "Lamps")))
    source = write_opendocument(tmp_path / "plan.odt", "".join(f"{one}<text:p>{TEXT}</text:p>" for one in headings))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", "doc", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=100, env=dict(os.environ))
    assert outline(blocks_in(tmp_path / "plan.doc")) == outline(blocks_in(source))
    assert texts(blocks_in(source))[0] == "Light"
