"""Where a library and everything that belongs to it lives on this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

VARIABLE = "HUSTINGS_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """The four folders of one library: what must be kept, what can be made again, settings, logs."""

    library: Path
    cache: Path
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

    @property
    def index(self) -> Path:
        return self.cache / "index"

    def make(self) -> Home:
        """Make the folders that are missing. Raises OSError."""
        for folder in (self.library, self.originals, self.topics, self.cache, self.settings, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
        return self


def home(folder: Path | None = None) -> Home:
    """The home in `folder`, else where HUSTINGS_HOME points, else in the platform's own folders."""
    chosen = folder or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if chosen:
        root = Path(os.path.abspath(chosen.expanduser()))  # noqa: PTH100  # as reader/library/queue.py writes paths
        return Home(root, root / "cache", root / "settings", root / "logs")
    dirs = platformdirs.PlatformDirs("hustings", appauthor=False)
    return Home(dirs.user_data_path, dirs.user_cache_path, dirs.user_config_path, dirs.user_log_path)


def own_libraries() -> Path:
    """The folder for libraries that were moved to this computer."""
    return platformdirs.PlatformDirs("hustings", appauthor=False).user_data_path / "libraries"
