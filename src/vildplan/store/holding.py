"""Ctrl-C waits while something is written that must be whole or not there at all."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Held:
    """Remembers whether Ctrl-C was pressed."""

    def __init__(self) -> None:
        self.pressed = False

    def give_way(self) -> None:
        """Stop here if Ctrl-C was pressed: a moment at which nothing is half.

        Raises:
            KeyboardInterrupt: when it was.
        """
        if self.pressed:
            raise KeyboardInterrupt


@contextmanager
def interrupts_held() -> Iterator[Held]:
    """Hold Ctrl-C back until the steps inside are done; then it is as if it were pressed now."""
    held = Held()
    if threading.current_thread() is not threading.main_thread():
        # Python is interrupted in its main thread only, and only there may this be asked for.
        yield held
        return

    def remember(*_: object) -> None:
        held.pressed = True

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield held
    finally:
        signal.signal(signal.SIGINT, before)
    if held.pressed and callable(before):
        before(signal.SIGINT, None)
