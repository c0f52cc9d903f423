"""An error as a person reads it: what is wrong, what to do, and all that was found on the way."""

from rich.console import Group, RenderableType
from rich.text import Text as RichText

from vildplan.errors import VildplanError, text
from vildplan.model.wishes import Language
from vildplan.proposal.words import say


def error_report(error: VildplanError, language: Language) -> RenderableType:
    """Return the error as one renderable."""
    line = RichText()
    line.append(say(text("Fejl: ", "Error: "), language), style="bold red")
    line.append(say(error.sentence, language))
    lines = [line, RichText(say(error.advice, language))]
    for finding in error.findings:
        place, words = say(finding.place, language), say(finding.sentence, language)
        head = f"{place}: " if place else ""
        lines.append(RichText(f"· {head}{words} {say(finding.advice, language)}"))
    return Group(*lines)
