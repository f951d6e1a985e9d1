"""Real browsers without a screen, driven with the standard library alone: Chromium by WebDriver, Firefox by Marionette.

Both are given a proxy that refuses everything: what browsers themselves ask for comes to nothing as well.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_PATIENCE = 60  # seconds for a browser to start


class Refusing:
    """A proxy that refuses everything."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                with suppress(OSError):
                    connection.recv(2000)
                    connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    def close(self) -> None:
        self._socket.close()


class Browser(ABC):
    """A browser with one window."""

    def __init__(self) -> None:
        self.proxy = Refusing()

    @abstractmethod
    def command(self, name: str, path: str, values: dict[str, Any]) -> Any:
        """Have it done; `name` is what Marionette calls it, `path` WebDriver."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """What the console was told since the browser was started: errors and warnings of pages, not its own."""

    @abstractmethod
    def requests(self) -> list[str]:
        """What pages have asked for since the browser was started, but for files, data and the browser's own pages."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def open(self, path: Path, mark: str = "") -> None:
        self.command("WebDriver:Navigate", "url", {"url": path.as_uri() + mark})

    def reload(self) -> None:
        self.command("WebDriver:Refresh", "refresh", {})

    def run(self, script: str, *arguments: object) -> Any:
        """What a script in the page returns; a promise is waited for."""
        values = {"script": script, "args": list(arguments)}
        return self.command("WebDriver:ExecuteScript", "execute/sync", values)

    def press(self, *keys: str) -> None:
        """Press and let go one key after the other; a key is a character, or the name of one of `KEYS`."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": actions})

    def press_with_shift(self, key: str) -> None:
        downs = [{"type": "keyDown", "value": KEYS["Shift"]}, {"type": "keyDown", "value": key}]
        ups = [{"type": "keyUp", "value": key}, {"type": "keyUp", "value": KEYS["Shift"]}]
        self._act({"type": "key", "id": "keys", "actions": [*downs, *ups]})

    def drag(self, start: tuple[int, int], end: tuple[int, int], kind: str = "touch") -> None:
        """Put a finger (or the mouse) down, move, and lift it; a click where both places are one."""
        actions = [
            {"type": "pointerMove", "x": start[0], "y": start[1], "duration": 0},
            {"type": "pointerDown", "button": 0},
            *([{"type": "pointerMove", "x": end[0], "y": end[1], "duration": 60}] if start != end else []),
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": actions})

    def _act(self, actions: dict[str, Any]) -> None:
        self.command("WebDriver:PerformActions", "actions", {"actions": [actions]})

    def resize(self, width: int, height: int) -> None:
        """Make the page this large, in pixels of the screen."""
        self._window(width, height)
        wide, high = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        self._window(width + wide, height + high)
        until = time.monotonic() + 5
        while self.run("return [innerWidth, innerHeight]") != [width, height] and time.monotonic() < until:
            time.sleep(0.05)
        # The page is told with the next picture.
        self.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def _window(self, width: int, height: int) -> None:
        self.command("WebDriver:SetWindowRect", "window/rect", {"width": width, "height": height, "x": 0, "y": 0})

    def picture(self) -> str:
        """What is seen, as PNG in Base64."""
        return str(self.command("WebDriver:TakeScreenshot", "screenshot", {"full": False}))


# Keys without a character, as WebDriver names them.
KEYS = {
    "Space": " ",
    "Shift": "\ue008",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "End": "\ue010",
    "Home": "\ue011",
    "Left": "\ue012",
    "Up": "\ue013",
    "Right": "\ue014",
    "Down": "\ue015",
    "F1": "\ue031",
    "F5": "\ue035",
}


# What pages ask for in Firefox; what it asks for itself belongs to no page.
_WATCH = """
    const asked = [];
    Services.obs.addObserver((channel) => {
        channel.QueryInterface(Ci.nsIHttpChannel);
        if (channel.loadInfo.browsingContextID) asked.push(channel.URI.spec);
        Services.ppmm.sharedData.set("asked", asked);
    }, "http-on-modify-request");
