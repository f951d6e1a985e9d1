"""What web pages hold but show only at a click, in frames or through scripts, and what in them is nobody's text."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest
from office_files import blocks_in, texts

from reader.errors import Damaged, NoText
from reader.formats.registry import read
from reader.model import Manifesto

LIGHT = "We will light every lane, and mend what the storms have broken."
BUILD = "We will build ninety homes above the harbour, half of them to let."
CLOSED = "Parts of the page that were closed when it was saved were read too."
FRAMED = "What stands in frames of the page, or in parts that scripts made, was read too."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.html"


def page(path: Path, body: str, head: str = "") -> Manifesto:
    html = f"<!DOCTYPE html><html><head><title>Plan</title>{head}</head><body>{body}</body></html>"
    path.write_text(html, encoding="utf-8")
    return read(path)


def said(manifesto: Manifesto) -> list[str]:
    return texts(manifesto.blocks)


@pytest.mark.parametrize(
    "panel",
    [
        f"<div class='panel' hidden><p>{BUILD}</p></div>",
        f"<section style='color: red; display:none'><p>{BUILD}</p></section>",
        f"<div role='tabpanel' aria-hidden='true'><p>{BUILD}</p></div>",
        f"<ul style='visibility: hidden'><li>{BUILD}</li></ul>",
        f"<div hidden><div hidden><p>{BUILD}</p></div></div>",
        f"<div class='sf-hidden'><p>{BUILD}</p></div>",
        f"<div class='hidden'>{BUILD}</div>",
    ],
)
def test_closed_parts_are_read_and_a_note_says_so(path: Path, panel: str) -> None:
    manifesto = page(path, f"<h1>Plan</h1><p>{LIGHT}</p><p>{LIGHT[:30]}.</p>{panel}")
    assert said(manifesto) == ["Plan", LIGHT, f"{LIGHT[:30]}.", BUILD]
    assert manifesto.notes == (CLOSED,)


@pytest.mark.parametrize(
    "button",
    [
        f"<button aria-expanded='false'>Homes</button><div hidden>{BUILD}</div>",
        f"<button aria-expanded='false' aria-controls='p'>Homes</button><i></i><div id='p' hidden>{BUILD}</div>",
        f"<h2><button aria-expanded='false'>Homes</button></h2><div style='display:none'>{BUILD}</div>",
    ],
)
def test_the_button_that_opens_a_part_is_its_title(path: Path, button: str) -> None:
    assert said(page(path, f"<h1>Plan</h1><p>{LIGHT} {LIGHT}</p>{button}"))[2:] == ["Homes", BUILD]


@pytest.mark.parametrize(
    "unsaid",
    [
        f"<div hidden><p>{LIGHT}</p></div>",
        f"<form style='display:none'><p>{BUILD}</p><input></form>",
        f"<div role='dialog' hidden><p>{BUILD}</p></div>",
        f"<div hidden><p>{BUILD}</p><input type='email'></div>",
        "<p hidden>Copied to the clipboard</p>",
        f"<p style='mso-hide:all'>{BUILD}</p>",
        f"<div class='sr-only'>{BUILD}</div>",
        f"<button aria-expanded='false'>Menu</button><p>{LIGHT}</p>",
    ],
)
def test_what_is_hidden_and_no_part_of_the_text_stays_hidden(path: Path, unsaid: str) -> None:
    manifesto = page(path, f"<h1>Plan</h1><p>{LIGHT} {LIGHT}</p>{unsaid}<p>{LIGHT[:-1]}!</p>")
    assert {*said(manifesto)} <= {"Plan", f"{LIGHT} {LIGHT}", LIGHT, f"{LIGHT[:-1]}!"}
    assert manifesto.notes == ()


def test_a_part_that_is_hidden_twice_is_read_once(path: Path) -> None:
    twice = f"<div hidden><p>{BUILD}</p></div>" * 2
    assert said(page(path, f"<h1>Plan</h1><p>{LIGHT} {LIGHT}</p>{twice}")) == ["Plan", f"{LIGHT} {LIGHT}", BUILD]


def test_closed_details_are_named_in_the_note_and_open_ones_are_not(path: Path) -> None:
    details = f"<p>{LIGHT}</p><details {{}}><summary>Homes</summary><p>{BUILD}</p></details>"
    assert page(path, details.format("")).notes == (CLOSED,)
    assert page(path, details.format("open")).notes == ()


@pytest.mark.parametrize(
    "embedded",
    [
        f"<div><template shadowrootmode='open'><style>p{{}}</style><p>{BUILD}</p><slot></slot></template></div>",
        f"<x-card><template shadowroot='open'><p>{BUILD}</p></template></x-card>",
        f'<iframe srcdoc="<p>{BUILD}</p>"></iframe>',
        f"<iframe srcdoc=\"<iframe srcdoc='<p>{BUILD}</p>'></iframe>\"></iframe>",
    ],
)
def test_shadow_roots_and_frames_in_the_page_are_read_and_a_note_says_so(path: Path, embedded: str) -> None:
    manifesto = page(path, f"<h1>Plan</h1><p>{LIGHT}</p>{embedded}")
    assert said(manifesto) == ["Plan", LIGHT, BUILD]
    assert manifesto.notes == (FRAMED,)


@pytest.mark.parametrize(
    "inside",
    [
        f"<template><p>{BUILD}</p></template>",
        f"<iframe src='https://video.example/1'>{BUILD}</iframe>",
        f"<iframe src='http://[x'>{BUILD}</iframe>",
    ],
)
def test_what_no_browser_shows_is_not_read(path: Path, inside: str) -> None:
    manifesto = page(path, f"<h1>Plan</h1><p>{LIGHT}</p>{inside}")
    assert (said(manifesto), manifesto.notes) == (["Plan", LIGHT], ())


@pytest.mark.parametrize(
    "deleted",
    [
        f"<p><del>{BUILD}</del></p>",
        f"<del><p>{BUILD}</p></del>",
        f"<div style='mso-element:comment-list'><div style='mso-element:comment'><p>{BUILD}</p></div></div>",
        f"<p><a href='#cmnt1' id='cmnt_ref1'>[a]</a></p><div class='b'><p><a id='cmnt1'>a</a>{BUILD}</p></div>",
    ],
)
def test_deleted_words_and_comments_are_left_out(path: Path, deleted: str) -> None:
    assert said(page(path, f"<h1>Plan</h1><p>{LIGHT} {LIGHT}</p>{deleted}")) == ["Plan", f"{LIGHT} {LIGHT}"]


@pytest.mark.parametrize("answer", ["Got it", "OK", "Verstanden", "Accept all"])
def test_words_about_cookies_are_left_out_whatever_the_answer(path: Path, answer: str) -> None:
    asks = f"<div class='bar'><p>We use cookies to make this page better for you.</p><a href='#'>{answer}</a></div>"
    assert said(page(path, f"<h1>Plan</h1><p>{LIGHT}</p>{asks}<p>{BUILD}</p>")) == ["Plan", LIGHT, BUILD]


def archive(text: str, encoding: str = "utf-8", **more: object) -> dict[str, object]:
    address = "https://harbour.example/plan/index.html"
    main = {
        "WebResourceData": text.encode(encoding),
        "WebResourceURL": address,
        "WebResourceTextEncodingName": encoding,
    }
    return {"WebMainResource": main, **more}


def framed() -> dict[str, object]:
    inner = archive(f"<p>{BUILD}</p>")
    inner["WebMainResource"]["WebResourceURL"] = "https://harbour.example/plan/more.html"  # type: ignore[index]
    return archive(f"<h1>Plan</h1><p>{LIGHT}</p><iframe src='more.html'></iframe>", WebSubframeArchives=[inner])


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        (archive(f"<h1>Plan</h1><p>{LIGHT}</p>"), ["Plan", LIGHT]),
        (archive("<h1>Plan</h1><p>£3m for women’s cafés</p>", "cp1252"), ["Plan", "£3m for women’s cafés"]),
        (framed(), ["Plan", LIGHT, BUILD]),
    ],
)
@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_pages_saved_by_safari_are_read(
    tmp_path: Path, saved: dict[str, object], expected: list[str], form: plistlib.PlistFormat
) -> None:
    path = tmp_path / "plan.webarchive"
    path.write_bytes(plistlib.dumps(saved, fmt=form))
    manifesto = read(path)
    assert said(manifesto) == expected
    assert manifesto.metadata["source"] == "https://harbour.example/plan/index.html"


def test_broken_and_empty_archives_of_safari_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.webarchive"
    path.write_bytes(b"bplist00WebMainResource and nothing more")
    with pytest.raises(Damaged):
        read(path)
    path.write_bytes(plistlib.dumps({"WebMainResource": "no page"}, fmt=plistlib.FMT_BINARY))
    with pytest.raises(NoText):
        read(path)


def test_frames_in_a_page_saved_in_one_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.mhtml"
    part = "--cut\nContent-Type: text/html\n{}\n\n{}\n"
    path.write_text(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=cut\n\n"
        + part.format("Content-Location: https://a.example/p", f"<p>{LIGHT}</p><iframe src='cid:f1@x'></iframe>")
        + part.format("Content-ID: <f1@x>", f"<p>{BUILD}</p>")
        + "--cut--\n"
    )
    assert texts(blocks_in(path)) == [LIGHT, BUILD]


BESIDE = (
    "What stands in frames of the page was not read: it was saved in the folder “Plan_files” beside it. Save the page "
    "again as a single file, and add that."
)


@pytest.mark.parametrize("frame", ["iframe", "frame"])
@pytest.mark.parametrize(
    "source", ["./Plan_files/saved_resource.html", "Plan_files/a%20b.HTM", "Plan_files\\\\c.xhtml#d"]
)
def test_frames_that_were_saved_beside_a_page_are_named_and_their_folder_is_not_touched(
    path: Path, frame: str, source: str
) -> None:
    (path.parent / "Plan_files").mkdir()
    for name in ("saved_resource.html", "a b.HTM", "c.xhtml"):
        (path.parent / "Plan_files" / name).write_text(f"<p>{BUILD}</p>")
    found = page(path, f"<p>{LIGHT}</p><{frame} src='{source}'></{frame}>")
    assert BUILD not in said(found)
    assert found.notes == (BESIDE,)


@pytest.mark.parametrize(
    "attributes",
    [
        "src='https://example.org/plan.html'",
        "src='//example.org/a/plan.html'",
        "src='about:blank'",
        "src='plan.html'",
        "src='../secret/plan.html'",
        "src='/etc/plan.html'",
        "src='Plan_files/map.svg'",
        "src='Plan_files/count.html' width='1' height='1'",
        "src='Plan_files/count.html' style='display: none'",
        "src='Plan_files/count.html' hidden",
        "src='http://[plan/a.html'",
    ],
)
def test_frames_from_elsewhere_and_those_that_nobody_sees_need_no_note(path: Path, attributes: str) -> None:
    assert page(path, f"<p>{LIGHT}</p><iframe {attributes}></iframe>").notes == ()
