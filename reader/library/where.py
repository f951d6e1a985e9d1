"""Whether a library's folder is on this computer alone: one on a network drive, or that a service copies, is not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath

# File systems whose files are on another machine, as mount tables name them.
_NETWORK = {
    *("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "webdav", "davfs", "davfs2"),
    *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "ncpfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"),
    *("fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.smbnetfs"),
}
# What services leave at the top of a folder that they keep in step.
_MARKERS = (
    (".dropbox.cache", "Dropbox"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"),
)
# How such folders are called, by whole names or their beginnings.
_NAMES = (
    ("OneDrive", "OneDrive"),
    ("OneDrive - *", "OneDrive"),
    ("Mobile Documents", "iCloud Drive"),
    ("iCloudDrive", "iCloud Drive"),
    ("Dropbox", "Dropbox"),
    ("Dropbox (*)", "Dropbox"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive-*", "Google Drive"),
    ("OneDrive-*", "OneDrive"),
    ("My Drive", "Google Drive"),
    ("Nextcloud", "Nextcloud"),
    ("CloudStorage", "a service on the network"),
)
_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_REMOTE_DRIVE = 4  # what Windows' GetDriveTypeW says of a network drive


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A folder that is not on this computer alone: `service` names what keeps it in step, "" for a network drive."""

    service: str = ""

    @property
    def name(self) -> str:
        """Tells one such place from another; never empty."""
        return self.service or "network drive"

    @property
    def sentence(self) -> str:
        """What is the matter, as one sentence."""
        if self.service:
            return (
                f"This library is in a folder that {self.service} keeps in step with other computers, "
                "which can damage it while it is being written."
            )
        return "This library is on a network drive, which can damage it when two computers write it at once."


@dataclass(frozen=True, slots=True)
class Mount:
    """A row of the system's table of mounted file systems."""

    point: PurePath
    kind: str


@lru_cache(maxsize=32)
def elsewhere(folder: Path) -> Elsewhere | None:
    """Where the folder is, if not on this computer alone. It need not be there yet. Asked of the system once."""
    whole = Path(os.path.realpath(folder))
    if on_network(whole, _mounts()) or _on_remote_drive(whole):
        return Elsewhere()
    service = kept_in_step(whole, os.environ)
    return Elsewhere(service) if service else None


def on_network(folder: PurePath, mounts: Iterable[Mount]) -> bool:
    """Whether the file system that this folder is on is another machine's. Of two on one place the later counts."""
    over = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    deepest = max((len(mount.point.parts) for mount in over), default=0)
    kinds = [mount.kind for mount in over if len(mount.point.parts) == deepest]
    return bool(kinds) and kinds[-1].lower() in _NETWORK


def kept_in_step(folder: Path, environment: Mapping[str, str]) -> str:
    """The service that copies what is in this folder to other machines; "" where none is known to."""
    for above in (folder, *folder.parents):
        if any(environment.get(name) and above == Path(environment[name]) for name in _ONEDRIVE):
            return "OneDrive"
        if found := _first_fitting((above.name,), _NAMES) or _first_fitting(_hidden_in(above), _MARKERS):
            return found
    return ""


def _first_fitting(names: Sequence[str], patterns: Sequence[tuple[str, str]]) -> str:
    return next((service for pattern, service in patterns if any(_fits(name, pattern) for name in names)), "")


def _fits(name: str, pattern: str) -> bool:
    """Whether a name is the pattern, in which one "*" stands for anything."""
    start, star, end = pattern.partition("*")
    if not star:
        return name == pattern
    return len(name) >= len(start) + len(end) and name.startswith(start) and name.endswith(end)


def _hidden_in(folder: Path) -> list[str]:
    """The names there that begin with a full stop, as all markers do. A home folder has some of these for itself."""
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.name.startswith(".")]
    except OSError:
        return []


def _mounts() -> list[Mount]:
    if sys.platform == "linux":
        try:
            table = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
        except OSError:
            return []
        return mounts_in(table)
    if sys.platform == "win32":
        return []  # asked of the drive itself: listing all of them waits for those that are not there
    import psutil  # loads more than a start on other systems needs

    return [Mount(PurePath(part.mountpoint), part.fstype) for part in psutil.disk_partitions(all=True)]


def mounts_in(table: str) -> list[Mount]:
    """The rows of Linux's /proc/self/mounts, in which blanks in names stand as \\040."""
    rows = [line.split(" ") for line in table.splitlines()]
    return [Mount(PurePath(_unescaped(row[1])), row[2]) for row in rows if len(row) > 2]


def _unescaped(name: str) -> str:
    for escaped, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(escaped, character)
    return name


def _on_remote_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    if folder.drive.startswith("\\\\"):
        return True
    import ctypes  # loads what a start on other systems does not need

    kind: int = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
    return kind == _REMOTE_DRIVE
