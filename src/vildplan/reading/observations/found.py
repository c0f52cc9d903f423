"""What became of the rows of a file: those that can be kept, and why the others were left out."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.observation import Observation

MOST_TOLD = 10


class Left(StrEnum):
    """Why a row was left out."""

    OUTSIDE = "outside"
    OBSCURED = "obscured"
    CAPTIVE = "captive"
    NO_DATE = "no_date"
    NO_PLACE = "no_place"
    OTHER_YEAR = "other_year"
    CHECKLIST = "checklist"
    REPEATED = "repeated"
    FAULTY = "faulty"


@dataclass(frozen=True)
class Kept:
    """A record to store: as the core knows it, its row as Darwin Core, and its observer's name if any."""

    observation: Observation
    row: dict[str, str]
    name: str = ""


@dataclass
class Import:
    """One file while it is read: rows read, kept and left out; of those outside the nearest.

    Of rows with faults all are counted and the first are told.
    """

    file: str
    read: int = 0
    kept: list[Kept] = field(default_factory=list)
    left: Counter[Left] = field(default_factory=Counter)
    nearest_m: float | None = None
    absent: int = 0
    notes: list[Finding] = field(default_factory=list)
    _told: int = 0

    def leave(self, why: Left) -> None:
        """Count a row that was left out."""
        self.left[why] += 1

    def leave_outside(self, distance_m: float) -> None:
        """Count a row outside the land."""
        self.leave(Left.OUTSIDE)
        self.nearest_m = distance_m if self.nearest_m is None else min(self.nearest_m, distance_m)

    def fault(self, number: int, sentence: Text, advice: Text) -> None:
        """Count a row that cannot be used, and say why of the first of them."""
        self.leave(Left.FAULTY)
        self._told += 1
        place = text("{file}, række {n}", "{file}, row {n}", file=self.file, n=str(number))
        if self._told <= MOST_TOLD:
            self.notes.append(Finding(place, Severity.WARNING, sentence, advice))

    def end(self) -> None:
        """Say how many more faults there are."""
        more = self._told - MOST_TOLD
        if more > 0:
            self.notes.append(
                Finding(
                    plain(self.file),
                    Severity.WARNING,
                    text(
                        "{more:int} rækker mere kan ikke bruges.",
                        "{more:int} more rows cannot be used.",
                        more=more,
                    ),
                    text("Ret dem, der er nævnt, og prøv igen.", "Mend those named, and try again."),
                )
            )
