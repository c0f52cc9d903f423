"""What the paper is asked for: the plan, the catalogue's words, the meeting, and figures."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vildplan.errors import Text, listed, plain, text
from vildplan.model.budget import YEARS, Budget, BudgetYear, Part
from vildplan.model.calendar import CalendarYear
from vildplan.model.economy import Economy
from vildplan.model.guidance import CheckItem, Guidance
from vildplan.model.meeting import DecidedBy, Meeting
from vildplan.model.plan import Plan, Zone
from vildplan.proposal.calendar_work import steady_number
from vildplan.proposal.document import Grid
from vildplan.proposal.texts.asked import Asked
from vildplan.proposal.zone_table import id_ranges

DEADLINES = "deadlines"
WHO: Mapping[DecidedBy, Text] = {
    DecidedBy.MEETING: text("afdelingsmødet", "the department meeting"),
    DecidedBy.BOARD: text("afdelingsbestyrelsen", "the department board"),
    DecidedBy.ORGANISATION: text("organisationsbestyrelsen", "the organisation's board"),
}
# `(--mower)` behind something, and a whole sentence that says what to type.
OPTION = re.compile(r" \(--[a-z][a-z -]*\)| (?:Skriv|Type) --[^.]*\.")


@dataclass(frozen=True, eq=False)
class BoardAsked:
    """The plan with economy and budget, the words for its zones, the meeting, its steady year, and others.

    `others` are whole plans at other shares, to be held against it.
    """

    plan: Plan
    words: Asked
    meeting: Meeting
    year: CalendarYear
    economy: Economy
    budget: Budget
    others: tuple[Plan, ...] = ()

    @property
    def guidance(self) -> Guidance:
        """The words of the catalogue."""
        return self.words.guidance

    @property
    def who(self) -> Text:
        """Who decides, in a sentence."""
        return WHO[self.meeting.decided_by]

    @property
    def share(self) -> float:
        """The new zones' share of the outdoor area."""
        return self.plan.zones_m2 / (self.plan.inventory.outdoor_m2 or 1.0)

    @property
    def steady(self) -> BudgetYear:
        """A year of the budget with all zones begun, and if there is one, in which no signs are renewed."""
        first = self.plan.wishes.money.first_year or self.first_year
        usual = steady_number(self.plan, first)
        if not self.plan.phases:
            return self.budget.years[usual - 1]
        renewed = {year for one in self.budget.lines if one.part is Part.RENEWAL for year in one.years}
        begun = max(zone.begins(first) for zone in self.plan.zones)
        plain_years = (year for year in range(begun, YEARS + 1) if year not in renewed)
        return self.budget.years[next(plain_years, usual) - 1]

    @property
    def first_year(self) -> int:
        """The calendar year of the plan's first year."""
        return self.year.year - self.year.number + 1

    def work(self, key: str) -> tuple[float, float]:
        """Return the hours of a line of work a year, today and with the plan; nothing where there is none."""
        lines = [line for line in self.economy.work if line.key.partition("_")[0] == key]
        return (sum(float(line.hours_before) for line in lines),
                sum(float(line.hours_after) for line in lines))  # fmt: skip

    def weeks(self, said: int | None, key: str) -> int:
        """Return a deadline in weeks: as said, else as the catalogue has it."""
        if said is not None:
            return said
        return int(next(value.number for value in self.deadlines.values if value.key.endswith(f".{key}")))

    @property
    def deadlines(self) -> CheckItem:
        """The item of the catalogue with the usual deadlines."""
        return next(item for item in self.guidance.checks if item.key == DEADLINES)

    def by_type(self) -> tuple[tuple[Zone, ...], ...]:
        """The zones type by type."""
        return tuple(self.words.by_type())

    def types_told(self) -> Text:
        """The types with their m2: `slåeng (9.340 m²), eng på skråning (757 m²)`."""
        types = self.by_type()
        sizes = whole_parts([sum(zone.area_m2 for zone in zones) for zones in types])
        return joined(tuple(
            text("{kind} ({area:m2})", "{kind} ({area:m2})", kind=self.words.kind_name(zones[0]), area=size)
            for zones, size in zip(types, sizes, strict=True)
        ))  # fmt: skip

    def hay_zones(self) -> tuple[Zone, ...]:
        """The zones that are cut for hay."""
        return tuple(zone for zone in self.plan.zones if any(line.key == "hoeslet" for line in zone.care))


def whole_parts(sizes: Sequence[float]) -> list[float]:
    """Return sizes as whole numbers that add up to their rounded sum; the largest remainders are raised."""
    whole = [float(int(size)) for size in sizes]
    missing = round(sum(sizes)) - int(sum(whole))
    nearest_first = sorted(range(len(sizes)), key=lambda number: whole[number] - sizes[number])
    for number in nearest_first[:missing]:
        whole[number] += 1
    return whole


def joined(members: tuple[Text, ...]) -> Text:
    """Return several as people say them: commas between, and the last after an and."""
    if len(members) == 1:
        return members[0]
    return text("{first} og {last}", "{first} and {last}", first=listed(members[:-1]), last=members[-1])


def without_options(words: Text) -> Text:
    """Return words without the options to type that they name, which say nothing to who votes."""
    facts = {
        key: without_options(fact) if isinstance(fact, Text) else fact for key, fact in words.facts.items()
    }
    return Text(OPTION.sub("", words.da), OPTION.sub("", words.en), facts)


def ids(zones: Sequence[Zone]) -> Text:
    """Return the ids of zones, runs as first and last."""
    return plain(id_ranges(zones))


def captioned(grid: Grid, caption: Text, widths: tuple[float, ...] = ()) -> Grid:
    """Return a table with what is said above it, and the parts of the page's width of its columns."""
    return Grid(grid.columns, grid.rows, grid.total, grid.quiet, caption, widths or grid.widths)