"""


class Chromium(Browser):
    """Chromium through chromedriver."""

    def __init__(self, profile: Path, *, dark: bool = False) -> None:
        super().__init__()
        self._driver = subprocess.Popen([_found("chromedriver"), "--port=0"], stdout=subprocess.PIPE, text=True)
        self._address = f"http://127.0.0.1:{self._port()}"
        arguments = [
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"),
            *("--disable-background-networking", "--disable-component-update", "--no-first-run"),
            f"--proxy-server=127.0.0.1:{self.proxy.port}",
            f"--user-data-dir={profile}",
            *(["--blink-settings=preferredColorScheme=0"] if dark else []),
        ]
        options = {"binary": _found("chromium"), "args": arguments}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        made = self._post("/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"
        self._said: list[str] = []
        self._asked: list[str] = []

    def _port(self) -> int:
        assert self._driver.stdout is not None
        for line in self._driver.stdout:
            if "successfully on port " in line:
                return int(line.rsplit("on port ", 1)[1].strip(" .\n"))
        raise AssertionError("chromedriver did not start")

    def _post(self, path: str, values: dict[str, Any] | None, method: str = "POST") -> Any:
        data = json.dumps(values).encode() if values is not None else None
        request = urllib.request.Request(self._address + path, data, method=method)  # noqa: S310  # chromedriver's own
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=_PATIENCE) as answer:
            return json.load(answer)["value"]

    def command(self, name: str, path: str, values: dict[str, Any]) -> Any:  # noqa: ARG002  # Marionette's
        if path == "screenshot":
            return self._post(f"{self._session}/{path}", None, "GET")
        return self._post(f"{self._session}/{path}", values)

    def complaints(self) -> list[str]:
        said = [one["message"] for one in self._post(f"{self._session}/se/log", {"type": "browser"})]
        self._said += [one for one in said if not one.startswith("chrome:")]
        return self._said

    def requests(self) -> list[str]:
        events = [
            json.loads(one["message"])["message"]
            for one in self._post(f"{self._session}/se/log", {"type": "performance"})
        ]
        asked = [one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"]
        assert any(url.startswith("file:") for url in asked), "what pages ask for is not told"
        self._asked += [url for url in asked if not url.startswith(("file:", "data:", "chrome:"))]
        return self._asked

    def close(self) -> None:
        self._post(self._session, None, "DELETE")
        self._driver.terminate()
        self._driver.communicate(timeout=10)
        self.proxy.close()


class Firefox(Browser):
    """Firefox by Marionette, the protocol that geckodriver speaks with it."""

    def __init__(self, profile: Path, *, dark: bool = False) -> None:
        super().__init__()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        profile.mkdir(parents=True, exist_ok=True)
        wanted: dict[str, object] = {
            "marionette.port": port,
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": self.proxy.port,
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.ssl_port": self.proxy.port,
            "ui.systemUsesDarkTheme": int(dark),
            "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
            "browser.shell.checkDefaultBrowser": False,
            "toolkit.telemetry.reportingpolicy.firstRun": False,
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items()]
        (profile / "user.js").write_text("".join(lines), "utf-8")
        self._process = subprocess.Popen(
            [
                _found("firefox-esr", "firefox"),
                "--headless",
                "--marionette",
                "--remote-allow-system-access",
                "--profile",
                str(profile),
                "--no-remote",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = self._connected(port)
        self._number = 0
        self._read()
        self.command("WebDriver:NewSession", "", {})
        self._as_the_browser(_WATCH)

    def _connected(self, port: int) -> socket.socket:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
            except OSError:
                assert time.monotonic() < until, "Firefox did not start"
                time.sleep(0.1)

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._socket.recv(1)
        data = b""
        while len(data) < int(length[:-1]):
            data += self._socket.recv(int(length[:-1]) - len(data))
        return json.loads(data)

    def command(self, name: str, path: str, values: dict[str, Any]) -> Any:  # noqa: ARG002  # WebDriver's
        self._number += 1
        sent = json.dumps([0, self._number, name, values]).encode()
        self._socket.sendall(b"%d:%b" % (len(sent), sent))
        _, _, error, result = self._read()
        assert error is None, f"{name}: {error}"
        return result.get("value") if isinstance(result, dict) and "value" in result else result

    def complaints(self) -> list[str]:
        return self._as_the_browser("""return Services.console.getMessageArray()
            .filter((one) => one instanceof Ci.nsIScriptError)
            .filter((one) => /^(file|data):/.test(one.sourceName) || /Content|CSP/.test(one.category))
            .map((one) => `${one.category}: ${one.errorMessage} ${one.sourceName}`)""")

    def requests(self) -> list[str]:
        return self._as_the_browser("return Services.ppmm.sharedData.get('asked') ?? []")

    def _as_the_browser(self, script: str) -> list[str]:
        self.command("Marionette:SetContext", "", {"value": "chrome"})
        found = self.run(script)
        self.command("Marionette:SetContext", "", {"value": "content"})
        return list(found or [])

    def close(self) -> None:
        self.command("Marionette:Quit", "", {"flags": ["eForceQuit"]})
        self._socket.close()
        self._process.wait(20)
        self.proxy.close()


def _found(*names: str) -> str:
    """Where the first of these programs is. Raises LookupError."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise LookupError(f"{names[0]} is not installed")
    return found


def missing(kind: type[Browser]) -> str:
    """Why this browser cannot be used here, "" where it can."""
    try:
        for names in (("chromium",), ("chromedriver",)) if kind is Chromium else (("firefox-esr", "firefox"),):
            _found(*names)
    except LookupError as error:
        return str(error)
    return ""
