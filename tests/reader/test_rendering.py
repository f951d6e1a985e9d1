"""The page renderer: pictures and words of pages, from a process that may die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
import pymupdf
import pytest

from reader.errors import Damaged, Encrypted, NotFound, TookTooLong, TookTooMuchMemory
from reader.page_drawing import Answer, PageFailure, PagePicture, PageWords, PictureRequest, Request, WordsRequest
from reader.rendering import Renderer

pytestmark = pytest.mark.spawned

RED = (255, 0, 0)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    renderer = Renderer()
    yield renderer
    renderer.close()


@pytest.fixture(scope="module")
def two_pages(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two pages of 200 by 100 points: words and a red box on the first; the second turned by a quarter."""
    path = tmp_path_factory.mktemp("pages") / "two.pdf"
    with pymupdf.open() as file:
        first = file.new_page(width=200, height=100)
        first.insert_text((20, 30), "safer streets")
        first.draw_rect(pymupdf.Rect(100, 60, 150, 90), color=(1, 0, 0), fill=(1, 0, 0))
        second = file.new_page(width=200, height=100)
        second.insert_text((20, 30), "turned")
        second.set_rotation(90)
        file.save(path)
    return str(path)


def ask(renderer: Renderer, request: Request) -> Answer:
    renderer.want([request])
    answer = renderer.take()
    assert answer is not None
    return answer


def picture(renderer: Renderer, request: PictureRequest) -> PagePicture:
    answer = ask(renderer, request)
    assert isinstance(answer, PagePicture)
    return answer


def error(renderer: Renderer, request: Request) -> Exception:
    answer = ask(renderer, request)
    assert isinstance(answer, PageFailure)
    return answer.error


def pixel(drawn: PagePicture, x: int, y: int) -> tuple[int, ...]:
    start = y * drawn.stride + 3 * x
    return tuple(drawn.pixels[start : start + 3])


def test_a_page_is_drawn_at_the_zoom_asked_for(renderer: Renderer, two_pages: str) -> None:
    drawn = picture(renderer, PictureRequest(two_pages, 1, 2.0))
    assert (drawn.width, drawn.height) == (400, 200)
    assert len(drawn.pixels) == drawn.stride * drawn.height
    assert pixel(drawn, 250, 150) == RED
    assert pixel(drawn, 10, 10) == (255, 255, 255)


def test_a_band_of_a_page_is_the_same_rows_of_the_whole(renderer: Renderer, two_pages: str) -> None:
    whole = picture(renderer, PictureRequest(two_pages, 1, 1.37))
    bands = [picture(renderer, PictureRequest(two_pages, 1, 1.37, top, 50)) for top in (0, 50, 100)]
    assert [band.height for band in bands] == [50, 50, whole.height - 100]
    assert b"".join(band.pixels for band in bands) == whole.pixels


def test_a_turned_page_is_drawn_as_shown(renderer: Renderer, two_pages: str) -> None:
    drawn = picture(renderer, PictureRequest(two_pages, 2, 1.0))
    assert (drawn.width, drawn.height) == (100, 200)


def test_words_stand_where_they_are_shown(renderer: Renderer, two_pages: str) -> None:
    answer = ask(renderer, WordsRequest(two_pages, 1))
    assert isinstance(answer, PageWords)
    assert [word.text for word in answer.words] == ["safer", "streets"]
    assert answer.words[0].rect.x0 == pytest.approx(20, abs=1)
    assert answer.words[0].rect.y0 < 30 < answer.words[0].rect.y1
    turned = ask(renderer, WordsRequest(two_pages, 2))
    assert isinstance(turned, PageWords)
    x0, y0, x1, y1 = turned.words[0].rect
    assert 0 <= x0 < x1 <= 100
    assert y1 - y0 > x1 - x0, "a word turned by a quarter stands upright"


