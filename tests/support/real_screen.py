"""A virtual screen with the real program on it, for tests that must see a real window."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = Path(sys.executable).parent / "hustings"


def available() -> bool:
    return sys.platform == "linux" and shutil.which("Xvfb") is not None and ctypes.util.find_library("X11") is not None


@contextmanager
def virtual_screen() -> Iterator[str]:
    """An Xvfb of its own; yields the name of its display."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL) as server:
        os.close(writes)
        with os.fdopen(reads) as answer:
            display = f":{answer.readline().strip()}"
        try:
            yield display
        finally:
            server.terminate()


def start_program(display: str, home: Path, *files: Path) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "COV_", "COVERAGE_"))}
    environment = kept | {"DISPLAY": display, "HUSTINGS_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    return subprocess.Popen([str(PROGRAM), *map(str, files)], env=environment)


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return condition()


def window_titles(display: str) -> list[str]:
    """The titles of the windows on that display, asked of the X server itself."""
    x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    if not connection:
        return []
    try:
        return _titles_below(x11, connection, x11.XDefaultRootWindow(connection))
    finally:
        x11.XCloseDisplay(connection)


def _titles_below(x11: ctypes.CDLL, connection: ctypes.c_void_p, window: int) -> list[str]:
    root, parent, children = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
    count = ctypes.c_uint()
    x11.XQueryTree(
        connection,
        ctypes.c_ulong(window),
        ctypes.byref(root),
        ctypes.byref(parent),
        ctypes.byref(children),
        ctypes.byref(count),
    )
    titles = []
    for child in [children[place] for place in range(count.value)]:
        name = ctypes.c_char_p()
        if x11.XFetchName(connection, ctypes.c_ulong(child), ctypes.byref(name)) and name.value:
            titles.append(name.value.decode())
        titles += _titles_below(x11, connection, child)
    return titles
