"""Writes PDFs object by object, for what no library writes: loops, endless streams, thousands of pages."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: bytes, extra: str = "") -> bytes:
    """The object of a compressed stream; `extra` are further entries of its dictionary."""
    packed = zlib.compress(content, 9)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {extra} >>"
    return head.encode() + b"\nstream\n" + packed + b"\nendstream"


def write_pdf(path: Path, objects: Mapping[int, str | bytes]) -> Path:
    """A PDF of these objects by number, of which 1 is the catalogue."""
    places: dict[int, int] = {}
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        for number, body in objects.items():
            places[number] = file.tell()
            file.write(f"{number} 0 obj\n".encode())
            file.write(body if isinstance(body, bytes) else body.encode())
            file.write(b"\nendobj\n")
        begin, last = file.tell(), max(places)
        file.write(f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode())
        for number in range(1, last + 1):
            used = number in places
            file.write(f"{places.get(number, 0):010} {0 if used else 65535:05} {'n' if used else 'f'} \n".encode())
        file.write(f"trailer << /Root 1 0 R /Size {last + 1} >>\nstartxref\n{begin}\n%%EOF\n".encode())
    return path


def write_pages(path: Path, contents: Iterable[bytes], more: Mapping[int, str | bytes] | None = None) -> Path:
    """A PDF with a page of 420 by 595 points for each content stream; `more` are other objects, by
    numbers from 4 to 9, or from 100 on beside a single page.

    What is in 9 are the resources; without it they name Helvetica as /F1.
    """
    objects: dict[int, str | bytes] = {1: "<< /Type /Catalog /Pages 2 0 R >>", 3: HELVETICA}
    objects[9] = "<< /Font << /F1 3 0 R >> >>"
    objects |= more or {}
    kids, number = [], 10
    for content in contents:
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Resources 9 0 R /Contents {number + 1} 0 R >>"
        )
        objects[number + 1] = stream(content)
        kids.append(f"{number} 0 R")
        number += 2
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return write_pdf(path, objects)