def test_what_is_wanted_anew_replaces_what_was_wanted(two_pages: str) -> None:
    renderer = Renderer()
    renderer.want([PictureRequest(two_pages, 1, zoom) for zoom in (1.0, 1.1, 1.2)])
    renderer.want([PictureRequest(two_pages, 2, 1.5)])
    answer = renderer.take()
    assert answer is not None
    assert answer.request == PictureRequest(two_pages, 2, 1.5)
    taker = threading.Thread(target=renderer.take)
    taker.start()
    time.sleep(0.05)
    assert taker.is_alive(), "nothing else may be left to draw"
    renderer.close()
    taker.join(5)
    assert not taker.is_alive()


def test_a_killed_process_is_started_again(two_pages: str) -> None:
    renderer = Renderer()
    before = picture(renderer, PictureRequest(two_pages, 1, 1.0))
    killed = renderer.process_id
    assert killed is not None
    os.kill(killed, signal.SIGTERM)
    after = picture(renderer, PictureRequest(two_pages, 1, 1.0))
    assert after.pixels == before.pixels
    assert renderer.process_id != killed
    renderer.close()
    assert renderer.process_id is None


def test_a_page_that_takes_too_long_costs_only_itself(two_pages: str) -> None:
    renderer = Renderer(patience=0.0)
    assert isinstance(error(renderer, PictureRequest(two_pages, 1, 1.0)), TookTooLong)
    assert renderer.process_id is None
    renderer.close()


def test_closing_while_a_page_is_drawn_does_not_wait_for_it(two_pages: str) -> None:
    renderer = Renderer()
    answers: list[Answer | None] = []
    taker = threading.Thread(target=lambda: answers.append(renderer.take()))
    renderer.want([PictureRequest(two_pages, 1, 1.0)])
    taker.start()
    renderer.close()
    taker.join(5)
    assert not taker.is_alive()
    assert renderer.process_id is None


def test_the_process_leaves_when_the_other_end_closes(two_pages: str) -> None:
    renderer = Renderer()
    picture(renderer, PictureRequest(two_pages, 1, 1.0))
    assert renderer.process_id is not None
    process = psutil.Process(renderer.process_id)
    renderer.close()
    assert not process.is_running()


def draw_and_be_killed(path: str, told: Connection) -> None:
    renderer = Renderer()
    renderer.want([PictureRequest(path, 1, 1.0)])
    renderer.take()
    told.send(renderer.process_id)
    psutil.Process().kill()


def test_the_process_leaves_when_its_parent_is_killed(two_pages: str) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    parent = context.Process(target=draw_and_be_killed, args=(two_pages, theirs))
    parent.start()
    process = psutil.Process(ours.recv())
    parent.join()
    _, alive = psutil.wait_procs([process], timeout=10)
    assert alive == []


def test_a_file_that_is_gone_or_broken_gives_a_sentence(renderer: Renderer, tmp_path: Path) -> None:
    gone = error(renderer, PictureRequest(str(tmp_path / "gone.pdf"), 1, 1.0))
    assert isinstance(gone, NotFound)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing of use")
    assert isinstance(error(renderer, PictureRequest(str(broken), 1, 1.0)), Damaged)


def test_a_page_that_is_not_there_gives_a_sentence(renderer: Renderer, two_pages: str) -> None:
    assert "no page 3" in str(error(renderer, PictureRequest(two_pages, 3, 1.0)))


def test_a_picture_too_large_for_memory_is_refused(renderer: Renderer, two_pages: str) -> None:
    assert isinstance(error(renderer, PictureRequest(two_pages, 1, 400.0)), TookTooMuchMemory)


def test_a_file_with_a_password_is_drawn_once_it_is_given(renderer: Renderer, tmp_path: Path) -> None:
    path, word = tmp_path / "locked.pdf", "ballot"
    with pymupdf.open() as file:
        file.new_page(width=50, height=50)
        file.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=word, owner_pw="count")
    assert isinstance(error(renderer, PictureRequest(str(path), 1, 1.0)), Encrypted)
    assert picture(renderer, PictureRequest(str(path), 1, 1.0, passwords=("other", word))).width == 50
