"""A real headless Chromium, spoken to over its pipe with the standard library only.

A page is opened from a file; what it wrote to the console, what failed and what it asked the network for is
kept. Where there is no Chromium, whoever asks for it is skipped with a reason.
"""

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
END = b"\0"
SWITCHES = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-extensions",
    "--hide-scrollbars",
)  # fmt: skip


def found() -> str | None:
    """Return where Chromium lies, if anywhere."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Page:
    """One page: `troubles` are console errors and exceptions, `fetched` all addresses that it asked for."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._number, self._session, self._rest = 0, "", b""
        self._loaded = False
        self.troubles: list[str] = []
        self.fetched: list[str] = []

    def open(self, file: Path, width: int = 1200, height: int = 900, *, phone: bool = False) -> None:
        """Open a file in a window of some size."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{part}.enable")
        self.resize(width, height, phone=phone)
        self._loaded = False
        self.ask("Page.navigate", url=file.resolve().as_uri())
        while not self._loaded:
            self._hear()

    def resize(self, width: int, height: int, *, phone: bool = False) -> None:
        """Give the window another size, and fingers in place of a mouse on a `phone`."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=2 if phone else 1, mobile=phone)  # fmt: skip
        self.ask("Emulation.setTouchEmulationEnabled", enabled=phone)

    def run(self, script: str) -> Any:
        """Return what an expression comes to; a promise is waited for."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def key(self, name: str, code: int) -> None:
        """Press a key and let it go."""
        for kind in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code)

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Write what is seen, or the whole page, as PNG."""
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(b64decode(shot["data"]))

    def paper(self) -> bytes:
        """Return the page as it is printed, as PDF."""
        shown = self.ask("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        return b64decode(shown["data"])

    def ask(self, method: str, **facts: Any) -> dict[str, Any]:
        """Send one command and return its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": facts}
        if self._session:
            message["sessionId"] = self._session
        left = json.dumps(message).encode() + END
        while left:
            left = left[os.write(self._write, left) :]
        while True:
            answer = self._hear()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]

    def _hear(self) -> dict[str, Any]:
        while END not in self._rest:
            more = os.read(self._read, 1 << 16)
            if not more:
                raise AssertionError("Chromium has gone")
            self._rest += more
        words, _, self._rest = self._rest.partition(END)
        heard = json.loads(words)
        self._note(heard.get("method", ""), heard.get("params", {}))
        return heard

    def _note(self, method: str, facts: dict[str, Any]) -> None:
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Network.requestWillBeSent":
            self.fetched.append(facts["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.troubles.append(str(facts["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and facts["type"] in ("error", "warning"):
            self.troubles.append(str(facts["args"]))
        elif method == "Log.entryAdded" and facts["entry"]["level"] in ("error", "warning"):
            self.troubles.append(facts["entry"]["text"])


@contextmanager
def browser(home: Path) -> Iterator[Page]:
    """Start Chromium with a profile in `home`, and stop it in the end."""
    program = found()
    assert program is not None
    commands, answers = os.pipe(), os.pipe()

    def as_three_and_four() -> None:
        # High numbers first, so that neither end is written over by the other.
        os.dup2(commands[0], 100)
        os.dup2(answers[1], 101)
        os.dup2(100, 3)
        os.dup2(101, 4)

    process = subprocess.Popen(
        [program, *SWITCHES, f"--user-data-dir={home}", "about:blank"],
        preexec_fn=as_three_and_four, pass_fds=(3, 4, commands[0], answers[1]),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(commands[0])
    os.close(answers[1])
    page = Page(commands[1], answers[0])
    try:
        yield page
    finally:
        page._session = ""
        try:
            page.ask("Browser.close")
        except (AssertionError, OSError):
            process.kill()
        process.wait(timeout=20)
        os.close(commands[1])
        os.close(answers[0])
