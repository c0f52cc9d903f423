"""The one way to stdout: a reader that has seen enough of a pipe is no error."""

import os
import sys
from typing import TYPE_CHECKING

from vildplan.errors import Text
from vildplan.model.wishes import Language

if TYPE_CHECKING:
    from rich.console import RenderableType

PIPED_WIDTH = 100


def put(words: str) -> None:
    """Write words to stdout; nothing happens where nobody reads any more."""
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def put_page(page: "RenderableType") -> None:
    """Write a page to stdout, as wide as the screen, or as `PIPED_WIDTH` where there is none."""
    from rich.console import Console

    console = Console(highlight=False)
    width = console.width if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    screen = Console(highlight=False, width=width)
    with screen.capture() as shown:
        screen.print(page)
    put(shown.get())


def put_note(words: Text, language: Language) -> None:
    """Say something on stderr, so that stdout carries the result only."""
    from rich.console import Console

    from vildplan.proposal.words import say

    Console(stderr=True, highlight=False, soft_wrap=True).print(say(words, language), markup=False)
