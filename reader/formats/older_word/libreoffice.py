"""Has LibreOffice, where it is installed, turn a document into an OpenDocument text: without macros or network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from reader import passing
from reader.errors import TookTooLong

# A worker is ended after 60 s without a page; the sentence has to come before that.
LONGEST = 50.0

_NAMES = ("soffice", "libreoffice", "soffice.com")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)

# Settings of a profile made for this one run: macros off, links to elsewhere neither followed nor fetched, and for
# what might still ask for the network a proxy that nobody answers at.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{items}
</oor:items>
"""
_ITEM = '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


def libreoffice() -> Path | None:
    """The LibreOffice program, None where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    found = found or next((place for place in _PLACES if Path(place).exists()), None)
    return Path(found) if found else None


def converted(program: Path, document: Path, folder: Path, longest: float = LONGEST) -> Path | None:
    """The OpenDocument text that LibreOffice makes of `document`, in the empty `folder`; None where it makes none.

    The document is not touched: a copy is opened. Raises TookTooLong after `longest` seconds, and OSError.
    """
    copy = folder / "document.doc"
    shutil.copyfile(document, copy)
    command = [
        str(program),
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nologo",
        f"-env:UserInstallation={_profile(folder / 'profile').as_uri()}",
        "--convert-to",
        "odt",
        "--outdir",
        str(folder / "made"),
        str(copy),
    ]
    # It starts further processes: a session of its own lets all of them be ended.
    nothing = subprocess.DEVNULL
    with passing.as_it_was():
        running = subprocess.Popen(  # noqa: S603 - the program is the one that the user installed, the rest is ours
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    try:
        running.wait(longest)
    except subprocess.TimeoutExpired:
        raise TookTooLong(
            f"LibreOffice did not finish reading “{document.name}”.",
            "Open it in Word or LibreOffice, save it as .docx, and add that.",
        ) from None
    finally:
        _end(running)
    made = folder / "made" / "document.odt"
    return made if made.exists() else None


def _profile(folder: Path) -> Path:
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")
    return folder


def _end(running: subprocess.Popen[bytes]) -> None:
    """End what is still running of it."""
    if running.poll() is not None:
        return
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
