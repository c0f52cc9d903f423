"""What a file says about how long wild land has been wild, and how somebody knows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vildplan.errors import Finding, Severity, Text, few, text
from vildplan.reading.classes import printable

YEAR_COLUMNS = ("vild_siden", "wild_since")
EVIDENCE_COLUMNS = ("dokumentation", "evidence")
YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
FIRST_YEAR = 1500
NOTHING = ("", "-", "?", "nej", "no", "false", "ingen", "none", "null", "nan", "n/a", "ukendt", "unknown")
# A yes says that somebody knows, but not how: no evidence, and no year.
YES = ("ja", "yes", "true", "1", "x")


@dataclass(frozen=True)
class Fault:
    """A word in a year column that is no year that has been."""

    column: str
    word: str
    future: bool


@dataclass(frozen=True)
class Documentation:
    """The year since when, the evidence in words, and what could not be used."""

    since: int | None
    evidence: str
    fault: Fault | None = None

    @property
    def holds(self) -> bool:
        """Tell whether anything documents the area."""
        return self.since is not None or self.evidence != ""


def documentation_of(properties: Mapping[str, Any], this_year: int) -> Documentation:
    """Read `vild_siden`, such as 2019, `ca. 2019` or `2019-05-01`, and `dokumentation`."""
    said = _words(properties, EVIDENCE_COLUMNS).values()
    evidence = next((word for word in said if word.casefold() not in YES), "")
    fault = None
    for column, word in _words(properties, YEAR_COLUMNS).items():
        found = YEAR.search(word)
        year = int(found[1]) if found else 0
        if FIRST_YEAR <= year <= this_year:
            return Documentation(year, evidence)
        fault = fault or Fault(column, word, year > this_year)
    return Documentation(None, evidence, fault)


def _words(properties: Mapping[str, Any], columns: tuple[str, ...]) -> dict[str, str]:
    """The columns that say something, with what they say."""
    said = {column: printable(str(properties.get(column) or "")) for column in columns}
    return {column: word for column, word in said.items() if word.casefold() not in NOTHING}


def year_findings(file: str, faults: Mapping[Fault, list[str]], this_year: int) -> list[Finding]:
    """Tell of years that cannot be used, with the areas that have them."""
    return [_finding(file, fault, sorted(faults[fault]), this_year) for fault in faults]


def _finding(file: str, fault: Fault, labels: list[str], this_year: int) -> Finding:
    why: Text = (
        text("et år, der ikke er kommet", "a year that has not come") if fault.future
        else text("ikke et årstal", "not a year")
    )  # fmt: skip
    return Finding(
        text("{file}: {names}", "{file}: {names}", file=file, names=few(labels)), Severity.WARNING,
        text("“{word}” i kolonnen “{column}” er {why}, så det dokumenterer ikke noget.",
             "“{word}” in the column “{column}” is {why}, so it documents nothing.",
             word=fault.word[:40], column=fault.column, why=why),
        text("Skriv året, hvor arealet blev vildt, f.eks. {year}, eller en kilde i “dokumentation”.",
             "Put the year when the area became wild, such as {year}, or a source in “dokumentation”.",
             year=str(this_year - 5)),
    )  # fmt: skip
