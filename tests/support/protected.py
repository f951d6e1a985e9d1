"""Protected PDFs for tests, and a search for a password in everything that a program has left on the disk."""

from __future__ import annotations

from pathlib import Path

import pymupdf

PROMISE = "We will light the quay from dusk to dawn, and pay the keepers of the light a fair wage."


def protected_pdf(path: Path, password: str, *, title: str = "A steady light", owner: str = "only the owner") -> Path:
    """A short manifesto of one page that opens with this password; "" protects against changes alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with pymupdf.open() as document:
        page = document.new_page(width=420, height=595)
        page.insert_text((50, 80), title, fontsize=22)
        page.insert_textbox((50, 120, 370, 500), PROMISE, fontsize=12)
        document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw=owner)
    return path


def files_holding(folder: Path, secret: str) -> list[str]:
    """The files below the folder, in whose name or bytes the secret stands in UTF-8 or UTF-16."""
    shapes = [secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be")]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if secret in path.name or (path.is_file() and any(shape in path.read_bytes() for shape in shapes))
    ]
