"""How commands speak: UTF-8 whatever the locale, JSON for scripts, sentences for people, complaints to stderr."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.errors import UserError
from reader.full_disk import is_full
from ui.shared.file_writing import write_file

Json = dict[str, Any]

# What a terminal obeys in place of showing it, and what turns the order of letters or begins a line. File names,
# titles and words of manifestos may hold any of it.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def speak_utf8() -> None:
    """Write UTF-8 on both streams; what UTF-8 cannot hold (half a character in a file name) as a JSON escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def failure(path: str, error: UserError) -> Json:
    """An entry of `errors`."""
    return {"path": path, "code": error.code, "problem": error.problem, "advice": error.advice}


def shown(text: str, *, but: str = "") -> str:
    """Text in which whatever would steer a terminal stands as an escape that JSON knows too: \\u001b, \\u202e.

    The characters in `but` stay.
    """
    return _STEERING.sub(lambda found: found[0] if found[0] in but else f"\\u{ord(found[0]):04x}", text)


def say(line: str) -> None:
    """Print a line for people."""
    print(shown(line))


def write(text: str) -> None:
    """Print an export as it is; on a terminal, which is no place to keep it, with nothing that would steer that."""
    print(shown(text, but="\n\t") if sys.stdout is not None and sys.stdout.isatty() else text, end="")


def write_json(value: Json, out: Path | None = None) -> None:
    """Print one JSON object, or write it to the file `out`; the names of its parts are documented and stay.

    Raises what write_file raises.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if out is None:
        print(shown(text, but="\n"))
    else:
        write_file(out, f"{text}\n")


def complain(sentence: str) -> None:
    """Say on stderr what is wrong, where stderr can be written to."""
    with suppress(OSError):
        print(shown(sentence), file=sys.stderr)


def complain_of(failures: list[Json]) -> None:
    """Say on stderr which files failed and why, one line each; what is of no file stands without one."""
    for one in failures:
        complain(f"{one['path']}: ".removeprefix(": ") + f"{one['problem']} {one['advice']}")


def delivered() -> bool:
    """Hand over all that was printed; whether it could be. Where not, why is said. Raises BrokenPipeError."""
    if sys.stdout is None:
        return True
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        print_nowhere()
        reason = "there is no room left where it goes" if is_full(error) else f"{error.strerror}"
        complain(f"The output could not be written: {reason}. Send it somewhere else and run the command again.")
        return False
    return True


def print_nowhere() -> None:
    """Nobody takes our output any more; Python would complain again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def one_line(text: str, width: int) -> str:
    """Text on one line, cut at a word with an ellipsis where it is longer than `width` code points."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    return flat[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def where(page: int | None, label: str | None) -> str:
    """ "p. 12" with the printed label where there is one, "" for formats without pages."""
    shown_page = label or (str(page) if page is not None else "")
    return f"p. {shown_page}" if shown_page else ""
