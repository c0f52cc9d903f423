"""What the program is doing, on stderr, for a person who has waited a second; nothing for anybody else.

Only plain letters, spaces and a carriage return are sent, so that it works on every terminal, and it
needs no import that takes time.
"""

import sys
import threading
from types import TracebackType
from typing import Self, TextIO

from vildplan.errors import text
from vildplan.model.stage import Stage
from vildplan.model.wishes import Language

PATIENCE_S = 1.0
EVERY_S = 0.5
WORDS = {
    Stage.READING: text("Læser", "Reading"),
    Stage.MEASURING: text("Opmåler", "Measuring"),
    Stage.GROUND: text("Finder jord", "Finding ground"),
    Stage.CHOOSING: text("Vælger", "Choosing"),
    Stage.DRAWING: text("Tegner", "Drawing"),
    Stage.COUNTING: text("Regner", "Counting"),
    Stage.WRITING: text("Skriver", "Writing"),
}


class Progress:
    """A line that comes after `PATIENCE_S`, follows the stages, and is gone at the end."""

    def __init__(self, language: Language, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._words = {
            stage: words.da if language is Language.DANISH else words.en for stage, words in WORDS.items()
        }
        self._stage = Stage.READING
        self._part = ""
        self._done = threading.Event()
        self._width = 0
        self._line: threading.Thread | None = None

    def tell(self, stage: Stage) -> None:
        """Hear what begins now."""
        self._stage = stage

    def count(self, done: int, of: int) -> None:
        """Hear which of several pieces of work begins now."""
        self._part = f"{done}/{of} "

    def __enter__(self) -> Self:
        """Start to wait, where somebody is looking."""
        if self._stream.isatty():
            self._line = threading.Thread(target=self._follow, name="progress", daemon=True)
            self._line.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away, however the work ended."""
        self._done.set()
        if self._line is not None:
            self._line.join()

    def _follow(self) -> None:
        waited_s = PATIENCE_S
        if self._done.wait(PATIENCE_S):
            return
        try:
            ended = False
            while not ended:
                self._write(f"{self._part}{self._words[self._stage]} … {waited_s:.0f} s")
                ended = self._done.wait(EVERY_S)
                waited_s += EVERY_S
            self._write("")
        except OSError:
            # Nobody looks any more; the work goes on.
            return

    def _write(self, words: str) -> None:
        """Write over the line, then put the cursor where the next output begins."""
        self._stream.write("\r" + words.ljust(self._width) + ("" if words else "\r"))
        self._stream.flush()
        self._width = max(self._width, len(words))
