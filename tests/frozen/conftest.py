"""The ZIP of the build, unpacked once for all tests of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from unpacked import Machine, unpack

import packing


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not packing.archive().exists():
        for item in items:
            if item.path.parent == Path(__file__).parent:
                item.add_marker(pytest.mark.skip(reason="nothing built yet: python3 start.py build"))


@pytest.fixture(scope="session")
def strange_folder() -> Iterator[Path]:
    """A folder that other users of the machine may look into, as no temporary folder of pytest's is."""
    folder = Path(tempfile.mkdtemp(prefix="hustings-built-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def unpacked(strange_folder: Path) -> Path:
    """The folder of the program."""
    return unpack(packing.archive(), strange_folder)


@pytest.fixture
def machine(unpacked: Path, strange_folder: Path) -> Iterator[Machine]:
    """The program with no data yet, on a machine that nobody has used."""
    made = Path(tempfile.mkdtemp(dir=strange_folder))
    made.chmod(0o755)
    home, temporary = made / "home", made / "temporary"
    for folder in (home, temporary):
        folder.mkdir()
        folder.chmod(0o777)
    yield Machine(unpacked, home, temporary)
    shutil.rmtree(unpacked / "data", ignore_errors=True)
