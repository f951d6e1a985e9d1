"""Web pages read into blocks: the text of the page and nothing of what stands around it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import NoText, NotSupported
from reader.formats.html.document import manifesto_in
from reader.formats.registry import read, recognise
from reader.guess import guess_fields
from reader.model import Block, Kind, Manifesto

Shown = list[tuple[str, int | None, str]]

PARTY_PAGE = """<!DOCTYPE html>
<!-- saved from url=(0033)https://harbour.example/plan/2031 -->
<html lang="en"><head><meta charset="utf-8"><title>A Fairer Harbour | The Harbour Party</title>
<meta name="author" content="The Harbour Party">
<meta property="article:published_time" content="2031-05-02T10:00:00Z"></head>
<body class="page has-sidebar">
<div id="cookie-banner"><p>We use cookies to make this page work.</p><button>Accept</button></div>
<a class="skip-link" href="#main">Skip to content</a>
<header><a href="/">The Harbour Party</a><nav><ul><li><a href="/a">About</a></li><li><a href="/b">News</a></li>
<li><a href="/c">Join us</a></li></ul></nav></header>
<div class="wrap"><div class="text">
<h1>A Fairer Harbour</h1>
<div class="share-buttons"><a href="https://one.example">One</a> <a href="https://two.example">Two</a></div>
<ul><li><a href="#lamps">Lamps</a></li><li><a href="#boats">Boats</a></li>
<li><a href="https://harbour.example/plan/2031#social-care">Social care</a></li></ul>
<p>Every lane in Little Harbour deserves a lamp, and every lamp deserves mending.</p>
<h2 id="lamps">Lamps</h2><p>We will light every lane before the winter comes.</p>
<h2 id="boats">Boats</h2><p>We will paint the boats every spring.</p>
<div id="social-care" class="section"><h3>Social care</h3><p>Nobody over eighty carries a lamp home.</p></div>
</div><div class="sidebar"><h3>Latest news</h3><ul><li><a href="/1">The quay is open</a></li>
<li><a href="/2">The quay is shut</a></li><li><a href="/3">The quay is wet</a></li></ul></div></div>
<section id="comments"><h2>Comments</h2><p>I think this is a very long comment about nothing.</p></section>
<footer><p>Promoted by Ann Oar on behalf of The Harbour Party, 1 Quay Street.</p><a href="/p">Privacy</a></footer>
</body></html>"""


def page(body: str, head: str = "") -> Manifesto:
    return manifesto_in(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", Path("a.html"), "Web page"
    )


def shown(body: str) -> Shown:
    return [(block.kind.value, block.level, block.text) for block in page(body).blocks]


def texts(body: str) -> list[str]:
    return [block.text for block in page(body).blocks]


def items(body: str) -> list[tuple[int | None, str | None, str]]:
    return [(block.level, block.marker, block.text) for block in page(body).blocks if block.kind is Kind.LIST_ITEM]


def written(folder: Path, content: str | bytes, name: str = "plan.html") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_party_page_is_read_without_menus_banners_side_columns_and_comments(tmp_path: Path) -> None:
    manifesto = read(written(tmp_path, PARTY_PAGE))
    assert [(block.kind.value, block.text) for block in manifesto.blocks] == [
        ("heading", "A Fairer Harbour"),
        ("contents", "Lamps"),
        ("contents", "Boats"),
        ("contents", "Social care"),
        ("paragraph", "Every lane in Little Harbour deserves a lamp, and every lamp deserves mending."),
        ("heading", "Lamps"),
        ("paragraph", "We will light every lane before the winter comes."),
        ("heading", "Boats"),
        ("paragraph", "We will paint the boats every spring."),
        ("heading", "Social care"),
        ("paragraph", "Nobody over eighty carries a lamp home."),
        ("furniture", "Promoted by Ann Oar on behalf of The Harbour Party, 1 Quay Street."),
    ]
    assert manifesto.blocks[10].section == ("A Fairer Harbour", "Boats", "Social care")
    assert manifesto.format == "Web page"


def test_what_the_page_says_of_itself_reaches_the_fields(tmp_path: Path) -> None:
    path = written(tmp_path, PARTY_PAGE)
    manifesto = read(path)
    assert manifesto.title == "A Fairer Harbour"
    assert manifesto.metadata == {
        "title": "A Fairer Harbour",
        "author": "The Harbour Party",
        "creationDate": "2031-05-02",
        "source": "https://harbour.example/plan/2031",
    }
    assert guess_fields(path, manifesto)["source"] == "https://harbour.example/plan/2031"


@pytest.mark.parametrize(
    "frame",
    [
        "<div class='top'><p>Welcome</p></div><main>{}</main><div>More to read</div>",
        "<div role='main'>{}</div><div>More to read</div>",
        "<p>Home</p><div itemprop='articleBody'>{}</div>",
        "<p>Home</p><article>{}</article><p>More to read</p>",
    ],
)
def test_the_element_that_says_it_is_the_main_one_is_believed(frame: str) -> None:
    text = "<h1>Lamps</h1><p>We will light every lane before the winter comes.</p>"
    assert texts(frame.format(text)) == ["Lamps", "We will light every lane before the winter comes."]


def test_a_main_element_that_holds_next_to_nothing_is_not_believed() -> None:
    lane = "We will light every lane before the winter comes, and mend each lamp. "
    assert texts(f"<main><p>Loading.</p></main><div><p>{lane * 3}</p></div>") == ["Loading.", (lane * 3).strip()]


def test_a_page_without_menus_is_read_whole() -> None:
    assert texts("<p>Ann Oar</p><h1>Lamps</h1><p>We will light them.</p><p>Spring</p>") == [
        "Ann Oar", "Lamps", "We will light them.", "Spring"
    ]  # fmt: skip


def test_hidden_text_scripts_and_controls_are_not_read() -> None:
    assert texts(
        "<p>We will light <span style='display: none'>no</span>every lane.</p><script>alert('no')</script>"
        "<noscript>no</noscript><template><p>no</p></template><style>p{}</style><p hidden>no</p>"
        "<div aria-hidden='true'>no</div><select><option>no</select><textarea>no</textarea><button>no</button>"
        "<svg><text>no</text></svg><iframe src='file:///etc/passwd'>no</iframe><p class='sr-only'>no</p>"
    ) == ["We will light every lane."]


def test_what_a_script_would_have_shown_is_read_although_it_is_hidden() -> None:
    assert texts("<p>Wait</p><div style='display:none'><p>We will light every lane of the town.</p></div>") == [
        "Wait", "We will light every lane of the town."
    ]  # fmt: skip


def test_a_heading_that_opens_at_a_click_is_a_heading() -> None:
    assert shown("<h3><button>Lamps</button></h3><div><p>We will light them.</p></div>") == [
        ("heading", 3, "Lamps"),
        ("paragraph", None, "We will light them."),
    ]


def test_text_outside_of_paragraphs_and_double_line_breaks_make_paragraphs() -> None:
    assert texts(
        "We will light every lane.<div>And mend<br>each lamp.<br><br>Then the quay.<p>Then the boats.</div>Done."
    ) == ["We will light every lane.", "And mend each lamp.", "Then the quay.", "Then the boats.", "Done."]


def test_lists_keep_depth_and_numbers_also_unclosed() -> None:
    assert items(
        "<ul><li>quay<li><p>lanes:</p><ul><li>long<ol><li>deep</ol></ul><li>sea</ul>"
        "<ol start=3 type=a><li>third<li value=7>seventh</ol><ol reversed><li>last<li>first</ol>"
    ) == [
        (1, "•", "quay"),
        (1, "•", "lanes:"),
        (2, "•", "long"),
        (3, "1.", "deep"),
        (1, "•", "sea"),
        (1, "c.", "third"),
        (1, "g.", "seventh"),
        (1, "2.", "last"),
        (1, "1.", "first"),
    ]


def test_what_follows_in_an_item_is_a_paragraph() -> None:
    assert shown("<ul><li><p>lamps</p><p>They are old.</p></li><li>quay<p>It is wet.</li></ul>") == [
        ("list_item", 1, "lamps"),
        ("paragraph", None, "They are old."),
        ("list_item", 1, "quay"),
        ("paragraph", None, "It is wet."),
    ]


def test_quotes_captions_terms_and_deep_headings() -> None:
    assert shown(
        "<h1>Plan</h1><h5>Lamps</h5><blockquote><p>Light is a right.</p><p>It is ours.</p></blockquote>"
        "<figure><img alt='no'><figcaption>The quay</figcaption></figure><div role=heading aria-level=2>Levy</div>"
        "<dl><dt>Lamp levy</dt><dd>A penny a boat.</dd></dl>"
    ) == [
        ("heading", 1, "Plan"),
        ("heading", 4, "Lamps"),
        ("quote", None, "Light is a right."),
        ("quote", None, "It is ours."),
        ("caption", None, "The quay"),
        ("heading", 2, "Levy"),
        ("paragraph", None, "Lamp levy"),
        ("paragraph", None, "A penny a boat."),
    ]


def test_tables_are_read_row_by_row_and_tables_that_only_place_text_as_it_flows() -> None:
    assert texts(
        "<table><caption>Costs</caption><thead><tr><th>Year<th>Lamps</thead><tr><td>2031<td>£3<tr><td><td></table>"
    ) == ["Costs", "Year | Lamps", "2031 | £3"]
    assert shown(
        "<table><tr><td><font size=5><b>Lamps</b></font><p>We will light them.<p>And mend them.</td>"
        "<td><table><tr><td>Year<td>2031</table></td></tr></table><p>That is all we have to say of lamps.</p>"
    ) == [
        ("heading", 1, "Lamps"),
        ("paragraph", None, "We will light them."),
        ("paragraph", None, "And mend them."),
        ("paragraph", None, "Year | 2031"),
        ("paragraph", None, "That is all we have to say of lamps."),
    ]


def test_bold_lines_are_headings_only_where_there_are_no_real_ones() -> None:
    body = "<p><b>Lamps</b></p><p>We will light them.</p><p><b>Boats</b></p><p>We will paint them.</p>"
    assert [kind for kind, *_ in shown(body)] == ["heading", "paragraph", "heading", "paragraph"]
    assert [kind for kind, *_ in shown(f"<h1>Plan</h1><h2>All</h2>{body}")][2:] == ["paragraph"] * 4


def test_footnotes_follow_what_refers_to_them_whatever_wrote_them() -> None:
    word = (
        "<p>We paint boats<a href='#_ftn1' name='_ftnref1'>[1]</a> in spring.</p><p>And lamps.</p>"
        "<div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> With oil.</p></div>"
    )
    pandoc = (
        "<p>We paint boats<a href='#fn1' id='r1' class='footnote-ref'><sup>1</sup></a> in spring.</p><p>And lamps.</p>"
        "<section class=footnotes><hr><ol><li id=fn1><p>With oil. <a href='#r1'>↩︎</a></p></li></ol></section>"
    )
    for body in (word, pandoc):
        blocks = page(body).blocks
        assert [(block.text, block.marker) for block in blocks] == [
            ("We paint boats in spring.", None),
            ("With oil.", "1"),
            ("And lamps.", None),
        ]


def test_items_and_headings_that_word_writes_as_paragraphs_are_what_they_look_like() -> None:
    marker = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp;</span></span><![endif]>"
    item = "<p class=MsoListParagraph style='mso-list:l0 level{} lfo1'>{}{}</p>"
    assert shown(
        "<p class=MsoTitle>Plan</p>"
        + item.format(1, marker.format("·"), "lamps")
        + item.format(2, marker.format("(a)"), "old ones")
    ) == [("heading", 1, "Plan"), ("list_item", 1, "lamps"), ("list_item", 2, "old ones")]
    assert items(item.format(2, marker.format("(a)"), "old ones")) == [(2, "(a)", "old ones")]


def test_entities_soft_hyphens_and_hard_spaces_are_what_a_reader_sees() -> None:
    assert texts("<p>Co&shy;oper&shy;a&shy;tion &amp; care &ndash; for&nbsp;&pound;4, &#145;all&#146;.</p>") == [
        "Cooperation & care – for £4, ‘all’."
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<meta charset=windows-1252><p>“Lamps” for £4</p>".encode("cp1252"), "“Lamps” for £4"),
        ("<meta charset=iso-8859-1><p>“Lamps”</p>".encode("cp1252"), "“Lamps”"),
        ("<meta charset=iso-8859-1><p>Wales – Cymru, tŷ</p>".encode(), "Wales – Cymru, tŷ"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź</p>'.encode("iso8859-2"),
            "Łódź",
        ),
        ("\ufeff<p>Lampen für Straßen</p>".encode("utf-16-le"), "Lampen für Straßen"),
        ("<html><p>Lampen für alle Straßen, und schöne</p>".encode("cp1252"), "Lampen für alle Straßen, und schöne"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>tŷ</p></body></html>'.encode(), "tŷ"),
    ],
)
def test_encodings_by_mark_by_word_and_by_what_is_there(tmp_path: Path, content: bytes, text: str) -> None:
    assert [block.text for block in read(written(tmp_path, content)).blocks] == [text]


def test_lines_of_print_that_a_converter_made_paragraphs_of_are_joined() -> None:
    lines = ["We will light every lane of the harbour and", "of the town before the winter comes, and then"]
    lines += ["we will mend them all."]
    body = "".join(f"<p>{line} </p>" for line in lines * 9)
    assert texts(f"<h1>Lamps</h1>{body}") == ["Lamps", *[" ".join(lines)] * 9]


def test_a_page_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    assert recognise(written(tmp_path, "<!doctype html><p>Lamps", "plan.pdf")).name == "Web page"
    assert recognise(written(tmp_path, "Lamps for <b>all</b>", "plan.htm")).name == "Web page"
    assert recognise(written(tmp_path, "Lamps for all, x < y", "plan2.htm")).name == "Plain text"
    assert recognise(written(tmp_path, "Lamps for <b>all</b>", "plan.txt")).name == "Plain text"


def test_what_a_server_sent_instead_of_the_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotSupported, match="404 Not Found"):
        read(written(tmp_path, "<html><title>404 Not Found</title><h1>No such page</h1>", "plan.pdf"))


@pytest.mark.parametrize(
    "content", ["<html></html>", "<html><script>var lamps</script></html>", "<html><!-- Lamps -->"]
)
def test_a_page_without_words_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(NoText):
        read(written(tmp_path, content))


def test_nothing_is_fetched_and_no_file_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    written(tmp_path, "the secret", "secret.txt")
    dtd = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    body = '<body><img src="http://127.0.0.1:9/t.png"/><p>Lamps &x; here</p></body></html>'
    for start in ('<?xml version="1.0"?>', ""):
        manifesto = read(written(tmp_path, f'{start}{dtd}<html xmlns="http://www.w3.org/1999/xhtml">{body}'))
        said = " ".join(block.text for block in manifesto.blocks)
        assert "Lamps" in said
        assert "secret" not in said


@pytest.mark.parametrize("tag", ["div", "font", "blockquote", "ul><li", "table><tr><td"])
def test_elements_without_end_lose_no_text_however_deep_they_nest(tag: str) -> None:
    body = "".join(f"<{tag}>lamp {at} " for at in range(3_000))
    said = " ".join(texts(body)).replace(" | ", " ").replace("•", " ").split()
    assert [word for word in said if word.isdigit()] == [str(at) for at in range(3_000)]


TAGS = (
    "<p> </p> <div> </div> <ul> <li> </li> </ul> <table> <tr> <td> </td> </table> <h2> </h2> <b> </b> <br>"
    " <blockquote> </blockquote> <a href=#x> </a> <x-y> </html> <td> <ol type=i> <!--"
)
ANY_PAGE = st.lists(st.sampled_from(TAGS.split()) | st.text("ab .1", max_size=6), max_size=40)


@settings(max_examples=60)
@given(ANY_PAGE)
def test_whatever_is_unclosed_or_misplaced_every_block_covers_its_text(tokens: list[str]) -> None:
    blocks = page("word " + " ".join(tokens)).blocks
    assert blocks
    assert all(covers_its_text(block) for block in blocks)


def covers_its_text(block: Block) -> bool:
    (piece,) = block.pieces
    return (piece.start, piece.end, piece.page) == (0, len(block.text), None) and block.text == " ".join(
        block.text.split()
    )
