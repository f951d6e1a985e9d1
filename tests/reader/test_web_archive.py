"""Pages that a browser saved in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import NoText
from reader.formats.registry import read

ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.example/plan
Subject: =?utf-8?Q?A=20plan?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="--cut"

----cut
Content-Type: {kind}
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour.example/plan

<!DOCTYPE html><html><head><title>Plan</title></head><body><h1>Lamps</h1><p=
>We will light every lane =E2=80=93 for =C2=A34.</p></body></html>
----cut
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----cut--
"""


def test_the_page_in_it_is_read_with_its_address(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(ARCHIVE.format(kind='text/html; charset="utf-8"'), encoding="ascii", newline="\r\n")
    manifesto = read(path)
    assert [block.text for block in manifesto.blocks] == ["Lamps", "We will light every lane – for £4."]
    assert manifesto.metadata["source"] == "https://harbour.example/plan"
    assert manifesto.format == "Web page"


def test_one_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.mhtml"
    path.write_text(ARCHIVE.format(kind="text/css"), encoding="ascii")
    with pytest.raises(NoText):
        read(path)
