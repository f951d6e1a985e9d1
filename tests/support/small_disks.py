"""Small disks in memory, and folders that can only be read: mounted over a folder, which takes root on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_MOUNT, _UMOUNT = shutil.which("mount") or "", shutil.which("umount") or ""


def skip_without_mounting() -> None:
    """Skip the test where nothing can be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0 or not _MOUNT:
        pytest.skip("mounting a small disk takes root on Linux")


@contextmanager
def mounted(folder: Path, size: int) -> Iterator[None]:
    """Have what is in this folder on a disk of so many bytes meanwhile."""
    kept = folder.with_name(f"{folder.name}-kept")
    shutil.copytree(folder, kept)
    mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder)
    try:
        shutil.copytree(kept, folder, dirs_exist_ok=True)
        yield
    finally:
        unmount(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nothing be written in this folder meanwhile."""
    mount("--bind", folder, folder)
    try:
        mount("-o", "remount,bind,ro", folder)
        yield
    finally:
        unmount(folder)


def mount(*arguments: object) -> None:
    tried = subprocess.run([_MOUNT, *map(str, arguments)], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"nothing can be mounted here: {tried.stderr.strip()}")


def unmount(folder: Path) -> None:
    subprocess.run([_UMOUNT, "--lazy", str(folder)], check=True)


def fill(folder: Path, room: int) -> Path:
    """Fill the disk of this folder until so much room (bytes) is left; the file that does."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(64 << 10)):
            pass
    with ballast.open("ab", buffering=0) as file, suppress(OSError):
        while file.write(bytes(512)):
            pass
    os.truncate(ballast, max(0, ballast.stat().st_size - room))
    return ballast
