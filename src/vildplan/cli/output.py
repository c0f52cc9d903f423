"""The one way to stdout: a reader that has seen enough of a pipe is no error."""

import os
import sys


def put(words: str) -> None:
    """Write words to stdout; nothing happens where nobody reads any more."""
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
