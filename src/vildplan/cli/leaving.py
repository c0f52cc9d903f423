"""Ctrl-C: the program leaves there and then, with a sentence.

Not by KeyboardInterrupt, since modules written in C may swallow it: pressed while numpy was being imported
it came out as an ImportError. Nothing is lost by leaving at once, for only the store has anything to tidy up,
and it holds Ctrl-C back while it writes.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from vildplan.errors import text
from vildplan.model.wishes import Language

INTERRUPTED = 130
SENTENCE = text("Afbrudt. Intet er skrevet halvt.", "Interrupted. Nothing was left half written.")


def leave_on_ctrl_c(language: Language) -> None:
    """Do so from now on, unless whoever started the program wants Ctrl-C ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: leave(language))


def leave(language: Language) -> None:
    """Say the sentence and end the process, whatever it is in the middle of."""
    with suppress(OSError):
        # Past Python's streams, which may be in the middle of a line themselves.
        os.write(2, farewell(language).encode())
    os._exit(INTERRUPTED)


def farewell(language: Language) -> str:
    """Return the sentence, written over the line of progress where there may be one."""
    words = SENTENCE.da if language is Language.DANISH else SENTENCE.en
    return ("\r" if sys.stderr.isatty() else "") + words + "\n"


@contextmanager
def ctrl_c_raised() -> Iterator[None]:
    """Make Ctrl-C a KeyboardInterrupt inside, for what must put the terminal back first."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def ignore_ctrl_c() -> None:
    """Let a late Ctrl-C not turn the end into a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
