"""The pool of worker processes: what one file does to its worker costs only that file."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from reader.errors import Damaged, ReaderCrashed, TookTooLong, TookTooMuchMemory, UserError
from reader.limits import Limits
from reader.model import Manifesto
from reader.pool import Outcome, Pool, read_one

pytestmark = pytest.mark.spawned

READING = "troublesome_readers:read"
MIB = 1 << 20

Write = Callable[..., list[Path]]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes one file for each behaviour; the workers find the troublesome readers."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))

    def write(*behaviours: str) -> list[Path]:
        paths = [tmp_path / f"{number}.txt" for number in range(len(behaviours))]
        for path, behaviour in zip(paths, behaviours, strict=True):
            path.write_text(behaviour)
        return paths

    return write


@pytest.fixture
def pool(files: Write) -> Iterator[Pool]:
    with Pool(1, limits=Limits(seconds=0.6, memory=300 * MIB), reading=READING) as pool:
        yield pool


def outcomes(pool: Pool, paths: list[Path]) -> list[Outcome]:
    found = dict(pool.read_all(paths))
    return [found[path] for path in paths]


def text(outcome: Outcome) -> str:
    assert isinstance(outcome, Manifesto)
    return outcome.blocks[0].text


def wait_until_gone(process: int) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            left = psutil.Process(process)
            # A zombie with several threads still has its files open.
            if left.status() == psutil.STATUS_ZOMBIE and left.num_threads() <= 1:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False


def test_a_worker_reads_file_after_file(pool: Pool, files: Write) -> None:
    first, second = outcomes(pool, files("calm", "calm"))
    assert text(first) == text(second) == str(pool.process_ids()[0])
    assert text(first) != str(os.getpid())


def test_files_are_read_by_several_workers_at_once(files: Write) -> None:
    with Pool(2, reading=READING) as pool:
        begun = time.monotonic()
        paths = files("pages 20", "pages 20")
        assert [text(outcome) for outcome in outcomes(pool, paths)] == ["thirty pages"] * 2
        assert len(pool.process_ids()) == 2
        assert time.monotonic() - begun < 30


def test_workers_may_start_before_the_first_file(files: Write) -> None:
    with Pool(2, reading=READING, early=True) as pool:
        until = time.monotonic() + 10
        while len(pool.process_ids()) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        early = set(pool.process_ids())
        assert len(early) == 2
        assert {text(outcome) for outcome in outcomes(pool, files("calm", "calm"))} <= set(map(str, early))


def test_an_error_of_the_reader_is_what_came_of_the_file(pool: Pool, files: Write) -> None:
    damaged, calm = outcomes(pool, files("damaged", "calm"))
    assert isinstance(damaged, Damaged)
    assert (damaged.problem, damaged.advice) == ("It is broken.", "Mend it.")
    assert isinstance(calm, Manifesto)


@pytest.mark.parametrize("crash", ["exit", "segfault"])
def test_a_crash_costs_only_its_own_file(pool: Pool, files: Write, crash: str) -> None:
    before, crashed, after = outcomes(pool, files("calm", crash, "calm"))
    assert isinstance(crashed, ReaderCrashed)
    assert "1.txt" in crashed.problem
    assert text(before) != text(after)


def test_a_bug_in_a_reader_is_logged_with_its_traceback(
    pool: Pool, files: Write, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        bug, calm = outcomes(pool, files("bug", "calm"))
    assert isinstance(bug, ReaderCrashed)
    assert isinstance(calm, Manifesto)
    assert "ZeroDivisionError: a reader with a mistake in it" in caplog.text
    assert "in _trouble" in caplog.text


@pytest.mark.parametrize("hang", ["hang", "hang-in-c"])
def test_a_reader_that_finishes_no_page_in_time_is_ended(pool: Pool, files: Write, hang: str) -> None:
    hung, calm = outcomes(pool, files(hang, "calm"))
    assert isinstance(hung, TookTooLong)
    assert "0.6 seconds" in hung.problem
    assert isinstance(calm, Manifesto)


def test_time_is_counted_from_the_last_finished_page(pool: Pool, files: Write) -> None:
    (slow,) = outcomes(pool, files("pages 40"))
    assert text(slow) == "thirty pages"  # 1.2 seconds in all, twice the limit


@pytest.mark.parametrize("appetite", ["eat-slowly", f"eat-at-once {1 << 40}"])
def test_a_reader_that_eats_memory_is_ended_and_named(files: Write, appetite: str) -> None:
    with Pool(1, limits=Limits(memory=300 * MIB), reading=READING) as pool:
        eaten, calm = outcomes(pool, files(appetite, "calm"))
    assert isinstance(eaten, TookTooMuchMemory)
    assert isinstance(calm, Manifesto)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can wall a process in")
def test_a_bite_beyond_the_wall_fails_in_the_worker_before_the_memory_is_taken(pool: Pool, files: Write) -> None:
    (eaten,) = outcomes(pool, files(f"eat-at-once {2 << 30}"))
    assert isinstance(eaten, TookTooMuchMemory)


def test_a_worker_that_stays_large_is_replaced(files: Write) -> None:
    with Pool(1, limits=Limits(seconds=5, memory=120 * MIB), reading=READING) as pool:
        small, still_small, grown, fresh = outcomes(pool, files("calm", "calm", f"keep {70 * MIB}", "calm"))
    assert text(small) == text(still_small) == text(grown) != text(fresh)


def test_a_large_result_arrives_whole(pool: Pool, files: Write) -> None:
    (large,) = outcomes(pool, files(f"large {30 * MIB}"))
    assert len(text(large)) == 30 * MIB


def test_pages_are_reported_at_most_ten_times_a_second(pool: Pool, files: Write) -> None:
    (path,) = files("pages 20")
    seen: list[tuple[Path, int, int]] = []
    list(pool.read_all([path], on_page=lambda *page: seen.append(page)))
    assert 2 <= len(seen) <= 8  # thirty pages in 0.6 seconds
    assert seen[0] == (path, 1, 30)
    assert [page for _, page, _ in seen] == sorted(page for _, page, _ in seen)


def test_cancelling_ends_the_workers_that_are_reading(pool: Pool, files: Write) -> None:
    calm, *hanging = files("calm", "pages 100", "calm")
    read: list[Path] = []
    for path, _ in pool.read_all([calm, *hanging], cancelled=lambda: bool(read)):
        read.append(path)
    assert read == [calm]
    begun = time.monotonic()
    assert isinstance(outcomes(pool, [calm])[0], Manifesto)
    assert time.monotonic() - begun < 2.5  # not after the three seconds that the cancelled file would take


def test_a_caller_that_stops_iterating_leaves_a_pool_that_still_works(pool: Pool, files: Write) -> None:
    paths = files("calm", "pages 100", "calm")
    for _ in pool.read_all(paths):
        break
    assert isinstance(outcomes(pool, [paths[2]])[0], Manifesto)


def test_files_may_be_added_while_others_are_read(pool: Pool, files: Write) -> None:
    paths = files("calm", "damaged", "calm", "calm", "calm")
    taken: list[Path] = []

    def as_wanted() -> Iterator[Path]:
        for path in paths:
            taken.append(path)
            yield path

    reading = pool.read_all(as_wanted())
    next(reading)
    assert len(taken) < len(paths)
    assert len(list(reading)) == 4


def test_closing_ends_every_worker(files: Write) -> None:
    with Pool(2, reading=READING) as pool:
        outcomes(pool, files("calm", "calm", "calm"))
        workers = pool.process_ids()
    assert workers
    assert all(wait_until_gone(worker) for worker in workers)


def test_a_worker_that_was_killed_while_idle_blames_no_file(pool: Pool, files: Write) -> None:
    paths = files("calm", "calm")
    outcomes(pool, paths[:1])
    (worker,) = pool.process_ids()
    psutil.Process(worker).kill()
    assert wait_until_gone(worker)
    assert isinstance(outcomes(pool, paths[1:])[0], Manifesto)


def test_reading_one_file_gives_its_manifesto_or_raises(files: Write) -> None:
    calm, damaged = files("calm", "damaged")
    assert read_one(calm, reading=READING).title == "0"
    with pytest.raises(Damaged):
        read_one(damaged, reading=READING)


def test_the_formats_of_the_program_are_what_a_pool_reads_with(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("We will plant a tree in every street.\n")
    assert [block.text for block in read_one(path).blocks] == ["We will plant a tree in every street."]
    with pytest.raises(UserError):
        read_one(tmp_path / "missing.pdf")


_PARENT = """
import sys
from pathlib import Path
from reader.pool import Pool
if __name__ == "__main__":
    pool = Pool(1, reading="troublesome_readers:read")
    reading = pool.read_all([Path(name) for name in sys.argv[1:]])
    print(next(reading)[1].blocks[0].text, flush=True)
    next(reading)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX affair")
@pytest.mark.parametrize("busy", ["hang", "hang-in-c"])
def test_workers_leave_when_their_parent_is_killed(files: Write, tmp_path: Path, busy: str) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    paths = [str(path) for path in files("calm", busy)]
    where = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[2])])
    command = [sys.executable, str(script), *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": where}) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert psutil.pid_exists(worker)
        os.kill(parent.pid, signal.SIGKILL)
    assert wait_until_gone(worker)
