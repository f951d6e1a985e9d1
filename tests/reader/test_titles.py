"""What is a title in every format and language: no contents, guide, signature, or name that a program gave."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import word_paragraph, write_opendocument, write_word

from reader.formats.registry import read
from reader.titles import title_from

_PROSE = (
    "We will mend the harbour wall and open the library on each day of the week, because the town has waited for long."
)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "In this document",
            "What’s inside this manifesto",
            "On this page",
            "Inside",
            "In diesem Dokument",
            "Auf einen Blick",
        ),
        *(
            "In dit document",
            "En este documento",
            "Dans ce document",
            "Yn y ddogfen hon",
            "Inhalt",
            "Inhoud",
            "Índice",
            "Cynnwys",
        ),
        *("A safer quay ........ 12", "Häfen und Netze … 7", "Puertos . . . . 4", "Haven\t9"),
        *(
            "Ann Other, Leader of the Harbour Party",
            "Jo van Roe, lijsttrekker",
            "Maren Ode – Vorsitzende",
            "Sam Doe Prime Minister",
        ),
        *("Layout 1", "harbour_plan_v3", "Foreword by Ann Other", "Vorwort"),
    ],
)
def test_what_only_looks_like_a_title_is_none(line: str) -> None:
    assert title_from(line) == ""


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Forward together Forward together", "Forward together"),
        ("HAFEN FÜR ALLE Hafen für alle", "HAFEN FÜR ALLE"),
        ("Now! Now! Now!", "Now!"),
        ("A plan for the next Prime Minister", "A plan for the next Prime Minister"),
        ("Vote for a leader", "Vote for a leader"),
        ("In this town together", "In this town together"),
        ("Harbour 2031", "Harbour 2031"),
        ("Inside out: a plan", "Inside out: a plan"),
    ],
)
def test_what_is_a_title_is_one_once(line: str, title: str) -> None:
    assert title_from(line) == title


def _as_text(path: Path, line: str) -> Path:
    path.write_text(f"{line}\n\n{_PROSE}\n\n{_PROSE}\n", encoding="utf-8")
    return path


def _as_markdown(path: Path, line: str) -> Path:
    path.write_text(f"# {line}\n\n{_PROSE}\n\n## Nets\n\n{_PROSE}\n", encoding="utf-8")
    return path


def _as_web_page(path: Path, line: str) -> Path:
    path.write_text(f"<h1>{line}</h1><p>{_PROSE}</p><h2>Nets</h2><p>{_PROSE}</p>", encoding="utf-8")
    return path


def _as_word(path: Path, line: str) -> Path:
    style = '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style>'
    return write_word(path, word_paragraph(line, "h1") + word_paragraph(_PROSE), styles=style)


def _as_opendocument(path: Path, line: str) -> Path:
    return write_opendocument(path, f'<text:h text:outline-level="1">{line}</text:h><text:p>{_PROSE}</text:p>')


_FORMATS = {
    "txt": _as_text,
    "md": _as_markdown,
    "html": _as_web_page,
    "docx": _as_word,
    "odt": _as_opendocument,
}


@pytest.mark.parametrize("suffix", _FORMATS)
@pytest.mark.parametrize("line", ["In this document", "Inhalt", "Jo van Roe, lijsttrekker"])
def test_no_format_takes_a_guide_or_a_signature_for_the_title(tmp_path: Path, suffix: str, line: str) -> None:
    assert read(_FORMATS[suffix](tmp_path / f"plan.{suffix}", line)).title == ""


@pytest.mark.parametrize("suffix", _FORMATS)
def test_every_format_gives_a_repeated_title_once(tmp_path: Path, suffix: str) -> None:
    assert read(_FORMATS[suffix](tmp_path / f"plan.{suffix}", "Nets for all Nets for all")).title == "Nets for all"
