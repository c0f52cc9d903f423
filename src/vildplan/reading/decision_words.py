"""A decision as people type it -> dates, votes, outcomes; all that is wrong is told together."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from vildplan.errors import Finding, Severity, Text, WrongUsageError, plain, text
from vildplan.model.decision import Outcome, Votes

OUTCOMES = {
    "approved": Outcome.APPROVED, "godkendt": Outcome.APPROVED, "vedtaget": Outcome.APPROVED,
    "amended": Outcome.AMENDED, "ændret": Outcome.AMENDED, "aendret": Outcome.AMENDED,
    "rejected": Outcome.REJECTED, "forkastet": Outcome.REJECTED, "nedstemt": Outcome.REJECTED,
}  # fmt: skip
VOTES = re.compile(r"(\d{1,6})\s*[-–/:]\s*(\d{1,6})(?:\s*[-–/:]\s*(\d{1,6}))?")
DANISH_DAY = re.compile(r"(\d{1,2})[./-]\s*(\d{1,2})[./-]\s*(\d{4})")

Meant = TypeVar("Meant")


class NotADateError(ValueError):
    """What was written is no day."""


def day_of(written: object) -> date:
    """Return a day as written: `2027-03-15`, `15.3.2027`, `15/3-2027`, or a date of a spreadsheet.

    Raises:
        NotADateError: when it is none.
    """
    if isinstance(written, datetime):
        return written.date()
    if isinstance(written, date):
        return written
    words = str(written).strip()
    danish = DANISH_DAY.fullmatch(words)
    try:
        if danish:
            return date(int(danish[3]), int(danish[2]), int(danish[1]))
        return date.fromisoformat(words[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d[T ].*", words) else words)
    except ValueError:
        raise NotADateError(words) from None


class TypedDecision:
    """Reads what was typed, and keeps what is wrong until all is read."""

    def __init__(self) -> None:
        self.faults: list[Finding] = []

    def day(self, typed: str) -> date:
        """Return the day of the meeting; any day where there is none."""
        advice = text("Skriv f.eks. --date 2027-03-15.", "Type for example --date 2027-03-15.")
        return self._read("--date", typed, day_of, date(1, 1, 1), advice)

    def outcome(self, typed: str) -> Outcome:
        """Return the outcome; rejected where there is none."""
        advice = text("Skriv approved (vedtaget), amended (vedtaget med ændringer) eller rejected "
                      "(forkastet).",
                      "Type approved, amended (adopted with changes) or rejected.")  # fmt: skip
        return self._read("--outcome", typed, lambda word: OUTCOMES[word.strip().casefold()],
                          Outcome.REJECTED, advice)  # fmt: skip

    def votes(self, typed: str | None) -> Votes | None:
        """Return the votes, None where nobody counted them."""
        if typed is None:
            return None
        advice = text("Skriv ja-nej, f.eks. --votes 41-12, eller ja-nej-blanke: 41-12-3.",
                      "Type yes-no, such as --votes 41-12, or yes-no-blank: 41-12-3.")  # fmt: skip
        return self._read("--votes", typed, _votes, None, advice)

    def words(self, option: str, typed: str) -> str:
        """Return words on one line."""
        said = " ".join(typed.split())
        if not any(sign.isalnum() for sign in said):
            example = text("Skriv f.eks. {option} afdelingsmøde.", "Type for example {option} afdelingsmøde.",
                           option=option)  # fmt: skip
            self.fault(option, text("der står ingenting.", "there is nothing."), example)
        return said

    def fault(self, option: str, sentence: Text, advice: Text) -> None:
        """Remember what is wrong."""
        self.faults.append(Finding(plain(option), Severity.ERROR, sentence, advice))

    def demand_sound(self) -> None:
        """Stop where anything is wrong.

        Raises:
            WrongUsageError: with all of it.
        """
        if self.faults:
            raise WrongUsageError(
                text("Beslutningen kan ikke bruges, som den er skrevet.",
                     "The decision cannot be used as it was typed."),
                text("Intet er ændret.", "Nothing was changed."),
                tuple(self.faults),
            )  # fmt: skip

    def _read(
        self, option: str, typed: str, reading: Callable[[str], Meant], otherwise: Meant, advice: Text
    ) -> Meant:
        try:
            return reading(typed)
        except (ValueError, KeyError):
            sentence = text("{typed} kan ikke bruges.", "{typed} cannot be used.", typed=typed)
            self.fault(option, sentence, advice)
            return otherwise


def _votes(typed: str) -> Votes:
    found = VOTES.fullmatch(typed.strip())
    if found is None:
        raise ValueError(typed)
    return Votes(int(found[1]), int(found[2]), int(found[3] or 0))
