"""What every command that makes a plan does at its end: say where the plan lies, open its page."""

import webbrowser
from pathlib import Path

from rich.console import Console

from vildplan.errors import text
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

REPORT = "rapport.html"


def tell_where(folder: Path, written: bool | None, language: Language) -> None:
    """Say on stderr what was written, so that stdout carries the result only."""
    facts = {"folder": str(folder), "page": str(folder / REPORT)}
    if written is None:
        words = text("Intet er skrevet (--dry-run).", "Nothing was written (--dry-run).")
    elif written:
        words = text("Planen ligger i {folder}.\nÅbn {page}",
                     "The plan is in {folder}.\nOpen {page}", **facts)  # fmt: skip
    else:
        words = text("Planen i {folder} er uændret.\nÅbn {page}",
                     "The plan in {folder} is unchanged.\nOpen {page}", **facts)  # fmt: skip
    Console(stderr=True, highlight=False, soft_wrap=True).print(say(words, language), markup=False)


def tell_of_adjusted(folder: Path, number: int, language: Language) -> None:
    """Say on stderr that a plan which somebody adjusted by hand was replaced, and where it lies now."""
    words = text(
        "Planen, der lå der, var rettet i hånden. Den ligger i {folder}; rettelserne er ikke med i den nye.",
        "The plan that lay there was adjusted by hand. It lies in {folder}; the new one has no adjustments.",
        folder=str(folder / "history" / str(number)),
    )  # fmt: skip
    Console(stderr=True, highlight=False, soft_wrap=True).print(say(words, language), markup=False)


def open_page(folder: Path) -> None:
    """Open a plan's report in the browser."""
    webbrowser.open((folder / REPORT).resolve().as_uri())
