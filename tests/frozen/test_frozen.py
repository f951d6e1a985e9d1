"""The program as PyInstaller froze it: says its version, gives topic views, draws the compare window."""

from __future__ import annotations

import json
import os
import struct
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "hustings" / ("hustings.exe" if os.name == "nt" else "hustings")
KHAN = ROOT / "assets" / "samples" / "khan-2024-making-london-safer.txt"

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not PROGRAM.exists(), reason="nothing built yet: python3 start.py build"),
]


def frozen(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # A clean environment, so that nothing of the development environment can help the frozen program out.
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    environment = kept | {
        "HUSTINGS_HOME": str(home),
        "HUSTINGS_CACHE": os.environ["HUSTINGS_CACHE"],
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        [str(PROGRAM), *arguments], cwd=home, env=environment, check=False, capture_output=True, text=True, timeout=240
    )


def test_it_says_its_version(tmp_path: Path) -> None:
    done = frozen(tmp_path, "--version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("hustings 0.")


def test_it_gives_the_topic_views_of_a_sample(tmp_path: Path) -> None:
    done = frozen(tmp_path, "topics", str(KHAN), "--json")
    assert done.returncode == 0, done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    assert len(document["topics"]["policing"]["passages"]) > 10
    assert all(document["topics"][topic]["passages"] for topic in ("policing", "vawg", "fire-safety"))


def test_it_draws_the_compare_window(tmp_path: Path) -> None:
    picture = tmp_path / "compare.png"
    done = frozen(tmp_path, "scene", "compare-policing", str(picture))
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
def test_it_exports_a_comparison(tmp_path: Path, form: str, begins: bytes) -> None:
    out = tmp_path / f"policing.{form}"
    done = frozen(tmp_path, "compare", "--topic", "policing", str(KHAN), "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(begins)
