"""What is written for people about zones: looks, signs, care sheets, rules, specifications, checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text
from vildplan.model.value import Status, Value


class TextKind(StrEnum):
    """A kind of text that a plan gives; `vildplan text` takes these words, and others for the same."""

    RULES = "reglement"
    SIGN = "skilt"
    CARE_SHEET = "pleje"
    LOOK = "udseende"
    CHECKLIST = "tjekliste"
    SPECIFICATION = "specifikation"
    NEIGHBOURS = "nabobrev"
    PHOTO_POINTS = "fotopunkter"


class RuleBook(StrEnum):
    """The document that a paragraph is proposed for."""

    MAINTENANCE = "vedligeholdelsesreglement"
    HOUSE = "ordensreglement"
    CARE_PLAN = "plejeplan"


@dataclass(frozen=True)
class Origin:
    """Where words come from, and how well they are known."""

    source: str
    year: int
    status: Status


@dataclass(frozen=True)
class Look:
    """What residents will see of a zone type at an `age` of 1, 2 or 3 years; 3 is also later."""

    zone_type: str
    age: int
    sentence: Text
    values: tuple[Value, ...]
    origin: Origin


@dataclass(frozen=True)
class Specification:
    """Care as somebody else has put it in writing; without zone types it is for what stays lawn."""

    key: str
    name: Text
    zone_types: tuple[str, ...]
    sentence: Text
    values: tuple[Value, ...]
    origin: Origin


@dataclass(frozen=True)
class CheckItem:
    """Something that somebody must ask or check; `ask` is whom, where there is somebody to ask.

    It applies to plans with one of its zone types, to all where it names none, and, with `when_soil`, to
    plans whose soil would have to be notified if it left.
    """

    key: str
    zone_types: tuple[str, ...]
    when_soil: bool
    ask: Text | None
    sentence: Text
    values: tuple[Value, ...]
    origin: Origin


@dataclass(frozen=True)
class Sign:
    """The words of a sign at a zone of one type."""

    zone_type: str
    title: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class CareSheet:
    """What staff must know of a zone type beside its tasks: what it is, the tools, and what not to do."""

    zone_type: str
    what: Text
    tools: Text
    never: tuple[Text, ...]


@dataclass(frozen=True)
class Clause:
    """One sentence or two of a document, about its zone types, about all zones where it names none."""

    document: RuleBook
    key: str
    zone_types: tuple[str, ...]
    sentence: Text


@dataclass(frozen=True)
class Guidance:
    """Everything that is written for people about zones."""

    looks: tuple[Look, ...]
    specifications: tuple[Specification, ...]
    checks: tuple[CheckItem, ...]
    concerns: tuple[CheckItem, ...]
    signs: tuple[Sign, ...]
    sheets: tuple[CareSheet, ...]
    clauses: tuple[Clause, ...]

    def values(self) -> Iterator[Value]:
        """Yield every number that stands in the words, in the order of the files."""
        told = [row.values for row in self.looks]
        told += [row.values for row in self.specifications]
        told += [row.values for row in (*self.checks, *self.concerns)]
        for values in told:
            yield from values


@dataclass(frozen=True)
class Membership:
    """What `[department]` of `vildplan.toml` says; empty if nothing.

    `name` is what the papers call the department, else they call it as the file of areas is called;
    `member_of` an association, `contact` whom to turn to.
    """

    name: str = ""
    member_of: str = ""
    contact: str = ""
