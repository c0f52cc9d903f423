"""Ctrl-C waits while a few steps are taken that must all be taken, or none."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back until the steps inside are done; then it is as if it were pressed now."""
    if threading.current_thread() is not threading.main_thread():
        # Python interrupts the main thread only, and only there may this be asked for.
        yield
        return
    pressed: list[tuple[int, Any]] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed and callable(before):
        before(*pressed[0])
