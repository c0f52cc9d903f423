"""A plan folder and a year -> the plan and the work of its calendar: how both calendar commands begin."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vildplan.cli.output import put_note
from vildplan.cli.stored_plan import Opened, open_plan
from vildplan.core.calendar import calendar_year
from vildplan.errors import WrongUsageError, text
from vildplan.model.calendar import YEARS, CalendarYear, Work
from vildplan.model.plan import Plan
from vildplan.model.stage import Tell
from vildplan.model.wishes import Language
from vildplan.proposal.calendar_work import first_year_of, steady_number, work_of
from vildplan.reading.own_crew import read_crew
from vildplan.store.plan_reading import ZONES


@dataclass(frozen=True, eq=False)
class PlannedCare:
    """A plan as measured, and what there is to do with it from `first_year` on."""

    opened: Opened
    plan: Plan
    work: Work
    first_year: int

    def year(self, year: int) -> CalendarYear:
        """Return one calendar year."""
        return calendar_year(self.work, self.first_year, year - self.first_year + 1)

    @property
    def steady(self) -> CalendarYear:
        """The first year in which every task has its steady hours."""
        return self.year(self.first_year + steady_number(self.plan, self.first_year) - 1)


def open_care(folder: Path, tell: Tell) -> PlannedCare:
    """Open a plan; a `[crew]` in the vildplan.toml beside the folder goes before the one it was made with.

    Raises:
        UnusableInputError: when the folder is no plan, or `[crew]` cannot be used.
    """
    opened = open_plan(folder)
    crew = read_crew(folder.resolve().parent, opened.catalogue)
    plan = opened.measured(tell)
    work = work_of(plan, crew)
    return PlannedCare(opened, plan, work, first_year_of(plan, work.crew))


def tell_if_edited(care: PlannedCare, language: Language) -> None:
    """Say so where the zones were edited by hand: what follows counts them as they lie."""
    stored = care.opened.stored
    if ZONES in stored.changed_files:
        put_note(text(
            "{file} er rettet, siden planen blev lavet; her er zonerne, som de ligger nu. Skriv vildplan "
            "adjust {folder} --reason \"hvorfor\", så tages rettelsen ind i planen.",
            "{file} was edited since the plan was made; these are the zones as they lie now. Type vildplan "
            "adjust {folder} --reason \"why\" to take the edit into the plan.",
            file=ZONES, folder=stored.folder,
        ), language)  # fmt: skip


def read_year(typed: str | None, first_year: int) -> int:
    """Return the year that was typed; else this year, or the plan's first where it is none of its ten.

    Raises:
        WrongUsageError: when it is no year of the plan.
    """
    last_year = first_year + YEARS - 1
    if typed is None:
        today = date.today().year  # noqa: DTZ011 - the year on the wall of whoever asks
        return today if first_year <= today <= last_year else first_year
    year = int(typed) if typed.isascii() and typed.isdigit() else 0
    if first_year <= year <= last_year:
        return year
    raise WrongUsageError(
        text("--year {typed}: planens kalender går fra {first} til {last}.",
             "--year {typed}: the plan's calendar goes from {first} to {last}.",
             typed=typed, first=str(first_year), last=str(last_year)),
        text("Skriv et af de år. Skal kalenderen begynde et andet år, så skriv f.eks. first_year = {first} "
             "under [crew] i vildplan.toml.",
             "Type one of those years. If the calendar begins in another year, put for example "
             "first_year = {first} under [crew] in vildplan.toml.", first=str(first_year)),
    )  # fmt: skip
