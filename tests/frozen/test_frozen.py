"""The program as PyInstaller froze it: says its version, gives topic views, draws the compare window."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest
from unpacked import Machine

import packing

KHAN = packing.ROOT / "assets" / "samples" / "khan-2024-making-london-safer.txt"

pytestmark = pytest.mark.frozen


def test_it_says_its_version(machine: Machine) -> None:
    done = machine.run("--version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("hustings 0.")


def test_it_gives_the_topic_views_of_a_sample(machine: Machine) -> None:
    done = machine.run("topics", KHAN, "--json")
    assert done.returncode == 0, done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    assert len(document["topics"]["policing"]["passages"]) > 10
    assert all(document["topics"][topic]["passages"] for topic in ("policing", "vawg", "fire-safety"))


def test_it_draws_the_compare_window(machine: Machine, tmp_path: Path) -> None:
    picture = tmp_path / "compare.png"
    done = machine.run("scene", "compare-policing", picture)
    assert done.returncode == 0, done.stderr
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    assert width >= 1024
    assert height >= 640
    assert picture.stat().st_size > 20_000


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("pptx", b"PK"), ("xlsx", b"PK"), ("html", b"<!DOCTYPE")]
)
def test_it_exports_a_comparison(machine: Machine, tmp_path: Path, form: str, begins: bytes) -> None:
    out = tmp_path / f"policing.{form}"
    done = machine.run("compare", "--topic", "policing", KHAN, "--out", out)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(begins)
