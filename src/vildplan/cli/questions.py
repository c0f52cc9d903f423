"""Put a question to the person at the keyboard until the answer can be used."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from rich.console import Console
from rich.text import Text as RichText

from vildplan.cli.leaving import ctrl_c_raised
from vildplan.errors import Text, VildplanError
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.terminal.trouble import error_report

Answer = TypeVar("Answer")


class StoppedError(Exception):
    """The person had enough, or no more answers come."""


class Conversation:
    """Speaks one language with whoever sits there."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._page = Console(highlight=False)
        with suppress(ImportError):
            # Arrow keys, and Tab for file names, where the system has them.
            import readline  # noqa: F401

    def tell(self, words: Text, style: str = "") -> None:
        """Say a sentence."""
        self._page.print(RichText(say(words, self.language), style=style))

    def space(self) -> None:
        """Leave a line free."""
        self._page.print()

    def ask(self, question: Text, default: str, check: Callable[[str], Answer]) -> Answer:
        """Ask until `check` takes the answer; an empty answer is the default, shown in brackets.

        Raises:
            StoppedError: on Ctrl-C and Ctrl-D.
        """
        prompt = f"{say(question, self.language)} " + (f"[{default}]: " if default else "")
        while True:
            try:
                with ctrl_c_raised():
                    typed = input(prompt).strip()
            except (EOFError, KeyboardInterrupt):
                raise StoppedError from None
            try:
                return check(typed or default)
            except VildplanError as error:
                self.tell_trouble(error)

    def tell_trouble(self, error: VildplanError) -> None:
        """Say what is wrong with an answer, and what would be right."""
        self._page.print(error_report(error, self.language))

    def put_line(self, words: str) -> None:
        """Write a line as it is, however long, so that it can be copied."""
        self._page.print(words, markup=False, soft_wrap=True)
