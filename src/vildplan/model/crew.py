"""Who does the care and when they are away: `[crew]` of `vildplan.toml`, its keys in one table."""

from dataclasses import dataclass
from decimal import Decimal

from vildplan.errors import Text, text
from vildplan.model.money import Who

TABLE = "crew"
# The year that a calendar begins in where nobody has said one.
USUAL_FIRST_YEAR = 2027
MOST_HOURS = 1000
YEARS_FROM, YEARS_TO = 2000, 2100
MOST_WEEK = 53


@dataclass(frozen=True)
class Crew:
    """Who does the care: hours a week of all of them together, and the ISO weeks they are away.

    A task goes to the first of `who` that may do it, else to a contractor, whose hours are not the crew's.
    `invasives` are the invasive plants that stand there. `first_year` None: nobody has said.
    """

    hours_per_week: Decimal = Decimal(20)
    closed_weeks: tuple[int, ...] = (28, 29, 30)
    who: tuple[Who, ...] = (Who.STAFF,)
    first_year: int | None = None
    invasives: tuple[str, ...] = ()


USUAL_CREW = Crew()


@dataclass(frozen=True)
class CrewKey:
    """One key of `[crew]`: what it means, and its usual value and an example as they stand in the file."""

    name: str
    meaning: Text
    usual: str
    example: str


CREW_KEYS = (
    CrewKey("hours_per_week", text(
        "Så mange timer om ugen er der til pleje og klipning, alle tilsammen (antagelse)",
        "So many hours a week there are for care and mowing, of all together (an assumption)",
    ), "20", "20"),
    CrewKey("closed_weeks", text(
        "ISO-uger, hvor der ikke arbejdes, f.eks. sommerferie (antagelse)",
        "ISO weeks without work, such as summer holidays (an assumption)",
    ), "[28, 29, 30]", "[28, 29, 30]"),
    CrewKey("who", text(
        "Hvem der gør det, den første først: egne folk (staff), entreprenør (contractor), unge på 13-17 år "
        "(unge, youth), frivillige (volunteers)",
        "Who does it, the first first: staff, contractor, youth (13-17), volunteers",
    ), '["staff"]', '["youth", "staff"]'),
    CrewKey("first_year", text("Kalenderens første år", "The first year of the calendar"),
            str(USUAL_FIRST_YEAR), "2028"),
    CrewKey("invasives", text(
        "Invasive planter, der står hos jer, f.eks. kaempe_bjoerneklo; så kommer de med i kalenderen",
        "Invasive plants that stand with you, such as kaempe_bjoerneklo; then they are in the calendar",
    ), "[]", '["kaempe_bjoerneklo"]'),
)  # fmt: skip
