"""What the long tests may be told on the command line."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress

import begun
import forked
import pytest
from _pytest.pathlib import import_path
from hypothesis import settings

from reader import wording
from ui import assets

# Asserts that pytest has written out are kept, whatever the environment says: that is half of what collecting takes.
sys.dont_write_bytecode = False

NEW_OBJECTS = 50_000  # fewer are not worth a look


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz-seconds", type=float, default=600.0, help="how long damaged files are read in the soak")
    parser.addoption("--fuzz-seed", type=int, default=2024, help="what the damage in them is drawn from")
    parser.addoption("--damages", type=int, default=500, help="how many damages the soak does to a home")
    parser.addoption(
        "--undo-cases", type=int, default=500, help="how many sequences of edits the soak undoes and redoes"
    )
    parser.addoption("--monkey-seeds", type=int, default=20, help="how many monkeys play with the window in the soak")
    parser.addoption("--monkey-seed", type=int, default=101, help="the first monkey's seed; the next have the next")
    parser.addoption(
        "--monkey-actions", type=int, default=500, help="what each of them does before it closes the window"
    )


# A busy machine makes single cases slow: how long they take says nothing here.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Nothing of a test goes to the caches of the person at this machine, in none of its processes."""
    gc.disable()  # what is collected stays: looking for garbage in it took a fifth of the time
    caches = os.environ["HUSTINGS_CACHE"] = tempfile.mkdtemp(prefix="hustings-caches-")
    os.environ.pop(wording.VARIABLE, None)
    wording.use(assets.translations())
    begun.copy_new_libraries()
    config.add_cleanup(lambda: shutil.rmtree(caches, ignore_errors=True))


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Each worker begins with a share of the tests of its own: what it writes out of them, the others need not."""
    worker: dict[str, str | int] = getattr(session.config, "workerinput", {})
    if not worker:
        return
    number, count = int(str(worker["workerid"]).removeprefix("gw")), int(worker["workercount"])
    folders = [session.config.invocation_params.dir / named for named in session.config.args]
    files = sorted(file for folder in folders for file in folder.rglob("test_*.py"))
    for file in files[number::count]:
        with suppress(Exception, pytest.skip.Exception):  # what is wrong with it is said when it is collected
            import_path(file, mode="importlib", root=session.config.rootpath, consider_namespace_packages=False)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """What was collected stays for good, and is not looked through."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Garbage is looked for between tests and on this thread: in others nothing of Qt may end."""
    if gc.get_count()[0] > NEW_OBJECTS:
        gc.collect()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "monkey_seed" in metafunc.fixturenames:
        first, count = metafunc.config.getoption("--monkey-seed"), metafunc.config.getoption("--monkey-seeds")
        metafunc.parametrize("monkey_seed", range(first, first + count))


@pytest.fixture(autouse=True)
def spawned_where_marked(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests of processes themselves have them as the program has them; all others have them forked, which is quick."""
    if not any(map(request.node.get_closest_marker, ("spawned", "soak", "frozen"))):
        yield
    else:
        with forked.spawned():
            yield
