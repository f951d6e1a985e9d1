"""How commands speak: UTF-8 whatever the locale, JSON for scripts, sentences for people, complaints to stderr."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

from reader.errors import UserError

Json = dict[str, Any]


def speak_utf8() -> None:
    """Write UTF-8 on both streams; what UTF-8 cannot hold (half a character in a file name) as a JSON escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def failure(path: str, error: UserError) -> Json:
    """An entry of `errors`."""
    return {"path": path, "code": error.code, "problem": error.problem, "advice": error.advice}


def write_json(value: Json) -> None:
    """Print one JSON object; the names of its parts are documented and stay."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def complain(sentence: str) -> None:
    """Say on stderr what is wrong."""
    print(sentence, file=sys.stderr)


def complain_of(failures: list[Json]) -> None:
    """Say on stderr which files failed and why, one line each."""
    for one in failures:
        complain(f"{one['path']}: {one['problem']} {one['advice']}")


def one_line(text: str, width: int) -> str:
    """Text on one line, cut at a word with an ellipsis where it is longer than `width` code points."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    return flat[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def where(page: int | None, label: str | None) -> str:
    """ "p. 12" with the printed label where there is one, "" for formats without pages."""
    shown = label or (str(page) if page is not None else "")
    return f"p. {shown}" if shown else ""
