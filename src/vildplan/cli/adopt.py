"""`vildplan adopt PLAN`: what can be typed. What then happens stands in `adopt_story`."""

from typing import Annotated

from vildplan.cli.help import option
from vildplan.cli.plan_options import DryRun, Lang, OpenReport
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

DECISION = both("Beslutningen", "The decision")

Day = Annotated[
    str, option(DECISION, "Dagen, f.eks. 2027-03-15", "The day, such as 2027-03-15",
                typed=both("DATO", "DATE"), name="--date"),
]  # fmt: skip
DecidedBy = Annotated[
    str, option(DECISION, "Hvem besluttede det, f.eks. afdelingsmøde", "Who decided, such as afdelingsmøde",
                typed=both("HVEM", "WHO")),
]  # fmt: skip
OutcomeOf = Annotated[
    str, option(DECISION, "approved (vedtaget), amended (vedtaget med ændringer) eller rejected (forkastet)",
                "approved, amended (adopted with changes) or rejected",
                typed="approved|amended|rejected", name="--outcome"),
]  # fmt: skip
CountedVotes = Annotated[
    str | None, option(DECISION, "Stemmer for og imod, f.eks. 41-12, og blanke: 41-12-3",
                       "Votes for and against, such as 41-12, and blank ones: 41-12-3",
                       typed=both("JA-NEJ", "YES-NO")),
]  # fmt: skip
Only = Annotated[
    str | None, option(DECISION, "Kun disse zoner blev vedtaget, f.eks. Z1,Z3",
                       "Only these zones were adopted, such as Z1,Z3", typed=both("ZONER", "ZONES")),
]  # fmt: skip
LeftOut = Annotated[
    str | None, option(DECISION, "Alle zoner undtagen disse blev vedtaget",
                       "All zones but these were adopted", typed=both("ZONER", "ZONES")),
]  # fmt: skip
Point = Annotated[
    str, option(DECISION, "Hvor det står i referatet, f.eks. \"punkt 6\"",
                "Where it stands in the minutes, such as \"punkt 6\"", typed=both("TEKST", "TEXT"),
                name="--decision"),
]  # fmt: skip


def adopt(
    plan: PlanFolder,
    date: Day,
    decided_by: DecidedBy,
    outcome: OutcomeOf,
    votes: CountedVotes = None,
    zones: Only = None,
    without: LeftOut = None,
    decision: Point = "",
    dry_run: DryRun = False,
    json: Json = False,
    open_report: OpenReport = False,
    lang: Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.adopt_story import Adoption, tell

    typed = Adoption(plan, date, decided_by, outcome, votes, zones, without, decision)
    return tell(typed, dry_run=dry_run, json=json, open_report=open_report, lang=lang)
