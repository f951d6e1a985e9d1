"""What a start loads: it is mostly importing, so nothing that the first window does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_OPEN = """
import linecache, os, sys
from pathlib import Path
from reader.home import home
from ui.frame.application import application, open_window
from ui.frame.plain_imports import let_modules_be
app = application()
let_modules_be()
read = len(linecache.cache)
window = open_window(app, home(Path(sys.argv[1])), ())
window.show()
unwanted = "whoosh index.sampled PySide6.QtNetwork index.exports.registry citeproc docx typst jinja2"
print(*(name for name in unwanted.split() if name in sys.modules))
print(len(linecache.cache) - read, file=sys.stderr)
sys.stdout.flush()
os._exit(0)
"""


def test_the_first_window_loads_neither_the_search_engine_nor_what_exports_need(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HUSTINGS_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-c", _OPEN, str(tmp_path / "home")]
    opened = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=True)
    assert opened.stdout.split() == []
    assert int(opened.stderr.split()[-1]) == 0, "the sources of modules were read"


def test_the_window_is_imported_without_what_only_workers_need() -> None:
    code = "import sys, ui.frame.window, ui.compare.place; print(*{'psutil', 'multiprocessing'} & set(sys.modules))"
    imported = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True)
    assert imported.stdout.split() == []
