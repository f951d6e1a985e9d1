"""Where a library and everything that belongs to it lives on this machine."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

VARIABLE = "HUSTINGS_HOME"
CACHE_VARIABLE = "HUSTINGS_CACHE"

# A file of this name beside the frozen program says that its data lie beside it as well, in the folder of that name.
PORTABLE = "portable"
DATA = "data"


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one library: what must be kept, settings, logs; and the one in which all libraries have caches.

    What can be made again is kept apart from the library (`index.cache`): its folder may come from anybody.
    """

    library: Path
    caches: Path
    settings: Path
    logs: Path

    @property
    def database(self) -> Path:
        return self.library / "library.sqlite3"

    @property
    def originals(self) -> Path:
        return self.library / "originals"

    @property
    def pasted(self) -> Path:
        """Texts that were pasted and are not yet read."""
        return self.library / "pasted"

    @property
    def topics(self) -> Path:
        """The user's own topic files."""
        return self.library / "topics"

    def make(self) -> Home:
        """Make the folders that are missing. Raises OSError for those that a library cannot be without."""
        for folder in (self.library, self.originals, self.topics):
            folder.mkdir(parents=True, exist_ok=True)
        for folder in (self.settings, self.logs):
            with suppress(OSError):  # who writes there says so
                folder.mkdir(parents=True, exist_ok=True)
        return self


def home(folder: Path | None = None) -> Home:
    """The home in `folder`, else where HUSTINGS_HOME points, else beside a portable program, else in the platform's
    own folders.

    Caches are where HUSTINGS_CACHE points (a portable program sets it, `reader.passing`), else in the platform's folder
    for them.
    """
    dirs = platformdirs.PlatformDirs("hustings", appauthor=False)
    caches = _absolute(os.environ.get(CACHE_VARIABLE)) or dirs.user_cache_path
    root = _absolute(folder or os.environ.get(VARIABLE)) or data_beside_program()
    if root is not None:
        return Home(root, caches, root / "settings", root / "logs")
    return Home(dirs.user_data_path, caches, dirs.user_config_path, dirs.user_log_path)


def _absolute(folder: Path | str | None) -> Path | None:
    """The folder with all that its name leaves to the place where the program was started; None for none."""
    if not folder:
        return None
    return Path(os.path.abspath(Path(folder).expanduser()))  # noqa: PTH100  # as reader/library/queue.py writes paths


def carried() -> Path | None:
    """The folder of a program that is carried about with its data; None for every other program."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).parent
    return folder if (folder / PORTABLE).is_file() else None


def data_beside_program() -> Path | None:
    """The folder for the data of a program that is carried about; None for every other program."""
    folder = carried()
    return folder / DATA if folder else None


def own_libraries() -> Path | None:
    """The folder for libraries that were moved to this computer; None where the program leaves nothing on it."""
    if carried():
        return None
    return platformdirs.PlatformDirs("hustings", appauthor=False).user_data_path / "libraries"
