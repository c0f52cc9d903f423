"""Somebody at a real terminal: the program on a pseudo-terminal, what it shows, and what is typed."""

import os
import re
import select
import signal
import struct
import subprocess
import sys
from codecs import getincrementaldecoder
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

import pytest

from .conftest import plain_environment

fcntl = pytest.importorskip("fcntl", reason="pseudo-terminals are a thing of Unix")
termios = pytest.importorskip("termios")

ROWS, COLUMNS = 50, 100
PATIENCE_S = 40.0
HAND_S = 0.1
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]")
CTRL_C, CTRL_D = "\x03", "\x04"


class Keyboard:
    """Start the program in a folder and talk with it; what is shown has no colours and no escapes."""

    def __init__(self, folder: Path, *words: str, stdout: int | None = None, **environment: str) -> None:
        self._ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        plain = plain_environment({"TERM": "xterm", "LANG": "da_DK.UTF-8", "PYTHONUTF8": "1"} | environment)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vildplan", *words], cwd=folder, env=plain, start_new_session=True,
            stdin=theirs, stdout=theirs if stdout is None else stdout, stderr=theirs,
            preexec_fn=_take_the_terminal,
        )  # fmt: skip
        os.close(theirs)
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._raw = ""
        self._seen = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._ours)

    @property
    def raw(self) -> str:
        """All that was sent to the terminal so far, escapes and all."""
        return self._raw

    @property
    def shown(self) -> str:
        """All that was shown so far."""
        return ESCAPES.sub("", self._raw).replace("\r\n", "\n")

    def wait_for(self, words: str) -> None:
        """Read until the words show, after what was waited for before."""
        end = monotonic() + PATIENCE_S
        while (place := self.shown.find(words, self._seen)) < 0:
            assert monotonic() < end and self._read(), f"{words!r} never came:\n{self.shown}"
        self._seen = place + len(words)

    def answer(self, question: str, words: str) -> None:
        """Wait for the question, and type the words and Enter."""
        self.wait_for(question)
        self.wait_for("]: ")
        self.press(words + "\r")

    def press(self, keys: str) -> None:
        """Press keys; nobody is so fast that the prompt is not yet waited at."""
        sleep(HAND_S)
        os.write(self._ours, keys.encode())

    def end(self) -> int:
        """Read to the end, and return the exit code."""
        while self._read():
            pass
        return self.process.wait(timeout=PATIENCE_S)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], PATIENCE_S)
        try:
            data = os.read(self._ours, 65536) if ready else b""
        except OSError:
            # Linux says so when the last of the other side is closed.
            data = b""
        self._raw += self._decoder.decode(data)
        return bool(data)


def _take_the_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
